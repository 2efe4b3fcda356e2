//! Two prepared records become the clues that speak for and against them being one place.
//!
//! What one of the two does not say leaves no clue at all.

mod contacts;
mod names;
mod together;
mod whereabouts;

use crate::clue::{Clue, Clues};
use crate::prepare::Prepared;

/// The clues of a pair. The same whichever of the two comes first.
pub(crate) fn compare(a: &Prepared, b: &Prepared) -> Clues {
    let order = |record: &Prepared| (record.full_name, record.street, record.values);
    let (a, b) = if order(a) <= order(b) { (a, b) } else { (b, a) };
    let mut clues = Clues::default();
    names::compare(a, b, &mut clues);
    kinds(a, b, &mut clues);
    whereabouts::compare(a, b, &mut clues);
    contacts::compare(a, b, &mut clues);
    if a.source == b.source {
        clues.mark(Clue::SameSource);
    }
    together::compare(&mut clues);
    clues
}

fn near(a: &Prepared, b: &Prepared) -> bool {
    a.commune == b.commune || a.commune_name == b.commune_name
}

fn kinds(a: &Prepared, b: &Prepared, clues: &mut Clues) {
    use crate::vocabulary::VOCABULARY;
    if a.kinds == 0 || b.kinds == 0 {
        return;
    }
    if a.kinds & b.kinds != 0 {
        clues.mark(Clue::KindAgrees);
        if a.lone_kinds & b.lone_kinds != 0 && a.source != b.source && near(a, b) {
            clues.mark(Clue::KindLoneHere);
        }
    } else {
        clues.mark(Clue::KindDiffers);
        let guests = (VOCABULARY.guests(a.kinds) != 0, VOCABULARY.guests(b.kinds) != 0);
        if guests.0 != guests.1 {
            clues.mark(Clue::KindGuestOnOneSide);
        }
    }
}
