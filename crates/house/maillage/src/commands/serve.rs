//! `maillage serve`: the site, the API, and the jobs that wait.

mod deadlines;
mod door;
mod paced;
mod watched;

use super::Ending;
use crate::erasures;
use crate::house::House;
use crate::say::{Voice, grouped};
use administration::Settings;
use administration::actions::{VerifyJournal, verify_handler};
use basemap::Basemap;
use directory::Directory;
use directory::clockwork::{Match, match_handler};
use portal::Portal;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use web::{App, SiteHandle};
use work::mail::{self, MailHouse, SendMail};
use work::{Job as _, Worker};

/// How long a worker that found nothing to do waits.
const REST: Duration = Duration::from_millis(500);
const SWEEP_FIGURES_EVERY: Duration = Duration::from_secs(5);

/// How often letters that are due are forgotten.
const SWEEP_EVERY: base::time::SignedDuration = base::time::SignedDuration::from_hours(1);

pub(super) async fn run(house: &House, voice: Voice, listen: SocketAddr) -> anyhow::Result<Ending> {
    let listener = door::listener(listen)?;
    let origin = format!("http://{}", listener.local_addr()?);
    let site = house.configuration.site(&origin);
    let mail = Arc::new(house.configuration.mail_house(&house.folder, &site)?);
    let app = App {
        db: house.db.clone(),
        clock: house.clock.clone(),
        site: SiteHandle::new(site),
        keys: people::keys::keys(&house.db, (house.clock)()).await?,
        catalogues: portal::catalogues()?,
    };
    let directory = Directory::open(house.db.clone()).await?;
    let settings = Settings::open(&app).await?;
    let country = house.country()?;
    let portal = Portal {
        people: portal::people(&app),
        settings: settings.clone(),
        app,
        directory: directory.clone(),
        is_sketch: country.is_none(),
        files: work::files::Files::open(&house.folder.join("fichiers"))?,
        basemap: Arc::new(country.unwrap_or_else(Basemap::sketch)),
    };
    let private = tokio::spawn(keep_for_ever(portal.app.clone()));
    let places = directory.live().atlas.len();
    let following = {
        let directory = directory.clone();
        tokio::spawn(async move { directory.follow().await })
    };
    let keeping = tokio::spawn(async move { settings.follow().await });
    let erasing = tokio::spawn(erasures::follow(house.db.clone(), house.folder.clone()));
    let working = tokio::spawn(work_for_ever(house.db.clone(), house.clock.clone()));
    let moderating = tokio::spawn(deadlines::keep_for_ever(portal::moderation(&portal.app)));
    let posting = tokio::spawn(post_for_ever(house.db.clone(), house.clock.clone(), mail));
    voice.line(&format!("{} lieux. Le site est ouvert : {origin}", grouped(places as u64)));
    voice.line("Pour l'arrêter : Ctrl+C");
    voice.result(&serde_json::json!({ "listening": origin, "places": places }));
    let router = portal::site_behind(&portal, watched::shield(house)?);
    let connections_max = house.configuration.limits.connections_max;
    let (close, all_left) = door::open(listener, router, connections_max)?;
    let sweeping = tokio::spawn(keep_figures_small());
    asked_to_stop().await;
    let _ = close.send(());
    let _ = all_left.await;
    sweeping.abort();
    following.abort();
    keeping.abort();
    erasing.abort();
    private.abort();
    working.abort();
    posting.abort();
    moderating.abort();
    Ok(Ending::Done)
}

/// Every hour: erasures that are due, accounts that sleep, what has come to its end. Every ten
/// seconds: the letters that people chose and that are due.
async fn keep_for_ever(app: App) {
    let (holdings, tellers) = (portal::holdings(), portal::tellers());
    let mut kept_at: Option<base::Timestamp> = None;
    loop {
        let now = app.now();
        // A clock that stepped back is waited for no longer than an hour of its own.
        let is_due = kept_at.is_none_or(|at| now.duration_since(at).abs() >= SWEEP_EVERY);
        if is_due {
            match people::clockwork::turn(&app, now, &holdings).await {
                Ok(()) => kept_at = Some(now),
                Err(error) => tracing::warn!(%error, "privacy could not be kept; trying again"),
            }
        }
        if let Err(error) = people::digest::turn(&app, now, &tellers).await {
            tracing::warn!(%error, "the letters that people chose could not be written");
        }
        tokio::time::sleep(REST * 20).await;
    }
}

/// Jobs of every kind but letters, which have a loop of their own: who waits for a code does not
/// wait for the matching of a country.
async fn work_for_ever(db: db::Db, clock: web::Clock) {
    let worker = Worker::new(db.clone())
        .with(Match::KIND, match_handler(db.clone(), clock.clone()))
        .with(VerifyJournal::KIND, verify_handler(db.clone(), clock.clone()));
    loop {
        rest_after(worker.step_but(clock(), SendMail::KIND).await).await;
    }
}

/// Carries letters, and every hour forgets those that are due.
async fn post_for_ever(db: db::Db, clock: web::Clock, house: Arc<MailHouse>) {
    let worker = mail::teach(Worker::new(db.clone()), db.clone(), house, clock.clone());
    let mut swept_at = None;
    loop {
        let now = clock();
        let is_due = swept_at.is_none_or(|at| now.duration_since(at) >= SWEEP_EVERY);
        if is_due {
            match mail::sweep(&db, now).await {
                Ok(_) => swept_at = Some(now),
                Err(error) => tracing::warn!(%error, "the outbox could not be swept"),
            }
        }
        rest_after(worker.step_of(now, SendMail::KIND).await).await;
    }
}

/// A breath after a turn that found nothing to do, a longer one after a turn that failed.
async fn rest_after(turn: db::Result<bool>) {
    match turn {
        Ok(true) => {}
        Ok(false) => tokio::time::sleep(REST).await,
        Err(error) => {
            tracing::warn!(%error, "the queue could not be read; trying again");
            tokio::time::sleep(REST * 4).await;
        }
    }
}

async fn keep_figures_small() {
    loop {
        tokio::time::sleep(SWEEP_FIGURES_EVERY).await;
        web::keep_figures_small();
    }
}

/// Ctrl+C or a polite kill. Requests under way are answered first.
async fn asked_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
        }
        Err(_) => {
            let _ = tokio::signal::ctrl_c().await;
        }
    }
}
