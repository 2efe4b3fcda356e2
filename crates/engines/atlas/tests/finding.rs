//! What people type finds what they need.

use atlas::{
    Atlas, Doc, Facet, FacetCount, Filter, Query, Reading, Sort, Spot, Synonyms, WeekMask, fold,
};
use base::{Bounds, Id, PlaceId, Point, Ulid};

fn id(number: u64) -> PlaceId {
    PlaceId::from_ulid(Ulid::from_parts(number, 0))
}

fn doc(number: u64, name: &str, commune: &str, text: &str) -> Doc {
    Doc {
        id: id(number),
        name: name.into(),
        commune: commune.into(),
        postcode: String::new(),
        commune_code: commune.to_uppercase(),
        department: "29".into(),
        address: String::new(),
        text: text.into(),
        facets: Vec::new(),
        point: None,
        fold: fold(name),
        week: None,
    }
}

fn town() -> Atlas {
    let docs = vec![
        doc(1, "Médiathèque de Plouvigny", "Plouvigny", "Accès internet et matériel informatique"),
        doc(2, "L'Étape", "Kerlou", "Aide aux démarches administratives"),
        doc(3, "Espace Saint-Éloi", "Saint-Malo", "Insertion professionnelle via le numérique"),
        doc(4, "Mairie de Kerlou", "Kerlou", "Utilisation sécurisée du numérique"),
        doc(5, "Fab Lab du Port", "Saint-Malo", "Loisirs et créations numériques"),
        doc(6, "Ordi Récup", "Plouvigny", "Acquisition de matériel informatique à prix solidaire"),
        doc(7, "Café associatif", "Tréno", "\nWi-Fi gratuit, adresse de la mairie de Kerlou"),
    ];
    Atlas::build(docs, Synonyms::french())
}

fn text(text: &str) -> Query {
    let filter = Filter { text: text.into(), ..Filter::default() };
    Query { filter, limit: 10, ..Query::default() }
}

fn found(atlas: &Atlas, words: &str) -> Vec<u64> {
    let hits = atlas.search(&text(words)).hits;
    hits.iter().filter_map(|hit| (1..20).find(|&number| id(number) == hit.id)).collect()
}

#[test]
fn accents_case_elisions_and_hyphens_do_not_matter() {
    let atlas = town();
    assert_eq!(found(&atlas, "MEDIATHEQUE plouvigny"), [1]);
    assert_eq!(found(&atlas, "étape"), [2]);
    assert_eq!(found(&atlas, "l’etape"), [2]);
    assert_eq!(found(&atlas, "st eloi"), [3]);
    assert_eq!(found(&atlas, "saint malo éloi "), [3]);
}

#[test]
fn plurals_and_verbs_find_the_word() {
    let atlas = town();
    assert_eq!(found(&atlas, "médiathèques "), [1]);
    assert_eq!(found(&atlas, "démarche administrative "), [2]);
}

#[test]
fn a_beginning_is_enough_while_one_types() {
    let atlas = town();
    assert_eq!(found(&atlas, "mediat"), [1]);
    assert_eq!(found(&atlas, "mairie ker"), [4, 7]);
    assert_eq!(found(&atlas, "mediat "), [1], "an unfinished word is mended");
}

#[test]
fn the_name_weighs_more_than_the_rest() {
    assert_eq!(found(&town(), "mairie kerlou"), [4, 7]);
}

#[test]
fn a_typing_error_is_mended_and_said() {
    let atlas = town();
    for wrong in ["mediateque ", "mediathéqe ", "mdeiatheque ", "médiathhèque "] {
        let answer = atlas.search(&text(wrong));
        assert_eq!((answer.total, answer.hits[0].id), (1, id(1)), "{wrong}");
        assert_eq!(answer.understood[0].reading, Reading::Corrected);
        assert_eq!(answer.understood[0].words, ["médiathèque"]);
    }
    assert_eq!(found(&atlas, "saintmalo eloi"), [3], "a missing space too");
}

#[test]
fn words_written_by_ear_are_understood() {
    let atlas = town();
    assert_eq!(found(&atlas, "mediatek "), [1]);
    assert_eq!(found(&atlas, "fotocopi")[0], 1);
}

#[test]
fn a_town_is_kept_when_something_must_go() {
    let atlas = town();
    let answer = atlas.search(&text("fablab kerlou"));
    assert_eq!(found(&atlas, "fablab kerlou"), [4, 2, 7]);
    assert_eq!(answer.understood.len(), 1);
    assert_eq!(answer.understood[0].typed, "fablab");
    assert_eq!(answer.understood[0].reading, Reading::Dropped);
}

#[test]
fn citizens_words_lead_to_the_services() {
    let atlas = town();
    assert_eq!(found(&atlas, "impots"), [2]);
    assert_eq!(found(&atlas, "faire mes papiers"), [2]);
    assert_eq!(found(&atlas, "CAF"), [2]);
    assert_eq!(found(&atlas, "impriner"), [1], "even misspelt");
    assert_eq!(found(&atlas, "où imprimer un document")[0], 1);
    assert_eq!(found(&atlas, "mot de passe oublié")[0], 4);
    assert_eq!(found(&atlas, "ordinateur pas cher"), [6]);
    assert_eq!(found(&atlas, "un CV "), [3]);
    assert_eq!(found(&atlas, "wifi")[0], 7);
    assert_eq!(found(&atlas, "fablab"), [5]);
    let answer = atlas.search(&text("impôts"));
    assert_eq!(answer.understood[0].reading, Reading::Widened);
    assert_eq!(answer.understood[0].words, ["démarches"]);
}

#[test]
fn words_that_match_nothing_together_are_dropped_and_said() {
    let atlas = town();
    let answer = atlas.search(&text("étape xylophone"));
    assert_eq!(answer.hits[0].id, id(2));
    assert_eq!(answer.understood[0].typed, "xylophone");
    assert_eq!(answer.understood[0].reading, Reading::Dropped);
    assert_eq!(found(&atlas, "étape numérique récup"), [6], "the commonest words go first");
    assert_eq!(found(&atlas, "xylophone"), Vec::<u64>::new());
}

#[test]
fn words_that_say_nothing_let_everyone_through() {
    let atlas = town();
    assert_eq!(atlas.search(&text("de la ")).total, 7);
    assert_eq!(atlas.search(&text("  ?! ")).total, 7);
}

#[test]
fn counts_lift_the_choice_of_their_own_family() {
    let facet = |family, value| Facet { family, value };
    let mut docs: Vec<Doc> = (1..=3).map(|n| doc(n, "Lieu", "Ici", "")).collect();
    docs[0].facets = vec![facet(1, 10), facet(2, 5)];
    docs[1].facets = vec![facet(1, 11), facet(2, 5)];
    docs[2].facets = vec![facet(1, 11), facet(2, 6)];
    let atlas = Atlas::build(docs, Synonyms::default());
    let filter = Filter { any_of: vec![(1, vec![11]), (2, vec![5])], ..Filter::default() };
    let query = Query { filter, limit: 9, count_families: vec![1, 2], ..Query::default() };
    let answer = atlas.search(&query);
    assert_eq!(answer.total, 1);
    let count = |family, value, count| FacetCount { family, value, count };
    assert_eq!(answer.counts, [count(1, 10, 1), count(1, 11, 1), count(2, 5, 1), count(2, 6, 1)]);
}

#[test]
fn nearest_first_says_metres_and_keeps_unplaced_places_last() {
    let mut docs: Vec<Doc> = (1..=3).map(|n| doc(n, "Lieu", "Ici", "")).collect();
    docs[0].point = Point::new(48.1, -1.6);
    docs[1].point = Point::new(48.0, -1.6);
    let atlas = Atlas::build(docs, Synonyms::default());
    let here = Point { lat: 48.0, lon: -1.6 };
    let query = Query { sort: Sort::Distance(here), limit: 9, ..Query::default() };
    let hits = atlas.search(&query).hits;
    assert_eq!(hits.iter().map(|hit| hit.id).collect::<Vec<_>>(), [id(2), id(1), id(3)]);
    assert!(hits[1].distance_m.is_some_and(|metres| (metres - 11_119.0).abs() < 10.0));
    assert_eq!(hits[2].distance_m, None);
    assert_eq!(atlas.nearest(here, 5, id(2)).len(), 1);
}

#[test]
fn among_equal_matches_the_closer_comes_first() {
    let mut docs: Vec<Doc> = (1..=2).map(|n| doc(n, "Mairie", "Ici", "")).collect();
    docs[0].point = Point::new(48.1, -1.6);
    docs[1].point = Point::new(48.01, -1.6);
    let atlas = Atlas::build(docs, Synonyms::default());
    let mut query = text("mairie");
    query.filter.near = Some((Point { lat: 48.0, lon: -1.6 }, 20_000.0));
    assert_eq!(atlas.search(&query).hits[0].id, id(2));
}

#[test]
fn only_places_open_at_the_time_pass() {
    let mut docs: Vec<Doc> = (1..=3).map(|n| doc(n, "Lieu", "Ici", "")).collect();
    docs[0].week = Some(WeekMask::of(5, 9 * 60, 12 * 60));
    docs[1].week = Some(WeekMask::of(4, 9 * 60, 12 * 60));
    let atlas = Atlas::build(docs, Synonyms::default());
    let saturday = Some(WeekMask::quarter(5, 10 * 60));
    let filter = Filter { open_at: saturday, ..Filter::default() };
    assert_eq!(atlas.all(&filter).iter().map(|doc| doc.id).collect::<Vec<_>>(), [id(1)]);
}

#[test]
fn places_at_one_point_are_one_mark_that_no_zoom_parts() {
    let mut docs: Vec<Doc> = (1..=3).map(|n| doc(n, "Lieu", "Ici", "")).collect();
    docs[0].point = Point::new(48.1, -1.6);
    docs[1].point = Point::new(48.1, -1.6);
    docs[2].point = Point::new(48.2, -1.6);
    let atlas = Atlas::build(docs, Synonyms::default());
    let corner = |lat, lon| Point { lat, lon };
    let france = Bounds { min: corner(41.0, -6.0), max: corner(52.0, 10.0) };
    let spots = atlas.clusters(&Filter::default(), france, 19.0, 64.0);
    assert!(matches!(spots[0], Spot::One { id: one, .. } if one == id(3)));
    assert!(matches!(spots[1], Spot::Many { count: 2, same_point: true, .. }));
    let spots = atlas.clusters(&Filter::default(), france, 3.0, 64.0);
    assert!(matches!(spots[..], [Spot::Many { count: 3, same_point: false, .. }]));
}
