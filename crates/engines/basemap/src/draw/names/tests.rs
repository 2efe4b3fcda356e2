//! Names keep their distance.

use proptest::prelude::*;

use super::*;
use crate::draw::View;

fn frame() -> Frame {
    Frame::of(&View {
        lat: 46.0,
        lon: 2.0,
        zoom: 6.0,
        width_px: 800.0,
        height_px: 600.0,
        bleed_px: 100.0,
    })
}

fn overlap(one: &Window, other: &Window) -> bool {
    one.min.x < other.max.x
        && other.min.x < one.max.x
        && one.min.y < other.max.y
        && other.min.y < one.max.y
}

proptest! {
    #[test]
    fn no_name_touches_another_nor_a_marker(
        places in prop::collection::vec((-100.0_f64..900.0, -100.0_f64..700.0, 0_u8..6), 0..200),
        markers in prop::collection::vec((0.0_f64..800.0, 0.0_f64..600.0), 0..20),
    ) {
        let labels = places.iter().filter_map(|&(x, y, rank)| {
            let rank = Rank::from_number(rank)?;
            Some(Label { at: Spot { x, y }, rank, weight: 1, text: "Saint-Aubin-d'Aubigné" })
        });
        let obstacles: Vec<Window> = markers
            .iter()
            .map(|&(x, y)| Window {
                min: Spot { x: x - 25.0, y: y - 25.0 },
                max: Spot { x: x + 25.0, y: y + 25.0 },
            })
            .collect();
        let placed = place(labels.collect(), &frame(), &obstacles);
        for (index, name) in placed.iter().enumerate() {
            prop_assert!(placed[..index].iter().all(|other| !overlap(&name.room, &other.room)));
            prop_assert!(obstacles.iter().all(|obstacle| !overlap(&name.room, obstacle)));
            prop_assert!(inside(&name.room, &frame().window()));
        }
    }
}

#[test]
fn a_capital_is_written_before_a_village_at_the_same_place() {
    let at = Spot { x: 400.0, y: 300.0 };
    let village = Label { at, rank: Rank::Town4, weight: 9, text: "Village" };
    let capital = Label { at, rank: Rank::Town1, weight: 1, text: "Capitale" };
    let placed = place(vec![village, capital], &frame(), &[]);
    assert_eq!(placed.first().map(|name| name.label.text), Some("Capitale"));
}
