//! How fast rows are read and normalised, on generated lists.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use intake::{Communes, Mapping, normalise, read};
use std::fmt::Write;
use std::hint::black_box;

const ROWS: u32 = 2_000;

fn communes() -> Communes {
    let mut csv = String::from(
        "code,nom,type,departement,region,codes_postaux,population,siren,anciens_codes,\
         latitude,longitude\n",
    );
    for number in 0..3_000_u32 {
        let department = number / 40 + 10;
        let code = number % 40 + 100;
        let _ = writeln!(
            csv,
            "{department}{code},Bourg-Neuf-{number},commune-actuelle,{department},84,\
             {department}{code},{},,,46.{number:04},3.{number:04}",
            number * 7 % 9_000
        );
    }
    Communes::read_official_csv(csv.as_bytes()).unwrap_or_default()
}

fn list() -> String {
    let mut json = String::from("[");
    for number in 0..ROWS {
        let commune = number % 3_000;
        let (department, code) = (commune / 40 + 10, commune % 40 + 100);
        let comma = if number == 0 { "" } else { "," };
        let _ = write!(
            json,
            "{comma}{{\"id\":{number},\"nom\":\"Médiathèque n° {number}\",\"adresse\":\"{} rue du \
             Port\",\"cp\":\"{department}{code}\",\"ville\":\"BOURG NEUF {commune}\",\"lat\":\
             46.{commune:04},\"lon\":3.{commune:04},\"tel\":\"02 99 {:02} {:02} 10\",\"lundi\":\
             \"9h à 12h et 14h à 17h30\",\"mardi\":\"Fermé\",\"services\":\"Impression;Prendre en \
             main un ordinateur\",\"site\":\"www.exemple.fr\"}}",
            number % 90 + 1,
            number / 100 % 100,
            number % 100
        );
    }
    json.push(']');
    json
}

const RULES: &str = r#"
source = { key = "bench", name = "Banc" }
read = { format = "json" }
identity = { columns = ["id"] }
[fields]
nom = { columns = ["nom"] }
adresse = { columns = ["adresse"] }
code_postal = { columns = ["cp"] }
commune = { columns = ["ville"] }
latitude = { columns = ["lat"] }
longitude = { columns = ["lon"] }
telephone = { columns = ["tel"] }
site_web = { columns = ["site"] }
services = { columns = ["services"] }
horaires = { days = { lundi = "lundi", mardi = "mardi", jeudi = "lundi" } }
typologie = { columns = ["nom"], quiet = true }
"#;

fn benchmark(criterion: &mut Criterion) {
    let communes = communes();
    let list = list();
    let Ok(mapping) = Mapping::from_toml(RULES) else { return };
    let mut group = criterion.benchmark_group("intake");
    group.throughput(Throughput::Elements(u64::from(ROWS)));
    group.bench_function("read and normalise a JSON list", |bencher| {
        bencher.iter(|| {
            let mut bytes = list.as_bytes();
            let Ok(rows) = read(&mut bytes, &mapping) else { return };
            for row in rows.flatten() {
                black_box(normalise(&row, &mapping, &communes));
            }
        });
    });
    group.bench_function("read a JSON list", |bencher| {
        bencher.iter(|| {
            let mut bytes = list.as_bytes();
            read(&mut bytes, &mapping).map(Iterator::count).unwrap_or_default()
        });
    });
    group.finish();
    criterion.bench_function("search a commune by its beginning", |bencher| {
        bencher.iter(|| black_box(communes.search("bourg n", 8).len()));
    });
}

criterion_group!(benches, benchmark);
criterion_main!(benches);
