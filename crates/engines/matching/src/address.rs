//! An address line taken apart: house number here, words of the street there.
//!
//! `Hôtel de ville, 5-9 av. du Gal Leclerc - BP 12` gives the number 5 (to 9) and the words
//! `avenue general leclerc`. A date inside a street's name (`rue du 8 mai 1945`) is no number.

use crate::text::{fold, words};
use crate::vocabulary::VOCABULARY;

/// The parts of an address line.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Address {
    /// House number; 0 when none is given.
    pub(crate) number: u32,
    /// Last number of a range such as `5-9`; equal to `number` otherwise.
    pub(crate) number_to: u32,
    /// Words of the street in order, spelt out.
    pub(crate) words: Vec<String>,
}

impl Address {
    /// Reads an address line.
    pub(crate) fn read(line: &str) -> Self {
        let mut address = Self::default();
        let tokens = words(&fold(line));
        let mut before = "";
        for (at, token) in tokens.iter().enumerate() {
            let next = tokens.get(at + 1).map_or("", String::as_str);
            address.take(token, before, next);
            before = token;
        }
        address
    }

    /// Whether the line only says the village, the town hall or the like.
    pub(crate) fn is_vague(&self) -> bool {
        let vague = &VOCABULARY.streets.vague;
        self.number == 0 && self.words.iter().all(|word| vague.contains(word))
    }

    fn take(&mut self, token: &str, before: &str, next: &str) {
        let known = &VOCABULARY.streets;
        if known.not_a_house.contains(token) || known.empty.contains(token) {
            return;
        }
        if !token.as_bytes()[0].is_ascii_digit() {
            let full = known.abbreviations.get(token).map_or(token, String::as_str);
            self.words.push(full.to_owned());
            return;
        }
        if known.not_a_house.contains(before) {
            return;
        }
        let digits: String = token.chars().take_while(char::is_ascii_digit).collect();
        let is_house = digits.len() <= 4
            && digits.len() + 1 >= token.len()
            && !known.months.contains(next)
            && !known.months.contains(before);
        let value = digits.parse().unwrap_or(0);
        if is_house && self.number == 0 {
            (self.number, self.number_to) = (value, value);
        } else if is_house
            && before.starts_with(|x: char| x.is_ascii_digit())
            && value > self.number
        {
            self.number_to = value;
        } else if digits.len() != 5 {
            self.words.push(token.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_and_street_are_read_apart() {
        let address = Address::read("Hôtel de ville, 5-9 av. du Gal Leclerc - BP 12");
        assert_eq!((address.number, address.number_to), (5, 9));
        assert_eq!(address.words, ["hotel", "ville", "avenue", "general", "leclerc"]);
    }

    #[test]
    fn a_date_in_the_name_of_a_street_is_no_house_number() {
        let address = Address::read("12 bis rue du 8 mai 1945");
        assert_eq!(address.number, 12);
        assert_eq!(address.words, ["rue", "8", "mai", "1945"]);
        assert_eq!(Address::read("Place du 19 mars 1962").number, 0);
    }
}
