//! From a code, a postcode and a name, each possibly missing or wrong, to one commune.

use super::name::{arrondissement_code, distance_within, name_key, short_key};
use super::territories::department_of_postcode;
use super::{Commune, Communes};

/// A commune and how it was recognised.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Resolved<'a> {
    /// The commune.
    pub commune: &'a Commune,
    /// By what it was recognised.
    pub how: How,
}

/// By what a commune was recognised, surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum How {
    /// Its official code.
    Code,
    /// A code it bore or absorbed.
    FormerCode,
    /// Its postcode and its name.
    PostcodeAndName,
    /// Its postcode and a name with a small mistake.
    PostcodeAndAlmostName,
    /// Its name, the only one in its department.
    NameInDepartment,
    /// Its name, the only one in the country.
    Name,
    /// Its name with a small mistake, in its department.
    AlmostNameInDepartment,
    /// A postcode it does not share; the name said something else.
    PostcodeAlone,
}

impl How {
    /// Stable name, such as `former-code`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::FormerCode => "former-code",
            Self::PostcodeAndName => "postcode-and-name",
            Self::PostcodeAndAlmostName => "postcode-and-almost-name",
            Self::NameInDepartment => "name-in-department",
            Self::Name => "name",
            Self::AlmostNameInDepartment => "almost-name-in-department",
            Self::PostcodeAlone => "postcode-alone",
        }
    }
}

impl Communes {
    /// The commune meant, if it can be told.
    ///
    /// A code that agrees with the name or the postcode wins; a code that contradicts both
    /// yields to a postcode and a name that agree with each other.
    pub fn resolve(
        &self,
        code: Option<&str>,
        postcode: Option<&str>,
        name: &str,
    ) -> Option<Resolved<'_>> {
        let key = name_key(name);
        let found = self.coarse(code, postcode, &key)?;
        Some(self.with_arrondissement(found, postcode, &key))
    }

    fn coarse(
        &self,
        code: Option<&str>,
        postcode: Option<&str>,
        key: &str,
    ) -> Option<Resolved<'_>> {
        let coded = code.and_then(|code| self.of_code(code.trim()));
        if let Some(resolved) = coded.filter(|coded| agrees(coded.commune, postcode, key)) {
            return Some(resolved);
        }
        let sure = postcode
            .and_then(|postcode| self.in_postcode(postcode, key))
            .or_else(|| self.in_department(postcode, key));
        sure.or(coded)
            .or_else(|| self.almost_in_department(postcode, key))
            .or_else(|| self.by_postcode_alone(postcode))
    }

    fn of_code(&self, code: &str) -> Option<Resolved<'_>> {
        let padded = if code.len() == 4 { format!("0{code}") } else { code.to_owned() };
        let now = self.by_code(&padded).map(|commune| Resolved { commune, how: How::Code });
        now.or_else(|| {
            let commune = self.by_former_code(&padded)?;
            Some(Resolved { commune, how: How::FormerCode })
        })
    }

    fn in_postcode(&self, postcode: &str, key: &str) -> Option<Resolved<'_>> {
        if key.is_empty() {
            return None;
        }
        let here = || self.by_postcode(postcode);
        let exact = here().find(|commune| same_name(commune, key));
        if let Some(commune) = exact {
            return Some(Resolved { commune, how: How::PostcodeAndName });
        }
        let mut best: Option<(usize, &Commune)> = None;
        for commune in here() {
            let known = name_key(&commune.name);
            let distance = distance_within(short_key(&known), short_key(key), allowed(key))
                .or_else(|| one_holds_the_other(&known, key).then_some(2));
            if let Some(distance) = distance
                && best.is_none_or(|(least, _)| distance < least)
            {
                best = Some((distance, commune));
            }
        }
        best.map(|(_, commune)| Resolved { commune, how: How::PostcodeAndAlmostName })
    }

    fn in_department(&self, postcode: Option<&str>, key: &str) -> Option<Resolved<'_>> {
        let department = postcode.and_then(department_of_postcode);
        let named = self.by_name.get(key).or_else(|| self.by_short_name.get(short_key(key)));
        let mut here = self
            .those(named)
            .filter(|commune| department.is_none_or(|code| commune.department == code));
        let commune = here.next()?;
        if here.next().is_some() {
            return None;
        }
        let how = if department.is_some() { How::NameInDepartment } else { How::Name };
        Some(Resolved { commune, how })
    }

    fn almost_in_department(&self, postcode: Option<&str>, key: &str) -> Option<Resolved<'_>> {
        let department = postcode.and_then(department_of_postcode)?;
        if key.len() < 5 {
            return None;
        }
        let near = |commune: &&Commune| {
            commune.department == department
                && distance_within(short_key(&name_key(&commune.name)), short_key(key), 1).is_some()
        };
        let mut near = self.all.iter().filter(near);
        let commune = near.next()?;
        near.next().is_none().then_some(Resolved { commune, how: How::AlmostNameInDepartment })
    }

    /// A postcode says the commune only when no other bears it; a name that says otherwise is
    /// then a hamlet or a former commune.
    fn by_postcode_alone(&self, postcode: Option<&str>) -> Option<Resolved<'_>> {
        let here = || self.by_postcode(postcode.unwrap_or_default());
        let city = here().next().and_then(Commune::city_code);
        if let Some(commune) = city.and_then(|code| self.by_code(code)) {
            return Some(Resolved { commune, how: How::PostcodeAlone });
        }
        let mut here = here();
        let commune = here.next()?;
        here.next().is_none().then_some(Resolved { commune, how: How::PostcodeAlone })
    }

    /// A city that has arrondissements gives way to the one named or posted.
    fn with_arrondissement<'a>(
        &'a self,
        found: Resolved<'a>,
        postcode: Option<&str>,
        key: &str,
    ) -> Resolved<'a> {
        let city = match found.commune.code.as_str() {
            "13055" => "marseille",
            "69123" => "lyon",
            "75056" => "paris",
            _ => return found,
        };
        let key = if key.starts_with(city) { key } else { city };
        let inner = arrondissement_code(key, postcode).and_then(|code| self.by_code(&code));
        inner.map_or(found, |commune| Resolved { commune, ..found })
    }
}

fn agrees(commune: &Commune, postcode: Option<&str>, key: &str) -> bool {
    let posted = postcode.is_some_and(|p| commune.postcodes.iter().any(|known| known == p));
    let nothing_said = key.is_empty() && postcode.is_none();
    posted || nothing_said || same_name(commune, key)
}

fn same_name(commune: &Commune, key: &str) -> bool {
    let known = name_key(&commune.name);
    known == key || short_key(&known) == short_key(key) || {
        commune.city_code().is_some() && key.split(' ').next() == known.split(' ').next()
    }
}

/// One name is the beginning of the other, whole words: `Val de Meuse` and
/// `Val de Meuse Montigny`.
fn one_holds_the_other(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    short.len() >= 5 && format!(" {long} ").contains(&format!(" {short} "))
}

/// Mistakes forgiven in a name: none in short ones.
fn allowed(key: &str) -> usize {
    match key.len() {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}
