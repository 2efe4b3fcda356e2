//! What happened to an account and matters for its safety, for its owner to read: who entered and
//! how, tries that were refused, proofs added and taken away, sessions ended.
//!
//! It is read from the journal, which holds ids and codes only: nothing more is written about
//! anyone to show it. A year is shown; devices and networks stand on the page of sessions, for as
//! long as those live.

use base::{PersonId, Timestamp, time};
use db::{Read, Result};

/// Lines of the journal looked at.
const LINES_MAX: i64 = 500;
/// Lines shown.
const SHOWN_MAX: usize = 100;
/// How far back.
const MONTHS: i64 = 12;

/// What is shown, as the journal names it; the keys of its words are these, with hyphens.
const KINDS: [&str; 16] = [
    "people.arrived",
    "people.signed_in",
    "people.half_entered",
    "people.proof_failed",
    "people.proved",
    "people.session_ended",
    "people.factor_added",
    "people.factor_removed",
    "people.recovery_used",
    "people.account_changed",
    "people.state_set",
    "people.link_made",
    "people.data_taken",
    "people.erasure_asked",
    "people.erasure_undone",
    "people.passkey_named",
];

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    /// When.
    pub at: Timestamp,
    /// The key of its words.
    pub key: String,
    /// With what: `code`, `password`, `app`, `mail`; empty when there is nothing more to say.
    pub way: String,
    /// Whether it is a try that was refused.
    pub is_refused: bool,
}

/// What happened to an account in the last twelve months, the last first.
pub async fn lines(read: &mut Read, person: PersonId, now: Timestamp) -> Result<Vec<Happened>> {
    let since = time::months_after(now, -MONTHS).as_millisecond();
    let lines = read.lines_about(&person.to_string(), LINES_MAX).await?;
    let shown = lines.into_iter().filter(|it| it.at >= since && KINDS.contains(&&*it.kind));
    let happened = shown.map(|it| Happened {
        at: Timestamp::from_millisecond(it.at).unwrap_or_default(),
        key: format!("watch-{}", it.kind.trim_start_matches("people.").replace('_', "-")),
        way: way(&it.body),
        is_refused: it.kind == "people.proof_failed",
    });
    Ok(happened.take(SHOWN_MAX).collect())
}

/// The code that an event holds, under the first of the names that such codes have.
fn way(body: &str) -> String {
    let body: serde_json::Value = serde_json::from_str(body).unwrap_or_default();
    let named = ["way", "what", "reason", "state"].iter().find_map(|it| body[it].as_str());
    named.unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::way;

    #[test]
    fn the_code_of_an_event_is_found_under_any_of_its_names() {
        assert_eq!(way(r#"{"way":"password"}"#), "password");
        assert_eq!(way(r#"{"what":"mail"}"#), "mail");
        assert_eq!(way("{}"), "");
        assert_eq!(way("nonsense"), "");
    }
}
