//! Which communes there are: the official ones once loaded, and until then the towns that a
//! registry package carries (`GeoNames`), so that "Where?" is understood from the first minute.

use crate::rules::slug;
use crate::store;
use base::Point;
use db::Read;
use intake::communes::{CommuneKind, department};
use intake::{Commune, Communes};
use std::collections::HashSet;

/// Towns as `name TAB department TAB latitude TAB longitude`, cut out at build time.
const TOWNS: &str = include_str!(concat!(env!("OUT_DIR"), "/towns.tsv"));

/// Below this number the official file has not been loaded: towns complete what is known.
const OFFICIAL_MIN: usize = 1_000;

/// What marks the code of a town that is not an official commune. It is never published.
const UNOFFICIAL: char = '~';

/// The communes in force.
#[derive(Debug, Default)]
pub struct Gazetteer {
    /// Ready to be found.
    pub communes: Communes,
    /// Whether they come from the official file.
    pub is_official: bool,
    /// Changes whenever they do.
    pub fingerprint: String,
}

impl Gazetteer {
    /// Reads the communes in force.
    pub async fn load(read: &mut Read) -> Result<Self, db::Error> {
        Ok(Self::new(store::communes::all(read).await?))
    }

    /// The given communes, completed by towns when they are not the official file.
    pub fn new(mut communes: Vec<Commune>) -> Self {
        let is_official = communes.len() >= OFFICIAL_MIN;
        let fingerprint = fingerprint(&communes);
        if !is_official {
            let known: HashSet<(String, String)> =
                communes.iter().map(|it| (slug::words(&it.name), it.department.clone())).collect();
            communes.extend(
                towns()
                    .filter(|it| !known.contains(&(slug::words(&it.name), it.department.clone()))),
            );
        }
        Self { communes: Communes::new(communes), is_official, fingerprint }
    }
}

/// Whether the code is an official one, fit to be published.
pub fn is_official_code(code: &str) -> bool {
    !code.starts_with(UNOFFICIAL)
}

fn fingerprint(communes: &[Commune]) -> String {
    let mut codes: Vec<&str> = communes.iter().map(|it| it.code.as_str()).collect();
    codes.sort_unstable();
    crate::fingerprint(format!("{}:{}", env!("CARGO_PKG_VERSION"), codes.join(",")).as_bytes())
}

fn towns() -> impl Iterator<Item = Commune> {
    TOWNS.lines().filter_map(|line| {
        let mut columns = line.split('\t');
        let (name, code) = (columns.next()?, columns.next()?);
        let point = Point::new(columns.next()?.parse().ok()?, columns.next()?.parse().ok()?)?;
        let department = department(code)?;
        Some(Commune {
            code: format!("{UNOFFICIAL}{}-{}", department.code, slug::words(name)),
            name: name.to_owned(),
            department: department.code.to_owned(),
            region: department.region.to_owned(),
            postcodes: Vec::new(),
            population: 0,
            point,
            point_is_estimated: false,
            former_codes: Vec::new(),
            kind: CommuneKind::Commune,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use intake::communes::PlaceMeant;

    #[test]
    fn rennes_is_known_before_any_file_is_loaded() {
        let gazetteer = Gazetteer::new(Vec::new());
        assert!(!gazetteer.is_official);
        let Some(PlaceMeant::Commune(rennes)) = gazetteer.communes.place_of("rennes") else {
            panic!("Rennes is unknown")
        };
        assert_eq!(rennes.department, "35");
        assert!(!is_official_code(&rennes.code));
    }
}
