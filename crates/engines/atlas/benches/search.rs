//! What a question costs at thirty thousand invented places.

#[path = "../tests/invented/mod.rs"]
mod invented;

use std::hint::black_box;

use atlas::{Atlas, Filter, Query, Sort, Synonyms, WeekMask};
use base::{Bounds, Point};
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};

const PLACES: u64 = 30_000;
const COMMUNES: u32 = 5_000;
const HERE: Point = Point { lat: 46.9, lon: 2.1 };

fn docs() -> Vec<atlas::Doc> {
    (0..PLACES).map(|number| invented::place(number, COMMUNES)).collect()
}

fn query(filter: Filter) -> Query {
    Query { filter, limit: 20, count_families: vec![1, 2, 3], ..Query::default() }
}

fn text(text: &str) -> Filter {
    Filter { text: text.into(), ..Filter::default() }
}

fn square(half: f64) -> Bounds {
    Bounds {
        min: Point { lat: HERE.lat - half, lon: HERE.lon - half },
        max: Point { lat: HERE.lat + half, lon: HERE.lon + half },
    }
}

fn questions() -> Vec<(&'static str, Query)> {
    let near = Some((HERE, 20_000.0));
    let chosen = vec![(1, vec![0, 1]), (2, vec![3])];
    let nearest = Query { sort: Sort::Distance(HERE), ..query(Filter { near, ..text("") }) };
    let everywhere = Query { sort: Sort::Distance(HERE), ..query(text("")) };
    let combined = Filter {
        any_of: chosen.clone(),
        near: Some((HERE, 100_000.0)),
        open_at: Some(WeekMask::quarter(2, 600)),
        ..text("démarches mairie")
    };
    vec![
        ("text: two words", query(text("médiathèque kerguenec "))),
        ("text: a common word", query(text("numérique "))),
        ("text: citizens' words", query(text("faire mes impôts à la mairie "))),
        ("text: as one types", query(text("centre social plou"))),
        ("typing error: one", query(text("mediateque de lanvicourt "))),
        ("typing error: two", query(text("bibliotek municipale "))),
        ("facets", query(Filter { any_of: chosen, ..text("") })),
        ("nothing asked", query(text(""))),
        ("radius, nearest first", nearest),
        ("nearest of all", everywhere),
        ("box", query(Filter { bounds: Some(square(0.7)), ..text("") })),
        ("combined", query(combined)),
        ("by name", Query { sort: Sort::Name, ..query(text("démarches ")) }),
    ]
}

fn asking(criterion: &mut Criterion) {
    let atlas = Atlas::build(docs(), Synonyms::french());
    let mut group = criterion.benchmark_group("search");
    for (name, query) in questions() {
        group.bench_function(name, |bencher| bencher.iter(|| atlas.search(black_box(&query))));
    }
    group.finish();
    let mut group = criterion.benchmark_group("map");
    let filter = Filter { any_of: vec![(1, vec![0, 1])], ..Filter::default() };
    for (name, half, zoom) in [("country", 9.0, 6.0), ("region", 1.0, 9.0), ("town", 0.05, 13.0)] {
        group.bench_function(name, |bencher| {
            bencher.iter(|| atlas.clusters(black_box(&filter), square(half), zoom, 64.0));
        });
    }
    group.finish();
}

fn keeping(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("keep");
    group.sample_size(10);
    group.bench_function("build", |bencher| {
        let build = |docs| Atlas::build(docs, Synonyms::french());
        bencher.iter_batched(docs, build, BatchSize::PerIteration);
    });
    let mut atlas = Atlas::build(docs(), Synonyms::french());
    let mut number = 0;
    group.bench_function("put", |bencher| {
        let fresh = || {
            number += 7;
            invented::place(number % PLACES, COMMUNES)
        };
        bencher.iter_batched(fresh, |doc| atlas.put(doc), BatchSize::PerIteration);
    });
    group.finish();
}

criterion_group!(benches, asking, keeping);
criterion_main!(benches);
