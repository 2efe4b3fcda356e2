//! What a page receives: a drawing of the sketch, its names, its links.

use basemap::{Basemap, Cluster, DrawOptions, Marker, Pin, View, draw, draw_standalone};
use proptest::prelude::*;

const FRANCE: View =
    View { lat: 46.6, lon: 2.4, zoom: 5.4, width_px: 900.0, height_px: 640.0, bleed_px: 200.0 };

fn pin(label: &str) -> Marker {
    let (href, label) = ("/lieux/1?a=1&b=2".to_owned(), label.to_owned());
    Marker::Pin(Pin { lat: 48.1, lon: -1.7, href, label, id: "lieu-1".to_owned(), active: false })
}

fn paris(name: &str) -> DrawOptions {
    DrawOptions { title: name.to_owned(), ..DrawOptions::default() }
}

#[test]
fn france_shows_its_land_its_regions_and_its_towns() {
    let svg = draw(&FRANCE, &Basemap::sketch(), &[], &DrawOptions::default());
    for expected in
        ["c-sea", "c-neighbours", "c-land", "c-limit1", "c-coast", "Paris", "Ajaccio", "Espagne"]
    {
        assert!(svg.contains(expected), "{expected} is missing");
    }
    assert!(svg.len() < 40_000, "{} bytes", svg.len());
}

#[test]
fn every_overseas_department_has_its_land_and_its_capital() {
    for (lat, lon, capital) in [
        (16.2, -61.5, "Basse-Terre"),
        (14.65, -61.0, "Fort-de-France"),
        (4.0, -53.0, "Cayenne"),
        (-21.1, 55.5, "Saint-Denis"),
        (-12.8, 45.15, "Mamoudzou"),
    ] {
        let view = View { lat, lon, zoom: 7.5, ..FRANCE };
        let svg = draw(&view, &Basemap::sketch(), &[], &DrawOptions::default());
        assert!(svg.contains("c-land") && svg.contains(capital), "{capital}");
    }
}

#[test]
fn words_are_escaped_wherever_they_go() {
    let svg =
        draw(&FRANCE, &Basemap::sketch(), &[pin("<b>\"L'&\u{0}\"</b>")], &paris("\"><script>"));
    assert!(!svg.contains("<script>") && !svg.contains("<b>") && !svg.contains('\0'));
    assert!(svg.contains("aria-label=\"&lt;b&gt;&quot;L&#39;&amp;&quot;&lt;/b&gt;\""));
    assert!(svg.contains("href=\"/lieux/1?a=1&amp;b=2\""));
}

#[test]
fn a_marker_is_a_link_with_a_name_and_room_for_a_finger() {
    let cluster = Cluster {
        lat: 46.0,
        lon: 2.0,
        count: 1_171,
        href: "?carte=46,2,8".to_owned(),
        label: "1 171 lieux".to_owned(),
    };
    let svg = draw(
        &FRANCE,
        &Basemap::sketch(),
        &[Marker::Cluster(cluster), pin("La Gare")],
        &DrawOptions::default(),
    );
    assert!(svg.contains("href=\"?carte=46,2,8\" aria-label=\"1 171 lieux\""));
    assert!(svg.contains("1\u{202f}171</text>"));
    assert!(svg.contains("id=\"lieu-1\"") && svg.contains("aria-label=\"La Gare\""));
    assert!(svg.contains("class=\"m-hit\"") && svg.contains("r=\"22\""));
}

#[test]
fn the_place_being_looked_at_lies_on_top() {
    let Marker::Pin(looked_at) = pin("Ici") else { return };
    let markers = [Marker::Pin(Pin { active: true, ..looked_at }), pin("Là")];
    let svg = draw(&FRANCE, &Basemap::sketch(), &markers, &DrawOptions::default());
    assert!(svg.find("Là") < svg.find("Ici") && svg.contains("aria-current"));
}

#[test]
fn a_picture_alone_carries_its_colours_and_its_thanks() {
    let land = Basemap::sketch();
    let svg = draw_standalone(&FRANCE, &land, &[], &DrawOptions::default());
    assert!(svg.contains("xmlns=") && svg.contains("<style>") && svg.contains(land.attribution()));
}

proptest! {
    #[test]
    fn no_view_makes_it_panic(
        lat in proptest::num::f64::ANY, lon in proptest::num::f64::ANY,
        zoom in proptest::num::f64::ANY, size in proptest::num::f64::ANY,
    ) {
        let view = View { lat, lon, zoom, width_px: size, height_px: size, bleed_px: 10.0 };
        let svg = draw(&view, &Basemap::sketch(), &[pin("x")], &DrawOptions::default());
        prop_assert!(svg.starts_with("<svg") && svg.ends_with("</svg>"));
    }

    #[test]
    fn a_damaged_file_is_refused(
        place in 0_usize..20_000, flip in 1_u8..=255, cut in 0_usize..20_000,
    ) {
        let whole = Basemap::sketch().as_bytes().to_vec();
        let mut flipped = whole.clone();
        let place = place % flipped.len();
        flipped[place] ^= flip;
        prop_assert!(Basemap::open(flipped).is_err());
        prop_assert!(Basemap::open(whole[..cut % whole.len()].to_vec()).is_err());
    }

    #[test]
    fn even_a_forged_file_is_refused_or_drawn_without_panic(
        changes in prop::collection::vec((0_usize..20_000, any::<u8>()), 1..6),
    ) {
        let mut forged = Basemap::sketch().as_bytes().to_vec();
        for (place, value) in changes {
            let place = 12 + place % (forged.len() - 12);
            forged[place] = value;
        }
        let mut checksum = flate2::Crc::new();
        checksum.update(&forged[12..]);
        forged[8..12].copy_from_slice(&checksum.sum().to_le_bytes());
        if let Ok(land) = Basemap::open(forged) {
            let svg = draw(&FRANCE, &land, &[], &DrawOptions::default());
            prop_assert!(svg.ends_with("</svg>"));
        }
    }
}
