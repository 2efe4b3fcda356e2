//! Signing in, making an account, signing out. One address field for all: who has an account
//! enters, who has none makes one, and nobody learns which.

use super::{People, head, keep, show, show_wrong, trouble};
use crate::Standing;
use crate::actions::{
    self, Entered, Error, Proof, code_behind, enter_with_code, enter_with_password,
};
use crate::model::Purpose;
use crate::recognise::entry;
use crate::refusal::Refusal;
use crate::rules::way::safe_way;
use crate::views::{CodeFor, CodeView, LinkView, SignInView, said};
use axum::extract::{Path, Query, State};
use axum::http::request::Parts;
use axum::response::Response;
use serde::Deserialize;
use url::form_urlencoded::byte_serialize;
use web::{Form, Visitor, done, lead_to};

#[derive(Deserialize)]
pub(super) struct Way {
    #[serde(default)]
    suite: String,
}

pub(super) async fn page(visitor: Visitor, Query(way): Query<Way>) -> web::Result<Response> {
    let way = safe_way(&way.suite);
    if visitor.signed_in.is_some() {
        return Ok(lead_to(&way));
    }
    show(&SignInView::new(&visitor, way, String::new()))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SignIn {
    courriel: String,
    #[serde(default)]
    mot_de_passe: String,
    #[serde(default)]
    par: String,
    #[serde(default)]
    suite: String,
}

/// Asks for a letter, or enters with a password.
pub(super) async fn ask(
    State(people): State<People>,
    visitor: Visitor,
    parts: Parts,
    form: Form<SignIn>,
) -> web::Result<Response> {
    let SignIn { courriel, mot_de_passe, par, suite } = form.fields;
    let way = safe_way(&suite);
    let (app, head) = (visitor.app(), head(&visitor));
    let (now, keys) = (app.now(), &app.keys);
    if par == "mot-de-passe" {
        let proof = (courriel.as_str(), mot_de_passe.as_str());
        let entry = entry(&parts);
        let entered =
            enter_with_password(&app.db, (now, keys, &people.hasher), &head, proof, &entry);
        return match entered.await {
            Ok(entered) => Ok(enter(&visitor, &entered.leading_to(way))),
            Err(Error::Refused(refusal)) => {
                let mut view = SignInView::new(&visitor, way, courriel);
                view.say(&visitor.words(), refusal);
                show_wrong(&view)
            }
            Err(error) => Err(trouble(error, &visitor)),
        };
    }
    let asked_for = (courriel.as_str(), way.as_str(), form.once.as_str());
    let asked = actions::ask_for_code(&app.db, (now, keys), &head, Purpose::SignIn, asked_for);
    match asked.await {
        Ok(asked) => Ok(lead_to(&format!("/connexion/code/{}", asked.id))),
        Err(Error::Refused(refusal)) => {
            let mut view = SignInView::new(&visitor, way, courriel);
            view.say(&visitor.words(), refusal);
            show_wrong(&view)
        }
        Err(error) => Err(trouble(error, &visitor)),
    }
}

/// "A letter left": where the digits are typed.
pub(super) async fn code_page(visitor: Visitor, Path(code): Path<String>) -> web::Result<Response> {
    code.parse::<base::CodeId>().map_err(|_| web::Error::NotFound)?;
    show(&CodeView::new(&visitor, &code, CodeFor::Entering))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Digits {
    chiffres: String,
    nom: Option<String>,
}

pub(super) async fn enter_digits(
    visitor: Visitor,
    Path(code): Path<String>,
    parts: Parts,
    form: Form<Digits>,
) -> web::Result<Response> {
    let id = code.parse().map_err(|_| web::Error::NotFound)?;
    let Digits { chiffres, nom } = form.fields;
    let proof = Proof::Digits(id, chiffres.clone());
    let mut view = CodeView::new(&visitor, &code, CodeFor::Entering);
    match pass(&visitor, &proof, nom.as_deref(), &parts).await {
        Ok(Some(entered)) => Ok(enter(&visitor, &entered)),
        Ok(None) => {
            view.ask_name(&visitor.words(), &chiffres, "");
            show(&view)
        }
        Err(Error::Refused(Refusal::NameNeeded)) => {
            view.ask_name(&visitor.words(), &chiffres, nom.as_deref().unwrap_or_default());
            view.say(&visitor.words(), Refusal::NameNeeded);
            show_wrong(&view)
        }
        Err(Error::Refused(refusal)) => {
            view.say(&visitor.words(), refusal);
            show_wrong(&view)
        }
        Err(error) => Err(trouble(error, &visitor)),
    }
}

/// The page of the link: a button, so that software that follows links in letters uses nothing up.
pub(super) async fn link_page(
    visitor: Visitor,
    Path(secret): Path<String>,
) -> web::Result<Response> {
    let app = visitor.app();
    let proof = Proof::Link(secret.clone());
    let house = (app.now(), &app.keys);
    match code_behind(&mut app.read().await?, house, Purpose::SignIn, &proof).await {
        Ok(code) if code.person.is_none() => show(&LinkView::for_newcomer(&visitor, &secret)),
        Ok(_) => show(&LinkView::new(&visitor, &secret, CodeFor::Entering)),
        Err(Error::Refused(refusal)) => Err(web::Error::Refused(said(&visitor.words(), refusal))),
        Err(error) => Err(trouble(error, &visitor)),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Link {
    nom: Option<String>,
}

pub(super) async fn enter_link(
    visitor: Visitor,
    Path(secret): Path<String>,
    parts: Parts,
    form: Form<Link>,
) -> web::Result<Response> {
    let proof = Proof::Link(secret.clone());
    let name = form.fields.nom;
    match pass(&visitor, &proof, name.as_deref(), &parts).await {
        Ok(Some(entered)) => Ok(enter(&visitor, &entered)),
        Ok(None) => show(&LinkView::for_newcomer(&visitor, &secret)),
        Err(Error::Refused(Refusal::NameNeeded)) => {
            let mut view = LinkView::for_newcomer(&visitor, &secret);
            view.say(&visitor.words(), name.as_deref().unwrap_or_default(), Refusal::NameNeeded);
            show_wrong(&view)
        }
        Err(error) => Err(trouble(error, &visitor)),
    }
}

async fn pass(
    visitor: &Visitor,
    proof: &Proof,
    name: Option<&str>,
    parts: &Parts,
) -> Result<Option<Entered>, Error> {
    let app = visitor.app();
    let (now, keys) = (app.now(), &app.keys);
    enter_with_code(&app.db, (now, keys), &head(visitor), proof, (name, &entry(parts))).await
}

/// Has the browser keep the session, and leads on: to the second proof when it is waited for, to
/// where one is set up when a role needs one.
pub(super) fn enter(visitor: &Visitor, entered: &Entered) -> Response {
    let response = if entered.is_half() {
        let way: String = byte_serialize(entered.way.as_bytes()).collect();
        lead_to(&format!("/connexion/deuxieme-preuve?suite={way}"))
    } else if entered.awaits_strong_proof {
        done("/compte/securite", "done-signed-in")
    } else {
        done(&entered.way, "done-signed-in")
    };
    keep(response, visitor, &entered.secret)
}

pub(super) async fn leave(
    visitor: Visitor,
    standing: Standing,
    form: Form<crate::pages::security::Nothing>,
) -> web::Result<Response> {
    drop(form);
    if let Some(signed_in) = &visitor.signed_in {
        let app = visitor.app();
        let own = (signed_in.person, signed_in.session);
        actions::end_session(&app.db, app.now(), &standing, own)
            .await
            .map_err(|error| trouble(error, &visitor))?;
    }
    Ok(keep(done("/", "done-signed-out"), &visitor, ""))
}
