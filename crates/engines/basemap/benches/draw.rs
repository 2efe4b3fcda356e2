//! How long a view takes to draw.

use std::hint::black_box;

use basemap::{Basemap, DrawOptions, View, draw};
use criterion::{Criterion, criterion_group, criterion_main};

fn views(criterion: &mut Criterion) {
    let land = Basemap::sketch();
    let options = DrawOptions::default();
    for (name, lat, lon, zoom) in
        [("france", 46.6, 2.4, 5.4), ("bretagne", 48.1, -2.5, 8.0), ("rennes", 48.1, -1.7, 10.5)]
    {
        let view = View { lat, lon, zoom, width_px: 900.0, height_px: 640.0, bleed_px: 300.0 };
        criterion.bench_function(&format!("sketch/{name}"), |bencher| {
            bencher.iter(|| draw(black_box(&view), &land, &[], &options));
        });
    }
    criterion.bench_function("sketch/read", |bencher| bencher.iter(Basemap::sketch));
}

criterion_group!(benches, views);
criterion_main!(benches);
