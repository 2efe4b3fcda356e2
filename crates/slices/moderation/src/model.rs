//! The nouns: what can be reported, reports, cases, decisions, appeals. No IO.

mod case;
mod rulebook;
mod space;

pub use case::{
    Appeal, AppealState, Case, CaseState, CaseStatus, Decision, Notice, NoticeNature, Origin,
    Report,
};
pub use rulebook::{Article, Reason, Ruling};
pub use space::{Author, Chapter, Exhibit, Looking, Setting, Space, Subject, Visibility};
