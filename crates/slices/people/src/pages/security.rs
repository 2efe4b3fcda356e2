//! One's security: what there is to show, the password, the sessions.

use super::prove::prove_first;
use super::{People, show, show_wrong, trouble};
use crate::actions::{self, Error};
use crate::refusal::Refusal;
use crate::views::SecurityView;
use crate::{Standing, looks};
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;
use web::{Form, SignedIn, Visitor, done};

/// A form that asks nothing: only its ticket counts.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Nothing {}

pub(super) fn own(visitor: &Visitor) -> web::Result<&SignedIn> {
    visitor.signed_in.as_ref().ok_or(web::Error::SignInFirst)
}

async fn view(visitor: &Visitor) -> web::Result<SecurityView> {
    let signed_in = own(visitor)?;
    let mut read = visitor.app().read().await?;
    let account = looks::person(&mut read, signed_in.person).await?.ok_or(web::Error::NotFound)?;
    let sessions = looks::sessions(&mut read, signed_in.person).await?;
    let factors = looks::factors(&mut read, signed_in.person).await?;
    let roles = looks::roles(&mut read, signed_in.person, visitor.app().now()).await?;
    let waits = !signed_in.is_strong && roles.iter().any(|it| it.role.needs_strong_proof());
    Ok(SecurityView::new(visitor, (&account, &factors, waits), &sessions))
}

pub(super) async fn page(visitor: Visitor) -> web::Result<Response> {
    show(&view(&visitor).await?)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Password {
    mot_de_passe: String,
}

pub(super) async fn set_password(
    State(people): State<People>,
    visitor: Visitor,
    standing: Standing,
    form: Form<Password>,
) -> web::Result<Response> {
    let (signed_in, app) = (own(&visitor)?.clone(), visitor.app());
    let whose = (signed_in.person, signed_in.session);
    let site = app.site();
    let words = (form.fields.mot_de_passe.as_str(), site.name.as_str());
    let set =
        actions::set_password(&app.db, (app.now(), &people.hasher), &standing, whose, words).await;
    match set {
        Ok(()) => Ok(done("/compte/securite", "done-password-set")),
        Err(Error::Refused(Refusal::ProveAgain)) => Ok(prove_first("/compte/securite")),
        Err(Error::Refused(refusal)) => {
            let mut view = view(&visitor).await?;
            view.say(&visitor.words(), refusal);
            show_wrong(&view)
        }
        Err(error) => Err(trouble(error, &visitor)),
    }
}

pub(super) async fn remove_password(
    visitor: Visitor,
    standing: Standing,
    form: Form<Nothing>,
) -> web::Result<Response> {
    drop(form);
    let (person, app) = (visitor.person()?, visitor.app());
    match actions::remove_password(&app.db, app.now(), &standing, person).await {
        Ok(()) => Ok(done("/compte/securite", "done-password-removed")),
        Err(Error::Refused(Refusal::ProveAgain)) => Ok(prove_first("/compte/securite")),
        Err(error) => Err(trouble(error, &visitor)),
    }
}

pub(super) async fn end_session(
    visitor: Visitor,
    standing: Standing,
    Path(session): Path<String>,
    form: Form<Nothing>,
) -> web::Result<Response> {
    drop(form);
    let (person, app) = (visitor.person()?, visitor.app());
    let session = session.parse().map_err(|_| web::Error::NotFound)?;
    actions::end_session(&app.db, app.now(), &standing, (person, session))
        .await
        .map_err(|error| trouble(error, &visitor))?;
    Ok(done("/compte/securite", "done-session-ended"))
}

pub(super) async fn end_others(
    visitor: Visitor,
    standing: Standing,
    form: Form<Nothing>,
) -> web::Result<Response> {
    drop(form);
    let (signed_in, app) = (own(&visitor)?.clone(), visitor.app());
    let whose = (signed_in.person, signed_in.session);
    actions::end_other_sessions(&app.db, app.now(), &standing, whose)
        .await
        .map_err(|error| trouble(error, &visitor))?;
    Ok(done("/compte/securite", "done-sessions-ended"))
}
