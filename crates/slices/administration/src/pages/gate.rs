//! Who comes in: administrators and auditors, on a session where a strong proof was shown.

use crate::actions::Error;
use axum::response::Response;
use base::Refusal as _;
use people::Standing;
use people::may::{Verb, may};
use people::model::Scope;
use web::{Visitor, lead_to};

/// Lets in who may read the house; answers whether they may change it too.
pub(super) fn enter(visitor: &Visitor, standing: &Standing) -> web::Result<bool> {
    pass(visitor, standing, Verb::SeeHouse)?;
    Ok(may(standing, Verb::KeepHouse, &[Scope::House]))
}

/// Lets by who may do that, or says why not and what to do.
pub(super) fn pass(visitor: &Visitor, standing: &Standing, verb: Verb) -> web::Result<()> {
    visitor.person()?;
    if may(standing, verb, &[Scope::House]) {
        return Ok(());
    }
    if standing.awaits_strong_proof {
        return Err(web::Error::Forbidden(visitor.words().t("administration-strong-needed")));
    }
    Err(web::Error::NotAllowed)
}

/// Where something is proved again before a sensitive act, when it was not lately.
pub(super) fn prove_first(standing: &Standing, way: &str) -> Option<Response> {
    (!standing.is_fresh).then(|| lead_to(&format!("/compte/preuve?suite={way}")))
}

/// What the web answers when a verb of this slice was not done.
pub(super) fn trouble(error: Error, visitor: &Visitor) -> web::Error {
    match error {
        Error::Refused(refused) => {
            let words = visitor.words();
            let said: Vec<String> = refused.iter().map(|(_, it)| it.said(&words)).collect();
            web::Error::Refused(said.join(" "))
        }
        Error::NotAllowed => web::Error::NotAllowed,
        Error::NotFound => web::Error::NotFound,
        Error::Storage(error) => web::Error::from(error),
    }
}

/// What the web answers when a verb of people was not done.
pub(super) fn people_trouble(error: people::actions::Error, visitor: &Visitor) -> web::Error {
    use people::actions::Error as Not;
    match error {
        Not::Refused(refusal) => web::Error::Refused(visitor.words().t(refusal.key())),
        Not::NotAllowed => web::Error::NotAllowed,
        Not::NotFound => web::Error::NotFound,
        Not::Storage(error) => web::Error::from(error),
    }
}
