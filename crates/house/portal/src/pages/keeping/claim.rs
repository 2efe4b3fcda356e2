//! Claiming a page, and typing the code that proves it.

use super::view;
use super::{
    Pairs, blame, head, page_crumbs, public_place, said, sent, show_wrong, shown, trouble,
};
use crate::Portal;
use crate::views::{Button, FormView, KeepingView};
use axum::extract::{Path, State};
use axum::response::Response;
use base::ClaimId;
use directory::actions::{self, Error};
use directory::looks::keeping::claim;
use directory::model::{ClaimWay, Place};
use directory::refusal::Refusal;
use directory::rules::claim::masked;
use people::Standing;
use web::{Answer, Field, FieldKind, Link, Visitor, Words, done, lead_to};

fn claim_view(visitor: &Visitor, place: &Place) -> KeepingView {
    let words = visitor.words();
    let mut answers: Vec<Answer> = place
        .body
        .fields
        .emails
        .iter()
        .enumerate()
        .map(|(nth, mail)| {
            let label = words.put("claim-by-mail", "mail", masked(mail));
            Answer::new(format!("{}-{nth}", ClaimWay::Mail.name()), label, nth == 0)
        })
        .collect();
    if !place.body.fields.street.is_empty() {
        answers.push(Answer::new(ClaimWay::Letter.name(), words.t("claim-by-letter"), false));
    }
    answers.push(Answer::new(ClaimWay::Pole.name(), words.t("claim-by-pole"), false));
    let title = words.t("claim-title");
    let mut view = view(visitor, title, page_crumbs(&words, place));
    view.lead = vec![words.t("claim-lead"), words.t("claim-by-manager")];
    view.forms.push(FormView {
        action: format!("/lieux/{}/revendiquer", place.slug),
        fields: vec![
            Field::new("moyen", words.t("claim-way")).kind(FieldKind::Radio(answers)),
            Field::new("mots", words.t("claim-words"))
                .hint(words.t("claim-words-hint"))
                .kind(FieldKind::Long)
                .optional(),
        ],
        buttons: vec![Button::new("demander", words.t("claim-ask"))],
        ..FormView::default()
    });
    view
}

pub(super) async fn page(
    State(portal): State<Portal>,
    visitor: Visitor,
    Path(slug): Path<String>,
) -> web::Result<Response> {
    visitor.person()?;
    let place = public_place(&portal, &slug).await?;
    shown(&claim_view(&visitor, &place))
}

pub(super) async fn ask(
    State(portal): State<Portal>,
    visitor: Visitor,
    standing: Standing,
    Path(slug): Path<String>,
    form: Pairs,
) -> web::Result<Response> {
    visitor.person()?;
    let place = public_place(&portal, &slug).await?;
    let (app, head) = (visitor.app(), head(&visitor));
    let (now, once) = (app.now(), form.once.as_str());
    let (way, nth) = match sent(&form, "moyen").split_once('-') {
        Some((way, nth)) => (ClaimWay::named(way), nth.parse().unwrap_or(usize::MAX)),
        None => (ClaimWay::named(sent(&form, "moyen")), 0),
    };
    let asked = match way {
        Some(ClaimWay::Mail) => {
            let when = (now, once, &app.keys);
            actions::claim_by_code(&app.db, when, (&standing, &head), place.id, nth).await
        }
        Some(way) => {
            let what = (way, sent(&form, "mots"));
            actions::claim_of_pole(&app.db, (now, once), &standing, place.id, what).await
        }
        None => Err(Refusal::WayClosed.into()),
    };
    match asked {
        Ok(_) if way == Some(ClaimWay::Pole) => Ok(done("/mes-lieux", "done-claim-sent")),
        Ok(asked) => Ok(lead_to(&format!("/revendications/{}/code", asked.id))),
        Err(Error::Refused(refusal)) => {
            let mut view = claim_view(&visitor, &place);
            let name = if refusal == Refusal::WordsNeeded { "mots" } else { "moyen" };
            if let Some(page) = view.forms.first_mut() {
                super::dress::typed_again(page, &form);
                blame(page, name, said(&visitor.words(), &refusal));
            }
            show_wrong(&view)
        }
        Err(error) => Err(trouble(&visitor, error)),
    }
}

/// The page where a code is typed: the same whether a letter left or not.
fn code_view(visitor: &Visitor, claim: ClaimId, is_by_post: bool) -> KeepingView {
    let words: Words = visitor.words();
    let crumbs = vec![Link::new(words.t("keep-own-places"), "/mes-lieux")];
    let mut view = view(visitor, words.t("claim-code-title"), crumbs);
    let key = if is_by_post { "claim-code-post-lead" } else { "claim-code-lead" };
    view.lead = vec![words.t(key)];
    view.forms.push(FormView {
        action: format!("/revendications/{claim}/code"),
        fields: vec![Field::new("code", words.t("claim-code")).hint(words.t("claim-code-hint"))],
        buttons: vec![Button::new("prouver", words.t("claim-code-send"))],
        ..FormView::default()
    });
    view
}

async fn is_by_post(visitor: &Visitor, id: ClaimId) -> web::Result<bool> {
    let found = claim(&mut visitor.app().read().await?, id).await?;
    let own = found.filter(|it| Some(it.person) == visitor.person().ok());
    Ok(own.is_some_and(|it| it.way == ClaimWay::Letter))
}

pub(super) async fn code_page(
    visitor: Visitor,
    Path(claim): Path<String>,
) -> web::Result<Response> {
    visitor.person()?;
    let claim: ClaimId = claim.parse().map_err(|_| web::Error::NotFound)?;
    shown(&code_view(&visitor, claim, is_by_post(&visitor, claim).await?))
}

pub(super) async fn prove(
    visitor: Visitor,
    standing: Standing,
    Path(claim): Path<String>,
    form: Pairs,
) -> web::Result<Response> {
    visitor.person()?;
    let claim: ClaimId = claim.parse().map_err(|_| web::Error::NotFound)?;
    let app = visitor.app();
    let when = (app.now(), &app.keys);
    match actions::prove(&app.db, when, &standing, claim, sent(&form, "code")).await {
        Ok(place) => Ok(done(&format!("/mes-lieux/{place}"), "done-claim-granted")),
        Err(Error::Refused(refusal)) => {
            let mut view = code_view(&visitor, claim, is_by_post(&visitor, claim).await?);
            if let Some(page) = view.forms.first_mut() {
                blame(page, "code", said(&visitor.words(), &refusal));
            }
            show_wrong(&view)
        }
        Err(error) => Err(trouble(&visitor, error)),
    }
}
