//! Why something is reported, and which article of the rules a decision rests on.

use super::Visibility;

/// Why someone reports something (participation 7.13).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// Advertising, or the same thing everywhere.
    Spam,
    /// Hatred, insults, threats.
    Hatred,
    /// It speaks of something else.
    OffTopic,
    /// It says something private about someone.
    PersonalData,
    /// The law forbids it.
    Illegal,
    /// It is already there.
    Duplicate,
    /// It is wrong.
    Error,
}

/// An article of the rules of the site, as shown at `/regles`. Its number is its rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Article {
    /// People are respected.
    Respect,
    /// What is private stays private.
    Privacy,
    /// The law is kept.
    Law,
    /// Nothing is sold here.
    NoAdvertising,
    /// One speaks of what the page is about.
    OnTopic,
    /// One says things once.
    Once,
    /// One says what one has seen.
    Truth,
}

/// What a decision says: nothing is wrong, or an article is broken. The article alone says what
/// follows, so that two moderators cannot treat the same fault differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ruling {
    /// Nothing is wrong: it is shown.
    Keep,
    /// That article is broken.
    Breaks(Article),
}

impl Reason {
    /// Every reason, in the order of the form.
    pub const ALL: [Self; 7] = [
        Self::Hatred,
        Self::PersonalData,
        Self::Illegal,
        Self::Spam,
        Self::OffTopic,
        Self::Duplicate,
        Self::Error,
    ];

    /// Stable name, for storage and messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Spam => "spam",
            Self::Hatred => "hatred",
            Self::OffTopic => "off-topic",
            Self::PersonalData => "personal-data",
            Self::Illegal => "illegal",
            Self::Duplicate => "duplicate",
            Self::Error => "error",
        }
    }

    /// The reason stored under that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Whether it may hide something before anyone looked: a mistake or a double asks for a
    /// correction, and what is off topic can wait.
    pub const fn may_hide(self) -> bool {
        matches!(self, Self::Spam | Self::Hatred | Self::PersonalData | Self::Illegal)
    }
}

impl Article {
    /// Every article, in order.
    pub const ALL: [Self; 7] = [
        Self::Respect,
        Self::Privacy,
        Self::Law,
        Self::NoAdvertising,
        Self::OnTopic,
        Self::Once,
        Self::Truth,
    ];

    /// Stable name, for storage and messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Respect => "respect",
            Self::Privacy => "privacy",
            Self::Law => "law",
            Self::NoAdvertising => "no-advertising",
            Self::OnTopic => "on-topic",
            Self::Once => "once",
            Self::Truth => "truth",
        }
    }

    /// The article stored under that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Its number, from 1.
    pub const fn number(self) -> u64 {
        self as u64 + 1
    }

    /// What becomes of what breaks it: read in the visible bin with the reason, or read no more.
    pub const fn consequence(self) -> Visibility {
        match self {
            Self::OnTopic | Self::Once => Visibility::Binned,
            Self::Respect | Self::Privacy | Self::Law | Self::NoAdvertising | Self::Truth => {
                Visibility::Hidden
            }
        }
    }
}

impl Ruling {
    /// Stable name, for storage and forms: `keep` or the article's.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Breaks(article) => article.name(),
        }
    }

    /// The ruling of that name.
    pub fn named(name: &str) -> Option<Self> {
        if name == "keep" { Some(Self::Keep) } else { Article::named(name).map(Self::Breaks) }
    }

    /// What becomes of the thing.
    pub const fn visibility(self) -> Visibility {
        match self {
            Self::Keep => Visibility::Shown,
            Self::Breaks(article) => article.consequence(),
        }
    }

    /// Whether something is taken away from its author, who is then told why.
    pub fn is_sanction(self) -> bool {
        self != Self::Keep
    }
}
