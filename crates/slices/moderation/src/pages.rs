//! Pages of moderation: reporting, the rules, the figures, the bin, the queue, cases, appeals.

mod appeals;
mod desk;
mod network;
mod public;
mod report;

pub(crate) use desk::Sieve;
pub use network::Network;

use crate::Moderation;
use crate::actions::Error;
use askama::Template;
use axum::extract::FromRef;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse as _, Response};
use base::Refusal as _;
use web::{App, Routes, Visitor};

impl FromRef<Moderation> for App {
    fn from_ref(house: &Moderation) -> Self {
        house.app.clone()
    }
}

/// Every page of moderation, at its address.
pub fn routes(house: Moderation) -> Routes<()> {
    Routes::new()
        .get("/signaler/{kind}/{id}", report::page)
        .post("/signaler/{kind}/{id}", report::send)
        .get("/signaler/{kind}/{id}/notification", report::notice_page)
        .post("/signaler/{kind}/{id}/notification", report::send_notice)
        .get("/regles", public::rules)
        .get("/decisions/{token}", public::decision)
        .post("/decisions/{token}", public::appeal)
        .get("/moderation", desk::queue)
        .post("/moderation/lot", desk::decide_all)
        .get("/moderation/chiffres", public::figures)
        .get("/moderation/chiffres/{file}", public::figures_file)
        .get("/moderation/corbeille", public::bin)
        .get("/moderation/recours", appeals::list)
        .get("/moderation/recours/{appeal}", appeals::page)
        .post("/moderation/recours/{appeal}", appeals::judge)
        .get("/moderation/{case}", desk::case)
        .post("/moderation/{case}", desk::decide)
        .post("/moderation/decision/{decision}/annuler", desk::undo)
        .with_state(house)
}

fn show(view: &impl Template) -> web::Result<Response> {
    Ok(Html(view.render()?).into_response())
}

/// The same page with what is wrong on it: 422.
fn show_wrong(view: &impl Template) -> web::Result<Response> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(view.render()?)).into_response())
}

/// What the web answers when a verb was not done and the page has nothing better to say.
fn trouble(error: Error, visitor: &Visitor) -> web::Error {
    match error {
        Error::Refused(refusal) => web::Error::Refused(visitor.words().t(refusal.key())),
        Error::NotAllowed if visitor.signed_in.is_none() => web::Error::SignInFirst,
        Error::NotAllowed => web::Error::NotAllowed,
        Error::NotFound => web::Error::NotFound,
        Error::Storage(error) => web::Error::from(error),
    }
}

/// Who may not read the queue is asked to sign in, or told that it is not theirs.
fn not_theirs(visitor: &Visitor) -> web::Error {
    if visitor.signed_in.is_none() { web::Error::SignInFirst } else { web::Error::NotAllowed }
}
