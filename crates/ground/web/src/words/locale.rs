//! The languages the site speaks, and which one to speak to whom.

use std::fmt;

/// A language of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Locale {
    /// French, which every message has.
    #[default]
    French,
    /// French that is easy to read (the FALC method); falls back on French.
    EasyFrench,
    /// English.
    English,
}

impl Locale {
    /// Every language, in the order the switch shows them.
    pub const ALL: [Self; 3] = [Self::French, Self::EasyFrench, Self::English];

    /// The name in addresses, cookies and file names: `fr`, `fr-falc`, `en`.
    pub fn code(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::EasyFrench => "fr-falc",
            Self::English => "en",
        }
    }

    /// The language tag for `lang` attributes: `fr` or `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::French | Self::EasyFrench => "fr",
            Self::English => "en",
        }
    }

    /// The language's own name for itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::French => "Français",
            Self::EasyFrench => "Facile à lire",
            Self::English => "English",
        }
    }

    /// The language of that code, if the site speaks it.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|locale| locale.code() == code)
    }

    /// The language to speak: what the address asks (`?langue=`), else what the visitor chose
    /// before (cookie), else the best of `Accept-Language`, else French.
    pub fn negotiate(asked: Option<&str>, chosen: Option<&str>, accepted: Option<&str>) -> Self {
        let explicit = asked.and_then(Self::from_code).or_else(|| chosen.and_then(Self::from_code));
        explicit.or_else(|| accepted.and_then(best_accepted)).unwrap_or_default()
    }

    /// The language itself, then those it borrows from.
    pub(super) fn chain(self) -> &'static [Self] {
        match self {
            Self::French => &[Self::French],
            Self::EasyFrench => &[Self::EasyFrench, Self::French],
            Self::English => &[Self::English],
        }
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A browser lists a handful of languages; more is noise and is not read.
const MOST_LANGUAGES_READ: usize = 20;

fn best_accepted(header: &str) -> Option<Locale> {
    let mut best: Option<(f32, Locale)> = None;
    for part in header.split(',').take(MOST_LANGUAGES_READ) {
        let (range, weight) = part.split_once(";q=").unwrap_or((part, "1"));
        let weight: f32 = weight.trim().parse().unwrap_or(0.0);
        let Some(locale) = accepted(range.trim()) else { continue };
        if weight > 0.0 && best.is_none_or(|(most, _)| weight > most) {
            best = Some((weight, locale));
        }
    }
    best.map(|(_, locale)| locale)
}

fn accepted(range: &str) -> Option<Locale> {
    let language = range.split('-').next()?.to_ascii_lowercase();
    match language.as_str() {
        "fr" => Some(Locale::French),
        "en" => Some(Locale::English),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Locale;

    #[test]
    fn the_address_wins_over_the_choice_and_the_choice_over_the_browser() {
        let negotiate = Locale::negotiate;
        assert_eq!(negotiate(Some("en"), Some("fr"), Some("fr")), Locale::English);
        assert_eq!(negotiate(None, Some("fr-falc"), Some("en")), Locale::EasyFrench);
        assert_eq!(negotiate(Some("xx"), None, Some("en-GB,fr;q=0.5")), Locale::English);
        assert_eq!(negotiate(None, None, None), Locale::French);
    }

    #[test]
    fn the_browser_is_heard_by_weight() {
        let heard = |header| Locale::negotiate(None, None, Some(header));
        assert_eq!(heard("en;q=0.4, fr-FR;q=0.8"), Locale::French);
        assert_eq!(heard("de, en;q=0.9, *;q=0.1"), Locale::English);
        assert_eq!(heard("en;q=0, de"), Locale::French);
        assert_eq!(heard("\u{0}é;;;q=,,,q=q"), Locale::French);
    }
}
