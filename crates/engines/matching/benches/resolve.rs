//! How long records take to become places: 1,000 to 100,000 invented ones, then 16,066 real ones
//! when `MAILLAGE_DATA` has them.

#[path = "../examples/lists/standard.rs"]
mod standard;

use std::hint::black_box;
use std::path::PathBuf;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use matching::{Corpus, Record, Weights, explain, resolve};

/// Numbers that look random and are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963);
        let drawn = usize::try_from(self.0 >> 33).unwrap_or_default();
        drawn % limit
    }

    fn share(&mut self) -> f64 {
        f64::from(u32::try_from(self.below(1_000_000)).unwrap_or_default()) / 1_000_000.0
    }
}

const KINDS: [&str; 8] = [
    "Mairie",
    "Bibliothèque",
    "Médiathèque",
    "Centre social",
    "France services",
    "MSAP",
    "Mission locale",
    "Espace public numérique",
];

const SYLLABLES: [&str; 16] = [
    "ba", "lo", "ri", "ten", "mar", "sau", "vel", "du", "cou", "nai", "pré", "gon", "fer", "thi",
    "bus", "ol",
];

fn word(numbers: &mut Numbers) -> String {
    (0..3).map(|_| SYLLABLES[numbers.below(SYLLABLES.len())]).collect()
}

/// Invented records: each place is in one to four lists, with other spellings and missing values.
/// There are as many communes as it takes for 25 records in each, as in the real lists.
fn invented(count: usize) -> Vec<Record> {
    let mut numbers = Numbers(7);
    let mut records = Vec::with_capacity(count);
    while records.len() < count {
        let commune = numbers.below((count / 25).max(4));
        let place = place(&mut numbers, commune);
        for _ in 0..=numbers.below(4) {
            records.push(another_row(&mut numbers, &place));
        }
    }
    records.truncate(count);
    records
}

fn place(numbers: &mut Numbers, commune: usize) -> Record {
    let own = word(numbers);
    let (row, column) = (commune / 200, commune % 200);
    let degrees = |index: usize| f64::from(u32::try_from(index).unwrap_or_default()) * 0.04;
    Record {
        name: format!("{} {own}", KINDS[numbers.below(KINDS.len())]),
        street: format!("{} rue {} {}", 1 + numbers.below(80), word(numbers), word(numbers)),
        postcode: format!("{:05}", 1000 + commune),
        commune: format!("Ville {commune}"),
        commune_code: format!("{:05}", 1000 + commune),
        lat: Some(43.0 + degrees(row) + numbers.share() * 0.02),
        lon: Some(-1.0 + degrees(column) + numbers.share() * 0.02),
        phone: format!("04{:08}", numbers.below(100_000_000)),
        email: format!("contact@{own}{commune}.example"),
        ..Record::default()
    }
}

fn another_row(numbers: &mut Numbers, place: &Record) -> Record {
    let mut row = Record { source: u32::try_from(numbers.below(12)).unwrap_or(0), ..place.clone() };
    match numbers.below(4) {
        0 => row.name = row.name.to_uppercase(),
        1 => row.name = format!("{} de {}", row.name, row.commune),
        2 => (row.lat, row.lon) = (None, None),
        _ => row.street = row.street.replace("rue", "r."),
    }
    match numbers.below(3) {
        0 => row.phone.clear(),
        1 => row.email.clear(),
        _ => {}
    }
    row
}

fn resolving(criterion: &mut Criterion) {
    let weights = Weights::shipped();
    let mut group = criterion.benchmark_group("resolve");
    group.sample_size(10);
    for count in [1_000, 10_000, 100_000] {
        let records = invented(count);
        group.throughput(Throughput::Elements(count as u64));
        group.bench_with_input(BenchmarkId::new("invented", count), &records, |bench, records| {
            bench.iter(|| resolve(black_box(records), &[], &weights));
        });
    }
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/data");
    let folder = std::env::var_os("MAILLAGE_DATA").map_or(beside, PathBuf::from);
    match standard::standardised(&folder) {
        Ok(records) => {
            group.throughput(Throughput::Elements(records.len() as u64));
            group.bench_function("standardised", |bench| {
                bench.iter(|| resolve(black_box(&records), &[], &weights));
            });
        }
        Err(problem) => eprintln!("skipped: no real lists ({problem}); set MAILLAGE_DATA"),
    }
    group.finish();
}

fn explaining(criterion: &mut Criterion) {
    let weights = Weights::shipped();
    let records = invented(1_000);
    let corpus = Corpus::of(&records);
    criterion.bench_function("explain", |bench| {
        bench.iter(|| explain(black_box(&records[0]), black_box(&records[1]), &corpus, &weights));
    });
}

criterion_group!(benches, resolving, explaining);
criterion_main!(benches);
