//! The page of a link that confirms something done without an account. It asks for a press on a
//! button, so that software that follows links in letters confirms nothing.

use super::security::Nothing;
use super::{People, show, trouble};
use crate::actions::confirm::asked;
use crate::views::ConfirmView;
use axum::extract::{Path, State};
use axum::response::Response;
use web::{Form, Visitor};

pub(super) async fn page(
    State(people): State<People>,
    visitor: Visitor,
    Path(secret): Path<String>,
) -> web::Result<Response> {
    let key = key(&visitor, &secret).await?;
    let (slice, _) = people.confirming_of(&key).ok_or(web::Error::NotFound)?;
    show(&ConfirmView::new(&visitor, &secret, slice.question()))
}

pub(super) async fn confirm(
    State(people): State<People>,
    visitor: Visitor,
    Path(secret): Path<String>,
    form: Form<Nothing>,
) -> web::Result<Response> {
    drop(form);
    let key = key(&visitor, &secret).await?;
    let (slice, rest) = people.confirming_of(&key).ok_or(web::Error::NotFound)?;
    slice.confirm(&visitor, &secret, rest).await
}

async fn key(visitor: &Visitor, secret: &str) -> web::Result<String> {
    let app = visitor.app();
    let key = asked(&mut app.read().await?, app.now(), secret).await;
    key.map_err(|error| trouble(error, visitor))
}
