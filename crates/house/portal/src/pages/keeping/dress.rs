//! Closures and messages, presentations in other languages.

use super::{Pairs, blame, desk_crumbs, kept, said, sent, show_wrong, shown, trouble, view};
use crate::Portal;
use crate::views::{Button, FormView, Group, KeepingView, Row, RowForm};
use axum::extract::{Path, State};
use axum::response::Response;
use base::time;
use directory::actions::{self, Error};
use directory::looks::keeping::dress;
use directory::may::Verb;
use directory::model::{Notice, NoticeKind, Place};
use directory::refusal::Refusal;
use directory::rules::dress::{LANGUAGES, language_name};
use jiff::civil::Date;
use people::Standing;
use web::{Answer, Field, FieldKind, Visitor, Words, done};

async fn notices_view(visitor: &Visitor, place: &Place) -> web::Result<KeepingView> {
    let words = visitor.words();
    let today = time::civil_day(visitor.app().now());
    let notices = dress(&mut visitor.app().read().await?, place.id, today).await?.notices;
    let action = format!("/mes-lieux/{}/informations", place.id);
    let row = |it: &Notice| {
        let href = format!("{action}/{}/retirer", it.id);
        Row {
            title: notice_days(&words, it),
            lines: [it.text.clone()].into_iter().filter(|it| !it.is_empty()).collect(),
            buttons: vec![RowForm::new(href, words.t("notices-withdraw"))],
            ..Row::default()
        }
    };
    let mut view = view(visitor, words.t("notices-title"), desk_crumbs(&words, place));
    view.lead = vec![words.t("notices-lead")];
    view.groups.push(Group {
        empty: words.t("notices-none"),
        rows: notices.iter().map(row).collect(),
        ..Group::default()
    });
    let kinds = [NoticeKind::Closure, NoticeKind::Message].map(|it| {
        let label = words.t(&format!("notice-{}", it.name()));
        Answer::new(it.name(), label, it == NoticeKind::Closure)
    });
    view.forms.push(FormView {
        title: words.t("notices-add"),
        action,
        fields: vec![
            Field::new("genre", words.t("notices-kind")).kind(FieldKind::Radio(kinds.into())),
            Field::new("du", words.t("notices-from")).kind(FieldKind::Day),
            Field::new("au", words.t("notices-to")).kind(FieldKind::Day),
            Field::new("texte", words.t("notices-text")).kind(FieldKind::Long).optional(),
        ],
        buttons: vec![Button::new("ajouter", words.t("notices-publish"))],
        ..FormView::default()
    });
    Ok(view)
}

/// "Fermé du 1er au 5 mai".
pub(in crate::pages) fn notice_days(words: &Words, notice: &Notice) -> String {
    let day = |it: Date| words.locale().date(it);
    let days = [("from", day(notice.from)), ("to", day(notice.to))];
    let days: Vec<(&str, &str)> = days.iter().map(|(name, it)| (*name, it.as_str())).collect();
    let key = match (notice.kind, notice.from == notice.to) {
        (NoticeKind::Closure, true) => "notice-closed-on",
        (NoticeKind::Closure, false) => "notice-closed-between",
        (NoticeKind::Message, true) => "notice-message-on",
        (NoticeKind::Message, false) => "notice-message-between",
    };
    words.with(key, &days)
}

pub(super) async fn notices_page(
    visitor: Visitor,
    standing: Standing,
    Path(place): Path<String>,
) -> web::Result<Response> {
    let place = kept(&visitor, &standing, (&place, Verb::Edit)).await?;
    shown(&notices_view(&visitor, &place).await?)
}

pub(super) async fn add_notice(
    State(portal): State<Portal>,
    visitor: Visitor,
    standing: Standing,
    Path(place): Path<String>,
    form: Pairs,
) -> web::Result<Response> {
    let place = kept(&visitor, &standing, (&place, Verb::Edit)).await?;
    let app = visitor.app();
    let kind = NoticeKind::named(sent(&form, "genre")).unwrap_or(NoticeKind::Closure);
    let days = (sent(&form, "du").parse::<Date>(), sent(&form, "au").parse::<Date>());
    let added = match days {
        (Ok(from), Ok(to)) => {
            let notice = (kind, (from, to), sent(&form, "texte"));
            let once = (app.now(), form.once.as_str());
            actions::add_notice(&app.db, once, &standing, place.id, notice).await
        }
        _ => Err(Refusal::DaysBackwards.into()),
    };
    match added {
        Ok(()) => {
            portal.directory.catch_up().await?;
            let path = format!("/mes-lieux/{}/informations", place.id);
            Ok(done(&path, "done-notice-added"))
        }
        Err(Error::Refused(refusal)) => {
            let words = visitor.words();
            let mut view = notices_view(&visitor, &place).await?;
            let name = if refusal == Refusal::DaysBackwards { "au" } else { "texte" };
            if let Some(page) = view.forms.first_mut() {
                typed_again(page, &form);
                blame(page, name, said(&words, &refusal));
            }
            show_wrong(&view)
        }
        Err(error) => Err(trouble(&visitor, error)),
    }
}

/// Puts back in the form what was typed.
pub(super) fn typed_again(page: &mut FormView, form: &Pairs) {
    for field in &mut page.fields {
        let value = sent(form, &field.name);
        match &mut field.kind {
            FieldKind::Radio(answers) | FieldKind::Select(answers) => {
                for it in answers {
                    it.is_chosen = it.value == value;
                }
            }
            FieldKind::Checks(answers) => {
                let has = |it: &str| form.fields.iter().any(|(n, v)| *n == field.name && v == it);
                for it in answers {
                    it.is_chosen = has(&it.value);
                }
            }
            _ => value.clone_into(&mut field.value),
        }
    }
}

pub(super) async fn withdraw_notice(
    State(portal): State<Portal>,
    visitor: Visitor,
    standing: Standing,
    Path((place, notice)): Path<(String, String)>,
    form: Pairs,
) -> web::Result<Response> {
    drop(form);
    let place = kept(&visitor, &standing, (&place, Verb::Edit)).await?;
    let notice = notice.parse().map_err(|_| web::Error::NotFound)?;
    let app = visitor.app();
    actions::withdraw_notice(&app.db, app.now(), &standing, place.id, notice)
        .await
        .map_err(|error| trouble(&visitor, error))?;
    portal.directory.catch_up().await?;
    Ok(done(&format!("/mes-lieux/{}/informations", place.id), "done-notice-withdrawn"))
}

async fn languages_view(visitor: &Visitor, place: &Place) -> web::Result<KeepingView> {
    let words = visitor.words();
    let today = time::civil_day(visitor.app().now());
    let known = dress(&mut visitor.app().read().await?, place.id, today).await?.translations;
    let at = format!("/mes-lieux/{}/langues", place.id);
    let mut view = view(visitor, words.t("languages-title"), desk_crumbs(&words, place));
    view.lead = vec![words.t("languages-lead")];
    view.groups.push(Group {
        empty: words.t("languages-none"),
        rows: known
            .iter()
            .map(|it| Row {
                title: language_name(&it.language).unwrap_or_default().to_owned(),
                lines: vec![it.text.clone()],
                buttons: vec![RowForm {
                    action: at.clone(),
                    label: words.t("languages-remove"),
                    hidden: vec![("langue".into(), it.language.clone())],
                }],
                ..Row::default()
            })
            .collect(),
        ..Group::default()
    });
    let answers =
        LANGUAGES.iter().map(|(code, name)| Answer::new(*code, *name, *code == "en")).collect();
    view.forms.push(FormView {
        title: words.t("languages-add"),
        action: at,
        fields: vec![
            Field::new("langue", words.t("languages-which")).kind(FieldKind::Select(answers)),
            Field::new("texte", words.t("languages-text")).kind(FieldKind::Long),
        ],
        buttons: vec![Button::new("ajouter", words.t("keep-save"))],
        ..FormView::default()
    });
    Ok(view)
}

pub(super) async fn languages_page(
    visitor: Visitor,
    standing: Standing,
    Path(place): Path<String>,
) -> web::Result<Response> {
    let place = kept(&visitor, &standing, (&place, Verb::Edit)).await?;
    shown(&languages_view(&visitor, &place).await?)
}

pub(super) async fn translate(
    visitor: Visitor,
    standing: Standing,
    Path(place): Path<String>,
    form: Pairs,
) -> web::Result<Response> {
    let place = kept(&visitor, &standing, (&place, Verb::Edit)).await?;
    let app = visitor.app();
    let said_in = (sent(&form, "langue"), sent(&form, "texte"));
    match actions::translate(&app.db, app.now(), &standing, place.id, said_in).await {
        Ok(()) => Ok(done(&format!("/mes-lieux/{}/langues", place.id), "done-translated")),
        Err(Error::Refused(refusal)) => {
            let mut view = languages_view(&visitor, &place).await?;
            if let Some(page) = view.forms.first_mut() {
                typed_again(page, &form);
                blame(page, "texte", said(&visitor.words(), &refusal));
            }
            show_wrong(&view)
        }
        Err(error) => Err(trouble(&visitor, error)),
    }
}
