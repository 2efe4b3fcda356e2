//! The parameters of an address, read and written back.

use crate::live::Family;
use base::{Bounds, Point};

const NEED_MAX_CHARS: usize = 200;
const RADIUS_MAX_KM: u64 = 500;
const PAGE_MAX: u64 = 2_000;

/// What is asked. `Ask::default()` asks for every place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ask {
    /// `q`: the need, in a person's own words.
    pub need: String,
    /// `ou`: a commune, a postcode, a department, a region.
    pub place: String,
    /// `rayon`: how far around it, in kilometres.
    pub radius_km: Option<u64>,
    /// Choices: one of the values in each family. Never an empty list of values.
    pub choices: Vec<(Family, Vec<u16>)>,
    /// `ouvert`: open when.
    pub open: Option<OpenWish>,
    /// `tri`: in what order.
    pub sort: SortWish,
    /// `page`: from 1.
    pub page: u64,
    /// `pres`: where the person is, `lat,lon`.
    pub me: Option<Point>,
    /// `zone`: the frame of a map, `west,south,east,north`.
    pub zone: Option<Bounds>,
    /// `carte`: what the map shows, `lat,lon,zoom`.
    pub map: Option<MapFrame>,
    /// `vue=carte`: on a phone, the map rather than the list.
    pub shows_map: bool,
}

/// What a map shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapFrame {
    /// Its middle.
    pub point: Point,
    /// Its zoom: 0 shows the world in 256 pixels, each step doubles.
    pub zoom: f64,
}

/// Open when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenWish {
    /// At this hour.
    Now,
    /// This evening.
    Evening,
    /// On Saturday morning.
    Saturday,
}

/// In what order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortWish {
    /// What most people want: best answers to words, else nearest, else by name.
    #[default]
    Usual,
    /// Nearest first.
    Distance,
    /// By name.
    Name,
    /// Best answers first.
    Relevance,
}

/// A parameter that says nothing that can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadParameter {
    /// Its name.
    pub name: String,
    /// What it said.
    pub value: String,
}

impl OpenWish {
    /// Its value in addresses.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Now => "maintenant",
            Self::Evening => "soir",
            Self::Saturday => "samedi",
        }
    }

    fn of(slug: &str) -> Option<Self> {
        [Self::Now, Self::Evening, Self::Saturday].into_iter().find(|it| it.slug() == slug)
    }
}

impl SortWish {
    /// Its value in addresses; nothing for the usual order.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Usual => "",
            Self::Distance => "distance",
            Self::Name => "nom",
            Self::Relevance => "pertinence",
        }
    }

    fn of(slug: &str) -> Option<Self> {
        [Self::Usual, Self::Distance, Self::Name, Self::Relevance]
            .into_iter()
            .find(|it| it.slug() == slug)
    }
}

impl Ask {
    /// Reads the parameters of an address. What cannot be used is left out and told apart: the
    /// site does without, the API refuses.
    pub fn read(pairs: &[(String, String)]) -> (Self, Vec<BadParameter>) {
        let mut ask = Self { page: 1, ..Self::default() };
        let mut bad = Vec::new();
        for (name, value) in pairs {
            let value = value.trim();
            if !value.is_empty() && ask.take(name, value).is_none() {
                bad.push(BadParameter { name: name.clone(), value: value.to_owned() });
            }
        }
        (ask, bad)
    }

    fn take(&mut self, name: &str, value: &str) -> Option<()> {
        match name {
            "q" => self.need = value.chars().take(NEED_MAX_CHARS).collect(),
            "ou" => self.place = value.chars().take(NEED_MAX_CHARS).collect(),
            "rayon" => {
                let km = value.parse::<u64>().ok().filter(|it| (1..=RADIUS_MAX_KM).contains(it))?;
                self.radius_km = Some(km);
            }
            "ouvert" => self.open = Some(OpenWish::of(value)?),
            "tri" => self.sort = SortWish::of(value)?,
            "page" => self.page = value.parse().ok().filter(|it| (1..=PAGE_MAX).contains(it))?,
            "pres" => {
                let [lat, lon] = numbers(value)?;
                self.me = Some(Point::new(lat, lon)?);
            }
            "zone" => {
                let [west, south, east, north] = numbers(value)?;
                self.zone = Some(Bounds::new(Point::new(south, west)?, Point::new(north, east)?)?);
            }
            "carte" => {
                let [lat, lon, zoom] = numbers(value)?;
                let zoom = zoom.clamp(3.0, 19.0);
                self.map = Some(MapFrame { point: Point::new(lat, lon)?, zoom });
            }
            "vue" => self.shows_map = value == "carte",
            _ => self.choose(Family::of_parameter(name)?, value)?,
        }
        Some(())
    }

    fn choose(&mut self, family: Family, slug: &str) -> Option<()> {
        let number = family.values().iter().position(|(it, _)| *it == slug)?;
        let number = u16::try_from(number).ok()?;
        match self.choices.iter_mut().find(|(it, _)| *it == family) {
            Some((_, values)) if values.contains(&number) => {}
            Some((_, values)) => values.push(number),
            None => self.choices.push((family, vec![number])),
        }
        Some(())
    }

    /// Whether that value is chosen.
    pub fn has(&self, family: Family, value: u16) -> bool {
        self.choices.iter().any(|(it, values)| *it == family && values.contains(&value))
    }

    /// The same, without that choice.
    #[must_use]
    pub fn without(&self, family: Family, value: u16) -> Self {
        let mut ask = self.clone();
        for (_, values) in ask.choices.iter_mut().filter(|(it, _)| *it == family) {
            values.retain(|it| *it != value);
        }
        ask.choices.retain(|(_, values)| !values.is_empty());
        ask.page = 1;
        ask
    }

    /// The same on its first page, changed by `change`.
    #[must_use]
    pub fn with(&self, change: impl FnOnce(&mut Self)) -> Self {
        let mut ask = Self { page: 1, ..self.clone() };
        change(&mut ask);
        ask
    }

    /// Whether nothing at all is asked.
    pub fn is_blank(&self) -> bool {
        *self == Self { page: 1, ..Self::default() }
    }

    /// The parameters, ready for an address; `?` included, nothing when there are none.
    pub fn to_address(&self) -> String {
        let mut text = String::new();
        for (name, value) in self.pairs() {
            text.push(if text.is_empty() { '?' } else { '&' });
            text.push_str(name);
            text.push('=');
            encode(&mut text, &value);
        }
        text
    }

    /// The parameters that say something, in one order.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs: Vec<(&'static str, String)> = Vec::new();
        pairs.push(("q", self.need.clone()));
        pairs.push(("ou", self.place.clone()));
        pairs.push(("rayon", self.radius_km.map_or_else(String::new, |it| it.to_string())));
        for family in Family::ALL {
            let values = family.values();
            for (_, chosen) in self.choices.iter().filter(|(it, _)| *it == family) {
                let slugs = chosen.iter().filter_map(|it| values.get(usize::from(*it)));
                pairs.extend(slugs.map(|(slug, _)| (family.parameter(), (*slug).to_owned())));
            }
        }
        pairs.push(("ouvert", self.open.map_or("", OpenWish::slug).to_owned()));
        pairs.push(("tri", self.sort.slug().to_owned()));
        let me = self.me.map(|it| format!("{:.4},{:.4}", it.lat, it.lon));
        pairs.push(("pres", me.unwrap_or_default()));
        let zone = self.zone.map(|it| {
            format!("{:.3},{:.3},{:.3},{:.3}", it.min.lon, it.min.lat, it.max.lon, it.max.lat)
        });
        pairs.push(("zone", zone.unwrap_or_default()));
        let map =
            self.map.map(|it| format!("{:.4},{:.4},{:.2}", it.point.lat, it.point.lon, it.zoom));
        pairs.push(("carte", map.unwrap_or_default()));
        pairs.push(("vue", if self.shows_map { "carte".into() } else { String::new() }));
        let page = if self.page > 1 { self.page.to_string() } else { String::new() };
        pairs.push(("page", page));
        pairs.retain(|(_, value)| !value.is_empty());
        pairs
    }
}

/// Exactly `N` finite numbers separated by commas.
fn numbers<const N: usize>(text: &str) -> Option<[f64; N]> {
    let numbers: Vec<f64> =
        text.split(',').map(|it| it.trim().parse().ok()).collect::<Option<_>>()?;
    let numbers: [f64; N] = numbers.try_into().ok()?;
    numbers.iter().all(|it| it.is_finite()).then_some(numbers)
}

fn encode(text: &mut String, value: &str) {
    use std::fmt::Write as _;
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b',' => {
                text.push(char::from(byte));
            }
            b' ' => text.push('+'),
            _ => {
                let _ = write!(text, "%{byte:02X}");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> (Ask, Vec<BadParameter>) {
        let pairs: Vec<_> = pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        Ask::read(&pairs)
    }

    #[test]
    fn an_address_read_and_written_back_is_the_same() {
        let (ask, bad) = read(&[
            ("q", "carte grise & co"),
            ("ou", "Saint-Malo"),
            ("rayon", "50"),
            ("type", "bib"),
            ("ouvert", "maintenant"),
            ("carte", "48.1,-1.6,9"),
            ("page", "3"),
        ]);
        assert_eq!(bad, []);
        let address = ask.to_address();
        assert_eq!(
            address,
            "?q=carte+grise+%26+co&ou=Saint-Malo&rayon=50&type=bib&ouvert=maintenant\
             &carte=48.1000,-1.6000,9.00&page=3"
        );
    }

    #[test]
    fn what_makes_no_sense_is_told_apart_and_the_rest_is_used() {
        let (ask, bad) = read(&[
            ("q", "wifi"),
            ("page", "0"),
            ("rayon", "-3"),
            ("zone", "1,2,3"),
            ("carte", "nan,0,5"),
            ("service", "magie"),
            ("couleur", "bleu"),
        ]);
        assert_eq!(ask.need, "wifi");
        assert_eq!(bad.len(), 6);
        assert_eq!(ask.page, 1);
    }

    #[test]
    fn a_choice_can_be_taken_back() {
        let (ask, _) = read(&[("type", "bib"), ("type", "ccas"), ("page", "2")]);
        let (_, values) = &ask.choices[0];
        let fewer = ask.without(Family::Kind, values[0]);
        assert!(!fewer.has(Family::Kind, values[0]) && fewer.has(Family::Kind, values[1]));
        assert_eq!(fewer.page, 1);
        assert!(fewer.without(Family::Kind, values[1]).is_blank());
    }
}
