//! Passkeys: entering with one, adding, naming and removing one's own.

use super::app::{after_adding, first};
use super::prove::{Key, proof_wanted};
use super::security::{Nothing, own};
use super::sign_in::enter;
use super::{head, show, show_wrong, trouble};
use crate::actions::{self, Error, Own};
use crate::recognise::entry;
use crate::rules::way::safe_way;
use crate::views::{PasskeysView, SignInView};
use crate::{Standing, looks};
use axum::extract::Path;
use axum::http::request::Parts;
use axum::response::Response;
use serde::Deserialize;
use web::{Form, Visitor, done};

const HERE: &str = "/compte/cles";

pub(super) async fn page(visitor: Visitor, standing: Standing) -> web::Result<Response> {
    let (own, app) = (Own::from(own(&visitor)?), visitor.app());
    if let Err(error) = actions::may_change(&mut app.read().await?, &standing, &own).await {
        return first(error, &visitor, HERE);
    }
    show(&view(&visitor, &own).await?)
}

async fn view(visitor: &Visitor, own: &Own) -> web::Result<PasskeysView> {
    let app = visitor.app();
    let mut read = app.read().await?;
    let account = looks::person(&mut read, own.person).await?.ok_or(web::Error::NotFound)?;
    let factors = looks::factors(&mut read, own.person).await?;
    let label = account.mail.as_deref().unwrap_or(&account.name);
    let origin = app.site().origin.clone();
    let house = (app.now(), &app.keys, origin.as_str());
    let ceremony = actions::begin_adding(house, (own.person, label), &factors.passkeys);
    Ok(PasskeysView::new(visitor, &factors.passkeys, ceremony))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Added {
    ceremonie: String,
    reponse: String,
    nom: String,
}

pub(super) async fn add(
    visitor: Visitor,
    standing: Standing,
    form: Form<Added>,
) -> web::Result<Response> {
    let (own, app) = (Own::from(own(&visitor)?), visitor.app());
    let Added { ceremonie, reponse, nom } = form.fields;
    let origin = app.site().origin.clone();
    let house = (app.now(), &app.keys, origin.as_str());
    let whose = (&own, &head(&visitor));
    let brought = (ceremonie.as_str(), reponse.as_str(), nom.as_str());
    match actions::add_passkey(&app.db, house, &standing, whose, brought).await {
        Ok(added) => after_adding(&visitor, added, "done-passkey-added"),
        Err(Error::Refused(refusal)) => {
            if let Some(response) = proof_wanted(refusal, HERE) {
                return Ok(response);
            }
            let mut view = view(&visitor, &own).await?;
            view.say(&visitor.words(), refusal);
            show_wrong(&view)
        }
        Err(error) => Err(trouble(error, &visitor)),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Name {
    nom: String,
}

pub(super) async fn rename(
    visitor: Visitor,
    standing: Standing,
    Path(key): Path<String>,
    form: Form<Name>,
) -> web::Result<Response> {
    let (own, app) = (Own::from(own(&visitor)?), visitor.app());
    let key = key.parse().map_err(|_| web::Error::NotFound)?;
    let whose = (&own, key);
    actions::name_passkey(&app.db, app.now(), &standing, whose, &form.fields.nom)
        .await
        .map_err(|error| trouble(error, &visitor))?;
    Ok(done(HERE, "done-passkey-named"))
}

pub(super) async fn remove(
    visitor: Visitor,
    standing: Standing,
    Path(key): Path<String>,
    form: Form<Nothing>,
) -> web::Result<Response> {
    drop(form);
    let (own, app) = (Own::from(own(&visitor)?), visitor.app());
    let key = key.parse().map_err(|_| web::Error::NotFound)?;
    let whose = (&own, &head(&visitor));
    match actions::remove_passkey(&app.db, app.now(), &standing, whose, key).await {
        Ok(()) => Ok(done(HERE, "done-passkey-removed")),
        Err(error) => first(error, &visitor, HERE),
    }
}

/// Enters with a passkey and nothing else.
pub(super) async fn enter_with_key(
    visitor: Visitor,
    parts: Parts,
    form: Form<Key>,
) -> web::Result<Response> {
    let Key { ceremonie, reponse, suite } = form.fields;
    let (app, head, way) = (visitor.app(), head(&visitor), safe_way(&suite));
    let origin = app.site().origin.clone();
    let house = (app.now(), &app.keys, origin.as_str());
    let proof = (ceremonie.as_str(), reponse.as_str());
    match actions::enter_with_passkey(&app.db, house, &head, proof, &entry(&parts)).await {
        Ok(entered) => Ok(enter(&visitor, &entered.leading_to(way))),
        Err(Error::Refused(refusal)) => {
            let mut view = SignInView::new(&visitor, way, String::new());
            view.say(&visitor.words(), refusal);
            show_wrong(&view)
        }
        Err(error) => Err(trouble(error, &visitor)),
    }
}
