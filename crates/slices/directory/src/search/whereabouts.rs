//! Where one looks: the meaning of what was typed in "Où ?", of "around me", of the map's frame.

use super::Ask;
use base::{Bounds, Point};
use intake::Communes;
use intake::communes::{Department, PlaceMeant, Region};

/// Kilometres around a place when nothing else is asked.
const RADIUS_KM: u64 = 20;

/// Where one looks.
#[derive(Clone, Debug, PartialEq)]
pub enum Whereabouts {
    /// Anywhere.
    Everywhere,
    /// Around a commune or a postcode.
    Around {
        /// As it is called.
        name: String,
        /// Official code of the commune, when it is one.
        code: Option<String>,
        /// Its middle.
        point: Point,
        /// How far one goes.
        radius_km: u64,
    },
    /// Around the person.
    Me {
        /// Where the person is.
        point: Point,
        /// How far one goes.
        radius_km: u64,
    },
    /// Inside the frame of a map.
    Zone(Bounds),
    /// In a department.
    Department(&'static Department),
    /// In a region.
    Region(&'static Region),
    /// Somewhere that nobody knows: the words were not understood.
    Unknown,
}

impl Whereabouts {
    /// What the words and the frame mean.
    pub fn of(ask: &Ask, communes: &Communes) -> Self {
        let radius_km = ask.radius_km.unwrap_or(RADIUS_KM);
        if let Some(bounds) = ask.zone {
            return Self::Zone(bounds);
        }
        if let Some(point) = ask.me {
            return Self::Me { point, radius_km };
        }
        if ask.place.trim().is_empty() {
            return Self::Everywhere;
        }
        match communes.place_of(&ask.place) {
            Some(PlaceMeant::Commune(commune)) => Self::Around {
                name: commune.name.clone(),
                code: Some(commune.code.clone()),
                point: commune.point,
                radius_km,
            },
            Some(PlaceMeant::Postcode { postcode, communes }) => match communes.first() {
                Some(first) => {
                    Self::Around { name: postcode, code: None, point: first.point, radius_km }
                }
                None => Self::Unknown,
            },
            Some(PlaceMeant::Department(department)) => Self::Department(department),
            Some(PlaceMeant::Region(region)) => Self::Region(region),
            None => Self::Unknown,
        }
    }

    /// The point distances are counted from, if there is one.
    pub fn point(&self) -> Option<Point> {
        match self {
            Self::Around { point, .. } | Self::Me { point, .. } => Some(*point),
            Self::Everywhere
            | Self::Zone(_)
            | Self::Department(_)
            | Self::Region(_)
            | Self::Unknown => None,
        }
    }

    /// How far one goes, if that is asked.
    pub fn radius_km(&self) -> Option<u64> {
        match self {
            Self::Around { radius_km, .. } | Self::Me { radius_km, .. } => Some(*radius_km),
            _ => None,
        }
    }
}
