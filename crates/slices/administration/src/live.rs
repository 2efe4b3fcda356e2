//! The settings in force, in every process: loaded at the start, then each time the journal says
//! that one changed.

use crate::events::PREFIX;
use crate::model::Key;
use crate::rules::overlay::overlay;
use crate::store;
use db::Db;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use web::{App, Site, SiteHandle};

/// How long a change made by another process may take to be seen.
const PATIENCE: Duration = Duration::from_secs(1);
const PAGE: i64 = 500;

/// The settings, and the site that they make. Cheap to clone.
#[derive(Clone)]
pub struct Settings {
    db: Db,
    base: Arc<Site>,
    handle: SiteHandle,
}

impl Settings {
    /// Loads the settings over the site of `app`, which is that of the configuration.
    pub async fn open(app: &App) -> db::Result<Self> {
        let settings = Self { db: app.db.clone(), base: app.site(), handle: app.site.clone() };
        settings.refresh().await?;
        Ok(settings)
    }

    /// The site of the configuration, without any setting.
    pub fn base(&self) -> &Site {
        &self.base
    }

    /// Loads the settings in force: pages made from now on say them.
    pub async fn refresh(&self) -> db::Result<()> {
        let current = store::current(&mut self.db.read().await?).await?;
        let values: BTreeMap<Key, String> =
            current.into_iter().filter_map(|it| Some((it.key, it.value?))).collect();
        self.handle.set(overlay(&self.base, &values));
        Ok(())
    }

    /// Follows the journal for ever. Ends only with the task.
    pub async fn follow(&self) {
        let mut position = None;
        loop {
            if let Err(error) = self.catch_up(&mut position).await {
                tracing::warn!(%error, "the settings could not be followed; trying again");
                tokio::time::sleep(PATIENCE).await;
            }
            tokio::time::sleep(PATIENCE).await;
        }
    }

    /// Loads the settings again if the journal has a line about them after `position`.
    async fn catch_up(&self, position: &mut Option<i64>) -> db::Result<()> {
        let mut read = self.db.read().await?;
        let Some(from) = *position else {
            *position = Some(read.head().await?.position);
            drop(read);
            return self.refresh().await;
        };
        let (mut last, mut has_changed) = (from, false);
        loop {
            let lines = read.lines_after(last, PAGE).await?;
            let Some(end) = lines.last().map(|it| it.position) else { break };
            last = end;
            has_changed |= lines.iter().any(|it| it.kind.starts_with(PREFIX));
        }
        drop(read);
        if has_changed {
            self.refresh().await?;
        }
        *position = Some(last);
        Ok(())
    }
}
