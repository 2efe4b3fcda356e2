//! `maillage serve`: the site, the API, and the jobs that wait.

use super::Ending;
use crate::house::House;
use crate::say::{Voice, grouped};
use anyhow::Context as _;
use basemap::Basemap;
use directory::Directory;
use directory::clockwork::{Match, match_handler};
use people::actions::Hasher;
use people::pages::People;
use portal::Portal;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use web::{App, SiteHandle};
use work::{Job as _, Worker};

/// How long a worker that found nothing to do waits.
const REST: Duration = Duration::from_millis(500);

pub(super) async fn run(house: &House, voice: Voice, listen: SocketAddr) -> anyhow::Result<Ending> {
    let listener = TcpListener::bind(listen).await.with_context(|| {
        format!("impossible d'écouter sur {listen} : choisissez un autre port avec --listen")
    })?;
    let origin = format!("http://{}", listener.local_addr()?);
    let app = App {
        db: house.db.clone(),
        clock: house.clock.clone(),
        site: SiteHandle::new(house.configuration.site(&origin)),
        keys: people::keys::keys(&house.db, (house.clock)()).await?,
        catalogues: portal::catalogues()?,
    };
    let directory = Directory::open(house.db.clone()).await?;
    let country = house.country()?;
    let portal = Portal {
        people: People { app: app.clone(), hasher: Hasher::new() },
        app,
        directory: directory.clone(),
        is_sketch: country.is_none(),
        basemap: Arc::new(country.unwrap_or_else(Basemap::sketch)),
    };
    let places = directory.live().atlas.len();
    let following = {
        let directory = directory.clone();
        tokio::spawn(async move { directory.follow().await })
    };
    let working = tokio::spawn(work_for_ever(house.db.clone(), house.clock.clone()));
    voice.line(&format!("{} lieux. Le site est ouvert : {origin}", grouped(places as u64)));
    voice.line("Pour l'arrêter : Ctrl+C");
    voice.result(&serde_json::json!({ "listening": origin, "places": places }));
    let router = portal::site(&portal);
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(asked_to_stop()).await?;
    following.abort();
    working.abort();
    Ok(Ending::Done)
}

async fn work_for_ever(db: db::Db, clock: web::Clock) {
    let worker =
        Worker::new(db.clone()).with(Match::KIND, match_handler(db.clone(), clock.clone()));
    loop {
        match worker.step(clock()).await {
            Ok(true) => {}
            Ok(false) => tokio::time::sleep(REST).await,
            Err(error) => {
                tracing::warn!(%error, "the queue could not be read; trying again");
                tokio::time::sleep(REST * 4).await;
            }
        }
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
