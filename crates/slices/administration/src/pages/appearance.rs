//! The colours and the logo of the house: tried on this very page before they are published.

use super::{Administration, Nothing, gate, settings::change_row, show, show_wrong};
use crate::actions::{self, Error};
use crate::looks;
use crate::model::Key;
use crate::refusal::Refusal;
use crate::rules::theme;
use crate::views::{Act, FormView, Frame, Part, Room};
use axum::extract::{Query, State};
use axum::response::Response;
use people::Standing;
use people::search;
use serde::Deserialize;
use web::{Field, FileField, Form, Upload, UploadForm, Visitor, done};

/// A logo is a small thing: heavier pictures are photographs.
const LOGO_MAX_BYTES: usize = 2_000_000;

#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Colours {
    #[serde(default)]
    principale: String,
    #[serde(default)]
    accent: String,
    // The ticket comes along when the form is sent to look rather than to save.
    #[serde(default, rename = "csrf")]
    _csrf: String,
}

/// The page; with colours in its address, it wears them.
pub(super) async fn page(
    State(it): State<Administration>,
    visitor: Visitor,
    standing: Standing,
    Query(tried): Query<Colours>,
) -> web::Result<Response> {
    let is_trial = !tried.principale.is_empty() || !tried.accent.is_empty();
    if !is_trial {
        return show(&view(&it, &visitor, &standing, None, &[]).await?);
    }
    let refused = wrong(&tried);
    let mut view = view(&it, &visitor, &standing, Some(&tried), &refused).await?;
    if !refused.is_empty() {
        return show_wrong(&view);
    }
    let (main, accent) = chosen(&tried);
    view.sheet = Some(super::query(
        "/s/theme-essai.css",
        &[("principale", main.trim_start_matches('#')), ("accent", accent.trim_start_matches('#'))],
    ));
    view.lead = visitor.words().t("administration-appearance-tried");
    show(&view)
}

/// The colours as they were typed, those of the program where nothing was.
fn chosen(typed: &Colours) -> (String, String) {
    let or = |text: &str, own: crate::rules::colour::Colour| {
        if text.trim().is_empty() { own.text() } else { text.trim().to_owned() }
    };
    (or(&typed.principale, theme::MAIN), or(&typed.accent, theme::ACCENT))
}

fn wrong(typed: &Colours) -> Vec<(Key, Refusal)> {
    let (main, accent) = chosen(typed);
    let main = theme::main_colour(&main).err().map(|it| (Key::MainColour, it));
    let accent = theme::accent_colour(&accent).err().map(|it| (Key::AccentColour, it));
    main.into_iter().chain(accent).collect()
}

async fn view(
    it: &Administration,
    visitor: &Visitor,
    standing: &Standing,
    typed: Option<&Colours>,
    refused: &[(Key, Refusal)],
) -> web::Result<FormView> {
    let may_keep = gate::enter(visitor, standing)?;
    let words = visitor.words();
    let mut read = it.app.read().await?;
    let current = looks::current(&mut read).await?;
    let mut changes = Vec::new();
    for key in [Key::MainColour, Key::AccentColour, Key::Logo] {
        changes.extend(looks::history(&mut read, key).await?.into_iter().take(5));
    }
    let called =
        search::called(&mut read, changes.iter().map(|it| it.by.clone()).collect()).await?;
    drop(read);
    let value = |key: Key| {
        current.iter().find(|it| it.key == key).and_then(|it| it.value.clone()).unwrap_or_default()
    };
    let field = |name: &str, key: Key, typed: Option<&String>| {
        let refusal = refused.iter().find(|it| it.0 == key).map(|(_, it)| it.said(&words));
        Field::new(name, words.t(&format!("setting-{}", key.name())))
            .hint(words.t(&format!("setting-{}-hint", key.name())))
            .value(typed.cloned().unwrap_or_else(|| value(key)))
            .error(refusal)
            .optional()
    };
    let path = Room::Appearance.href();
    let frame = Frame::new(visitor, Room::Appearance, may_keep);
    let mut view = FormView::new(frame, words.t("administration-appearance-lead"), path);
    view.parts = vec![Part {
        title: String::new(),
        fields: vec![
            field("principale", Key::MainColour, typed.map(|it| &it.principale)),
            field("accent", Key::AccentColour, typed.map(|it| &it.accent)),
        ],
    }];
    view.button = words.t("administration-publish");
    view.look = Some((words.t("administration-try"), path.to_owned()));
    let logo = Field::new("logo", words.t("setting-logo")).hint(words.t("setting-logo-hint"));
    view.file = Some((format!("{path}/logo"), logo));
    if may_keep && it.app.site().logo.is_some() {
        let label = words.t("administration-logo-remove");
        view.acts.push(Act::new(format!("{path}/logo/retirer"), label, ""));
    }
    view.changes = changes.iter().map(|it| change_row(&words, it, &called, may_keep)).collect();
    Ok(view)
}

pub(super) async fn save(
    State(it): State<Administration>,
    visitor: Visitor,
    standing: Standing,
    form: Form<Colours>,
) -> web::Result<Response> {
    gate::enter(&visitor, &standing)?;
    let typed = form.fields;
    let wanted = [
        (Key::MainColour, Some(typed.principale.clone())),
        (Key::AccentColour, Some(typed.accent.clone())),
    ];
    match actions::set(&it.app.db, it.app.now(), &standing, &wanted).await {
        Ok(_) => {
            it.settings.refresh().await?;
            Ok(done(Room::Appearance.href(), "done-appearance-published"))
        }
        Err(Error::Refused(refused)) => {
            show_wrong(&view(&it, &visitor, &standing, Some(&typed), &refused).await?)
        }
        Err(error) => Err(gate::trouble(error, &visitor)),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LogoForm {}

impl UploadForm for LogoForm {
    const FILES: &'static [FileField] =
        &[FileField { name: "logo", count_max: 1, size_max_bytes: LOGO_MAX_BYTES }];
}

/// Takes a picture as the logo: drawn anew from its pixels, small, on white.
pub(super) async fn send_logo(
    State(it): State<Administration>,
    visitor: Visitor,
    standing: Standing,
    upload: Upload<LogoForm>,
) -> web::Result<Response> {
    gate::enter(&visitor, &standing)?;
    let words = visitor.words();
    let drawn = match upload.files {
        Ok(mut files) => match files.pop() {
            Some(file) => {
                small(file.bytes).await.ok_or_else(|| words.t("administration-not-picture"))
            }
            None => Err(words.t("administration-not-picture")),
        },
        Err(refusal) => Err(refusal.words(&words)),
    };
    let set = match drawn {
        Ok(text) => {
            let wanted = [(Key::Logo, Some(text))];
            actions::set(&it.app.db, it.app.now(), &standing, &wanted).await
        }
        Err(problem) => {
            let mut view = view(&it, &visitor, &standing, None, &[]).await?;
            view.problem = Some(problem.clone());
            view.file = view.file.map(|(action, field)| (action, field.error(Some(problem))));
            return show_wrong(&view);
        }
    };
    set.map_err(|error| gate::trouble(error, &visitor))?;
    it.settings.refresh().await?;
    Ok(done(Room::Appearance.href(), "done-logo-sent"))
}

/// The smallest size of the picture, in base 64; away from the threads that answer.
async fn small(bytes: Vec<u8>) -> Option<String> {
    let drawn = tokio::task::spawn_blocking(move || picture::prepare(&bytes).ok()).await.ok()??;
    let smallest = drawn.renditions.iter().min_by_key(|it| it.bytes.len())?;
    Some(data_encoding::BASE64.encode(&smallest.bytes))
}

pub(super) async fn remove_logo(
    State(it): State<Administration>,
    visitor: Visitor,
    standing: Standing,
    form: Form<Nothing>,
) -> web::Result<Response> {
    drop(form);
    gate::enter(&visitor, &standing)?;
    actions::set(&it.app.db, it.app.now(), &standing, &[(Key::Logo, None)])
        .await
        .map_err(|error| gate::trouble(error, &visitor))?;
    it.settings.refresh().await?;
    Ok(done(Room::Appearance.href(), "done-logo-removed"))
}
