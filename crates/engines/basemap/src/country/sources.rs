//! The files of a build: found by name, opened, remembered for the report.

use std::collections::BTreeMap;
use std::io::Read;

use flate2::read::MultiGzDecoder;

use crate::layer::Layer;
use crate::projection::{Bounds, LatLon};

use super::geojson::{self, Feature};
use super::{BuildError, SourceFound};

/// Largest file once decompressed, in bytes.
const LARGEST_INPUT: u64 = 512 << 20;

/// Where France is: metropolitan, then overseas (south, west, north, east).
const FRANCE: [[f64; 4]; 6] = [
    [41.3, -5.2, 51.1, 9.7],
    [15.8, -61.9, 16.6, -60.9],
    [14.3, -61.3, 14.95, -60.7],
    [2.0, -54.7, 5.9, -51.5],
    [-21.5, 55.1, -20.8, 55.9],
    [-13.1, 44.9, -12.5, 45.4],
];

/// A level of detail, named after what fits in a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detail {
    /// Shapes of level `a`, simplified to about 1.4 km.
    Continent,
    /// Shapes of level `a`, simplified to about 500 m.
    Country,
    /// Shapes of level `b`, simplified to about 250 m.
    Region,
    /// Shapes of level `b`, hardly simplified.
    Department,
    /// Shapes of level `b` or `c` as they are, with the limits of communes.
    Town,
}

impl Detail {
    /// The coarsest first.
    pub(super) const ALL: [Self; 5] =
        [Self::Continent, Self::Country, Self::Region, Self::Department, Self::Town];

    /// Its letter in the names of files.
    pub(super) fn letter(self) -> char {
        match self {
            Self::Continent | Self::Country => 'a',
            Self::Region | Self::Department => 'b',
            Self::Town => 'c',
        }
    }

    /// Its precision in the names of official contours.
    pub(super) fn precision(self) -> &'static str {
        match self {
            Self::Continent | Self::Country => "1000m",
            Self::Region | Self::Department => "100m",
            Self::Town => "50m",
        }
    }

    /// Drawn from this zoom on.
    pub(super) fn first_zoom(self) -> f64 {
        match self {
            Self::Continent => 0.0,
            Self::Country => 5.75,
            Self::Region => 7.1,
            Self::Department => 8.5,
            Self::Town => 9.8,
        }
    }

    /// Tiles are those of this zoom.
    pub(super) fn tile_zoom(self) -> u8 {
        match self {
            Self::Continent => 4,
            Self::Country => 5,
            Self::Region => 6,
            Self::Department => 8,
            Self::Town => 9,
        }
    }

    /// Boxes outside which nothing is kept, so that far countries weigh nothing.
    pub(super) fn within(self) -> Vec<Bounds> {
        let margin = match self {
            Self::Continent | Self::Country => return Vec::new(),
            Self::Region => 4.5,
            Self::Department => 2.5,
            Self::Town => 1.0,
        };
        let widened = |[south, west, north, east]: [f64; 4]| Bounds {
            min: LatLon { lat: south - margin, lon: west - margin },
            max: LatLon { lat: north + margin, lon: east + margin },
        };
        FRANCE.into_iter().map(widened).collect()
    }

    /// The largest scale rank of rivers and lakes that are drawn.
    pub(super) fn smallest_water(self) -> f64 {
        match self {
            Self::Continent => 7.0,
            Self::Country => 9.0,
            Self::Region => 11.0,
            Self::Department | Self::Town => 99.0,
        }
    }

    /// How far simplified shapes may be from the given ones, in degrees of latitude.
    pub(super) fn tolerance_degrees(self) -> Option<f64> {
        match self {
            Self::Continent => Some(0.013),
            Self::Country => Some(0.005),
            Self::Region => Some(0.0022),
            Self::Department => Some(0.0007),
            Self::Town => None,
        }
    }

    /// True for the layers that this level does without.
    pub(super) fn is_without(self, layer: Layer) -> bool {
        let is_far = matches!(self, Self::Continent | Self::Country);
        is_far && matches!(layer, Layer::Urban1 | Layer::Limit3 | Layer::Seam)
    }

    /// Inhabitants below which a town is not named, unless it is a capital.
    pub(super) fn least_inhabitants(self) -> u32 {
        match self {
            Self::Continent | Self::Country => 20_000,
            Self::Region => 5_000,
            Self::Department => 1_500,
            Self::Town => 0,
        }
    }

    /// How far from a larger town a town must be to be named, in degrees of latitude.
    pub(super) fn spacing_degrees(self) -> f64 {
        match self {
            Self::Continent => 0.3,
            Self::Country => 0.2,
            Self::Region => 0.1,
            Self::Department => 0.05,
            Self::Town => 0.0,
        }
    }

    /// Levels to try for a file: this one, then coarser, then finer.
    fn nearest(self) -> [Self; 3] {
        match self {
            Self::Continent | Self::Country => [Self::Country, Self::Department, Self::Town],
            Self::Region | Self::Department => [Self::Department, Self::Country, Self::Town],
            Self::Town => [Self::Town, Self::Department, Self::Country],
        }
    }
}

/// Files by name.
pub(super) struct Sources<'a> {
    load: &'a dyn Fn(&str) -> Option<Vec<u8>>,
    found: BTreeMap<String, usize>,
    missing: Vec<String>,
}

impl<'a> Sources<'a> {
    /// Files that this function gives by name.
    pub(super) fn new(load: &'a dyn Fn(&str) -> Option<Vec<u8>>) -> Self {
        Self { load, found: BTreeMap::new(), missing: Vec::new() }
    }

    /// True when there is a file of this name.
    fn has(&self, name: &str) -> bool {
        (self.load)(name).or_else(|| (self.load)(&format!("{name}.gz"))).is_some()
    }

    /// The level whose files fit together at this one: the closest view takes all its shapes
    /// from the level where the limits of communes are, so that lines fall on one another.
    fn matching(&self, detail: Detail) -> Detail {
        let only_middle = self.has("lim_com_b.geojson") && !self.has("lim_com_c.geojson");
        if detail == Detail::Town && only_middle { Detail::Department } else { detail }
    }

    /// The features of `stem_x.geojson` at the level of detail nearest to this one.
    pub(super) fn level(
        &mut self,
        stem: &str,
        detail: Detail,
    ) -> Result<Option<Vec<Feature>>, BuildError> {
        let name = |detail: Detail| format!("{stem}_{}.geojson", detail.letter());
        let detail = self.matching(detail);
        self.first_of(detail.nearest().map(name))
    }

    /// Official contours (`departements`, `regions`, `communes`) nearest to this level.
    pub(super) fn contours(
        &mut self,
        stem: &str,
        detail: Detail,
    ) -> Result<Option<Vec<Feature>>, BuildError> {
        let official = detail.nearest().map(|near| format!("{stem}-{}.geojson", near.precision()));
        let simple = [format!("{stem}-version-simplifiee.geojson"), format!("{stem}.geojson")];
        self.first_of(official.into_iter().chain(simple))
    }

    /// The features of `stem.geojson`.
    pub(super) fn once(&mut self, stem: &str) -> Result<Option<Vec<Feature>>, BuildError> {
        self.first_of([format!("{stem}.geojson")])
    }

    fn first_of(
        &mut self,
        names: impl IntoIterator<Item = String>,
    ) -> Result<Option<Vec<Feature>>, BuildError> {
        for name in names {
            let Some(bytes) = self.bytes(&name)? else { continue };
            let features = geojson::read(&bytes)
                .map_err(|reason| BuildError::Unreadable { file: name.clone(), reason })?;
            self.find(&name, features.len());
            return Ok(Some(features));
        }
        Ok(None)
    }

    /// The bytes of a file, plain or decompressed.
    pub(super) fn bytes(&self, name: &str) -> Result<Option<Vec<u8>>, BuildError> {
        let Some(bytes) = (self.load)(name).or_else(|| (self.load)(&format!("{name}.gz"))) else {
            return Ok(None);
        };
        if !bytes.starts_with(&[0x1f, 0x8b]) {
            return Ok(Some(bytes));
        }
        let mut plain = Vec::new();
        let mut reader = MultiGzDecoder::new(bytes.as_slice()).take(LARGEST_INPUT + 1);
        let unreadable = |reason: String| BuildError::Unreadable { file: name.to_owned(), reason };
        reader.read_to_end(&mut plain).map_err(|error| unreadable(error.to_string()))?;
        if reader.limit() == 0 {
            return Err(unreadable("more than 512 MB once decompressed".to_owned()));
        }
        Ok(Some(plain))
    }

    /// Remembers that a file was read.
    pub(super) fn find(&mut self, name: &str, features: usize) {
        self.found.insert(name.to_owned(), features);
    }

    /// Remembers that something is missing, once.
    pub(super) fn miss(&mut self, words: String) {
        if !self.missing.contains(&words) {
            self.missing.push(words);
        }
    }

    /// Whom the map must thank for these files.
    pub(super) fn attribution(&self) -> String {
        let is_natural_earth = |name: &String| {
            ["voisins", "frontieres", "lacs", "rivieres"].iter().any(|stem| name.starts_with(stem))
        };
        let rest = if self.found.keys().any(is_natural_earth) {
            "Natural Earth"
        } else {
            "croquis Maillage"
        };
        format!("Fond : IGN Admin Express (Licence ouverte) · {rest}")
    }

    /// What was found, and what was not.
    pub(super) fn into_report(self) -> (Vec<SourceFound>, Vec<String>) {
        let found =
            self.found.into_iter().map(|(file, features)| SourceFound { file, features }).collect();
        (found, self.missing)
    }
}
