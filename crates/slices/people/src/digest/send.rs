//! The letters that are due. A turn that was missed is caught up by the next one, with all that
//! happened meanwhile in one letter; two processes at once write one letter.

use super::choice::stop_path;
use super::{Asked, Tellers, Told};
use crate::actions::{Error, Letterhead};
use crate::events::DigestPosted;
use crate::model::{Person, PersonState};
use crate::store::letters::Due;
use crate::{Standing, letters, looks, store};
use base::{Actor, Timestamp};
use web::App;

/// Choices looked at in one turn: the others wait for the next, a few seconds later.
const AT_ONCE: i64 = 200;

/// What a turn did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    /// Letters posted.
    pub posted: u64,
    /// Choices that were due and had nothing to say.
    pub silent: u64,
}

/// Posts the letters that are due at `now`. Doing it twice posts no more.
pub async fn turn(app: &App, now: Timestamp, tellers: &Tellers) -> Result<Sent, Error> {
    let due = store::letters::due(&mut app.db.read().await?, now, AT_ONCE).await?;
    let mut sent = Sent::default();
    for choice in due {
        if one(app, now, tellers, &choice).await? {
            sent.posted += 1;
        } else {
            sent.silent += 1;
        }
    }
    Ok(sent)
}

/// One choice; answers whether a letter was posted.
async fn one(app: &App, now: Timestamp, tellers: &Tellers, due: &Due) -> Result<bool, Error> {
    let mut read = app.db.read().await?;
    let person = looks::person(&mut read, due.person).await?;
    let person = person.filter(|it| it.state == PersonState::Active && it.mail.is_some());
    let told = match &person {
        Some(person) => {
            let asked = asked(&mut read, person, (due, now)).await?;
            tellers.all(&mut read, &asked).await?
        }
        None => Vec::new(),
    };
    drop(read);
    let Some(next) = due.pace.next_due(now) else { return Ok(false) };
    let Some(person) = person.filter(|_| !told.is_empty()) else {
        let mut chore = app.db.chore(now, "letters").await?;
        store::letters::told_nothing(&mut chore, due, next).await?;
        chore.commit().await?;
        return Ok(false);
    };
    let mut act = app.db.act(now, Actor::Clockwork, &format!("letters:{}", due.person)).await?;
    if !store::letters::told(&mut act, due, next).await? {
        return Ok(false);
    }
    let head = Letterhead::to(app, &person);
    let stop = format!("{}{}", head.origin, stop_path(&app.keys, person.id, due.kind));
    letters::digest(&mut act, &head, &person, (due, &told, stop)).await?;
    act.record(&person.id, &DigestPosted { kind: due.kind.name(), pace: due.pace.name() }).await?;
    act.commit().await?;
    Ok(true)
}

/// What is asked of the tellers: the roles are those of today, whoever was told before.
async fn asked(
    read: &mut db::Read,
    person: &Person,
    (due, now): (&Due, Timestamp),
) -> db::Result<Asked> {
    let held = looks::roles(read, person.id, now).await?;
    let held: Vec<_> = held.into_iter().filter(|it| it.is_in_force(now)).collect();
    // A letter says how many things wait, never what they are: that needs no second proof.
    let standing = Standing::person(person.id, person.level, &held, true, false);
    Ok(Asked { kind: due.kind, standing, since: due.told_until, until: now })
}

/// What a letter says of those things, one line each.
pub(crate) fn lines(words: &web::Words, told: &[Told], origin: &str) -> Vec<String> {
    told.iter().map(|it| format!("{} {origin}{}", words.n(it.key, it.count), it.path)).collect()
}
