//! What must hold for any records: the order of arrival does not count, people have the last word,
//! and nothing a list may contain makes the engine fail.

use std::collections::BTreeSet;

use matching::{Corpus, Decision, Outcome, Record, Verdict, Weights, explain, resolve};
use proptest::prelude::*;
use proptest::sample::Index;

/// Records that look like places, few enough words and values for many of them to meet.
fn place() -> impl Strategy<Value = Record> {
    let name = prop::sample::select(vec![
        "Mairie",
        "Commune de Villeneuve",
        "Médiathèque Les Tilleuls",
        "Bibliotheque les tilleuls",
        "France services",
        "MSAP de Villeneuve",
        "Les Tilleuls - antenne nord",
        "Atelier Numérique Arc-en-Ciel",
        "",
    ]);
    let street = prop::sample::select(vec!["1 rue Basse", "3 r. Basse", "Rue Haute", ""]);
    let phone = prop::sample::select(vec!["0400000001", "+33400000002", ""]);
    let commune = prop::sample::select(vec![("Villeneuve", "01999"), ("VILLENEUVE", ""), ("", "")]);
    let point = prop::option::of((45.0..45.01, 5.0..5.01));
    (0_u32..4, name, street, phone, commune, point).prop_map(
        |(source, name, street, phone, (commune, code), point)| Record {
            source,
            name: name.to_owned(),
            street: street.to_owned(),
            postcode: "01000".to_owned(),
            commune: commune.to_owned(),
            commune_code: code.to_owned(),
            phone: phone.to_owned(),
            lat: point.map(|(lat, _)| lat),
            lon: point.map(|(_, lon)| lon),
            ..Record::default()
        },
    )
}

/// Records of any text at all.
fn anything() -> impl Strategy<Value = Record> {
    let words = (any::<String>(), any::<String>(), any::<String>(), any::<String>());
    let more = (any::<String>(), any::<String>(), any::<String>(), any::<String>());
    let point = (any::<Option<f64>>(), any::<Option<f64>>());
    (any::<u32>(), words, more, point).prop_map(|(source, words, more, (lat, lon))| Record {
        source,
        name: words.0,
        street: words.1,
        postcode: words.2.clone(),
        commune: words.2,
        commune_code: words.3.clone(),
        lat,
        lon,
        phone: more.0,
        email: more.1,
        web: more.2,
        pivot: more.3.clone(),
        kinds: vec![words.3],
        official_id: Some((String::new(), more.3)),
    })
}

/// The partition as sets of the records' contents, which have no order.
fn partition(records: &[Record], cluster_of: &[u32]) -> BTreeSet<Vec<String>> {
    let clusters = cluster_of.iter().max().map_or(0, |last| last + 1);
    let members = |cluster| {
        let pairs = records.iter().zip(cluster_of).filter(move |(_, of)| **of == cluster);
        let mut members: Vec<String> = pairs.map(|(record, _)| format!("{record:?}")).collect();
        members.sort();
        members
    };
    (0..clusters).map(members).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_arrival_does_not_matter(
        (records, shuffled) in prop::collection::vec(place(), 0..40)
            .prop_flat_map(|records| (Just(records.clone()), Just(records).prop_shuffle()))
    ) {
        let weights = Weights::shipped();
        let first = resolve(&records, &[], &weights);
        let second = resolve(&shuffled, &[], &weights);
        prop_assert_eq!(
            partition(&records, &first.cluster_of),
            partition(&shuffled, &second.cluster_of)
        );
        prop_assert_eq!(first.compared, second.compared);
    }

    #[test]
    fn what_people_decided_holds(
        records in prop::collection::vec(place(), 2..30),
        said in prop::collection::vec((any::<Index>(), any::<Index>(), 0_usize..3), 0..6)
    ) {
        let decisions: Vec<Decision> = said
            .iter()
            .map(|(a, b, verdict)| Decision {
                a: a.index(records.len()),
                b: b.index(records.len()),
                from: [Verdict::Same, Verdict::Hosted, Verdict::Different][*verdict],
            })
            .collect();
        let resolution = resolve(&records, &decisions, &Weights::shipped());
        let together = |x: &Decision| resolution.cluster_of[x.a] == resolution.cluster_of[x.b];
        let apart = |x: &&Decision| x.a != x.b && x.from != Verdict::Same;
        for decision in decisions.iter().filter(apart) {
            prop_assert!(!together(decision), "a person said these are not one place");
        }
        if !decisions.iter().any(|x| apart(&x)) {
            prop_assert!(decisions.iter().all(together), "a person said these are one place");
        }
    }

    #[test]
    fn no_text_makes_the_engine_fail(records in prop::collection::vec(anything(), 0..12)) {
        let weights = Weights::shipped();
        let resolution = resolve(&records, &[], &weights);
        prop_assert_eq!(resolution.cluster_of.len(), records.len());
        if let [first, second, ..] = &records[..] {
            let corpus = Corpus::of(&records);
            let explanation = explain(first, second, &corpus, &weights);
            prop_assert!((0.0..=1.0).contains(&explanation.probability));
        }
    }

    #[test]
    fn explaining_does_not_depend_on_which_record_comes_first(a in place(), b in place()) {
        let weights = Weights::shipped();
        let corpus = Corpus::of(&[a.clone(), b.clone()]);
        let there = explain(&a, &b, &corpus, &weights).probability;
        let back = explain(&b, &a, &corpus, &weights).probability;
        prop_assert!((there - back).abs() < 1e-6);
    }

    #[test]
    fn clusters_are_numbered_by_their_first_record(
        records in prop::collection::vec(place(), 0..30)
    ) {
        let resolution = resolve(&records, &[], &Weights::shipped());
        let mut next = 0;
        for cluster in resolution.cluster_of {
            prop_assert!(cluster <= next);
            next = next.max(cluster + 1);
        }
    }
}

#[test]
fn nothing_in_nothing_out() {
    let resolution = resolve(&[], &[], &Weights::shipped());
    assert!(resolution.cluster_of.is_empty() && resolution.pairs.is_empty());
}

#[test]
fn records_that_say_nothing_are_not_the_same_place() {
    let resolution = resolve(&vec![Record::default(); 5], &[], &Weights::shipped());
    assert_eq!(resolution.cluster_of, [0, 1, 2, 3, 4]);
}

#[test]
fn a_decision_about_a_record_that_does_not_exist_is_left_out() {
    let decision = Decision { a: 0, b: 9, from: Verdict::Same };
    let resolution = resolve(&[Record::default()], &[decision], &Weights::shipped());
    assert_eq!(resolution.cluster_of, [0]);
}

fn library(source: u32, name: &str) -> Record {
    Record {
        source,
        name: name.to_owned(),
        street: "12 rue de l'Exemple".to_owned(),
        postcode: "01000".to_owned(),
        commune: "Villeneuve".to_owned(),
        phone: "0400000001".to_owned(),
        ..Record::default()
    }
}

#[test]
fn a_library_and_a_mediatheque_of_one_name_are_one_place() {
    let records = [library(1, "Médiathèque Les Tilleuls"), library(2, "BIBLIOTHEQUE TILLEULS")];
    assert_eq!(resolve(&records, &[], &Weights::shipped()).cluster_of, [0, 0]);
}

#[test]
fn two_official_identifiers_keep_twins_apart() {
    let mut records = [library(1, "Les Tilleuls"), library(2, "Les Tilleuls")];
    records[0].official_id = Some(("fs".to_owned(), "1".to_owned()));
    records[1].official_id = Some(("fs".to_owned(), "2".to_owned()));
    assert_eq!(resolve(&records, &[], &Weights::shipped()).cluster_of, [0, 1]);
    records[1].official_id = Some(("other".to_owned(), "2".to_owned()));
    assert_eq!(resolve(&records, &[], &Weights::shipped()).cluster_of, [0, 0]);
}

#[test]
fn a_desk_in_a_town_hall_is_hosted_not_merged() {
    let mut records = [library(1, "Mairie"), library(2, "Espace Arc-en-Ciel")];
    records[1].kinds = vec!["RFS".to_owned()];
    let resolution = resolve(&records, &[], &Weights::shipped());
    assert_eq!(resolution.cluster_of, [0, 1]);
    assert_eq!(resolution.hosted, [(0, 1)]);
    assert!(resolution.pairs.iter().all(|pair| pair.outcome != Outcome::Same));
}
