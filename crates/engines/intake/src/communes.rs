//! The communes of France in memory: from whatever people write to the official commune.
//!
//! [`Communes::resolve`] serves lists (a code, a postcode, a name, each possibly wrong);
//! [`Communes::search`] and [`Communes::place_of`] serve a person typing in a search box.

mod name;
mod official;
mod place_of;
mod resolve;
mod search;
mod territories;

pub use name::{name_key, short_key};
pub use official::CommunesError;
pub use place_of::PlaceMeant;
pub use resolve::{How, Resolved};
pub use search::Suggestion;
pub use territories::{
    DEPARTMENTS, Department, REGIONS, Region, department, department_of_postcode, region,
};

use base::Point;
use std::collections::HashMap;

/// A commune, or an arrondissement of Paris, Lyon or Marseille.
#[derive(Clone, Debug, PartialEq)]
pub struct Commune {
    /// Official code, five characters (INSEE).
    pub code: String,
    /// Official name: `Saint-Malo`, `Marseille 11e Arrondissement`.
    pub name: String,
    /// Code of its department: `35`, `2A`, `974`.
    pub department: String,
    /// Code of its region; that of the territory overseas.
    pub region: String,
    /// Its postcodes, in order.
    pub postcodes: Vec<String>,
    /// Inhabitants; 0 when unknown.
    pub population: u32,
    /// Its middle; estimated from its neighbours when [`Commune::point_is_estimated`].
    pub point: Point,
    /// Whether the middle is only that of its postcode or department.
    pub point_is_estimated: bool,
    /// Codes it bore or absorbed.
    pub former_codes: Vec<String>,
    /// Commune or arrondissement.
    pub kind: CommuneKind,
}

/// What an entry of the official list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommuneKind {
    /// A commune.
    Commune,
    /// An arrondissement of Paris, Lyon or Marseille.
    Arrondissement,
}

impl Commune {
    /// The name as an address says it: an arrondissement goes by the name of its city.
    pub fn postal_name(&self) -> &str {
        match self.kind {
            CommuneKind::Commune => &self.name,
            CommuneKind::Arrondissement => self.name.split(' ').next().unwrap_or(&self.name),
        }
    }

    /// The code of the city an arrondissement belongs to.
    pub fn city_code(&self) -> Option<&'static str> {
        match (self.kind, self.code.get(..3)) {
            (CommuneKind::Arrondissement, Some("132")) => Some("13055"),
            (CommuneKind::Arrondissement, Some("693")) => Some("69123"),
            (CommuneKind::Arrondissement, Some("751")) => Some("75056"),
            _ => None,
        }
    }
}

/// Every commune, ready to be found.
#[derive(Clone, Debug, Default)]
pub struct Communes {
    all: Vec<Commune>,
    by_code: HashMap<String, u32>,
    by_former_code: HashMap<String, u32>,
    by_postcode: HashMap<String, Vec<u32>>,
    /// By [`name_key`], most inhabited first.
    by_name: HashMap<String, Vec<u32>>,
    /// By [`short_key`] (articles left out), most inhabited first.
    by_short_name: HashMap<String, Vec<u32>>,
    /// Every name and every later beginning in it, sorted, for typing ahead.
    prefixes: Vec<search::Prefix>,
}

impl Communes {
    /// Builds the index.
    pub fn new(mut all: Vec<Commune>) -> Self {
        all.sort_by(|a, b| b.population.cmp(&a.population).then_with(|| a.code.cmp(&b.code)));
        let mut communes = Self { all, ..Self::default() };
        communes.index();
        communes
    }

    fn index(&mut self) {
        for (position, commune) in (0_u32..).zip(&self.all) {
            self.by_code.insert(commune.code.clone(), position);
            for code in &commune.former_codes {
                self.by_former_code.entry(code.clone()).or_insert(position);
            }
            for postcode in &commune.postcodes {
                self.by_postcode.entry(postcode.clone()).or_default().push(position);
            }
            let key = name_key(&commune.name);
            self.by_short_name.entry(short_key(&key).to_owned()).or_default().push(position);
            self.by_name.entry(key).or_default().push(position);
        }
        self.prefixes = search::prefixes(&self.all);
    }

    /// Whether no commune is known.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// How many are known, arrondissements included.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Every commune, most inhabited first.
    pub fn iter(&self) -> impl Iterator<Item = &Commune> {
        self.all.iter()
    }

    /// The commune that bears this code today.
    pub fn by_code(&self, code: &str) -> Option<&Commune> {
        self.at(self.by_code.get(code))
    }

    /// The commune that bore or absorbed this code.
    pub fn by_former_code(&self, code: &str) -> Option<&Commune> {
        self.at(self.by_former_code.get(code))
    }

    /// Communes that share a postcode, most inhabited first.
    pub fn by_postcode(&self, postcode: &str) -> impl Iterator<Item = &Commune> {
        self.those(self.by_postcode.get(postcode))
    }

    /// Communes whose name is this one, case, accents and `St` aside, most inhabited first.
    pub fn by_name(&self, name: &str) -> impl Iterator<Item = &Commune> {
        let key = name_key(name);
        let exact = self.by_name.get(&key);
        self.those(exact.or_else(|| self.by_short_name.get(short_key(&key))))
    }

    /// The arrondissements of a city; nothing for any other commune.
    pub fn arrondissements(&self, city_code: &str) -> impl Iterator<Item = &Commune> {
        let is_city = matches!(city_code, "13055" | "69123" | "75056");
        let code = city_code.to_owned();
        self.all.iter().filter(move |commune| is_city && commune.city_code() == Some(code.as_str()))
    }

    fn at(&self, position: Option<&u32>) -> Option<&Commune> {
        self.all.get(usize::try_from(*position?).ok()?)
    }

    fn those<'a>(&'a self, positions: Option<&'a Vec<u32>>) -> impl Iterator<Item = &'a Commune> {
        positions.into_iter().flatten().filter_map(|position| self.at(Some(position)))
    }
}

#[cfg(test)]
mod tests;
