//! What one asks of the atlas, and what it answers.

use base::{Bounds, PlaceId, Point};

use crate::WeekMask;

/// One place as the atlas knows it: what is searched, counted, sorted and drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Doc {
    /// The place.
    pub id: PlaceId,
    /// Its name, the words that weigh most.
    pub name: String,
    /// Name of its commune.
    pub commune: String,
    /// Postcode, five digits.
    pub postcode: String,
    /// Official code of its commune.
    pub commune_code: String,
    /// Its department, as [`Filter::department`] will ask for it.
    pub department: String,
    /// Street and number.
    pub address: String,
    /// Other words. The first line (services, kinds of place) weighs more than what follows.
    pub text: String,
    /// Values that filters choose and counts show.
    pub facets: Vec<Facet>,
    /// Where it is, if known.
    pub point: Option<Point>,
    /// Key of the order by name: the name, folded; see [`crate::fold`].
    pub fold: String,
    /// When it is open, if known.
    pub week: Option<WeekMask>,
}

/// A value of a family: "service" = 3. The meaning of both numbers is the caller's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Facet {
    /// The family: service, kind, public, cost...
    pub family: u8,
    /// The value in the family.
    pub value: u16,
}

/// Which places. Every field left empty lets all places through.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Words as people type them.
    pub text: String,
    /// Families and the values wanted: one of them in each family.
    pub any_of: Vec<(u8, Vec<u16>)>,
    /// Within so many metres of a point.
    pub near: Option<(Point, f64)>,
    /// Inside a box.
    pub bounds: Option<Bounds>,
    /// In one of these communes, by official code.
    pub commune_codes: Vec<String>,
    /// In this department.
    pub department: Option<String>,
    /// In one of these departments: a region.
    pub departments: Vec<String>,
    /// Open at this quarter of the week; see [`WeekMask::quarter`].
    pub open_at: Option<u16>,
}

/// In what order.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Sort {
    /// Best match first; with `near`, closer places gain. Without words: nearest first if `near`
    /// is given, else by name.
    #[default]
    Relevance,
    /// Nearest to a point first; places without a point come last.
    Distance(Point),
    /// By [`Doc::fold`].
    Name,
}

/// A whole question: which places, in what order, which page, and which counts beside.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// Which places.
    pub filter: Filter,
    /// In what order.
    pub sort: Sort,
    /// Hits to skip.
    pub offset: usize,
    /// Hits to return at most.
    pub limit: usize,
    /// Families to count. Each is counted with its own choice lifted, so that a count says how
    /// many places one would see by choosing the value.
    pub count_families: Vec<u8>,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// Places that match, all pages together.
    pub total: usize,
    /// The page asked for.
    pub hits: Vec<Hit>,
    /// Counts of the families asked for, by family then value; a value absent counts zero.
    pub counts: Vec<FacetCount>,
    /// Words that were read otherwise than typed.
    pub understood: Vec<Understood>,
}

/// A place found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// The place.
    pub id: PlaceId,
    /// Metres from the point of the sort or of the filter, if there is one and the place has one.
    pub distance_m: Option<f64>,
    /// How well it matches; only comparable inside one answer. 0 without words.
    pub score: f32,
}

/// How many places have a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FacetCount {
    /// The family.
    pub family: u8,
    /// The value in the family.
    pub value: u16,
    /// Places, above zero.
    pub count: usize,
}

/// Typed words that were read otherwise, so that the page can say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// The words as typed, folded.
    pub typed: String,
    /// What was done with them.
    pub reading: Reading,
    /// The words looked for instead or as well; empty when dropped.
    pub words: Vec<String>,
}

/// What was done with words that were read otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reading {
    /// Taken for a typing error; `words` were looked for instead.
    Corrected,
    /// Citizens' words; the field's words were looked for as well.
    Widened,
    /// Left out, since with them nothing matched.
    Dropped,
}

/// A mark of the map.
#[derive(Clone, Debug, PartialEq)]
pub enum Spot {
    /// One place.
    One {
        /// The place.
        id: PlaceId,
        /// Where it is.
        point: Point,
    },
    /// Several places too close to tell apart at this zoom.
    Many {
        /// How many.
        count: usize,
        /// The middle of them.
        point: Point,
        /// The box that holds them.
        bounds: Bounds,
        /// Whether all are at the very same point, so that no zoom will part them.
        same_point: bool,
    },
}
