//! Streets, house numbers, distances and communes.

use crate::clue::{Clue, Clues};
use crate::prepare::{Prepared, Value, Word};
use crate::text::one_slip_apart;

pub(super) fn compare(a: &Prepared, b: &Prepared, clues: &mut Clues) {
    let communes_differ = a.commune != 0
        && b.commune != 0
        && a.commune != b.commune
        && (a.commune_name == 0 || a.commune_name != b.commune_name);
    let postcodes_known = a.postcode != 0 && b.postcode != 0;
    if communes_differ {
        clues.mark(Clue::CommuneDiffers);
        if names_commune_of(a, b) || names_commune_of(b, a) {
            clues.mark(Clue::CommuneInOtherName);
        }
        if postcodes_known && a.postcode == b.postcode {
            clues.mark(Clue::PostcodeSameCommuneDiffers);
        }
    } else if postcodes_known && a.postcode != b.postcode {
        clues.mark(Clue::PostcodeDiffers);
    }
    if a.street != 0 && b.street != 0 {
        streets(a, b, clues);
    }
    if let (Some(from), Some(to)) = (a.point, b.point) {
        distance(a, distance_m(from, to), clues);
    }
}

/// Whether one record's name holds the name of the other's commune.
fn names_commune_of(a: &Prepared, b: &Prepared) -> bool {
    let in_name = |town: &str| a.words.iter().any(|word| &*word.text == town);
    !b.towns.is_empty() && b.towns.iter().all(|town| in_name(town))
}

/// Metres between two points; exact enough below a few kilometres, which is where it counts.
pub(crate) fn distance_m(from: (f64, f64), to: (f64, f64)) -> f64 {
    const METRES_PER_DEGREE: f64 = 111_195.0;
    let north = to.0 - from.0;
    let east = (to.1 - from.1) * f64::midpoint(from.0, to.0).to_radians().cos();
    north.hypot(east) * METRES_PER_DEGREE
}

fn distance(a: &Prepared, metres: f64, clues: &mut Clues) {
    if metres < 2.0 && a.spread(Value::Point) > 1 {
        clues.mark(Clue::DistanceSamePointCrowded);
    }
    clues.mark(match metres {
        ..2.0 => Clue::DistanceSamePoint,
        ..30.0 => Clue::DistanceUnder30,
        ..100.0 => Clue::DistanceUnder100,
        ..300.0 => Clue::DistanceUnder300,
        ..1000.0 => Clue::DistanceUnder1000,
        ..5000.0 => Clue::DistanceUnder5000,
        _ => Clue::DistanceFar,
    });
}

/// How two house numbers stand to each other.
enum Numbers {
    Same,
    Touch,
    Near,
    Far,
    OneMissing,
    BothMissing,
}

fn numbers(a: &Prepared, b: &Prepared) -> Numbers {
    match (a.number, b.number) {
        (0, 0) => Numbers::BothMissing,
        (0, _) | (_, 0) => Numbers::OneMissing,
        (x, y) if x == y => Numbers::Same,
        _ if a.number <= b.number_to && b.number <= a.number_to => Numbers::Touch,
        (x, y) if x.abs_diff(y) <= 4 => Numbers::Near,
        _ => Numbers::Far,
    }
}

fn streets(a: &Prepared, b: &Prepared, clues: &mut Clues) {
    let share = if a.street == b.street { 1.0 } else { share(&a.street_words, &b.street_words) };
    clues.set(Clue::StreetShare, share);
    let numbers = numbers(a, b);
    if share > 0.99 && matches!(numbers, Numbers::Same) && a.spread(Value::Spot) > 1 {
        clues.mark(Clue::AddressSameCrowded);
    }
    clues.mark(if share > 0.99 {
        match numbers {
            Numbers::Same => Clue::AddressSame,
            Numbers::Touch => Clue::AddressRangesTouch,
            Numbers::Near => Clue::StreetSameNumberNear,
            Numbers::Far => Clue::StreetSameNumberFar,
            Numbers::OneMissing => Clue::StreetSameOneNumber,
            Numbers::BothMissing => Clue::StreetSameNoNumber,
        }
    } else if share >= 0.5 {
        match numbers {
            Numbers::Same | Numbers::Touch => Clue::StreetCloseNumberSame,
            Numbers::Near | Numbers::Far => Clue::StreetCloseNumberOther,
            Numbers::OneMissing | Numbers::BothMissing => Clue::StreetClose,
        }
    } else if a.vague_street || b.vague_street {
        Clue::StreetVague
    } else if matches!(numbers, Numbers::Same) {
        Clue::StreetDiffersNumberSame
    } else {
        Clue::StreetDiffers
    });
}

/// Share of the words of two streets, weighted by rarity, that agree or nearly do. A street whose
/// words are all in the other counts by its own words: the other adds a building or a hamlet.
fn share(a: &[Word], b: &[Word]) -> f32 {
    let mut agreeing = 0.0;
    let mut used = 0_u64;
    for word in a {
        let found = b.iter().take(64).position(|other| other.id == word.id).or_else(|| {
            b.iter().take(64).position(|other| {
                one_slip_apart(&word.text, &other.text) || abbreviates(&word.text, &other.text)
            })
        });
        if let Some(position) = found
            && used & (1 << position) == 0
        {
            used |= 1 << position;
            agreeing += word.weight.min(b[position].weight);
        }
    }
    let total = |words: &[Word]| words.iter().map(|word| word.weight).sum::<f32>();
    let (total_a, total_b) = (total(a), total(b));
    let (least, most) = (total_a.min(total_b), total_a.max(total_b));
    if least <= 0.0 {
        return 0.0;
    }
    (0.5 * agreeing / least + 0.5 * agreeing / most).min(1.0)
}

fn abbreviates(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    short.len() >= 3 && long.starts_with(short)
}
