//! What the pages of moderation show: plain structs of text made for the templates.

mod appeals;
mod case;
mod public;
mod queue;
mod report;
pub mod samples;
mod say;

pub use appeals::{AppealRow, AppealView, AppealsView};
pub use case::{CaseView, DecisionLine, ReportLine, RulingForm};
pub use public::{
    ArticleLine, BinRow, BinView, ChapterView, DecisionView, Figure, FiguresView, RulesView,
};
pub use queue::{CaseRow, QueueView};
pub use report::{NoticeForm, ReportForm, ReportView};
