//! What happened to one's account: entries, refused tries, proofs added and taken away.

use crate::pages::show;
use crate::privacy::watch;
use crate::views::WatchView;
use axum::response::Response;
use web::Visitor;

pub(super) async fn page(visitor: Visitor) -> web::Result<Response> {
    let (person, app) = (visitor.person()?, visitor.app());
    let lines = watch::lines(&mut app.read().await?, person, app.now()).await?;
    show(&WatchView::new(&visitor, &lines))
}
