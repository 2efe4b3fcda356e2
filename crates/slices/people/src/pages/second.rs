//! The second proof at sign-in: the page that half a session opens, and no other.

use super::prove::Key;
use super::sign_in::enter;
use super::{head, show, show_wrong, trouble};
use crate::actions::{self, Entered, Error, Second};
use crate::looks;
use crate::model::Session;
use crate::recognise::HalfSession;
use crate::rules::way::safe_way;
use crate::views::SecondView;
use axum::extract::Query;
use axum::response::Response;
use serde::Deserialize;
use web::{Form, Visitor};

#[derive(Deserialize)]
pub(super) struct Way {
    #[serde(default)]
    suite: String,
}

pub(super) async fn page(
    visitor: Visitor,
    half: HalfSession,
    Query(way): Query<Way>,
) -> web::Result<Response> {
    show(&view(&visitor, &half.0, safe_way(&way.suite)).await?)
}

async fn view(visitor: &Visitor, half: &Session, way: String) -> web::Result<SecondView> {
    let app = visitor.app();
    let factors = looks::factors(&mut app.read().await?, half.person).await?;
    let origin = app.site().origin.clone();
    let house = (app.now(), &app.keys, origin.as_str());
    let ceremony = actions::begin_proving(house, half.person, &factors.passkeys);
    Ok(SecondView::new(visitor, way, ceremony))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Shown {
    #[serde(default)]
    par: String,
    #[serde(default)]
    chiffres: String,
    #[serde(default)]
    secours: String,
    #[serde(default)]
    suite: String,
}

pub(super) async fn show_proof(
    visitor: Visitor,
    half: HalfSession,
    form: Form<Shown>,
) -> web::Result<Response> {
    let Shown { par, chiffres, secours, suite } = form.fields;
    let (app, head) = (visitor.app(), head(&visitor));
    let is_recovery = par == "secours" || (chiffres.trim().is_empty() && !secours.is_empty());
    let second = if is_recovery { Second::Recovery(&secours) } else { Second::App(&chiffres) };
    let house = (app.now(), &app.keys);
    let entered = actions::show_second(&app.db, house, &head, &half.0, &second).await;
    answer(&visitor, &half.0, safe_way(&suite), entered).await
}

pub(super) async fn show_key(
    visitor: Visitor,
    half: HalfSession,
    form: Form<Key>,
) -> web::Result<Response> {
    let Key { ceremonie, reponse, suite } = form.fields;
    let (app, head) = (visitor.app(), head(&visitor));
    let origin = app.site().origin.clone();
    let house = (app.now(), &app.keys, origin.as_str());
    let proof = (ceremonie.as_str(), reponse.as_str());
    let entered = actions::show_passkey(&app.db, house, &head, &half.0, proof).await;
    answer(&visitor, &half.0, safe_way(&suite), entered).await
}

async fn answer(
    visitor: &Visitor,
    half: &Session,
    way: String,
    entered: Result<Entered, Error>,
) -> web::Result<Response> {
    match entered {
        Ok(entered) => Ok(enter(visitor, &entered.leading_to(way))),
        Err(Error::Refused(refusal)) => {
            let mut view = view(visitor, half, way).await?;
            view.say(&visitor.words(), refusal);
            show_wrong(&view)
        }
        Err(error) => Err(trouble(error, visitor)),
    }
}
