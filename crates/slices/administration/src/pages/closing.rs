//! Closing the house for a while, and opening it again.

use super::{Administration, gate, settings::change_row, show, show_wrong};
use crate::actions::{self, Error};
use crate::looks;
use crate::model::Key;
use crate::refusal::Refusal;
use crate::views::{FormView, Frame, Part, Room};
use axum::extract::State;
use axum::response::Response;
use people::Standing;
use people::search;
use serde::Deserialize;
use web::{Answer, Field, FieldKind, Form, Visitor, done};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wish {
    etat: String,
    #[serde(default)]
    phrase: String,
    #[serde(default)]
    minutes: String,
}

pub(super) async fn page(
    State(it): State<Administration>,
    visitor: Visitor,
    standing: Standing,
) -> web::Result<Response> {
    show(&view(&it, &visitor, &standing, None).await?)
}

async fn view(
    it: &Administration,
    visitor: &Visitor,
    standing: &Standing,
    typed: Option<(&Wish, &[(Key, Refusal)])>,
) -> web::Result<FormView> {
    let may_keep = gate::enter(visitor, standing)?;
    let (words, closed) = (visitor.words(), it.app.site().closed.clone());
    let mut read = it.app.read().await?;
    let changes = looks::history(&mut read, Key::ClosedSentence).await?;
    let called =
        search::called(&mut read, changes.iter().map(|it| it.by.clone()).collect()).await?;
    drop(read);
    let state = match typed {
        Some((wish, _)) => wish.etat.clone(),
        None if closed.is_some() => "fermee".into(),
        None => "ouverte".into(),
    };
    let sentence = match typed {
        Some((wish, _)) => wish.phrase.clone(),
        None => closed.as_ref().map(|it| it.sentence.clone()).unwrap_or_default(),
    };
    let minutes = match typed {
        Some((wish, _)) => wish.minutes.clone(),
        None => closed.map(|it| it.minutes.to_string()).unwrap_or_default(),
    };
    let refusal = |key: Key| {
        let found = typed.and_then(|(_, all)| all.iter().find(|it| it.0 == key));
        found.map(|(_, it)| it.said(&words))
    };
    let answer = |value: &str, key: &str| Answer::new(value, words.t(key), state == value);
    let answers =
        vec![answer("ouverte", "administration-open"), answer("fermee", "administration-closed")];
    let frame = Frame::new(visitor, Room::Closing, may_keep);
    let lead = words.t("administration-closing-lead");
    let mut view = FormView::new(frame, lead, Room::Closing.href());
    view.parts = vec![Part {
        title: String::new(),
        fields: vec![
            Field::new("etat", words.t("administration-door")).kind(FieldKind::Radio(answers)),
            Field::new("phrase", words.t("setting-closed-sentence"))
                .hint(words.t("setting-closed-sentence-hint"))
                .kind(FieldKind::Long)
                .value(sentence)
                .error(refusal(Key::ClosedSentence))
                .optional(),
            Field::new("minutes", words.t("setting-closed-minutes"))
                .hint(words.t("setting-closed-minutes-hint"))
                .kind(FieldKind::Digits)
                .value(minutes)
                .error(refusal(Key::ClosedMinutes))
                .optional(),
        ],
    }];
    view.changes = changes.iter().map(|it| change_row(&words, it, &called, false)).collect();
    Ok(view)
}

pub(super) async fn save(
    State(it): State<Administration>,
    visitor: Visitor,
    standing: Standing,
    form: Form<Wish>,
) -> web::Result<Response> {
    gate::enter(&visitor, &standing)?;
    if let Some(response) = gate::prove_first(&standing, Room::Closing.href()) {
        return Ok(response);
    }
    let wish = form.fields;
    let (sentence, key) = match wish.etat.as_str() {
        "fermee" => (Some(wish.phrase.clone()), "done-house-closed"),
        "ouverte" => (None, "done-house-opened"),
        _ => return Err(web::Error::Refused(visitor.words().t("form-unreadable"))),
    };
    let wanted =
        [(Key::ClosedSentence, sentence), (Key::ClosedMinutes, Some(wish.minutes.clone()))];
    match actions::set(&it.app.db, it.app.now(), &standing, &wanted).await {
        Ok(_) => {
            it.settings.refresh().await?;
            Ok(done(Room::Closing.href(), key))
        }
        Err(Error::Refused(refused)) => {
            show_wrong(&view(&it, &visitor, &standing, Some((&wish, &refused))).await?)
        }
        Err(error) => Err(gate::trouble(error, &visitor)),
    }
}
