//! Where a role counts: a place, a territory, an organisation, the whole house.

use base::PlaceId;

/// Where a role counts.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// One place.
    Place(PlaceId),
    /// A department (`35`) or a region (`R53`), by its official code.
    Territory(String),
    /// A legal entity, by its official number.
    Organisation(String),
    /// Everywhere.
    House,
}

impl Scope {
    /// Stable name of its sort, for storage.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Place(_) => "place",
            Self::Territory(_) => "territory",
            Self::Organisation(_) => "organisation",
            Self::House => "house",
        }
    }

    /// Which one of its sort; empty for the house.
    pub fn name(&self) -> String {
        match self {
            Self::Place(place) => place.to_string(),
            Self::Territory(code) | Self::Organisation(code) => code.clone(),
            Self::House => String::new(),
        }
    }

    /// The scope stored under that sort and that name.
    pub fn named(kind: &str, name: &str) -> Option<Self> {
        match kind {
            "place" => name.parse().ok().map(Self::Place),
            "territory" if is_code(name) => Some(Self::Territory(name.to_owned())),
            "organisation" if is_code(name) => Some(Self::Organisation(name.to_owned())),
            "house" if name.is_empty() => Some(Self::House),
            _ => None,
        }
    }
}

fn is_code(name: &str) -> bool {
    (1..=14).contains(&name.len()) && name.bytes().all(|it| it.is_ascii_alphanumeric())
}
