//! Finding out, once a request, who asks: from the cookie to a [`Standing`].

use crate::model::{PersonState, Role, Session, SessionState};
use crate::rules::lives;
use crate::{Standing, store};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::header;
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use base::{Timestamp, time};
use std::convert::Infallible;
use web::{App, SignedIn};

/// A session that waits for its second factor, on the request that shows it.
#[derive(Clone, Debug)]
pub(crate) struct HalfSession(pub(crate) Session);

/// The name of the cookie that keeps a session. Under https it is bound to this very host.
pub fn session_cookie(is_https: bool) -> &'static str {
    if is_https { "__Host-session" } else { "session" }
}

/// The layer that recognises who asks. It leaves on the request a [`SignedIn`] for pages and a
/// [`Standing`] for actions; without a session it does nothing.
pub async fn recognise(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let is_https = app.site().is_https();
    let secret = web::cookie(request.headers(), session_cookie(is_https)).map(str::to_owned);
    if let Some(secret) = secret {
        match found(&app, &secret).await {
            Ok(Found::Open(signed_in, standing)) => {
                request.extensions_mut().insert(*signed_in);
                request.extensions_mut().insert(*standing);
            }
            Ok(Found::Half(session)) => {
                request.extensions_mut().insert(HalfSession(*session));
            }
            Ok(Found::Nobody) => {}
            Err(error) => return web::Error::from(error).into_response(),
        }
    }
    next.run(request).await
}

enum Found {
    Open(Box<SignedIn>, Box<Standing>),
    Half(Box<Session>),
    Nobody,
}

async fn found(app: &App, secret: &str) -> db::Result<Found> {
    let now = app.now();
    let hash = crate::actions::stored(secret);
    let mut read = app.db.read().await?;
    let Some(session) = store::sessions::by_secret(&mut read, &hash).await? else {
        return Ok(Found::Nobody);
    };
    if !lives::is_alive(&session, now) {
        return Ok(Found::Nobody);
    }
    let person = store::persons::by_id(&mut read, session.person).await?;
    let Some(person) = person.filter(|it| it.state == PersonState::Active) else {
        return Ok(Found::Nobody);
    };
    if session.state == SessionState::Half {
        return Ok(Found::Half(Box::new(session)));
    }
    let mut held = store::roles::of_person(&mut read, person.id).await?;
    drop(read);
    held.retain(|it| it.is_in_force(now));
    if lives::is_seen_anew(&session, now) {
        // Bookkeeping: a disk that is full must not keep anybody from reading.
        if let Err(error) = write_seen(app, &session, now).await {
            tracing::warn!(%error, "it could not be written that a session is in use");
        }
    }
    let is_fresh = lives::is_fresh(&session, now);
    let standing = Standing::person(person.id, person.level, &held, session.is_strong, is_fresh);
    let signed_in = SignedIn {
        person: person.id,
        session: session.id,
        name: person.name,
        is_strong: session.is_strong,
        is_fresh,
        has_administration: [Role::Administrator, Role::Auditor]
            .iter()
            .any(|it| standing.holds_in_house(*it)),
        has_places: [Role::PlaceManager, Role::Mediator, Role::HubManager]
            .iter()
            .any(|it| standing.holds_somewhere(*it)),
        has_moderation: [Role::Moderator, Role::HubManager, Role::Administrator]
            .iter()
            .any(|it| standing.holds_somewhere(*it)),
    };
    Ok(Found::Open(Box::new(signed_in), Box::new(standing)))
}

/// Writes down that a session is in use, every five minutes at most: bookkeeping, nobody's act.
async fn write_seen(app: &App, session: &Session, now: Timestamp) -> db::Result<()> {
    let mut chore = app.db.chore(now, "seen").await?;
    store::sessions::seen(&mut chore, session.id).await?;
    let day = time::civil_day(now).to_string();
    store::persons::seen(&mut chore, session.person, &day).await?;
    chore.commit().await
}

impl<S: Send + Sync> FromRequestParts<S> for HalfSession {
    type Rejection = Response;

    /// Without half a session there is nothing to finish: signing in begins again.
    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Response> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| web::lead_to("/connexion"))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Standing {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get::<Self>().cloned().unwrap_or_else(Self::visitor))
    }
}

/// What the browser and the network say of the device.
pub(crate) fn entry(parts: &Parts) -> crate::actions::Entry {
    use axum::extract::ConnectInfo;
    use std::net::SocketAddr;
    let agent = parts.headers.get(header::USER_AGENT).and_then(|it| it.to_str().ok());
    let address = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|it| it.0.ip());
    crate::actions::Entry {
        device: crate::rules::device::device(agent.unwrap_or_default()),
        network: address.map(crate::rules::device::network).unwrap_or_default(),
    }
}
