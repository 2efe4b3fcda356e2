//! What the journal says of moderation: ids, reasons and articles, never a name, an address or
//! what someone wrote. Kinds never change: followers and files rely on them.

use db::Event;
use serde::Serialize;

macro_rules! events {
    ($($(#[$doc:meta])* $name:ident = $kind:literal { $($field:ident : $type:ty),* $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Serialize)]
        pub(crate) struct $name {
            $(pub(crate) $field: $type,)*
        }
        impl Event for $name { const KIND: &'static str = $kind; }
    )+};
}

events! {
    /// A case was opened.
    CaseOpened = "moderation.case_opened" { kind: String, subject: String, origin: &'static str }
    /// Someone reported something.
    Reported = "moderation.reported" { reason: &'static str, is_notice: bool, score: u32 }
    /// Reports hid something until someone looks.
    HiddenByReports = "moderation.hidden_by_reports" { score: u32 }
    /// Nobody looked in time: it is shown again.
    ShownAgain = "moderation.shown_again" { }
    /// Someone decided.
    Decided = "moderation.decided" { decision: String, ruling: &'static str, visibility: &'static str }
    /// A decision was undone.
    Undone = "moderation.undone" { decision: String }
    /// Someone appealed.
    Appealed = "moderation.appealed" { decision: String, appeal: String }
    /// An appeal was answered.
    AppealAnswered = "moderation.appeal_answered" { appeal: String, decision: String, outcome: &'static str }
    /// The author took away what was waiting to be read.
    Withdrawn = "moderation.withdrawn" { }
}
