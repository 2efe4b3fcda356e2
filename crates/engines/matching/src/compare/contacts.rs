//! Telephone, e-mail, site and registration numbers. A value that many places carry says less.

use crate::clue::{Clue, Clues};
use crate::prepare::{Prepared, Value};

/// How two values of one sort stand to each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Meeting {
    Unknown,
    Differ,
    Own,
    Shared,
    Wide,
}

pub(super) fn compare(a: &Prepared, b: &Prepared, clues: &mut Clues) {
    let phone = meeting(a, b, Value::Phone);
    mark(phone, [Clue::PhoneSame, Clue::PhoneSameShared, Clue::PhoneSameWide], clues);
    if phone == Meeting::Differ {
        clues.mark(Clue::PhoneDiffers);
    }
    let mail = meeting(a, b, Value::Mail);
    mark(mail, [Clue::MailSame, Clue::MailSameShared, Clue::MailSameWide], clues);
    if mail == Meeting::Differ {
        let domain = meeting(a, b, Value::MailDomain);
        clues.mark(match domain {
            Meeting::Unknown => Clue::MailDiffersPublic,
            Meeting::Differ => Clue::MailDiffers,
            Meeting::Own | Meeting::Shared | Meeting::Wide => Clue::MailDomainSame,
        });
        if domain == Meeting::Wide {
            clues.mark(Clue::MailDomainSameWide);
        }
        if phone == Meeting::Differ && matches!(domain, Meeting::Differ | Meeting::Unknown) {
            clues.mark(Clue::ContactsAllDiffer);
        }
    }
    sites(a, b, clues);
    pivots(a, b, clues);
}

fn sites(a: &Prepared, b: &Prepared, clues: &mut Clues) {
    match meeting(a, b, Value::Site) {
        Meeting::Unknown => {}
        Meeting::Own => clues.mark(Clue::SiteSame),
        Meeting::Shared | Meeting::Wide => {
            clues.mark(Clue::SiteSame);
            clues.mark(Clue::SiteSameShared);
        }
        Meeting::Differ => {
            let host = meeting(a, b, Value::Host);
            let same_host = !matches!(host, Meeting::Differ | Meeting::Unknown);
            clues.mark(if same_host { Clue::SiteHostSame } else { Clue::SiteDiffers });
        }
    }
}

fn pivots(a: &Prepared, b: &Prepared, clues: &mut Clues) {
    let organisation = meeting(a, b, Value::Organisation);
    match meeting(a, b, Value::Establishment) {
        Meeting::Own => clues.mark(Clue::PivotSame),
        Meeting::Shared | Meeting::Wide => {
            clues.mark(Clue::PivotSame);
            clues.mark(Clue::PivotSameShared);
        }
        _ => match organisation {
            Meeting::Unknown => {}
            Meeting::Differ => clues.mark(Clue::PivotDiffers),
            _ => clues.mark(Clue::PivotSameOrganisation),
        },
    }
}

fn meeting(a: &Prepared, b: &Prepared, value: Value) -> Meeting {
    let (value_a, value_b) = (a.value(value), b.value(value));
    if value_a == 0 || value_b == 0 {
        return Meeting::Unknown;
    }
    if value_a != value_b {
        return Meeting::Differ;
    }
    match a.spread(value) {
        0 | 1 => Meeting::Own,
        2 | 3 => Meeting::Shared,
        _ => Meeting::Wide,
    }
}

/// Marks that the values are the same, then what takes from that: the more places share a value,
/// the less it says.
fn mark(meeting: Meeting, [same, shared, wide]: [Clue; 3], clues: &mut Clues) {
    if matches!(meeting, Meeting::Own | Meeting::Shared | Meeting::Wide) {
        clues.mark(same);
    }
    if matches!(meeting, Meeting::Shared | Meeting::Wide) {
        clues.mark(shared);
    }
    if meeting == Meeting::Wide {
        clues.mark(wide);
    }
}
