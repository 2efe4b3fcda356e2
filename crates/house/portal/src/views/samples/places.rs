//! Pages of invented places: one well described, one poor and old, one closed, one hostile.

use super::{HOSTILE_NAME, cards, map, shell};
use crate::views::{
    Age, Contact, DayHours, FactList, Hours, Image, InLanguage, Notice, NoticeKind, Opening,
    OtherValue, PlaceKind, PlaceView, SourceLine, kind_icon,
};
use jiff::civil::{Weekday, time};
use web::{Link, Section, Words, capitalised};

/// Every sample of the page of a place.
pub(super) fn all(words: &Words) -> Vec<(&'static str, PlaceView)> {
    let full = full(words);
    let poor = PlaceView {
        opening: None,
        contact: Contact::default(),
        presentation: Vec::new(),
        facts: Vec::new(),
        hours: Hours::Text("Ouvert les mardis <b>pairs</b>, sauf en août".into()),
        map_svg: String::new(),
        map_href: None,
        sources: Vec::new(),
        checked: Age::new(words, 700),
        nearby: Vec::new(),
        notices: vec![Notice {
            kind: NoticeKind::Warning,
            text: words.t("place-stale"),
            link: None,
        }],
        ..self::full(words)
    };
    let closed = PlaceView {
        opening: None,
        hours: Hours::Unknown,
        notices: vec![
            Notice {
                kind: NoticeKind::Warning,
                text: words.put("place-gone", "date", "12 mars 2026"),
                link: Some(Link::new(words.t("place-gone-link"), "/?ou=Rennes")),
            },
            Notice { kind: NoticeKind::Info, text: words.t("place-merged"), link: None },
        ],
        ..self::full(words)
    };
    vec![("full", full), ("poor", poor), ("closed", closed), ("hostile", hostile(words))]
}

fn hostile(words: &Words) -> PlaceView {
    let text = || HOSTILE_NAME.to_owned();
    PlaceView {
        name: text(),
        kinds: vec![PlaceKind { label: text(), icon: "screen" }],
        address: vec![text()],
        presentation: vec![text()],
        services: vec![text()],
        hours: Hours::Text(text()),
        nearby: vec![cards::hostile(words)],
        contact: Contact { sites: vec![Link::new(text(), text())], ..Contact::default() },
        ..full(words)
    }
}

fn full(words: &Words) -> PlaceView {
    PlaceView {
        shell: shell(words, Section::Search, "/lieux/cyber-base-des-tilleuls"),
        breadcrumb: vec![
            Link::new(words.t("nav-search"), "/"),
            Link::new("Ille-et-Vilaine", "/departements/35"),
            Link::new("Rennes", "/communes/35238-rennes"),
        ],
        name: "Cyber-base des Tilleuls".into(),
        kinds: vec![
            PlaceKind { label: "Espace public numérique".into(), icon: kind_icon("EPN") },
            PlaceKind { label: "Centre social".into(), icon: kind_icon("CS") },
        ],
        opening: Some(Opening::open(words, Some(time(18, 0, 0, 0)))),
        notices: Vec::new(),
        contact: contact(),
        address: vec!["91 rue des Tilleuls".into(), "35000 Rennes".into()],
        presentation: vec![
            "Un lieu ouvert à tous pour apprendre à son rythme, avec une équipe de trois \
             médiateurs. Venez avec vos questions, votre téléphone ou vos papiers."
                .into(),
        ],
        services: vec![
            "Aide aux démarches administratives".into(),
            "Maîtrise des outils numériques du quotidien".into(),
            "Accès internet et matériel informatique".into(),
            "Utilisation sécurisée du numérique".into(),
        ],
        facts: facts(words),
        hours: Hours::Week(week(words), "Fermé pendant les vacances de Noël.".into()),
        map_svg: map::COAST.into(),
        map_attribution: "IGN · Natural Earth".into(),
        map_href: Some("/?ou=Rennes&carte=48.11,-1.68,13".into()),
        sources: sources(words),
        checked: Age::new(words, 64),
        keeper: words.put("place-kept", "date", "24 novembre 2026"),
        photos: vec![Image {
            src: format!("/photos/{}.jpg", "0".repeat(64)),
            srcset: format!("/photos/{}.jpg 320w", "0".repeat(64)),
            width_px: 320,
            height_px: 213,
            alternative: "Une grande table, quatre ordinateurs et deux personnes".into(),
            credit: "Photo du lieu".into(),
        }],
        languages: vec![InLanguage {
            code: "ar".into(),
            name: "العربية".into(),
            direction: "rtl",
            paragraphs: vec!["مكان مفتوح للجميع".into()],
        }],
        ratings: words.put("ratings-none", "count", "3"),
        edit_href: Some("/mes-lieux/lieu_01J9Z7K3M5N7P9R1T3V5X7Z901".into()),
        nearby: cards::around_rennes(words).into_iter().take(3).collect(),
        qr_svg: QR.into(),
        address_href: "https://exemple.invalid/lieux/cyber-base-des-tilleuls".into(),
        path: "/lieux/cyber-base-des-tilleuls".into(),
        json_href: "/api/v1/places/lieu_01J9Z7K3M5N7P9R1T3V5X7Z901".into(),
    }
}

fn contact() -> Contact {
    Contact {
        phone: Some(Link::new("02 00 00 47 59", "tel:+33200004759")),
        mails: vec![Link::new("cyberbase@exemple.invalid", "mailto:cyberbase@exemple.invalid")],
        sites: vec![Link::new("cyberbase.exemple.invalid", "https://cyberbase.exemple.invalid")],
        appointment_href: Some("https://rendez-vous.exemple.invalid".into()),
        directions_href: Some("https://www.openstreetmap.org/directions?to=48.11,-1.68".into()),
        acceslibre_href: Some("https://acceslibre.exemple.invalid".into()),
    }
}

fn facts(words: &Words) -> Vec<FactList> {
    let list = |key, items: &[&str]| FactList {
        title: words.t(key),
        items: items.iter().map(|item| (*item).to_owned()).collect(),
    };
    vec![
        list("place-costs", &["Gratuit"]),
        list("place-access", &["Se présenter", "Téléphoner"]),
        list("place-publics", &["Jeunes", "Seniors", "Familles et enfants"]),
        list("place-care", &["Surdité", "Langues étrangères (anglais)"]),
        list("place-support", &["Accompagnement individuel", "Dans un atelier collectif"]),
        list("place-programmes", &["Aidants Connect", "Conseillers numériques"]),
    ]
}

fn week(words: &Words) -> Vec<DayHours> {
    let locale = words.locale();
    let days = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];
    let hours = |weekday| match weekday {
        Weekday::Sunday => (words.t("place-closed"), words.t("place-closed")),
        Weekday::Saturday => {
            (locale.hours(time(9, 30, 0, 0), time(12, 30, 0, 0)), words.t("place-closed"))
        }
        _ => (
            locale.hours(time(9, 0, 0, 0), time(12, 0, 0, 0)),
            locale.hours(time(14, 0, 0, 0), time(18, 0, 0, 0)),
        ),
    };
    let day = |weekday: Weekday| {
        let (morning, afternoon) = hours(weekday);
        let day = capitalised(locale.weekday(weekday));
        DayHours { day, morning, afternoon, today: weekday == Weekday::Tuesday }
    };
    days.map(day).into()
}

fn sources(words: &Words) -> Vec<SourceLine> {
    let line = |field: &str, value: &str, source: &str, key, others| SourceLine {
        field: field.into(),
        value: value.into(),
        source: source.into(),
        date: "12 mars 2026".into(),
        reason: words.t(key),
        others,
    };
    let other = OtherValue {
        value: "02 00 00 47 00".into(),
        source: "Cyber-bases de Bretagne".into(),
        date: "3 mai 2024".into(),
    };
    vec![
        line(
            "Nom",
            "Cyber-base des Tilleuls",
            "Conseillers numériques",
            "sources-agreement",
            vec![],
        ),
        line(
            "Téléphone",
            "02 00 00 47 59",
            "Déclaration du lieu",
            "sources-most-recent",
            vec![other],
        ),
        line("Adresse", "91 rue des Tilleuls", "Hub territorial", "sources-trust", vec![]),
        line("Horaires", "Mo-Fr 09:00-12:00", "Hub territorial", "sources-only", vec![]),
    ]
}

/// Looks like a QR code and says nothing.
const QR: &str = include_str!("code.svg");
