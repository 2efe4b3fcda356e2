//! Pages of communes and departments, and the list of all territories.

use super::{Card, MapView};
use askama::Template;
use web::{Link, Pages, Shell};

/// The page at `/communes/{code}-{slug}` or `/departements/{code}`.
#[derive(Template)]
#[template(path = "territory.html")]
pub struct TerritoryView {
    /// The layout.
    pub shell: Shell,
    /// Which of the two.
    pub kind: TerritoryKind,
    /// The path of the page.
    pub path: String,
    /// From all territories to this one.
    pub breadcrumb: Vec<Link>,
    /// `Rennes`, `Creuse`.
    pub name: String,
    /// `35000, 35200` or `23`: postcodes or number.
    pub codes: String,
    /// How many places, in words: [`super::Where::heading`] with `In`.
    pub heading: String,
    /// The same search on the big map.
    pub search_href: String,
    /// What one finds there: services and how many places each, most first.
    pub services: Vec<TerritoryLink>,
    /// The communes of a department that have places; the communes around a commune.
    pub territories: Vec<TerritoryLink>,
    /// Its places.
    pub cards: Vec<Card>,
    /// The other pages of the list.
    pub pages: Pages,
    /// When it has none: the closest elsewhere.
    pub nearby: Vec<Card>,
    /// The map; an empty picture hides it.
    pub map: MapView,
    /// Its places as CSV, GeoJSON, JSON.
    pub exports: Vec<Link>,
}

/// What kind of territory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TerritoryKind {
    /// A commune.
    Commune,
    /// A department.
    Department,
}

/// A link to a territory or a search, and how many places it leads to.
#[derive(Clone, Debug)]
pub struct TerritoryLink {
    /// The link.
    pub link: Link,
    /// How many places, written as the language wants.
    pub count: String,
}

/// The page at `/territoires`.
#[derive(Template)]
#[template(path = "territories.html")]
pub struct TerritoriesView {
    /// The layout.
    pub shell: Shell,
    /// How many places in how many communes, in words.
    pub lead: String,
    /// The regions, overseas last.
    pub regions: Vec<Region>,
}

/// A region and its departments.
#[derive(Clone, Debug)]
pub struct Region {
    /// Its name.
    pub name: String,
    /// How many places, written as the language wants.
    pub count: String,
    /// Its departments.
    pub departments: Vec<TerritoryLink>,
}
