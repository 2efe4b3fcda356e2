//! What every handler may reach: the facts, the present, the words.

use crate::{Catalogues, Keys, Locale, Result, Site, SiteHandle, Words};
use base::{Actor, PersonId, Timestamp};
use db::{Act, Db, Read};
use std::sync::Arc;

/// Everything a handler may reach. One concrete type, cheap to clone.
#[derive(Clone)]
pub struct App {
    /// The facts.
    pub db: Db,
    /// The present; tests set it.
    pub clock: Clock,
    /// Who runs the site: settings change it while it runs.
    pub site: SiteHandle,
    /// What the house signs with.
    pub keys: Keys,
    /// What the site says, in each language.
    pub catalogues: Catalogues,
}

/// Where the present comes from.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

impl App {
    /// The present.
    pub fn now(&self) -> Timestamp {
        (self.clock)()
    }

    /// Who runs the site, at this instant.
    pub fn site(&self) -> Arc<Site> {
        self.site.site()
    }

    /// Opens a look at the facts.
    pub async fn read(&self) -> Result<Read> {
        Ok(self.db.read().await?)
    }

    /// Opens an act in a person's name, on what `key` names.
    pub async fn act(&self, person: PersonId, key: &str) -> Result<Act> {
        Ok(self.db.act(self.now(), Actor::Person(person), key).await?)
    }

    /// The voice of a page in that language.
    pub fn words(&self, locale: Locale) -> Words {
        self.catalogues.words(locale)
    }
}
