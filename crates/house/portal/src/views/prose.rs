//! Pages made of sentences: legal notice, personal data, accessibility, site map.

use askama::Template;
use web::{Conformity, Link, Shell};

/// The page at `/mentions-legales`.
#[derive(Template)]
#[template(path = "legal.html")]
pub struct LegalView {
    /// The layout.
    pub shell: Shell,
}

/// The page at `/donnees-personnelles`.
#[derive(Template)]
#[template(path = "privacy.html")]
pub struct PrivacyView {
    /// The layout.
    pub shell: Shell,
}

/// The page at `/accessibilite`: the declaration the law asks for.
#[derive(Template)]
#[template(path = "accessibility.html")]
pub struct AccessibilityView {
    /// The layout.
    pub shell: Shell,
    /// The day the declaration was made, in words.
    pub date: String,
    /// The day of the audit, in words, when there was one.
    pub audited: Option<String>,
}

/// The page at `/plan-du-site`.
#[derive(Template)]
#[template(path = "site_map.html")]
pub struct SiteMapView {
    /// The layout.
    pub shell: Shell,
    /// The departments, in the order of their numbers.
    pub departments: Vec<Link>,
}

impl AccessibilityView {
    /// The message that says, as the law words it, how far the site conforms.
    fn conformity_key(&self) -> &'static str {
        match self.shell.site.conformity {
            Conformity::None => "accessibility-none",
            Conformity::Partial => "accessibility-partial",
            Conformity::Full => "accessibility-full",
        }
    }
}
