//! Reading the header, then the pixels, within limits.

use crate::{Kind, MEMORY_MAX_BYTES, PIXELS_MAX, Picture, Refusal};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use std::io::Cursor;

/// What the header of a picture says.
pub(crate) struct Header {
    pub(crate) picture: Picture,
    pub(crate) orientation: Orientation,
}

/// Reads the header of a picture whose frame is whole.
pub(crate) fn header(kind: Kind, bytes: &[u8]) -> Result<Header, Refusal> {
    let mut decoder = decoder(kind, bytes)?;
    header_of(kind, &mut decoder)
}

/// Decodes the pixels, not yet turned.
pub(crate) fn pixels(kind: Kind, bytes: &[u8]) -> Result<(Header, DynamicImage), Refusal> {
    let mut decoder = decoder(kind, bytes)?;
    let header = header_of(kind, &mut decoder)?;
    let image = DynamicImage::from_decoder(decoder).map_err(|_| Refusal::Broken { kind })?;
    Ok((header, image))
}

fn header_of(kind: Kind, decoder: &mut impl ImageDecoder) -> Result<Header, Refusal> {
    let (width_px, height_px) = decoder.dimensions();
    if width_px == 0 || height_px == 0 {
        return Err(Refusal::Broken { kind });
    }
    let pixels = u64::from(width_px) * u64::from(height_px);
    let pixel_bytes = u64::from(decoder.color_type().bytes_per_pixel()).max(1);
    let pixels_max = PIXELS_MAX.min(MEMORY_MAX_BYTES / pixel_bytes);
    if pixels > pixels_max {
        return Err(Refusal::TooManyPixels { width_px, height_px, pixels_max });
    }
    // A picture that says nonsense of how it was held is shown as it is.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let (width_px, height_px) =
        if is_turned(orientation) { (height_px, width_px) } else { (width_px, height_px) };
    Ok(Header { picture: Picture { kind, width_px, height_px }, orientation })
}

fn decoder(kind: Kind, bytes: &[u8]) -> Result<impl ImageDecoder + '_, Refusal> {
    let format = match kind {
        Kind::Jpeg => ImageFormat::Jpeg,
        Kind::Png => ImageFormat::Png,
        Kind::WebP => ImageFormat::WebP,
    };
    let mut limits = Limits::default();
    // What the decoder needs beside the pixels.
    limits.max_alloc = Some(MEMORY_MAX_BYTES + (64 << 20));
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    reader.into_decoder().map_err(|_| Refusal::Broken { kind })
}

/// Whether width and height change places.
fn is_turned(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}
