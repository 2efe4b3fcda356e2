//! The register of processing, for everyone to read.

use crate::pages::{People, show};
use crate::views::RegisterView;
use axum::extract::State;
use axum::response::Response;
use web::Visitor;

pub(super) async fn page(State(people): State<People>, visitor: Visitor) -> web::Result<Response> {
    show(&RegisterView::new(&visitor, &people.register))
}
