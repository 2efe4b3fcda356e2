//! Fewer pixels: first whole blocks averaged on white, then a fine filter.
//!
//! The blocks read the decoded picture once and keep only what is needed, so that a photograph of
//! 50 megapixels is never held twice.

use image::imageops::{FilterType, resize};
use image::{DynamicImage, GenericImageView, Rgb, RgbImage};

/// The picture on white, its long side at most `long_px`, never enlarged.
pub(crate) fn on_white(image: &DynamicImage, long_px: u32) -> RgbImage {
    let (width, height) = image.dimensions();
    let (to_width, to_height) = fitted(width, height, long_px);
    // A quarter more than is wanted is left for the fine filter, which is ten times slower.
    let step = |from: u32, to: u32| (from / (to + to / 4).max(1)).max(1);
    let steps = (step(width, to_width), step(height, to_height));
    let blocks = match image.as_rgb8() {
        Some(image) if steps == (1, 1) => image.clone(),
        Some(image) => blocks((width, height), steps, |x, y| image.get_pixel(x, y).0),
        None => blocks((width, height), steps, |x, y| seen_on_white(image, x, y)),
    };
    sized(blocks, to_width, to_height)
}

/// The picture with a long side of at most `long_px`, never enlarged.
pub(crate) fn smaller(image: &RgbImage, long_px: u32) -> RgbImage {
    let (width, height) = fitted(image.width(), image.height(), long_px);
    resize(image, width, height, FilterType::CatmullRom)
}

fn sized(image: RgbImage, width: u32, height: u32) -> RgbImage {
    if image.dimensions() == (width, height) {
        return image;
    }
    resize(&image, width, height, FilterType::CatmullRom)
}

/// Width and height whose larger is at most `long_px`, in the same proportion, each at least 1.
pub(crate) fn fitted(width: u32, height: u32, long_px: u32) -> (u32, u32) {
    let long = width.max(height).max(1);
    if long <= long_px {
        return (width.max(1), height.max(1));
    }
    let scaled = |side: u32| {
        let rounded =
            (u64::from(side) * u64::from(long_px) + u64::from(long) / 2) / u64::from(long);
        u32::try_from(rounded).unwrap_or(long_px).clamp(1, long_px)
    };
    (scaled(width), scaled(height))
}

/// Averages blocks of `step_x` by `step_y` pixels. What is left at the edges, less than a block,
/// is dropped.
fn blocks(
    (width, height): (u32, u32),
    (step_x, step_y): (u32, u32),
    seen: impl Fn(u32, u32) -> [u8; 3],
) -> RgbImage {
    let (width, height) = (width / step_x, height / step_y);
    let area = u64::from(step_x) * u64::from(step_y);
    let mut blocks = RgbImage::new(width, height);
    let mut sums = vec![[0_u64; 3]; width as usize];
    for (y, row) in blocks.enumerate_rows_mut() {
        sums.fill([0; 3]);
        for from_y in y * step_y..(y + 1) * step_y {
            for (sum, x) in sums.iter_mut().zip(0_u32..) {
                for from_x in x * step_x..(x + 1) * step_x {
                    sum.iter_mut()
                        .zip(seen(from_x, from_y))
                        .for_each(|(sum, it)| *sum += u64::from(it));
                }
            }
        }
        for ((_, _, pixel), sum) in row.zip(&sums) {
            *pixel = Rgb(sum.map(|it| u8::try_from((it + area / 2) / area).unwrap_or(u8::MAX)));
        }
    }
    blocks
}

fn seen_on_white(image: &DynamicImage, x: u32, y: u32) -> [u8; 3] {
    let [red, green, blue, opacity] = image.get_pixel(x, y).0;
    if opacity == u8::MAX {
        return [red, green, blue];
    }
    let opacity = u32::from(opacity);
    [red, green, blue].map(|it| {
        let mixed = (u32::from(it) * opacity + 255 * (255 - opacity) + 127) / 255;
        u8::try_from(mixed).unwrap_or(u8::MAX)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_never_enlarged_and_never_vanishes() {
        assert_eq!(fitted(300, 200, 1600), (300, 200));
        assert_eq!(fitted(4000, 3000, 1600), (1600, 1200));
        assert_eq!(fitted(3000, 4000, 800), (600, 800));
        assert_eq!(fitted(50_000_000, 1, 320), (320, 1));
    }

    #[test]
    fn what_is_transparent_is_seen_on_white() {
        let clear = image::RgbaImage::from_pixel(3, 3, image::Rgba([0, 0, 0, 0]));
        let seen = on_white(&DynamicImage::ImageRgba8(clear), 1600);
        assert!(seen.pixels().all(|it| it.0 == [255; 3]));
    }
}
