//! The colours of a house: two are chosen, the others follow, light and dark. None is published
//! with which words would be hard to read.

use super::colour::Colour;
use crate::refusal::Refusal;
use std::fmt::Write as _;

/// The grounds on which words stand, as the style sheet of the program has them.
const LIGHT: [Colour; 2] = [Colour::WHITE, Colour::of(0xf4, 0xf7, 0xf6)];
const DARK: [Colour; 2] = [Colour::of(0x10, 0x19, 0x1b), Colour::of(0x17, 0x23, 0x25)];

/// The colours that the program comes with.
pub const MAIN: Colour = Colour::of(0x0b, 0x6e, 0x69);
/// The accent that the program comes with.
pub const ACCENT: Colour = Colour::of(0xc2, 0x41, 0x0c);

/// The main colour, which is that of links and buttons, if words in it can be read on every
/// ground of the site and white words on it.
pub fn main_colour(text: &str) -> Result<Colour, Refusal> {
    let asked = Colour::read(text).ok_or(Refusal::NotColour)?;
    let nearest =
        asked.nearest(Colour::BLACK, |it| it.is_read_on(&LIGHT) && it.is_read_on(&[pale(it)]));
    good(asked, nearest)
}

/// The accent colour, which is that of the mark around what has the focus.
pub fn accent_colour(text: &str) -> Result<Colour, Refusal> {
    let asked = Colour::read(text).ok_or(Refusal::NotColour)?;
    good(asked, asked.nearest(Colour::BLACK, |it| it.is_read_on(&LIGHT)))
}

fn good(asked: Colour, nearest: Colour) -> Result<Colour, Refusal> {
    if asked == nearest { Ok(asked) } else { Err(Refusal::TooPale { nearest: nearest.text() }) }
}

fn pale(main: Colour) -> Colour {
    main.mixed(Colour::WHITE, 88)
}

/// The style sheet: the tokens of the program with these colours in them.
pub fn sheet(main: Colour, accent: Colour) -> String {
    let dark_pale = main.mixed(DARK[0], 75);
    let grounds = [DARK[0], DARK[1], dark_pale];
    let lighter = |it: Colour| it.nearest(Colour::WHITE, |it| it.is_read_on(&grounds));
    let tokens = [
        ("mark", main, lighter(main)),
        ("mark-fill", main, main),
        ("mark-fill-hover", main.mixed(Colour::BLACK, 25), main.mixed(Colour::BLACK, 20)),
        ("mark-pale", pale(main), dark_pale),
        ("accent", accent, lighter(accent)),
    ];
    let mut sheet = String::from(":root{");
    for (name, light, dark) in tokens {
        let _ = write!(sheet, "--{name}:light-dark({},{});", light.text(), dark.text());
    }
    sheet.push_str("}\n");
    sheet
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_pale_colour_is_refused_with_the_nearest_that_can_be_read() {
        let Err(Refusal::TooPale { nearest }) = main_colour("#7fd1c7") else { panic!("taken") };
        assert!(main_colour(&nearest).is_ok(), "{nearest}");
        assert_eq!(main_colour("0b6e69"), Ok(MAIN));
        assert_eq!(accent_colour("#c2410c"), Ok(ACCENT));
        assert_eq!(main_colour("teal"), Err(Refusal::NotColour));
    }

    proptest! {
        #[test]
        fn whatever_colour_is_chosen_words_can_be_read(red: u8, green: u8, blue: u8) {
            let asked = Colour::of(red, green, blue);
            let main = match main_colour(&asked.text()) {
                Ok(main) => main,
                Err(Refusal::TooPale { nearest }) => main_colour(&nearest).unwrap(),
                Err(other) => panic!("{other:?}"),
            };
            prop_assert!(Colour::WHITE.is_read_on(&[main]));
            let sheet = sheet(main, ACCENT);
            let colours: Vec<Colour> =
                sheet.split(['(', ',', ')']).filter_map(Colour::read).collect();
            prop_assert_eq!(colours.len(), 10);
            prop_assert!(colours[0].is_read_on(&[LIGHT[0], LIGHT[1], colours[6]]));
            prop_assert!(colours[1].is_read_on(&[DARK[0], DARK[1], colours[7]]));
        }
    }
}
