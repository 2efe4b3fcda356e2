//! A map of an invented coast, drawn as the server draws the real one.

use crate::views::MapView;
use web::{Link, Words};

/// A coast, a town, three pins and two groups.
pub(super) const COAST: &str = r##"<svg class="c-map" viewBox="0 0 900 640" preserveAspectRatio="xMidYMid meet" role="group" aria-label="Carte : 5 lieux"><g class="c-decor" aria-hidden="true"><rect class="c-sea" x="-900" y="-640" width="2700" height="1920"/><path class="c-land" d="M120-640l40 300-60 200 90 180-30 160 120 120 200 60 240 40 180 160 900 0V-640z"/><path class="c-urban1" d="M430 240l120-40 90 60 20 110-100 70-110-30-50-90z"/><path class="c-urban2" d="M480 270l70-20 60 40 0 70-70 30-60-40z"/><path class="c-rivers" d="M1100 100l-200 80-160 40-120 100-140 20-200 60"/><path class="c-limit2" d="M160 60l180 40 120-60 200 20 240-120M340 100l40 160-80 180M700 80l40 200 120 180 40 300"/><path class="c-coast" d="M120-640l40 300-60 200 90 180-30 160 120 120 200 60 240 40 180 160"/><g class="c-labels"><text class="c-town1" x="545" y="322">Rennes</text><text class="c-town3" x="300" y="250">Mordelles</text><text class="c-town3" x="720" y="250">Cesson-Sévigné</text><text class="c-town4" x="480" y="520">Chartres-de-Bretagne</text><text class="c-water" x="40" y="420">Manche</text></g></g><g class="c-markers"><a class="m-cluster" href="/?carte=48.11,-1.68,12" aria-label="29 lieux autour de Rennes"><circle class="m-hit" cx="545" cy="345" r="26"/><circle class="m-halo" cx="545" cy="345" r="24"/><circle class="m-round" cx="545" cy="345" r="19"/><text x="545" y="350">29</text></a><a class="m-pin" id="pin-01J9Z7K3M5N7P9R1T3V5X7Z901" href="/lieux/exemple-1" aria-label="Le Tiers-lieu des Halles"><circle class="m-hit" cx="380" cy="300" r="22"/><circle class="m-halo" cx="380" cy="300" r="14"/><circle class="m-round" cx="380" cy="300" r="7.5"/><circle class="m-hole" cx="380" cy="300" r="3"/></a><a class="m-pin m-active" aria-current="true" href="/lieux/exemple-2" aria-label="France services de Chartres-de-Bretagne"><circle class="m-hit" cx="500" cy="490" r="22"/><circle class="m-halo" cx="500" cy="490" r="16"/><circle class="m-round" cx="500" cy="490" r="9"/><circle class="m-hole" cx="500" cy="490" r="3"/></a></g></svg>"##;

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
