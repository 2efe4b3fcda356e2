//! Searches: the home page, a town with filters, nothing found, a hostile visitor.

use super::{HOSTILE_NAME, cards, map, shell};
use crate::views::{
    Choice, Empty, Filter, FilterGroup, HiddenField, SearchFields, SearchView, Understood, Where,
};
use web::{Link, Pages, Section, Words};

/// Every sample of the search page.
pub(super) fn all(words: &Words) -> Vec<(&'static str, SearchView)> {
    let home = SearchView {
        home: true,
        heading: Where::Everywhere.heading(words, 2_000),
        ..base(words, "", "")
    };
    let rennes = base(words, "", "Rennes");
    let filtered = SearchView {
        chosen: vec![
            Link::new("Aide aux démarches administratives", "/?ou=Rennes"),
            Link::new(words.t("fact-free"), "/?ou=Rennes"),
            Link::new(words.t("chosen-zone"), "/?q=carte+grise"),
        ],
        clear_href: Some("/?ou=Rennes".into()),
        understood: Some(Understood {
            as_words: "Aide aux démarches administratives".into(),
            literal_href: Some("/?q=carte+grise&ou=Rennes&lettre=oui".into()),
        }),
        ..base(words, "carte grise", "Rennes")
    };
    let mut nothing = base(words, HOSTILE_NAME, "Rennes");
    nothing.heading = Where::Around("Rennes".into(), 5).heading(words, 0);
    nothing.cards.clear();
    nothing.empty = Some(Empty {
        wider: vec![
            Link::new(words.put("empty-farther", "km", 20), "/?ou=Rennes&rayon=20"),
            Link::new(words.t("empty-without-filters"), "/?ou=Rennes"),
            Link::new(words.t("empty-everywhere"), "/"),
        ],
    });
    let mut unknown = base(words, "", HOSTILE_NAME);
    unknown.fields.place_error = Some(words.put("search-place-unknown", "place", HOSTILE_NAME));
    unknown.cards.push(cards::hostile(words));
    unknown.shows_map = true;
    vec![
        ("home", home),
        ("rennes", rennes),
        ("filtered", filtered),
        ("nothing", nothing),
        ("unknown-town", unknown),
    ]
}

fn base(words: &Words, need: &str, place: &str) -> SearchView {
    let sort = |key, name: &str| Link::new(words.t(key), format!("/?ou=Rennes&tri={name}"));
    let export = |format: &str| Link::new(format, format!("/export?ou=Rennes&format={format}"));
    SearchView {
        shell: shell(words, Section::Search, "/?ou=Rennes"),
        home: false,
        fields: SearchFields {
            need: need.into(),
            place: place.into(),
            place_error: None,
            radii: Choice::radii(words, 50),
            hidden: vec![HiddenField { name: "tri", value: "distance".into() }],
        },
        understood: None,
        filters: filters(words),
        open_now: Choice {
            value: "maintenant".into(),
            label: words.t("filter-open-now"),
            ..Choice::default()
        },
        chosen: Vec::new(),
        clear_href: None,
        heading: Where::Around("Rennes".into(), 50).heading(words, 35),
        sorts: vec![
            sort("sort-distance", "distance").marked(true),
            sort("sort-name", "nom"),
            sort("sort-relevance", "pertinence"),
        ],
        cards: cards::around_rennes(words),
        pages: Pages::new(words, 2, 7, |page| format!("/?ou=Rennes&page={page}")),
        empty: None,
        exports: vec![export("CSV"), export("GeoJSON"), export("JSON")],
        map: map::around_rennes(words),
        shows_map: false,
        list_href: "/?ou=Rennes&vue=liste".into(),
        map_href: "/?ou=Rennes&vue=carte".into(),
    }
}

fn filters(words: &Words) -> Vec<Filter> {
    let group = |name, key, choices: &[(&str, u64)]| FilterGroup {
        name,
        legend: words.t(key),
        choices: choices
            .iter()
            .enumerate()
            .map(|(index, (label, count))| {
                Choice::new(words, &format!("{name}-{index}"), label, *count, index == 0)
            })
            .collect(),
    };
    let services = [
        ("Aide aux démarches administratives", 35),
        ("Maîtrise des outils numériques du quotidien", 34),
        ("Accès internet et matériel informatique", 27),
        ("Utilisation sécurisée du numérique", 14),
        ("Insertion professionnelle via le numérique", 13),
        ("Parentalité et éducation avec le numérique", 7),
    ];
    let kinds = [("Médiathèque", 12), ("France services", 9), ("Association", 8)];
    let care = [("Surdité", 3), ("Illettrisme", 6)];
    let pill = |key, groups| Filter { label: words.t(key), groups };
    vec![
        pill("filter-service", vec![group("service", "filter-service", &services)]),
        pill("filter-kind", vec![group("type", "filter-kind", &kinds)]),
        pill(
            "filter-who",
            vec![
                group("public", "filter-public", &[("Jeunes", 5), ("Seniors", 11)]),
                group("prise", "filter-care", &care),
            ],
        ),
        pill(
            "filter-access",
            vec![
                group("acces", "filter-access-means", &[("Se présenter", 30), ("Téléphoner", 22)]),
                group("cout", "filter-cost", &[(&words.t("fact-free"), 31)]),
            ],
        ),
        pill(
            "filter-programme",
            vec![group("programme", "filter-programme", &[("Aidants Connect", 14)])],
        ),
    ]
}
