//! Names that a browser or a spreadsheet would run: shown and exported as the words they are.

use crate::http::get;
use crate::lists;
use crate::program::{Program, Site};
use intake::standard::read_csv;
use serde_json::Value;

/// Markup as a list may write it: as tags, as entities, made to leave an attribute or a script.
const MARKUP: [&str; 6] = [
    "Maison <script>alert(1)</script>",
    "Relais &lt;script&gt;alert(1)&lt;/script&gt;",
    "Atelier <img src=x onerror=alert(1)>",
    "Espace \"><svg/onload=alert(1)>",
    "Fabrique </script><script>alert(1)</script>",
    "Halte &lt;/title&gt;&lt;script&gt;alert(1)//",
];

/// Names that a spreadsheet would run.
const FORMULAS: [&str; 5] =
    ["=cmd|' /C calc'!A0", "+SUM(1)", "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)", "'=déjà gardé"];

fn told(names: &[&str]) -> Program {
    let program = Program::new().unwrap();
    program.file("essai.toml", lists::mapping("csv")).unwrap();
    program.file("list", lists::named(names)).unwrap();
    program.ok(&["harvest", "--mapping", "essai.toml", "list"]).unwrap();
    program.ok(&["match"]).unwrap();
    program
}

fn items(site: &Site) -> Vec<Value> {
    let answer = get(&site.host, "/api/v1/places?limit=100").unwrap();
    answer.json().unwrap()["items"].as_array().unwrap().clone()
}

/// No tag of ours was made by a name.
fn runs_nothing(page: &str) {
    for tag in ["<script>alert", "<img src=x", "<svg/onload", "</title><script"] {
        assert!(!page.contains(tag), "« {tag} » in {page}");
    }
}

#[test]
fn markup_in_names_is_shown_as_words_on_every_page() {
    let program = told(&MARKUP);
    // What lists wrote may have been cleaned; what a person wrote is kept to the letter.
    let edited = "Tour <script>alert(1)</script> & \"co\"";
    let id = program.places().unwrap()[0]["id"].as_str().unwrap().to_owned();
    program.ok(&["place", "edit", &id, &format!("nom={edited}")]).unwrap();
    for field in ["presentation_detail", "adresse", "complement_adresse"] {
        let said = format!("{field}=</script><script>alert(1)</script>");
        program.ok(&["place", "edit", &id, &said]).unwrap();
    }
    let site = program.serve().unwrap();
    let items = items(&site);
    assert_eq!(items.len(), MARKUP.len());
    for item in &items {
        let path = item["url"].as_str().unwrap().split_once("/lieux/").unwrap().1;
        let page = get(&site.host, &format!("/lieux/{path}")).unwrap();
        assert_eq!(page.status, 200, "{path}");
        runs_nothing(&page.body);
    }
    let address = items.iter().find(|it| it["id"] == id.as_str()).unwrap()["url"].as_str().unwrap();
    let path = address.split_once("/lieux/").unwrap().1;
    let page = get(&site.host, &format!("/lieux/{path}")).unwrap().body;
    let shown = ["&lt;script&gt;alert(1)", "&#60;script&#62;alert(1)"];
    assert!(shown.iter().any(|it| page.contains(it)), "{page}");
    for path in [
        "/",
        "/?q=maison",
        "/?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "/territoires",
        "/?ou=%22%3E%3Csvg%2Fonload%3Dalert(1)%3E",
        "/lieux/%3Cscript%3Ealert(1)",
        "/plan-du-site",
        "/communes/35238",
        "/departements/35",
        "/carte/fragment",
        "/carte.svg",
        "/sitemap.xml",
    ] {
        runs_nothing(&get(&site.host, path).unwrap().body);
    }
}

#[test]
fn formulas_in_names_are_guarded_in_the_csv_and_read_back_as_they_were() {
    let program = told(&FORMULAS);
    let ids: Vec<String> =
        program.places().unwrap().iter().map(|it| it["id"].as_str().unwrap().to_owned()).collect();
    // A person's word is kept to the letter, whatever lists said.
    for (id, name) in ids.iter().zip(FORMULAS) {
        let outcome = program.ok(&["place", "edit", id, &format!("nom={name}")]).unwrap();
        assert!(outcome.out.contains("nom"), "{outcome:?}");
    }
    let path = program.path("lieux.csv");
    program.ok(&["export", "--format", "standard", "--out", &path]).unwrap();
    let csv = std::fs::read_to_string(&path).unwrap();
    for line in csv.lines().skip(1) {
        let starts = line.split(',').any(|it| {
            let cell = it.trim_start_matches('"');
            cell.starts_with(['=', '@']) || cell.starts_with("-2") || cell.starts_with("+SUM")
        });
        assert!(!starts, "a cell that runs: {line}");
    }
    let mut back: Vec<String> =
        read_csv(csv.as_bytes()).unwrap().into_iter().map(|it| it.name).collect();
    let mut there: Vec<String> = FORMULAS.iter().map(ToString::to_string).collect();
    back.sort();
    there.sort();
    assert_eq!(back, there);

    // The same through the front door: harvested elsewhere as a list in the standard.
    let mapping = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../mappings/standard-csv.toml");
    let other = Program::new().unwrap();
    let told = other.json(&["harvest", "--mapping", mapping, &path]).unwrap();
    assert_eq!((&told["counts"]["new"], &told["adds_up"]), (&5.into(), &true.into()), "{told}");
}

#[test]
fn addresses_that_no_one_types_are_answered_without_breaking() {
    for program in Program::on_each_engine("addresses").unwrap() {
        program.ok(&["demo", "--fill-only"]).unwrap();
        let site = program.serve().unwrap();
        let paths = [
            "/lieux/%FF",
            "/lieux/%00",
            "/lieux/a%00b",
            "/api/v1/places?cursor=affffffffffffffff",
            "/lieux/..%2f..%2fetc",
            "/?q=%00",
            "/?ou=%00",
            "/?q=%F0%9F%98%80",
            "/?zone=NaN,NaN,NaN,NaN",
            "/?pres=1e999,0",
            "/?rayon=-1",
            "/api/v1/places/%00",
            "/api/v1/places?q=%00",
            "/api/v1/places?cursor=a7fffffff",
            "/api/v1/places?limit=99999999999999999999",
            "/communes/%00",
            "/departements/%00",
            "/carte.svg?zone=0,0,0,0",
            "/carte/fragment?zone=180,90,-180,-90",
        ];
        let long = format!("/?q={}", "a".repeat(6_000));
        let mut broken = Vec::new();
        for path in paths.into_iter().chain([long.as_str()]) {
            let answer = get(&site.host, path).unwrap();
            if answer.status >= 500 {
                let start: String = path.chars().take(80).collect();
                broken.push(format!("{} {start}: {}", program.engine(), answer.status));
            }
        }
        assert!(broken.is_empty(), "{broken:#?}");
    }
}
