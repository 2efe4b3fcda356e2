//! Walking the whole journal, as a job; its verdict is itself a line of the journal.

use super::{Error, check};
use crate::events::{JournalExported, JournalVerified};
use base::{Actor, LineId, Timestamp};
use db::Db;
use db::journal::{Break, Verdict, verify};
use people::Standing;
use people::may::Verb;
use serde::{Deserialize, Serialize};
use work::Job;

/// The job that walks the journal.
#[derive(Serialize, Deserialize)]
pub struct VerifyJournal {
    /// Who asked, as the journal names them.
    asked_by: String,
}

impl Job for VerifyJournal {
    const KIND: &'static str = "administration.verify_journal";
}

/// A walk of the journal was asked for.
#[derive(Serialize)]
struct VerificationAsked {}

impl db::Event for VerificationAsked {
    const KIND: &'static str = "administration.verification_asked";
}

/// Asks for a walk of the whole journal.
pub async fn ask_verification(db: &Db, now: Timestamp, standing: &Standing) -> Result<(), Error> {
    check(standing, Verb::SeeHouse)?;
    let mut act = db.act(now, standing.actor, "verification").await?;
    let id: LineId = act.id();
    work::queue(&mut act, &VerifyJournal { asked_by: standing.actor.name() }).await?;
    act.record(&id, &VerificationAsked {}).await?;
    act.commit().await?;
    Ok(())
}

/// Does the job: walks the journal and writes down what it found.
pub fn verify_handler(db: Db, clock: web::Clock) -> work::Handler {
    Box::new(move |_body| {
        let (db, clock) = (db.clone(), clock.clone());
        Box::pin(async move { walk(&db, clock()).await.map_err(|error| error.to_string()) })
    })
}

async fn walk(db: &Db, now: Timestamp) -> db::Result<()> {
    let event = match verify(db).await? {
        Verdict::Whole { head } => {
            JournalVerified { verdict: "whole", position: head.position, reason: "" }
        }
        Verdict::Broken { position, reason } => {
            JournalVerified { verdict: "broken", position, reason: named(reason) }
        }
    };
    let mut act = db.act(now, Actor::Clockwork, "verification").await?;
    let id: LineId = act.id();
    act.record(&id, &event).await?;
    act.commit().await
}

/// Writes down that the journal was taken away as a file.
pub async fn record_export(db: &Db, now: Timestamp, standing: &Standing) -> Result<i64, Error> {
    check(standing, Verb::SeeHouse)?;
    let mut act = db.act(now, standing.actor, "export").await?;
    let position = act.head().await?.position;
    let id: LineId = act.id();
    act.record(&id, &JournalExported { position }).await?;
    act.commit().await?;
    Ok(position)
}

const fn named(reason: Break) -> &'static str {
    match reason {
        Break::Gap => "gap",
        Break::Changed => "changed",
        Break::Head => "head",
    }
}
