//! Opening the house: the data folder, the database, the present.

use crate::arguments::Arguments;
use crate::configuration::Configuration;
use anyhow::Context as _;
use base::Timestamp;
use basemap::Basemap;
use db::Db;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use web::Clock;

/// What every command needs.
pub(crate) struct House {
    /// The data folder.
    pub(crate) folder: PathBuf,
    /// Where the facts are.
    pub(crate) address: String,
    /// The facts.
    pub(crate) db: Db,
    /// The present.
    pub(crate) clock: Clock,
    /// What the operator chose.
    pub(crate) configuration: Configuration,
}

impl House {
    /// Opens the folder (made if it is not there) and brings its tables up to date.
    pub(crate) async fn open(arguments: &Arguments) -> anyhow::Result<Self> {
        let house = Self::open_as_it_is(arguments).await?;
        let migrated = house.db.migrate(house.now(), &portal::migrations()).await;
        migrated.context("la base de données ne peut pas être mise à jour")?;
        Ok(house)
    }

    /// Opens the folder, its tables as they are: a backup is taken before they change.
    pub(crate) async fn open_as_it_is(arguments: &Arguments) -> anyhow::Result<Self> {
        let folder = arguments.data.clone();
        std::fs::create_dir_all(&folder)
            .with_context(|| format!("le dossier {} ne peut pas être créé", folder.display()))?;
        let address = match &arguments.database {
            Some(address) => address.clone(),
            None => sqlite_address(&folder.join("maillage.db")),
        };
        let db = Db::open(&address).await.context("la base de données ne s'ouvre pas")?;
        Ok(Self {
            configuration: Configuration::read(&folder)?,
            folder,
            address,
            db,
            clock: Arc::new(present),
        })
    }

    /// The present.
    pub(crate) fn now(&self) -> Timestamp {
        (self.clock)()
    }

    /// Where the country's basemap is kept.
    pub(crate) fn basemap_path(&self) -> PathBuf {
        self.folder.join("basemap.bin")
    }

    /// The country's basemap if it was built; nothing otherwise, and the sketch serves.
    pub(crate) fn country(&self) -> anyhow::Result<Option<Basemap>> {
        let path = self.basemap_path();
        match std::fs::read(&path) {
            Ok(bytes) => Basemap::open(bytes)
                .map(Some)
                .with_context(|| format!("le fond de carte {} est abîmé", path.display())),
            Err(_) => Ok(None),
        }
    }
}

/// The address of a file: `%` and `?` mean something in an address and nothing in a name.
pub(crate) fn sqlite_address(file: &Path) -> String {
    let name = file.display().to_string().replace('%', "%25").replace('?', "%3F");
    format!("sqlite:{name}")
}

/// The one place where the present enters the program.
#[expect(clippy::disallowed_methods, reason = "the present has to enter somewhere: here")]
pub(crate) fn present() -> Timestamp {
    Timestamp::now()
}
