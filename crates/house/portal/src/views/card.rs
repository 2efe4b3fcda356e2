//! A place in a list, and its preview over the map.

use super::{Age, Opening};
use askama::Template;
use web::Words;

/// A place in a list.
#[derive(Clone, Debug)]
pub struct Card {
    /// The id of the place, which ties the card to its pin on the map.
    pub id: String,
    /// Its page: `/lieux/slug`.
    pub href: String,
    /// Its name.
    pub name: String,
    /// Its first kind, in words.
    pub kind: String,
    /// The icon of that kind: [`kind_icon`].
    pub kind_icon: &'static str,
    /// Whether it is open now; `None` when nobody says.
    pub opening: Option<Opening>,
    /// Address in one line, with postcode and town.
    pub address: String,
    /// How far it is, in words: `3,8 km`.
    pub distance: Option<String>,
    /// The first services, short, three at most.
    pub services: Vec<String>,
    /// How many more there are.
    pub services_more: u64,
    /// Free, wheelchair, without appointment...
    pub facts: Vec<Fact>,
    /// How long ago it was confirmed.
    pub checked: Age,
    /// Where it is, `lon,lat`, for the script that highlights it on the map.
    pub point: Option<String>,
}

/// A thing worth knowing before going.
#[derive(Clone, Debug)]
pub struct Fact {
    /// The icon beside it; may be empty.
    pub icon: &'static str,
    /// The words.
    pub label: String,
}

/// What shows over the map when a pin is chosen: `X-Fragment: preview`.
#[derive(Template)]
#[template(path = "preview.html")]
pub struct PreviewView {
    /// The voice of the page.
    pub words: Words,
    /// The place.
    pub card: Card,
}

impl Card {
    /// `et 3 autres services`.
    pub(super) fn more_services(&self, words: &Words) -> String {
        words.n("card-more-services", self.services_more)
    }

    /// The id of its element, and the end of its pin's id.
    pub fn element_id(&self) -> String {
        format!("lieu-{}", self.id.trim_start_matches("lieu_"))
    }
}

/// The icon for a kind of place, by its code in the national standard (`BIB`, `CCAS`...).
pub fn kind_icon(code: &str) -> &'static str {
    match code {
        "BIB" | "RELAIS_LECTURE" => "books",
        "RFS" | "MSAP" | "PREF" | "CAF" | "CPAM" | "FT" | "MSA" | "SCP" => "bank",
        "MUNI" | "EPCI" | "CC" | "DEPT" | "REG" | "CD" | "CDAS" => "hall",
        "TIERS_LIEUX" => "sofa",
        "CS" | "CSC" | "EVS" | "MJC" | "MQ" | "UDAF" | "FJT" | "RS_FJT" => "home",
        "ASSO" | "ASSO_CHOMEUR" | "CCAS" | "CIAS" | "CHRS" | "CADA" | "HUDA" => "heart",
        "FABLAB" | "FABRIQUE" | "RESSOURCERIE" => "wrench",
        "ML" | "CAP_EMPLOI" | "PLIE" | "AI" | "ACI" | "GEIQ" | "MDEF" | "MDE" => "case",
        "CFP" | "AFPA" | "ENM" | "E2C" | "OF" | "PIJ_BIJ" => "school",
        "LA_POSTE" => "mail",
        "ESPACE_MOBILE" | "ITINERANT" => "truck",
        _ => "screen",
    }
}
