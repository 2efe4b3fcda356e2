//! What the directory does by itself: matching what was harvested.

use crate::actions;
use base::Timestamp;
use db::Db;
use people::Standing;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use work::{Handler, Job};

/// Records changed: decide again which are the same place, and publish.
#[derive(Debug, Serialize, Deserialize)]
pub struct Match {}

impl Job for Match {
    const KIND: &'static str = "directory.match";
}

/// What does the job; `clock` gives the present.
pub fn match_handler(db: Db, clock: Arc<dyn Fn() -> Timestamp + Send + Sync>) -> Handler {
    Box::new(move |_body| {
        let (db, now) = (db.clone(), clock());
        Box::pin(async move {
            let resolved = actions::resolve(&db, now, &Standing::clockwork(), &|_| ()).await;
            resolved.map(|_| ()).map_err(|error| error.to_string())
        })
    })
}
