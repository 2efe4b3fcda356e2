//! The indexes agree with a plain scan, and a kept atlas with a rebuilt one.

mod invented;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use atlas::{Answer, Atlas, Doc, Facet, FacetCount, Filter, Query, Sort, Spot, Synonyms, WeekMask};
use base::{Bounds, Point};
use proptest::prelude::*;

use invented::{id, place};

const COMMUNES: u32 = 12;

/// Invented places, some moved or changed so that ids clash and points coincide.
fn places() -> impl Strategy<Value = Vec<Doc>> {
    prop::collection::vec((0_u64..60, 0_u64..200), 0..80).prop_map(|pairs| {
        let renumbered = pairs.into_iter().map(|(number, look)| {
            let mut doc = place(look, COMMUNES);
            doc.id = id(number);
            doc
        });
        renumbered.collect()
    })
}

fn points() -> impl Strategy<Value = Point> {
    (42.0..52.0, -5.0..9.0).prop_map(|(lat, lon)| Point { lat, lon })
}

fn boxes() -> impl Strategy<Value = Bounds> {
    (points(), 0.0..9.0, 0.0..9.0).prop_map(|(min, tall, wide)| Bounds {
        min,
        max: Point { lat: min.lat + tall, lon: min.lon + wide },
    })
}

fn words() -> impl Strategy<Value = String> {
    let some = prop::sample::select(vec![
        "",
        "mediatheque",
        "mairie plou",
        "impots",
        "fab",
        "démarches numérique",
        "medaitheque",
        "saint",
        "centre social rue",
        "kerguenef",
        "imprimer jaures",
        "zzzz mairie",
        "3d",
        "les ",
        "espace public numérique",
        "pas cher",
        "29",
        "acces internet",
        "villle",
        "wifi gratuit",
    ]);
    some.prop_map(str::to_owned)
}

prop_compose! {
    fn filters()(
        text in words(),
        any_of in prop::collection::vec((1_u8..6, prop::collection::vec(0_u16..7, 0..3)), 0..3),
        near in prop::option::of((points(), 0.0..900_000.0)),
        bounds in prop::option::of(boxes()),
        town in prop::option::of(0_u64..200),
        department in prop::option::of(0_u64..200),
        open_at in prop::option::of(0_u16..680),
        kept in any::<[bool; 5]>(),
    ) -> Filter {
        Filter {
            text,
            any_of,
            near: near.filter(|_| kept[0]),
            bounds: bounds.filter(|_| kept[1]),
            commune_codes: town.filter(|_| kept[2])
                .map(|town| place(town, COMMUNES).commune_code).into_iter().collect(),
            department: department.filter(|_| kept[3])
                .map(|look| place(look, COMMUNES).department),
            departments: Vec::new(),
            open_at: open_at.filter(|_| kept[4]),
        }
    }
}

fn passes(doc: &Doc, filter: &Filter, lifted: Option<u8>) -> bool {
    let mut families: BTreeMap<u8, Vec<u16>> = BTreeMap::new();
    for (family, values) in &filter.any_of {
        families.entry(*family).or_default().extend(values);
    }
    let near = |(centre, radius): (Point, f64)| {
        doc.point.is_some_and(|point| centre.distance_m(point) <= radius)
    };
    let open = |quarter| doc.week.as_ref().is_some_and(|week| WeekMask::is_open(week, quarter));
    families.iter().all(|(&family, values)| {
        let has = |&value: &u16| doc.facets.contains(&Facet { family, value });
        lifted == Some(family) || values.is_empty() || values.iter().any(has)
    }) && filter.near.is_none_or(near)
        && filter.bounds.is_none_or(|b| doc.point.is_some_and(|point| b.contains(point)))
        && (filter.commune_codes.is_empty() || filter.commune_codes.contains(&doc.commune_code))
        && filter.department.as_ref().is_none_or(|code| *code == doc.department)
        && filter.open_at.is_none_or(open)
}

/// The last of each id.
fn distinct(docs: Vec<Doc>) -> Vec<Doc> {
    let by_id: BTreeMap<_, _> = docs.into_iter().map(|doc| (doc.id, doc)).collect();
    by_id.into_values().collect()
}

fn whole(filter: Filter, sort: Sort) -> Query {
    Query { filter, sort, offset: 0, limit: 1_000, count_families: (1..6).collect() }
}

fn answers(atlas: &Atlas, filter: &Filter, here: Point) -> Vec<Answer> {
    let sorts = [Sort::Relevance, Sort::Name, Sort::Distance(here)];
    sorts.map(|sort| atlas.search(&whole(filter.clone(), sort))).into()
}

/// Reading the French list anew for each case would take most of the time.
fn french() -> Synonyms {
    static FRENCH: LazyLock<Synonyms> = LazyLock::new(Synonyms::french);
    FRENCH.clone()
}

fn settings() -> ProptestConfig {
    ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() }
}

#[test]
fn in_a_large_atlas_too_pages_are_slices_and_keeping_equals_rebuilding() {
    let docs: Vec<Doc> = (0..3_000).map(|number| place(number, 300)).collect();
    let mut kept = Atlas::build(docs[..2_500].to_vec(), french());
    // Taken out from the end and put back, so that slots no longer follow ids.
    for doc in docs[1_000..2_500].iter().rev() {
        kept.remove(doc.id);
    }
    for doc in docs[1_000..].iter().rev() {
        kept.put(doc.clone());
    }
    let rebuilt = Atlas::build(docs, french());
    let here = Point { lat: 47.0, lon: 2.0 };
    for text in ["", "numérique ", "mairie", "mediateque plou", "impots", "bibliotek saint"] {
        for near in [None, Some((here, 300_000.0))] {
            let filter = Filter { text: text.into(), near, ..Filter::default() };
            for sort in [Sort::Relevance, Sort::Name, Sort::Distance(here)] {
                let all = Query { limit: 5_000, ..whole(filter.clone(), sort) };
                let page = Query { offset: 30, limit: 20, ..whole(filter.clone(), sort) };
                let all = rebuilt.search(&all).hits;
                let slice: Vec<_> = all.into_iter().skip(30).take(20).collect();
                assert_eq!(rebuilt.search(&page).hits, slice, "{text} {sort:?}");
                assert_eq!(kept.search(&page), rebuilt.search(&page), "{text} {sort:?}");
            }
        }
    }
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn filters_and_counts_equal_a_plain_scan(docs in places(), filter in filters()) {
        let atlas = Atlas::build(docs.clone(), french());
        let docs = distinct(docs);
        // The words alone come from the atlas; all the rest is recounted.
        let words = Filter { text: filter.text.clone(), ..Filter::default() };
        let matching: Vec<_> = atlas.all(&words).iter().map(|doc| doc.id).collect();
        let docs: Vec<Doc> = docs.into_iter().filter(|doc| matching.contains(&doc.id)).collect();
        let answer = atlas.search(&whole(filter.clone(), Sort::Name));
        let mut expected: Vec<&Doc> = docs.iter().collect();
        expected.retain(|doc| passes(doc, &filter, None));
        expected.sort_by_key(|doc| (&doc.fold, doc.id));
        let ids: Vec<_> = answer.hits.iter().map(|hit| hit.id).collect();
        prop_assert_eq!(ids, expected.iter().map(|doc| doc.id).collect::<Vec<_>>());
        prop_assert_eq!(answer.total, expected.len());
        let mut counts: BTreeMap<(u8, u16), usize> = BTreeMap::new();
        for family in 1..6 {
            for doc in docs.iter().filter(|doc| passes(doc, &filter, Some(family))) {
                for facet in doc.facets.iter().filter(|facet| facet.family == family) {
                    *counts.entry((family, facet.value)).or_default() += 1;
                }
            }
        }
        let counts: Vec<_> = counts.into_iter()
            .map(|((family, value), count)| FacetCount { family, value, count }).collect();
        prop_assert_eq!(answer.counts, counts);
        let communes: usize = atlas.count_by_commune(&filter).iter().map(|(_, count)| count).sum();
        prop_assert_eq!(communes, answer.total);
        let placed: Vec<Point> = expected.iter().filter_map(|doc| doc.point).collect();
        let extent = atlas.extent(&filter);
        prop_assert_eq!(extent.is_some(), !placed.is_empty());
        prop_assert!(placed.iter().all(|&point| extent.is_some_and(|e| e.contains(point))));
    }

    #[test]
    fn pages_are_slices_of_the_whole(
        docs in places(), filter in filters(), here in points(),
        from in 0_usize..20, by in 1_usize..9,
    ) {
        let atlas = Atlas::build(docs, french());
        for sort in [Sort::Relevance, Sort::Name, Sort::Distance(here)] {
            let all = atlas.search(&whole(filter.clone(), sort)).hits;
            let page = Query { offset: from, limit: by, ..whole(filter.clone(), sort) };
            let slice: Vec<_> = all.into_iter().skip(from).take(by).collect();
            prop_assert_eq!(atlas.search(&page).hits, slice);
        }
    }

    #[test]
    fn a_kept_atlas_answers_as_a_rebuilt_one(
        start in places(), then in places(), gone in prop::collection::vec(0_u64..60, 0..40),
        asked in prop::collection::vec(filters(), 4), here in points(),
    ) {
        let mut kept = Atlas::build(start.clone(), french());
        for &number in &gone {
            kept.remove(id(number));
        }
        for doc in &then {
            kept.put(doc.clone());
        }
        let mut docs: Vec<Doc> = distinct(start);
        docs.retain(|doc| gone.iter().all(|&number| id(number) != doc.id));
        docs.extend(then);
        let rebuilt = Atlas::build(distinct(docs), french());
        prop_assert_eq!(kept.len(), rebuilt.len());
        prop_assert!(kept.iter().eq(rebuilt.iter()));
        let corner = |lat, lon| Point { lat, lon };
        let france = Bounds { min: corner(41.0, -6.0), max: corner(53.0, 11.0) };
        let marks = |atlas: &Atlas, filter: &Filter| atlas.clusters(filter, france, 6.0, 64.0);
        for filter in &asked {
            prop_assert_eq!(answers(&kept, filter, here), answers(&rebuilt, filter, here));
            prop_assert_eq!(marks(&kept, filter), marks(&rebuilt, filter));
        }
        prop_assert_eq!(kept.nearest(here, 5, id(3)), rebuilt.nearest(here, 5, id(3)));
    }

    #[test]
    fn marks_add_up_to_the_places_in_the_box(
        docs in places(), filter in filters(), view in boxes(), zoom in 0.0..20.0,
    ) {
        let atlas = Atlas::build(docs, french());
        let spots = atlas.clusters(&filter, view, zoom, 64.0);
        let sum: usize = spots.iter().map(|spot| match spot {
            Spot::One { .. } => 1,
            Spot::Many { count, .. } => *count,
        }).sum();
        let inside = |doc: &&Doc| doc.point.is_some_and(|point| view.contains(point));
        prop_assert_eq!(sum, atlas.all(&filter).into_iter().filter(inside).count());
    }

    #[test]
    fn a_place_is_found_by_the_words_of_its_name(docs in places(), chosen in 0_usize..80) {
        let atlas = Atlas::build(docs.clone(), french());
        let docs = distinct(docs);
        prop_assume!(!docs.is_empty());
        let doc = &docs[chosen % docs.len()];
        let filter = Filter { text: format!("{} ", doc.name), ..Filter::default() };
        prop_assert!(atlas.all(&filter).iter().any(|found| found.id == doc.id));
    }

    #[test]
    fn nearest_first_is_by_distance(docs in places(), here in points()) {
        let atlas = Atlas::build(docs, french());
        let near = atlas.nearest(here, 7, id(1));
        prop_assert!(near.is_sorted_by(|a, b| a.1 <= b.1));
        let farthest = near.last().map_or(0.0, |last| last.1);
        let closer = atlas.iter().filter(|doc| doc.id != id(1)).filter_map(|doc| doc.point)
            .filter(|point| here.distance_m(*point) < farthest - 0.001).count();
        prop_assert!(closer < 7);
    }

    #[test]
    fn no_question_breaks_it(
        docs in places(), text in ".{0,80}", offset in any::<usize>(), limit in any::<usize>(),
        lat in any::<f64>(), lon in any::<f64>(), radius in any::<f64>(), zoom in any::<f64>(),
    ) {
        let mut atlas = Atlas::build(docs, Synonyms::parse(&text));
        let odd = Point { lat, lon };
        let mut doc = place(1, COMMUNES);
        doc.name.clone_from(&text);
        doc.point = Some(odd);
        atlas.put(doc);
        let view = Bounds { min: odd, max: Point { lat: radius, lon: zoom } };
        let near = Some((odd, radius));
        let filter = Filter { text, near, bounds: Some(view), ..Filter::default() };
        let query = Query { offset, limit, ..whole(filter.clone(), Sort::Distance(odd)) };
        atlas.search(&query);
        atlas.clusters(&Filter { near: None, ..filter }, view, zoom, radius);
        atlas.nearest(odd, limit, id(1));
    }
}
