//! Measures the shipped weights on the real and generated lists.
//!
//! `MAILLAGE_DATA=... cargo run --release -p matching --example evaluate`
//!
//! With `-- --mistakes generated 40` or `-- --mistakes desks 40`, prints pairs it gets wrong.
#![expect(clippy::print_stdout, reason = "an example talks to the person who runs it")]

mod lists;
#[path = "lists/mistakes.rs"]
mod mistakes;
#[path = "lists/standard.rs"]
mod standard;

use std::error::Error;

use lists::Labelled;
use matching::{Weights, evaluate, resolve};

fn main() -> Result<(), Box<dyn Error>> {
    let Some(folder) = lists::folder() else { return Ok(()) };
    let weights = Weights::shipped();
    let generated = lists::generated(&folder)?;
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [_, list, most] = &arguments[..] {
        let of_desks = list == "desks";
        let labelled = if of_desks { lists::france_services(&folder)? } else { generated };
        mistakes::print(&labelled, &weights, most.parse()?);
        return Ok(());
    }
    report("generated, whole", &generated, &weights);
    let desks = lists::france_services(&folder)?;
    report("France services 2020-10 and 2022-12, whole", &desks, &weights);
    let standardised = Labelled { records: standard::standardised(&folder)?, truth: Vec::new() };
    report("standardised, 23 real lists", &standardised, &weights);
    Ok(())
}

fn report(title: &str, labelled: &Labelled, weights: &Weights) {
    let start = std::time::Instant::now();
    let resolution = resolve(&labelled.records, &[], weights);
    let spent = start.elapsed();
    let clusters = resolution.cluster_of.iter().max().map_or(0, |last| last + 1);
    println!("{title}: {} records, {clusters} places", labelled.records.len());
    println!(
        "  {:.0} ms, {} pairs compared, {} hosted, {} to review, {} large clusters",
        spent.as_secs_f64() * 1000.0,
        resolution.compared,
        resolution.hosted.len(),
        resolution.review.len(),
        resolution.large_clusters.len()
    );
    if labelled.truth.is_empty() {
        return;
    }
    let found = &resolution.cluster_of;
    let (precision, recall, f1) = lists::kept_apart_figures(found, &labelled.truth);
    println!(
        "  kept apart from learning: pairs precision {precision:.4} recall {recall:.4} F1 {f1:.4}"
    );
    for (way, figures) in [
        ("pairs", evaluate::pairwise(found, &labelled.truth)),
        ("B3   ", evaluate::b_cubed(found, &labelled.truth)),
    ] {
        let (low, high) = evaluate::interval_95(figures.precision, labelled.records.len());
        println!(
            "  {way} precision {:.4} ({low:.3} to {high:.3}) recall {:.4} F1 {:.4}",
            figures.precision, figures.recall, figures.f1
        );
    }
}
