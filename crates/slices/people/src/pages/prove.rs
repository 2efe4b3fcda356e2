//! Proving again who one is, before a sensitive act.

use super::security::own;
use super::{People, head, keep, show, show_wrong, trouble};
use crate::actions::{self, Error, Own, Proof, code_behind};
use crate::model::Purpose;
use crate::refusal::Refusal;
use crate::rules::way::safe_way;
use crate::views::{CodeFor, CodeView, LinkView, ProveView, said};
use crate::{Standing, looks};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;
use web::{Form, Visitor, done, lead_to};

/// Leads to where something is proved again, and back.
pub(crate) fn prove_first(way: &str) -> Response {
    lead_to(&format!("/compte/preuve?suite={way}"))
}

/// What leads on when a verb wants something proved first; none when it wants something else.
pub(crate) fn proof_wanted(refusal: Refusal, way: &str) -> Option<Response> {
    match refusal {
        Refusal::ProveAgain => Some(prove_first(way)),
        Refusal::ProveStrongly => Some(lead_to(&format!("/compte/preuve?suite={way}&forte=oui"))),
        _ => None,
    }
}

#[derive(Deserialize)]
pub(super) struct Way {
    #[serde(default)]
    suite: String,
    #[serde(default)]
    forte: String,
}

pub(super) async fn page(visitor: Visitor, Query(way): Query<Way>) -> web::Result<Response> {
    show(&view(&visitor, safe_way(&way.suite), way.forte == "oui").await?)
}

async fn view(visitor: &Visitor, way: String, needs_strong: bool) -> web::Result<ProveView> {
    let (signed_in, app) = (own(visitor)?, visitor.app());
    let mut read = app.read().await?;
    let account = looks::person(&mut read, signed_in.person).await?.ok_or(web::Error::NotFound)?;
    let factors = looks::factors(&mut read, signed_in.person).await?;
    let origin = app.site().origin.clone();
    let house = (app.now(), &app.keys, origin.as_str());
    let ceremony = actions::begin_proving(house, signed_in.person, &factors.passkeys);
    Ok(ProveView::new(visitor, (&account, &factors), (way, needs_strong), ceremony))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Shown {
    #[serde(default)]
    par: String,
    #[serde(default)]
    mot_de_passe: String,
    #[serde(default)]
    chiffres: String,
    #[serde(default)]
    suite: String,
}

pub(super) async fn prove(
    State(people): State<People>,
    visitor: Visitor,
    standing: Standing,
    form: Form<Shown>,
) -> web::Result<Response> {
    let (own, app) = (Own::from(own(&visitor)?), visitor.app());
    let Shown { par, mot_de_passe, chiffres, suite } = form.fields;
    let (way, house) = (safe_way(&suite), (app.now(), &app.keys));
    let proved = match par.as_str() {
        "lettre" => {
            let whose = (&own, &head(&visitor));
            let asked = actions::ask_to_prove(&app.db, house, &standing, whose, &way).await;
            let asked = asked.map_err(|error| trouble(error, &visitor))?;
            return Ok(lead_to(&format!("/compte/preuve/code/{}", asked.id)));
        }
        "application" => actions::prove_with_app(&app.db, house, &standing, &own, &chiffres).await,
        _ => {
            let house = (app.now(), &app.keys, &people.hasher);
            actions::prove_with_password(&app.db, house, &standing, &own, &mot_de_passe).await
        }
    };
    answer(&visitor, way, proved).await
}

async fn answer(
    visitor: &Visitor,
    way: String,
    proved: Result<String, Error>,
) -> web::Result<Response> {
    match proved {
        Ok(secret) => Ok(keep(done(&way, "done-proved"), visitor, &secret)),
        Err(Error::Refused(refusal)) => {
            let mut view = view(visitor, way, false).await?;
            view.say(&visitor.words(), refusal);
            show_wrong(&view)
        }
        Err(error) => Err(trouble(error, visitor)),
    }
}

/// What the form of a passkey brings.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Key {
    pub(super) ceremonie: String,
    pub(super) reponse: String,
    #[serde(default)]
    pub(super) suite: String,
}

pub(super) async fn prove_with_key(
    visitor: Visitor,
    standing: Standing,
    form: Form<Key>,
) -> web::Result<Response> {
    let (own, app) = (Own::from(own(&visitor)?), visitor.app());
    let Key { ceremonie, reponse, suite } = form.fields;
    let origin = app.site().origin.clone();
    let house = (app.now(), &app.keys, origin.as_str());
    let proof = (ceremonie.as_str(), reponse.as_str());
    let proved = actions::prove_with_passkey(&app.db, house, &standing, &own, proof).await;
    answer(&visitor, safe_way(&suite), proved).await
}

pub(super) async fn code_page(visitor: Visitor, Path(code): Path<String>) -> web::Result<Response> {
    own(&visitor)?;
    code.parse::<base::CodeId>().map_err(|_| web::Error::NotFound)?;
    show(&CodeView::new(&visitor, &code, CodeFor::Proving))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Digits {
    pub(super) chiffres: String,
}

pub(super) async fn prove_with_digits(
    visitor: Visitor,
    standing: Standing,
    Path(code): Path<String>,
    form: Form<Digits>,
) -> web::Result<Response> {
    let id = code.parse().map_err(|_| web::Error::NotFound)?;
    let proof = Proof::Digits(id, form.fields.chiffres);
    match pass(&visitor, &standing, &proof).await {
        Err(Error::Refused(refusal)) => {
            let mut view = CodeView::new(&visitor, &code, CodeFor::Proving);
            view.say(&visitor.words(), refusal);
            show_wrong(&view)
        }
        passed => proved(&visitor, passed),
    }
}

pub(super) async fn link_page(
    visitor: Visitor,
    Path(secret): Path<String>,
) -> web::Result<Response> {
    show_link(&visitor, secret, (Purpose::Prove, CodeFor::Proving)).await
}

/// The page of a letter's link, for who is signed in.
pub(super) async fn show_link(
    visitor: &Visitor,
    secret: String,
    (purpose, shown): (Purpose, CodeFor),
) -> web::Result<Response> {
    let (person, app) = (own(visitor)?.person, visitor.app());
    let proof = Proof::Link(secret.clone());
    let house = (app.now(), &app.keys);
    let found = code_behind(&mut app.read().await?, house, purpose, &proof).await;
    match found {
        Ok(code) if code.person == Some(person) => show(&LinkView::new(visitor, &secret, shown)),
        Ok(_) => Err(web::Error::Refused(said(&visitor.words(), Refusal::CodeDead))),
        Err(error) => Err(trouble(error, visitor)),
    }
}

pub(super) async fn prove_with_link(
    visitor: Visitor,
    standing: Standing,
    Path(secret): Path<String>,
    form: Form<super::security::Nothing>,
) -> web::Result<Response> {
    drop(form);
    let passed = pass(&visitor, &standing, &Proof::Link(secret)).await;
    proved(&visitor, passed)
}

async fn pass(
    visitor: &Visitor,
    standing: &Standing,
    proof: &Proof,
) -> Result<(String, String), Error> {
    let signed_in = visitor.signed_in.as_ref().ok_or(Error::NotAllowed)?;
    let app = visitor.app();
    let house = (app.now(), &app.keys);
    actions::prove_with_code(&app.db, house, standing, &Own::from(signed_in), proof).await
}

fn proved(visitor: &Visitor, passed: Result<(String, String), Error>) -> web::Result<Response> {
    let (secret, way) = passed.map_err(|error| trouble(error, visitor))?;
    Ok(keep(done(&way, "done-proved"), visitor, &secret))
}
