//! Answering an invitation.

use super::{show, trouble};
use crate::Standing;
use crate::actions::{self, Answer, invitation_behind};
use crate::views::InvitationView;
use axum::extract::Path;
use axum::response::Response;
use serde::Deserialize;
use web::{Form, Visitor, done};

pub(super) async fn page(visitor: Visitor, Path(secret): Path<String>) -> web::Result<Response> {
    let app = visitor.app();
    let found = invitation_behind(&mut app.read().await?, app.now(), &secret).await;
    let invitation = found.map_err(|error| trouble(error, &visitor))?;
    show(&InvitationView::new(&visitor, &invitation, &secret))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Said {
    reponse: String,
}

pub(super) async fn answer(
    visitor: Visitor,
    standing: Standing,
    Path(secret): Path<String>,
    form: Form<Said>,
) -> web::Result<Response> {
    let (person, app) = (visitor.person()?, visitor.app());
    let (answer, key) = match form.fields.reponse.as_str() {
        "oui" => (Answer::Accept, "done-invitation-accepted"),
        "non" => (Answer::Decline, "done-invitation-declined"),
        _ => return Err(web::Error::Refused(visitor.words().t("form-unreadable"))),
    };
    let whose = (person, secret.as_str());
    actions::answer_invitation(&app.db, app.now(), &standing, whose, answer)
        .await
        .map_err(|error| trouble(error, &visitor))?;
    Ok(done("/compte", key))
}
