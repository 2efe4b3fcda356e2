//! The directory in memory: what search, lists and maps are served from.
//!
//! Built from the database at start, kept current from the journal, thrown away without regret.
//! Nothing awaits while the lock is held.

mod summary;

use crate::gazetteer::Gazetteer;
use crate::model::{Notice, Place, PlaceState, Source};
use crate::store::{notices, places, sources};
use atlas::{Atlas, Synonyms};
use base::PlaceId;
use db::{Db, Read, journal};
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};
use std::time::Duration;

pub use summary::{Family, Summary};

/// How long a change made by another process may stay unseen.
const PATIENCE: Duration = Duration::from_millis(300);
/// Lines of the journal followed at once.
const PAGE: i64 = 5_000;

/// The directory, in memory. Cheap to clone; clones share it.
#[derive(Clone)]
pub struct Directory {
    db: Db,
    live: Arc<RwLock<Live>>,
}

/// What is held in memory.
pub struct Live {
    /// The index of published places.
    pub atlas: Atlas,
    /// What lists show of each published place.
    pub summaries: HashMap<PlaceId, Arc<Summary>>,
    /// The communes in force.
    pub gazetteer: Arc<Gazetteer>,
    /// The lists, in their order of arrival.
    pub sources: Vec<Source>,
    /// The last line of the journal that was followed.
    position: i64,
}

impl Directory {
    /// Reads the whole directory into memory.
    pub async fn open(db: Db) -> Result<Self, db::Error> {
        db.seal().await?;
        let live = Arc::new(RwLock::new(load(&db).await?));
        Ok(Self { db, live })
    }

    /// The facts beneath.
    pub fn db(&self) -> &Db {
        &self.db
    }

    /// Looks at what is in memory. Do not await while holding it.
    pub fn live(&self) -> RwLockReadGuard<'_, Live> {
        self.live.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Follows the journal for ever. Ends only with the task.
    pub async fn follow(&self) {
        loop {
            self.db.wait_for_news(PATIENCE).await;
            if let Err(error) = self.catch_up().await {
                tracing::warn!(%error, "the journal could not be followed; trying again");
                tokio::time::sleep(PATIENCE).await;
            }
        }
    }

    /// Follows the journal up to its present end. Answers whether anything changed.
    pub async fn catch_up(&self) -> Result<bool, db::Error> {
        self.db.seal().await?;
        let mut changed = false;
        loop {
            let position = self.live().position;
            let mut read = self.db.read().await?;
            let lines = read.lines_after(position, PAGE).await?;
            let Some(last) = lines.last().map(|it| it.position) else { return Ok(changed) };
            changed = true;
            let news = gather(&mut read, &lines).await?;
            drop(read);
            self.take(news, last);
        }
    }

    fn take(&self, news: News, position: i64) {
        let mut live = self.live.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(gazetteer) = news.gazetteer {
            live.gazetteer = Arc::new(gazetteer);
        }
        if let Some(sources) = news.sources {
            live.sources = sources;
        }
        for id in &news.touched {
            live.forget(*id);
        }
        let mut closures = by_place(news.closures);
        for place in news.places {
            live.learn(&place, closures.remove(&place.id).unwrap_or_default());
        }
        live.position = position;
    }
}

impl Live {
    fn forget(&mut self, id: PlaceId) {
        if self.summaries.remove(&id).is_some() {
            self.atlas.remove(id);
        }
    }

    fn learn(&mut self, place: &Place, closures: Vec<(Date, Date)>) {
        if place.state != PlaceState::Published {
            return;
        }
        let summary = Summary { closures, ..Summary::of(place, &self.gazetteer.communes) };
        self.atlas.put(summary.doc(place));
        self.summaries.insert(place.id, Arc::new(summary));
    }

    /// Where the journal has been followed to.
    pub fn position(&self) -> i64 {
        self.position
    }
}

/// What some lines of the journal changed.
struct News {
    touched: HashSet<PlaceId>,
    places: Vec<Place>,
    closures: Vec<Notice>,
    gazetteer: Option<Gazetteer>,
    sources: Option<Vec<Source>>,
}

async fn gather(read: &mut Read, lines: &[journal::Line]) -> Result<News, db::Error> {
    let touched: HashSet<PlaceId> =
        lines.iter().filter_map(|line| line.subject.parse().ok()).collect();
    let ids: Vec<String> = touched.iter().map(ToString::to_string).collect();
    let has = |kind: &str| lines.iter().any(|line| line.kind == kind);
    let mut news = News {
        touched,
        places: Vec::new(),
        closures: notices::closures_of(read, &ids).await?,
        gazetteer: None,
        sources: None,
    };
    if has("directory.communes_loaded") {
        news.gazetteer = Some(Gazetteer::load(read).await?);
    }
    if has("directory.harvested") {
        news.sources = Some(load_sources(read).await?);
    }
    news.places = places::by_ids(read, &ids).await?;
    Ok(news)
}

/// The days of closures, place by place.
fn by_place(closures: Vec<Notice>) -> HashMap<PlaceId, Vec<(Date, Date)>> {
    let mut all: HashMap<PlaceId, Vec<(Date, Date)>> = HashMap::new();
    for closure in closures {
        all.entry(closure.place).or_default().push((closure.from, closure.to));
    }
    all
}

async fn load_sources(read: &mut Read) -> Result<Vec<Source>, db::Error> {
    Ok(sources::all(read).await?.into_iter().map(|it| it.source).collect())
}

async fn load(db: &Db) -> Result<Live, db::Error> {
    let mut read = db.read().await?;
    let position = read.head().await?.position;
    let gazetteer = Gazetteer::load(&mut read).await?;
    let sources = load_sources(&mut read).await?;
    let mut closures = by_place(notices::closures(&mut read).await?);
    let mut summaries = HashMap::new();
    let mut docs = Vec::new();
    let mut after = String::new();
    loop {
        let page = places::page(&mut read, &after, PAGE).await?;
        let Some(last) = page.last() else { break };
        after = last.id.to_string();
        for place in page.iter().filter(|it| it.state == PlaceState::Published) {
            let closures = closures.remove(&place.id).unwrap_or_default();
            let summary = Summary { closures, ..Summary::of(place, &gazetteer.communes) };
            docs.push(summary.doc(place));
            summaries.insert(place.id, Arc::new(summary));
        }
    }
    Ok(Live {
        atlas: Atlas::build(docs, Synonyms::french()),
        summaries,
        gazetteer: Arc::new(gazetteer),
        sources,
        position,
    })
}
