//! Pictures drawn for the stories.

use image::codecs::{jpeg::JpegEncoder, png::PngEncoder, webp::WebPEncoder};
use image::{ExtendedColorType, ImageEncoder, Rgb, RgbImage};

/// The latitude and the longitude that must not come out, as bytes of the EXIF block.
pub(crate) const LATITUDE: [u32; 6] = [48, 1, 6, 1, 411_223, 10_000];
pub(crate) const LONGITUDE: [u32; 6] = [1, 1, 40, 1, 487_771, 10_000];
/// The camera's owner, which must not come out either.
pub(crate) const OWNER: &[u8] = b"Appareil de Camille\0";

pub(crate) fn rgb(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let level = |it: u32| u8::try_from(it & 0xFF).unwrap();
        Rgb([level(x * 255 / width), level(y * 255 / height), level(x ^ y)])
    })
}

fn written(mut encoder: impl ImageEncoder, image: &RgbImage, exif: Option<Vec<u8>>) {
    if let Some(exif) = exif {
        encoder.set_exif_metadata(exif).unwrap();
    }
    let (width, height) = image.dimensions();
    encoder.write_image(image.as_raw(), width, height, ExtendedColorType::Rgb8).unwrap();
}

pub(crate) fn jpeg(image: &RgbImage, exif: Option<Vec<u8>>) -> Vec<u8> {
    let mut bytes = Vec::new();
    written(JpegEncoder::new_with_quality(&mut bytes, 90), image, exif);
    bytes
}

pub(crate) fn png(image: &RgbImage, exif: Option<Vec<u8>>) -> Vec<u8> {
    let mut bytes = Vec::new();
    written(PngEncoder::new(&mut bytes), image, exif);
    bytes
}

pub(crate) fn webp(image: &RgbImage, exif: Option<Vec<u8>>) -> Vec<u8> {
    let mut bytes = Vec::new();
    written(WebPEncoder::new_lossless(&mut bytes), image, exif);
    bytes
}

/// A picture in which nothing is seen.
pub(crate) fn png_clear(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let pixels = vec![0; (width * height * 4) as usize];
    PngEncoder::new(&mut bytes)
        .write_image(&pixels, width, height, ExtendedColorType::Rgba8)
        .unwrap();
    bytes
}

/// What a telephone notes beside a picture: how it was held, whose it is, where it was.
pub(crate) fn exif(orientation: u16) -> Vec<u8> {
    const FIRST: u32 = 8;
    const GPS: u32 = FIRST + 2 + 3 * 12 + 4;
    const OWNER_AT: u32 = GPS + 2 + 4 * 12 + 4;
    let owner_bytes = u32::try_from(OWNER.len()).unwrap();
    let latitude_at = OWNER_AT + owner_bytes;
    let mut block = b"II*\0".to_vec();
    block.extend(FIRST.to_le_bytes());
    let held: &[(u16, u16, u32, u32)] = &[
        (0x0112, 3, 1, u32::from(orientation)),
        (0x8825, 4, 1, GPS),
        (0xA430, 2, owner_bytes, OWNER_AT),
    ];
    let whereabouts: &[(u16, u16, u32, u32)] = &[
        (1, 2, 2, u32::from(b'N')),
        (2, 5, 3, latitude_at),
        (3, 2, 2, u32::from(b'W')),
        (4, 5, 3, latitude_at + 24),
    ];
    for list in [held, whereabouts] {
        block.extend(u16::try_from(list.len()).unwrap().to_le_bytes());
        for (tag, kind, count, value) in list {
            block.extend(tag.to_le_bytes());
            block.extend(kind.to_le_bytes());
            block.extend(count.to_le_bytes());
            block.extend(value.to_le_bytes());
        }
        block.extend([0; 4]);
    }
    block.extend(OWNER);
    LATITUDE.iter().chain(&LONGITUDE).for_each(|it| block.extend(it.to_le_bytes()));
    block
}

/// Puts a segment behind the first marker of a JPEG.
pub(crate) fn with_segment(jpeg: &[u8], marker: u8, content: &[u8]) -> Vec<u8> {
    let mut bytes = jpeg[..2].to_vec();
    bytes.extend([0xFF, marker]);
    bytes.extend(u16::try_from(content.len() + 2).unwrap().to_be_bytes());
    bytes.extend(content);
    bytes.extend(&jpeg[2..]);
    bytes
}

/// A chunk of a PNG.
pub(crate) fn chunk(name: [u8; 4], content: &[u8]) -> Vec<u8> {
    let mut bytes = u32::try_from(content.len()).unwrap().to_be_bytes().to_vec();
    bytes.extend(name);
    bytes.extend(content);
    bytes.extend(checksum(&bytes[4..]).to_be_bytes());
    bytes
}

/// A PNG that says it is that large and holds hardly anything.
pub(crate) fn png_that_says(width: u32, height: u32, bits: u8, colours: u8) -> Vec<u8> {
    let mut header = width.to_be_bytes().to_vec();
    header.extend(height.to_be_bytes());
    header.extend([bits, colours, 0, 0, 0]);
    let mut bytes = b"\x89PNG\r\n\x1A\n".to_vec();
    bytes.extend(chunk(*b"IHDR", &header));
    bytes.extend(chunk(*b"IDAT", &[0x78, 0x9C, 0x63, 0, 0, 0, 1, 0, 1].repeat(300)));
    bytes.extend(chunk(*b"IEND", &[]));
    bytes
}

fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 }
        })
    })
}
