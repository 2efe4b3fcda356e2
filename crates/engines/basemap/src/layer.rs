//! The layers of a map, in the order they are painted, and the ranks of names.

/// What a shape is: decides its class, whether it is filled, and when it is painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Layer {
    /// Other countries.
    Neighbours,
    /// The land border, painted thick under the land to hide gaps with the neighbours.
    Seam,
    /// France.
    Land,
    /// Inhabited ground.
    Urban1,
    /// Dense ground.
    Urban2,
    /// Very dense ground.
    Urban3,
    /// Lakes.
    Lakes,
    /// Rivers.
    Rivers,
    /// Limits of communes.
    Limit3,
    /// Limits of departments.
    Limit2,
    /// Limits of regions.
    Limit1,
    /// Borders between countries.
    Borders,
    /// The shore.
    Coast,
}

/// How many layers there are.
pub(crate) const LAYER_COUNT: usize = Layer::ALL.len();

impl Layer {
    /// Every layer, in the order they are painted.
    pub const ALL: [Self; 13] = [
        Self::Neighbours,
        Self::Seam,
        Self::Land,
        Self::Urban1,
        Self::Urban2,
        Self::Urban3,
        Self::Lakes,
        Self::Rivers,
        Self::Limit3,
        Self::Limit2,
        Self::Limit1,
        Self::Borders,
        Self::Coast,
    ];

    /// The class of its path in the drawing.
    pub fn class(self) -> &'static str {
        match self {
            Self::Neighbours => "c-neighbours",
            Self::Seam => "c-seam",
            Self::Land => "c-land",
            Self::Urban1 => "c-urban1",
            Self::Urban2 => "c-urban2",
            Self::Urban3 => "c-urban3",
            Self::Lakes => "c-lakes",
            Self::Rivers => "c-rivers",
            Self::Limit3 => "c-limit3",
            Self::Limit2 => "c-limit2",
            Self::Limit1 => "c-limit1",
            Self::Borders => "c-borders",
            Self::Coast => "c-coast",
        }
    }

    /// True when its shapes are areas to fill, false when they are lines.
    pub fn is_area(self) -> bool {
        use Layer::{Lakes, Land, Neighbours, Urban1, Urban2, Urban3};
        matches!(self, Neighbours | Land | Urban1 | Urban2 | Urban3 | Lakes)
    }

    /// The layer of this number in a file, if there is one.
    pub(crate) fn from_number(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number)).copied()
    }
}

/// How much a name matters on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Rank {
    /// Regional capitals and the like.
    Town1,
    /// Departmental capitals and large towns.
    Town2,
    /// Seas.
    Water,
    /// Other countries.
    Country,
    /// Towns.
    Town3,
    /// Villages.
    Town4,
}

impl Rank {
    /// Every rank, the most important first.
    pub const ALL: [Self; 6] =
        [Self::Town1, Self::Town2, Self::Water, Self::Country, Self::Town3, Self::Town4];

    /// The class of its text in the drawing.
    pub fn class(self) -> &'static str {
        match self {
            Self::Town1 => "c-town1",
            Self::Town2 => "c-town2",
            Self::Town3 => "c-town3",
            Self::Town4 => "c-town4",
            Self::Country => "c-country",
            Self::Water => "c-water",
        }
    }

    /// Size of its letters, in pixels: the same as in the style sheet.
    pub fn size_px(self) -> f64 {
        match self {
            Self::Town1 => 14.0,
            Self::Town2 | Self::Water => 12.5,
            Self::Country => 12.0,
            Self::Town3 | Self::Town4 => 11.5,
        }
    }

    /// True for the names of seas and countries, which only far views show.
    pub fn is_backdrop(self) -> bool {
        matches!(self, Self::Water | Self::Country)
    }

    /// The rank of this number in a file, if there is one.
    pub(crate) fn from_number(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number)).copied()
    }
}
