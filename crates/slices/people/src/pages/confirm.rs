//! The page of a link that confirms something done without an account. It asks for a press on a
//! button, so that software that follows links in letters confirms nothing.

use super::security::Nothing;
use super::{People, show, trouble};
use crate::actions::confirm::asked;
use crate::views::ConfirmView;
use axum::extract::{Path, State};
use axum::response::Response;
use std::pin::Pin;
use web::{Form, Visitor};

/// What a handler answers, later.
pub type Confirming<'a> = Pin<Box<dyn Future<Output = web::Result<Response>> + Send + 'a>>;

/// What a slice does when a link it asked for is followed.
pub trait Confirms: Send + Sync {
    /// What its keys begin with, before the `:`.
    fn prefix(&self) -> &'static str;

    /// The key of the message that says, on the page of the link, what will be confirmed.
    fn question(&self) -> &'static str;

    /// The button was pressed. `key` is the one given when asking, its prefix taken off. Opens an
    /// act, calls [`crate::actions::confirmed`] in it, does what was waiting, commits and leads
    /// somewhere.
    fn confirm<'a>(&'a self, visitor: &'a Visitor, secret: &'a str, key: &'a str)
    -> Confirming<'a>;
}

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
