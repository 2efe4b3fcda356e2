//! Who runs the site, as its pages say it: written in the configuration, changed by
//! administrators while it runs.
//!
//! A [`SiteHandle`] holds the [`Site`] of this instant. Pages take a copy of the pointer with
//! [`crate::App::site`]; whoever follows the settings puts a new one in its place. No page reads
//! the database for it.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

/// Who runs the site, as its pages say it.
#[derive(Clone, Debug)]
pub struct Site {
    /// The name in the header and in titles.
    pub name: String,
    /// The line under the name.
    pub tagline: String,
    /// The public origin, `https://exemple.fr`, without a final slash.
    pub origin: String,
    /// Who publishes the site: a name and an address in one line.
    pub operator: String,
    /// Who keeps the machines: a name and an address in one line.
    pub host: String,
    /// Where to write about the site or about a place.
    pub mail: Option<String>,
    /// Whom to call for help, as displayed: `0 800 00 00 00`.
    pub phone: Option<String>,
    /// Where the source code is.
    pub source_code: String,
    /// Whether letters stay in the house and are shown on screen: a demonstration.
    pub letters_on_screen: bool,
    /// How far the site conforms to the accessibility rules.
    pub conformity: Conformity,
    /// What the operator says to visitors while the house is closed; none when it is open.
    pub closed: Option<Closed>,
    /// What the declaration of accessibility says beside the state.
    pub declaration: Declaration,
    /// How long things are kept.
    pub retention: Retention,
    /// The colours of this house, when it has its own.
    pub theme: Option<Theme>,
    /// The logo of this house, when it has its own.
    pub logo: Option<Served>,
    /// The texts that take the place of the built-in ones: safe HTML, by page and language
    /// (`legal.fr`).
    pub texts: Arc<BTreeMap<String, String>>,
}

/// What the declaration of accessibility says: who looked, when, what they found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Declaration {
    /// Who audited the site; empty when nobody did.
    pub auditor: String,
    /// The day of the audit, `AAAA-MM-JJ`; empty when there was none.
    pub audited_on: String,
    /// The share of the criteria that are met, in percent.
    pub rate_percent: Option<u8>,
    /// What is not accessible, one thing a line.
    pub exceptions: Vec<String>,
    /// The day the declaration was last reviewed, `AAAA-MM-JJ`; empty: that of the program.
    pub reviewed_on: String,
    /// Where the multi-year scheme and the plan of the year are; empty when nowhere.
    pub plan_href: String,
}

/// How long things are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retention {
    /// Months without a sign of life after which an account is anonymised.
    pub idle_account_months: u32,
    /// Days during which what a letter said is kept.
    pub letter_days: u32,
    /// Days during which the network a session came from is kept.
    pub network_days: u32,
}

/// The colours of this house, as a style sheet that browsers ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// The style sheet.
    pub sheet: Served,
    /// The main colour, `#0b6e69`, for the frame of the browser.
    pub main: String,
}

/// A small file of this house: its address names its content, so that browsers may keep it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Served {
    /// Its address, its fingerprint included.
    pub href: String,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
}

/// The house is closed for a while: visitors read why, administrators go in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    /// The operator's sentence; empty when a general one will do.
    pub sentence: String,
    /// After how many minutes to come back: `Retry-After`.
    pub minutes: u32,
}

/// What French law lets a site say of its accessibility: one of three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conformity {
    /// No audit in force, or less than half of the criteria.
    None,
    /// At least half of the criteria.
    Partial,
    /// Every criterion.
    Full,
}

/// The site of this instant, shared by everything that runs. Cheap to clone.
#[derive(Clone, Debug)]
pub struct SiteHandle(Arc<RwLock<Arc<Site>>>);

impl SiteHandle {
    /// The site, until another takes its place.
    pub fn new(site: Site) -> Self {
        Self(Arc::new(RwLock::new(Arc::new(site))))
    }

    /// The site of this instant.
    pub fn site(&self) -> Arc<Site> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Puts another in its place: pages made from now on say it.
    pub fn set(&self, site: Site) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(site);
    }
}

impl Default for Site {
    fn default() -> Self {
        Self {
            name: "Médiation numérique".into(),
            tagline: "le réseau national".into(),
            origin: "http://127.0.0.1:8080".into(),
            operator: String::new(),
            host: String::new(),
            mail: None,
            phone: None,
            source_code: String::new(),
            letters_on_screen: false,
            conformity: Conformity::None,
            closed: None,
            declaration: Declaration::default(),
            retention: Retention::default(),
            theme: None,
            logo: None,
            texts: Arc::default(),
        }
    }
}

impl Site {
    /// The phone number as an address, `tel:0800000000`.
    pub fn phone_href(&self) -> String {
        let digits = self.phone.iter().flat_map(|phone| phone.chars());
        format!("tel:{}", digits.filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>())
    }

    /// The colour of the browser's frame.
    pub fn main_colour(&self) -> &str {
        self.theme.as_ref().map_or("#0b6e69", |it| it.main.as_str())
    }

    /// The text of this house that takes the place of a built-in one, as safe HTML, in the
    /// language of the page; easy French reads the French one.
    pub fn text(&self, page: &str, locale: crate::Locale) -> Option<&str> {
        let language = if locale == crate::Locale::English { "en" } else { "fr" };
        self.texts.get(&format!("{page}.{language}")).map(String::as_str)
    }

    /// Whether browsers reach it under https: cookies are then bound to it.
    pub fn is_https(&self) -> bool {
        self.origin.starts_with("https://")
    }
}

impl Default for Retention {
    fn default() -> Self {
        Self { idle_account_months: 24, letter_days: 90, network_days: 180 }
    }
}

impl Conformity {
    /// The message that says it.
    pub fn key(self) -> &'static str {
        match self {
            Self::None => "conformity-none",
            Self::Partial => "conformity-partial",
            Self::Full => "conformity-full",
        }
    }

    /// Stable name, for the configuration and the settings.
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Partial => "partial",
            Self::Full => "full",
        }
    }

    /// The state of that name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::None, Self::Partial, Self::Full].into_iter().find(|it| it.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_under_way_keeps_its_site_and_the_next_gets_the_new_one() {
        let handle = SiteHandle::new(Site::default());
        let (other, under_way) = (handle.clone(), handle.site());
        other.set(Site { name: "Le Réseau".into(), ..Site::default() });
        assert_eq!(under_way.name, "Médiation numérique");
        assert_eq!(handle.site().name, "Le Réseau");
    }
}
