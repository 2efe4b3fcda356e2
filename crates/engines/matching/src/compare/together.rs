//! Clues that mean more, or less, because others are there.

use crate::clue::{Clue, Clues};

pub(super) fn compare(clues: &mut Clues) {
    let any = |of: &[Clue]| of.iter().any(|clue| clues.has(*clue));
    let strong_name = any(&[Clue::NameSameWords]) || strongly_contained(clues);
    let kind_name = any(&[Clue::NameSameKindOnly]);
    let weak_name = any(&[Clue::NameNothingShared, Clue::NameOverlapLow]);
    let commune_name = any(&[Clue::NameOneIsTheCommune, Clue::NameBothAreTheCommune]);
    let contained = any(&[Clue::NameContained, Clue::NameContainedKindOnly]);
    let agreeing_name = strong_name || kind_name || commune_name || contained;
    let same_point = clues.has(Clue::DistanceSamePoint);
    let same_place = any(SAME_PLACE);
    let other_place = any(OTHER_PLACE);
    let same_phone = clues.has(Clue::PhoneSame);
    let somewhere = same_place || other_place || any(ELSEWHERE);
    let marks = [
        (Clue::StrongNameSamePlace, strong_name && same_place),
        (Clue::StrongNameOtherStreet, strong_name && other_place),
        (Clue::StrongNameOtherPhone, strong_name && clues.has(Clue::PhoneDiffers)),
        (Clue::WeakNameSamePlace, weak_name && same_place),
        (Clue::WeakNameSamePhone, weak_name && same_phone),
        (Clue::KindNameSamePlace, kind_name && same_place),
        (Clue::KindNameOtherPlace, kind_name && other_place),
        (Clue::AgreeingNameSamePoint, agreeing_name && same_point),
        (Clue::SamePointKindAgrees, same_point && clues.has(Clue::KindAgrees)),
        (Clue::CommuneNameKindAgrees, commune_name && clues.has(Clue::KindAgrees)),
        (Clue::SameSourceSameName, clues.has(Clue::SameSource) && (strong_name || kind_name)),
        (Clue::OnlyName, !somewhere && !any(CONTACTS)),
    ];
    for (clue, holds) in marks {
        if holds {
            clues.mark(clue);
        }
    }
}

fn strongly_contained(clues: &Clues) -> bool {
    clues.has(Clue::NameContained) && clues.has(Clue::NameOverlapHigh)
}

const SAME_PLACE: &[Clue] = &[
    Clue::AddressSame,
    Clue::AddressRangesTouch,
    Clue::StreetCloseNumberSame,
    Clue::StreetSameNoNumber,
    Clue::DistanceSamePoint,
    Clue::DistanceUnder30,
];

const OTHER_PLACE: &[Clue] = &[
    Clue::StreetSameNumberFar,
    Clue::StreetCloseNumberOther,
    Clue::StreetDiffers,
    Clue::StreetDiffersNumberSame,
];

const ELSEWHERE: &[Clue] = &[
    Clue::StreetSameOneNumber,
    Clue::StreetSameNumberNear,
    Clue::StreetClose,
    Clue::StreetVague,
    Clue::DistanceUnder100,
    Clue::DistanceUnder300,
    Clue::DistanceUnder1000,
    Clue::DistanceUnder5000,
    Clue::DistanceFar,
];

const CONTACTS: &[Clue] = &[
    Clue::PhoneSame,
    Clue::PhoneDiffers,
    Clue::MailSame,
    Clue::MailDomainSame,
    Clue::MailDiffers,
    Clue::MailDiffersPublic,
    Clue::SiteSame,
    Clue::SiteHostSame,
    Clue::SiteDiffers,
    Clue::PivotSame,
    Clue::PivotSameOrganisation,
    Clue::PivotDiffers,
];
