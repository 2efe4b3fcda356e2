//! Pages of those who keep places: a desk with everything that a row and a form can hold, an
//! empty one, and a hostile one.

use super::{HOSTILE_NAME, shell};
use crate::views::{Button, Difference, FormView, Group, Image, KeepingView, Row, RowForm};
use web::{Answer, Field, FieldKind, Link, Section, Words};

/// Every sample of these pages.
pub(super) fn all(words: &Words) -> Vec<(&'static str, KeepingView)> {
    let empty = KeepingView {
        groups: vec![Group { empty: words.t("keep-no-place"), ..Group::default() }],
        ..page(words, &words.t("keep-own-places"))
    };
    vec![
        ("empty", empty),
        ("full", full(words, "La Source")),
        ("hostile", full(words, HOSTILE_NAME)),
    ]
}

fn page(words: &Words, title: &str) -> KeepingView {
    KeepingView {
        shell: shell(words, Section::Elsewhere, "/mes-lieux"),
        breadcrumb: vec![Link::new(words.t("keep-own-places"), "/mes-lieux")],
        title: title.to_owned(),
        lead: Vec::new(),
        percent: None,
        groups: Vec::new(),
        forms: Vec::new(),
    }
}

fn full(words: &Words, name: &str) -> KeepingView {
    let row = Row {
        title: name.to_owned(),
        href: "/mes-lieux/lieu_01J9Z7K3M5N7P9R1T3V5X7Z901".into(),
        lines: vec![name.to_owned()],
        differences: vec![Difference {
            field: name.to_owned(),
            before: String::new(),
            after: name.to_owned(),
        }],
        image: Some(Image {
            src: "/photos/a.jpg".into(),
            srcset: String::new(),
            width_px: 320,
            height_px: 200,
            alternative: name.to_owned(),
            credit: String::new(),
        }),
        links: vec![Link::new(words.t("keep-see-page"), "/lieux/la-source-rennes")],
        buttons: vec![RowForm {
            hidden: vec![("valeur".into(), name.to_owned())],
            ..RowForm::new("/mes-lieux/x/desaccords", words.t("conflict-keep-mine"))
        }],
    };
    let answers = vec![Answer::new("a", name, true), Answer::new("b", "b", false)];
    let form = FormView {
        title: words.t("photos-add"),
        action: "/mes-lieux/x/photos".into(),
        file: Some(words.t("photos-file")),
        has_trap: true,
        fields: vec![
            Field::new("nom", name).value(name).error(Some(name.to_owned())),
            Field::new("choix", "Choix").kind(FieldKind::Radio(answers)),
        ],
        hidden: vec![("sujet".into(), name.to_owned())],
        problem: Some(words.t("photos-unreadable")),
        buttons: vec![Button::new("ajouter", words.t("photos-send"))],
    };
    KeepingView {
        lead: vec![words.t("keep-never-confirmed")],
        percent: Some(62),
        groups: vec![Group { title: words.t("keep-todo"), empty: String::new(), rows: vec![row] }],
        forms: vec![form],
        ..page(words, name)
    }
}
