//! Learns `weights.toml` from half of the generated places and half of the France services desks,
//! reports on the halves kept apart, and writes the file beside the crate.
//!
//! `MAILLAGE_DATA=... cargo run --release -p matching --example train -- [pull] [--dry] [--desks N]
//! [--floor N] [--same P]`
#![expect(clippy::print_stdout, reason = "an example talks to the person who runs it")]

mod lists;

use std::error::Error;
use std::path::Path;

use lists::Labelled;
use matching::{Weights, evaluate, resolve, train};

fn main() -> Result<(), Box<dyn Error>> {
    let Some(folder) = lists::folder() else { return Ok(()) };
    let generated = lists::generated(&folder)?;
    let desks = lists::france_services(&folder)?;
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let pull = arguments.first().and_then(|pull| pull.parse().ok()).unwrap_or(0.1);

    let mut examples = learnable(&generated, 1.0);
    examples.extend(learnable(&desks, setting(&arguments, "--desks", 12.0)));
    let same = examples.iter().filter(|example| example.same).count();
    println!("{} examples, {same} of them one place", examples.len());
    let mut weights = train::fit(&examples, pull, &Weights::shipped());
    weights.limits.floor = setting(&arguments, "--floor", weights.limits.floor);
    weights.limits.same_from = setting(&arguments, "--same", weights.limits.same_from);
    weights.limits.same_source_toll =
        setting(&arguments, "--toll", weights.limits.same_source_toll);
    weights.limits.repeating_share =
        setting(&arguments, "--repeating", weights.limits.repeating_share);
    report("generated", &generated, &weights);
    report("desks    ", &desks, &weights);
    if !arguments.iter().any(|argument| argument == "--dry") {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("weights.toml");
        std::fs::write(path, weights.to_toml())?;
    }
    Ok(())
}

fn setting(arguments: &[String], name: &str, default: f64) -> f64 {
    let position = arguments.iter().position(|argument| argument == name);
    let value = position.and_then(|position| arguments.get(position + 1));
    value.and_then(|value| value.parse().ok()).unwrap_or(default)
}

/// Examples of the places that are not kept apart. Half the places make half of the true pairs but
/// a quarter of the others, which therefore count twice.
fn learnable(labelled: &Labelled, importance: f64) -> Vec<train::Example> {
    let learnt = |label: &u32| Some(*label).filter(|label| !lists::is_kept_apart(*label));
    let labels: Vec<Option<u32>> = labelled.truth.iter().map(learnt).collect();
    let mut examples = train::examples(&labelled.records, &labels);
    for example in &mut examples {
        example.importance = if example.same { importance } else { 2.0 * importance };
    }
    examples
}

fn report(title: &str, labelled: &Labelled, weights: &Weights) {
    let resolution = resolve(&labelled.records, &[], weights);
    let found = &resolution.cluster_of;
    let (precision, recall, f1) = lists::kept_apart_figures(found, &labelled.truth);
    println!("{title} kept apart: pairs P {precision:.4} R {recall:.4} F1 {f1:.4}");
    let pairs = evaluate::pairwise(found, &labelled.truth);
    let records = evaluate::b_cubed(found, &labelled.truth);
    println!(
        "{title} whole:      pairs P {:.4} R {:.4} F1 {:.4} | B3 F1 {:.4} | {} compared, {} \
         to review",
        pairs.precision,
        pairs.recall,
        pairs.f1,
        records.f1,
        resolution.compared,
        resolution.review.len()
    );
}
