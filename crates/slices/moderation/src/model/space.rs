//! What a space of the site has to say of itself for moderation to serve it.
//!
//! A slice implements [`Space`] for each sort of thing that can be reported and registers it
//! (`Moderation::with`). Moderation then knows how to show it to a moderator and how to take it
//! out of sight, and nothing else about it.

use super::{Article, Ruling};
use base::PersonId;
use db::{Act, Read, Result};
use people::model::Scope;
use std::pin::Pin;
use web::Words;

/// One thing that can be reported: its sort, and which one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Subject {
    /// The sort, as in the address of the form: `avis`, `lieu`.
    pub kind: String,
    /// Which one; the space reads it.
    pub id: String,
}

/// Who can see a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Visibility {
    /// Everyone.
    Shown,
    /// Everyone who opens the bin, with the reason.
    Binned,
    /// Nobody but moderators.
    Hidden,
}

/// Who wrote a thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Author {
    /// A seal that stays when the account goes: the other things of the same author stay findable.
    pub key: String,
    /// The account, when there is one.
    pub person: Option<PersonId>,
    /// Where to write, when there is no account.
    pub mail: Option<String>,
    /// The code of the language they read.
    pub locale: String,
}

/// A thing, as moderators and those who report it see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exhibit {
    /// Which.
    pub subject: Subject,
    /// What it is called, in a few words.
    pub title: String,
    /// What it says, in full or its beginning.
    pub excerpt: String,
    /// Who wrote it; none when nobody in particular did.
    pub author: Option<Author>,
    /// Where it is read, a path of this site.
    pub path: String,
    /// In which scopes it lies: they say which moderators it is for.
    pub scopes: Vec<Scope>,
    /// Who can see it now.
    pub visibility: Visibility,
}

/// A thing looked for, later.
pub type Looking<'a> = Pin<Box<dyn Future<Output = Result<Option<Exhibit>>> + Send + 'a>>;
/// A thing shown or hidden, later.
pub type Setting<'a> = Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>>;

/// One sort of thing that can be reported.
pub trait Space: Send + Sync {
    /// The sort, as in addresses; its name in words is the message `kind-{kind}`.
    fn kind(&self) -> &'static str;

    /// Whether reports may hide it before anyone looked. Not so for what a public service
    /// publishes: three people must not be able to close a town hall's page.
    fn may_be_hidden_by_reports(&self) -> bool;

    /// The thing of that id; none when there is none.
    fn look<'a>(&'a self, read: &'a mut Read, id: &'a str) -> Looking<'a>;

    /// Shows it, bins it or hides it, within the act of moderation. `ruling` is none when it is
    /// hidden for a while, or given back.
    fn set<'a>(
        &'a self,
        act: &'a mut Act,
        id: &'a str,
        visibility: Visibility,
        ruling: Option<Ruling>,
    ) -> Setting<'a>;
}

/// A chapter that a space adds to the page of the rules.
pub struct Chapter {
    /// Its anchor.
    pub anchor: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Its paragraphs, in the visitor's language.
    pub paragraphs: fn(&Words) -> Vec<String>,
}

impl Subject {
    /// That thing of that sort.
    pub fn new(kind: &str, id: impl std::fmt::Display) -> Self {
        Self { kind: kind.to_owned(), id: id.to_string() }
    }

    /// Where it is reported.
    pub fn report_path(&self) -> String {
        format!("/signaler/{}/{}", self.kind, self.id)
    }
}

impl Visibility {
    /// Stable name, for storage.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Shown => "shown",
            Self::Binned => "binned",
            Self::Hidden => "hidden",
        }
    }

    /// The visibility stored under that name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Shown, Self::Binned, Self::Hidden].into_iter().find(|it| it.name() == name)
    }
}

impl Ruling {
    /// The article broken, when one is.
    pub const fn article(self) -> Option<Article> {
        match self {
            Self::Keep => None,
            Self::Breaks(article) => Some(article),
        }
    }
}
