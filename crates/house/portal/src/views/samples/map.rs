//! A map of an invented coast, drawn as the server draws the real one.

use crate::views::MapView;
use web::{Link, Words};

/// A coast, a town, three pins and two groups.
pub(super) const COAST: &str = include_str!("coast.svg");

/// The coast, with the ways to move it.
pub(super) fn around_rennes(words: &Words) -> MapView {
    let way = |key, view: &str| Link::new(words.t(key), format!("/?ou=Rennes&carte={view}"));
    MapView {
        svg: COAST.into(),
        lat: "48.1147".into(),
        lon: "-1.6794".into(),
        zoom: "9.5".into(),
        closer_href: "/?ou=Rennes&carte=48.1147,-1.6794,10.5".into(),
        further_href: "/?ou=Rennes&carte=48.1147,-1.6794,8.5".into(),
        around: vec![
            way("map-north", "48.4,-1.68,9.5"),
            way("map-west", "48.11,-2.1,9.5"),
            way("map-east", "48.11,-1.2,9.5"),
            way("map-south", "47.8,-1.68,9.5"),
        ],
        overseas: vec![
            way("map-mainland", "46.6,2.4,5.5"),
            Link::new("La Réunion", "/?carte=-21.13,55.53,9"),
            Link::new("Guadeloupe", "/?carte=16.2,-61.5,9"),
        ],
        attribution: "IGN Admin Express (Licence ouverte) · Natural Earth".into(),
    }
}
