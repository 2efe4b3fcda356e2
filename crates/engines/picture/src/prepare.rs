//! From what was sent to what is shown: turned, on white, in a few sizes, without anything else.

use crate::shrink::{on_white, smaller};
use crate::{Kind, LONG_SIDES_PX, Refusal, decode, recognise, structure};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ExtendedColorType, ImageEncoder as _, RgbImage};

/// Faces and signs stay clean; a photograph of 1600 pixels weighs 200 to 500 kB.
const QUALITY: u8 = 82;

/// A picture ready to be kept and shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared {
    /// One JPEG a size, the largest first. A small picture has fewer sizes, at least one: none is
    /// enlarged and none is there twice.
    pub renditions: Vec<Rendition>,
    /// The average colour, red, green and blue, to hold the place while the picture comes.
    pub average: [u8; 3],
}

/// One size of a picture.
#[derive(Clone, PartialEq, Eq)]
pub struct Rendition {
    /// The width, in pixels.
    pub width_px: u32,
    /// The height, in pixels.
    pub height_px: u32,
    /// The JPEG file: pixels, tables and nothing else.
    pub bytes: Vec<u8>,
}

impl Prepared {
    /// The average colour as style sheets write it, `#rrggbb`.
    pub fn average_hex(&self) -> String {
        let [red, green, blue] = self.average;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// The smallest rendition at least `long_px` on its long side, or else the largest.
    pub fn at_least(&self, long_px: u32) -> Option<&Rendition> {
        let is_enough = |it: &&Rendition| it.width_px.max(it.height_px) >= long_px;
        self.renditions.iter().rev().find(is_enough).or_else(|| self.renditions.first())
    }
}

impl std::fmt::Debug for Rendition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} x {} px, {} bytes", self.width_px, self.height_px, self.bytes.len())
    }
}

/// Makes what is shown of what was sent. Checks all that [`crate::accept`] checks.
pub fn prepare(bytes: &[u8]) -> Result<Prepared, Refusal> {
    let kind = recognise::kind(bytes)?;
    structure::check(kind, bytes)?;
    let (header, image) = decode::pixels(kind, bytes)?;
    let [largest, others @ ..] = LONG_SIDES_PX;
    let flat = on_white(&image, largest);
    drop(image);
    let mut turned = DynamicImage::ImageRgb8(flat);
    turned.apply_orientation(header.orientation);
    let mut shown = turned.into_rgb8();
    let mut renditions = vec![written(&shown).ok_or(Refusal::Broken { kind })?];
    for long_px in others {
        if shown.width().max(shown.height()) > long_px {
            shown = smaller(&shown, long_px);
            renditions.push(written(&shown).ok_or(Refusal::Broken { kind })?);
        }
    }
    Ok(Prepared { renditions, average: average(&shown) })
}

/// A picture drawn from a rule instead of a camera: `colour` is asked for each point, from the left
/// and from the top, between 0 and 1. For demonstrations, which hold nobody's photograph.
pub fn draw(
    (width_px, height_px): (u16, u16),
    colour: impl Fn(f32, f32) -> [u8; 3],
) -> Result<Prepared, Refusal> {
    let (width, height) = (f32::from(width_px), f32::from(height_px));
    let mut pixels = Vec::with_capacity(usize::from(width_px) * usize::from(height_px) * 3);
    for row in 0..height_px {
        for column in 0..width_px {
            pixels.extend(colour(f32::from(column) / width, f32::from(row) / height));
        }
    }
    let broken = Refusal::Broken { kind: Kind::Jpeg };
    let drawn = RgbImage::from_raw(u32::from(width_px), u32::from(height_px), pixels);
    let file = drawn.as_ref().and_then(written).ok_or(broken)?;
    prepare(&file.bytes)
}

fn written(image: &RgbImage) -> Option<Rendition> {
    let (width_px, height_px) = image.dimensions();
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, QUALITY)
        .write_image(image.as_raw(), width_px, height_px, ExtendedColorType::Rgb8)
        .ok()?;
    Some(Rendition { width_px, height_px, bytes })
}

fn average(image: &RgbImage) -> [u8; 3] {
    let mut sums = [0_u64; 3];
    for pixel in image.pixels() {
        sums.iter_mut().zip(pixel.0).for_each(|(sum, it)| *sum += u64::from(it));
    }
    let count = (u64::from(image.width()) * u64::from(image.height())).max(1);
    sums.map(|sum| u8::try_from((sum + count / 2) / count).unwrap_or(u8::MAX))
}
