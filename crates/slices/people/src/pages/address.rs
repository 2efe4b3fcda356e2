//! Changing one's address.

use super::app::first;
use super::prove::{Digits, proof_wanted, show_link};
use super::security::{Nothing, own};
use super::{head, keep, show, show_wrong, trouble};
use crate::actions::{self, Error, Own, Proof};
use crate::model::Purpose;
use crate::refusal::Refusal;
use crate::views::{AddressView, CodeFor, CodeView};
use crate::{Standing, looks};
use axum::extract::Path;
use axum::response::Response;
use serde::Deserialize;
use web::{Form, Visitor, done, lead_to};

const HERE: &str = "/compte/adresse";

pub(super) async fn page(visitor: Visitor, standing: Standing) -> web::Result<Response> {
    own(&visitor)?;
    if !standing.is_fresh {
        return first(Refusal::ProveAgain.into(), &visitor, HERE);
    }
    show(&view(&visitor, "").await?)
}

async fn view(visitor: &Visitor, typed: &str) -> web::Result<AddressView> {
    let person = own(visitor)?.person;
    let account = looks::person(&mut visitor.app().read().await?, person).await?;
    let mail = account.and_then(|it| it.mail).unwrap_or_default();
    Ok(AddressView::new(visitor, mail, typed))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Address {
    courriel: String,
}

pub(super) async fn ask(
    visitor: Visitor,
    standing: Standing,
    form: Form<Address>,
) -> web::Result<Response> {
    let (own, app) = (Own::from(own(&visitor)?), visitor.app());
    let (house, mail) = ((app.now(), &app.keys), form.fields.courriel);
    let whose = (&own, &head(&visitor));
    match actions::ask_for_address(&app.db, house, &standing, whose, &mail).await {
        Ok(asked) => Ok(lead_to(&format!("{HERE}/code/{}", asked.id))),
        Err(Error::Refused(refusal)) => {
            if let Some(response) = proof_wanted(refusal, HERE) {
                return Ok(response);
            }
            let mut view = view(&visitor, &mail).await?;
            view.say(&visitor.words(), refusal);
            show_wrong(&view)
        }
        Err(error) => Err(trouble(error, &visitor)),
    }
}

pub(super) async fn code_page(visitor: Visitor, Path(code): Path<String>) -> web::Result<Response> {
    own(&visitor)?;
    code.parse::<base::CodeId>().map_err(|_| web::Error::NotFound)?;
    show(&CodeView::new(&visitor, &code, CodeFor::Address))
}

pub(super) async fn change_with_digits(
    visitor: Visitor,
    standing: Standing,
    Path(code): Path<String>,
    form: Form<Digits>,
) -> web::Result<Response> {
    let id = code.parse().map_err(|_| web::Error::NotFound)?;
    let proof = Proof::Digits(id, form.fields.chiffres);
    match change(&visitor, &standing, &proof).await {
        Err(Error::Refused(refusal)) => {
            let mut view = CodeView::new(&visitor, &code, CodeFor::Address);
            view.say(&visitor.words(), refusal);
            show_wrong(&view)
        }
        changed => answer(&visitor, changed),
    }
}

pub(super) async fn link_page(
    visitor: Visitor,
    Path(secret): Path<String>,
) -> web::Result<Response> {
    show_link(&visitor, secret, (Purpose::ChangeMail, CodeFor::Address)).await
}

pub(super) async fn change_with_link(
    visitor: Visitor,
    standing: Standing,
    Path(secret): Path<String>,
    form: Form<Nothing>,
) -> web::Result<Response> {
    drop(form);
    let changed = change(&visitor, &standing, &Proof::Link(secret)).await;
    answer(&visitor, changed)
}

async fn change(visitor: &Visitor, standing: &Standing, proof: &Proof) -> Result<String, Error> {
    let signed_in = visitor.signed_in.as_ref().ok_or(Error::NotAllowed)?;
    let app = visitor.app();
    let whose = (&Own::from(signed_in), &head(visitor));
    actions::change_address(&app.db, (app.now(), &app.keys), standing, whose, proof).await
}

fn answer(visitor: &Visitor, changed: Result<String, Error>) -> web::Result<Response> {
    let secret = changed.map_err(|error| trouble(error, visitor))?;
    Ok(keep(done("/compte/securite", "done-address-changed"), visitor, &secret))
}
