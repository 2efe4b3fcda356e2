//! Two processes on one database: what one writes, the other shows within a second.

use crate::http::{escaped, get};
use crate::program::{Program, Site, say};
use anyhow::{Result, ensure};
use std::time::{Duration, Instant};

/// The promise.
const PROMISE: Duration = Duration::from_secs(1);
/// What the test bears: on a machine where six builds run at once, a second is not a second.
const BEARABLE: Duration = Duration::from_secs(3);
const GLANCE: Duration = Duration::from_millis(50);

#[test]
fn an_edit_by_one_process_is_shown_by_another_within_a_second() {
    for program in Program::on_each_engine("neighbours").unwrap() {
        program.ok(&["demo", "--fill-only"]).unwrap();
        let site = program.serve().unwrap();
        let places = program.places().unwrap();
        for (n, place) in places.iter().step_by(200).enumerate() {
            let id = place["id"].as_str().unwrap();
            let name = format!("Lanterne nouvelle zyx{n}");
            program.ok(&["place", "edit", id, &format!("nom={name}")]).unwrap();
            let took = seen(&site, &name, true).unwrap();
            let verdict = if took <= PROMISE { "kept" } else { "BROKEN, on a busy machine?" };
            say(&format!("{}: shown after {took:.2?}, promise {verdict}", program.engine()));
            let page = get(&site.host, &format!("/api/v1/places/{id}")).unwrap();
            assert_eq!(page.json().unwrap()["fields"]["nom"], name.as_str());
        }
        let id = places[0]["id"].as_str().unwrap();
        program.ok(&["place", "close", id, "--why", "travaux"]).unwrap();
        let took = seen(&site, "Lanterne nouvelle zyx0", false).unwrap();
        say(&format!("{}: a closed place is gone after {took:.2?}", program.engine()));
    }
}

/// How long until the search of the site (which is served from memory) finds the name, or
/// finds it no more.
fn seen(site: &Site, name: &str, wanted: bool) -> Result<Duration> {
    let start = Instant::now();
    loop {
        let answer = get(&site.host, &format!("/api/v1/places?q={}", escaped(name)))?.json()?;
        let items = answer["items"].as_array().map_or(&[][..], Vec::as_slice);
        if items.iter().any(|it| it["fields"]["nom"] == name) == wanted {
            return Ok(start.elapsed());
        }
        ensure!(start.elapsed() < BEARABLE, "« {name} »: nothing after {BEARABLE:?}");
        std::thread::sleep(GLANCE);
    }
}
