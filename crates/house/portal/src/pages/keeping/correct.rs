//! Anyone says what is wrong on a page, without an account, and follows what became of it.

use super::{
    Pairs, blame, head, page_crumbs, public_place, readable, said, sent, show_wrong, shown, trouble,
};
use super::{section, view};
use crate::Portal;
use crate::views::{Button, Difference, FormView, Group, KeepingView, Row};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use base::Refusal as _;
use directory::actions::{self, Error, Proposal};
use directory::looks::keeping::{any_place, correction_followed};
use directory::model::{Place, Subject};
use directory::refusal::Refusal;
use directory::rules::dress::is_by_program;
use directory::rules::section::{Section, Typed, value_typed};
use people::Standing;
use serde::Deserialize;
use web::{Field, FieldKind, Link, Visitor, lead_to};

/// What is wrong, once it was chosen.
#[derive(Default, Deserialize)]
pub(super) struct Chosen {
    #[serde(default)]
    sujet: String,
}

/// First a question, then the form of the answer: neither needs a script.
fn correct_view(visitor: &Visitor, place: &Place, subject: Option<Subject>) -> KeepingView {
    let words = visitor.words();
    let at = format!("/lieux/{}/corriger", place.slug);
    let title = words.t("correct-title");
    let mut view = view(visitor, title, page_crumbs(&words, place));
    let Some(subject) = subject else {
        view.lead = vec![words.t("correct-lead")];
        let row = |it: Subject| Row {
            title: words.t(&format!("subject-{}", it.name())),
            href: format!("{at}?sujet={}", it.name()),
            ..Row::default()
        };
        let rows = Subject::ALL.map(row).into();
        view.groups.push(Group { title: words.t("correct-what"), rows, ..Group::default() });
        return view;
    };
    view.lead = vec![words.t(&format!("subject-{}", subject.name()))];
    let mut fields = match subject.field() {
        Some(field) => {
            let section = Section::of(field).unwrap_or(Section::Identity);
            section::inputs(&words, field, &section.typed(&place.body.fields))
        }
        None => Vec::new(),
    };
    let long = Field::new("mots", words.t("correct-words"));
    let long = long.hint(words.t("correct-words-hint")).kind(FieldKind::Long);
    fields.push(if subject == Subject::Other { long } else { long.optional() });
    if visitor.signed_in.is_none() {
        let mail = Field::new("courriel", words.t("correct-mail"));
        let mail = mail.hint(words.t("correct-mail-hint")).kind(FieldKind::Mail);
        fields.push(mail.autocomplete("email").optional());
    }
    view.forms.push(FormView {
        action: at,
        has_trap: true,
        fields,
        hidden: vec![("sujet".into(), subject.name().into())],
        buttons: vec![Button::new("proposer", words.t("correct-send"))],
        ..FormView::default()
    });
    view
}

pub(super) async fn page(
    State(portal): State<Portal>,
    visitor: Visitor,
    Path(slug): Path<String>,
    Query(chosen): Query<Chosen>,
) -> web::Result<Response> {
    let place = public_place(&portal, &slug).await?;
    shown(&correct_view(&visitor, &place, Subject::named(&chosen.sujet)))
}

pub(super) async fn propose(
    State(portal): State<Portal>,
    visitor: Visitor,
    standing: Standing,
    Path(slug): Path<String>,
    form: Pairs,
) -> web::Result<Response> {
    let place = public_place(&portal, &slug).await?;
    let (words, app) = (visitor.words(), visitor.app());
    let subject = Subject::named(sent(&form, "sujet"));
    let subject = subject.ok_or_else(|| web::Error::Refused(words.t("form-unreadable")))?;
    if is_by_program(sent(&form, "site_internet"), form.ticket.shown_at, app.now()) {
        return Err(web::Error::TooMany(words.t("correct-too-fast")));
    }
    let typed: Typed = form.fields.clone();
    let value = match subject.field() {
        Some(field) => value_typed(field, &typed),
        None => Ok(String::new()),
    };
    let problem = match value {
        Ok(value) => {
            let field = subject.field();
            let is_same = field.is_some_and(|it| *place.body.fields.get(it) == value);
            let proposal = Proposal {
                subject,
                value: if is_same { String::new() } else { value },
                words: sent(&form, "mots").to_owned(),
                mail: sent(&form, "courriel").to_owned(),
            };
            let (once, head) = ((app.now(), form.once.as_str()), head(&visitor));
            let who = (&standing, &head);
            match actions::propose(&app.db, once, who, place.id, &proposal).await {
                Ok(code) => return Ok(lead_to(&format!("/corrections/suivi/{code}"))),
                Err(Error::Refused(refusal)) => ("mots".to_owned(), said(&words, &refusal)),
                Err(Error::People(people::actions::Error::Refused(refusal))) => {
                    ("courriel".to_owned(), words.t(refusal.key()))
                }
                Err(error) => return Err(trouble(&visitor, error)),
            }
        }
        Err((name, refusal)) => {
            let refusal: Refusal = refusal;
            (name, said(&words, &refusal))
        }
    };
    let mut view = correct_view(&visitor, &place, Some(subject));
    if let Some(page) = view.forms.first_mut() {
        super::dress::typed_again(page, &form);
        blame(page, &problem.0, problem.1);
    }
    show_wrong(&view)
}

/// What became of a correction, for who has its code.
pub(super) async fn follow(visitor: Visitor, Path(code): Path<String>) -> web::Result<Response> {
    let words = visitor.words();
    let mut read = visitor.app().read().await?;
    let found = correction_followed(&mut read, &code).await?.ok_or(web::Error::NotFound)?;
    let place = any_place(&mut read, found.place).await?.ok_or(web::Error::NotFound)?;
    drop(read);
    let mut view = view(&visitor, words.t("follow-title"), page_crumbs(&words, &place));
    view.lead = vec![words.t(&format!("follow-{}", found.state.name()))];
    if found.mail.is_some() && !found.is_confirmed {
        view.lead.push(words.t("follow-confirm"));
    }
    if !found.reason.is_empty() {
        view.lead.push(words.put("follow-reason", "reason", &found.reason));
    }
    view.lead.push(words.t("follow-keep"));
    let differences = found
        .subject
        .field()
        .filter(|_| !found.value.is_empty())
        .map(|field| Difference {
            field: super::field_label(&words, field),
            before: readable(&words, field, &found.seen),
            after: readable(&words, field, &found.value),
        })
        .into_iter()
        .collect();
    let lines = [found.words.clone()].into_iter().filter(|it| !it.is_empty()).collect();
    let title = words.t(&format!("subject-{}", found.subject.name()));
    let ways = vec![Link::new(words.t("keep-see-page"), format!("/lieux/{}", place.slug))];
    let only = Row { title, lines, differences, links: ways, ..Row::default() };
    view.groups.push(Group { rows: vec![only], ..Group::default() });
    shown(&view)
}
