//! What the journal says of this slice: which setting changed, never its value.

use db::Event;
use serde::Serialize;

/// What the kinds of this slice begin with: followers look for it.
pub(crate) const PREFIX: &str = "administration.";

/// A setting took another value, or one it had before.
#[derive(Debug, Serialize)]
pub(crate) struct SettingChanged {
    /// Its name.
    pub(crate) key: &'static str,
    /// Whether it went back to a value it had.
    pub(crate) is_undone: bool,
}

impl Event for SettingChanged {
    const KIND: &'static str = "administration.setting_changed";
}

/// The whole journal was walked.
#[derive(Debug, Serialize)]
pub(crate) struct JournalVerified {
    /// `whole` or `broken`.
    pub(crate) verdict: &'static str,
    /// Where it ends, or where it breaks.
    pub(crate) position: i64,
    /// Why it does not hold: `gap`, `changed`, `head`; empty when it does.
    pub(crate) reason: &'static str,
}

impl Event for JournalVerified {
    const KIND: &'static str = "administration.journal_verified";
}

/// The journal was taken away as a file.
#[derive(Debug, Serialize)]
pub(crate) struct JournalExported {
    /// Its last position at that instant.
    pub(crate) position: i64,
}

impl Event for JournalExported {
    const KIND: &'static str = "administration.journal_exported";
}
