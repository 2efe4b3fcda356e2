//! Territories, open data and pages of sentences.

use super::{HOSTILE_NAME, cards, map, shell};
use crate::views::{
    AccessibilityView, LegalView, OpenDataView, PrivacyView, Region, SiteMapView, SourceRow,
    TerritoriesView, TerritoryKind, TerritoryLink, TerritoryView, Where,
};
use web::{Link, Pages, Section, Words};

/// A commune, a department, and a commune without any place.
pub(super) fn territories(words: &Words) -> Vec<(&'static str, TerritoryView)> {
    let mut empty = commune(words);
    empty.heading = Where::In("à Rennes".into()).heading(words, 0);
    empty.nearby = std::mem::take(&mut empty.cards);
    empty.pages = Pages::default();
    let department = TerritoryView {
        kind: TerritoryKind::Department,
        path: "/departements/35".into(),
        name: "Ille-et-Vilaine".into(),
        codes: "35".into(),
        heading: Where::In("en Ille-et-Vilaine".into()).heading(words, 214),
        ..commune(words)
    };
    vec![("commune", commune(words)), ("department", department), ("empty", empty)]
}

fn commune(words: &Words) -> TerritoryView {
    TerritoryView {
        shell: shell(words, Section::Territories, "/communes/35238-rennes"),
        kind: TerritoryKind::Commune,
        path: "/communes/35238-rennes".into(),
        breadcrumb: vec![
            Link::new(words.t("nav-territories"), "/territoires"),
            Link::new("Ille-et-Vilaine", "/departements/35"),
        ],
        name: "Rennes".into(),
        codes: "35000, 35200, 35700".into(),
        heading: Where::In("à Rennes".into()).heading(words, 41),
        search_href: "/?ou=Rennes".into(),
        services: vec![
            tally("Aide aux démarches administratives", "/?ou=Rennes&service=demarches", "35"),
            tally("Accès internet et matériel", "/?ou=Rennes&service=acces", "27"),
        ],
        territories: vec![
            tally("Cesson-Sévigné", "/communes/35051-cesson-sevigne", "4"),
            tally(HOSTILE_NAME, "/communes/35000-x", "1"),
        ],
        cards: cards::around_rennes(words),
        pages: Pages::new(words, 1, 3, |page| format!("/communes/35238-rennes?page={page}")),
        nearby: Vec::new(),
        map: map::around_rennes(words),
        exports: vec![Link::new("CSV", "/export?commune=35238")],
    }
}

/// Three regions.
pub(super) fn all_territories(words: &Words) -> TerritoriesView {
    let region = |name: &str, count: &str, departments: &[(&str, &str, &str)]| Region {
        name: name.into(),
        count: count.into(),
        departments: departments
            .iter()
            .map(|(code, name, count)| {
                tally(&format!("{code} · {name}"), &format!("/departements/{code}"), count)
            })
            .collect(),
    };
    TerritoriesView {
        shell: shell(words, Section::Territories, "/territoires"),
        lead: words.n_with("territories-lead", 2_000, &[("communes", "1 204")]),
        regions: vec![
            region(
                "Bretagne",
                "412",
                &[
                    ("22", "Côtes-d’Armor", "81"),
                    ("29", "Finistère", "117"),
                    ("35", "Ille-et-Vilaine", "214"),
                ],
            ),
            region("Corse", "38", &[("2A", "Corse-du-Sud", "17"), ("2B", "Haute-Corse", "21")]),
            region("La Réunion", "52", &[("974", "La Réunion", "52")]),
        ],
    }
}

/// Two departments.
pub(super) fn site_map(words: &Words) -> SiteMapView {
    SiteMapView {
        shell: shell(words, Section::Elsewhere, "/plan-du-site"),
        departments: vec![
            Link::new("01 · Ain", "/departements/01"),
            Link::new("974 · La Réunion", "/departements/974"),
        ],
    }
}

/// Two lists, one without a page.
pub(super) fn open_data(words: &Words) -> OpenDataView {
    let row = |name: &str, href: Option<&str>, quarantined: &str| SourceRow {
        name: name.into(),
        owner: "Hub territorial de l’Ouest".into(),
        href: href.map(str::to_owned),
        licence: "Licence Ouverte 2.0".into(),
        rows: "4 930".into(),
        quarantined: quarantined.into(),
        places: "4 812".into(),
        read: "23 novembre 2026".into(),
    };
    OpenDataView {
        shell: shell(words, Section::Data, "/donnees"),
        places: words.n("data-places", 9_684),
        exports: vec![
            Link::new("CSV", "/export?format=csv"),
            Link::new("GeoJSON", "/export?format=geojson"),
            Link::new("JSON", "/export?format=json"),
        ],
        example_href: "/api/v1/places?near=48.11,-1.68&radius_m=20000".into(),
        sources: vec![
            row("Conseillers numériques", Some("https://exemple.invalid/cn"), "3"),
            row(HOSTILE_NAME, None, "0"),
        ],
    }
}

/// The legal notice.
pub(super) fn legal(words: &Words) -> LegalView {
    LegalView { shell: shell(words, Section::Elsewhere, "/mentions-legales") }
}

/// The page on personal data.
pub(super) fn privacy(words: &Words) -> PrivacyView {
    PrivacyView { shell: shell(words, Section::Elsewhere, "/donnees-personnelles") }
}

/// The declaration.
pub(super) fn accessibility(words: &Words) -> AccessibilityView {
    let date = words.locale().date(jiff::civil::date(2026, 11, 24));
    let shell = shell(words, Section::Elsewhere, "/accessibilite");
    AccessibilityView { shell, date, audited: None }
}

fn tally(label: &str, href: &str, count: &str) -> TerritoryLink {
    TerritoryLink { link: Link::new(label, href), count: count.into() }
}
