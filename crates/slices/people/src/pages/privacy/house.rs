//! For the administration: what people ask about their data, and what is forgotten when.

use crate::actions::check;
use crate::may::Verb;
use crate::model::Scope;
use crate::pages::{show, trouble};
use crate::privacy::{request, retention};
use crate::views::{RequestsView, RetentionView};
use crate::{Standing, looks};
use axum::extract::Path;
use axum::response::Response;
use serde::Deserialize;
use web::{Form, Visitor, done};

pub(super) async fn requests(visitor: Visitor, standing: Standing) -> web::Result<Response> {
    visitor.person()?;
    let app = visitor.app();
    let waiting = request::waiting(&app.db, &standing).await;
    let waiting = waiting.map_err(|error| trouble(error, &visitor))?;
    let mut read = app.read().await?;
    let mut rows = Vec::with_capacity(waiting.len());
    for request in waiting {
        if let Some(person) = looks::person(&mut read, request.person).await? {
            rows.push((request, person));
        }
    }
    show(&RequestsView::new(&visitor, &rows))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Answered {
    issue: String,
}

pub(super) async fn answer(
    visitor: Visitor,
    standing: Standing,
    Path(request): Path<String>,
    form: Form<Answered>,
) -> web::Result<Response> {
    visitor.person()?;
    let app = visitor.app();
    let request = request.parse().map_err(|_| web::Error::NotFound)?;
    let outcome = match form.fields.issue.as_str() {
        "faite" => request::Outcome::Done,
        "refusee" => request::Outcome::Refused,
        _ => return Err(web::Error::Refused(visitor.words().t("form-unreadable"))),
    };
    let answered = request::answer(&app.db, app.now(), &standing, request, outcome).await;
    answered.map_err(|error| trouble(error, &visitor))?;
    Ok(done("/administration/demandes", "done-request-answered"))
}

pub(super) async fn retention(visitor: Visitor, standing: Standing) -> web::Result<Response> {
    visitor.person()?;
    let allowed = check(&standing, Verb::SeeHouse, &[Scope::House]);
    allowed.map_err(|error| trouble(error, &visitor))?;
    let app = visitor.app();
    let preview = retention::preview(&mut app.read().await?, app.now()).await?;
    show(&RetentionView::new(&visitor, &preview))
}
