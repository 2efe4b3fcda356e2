//! Prints the pairs that the weights get wrong, each with its clues, to learn from.

use matching::{Corpus, Record, Weights, explain, resolve};

use crate::lists::Labelled;

/// Prints at most `most` of the wrong pairs, spread over all of them.
pub(crate) fn print(labelled: &Labelled, weights: &Weights, most: usize) {
    let found = resolve(&labelled.records, &[], weights).cluster_of;
    let corpus = Corpus::of(&labelled.records);
    let wrong = wrong_pairs(&found, &labelled.truth);
    println!("{} pairs are wrong", wrong.len());
    let step = (wrong.len() / most).max(1);
    for (a, b) in wrong.iter().step_by(step) {
        let verdict = if found[*a] == found[*b] { "MERGED WRONGLY" } else { "MISSED" };
        let (a, b) = (&labelled.records[*a], &labelled.records[*b]);
        let explanation = explain(a, b, &corpus, weights);
        println!("\n{verdict} p = {:.3}\n  {}\n  {}", explanation.probability, row(a), row(b));
        for clue in explanation.contributions.iter().take(8) {
            print!("  {} {:+.2}", clue.key, clue.weight);
        }
        println!();
    }
}

fn wrong_pairs(found: &[u32], truth: &[u32]) -> Vec<(usize, usize)> {
    let mut wrong = Vec::new();
    for labels in [found, truth] {
        let mut order: Vec<usize> = (0..labels.len()).collect();
        order.sort_by_key(|index| labels[*index]);
        for group in order.chunk_by(|a, b| labels[*a] == labels[*b]) {
            for (position, a) in group.iter().enumerate() {
                let others = group[..position].iter().map(|b| (*b, *a));
                wrong.extend(
                    others.filter(|(a, b)| (found[*a] == found[*b]) != (truth[*a] == truth[*b])),
                );
            }
        }
    }
    wrong
}

fn row(record: &Record) -> String {
    let place = record.lat.zip(record.lon);
    [
        record.source.to_string(),
        record.name.clone(),
        record.street.clone(),
        format!("{} {} {}", record.postcode, record.commune, record.commune_code),
        place.map_or(String::new(), |(lat, lon)| format!("{lat:.5} {lon:.5}")),
        record.phone.clone(),
        record.email.clone(),
        record.web.clone(),
        record.pivot.clone(),
    ]
    .join(" | ")
}
