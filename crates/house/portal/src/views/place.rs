//! The page of a place.

use super::{Age, Card, Hours, Image, Opening};
use askama::Template;
use web::{Link, Shell};

/// The page at `/lieux/{slug}`.
#[derive(Template)]
#[template(path = "place.html")]
pub struct PlaceView {
    /// The layout.
    pub shell: Shell,
    /// From the search to the commune.
    pub breadcrumb: Vec<Link>,
    /// The name.
    pub name: String,
    /// What kinds of place it is.
    pub kinds: Vec<PlaceKind>,
    /// Whether it is open now.
    pub opening: Option<Opening>,
    /// Merged, closed, not confirmed for long: said at the top.
    pub notices: Vec<Notice>,
    /// How to reach it.
    pub contact: Contact,
    /// Street, complement, postcode and town: a line each.
    pub address: Vec<String>,
    /// What it says of itself, a paragraph each.
    pub presentation: Vec<String>,
    /// What one can do there.
    pub services: Vec<String>,
    /// Public, access, cost, care, programmes: lists with a title.
    pub facts: Vec<FactList>,
    /// When it opens.
    pub hours: Hours,
    /// The map around it, an `<svg>` put in as it is; empty when it has no coordinates. Shown
    /// about 420 pixels wide: drawn larger, its names come out too small.
    pub map_svg: String,
    /// Whom the land and its limits come from; empty without a map.
    pub map_attribution: String,
    /// The big map, around it.
    pub map_href: Option<String>,
    /// Where each thing said here comes from.
    pub sources: Vec<SourceLine>,
    /// When it was last confirmed.
    pub checked: Age,
    /// Who keeps the page and when they last said that it is right; empty when nobody does.
    pub keeper: String,
    /// Pictures, in the order of their keeper.
    pub photos: Vec<Image>,
    /// How it presents itself in other languages.
    pub languages: Vec<InLanguage>,
    /// What visitors say of it, in a sentence.
    pub ratings: String,
    /// Where the page is changed, for those who may.
    pub edit_href: Option<String>,
    /// Places close to it.
    pub nearby: Vec<Card>,
    /// A QR code of the page's address, an `<svg>` put in as it is.
    pub qr_svg: String,
    /// The page's address in full, printed under the QR code.
    pub address_href: String,
    /// The path of the page, without the origin.
    pub path: String,
    /// The place as JSON.
    pub json_href: String,
}

/// A presentation in another language.
#[derive(Clone, Debug)]
pub struct InLanguage {
    /// The code of the language.
    pub code: String,
    /// Its own name.
    pub name: String,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// The presentation, a paragraph each.
    pub paragraphs: Vec<String>,
}

/// What kind of place.
#[derive(Clone, Debug)]
pub struct PlaceKind {
    /// The words.
    pub label: String,
    /// The icon: [`super::kind_icon`].
    pub icon: &'static str,
}

/// A notice at the top of the page.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Which.
    pub kind: NoticeKind,
    /// The sentence.
    pub text: String,
    /// Where to go from there.
    pub link: Option<Link>,
}

/// The look of a [`Notice`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Good to know.
    Info,
    /// Be careful.
    Warning,
}

/// How to reach a place. Only what is known.
#[derive(Clone, Debug, Default)]
pub struct Contact {
    /// The phone as one reads it, and as `tel:`.
    pub phone: Option<Link>,
    /// The e-mail addresses, as `mailto:`.
    pub mails: Vec<Link>,
    /// The sites, shortened, `http` or `https` only.
    pub sites: Vec<Link>,
    /// Where to make an appointment.
    pub appointment_href: Option<String>,
    /// Where to find the way: openstreetmap.org or `geo:`.
    pub directions_href: Option<String>,
    /// The place's page on access for people with disabilities.
    pub acceslibre_href: Option<String>,
}

/// A list of things with a title.
#[derive(Clone, Debug)]
pub struct FactList {
    /// The title.
    pub title: String,
    /// The things.
    pub items: Vec<String>,
}

/// Where one thing said on the page comes from.
#[derive(Clone, Debug)]
pub struct SourceLine {
    /// `Téléphone`.
    pub field: String,
    /// The value chosen, shortened.
    pub value: String,
    /// The list it comes from.
    pub source: String,
    /// The day it says so, in words.
    pub date: String,
    /// Why this one: `source la plus récente`.
    pub reason: String,
    /// What the other lists say.
    pub others: Vec<OtherValue>,
}

/// A value that was not chosen.
#[derive(Clone, Debug)]
pub struct OtherValue {
    /// The value.
    pub value: String,
    /// The list it comes from.
    pub source: String,
    /// The day it says so.
    pub date: String,
}

impl NoticeKind {
    fn class(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
        }
    }
}

impl PlaceView {
    fn sources_shown(&self) -> String {
        let count = u64::try_from(self.sources.len()).unwrap_or_default();
        self.shell.words.n("sources-show", count)
    }

    fn description(&self) -> String {
        let kind = self.kinds.first().map_or("", |kind| kind.label.as_str());
        let address = self.address.join(", ");
        let values = [("name", self.name.as_str()), ("kind", kind), ("address", &address)];
        self.shell.words.with("place-description", &values)
    }
}
