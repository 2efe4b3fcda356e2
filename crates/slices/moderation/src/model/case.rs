//! Reports, the cases they make, decisions and appeals.

use super::{Author, Reason, Ruling, Subject, Visibility};
use base::{AppealId, CaseId, DecisionId, PersonId, PlaceId, ReportId, Timestamp};
use people::model::{Level, Scope};
use serde::{Deserialize, Serialize};

/// Why a case was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// People reported it.
    Reports,
    /// It is read before it is shown.
    Check,
    /// The house noticed something odd and asks someone to look.
    Signal,
}

/// Where a case stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseState {
    /// Someone has to look.
    Open,
    /// Someone has to look, and the thing is out of sight until then, for 48 hours at most.
    Provisional,
    /// It was decided.
    Decided,
}

/// The part of a case that a decision changes and that undoing it gives back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CaseStatus {
    /// Where the case stands.
    pub state: CaseState,
    /// Who can see the thing.
    pub visibility: Visibility,
    /// Until when it is out of sight, when that is for a while.
    pub hidden_until: Option<Timestamp>,
}

/// A thing that someone has to look at, or that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Which.
    pub id: CaseId,
    /// About what.
    pub subject: Subject,
    /// Why it was opened.
    pub origin: Origin,
    /// Where it stands.
    pub status: CaseStatus,
    /// Whether reports hid it for a while.
    pub was_hidden: bool,
    /// Whether nobody looked in 48 hours and it was shown again: reports then hide it no more.
    pub was_shown_again: bool,
    /// The sum of the weights of its reports, in thousandths.
    pub score: u32,
    /// How many people reported it.
    pub reports: u32,
    /// For which reasons, each once.
    pub reasons: Vec<Reason>,
    /// Whether there is among them a notice of illegal content, or an order: it comes first.
    pub is_notice: bool,
    /// What it was called when the case was opened.
    pub title: String,
    /// What it said then.
    pub excerpt: String,
    /// Where it is read.
    pub path: String,
    /// Who wrote it.
    pub author: Author,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When it was decided.
    pub decided_at: Option<Timestamp>,
    /// In which scopes it lies.
    pub scopes: Vec<Scope>,
}

/// One person's report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Which.
    pub id: ReportId,
    /// A seal of who reports: the account, the address, or else the network and the browser.
    pub reporter: String,
    /// The account.
    pub person: Option<PersonId>,
    /// Where to write when there is no account.
    pub mail: Option<String>,
    /// The code of the language they read.
    pub locale: String,
    /// The network it came from, without its last part; empty when unknown.
    pub network: String,
    /// Why.
    pub reason: Reason,
    /// In their words.
    pub words: String,
    /// How much it weighs, in thousandths.
    pub weight: u32,
    /// How sure the house was of the account; none without one.
    pub level: Option<Level>,
    /// How old the account was, in days.
    pub account_days: u32,
    /// The places they worked for.
    pub places: Vec<PlaceId>,
    /// The notice, when it is one.
    pub notice: Option<Notice>,
    /// When.
    pub at: Timestamp,
    /// Whether the decision agreed; none while there is none.
    pub was_right: Option<bool>,
}

/// What a notice of illegal content says besides (DSA, article 16), or an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// A notice, or an order.
    pub nature: NoticeNature,
    /// Who gives it.
    pub name: String,
    /// The text of law that is broken, or the reference of the order.
    pub law: String,
}

/// Whether someone asks or an authority orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeNature {
    /// Someone says that it is illegal.
    Notice,
    /// Someone says that it harms children: no name is asked of them (DSA, article 16.2 c).
    Children,
    /// A judge or an administration orders to act.
    Order,
}

/// A decision, as it was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Which.
    pub id: DecisionId,
    /// On which case.
    pub case: CaseId,
    /// What it says.
    pub ruling: Ruling,
    /// Why, in words that the author reads.
    pub motive: String,
    /// Who decided, as the journal names them.
    pub decider: String,
    /// When.
    pub at: Timestamp,
    /// Whether it answers an appeal: it is then the last.
    pub is_on_appeal: bool,
    /// Where the case stood before.
    pub before: CaseStatus,
    /// When it was undone.
    pub undone_at: Option<Timestamp>,
}

/// Whether an appeal was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppealState {
    /// Not yet.
    Waiting,
    /// The decision stands.
    Upheld,
    /// Another decision took its place.
    Reversed,
}

/// Someone asks that a decision be looked at again by someone else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appeal {
    /// Which.
    pub id: AppealId,
    /// Against which decision.
    pub decision: DecisionId,
    /// On which case.
    pub case: CaseId,
    /// Who appeals: `author`, or the id of a report.
    pub party: String,
    /// Why.
    pub words: String,
    /// When.
    pub at: Timestamp,
    /// Whether it was answered.
    pub state: AppealState,
}

macro_rules! names {
    ($type:ident { $($variant:ident = $name:literal),+ $(,)? }) => {
        impl $type {
            /// Stable name, for storage and messages.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// The one stored under that name.
            pub fn named(name: &str) -> Option<Self> {
                [$(Self::$variant),+].into_iter().find(|it| it.name() == name)
            }
        }
    };
}

names!(Origin { Reports = "reports", Check = "check", Signal = "signal" });
names!(CaseState { Open = "open", Provisional = "provisional", Decided = "decided" });
names!(AppealState { Waiting = "waiting", Upheld = "upheld", Reversed = "reversed" });
names!(NoticeNature { Notice = "notice", Children = "children", Order = "order" });
