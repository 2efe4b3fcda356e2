//! How long a photograph takes to be recognised and prepared: a telephone's, 12 and 48 megapixels.

use criterion::{Criterion, criterion_group, criterion_main};
use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};
use std::hint::black_box;

/// A photograph of nothing: smooth colours and some grain.
fn photograph(width: u32, height: u32) -> Vec<u8> {
    let drawn = RgbImage::from_fn(width, height, |x, y| {
        let grain = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)) >> 28;
        let level = |it: u32| u8::try_from((it + grain) & 0xFF).unwrap_or_default();
        Rgb([level(x * 255 / width), level(y * 255 / height), level((x + y) / 32)])
    });
    let mut bytes = Vec::new();
    if JpegEncoder::new_with_quality(&mut bytes, 80).encode_image(&drawn).is_err() {
        bytes.clear();
    }
    bytes
}

fn prepare(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("picture");
    group.sample_size(10);
    for (name, width, height) in [("12 megapixels", 4000, 3000), ("48 megapixels", 8000, 6000)] {
        let bytes = photograph(width, height);
        group.bench_function(format!("accept, {name}"), |it| {
            it.iter(|| picture::accept(black_box(&bytes)));
        });
        group.bench_function(format!("prepare, {name}"), |it| {
            it.iter(|| picture::prepare(black_box(&bytes)));
        });
    }
    group.finish();
}

criterion_group!(benches, prepare);
criterion_main!(benches);
