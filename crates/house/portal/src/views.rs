//! What pages show: plain structs of text made for the templates, and nothing of the database.
//!
//! The handlers of `pages` fill them; the templates beside this folder lay them out; [`samples`]
//! holds believable ones, which tests render in every language and check.

mod card;
mod keeping;
mod map;
mod open_data;
mod opening;
mod place;
mod prose;
pub mod samples;
mod search;
mod territory;

pub use card::{Card, Fact, PreviewView, kind_icon};
pub use keeping::{Button, Difference, FormView, Group, Image, KeepingView, Row, RowForm};
pub use map::{MapFragment, MapView};
pub use open_data::{OpenDataView, SourceRow};
pub use opening::{Age, DayHours, Hours, NextOpening, Opening, OpeningState};
pub use place::{
    Contact, FactList, InLanguage, Notice, NoticeKind, OtherValue, PlaceKind, PlaceView, SourceLine,
};
pub use prose::{AccessibilityView, LegalView, PrivacyView, SiteMapView};
pub use search::{
    Choice, Empty, Filter, FilterGroup, HiddenField, SearchFields, SearchView, Understood, Where,
};
pub use territory::{Region, TerritoriesView, TerritoryKind, TerritoryLink, TerritoryView};
