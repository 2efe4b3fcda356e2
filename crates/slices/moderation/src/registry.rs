//! What every space of the site shares of moderation: the spaces themselves, the chapters they
//! add to the rules, and the sealed addresses by which people without an account follow a
//! decision.

use crate::model::{Chapter, Space, Subject};
use base::{DecisionId, ReportId};
use std::sync::Arc;
use web::App;

/// What the token of a decision is sealed for.
const PURPOSE: &str = "moderation-decision";

/// Moderation, with the spaces it serves. Cheap to clone.
#[derive(Clone)]
pub struct Moderation {
    /// The application.
    pub app: App,
    spaces: Vec<Arc<dyn Space>>,
    chapters: Vec<Arc<Chapter>>,
}

/// Whom a decision concerns and who may appeal against it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Party {
    /// Who wrote it.
    Author,
    /// Who reported it.
    Reporter(ReportId),
}

impl Moderation {
    /// Moderation of a house without any space yet.
    pub fn new(app: App) -> Self {
        Self { app, spaces: Vec::new(), chapters: Vec::new() }
    }

    /// Serves one more space.
    #[must_use]
    pub fn with(mut self, space: impl Space + 'static) -> Self {
        self.spaces.push(Arc::new(space));
        self
    }

    /// Adds a chapter to the page of the rules.
    #[must_use]
    pub fn with_chapter(mut self, chapter: Chapter) -> Self {
        self.chapters.push(Arc::new(chapter));
        self
    }

    /// The chapters that spaces added to the rules.
    pub fn chapters(&self) -> &[Arc<Chapter>] {
        &self.chapters
    }

    /// The sorts of things that can be reported.
    pub fn kinds(&self) -> Vec<&'static str> {
        self.spaces.iter().map(|it| it.kind()).collect()
    }

    /// The space that a thing belongs to.
    pub fn space_of(&self, subject: &Subject) -> Option<Arc<dyn Space>> {
        self.spaces.iter().find(|it| it.kind() == subject.kind).cloned()
    }

    /// Where that party reads a decision and appeals, without an account.
    pub fn decision_path(&self, decision: DecisionId, party: Party) -> String {
        let text = format!("{decision}.{}", party.name());
        let seal = self.app.keys.seal(PURPOSE, &text);
        format!("/decisions/{text}.{seal}")
    }

    /// The decision and the party of a token; none when the house did not make it.
    pub fn decision_behind(&self, token: &str) -> Option<(DecisionId, Party)> {
        let (text, seal) = token.rsplit_once('.')?;
        if !self.app.keys.is_seal(PURPOSE, text, seal) {
            return None;
        }
        let (decision, party) = text.split_once('.')?;
        Some((decision.parse().ok()?, Party::named(party)?))
    }
}

impl Party {
    /// Stable name, for storage: `author`, or the id of the report.
    pub fn name(self) -> String {
        match self {
            Self::Author => "author".into(),
            Self::Reporter(report) => report.to_string(),
        }
    }

    /// The party of that name.
    pub fn named(name: &str) -> Option<Self> {
        if name == "author" {
            return Some(Self::Author);
        }
        name.parse().ok().map(Self::Reporter)
    }
}
