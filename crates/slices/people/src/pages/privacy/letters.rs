//! The letters one wants to receive, what one agreed to, and stopping by the link of a letter.

use crate::actions::Error;
use crate::digest::choice;
use crate::pages::security::Nothing;
use crate::pages::{show, show_wrong, trouble};
use crate::refusal::Refusal;
use crate::rules::pace::{LetterKind, Pace};
use crate::views::{LettersView, StopLettersView, said};
use crate::{Standing, looks};
use axum::extract::Path;
use axum::response::Response;
use serde::Deserialize;
use web::{Form, Visitor, done};

const WAY: &str = "/compte/lettres";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Chosen {
    #[serde(default)]
    tasks: String,
    #[serde(default)]
    pages: String,
    #[serde(default)]
    age: String,
}

pub(super) async fn page(visitor: Visitor) -> web::Result<Response> {
    show(&view(&visitor).await?)
}

async fn view(visitor: &Visitor) -> web::Result<LettersView> {
    let person = visitor.person()?;
    let mut read = visitor.app().read().await?;
    let account = looks::person(&mut read, person).await?.ok_or(web::Error::NotFound)?;
    let chosen = choice::chosen(&mut read, person).await?;
    let consents = choice::consents(&mut read, person).await?;
    Ok(LettersView::new(visitor, account.mail.as_deref().unwrap_or_default(), &chosen, &consents))
}

pub(super) async fn choose(
    visitor: Visitor,
    standing: Standing,
    form: Form<Chosen>,
) -> web::Result<Response> {
    let (person, app) = (visitor.person()?, visitor.app());
    let sent = [(LetterKind::Tasks, &form.fields.tasks), (LetterKind::Pages, &form.fields.pages)];
    let wanted: Option<Vec<(LetterKind, Pace)>> =
        sent.into_iter().map(|(kind, name)| Some((kind, Pace::named(name)?))).collect();
    let Some(wanted) = wanted else {
        return Err(web::Error::Refused(visitor.words().t("form-unreadable")));
    };
    let is_old_enough = form.fields.age == "oui";
    let asked = (wanted.as_slice(), is_old_enough);
    match choice::choose(&app.db, app.now(), &standing, person, asked).await {
        Ok(()) => Ok(done(WAY, "done-letters-chosen")),
        Err(Error::Refused(refusal)) => {
            let mut view = view(&visitor).await?;
            view.fill(&wanted);
            if refusal == Refusal::AgeStatement {
                view.blame_age(said(&visitor.words(), refusal));
            }
            show_wrong(&view)
        }
        Err(error) => Err(trouble(error, &visitor)),
    }
}

pub(super) async fn withdraw(
    visitor: Visitor,
    standing: Standing,
    Path(consent): Path<String>,
    form: Form<Nothing>,
) -> web::Result<Response> {
    drop(form);
    let (person, app) = (visitor.person()?, visitor.app());
    let consent = consent.parse().map_err(|_| web::Error::NotFound)?;
    let withdrawn = choice::withdraw(&app.db, app.now(), &standing, person, consent).await;
    withdrawn.map_err(|error| trouble(error, &visitor))?;
    Ok(done(WAY, "done-consent-withdrawn"))
}

/// Asks before stopping: programs that follow every link of a letter stop nothing.
pub(super) async fn stop_page(
    visitor: Visitor,
    Path(token): Path<String>,
) -> web::Result<Response> {
    let (_, kind) = choice::stopped_by(&visitor.app().keys, &token).ok_or(web::Error::NotFound)?;
    show(&StopLettersView::new(&visitor, (&token, kind), false))
}

/// Stops. The mail program posts here by itself, without a session, a page or a ticket (RFC 8058):
/// the seal of the link is the proof. It answers a page and no redirection, which those programs
/// do not follow.
pub(super) async fn stop(visitor: Visitor, Path(token): Path<String>) -> web::Result<Response> {
    let app = visitor.app();
    let stopped = choice::stop(&app.db, (app.now(), &app.keys), &token).await;
    let kind = stopped.map_err(|error| trouble(error, &visitor))?;
    show(&StopLettersView::new(&visitor, (&token, kind), true))
}
