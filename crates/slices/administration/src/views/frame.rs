//! What every page of the administration has around its own matter.

use web::{Link, Section, Shell, Visitor, Words};

/// A part of the administration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// What waits, and how the house is.
    Overview,
    /// Accounts.
    People,
    /// Who holds what, where.
    Roles,
    /// The queue.
    Jobs,
    /// The outbox.
    Letters,
    /// The journal.
    Journal,
    /// What people ask about their data.
    Requests,
    /// What is forgotten by itself.
    Retention,
    /// Settings.
    Settings,
    /// Colours, logo.
    Appearance,
    /// Legal texts.
    Texts,
    /// Closing the house for a while.
    Closing,
}

impl Room {
    const ALL: [Self; 12] = [
        Self::Overview,
        Self::People,
        Self::Roles,
        Self::Jobs,
        Self::Letters,
        Self::Journal,
        Self::Requests,
        Self::Retention,
        Self::Settings,
        Self::Appearance,
        Self::Texts,
        Self::Closing,
    ];

    /// Its address.
    pub const fn href(self) -> &'static str {
        match self {
            Self::Overview => "/administration",
            Self::People => "/administration/comptes",
            Self::Roles => "/administration/roles",
            Self::Jobs => "/administration/taches",
            Self::Letters => "/administration/lettres",
            Self::Journal => "/administration/journal",
            Self::Requests => "/administration/demandes",
            Self::Retention => "/administration/conservation",
            Self::Settings => "/administration/reglages",
            Self::Appearance => "/administration/apparence",
            Self::Texts => "/administration/textes",
            Self::Closing => "/administration/ouverture",
        }
    }

    /// Whether those who only read may enter: what people ask about their data names them.
    const fn is_open(self, may_keep: bool) -> bool {
        may_keep || !matches!(self, Self::Requests)
    }

    /// The message that names it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Overview => "administration-overview",
            Self::People => "administration-people",
            Self::Roles => "administration-roles",
            Self::Jobs => "administration-jobs",
            Self::Letters => "administration-letters",
            Self::Journal => "administration-journal",
            Self::Requests => "requests-title",
            Self::Retention => "retention-title",
            Self::Settings => "administration-settings",
            Self::Appearance => "administration-appearance",
            Self::Texts => "administration-texts",
            Self::Closing => "administration-closing",
        }
    }
}

/// The layout and the place of a page among the others.
#[derive(Clone)]
pub struct Frame {
    /// The layout.
    pub shell: Shell,
    /// The parts of the administration.
    pub rooms: Vec<Link>,
    /// The title of the page.
    pub title: String,
    /// Whether the visitor may change things, or only reads.
    pub may_keep: bool,
}

impl Frame {
    /// The frame of a page of that part.
    pub fn new(visitor: &Visitor, room: Room, may_keep: bool) -> Self {
        let mut shell = visitor.shell(Section::Elsewhere);
        shell.hidden_from_robots = true;
        Self::of(shell, room, may_keep)
    }

    /// The frame in that layout.
    pub fn of(shell: Shell, room: Room, may_keep: bool) -> Self {
        let words = shell.words.clone();
        let link = |it: Room| Link::new(words.t(it.key()), it.href()).marked(it == room);
        Self {
            rooms: Room::ALL.into_iter().filter(|it| it.is_open(may_keep)).map(link).collect(),
            title: words.t(room.key()),
            shell,
            may_keep,
        }
    }

    /// The same with a title of its own.
    #[must_use]
    pub fn titled(self, title: impl Into<String>) -> Self {
        Self { title: title.into(), ..self }
    }

    /// The voice of the page.
    pub fn words(&self) -> &Words {
        &self.shell.words
    }
}
