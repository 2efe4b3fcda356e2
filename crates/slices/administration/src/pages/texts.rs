//! Legal texts: written with a few marks, looked at before they are published, compared with what
//! they were, taken back.

use super::{Administration, author, gate, instant, row, show, show_wrong};
use crate::actions::{self, Error};
use crate::looks;
use crate::model::{Key, Language, Page, Setting};
use crate::rules::markdown;
use crate::views::{Act, DiffLine, Frame, ListView, Room, Row, TextView};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use people::Standing;
use people::search::{self, Called};
use serde::Deserialize;
use std::collections::BTreeMap;
use web::{Field, FieldKind, Form, Visitor, Words, done};

/// The address of a text in the administration.
pub(super) fn path(page: Page, language: Language) -> String {
    format!("{}/{}/{}", Room::Texts.href(), page.name(), language.name())
}

const fn public_href(page: Page) -> &'static str {
    match page {
        Page::Legal => "/mentions-legales",
        Page::Privacy => "/donnees-personnelles",
    }
}

fn text_key(page: &str, language: &str) -> web::Result<(Page, Language)> {
    let page = Page::ALL.into_iter().find(|it| it.name() == page);
    let language = Language::ALL.into_iter().find(|it| it.name() == language);
    page.zip(language).ok_or(web::Error::NotFound)
}

pub(super) async fn list(
    State(it): State<Administration>,
    visitor: Visitor,
    standing: Standing,
) -> web::Result<Response> {
    let may_keep = gate::enter(&visitor, &standing)?;
    let words = visitor.words();
    let current = looks::current(&mut it.app.read().await?).await?;
    let frame = Frame::new(&visitor, Room::Texts, may_keep);
    let mut view = ListView::new(frame, words.t("administration-texts-lead"), "");
    for page in Page::ALL {
        for language in Language::ALL {
            let key = Key::Text(page, language);
            let own = current.iter().find(|it| it.key == key && it.value.is_some());
            let mut shown = row(words.t(&format!("setting-{}", key.name())));
            shown.href = Some(path(page, language));
            shown.facts.push(match own {
                Some(own) => words.put("administration-text-own", "when", instant(&words, own.at)),
                None => words.t("administration-text-built-in"),
            });
            view.rows.push(shown);
        }
    }
    show(&view)
}

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    version: String,
}

pub(super) async fn page(
    State(it): State<Administration>,
    visitor: Visitor,
    standing: Standing,
    Path((page, language)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> web::Result<Response> {
    let (page, language) = text_key(&page, &language)?;
    let mut view = view(&it, &visitor, &standing, (page, language), None).await?;
    if let Ok(id) = asked.version.parse() {
        let before = looks::setting(&mut it.app.read().await?, id).await?;
        let before = before.filter(|it| it.key == Key::Text(page, language));
        let before = before.ok_or(web::Error::NotFound)?.value.unwrap_or_default();
        view.difference = DiffLine::between(&before, &view.field.value);
        view.preview = Some(markdown::html(&before));
    }
    show(&view)
}

async fn view(
    it: &Administration,
    visitor: &Visitor,
    standing: &Standing,
    (page, language): (Page, Language),
    typed: Option<&str>,
) -> web::Result<TextView> {
    let may_keep = gate::enter(visitor, standing)?;
    let (words, key) = (visitor.words(), Key::Text(page, language));
    let mut read = it.app.read().await?;
    let versions = looks::history(&mut read, key).await?;
    let called =
        search::called(&mut read, versions.iter().map(|it| it.by.clone()).collect()).await?;
    drop(read);
    let own = versions.iter().find(|it| it.is_current).and_then(|it| it.value.clone());
    let own = own.unwrap_or_default();
    let label = words.t(&format!("setting-{}", key.name()));
    let frame = Frame::new(visitor, Room::Texts, may_keep).titled(label.clone());
    let mut field = Field::new("texte", label)
        .kind(FieldKind::Long)
        .hint(words.t("administration-text-hint"))
        .value(typed.unwrap_or(&own))
        .optional();
    field.name = "texte".into();
    Ok(TextView {
        shell: frame.shell.clone(),
        frame,
        action: path(page, language),
        field,
        preview: typed.map(markdown::html),
        difference: typed.map(|typed| DiffLine::between(&own, typed)).unwrap_or_default(),
        versions: versions
            .iter()
            .map(|it| version_row(&words, it, &called, (may_keep, &path(page, language))))
            .collect(),
        public_href: public_href(page),
    })
}

fn version_row(
    words: &Words,
    version: &Setting,
    called: &BTreeMap<String, Called>,
    (may_keep, path): (bool, &str),
) -> Row {
    let when = instant(words, version.at);
    let mut shown = row(when.clone());
    if version.value.is_none() {
        shown.facts.push(words.t("administration-text-built-in"));
    } else {
        shown.href = Some(format!("{path}?version={}", version.id));
    }
    if version.is_current {
        shown.state = words.t("administration-in-force");
    } else if may_keep {
        let action = format!("{}/{}/reprendre", Room::Settings.href(), version.id);
        shown.acts.push(Act::new(action, words.t("administration-restore"), when));
    }
    shown.facts.push(author(words, &version.by, called.get(&version.by)));
    shown
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    texte: String,
    #[serde(default)]
    faire: String,
}

pub(super) async fn save(
    State(it): State<Administration>,
    visitor: Visitor,
    standing: Standing,
    Path((page, language)): Path<(String, String)>,
    form: Form<Written>,
) -> web::Result<Response> {
    let which = text_key(&page, &language)?;
    gate::enter(&visitor, &standing)?;
    let Written { texte, faire } = form.fields;
    let texte = texte.replace("\r\n", "\n");
    let (text, done_key) = match faire.as_str() {
        "publier" => (Some(texte.clone()), "done-text-published"),
        "retirer" => (None, "done-text-removed"),
        _ => {
            let shown: String = texte.chars().take(crate::rules::value::TEXT_MAX_CHARS).collect();
            return show(&view(&it, &visitor, &standing, which, Some(&shown)).await?);
        }
    };
    let wanted = [(Key::Text(which.0, which.1), text)];
    match actions::set(&it.app.db, it.app.now(), &standing, &wanted).await {
        Ok(_) => {
            it.settings.refresh().await?;
            Ok(done(&path(which.0, which.1), done_key))
        }
        Err(Error::Refused(refused)) => {
            let mut view = view(&it, &visitor, &standing, which, None).await?;
            let said = refused.first().map(|(_, it)| it.said(&visitor.words()));
            view.field = view.field.value(texte).error(said);
            show_wrong(&view)
        }
        Err(error) => Err(gate::trouble(error, &visitor)),
    }
}
