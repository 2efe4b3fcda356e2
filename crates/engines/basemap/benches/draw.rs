//! How long a view takes to draw.

use std::hint::black_box;
use std::path::PathBuf;

use basemap::{Basemap, DrawOptions, View, build_country, draw};
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
    country(criterion, &options);
    criterion.bench_function("sketch/read", |bencher| bencher.iter(Basemap::sketch));
}

/// The real country, when its files are there.
fn country(criterion: &mut Criterion, options: &DrawOptions) {
    let data = std::env::var("MAILLAGE_DATA").map_or_else(
        |_| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/data"),
        PathBuf::from,
    );
    let load = |name: &str| std::fs::read(data.join("geo/basemap").join(name)).ok();
    let Ok(country) = build_country(&load, &mut |_| {}) else {
        eprintln!("skipped: no country (set MAILLAGE_DATA)");
        return;
    };
    let Ok(land) = Basemap::open(country.bytes) else { return };
    for (name, lat, lon, zoom) in [
        ("france", 46.6, 2.4, 5.4),
        ("half", 46.6, 2.4, 7.5),
        ("bretagne", 48.1, -2.5, 8.0),
        ("rennes", 48.1, -1.7, 10.5),
    ] {
        let view = View { lat, lon, zoom, width_px: 900.0, height_px: 640.0, bleed_px: 300.0 };
        criterion.bench_function(&format!("country/{name}"), |bencher| {
            bencher.iter(|| draw(black_box(&view), &land, &[], options));
        });
    }
    criterion.bench_function("country/open", |bencher| {
        bencher.iter(|| Basemap::open(land.as_bytes().to_vec()).is_ok());
    });
}

criterion_group!(benches, views);
criterion_main!(benches);
