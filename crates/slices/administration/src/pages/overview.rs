//! How the house is, and what waits for someone.

use super::{Administration, gate, show};
use crate::views::{Frame, OverviewView, Room, Tile};
use axum::extract::State;
use axum::response::Response;
use people::{Standing, search};
use web::{Visitor, Words};
use work::JobState;
use work::mail::{self, State as MailState};

/// Failed jobs that are counted one by one; more are "1,000 or more".
const COUNTED_MAX: u32 = 1_000;

pub(super) async fn page(
    State(it): State<Administration>,
    visitor: Visitor,
    standing: Standing,
) -> web::Result<Response> {
    let may_keep = gate::enter(&visitor, &standing)?;
    let words = visitor.words();
    let mut read = it.app.read().await?;
    let accounts = search::account_counts(&mut read).await?;
    let invited = search::invitations_waiting(&mut read, it.app.now(), 1_000).await?.len();
    let open = work::waiting(&mut read).await?;
    let failed = work::jobs(&mut read, Some(JobState::Failed), None, COUNTED_MAX).await?.len();
    let letters = mail::counts(&mut read).await?;
    let head = read.head().await?;
    drop(read);
    let of = |state: MailState| letters.iter().find(|it| it.0 == state).map_or(0, |it| it.1);
    let lost = of(MailState::Bounced) + of(MailState::Failed);
    let account = |state: &str| accounts.get(state).copied().unwrap_or(0);
    let places = it.directory.live().atlas.len();
    let jobs = Room::Jobs.href();
    let mail_room = Room::Letters.href();
    let frame = Frame::new(&visitor, Room::Overview, may_keep);
    let tile = |key, n: i64, href: &str| tile(&words, key, n, href);
    let view = OverviewView {
        shell: frame.shell.clone(),
        is_closed: it.app.site().closed.is_some(),
        frame,
        waiting: vec![
            tile("administration-jobs-failed", count(failed), &format!("{jobs}?etat=failed")).bad(),
            tile("administration-letters-lost", lost, &format!("{mail_room}?etat=bounced")).bad(),
            tile("administration-invitations", count(invited), Room::Roles.href()),
            tile("administration-suspended", account("suspended"), Room::People.href()),
        ],
        counts: vec![
            tile("administration-accounts", account("active"), Room::People.href()),
            tile("administration-places", count(places), "/"),
            tile("administration-jobs-open", open, jobs),
            tile(
                "administration-letters-waiting",
                of(MailState::Waiting),
                &format!("{mail_room}?etat=waiting"),
            ),
            tile("administration-lines", head.position, Room::Journal.href()),
        ],
    };
    show(&view)
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn tile(words: &Words, key: &str, n: i64, href: &str) -> Tile {
    let value = u64::try_from(n).unwrap_or(0);
    Tile {
        label: words.n(key, value),
        value: words.locale().integer(value),
        href: href.to_owned(),
        is_bad: false,
    }
}

impl Tile {
    /// A count that should be none.
    fn bad(self) -> Self {
        Self { is_bad: self.value != "0", ..self }
    }
}
