//! A small town to test in: the whole site over HTTP, without a socket, on each engine that this
//! machine has, under a clock that only moves when the story moves it.
//!
//! `PostgreSQL` is used when `MAILLAGE_TEST_POSTGRES` holds its address; each town gets a schema
//! of its own. Otherwise the story says that it was told on `SQLite` only.

mod guest;

pub use guest::Guest;

use administration::Settings;
use anyhow::{Context as _, Result};
use axum::body::Body;
use axum::http::{HeaderMap, Request};
use base::{Timestamp, time};
use basemap::Basemap;
use db::Db;
use directory::Directory;
use directory::actions::{self, EditOutcome, Harvest, HarvestOutcome, Resolved};
use directory::gazetteer::Gazetteer;
use http_body_util::BodyExt as _;
use people::Standing;
use portal::Portal;
use std::io::{BufRead, Cursor};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};
use tower::ServiceExt as _;
use web::App;

/// A town.
pub struct Town {
    /// The facts.
    pub db: Db,
    /// Where the facts are, for those who open them a second time.
    pub address: String,
    /// Every page and every act of the site.
    pub routes: Vec<web::RouteLine>,
    /// The directory in memory.
    pub directory: Directory,
    /// What the handlers reach.
    pub app: App,
    /// The settings in force.
    pub settings: Settings,
    router: axum::Router,
    now: Arc<AtomicI64>,
    _folder: tempfile::TempDir,
}

/// What came back.
pub struct Page {
    /// The status, as a number.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, as text.
    pub body: String,
}

/// A town on each engine that is there. `story` names it in the database.
pub async fn on_each_engine(story: &str) -> Result<Vec<Town>> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let folder = tempfile::tempdir()?;
    let file = format!("sqlite:{}", folder.path().join("town.db").display());
    let mut towns = vec![Town::open(file, folder).await?];
    match std::env::var("MAILLAGE_TEST_POSTGRES") {
        Ok(address) => {
            let n = COUNT.fetch_add(1, Ordering::Relaxed);
            let name = format!("town_{story}_{}_{n}", std::process::id());
            let address = db::scratch::schema(&address, &name).await?;
            towns.push(Town::open(address, tempfile::tempdir()?).await?);
        }
        Err(_) => eprintln!("PostgreSQL skipped: MAILLAGE_TEST_POSTGRES is not set"),
    }
    Ok(towns)
}

impl Town {
    /// A town on `SQLite` only, for what does not depend on the engine.
    pub async fn on_sqlite() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let file = format!("sqlite:{}", folder.path().join("town.db").display());
        Self::open(file, folder).await
    }

    async fn open(address: String, folder: tempfile::TempDir) -> Result<Self> {
        let start: Timestamp = "2026-11-24T09:00:00Z".parse()?;
        let now = Arc::new(AtomicI64::new(start.as_millisecond()));
        let db = Db::open(&address).await?;
        db.migrate(start, &portal::migrations()).await?;
        let clock = {
            let now = now.clone();
            Arc::new(move || {
                Timestamp::from_millisecond(now.load(Ordering::Relaxed)).unwrap_or_default()
            })
        };
        let site = web::Site { origin: "https://reseau.example".into(), ..web::Site::default() };
        let app = App {
            db: db.clone(),
            clock,
            site: web::SiteHandle::new(site),
            keys: people::keys::keys(&db, start).await?,
            catalogues: portal::catalogues()?,
        };
        let directory = Directory::open(db.clone()).await?;
        let basemap = Arc::new(Basemap::sketch());
        let people = portal::people(&app);
        let settings = Settings::open(&app).await?;
        let portal = Portal {
            app: app.clone(),
            people,
            directory: directory.clone(),
            settings: settings.clone(),
            basemap,
            is_sketch: true,
            files: work::files::Files::open(&folder.path().join("fichiers"))?,
        };
        let (_, routes) = portal::routes(&portal).split();
        let whole = portal::site(&portal);
        Ok(Self {
            db,
            address,
            routes,
            directory,
            app,
            settings,
            router: whole,
            now,
            _folder: folder,
        })
    }

    /// What letters of the house are headed with, in French.
    pub fn letterhead(&self) -> people::actions::Letterhead {
        let site = self.app.site();
        people::actions::Letterhead {
            words: self.app.words(web::Locale::French),
            site: site.name.clone(),
            origin: site.origin.clone(),
        }
    }

    /// The present.
    pub fn now(&self) -> Timestamp {
        Timestamp::from_millisecond(self.now.load(Ordering::Relaxed)).unwrap_or_default()
    }

    /// Lets civil days of Paris go by.
    pub fn days_go_by(&self, days: i64) {
        let later = time::days_after(self.now(), days);
        self.now.store(later.as_millisecond(), Ordering::Relaxed);
    }

    /// Lets minutes go by.
    pub fn minutes_go_by(&self, minutes: i64) {
        self.now.fetch_add(minutes * 60_000, Ordering::Relaxed);
    }

    /// Lets seconds go by.
    pub fn seconds_go_by(&self, seconds: i64) {
        self.now.fetch_add(seconds * 1_000, Ordering::Relaxed);
    }

    /// A list comes in.
    pub async fn harvest(&self, mapping: &str, list: &str) -> Result<HarvestOutcome> {
        self.harvest_with(mapping, list, false).await
    }

    /// A list comes in, even if it loses a large share of its rows.
    pub async fn harvest_with(
        &self,
        mapping: &str,
        list: &str,
        accept_loss: bool,
    ) -> Result<HarvestOutcome> {
        let bytes: Arc<[u8]> = list.as_bytes().into();
        let asked = Harvest {
            mapping: mapping.to_owned(),
            file_name: "list".to_owned(),
            open: Arc::new(move || {
                let reader: Box<dyn BufRead + Send> = Box::new(Cursor::new(bytes.clone()));
                Ok(reader)
            }),
            gazetteer: Arc::new(Gazetteer::load(&mut self.db.read().await?).await?),
            accept_loss,
        };
        Ok(actions::harvest(&self.db, self.now(), &Standing::operator(), &asked, &|_| ()).await?)
    }

    /// Records of one place become one page, and the directory in memory learns it.
    pub async fn resolve(&self) -> Result<Resolved> {
        let resolved =
            actions::resolve(&self.db, self.now(), &Standing::operator(), &|_| ()).await?;
        self.directory.catch_up().await?;
        Ok(resolved)
    }

    /// The network of the demonstration moves in.
    pub async fn settle(&self) -> Result<Resolved> {
        let communes = directory::samples::communes();
        actions::load_communes(&self.db, self.now(), &Standing::operator(), &communes).await?;
        let gazetteer = Arc::new(Gazetteer::new(communes));
        for list in directory::samples::lists() {
            let bytes: Arc<[u8]> = list.bytes.into();
            let asked = Harvest {
                mapping: list.mapping.to_owned(),
                file_name: list.file_name,
                open: Arc::new(move || {
                    let reader: Box<dyn BufRead + Send> = Box::new(Cursor::new(bytes.clone()));
                    Ok(reader)
                }),
                gazetteer: gazetteer.clone(),
                accept_loss: false,
            };
            actions::harvest(&self.db, self.now(), &Standing::operator(), &asked, &|_| ()).await?;
        }
        self.resolve().await
    }

    /// The operator corrects a field of the place at that address.
    pub async fn edit(&self, slug: &str, field: &str, value: Option<&str>) -> Result<EditOutcome> {
        let id = directory::place_id_at(&self.db, slug).await?.context("no such place")?;
        let edited =
            actions::edit(&self.db, self.now(), &Standing::operator(), id, (field, value)).await?;
        self.directory.catch_up().await?;
        Ok(edited)
    }

    /// Asks for a page, in French.
    pub async fn get(&self, path: &str) -> Result<Page> {
        self.ask(Request::get(path).header("accept-language", "fr"), Body::empty()).await
    }

    /// Sends a request made by hand.
    pub async fn ask(&self, request: axum::http::request::Builder, body: Body) -> Result<Page> {
        let request: Request<Body> = request.header("host", "reseau.example").body(body)?;
        let response = self.router.clone().oneshot(request).await?;
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await?.to_bytes();
        Ok(Page {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
        })
    }
}

impl Page {
    /// A header, as text; empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}
