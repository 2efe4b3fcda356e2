//! The nouns: settings, and the values they had. No IO.

use base::{SettingId, Timestamp};

/// What an administrator can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// The name in the header.
    Name,
    /// The line under it.
    Tagline,
    /// Who publishes the site.
    Operator,
    /// Who keeps the machines.
    Host,
    /// Where to write.
    Mail,
    /// Whom to call.
    Phone,
    /// What an audit of accessibility found: `none`, `partial`, `full`.
    Conformity,
    /// Who audited.
    Auditor,
    /// The day of the audit.
    AuditedOn,
    /// The share of the criteria that are met, in percent.
    AuditRate,
    /// What is not accessible, one thing a line.
    Exceptions,
    /// The day the declaration was reviewed.
    ReviewedOn,
    /// Where the scheme and the plan of the year are.
    PlanHref,
    /// Months after which a silent account is anonymised.
    IdleAccountMonths,
    /// Days during which what letters said is kept.
    LetterDays,
    /// Days during which networks of sessions are kept.
    NetworkDays,
    /// What visitors read while the house is closed; none when it is open.
    ClosedSentence,
    /// After how many minutes to come back.
    ClosedMinutes,
    /// The main colour.
    MainColour,
    /// The accent colour.
    AccentColour,
    /// The logo, a small JPEG in base 64.
    Logo,
    /// A text, as it was written.
    Text(Page, Language),
}

/// A page whose text can be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Page {
    /// The legal notice.
    Legal,
    /// Personal data.
    Privacy,
}

/// A language in which texts are written; easy French reads the French ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// French.
    French,
    /// English.
    English,
}

/// A value that a setting has or had. None: what the configuration says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// Which change made it so.
    pub id: SettingId,
    /// What.
    pub key: Key,
    /// The value.
    pub value: Option<String>,
    /// Since when.
    pub at: Timestamp,
    /// Who said so, as the journal names them.
    pub by: String,
    /// Whether it is in force.
    pub is_current: bool,
}

impl Page {
    /// Both pages.
    pub const ALL: [Self; 2] = [Self::Legal, Self::Privacy];

    /// Stable name, for storage, addresses and messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Legal => "legal",
            Self::Privacy => "privacy",
        }
    }
}

impl Language {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::French, Self::English];

    /// Stable name, for storage, addresses and messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }
}

impl Key {
    /// Every setting of one line or one number, in the order of the form.
    pub const PLAIN: [Self; 16] = [
        Self::Name,
        Self::Tagline,
        Self::Operator,
        Self::Host,
        Self::Mail,
        Self::Phone,
        Self::Conformity,
        Self::Auditor,
        Self::AuditedOn,
        Self::AuditRate,
        Self::Exceptions,
        Self::ReviewedOn,
        Self::PlanHref,
        Self::IdleAccountMonths,
        Self::LetterDays,
        Self::NetworkDays,
    ];

    /// Every setting there is.
    pub fn all() -> Vec<Self> {
        let mut all = Self::PLAIN.to_vec();
        all.extend([
            Self::ClosedSentence,
            Self::ClosedMinutes,
            Self::MainColour,
            Self::AccentColour,
            Self::Logo,
        ]);
        for page in Page::ALL {
            all.extend(Language::ALL.map(|language| Self::Text(page, language)));
        }
        all
    }

    /// Stable name, for storage, the journal and messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Tagline => "tagline",
            Self::Operator => "operator",
            Self::Host => "host",
            Self::Mail => "mail",
            Self::Phone => "phone",
            Self::Conformity => "conformity",
            Self::Auditor => "auditor",
            Self::AuditedOn => "audited-on",
            Self::AuditRate => "audit-rate",
            Self::Exceptions => "exceptions",
            Self::ReviewedOn => "reviewed-on",
            Self::PlanHref => "plan-href",
            Self::IdleAccountMonths => "idle-account-months",
            Self::LetterDays => "letter-days",
            Self::NetworkDays => "network-days",
            Self::ClosedSentence => "closed-sentence",
            Self::ClosedMinutes => "closed-minutes",
            Self::MainColour => "main-colour",
            Self::AccentColour => "accent-colour",
            Self::Logo => "logo",
            Self::Text(Page::Legal, Language::French) => "text-legal-fr",
            Self::Text(Page::Legal, Language::English) => "text-legal-en",
            Self::Text(Page::Privacy, Language::French) => "text-privacy-fr",
            Self::Text(Page::Privacy, Language::English) => "text-privacy-en",
        }
    }

    /// The setting of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::all().into_iter().find(|it| it.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn every_setting_is_found_again_by_its_name() {
        for key in Key::all() {
            assert_eq!(Key::named(key.name()), Some(key));
        }
    }
}
