//! The clues: everything that can speak for or against two records being one place.
//!
//! Each clue has a stable key, which the weights file and the screens use, and a value between 0
//! (absent) and about 1. A pair of records is the list of its clues.

/// What a clue can speak for, however the lists it was learnt from may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// For one place: its weight is never negative.
    For,
    /// Against: its weight is never positive.
    Against,
    /// Depends on what the lists are like.
    Either,
}

/// Declares the clues: variant, side, key, and what it says in a sentence for the weights file.
macro_rules! clues {
    ($($clue:ident = $side:ident, $key:literal, $meaning:literal;)*) => {
        /// Something that speaks for or against two records being one place.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(usize)]
        pub enum Clue {
            $(#[doc = $meaning] $clue,)*
        }

        impl Clue {
            /// Every clue, in the order of the weights file.
            pub const ALL: &'static [Self] = &[$(Self::$clue,)*];

            /// The stable name of the clue.
            pub fn key(self) -> &'static str {
                match self { $(Self::$clue => $key,)* }
            }

            /// What the clue can speak for.
            pub fn side(self) -> Side {
                match self { $(Self::$clue => Side::$side,)* }
            }

            /// What the clue says, in a sentence.
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$clue => $meaning,)* }
            }
        }
    };
}

clues! {
    NameIdentical = For, "name-identical",
        "The two names are written alike, capitals and accents aside.";
    NameSameWords = For, "name-same-words",
        "The names have the same own words, at least one of them distinctive.";
    NameSameKindOnly = For, "name-same-kind-only",
        "The names only say the same kind of place, such as library.";
    NameOneIsTheCommune = Either, "name-one-is-the-commune",
        "One name says nothing but the commune.";
    NameBothAreTheCommune = Either, "name-both-are-the-commune",
        "Both names say nothing but the commune.";
    NameContained = For, "name-contained",
        "The distinctive words of one name are all in the other.";
    NameContainedKindOnly = For, "name-contained-kind-only",
        "One name only says a kind of place, and the other name says it too.";
    NameRareWordsAgree = For, "name-rare-words-agree",
        "Rare words found in both names; the rarer, the more.";
    NameOverlap = For, "name-overlap",
        "Share of the names' words, weighted by rarity, found in both.";
    NameOverlapHigh = For, "name-overlap-high",
        "At least four fifths of the names' words agree.";
    NameOverlapLow = Against, "name-overlap-low",
        "Less than a fifth of the names' words agree.";
    NameNothingShared = Against, "name-nothing-shared",
        "Both names have own words and none agrees.";
    NameWordsLeftOnBothSides = Against, "name-words-left-on-both-sides",
        "Each name has rare words the other lacks.";
    NameWordsLeftOnOneSide = Against, "name-words-left-on-one-side",
        "One name has rare words the other lacks.";
    NameLooksAlike = For, "name-looks-alike",
        "Letter by letter, the names are nearly the same.";
    NameLooksSimilar = For, "name-looks-similar",
        "Letter by letter, the names are similar.";
    NameLooksUnlike = Against, "name-looks-unlike",
        "Letter by letter, the names have little in common.";
    NameSlipOfThePen = For, "name-slip-of-the-pen",
        "Words of the names are one slip of the pen apart.";
    NameAcronym = For, "name-acronym",
        "One name holds the initials of the other.";
    NameSiteWordsDiffer = Against, "name-site-words-differ",
        "A word such as antenne, annexe or nord is in one name only.";
    NameSiteWordsAgree = For, "name-site-words-agree",
        "A word such as antenne, annexe or nord is in both names.";
    NameItinerantDiffers = Against, "name-itinerant-differs",
        "Only one of the names says that the place travels.";
    NameNumbersDiffer = Against, "name-numbers-differ",
        "The names hold different numbers.";
    NameCommonHere = Against, "name-common-here",
        "The same name is given to several places of the commune.";
    KindAgrees = For, "kind-agrees",
        "Both are the same kind of place.";
    KindLoneHere = For, "kind-lone-here",
        "Each list has no other place of that kind in the commune.";
    KindDiffers = Against, "kind-differs",
        "They are different kinds of place.";
    KindGuestOnOneSide = Against, "kind-guest-on-one-side",
        "Only one is a service often lodged in another place.";
    AddressSame = For, "address-same",
        "Same house number in the same street.";
    AddressSameCrowded = Against, "address-same-crowded",
        "That address is shared by several places.";
    AddressRangesTouch = For, "address-ranges-touch",
        "House numbers such as 5 and 5-9 in the same street.";
    StreetSameNoNumber = For, "street-same-no-number",
        "Same street, neither gives a house number.";
    StreetSameOneNumber = For, "street-same-one-number",
        "Same street, only one gives a house number.";
    StreetSameNumberNear = Either, "street-same-number-near",
        "Same street, neighbouring house numbers.";
    StreetSameNumberFar = Against, "street-same-number-far",
        "Same street, other house number.";
    StreetCloseNumberSame = For, "street-close-number-same",
        "Streets written nearly alike, same house number.";
    StreetClose = Either, "street-close",
        "Streets written nearly alike, house number missing.";
    StreetCloseNumberOther = Against, "street-close-number-other",
        "Streets written nearly alike, other house number.";
    StreetDiffers = Against, "street-differs",
        "Other street.";
    StreetDiffersNumberSame = Against, "street-differs-number-same",
        "Other street, same house number.";
    StreetVague = Either, "street-vague",
        "Other street, but one of the two only says the village or the town hall.";
    StreetShare = For, "street-share",
        "Share of the streets' words, weighted by rarity, found in both.";
    DistanceSamePoint = For, "distance-same-point",
        "The same coordinates.";
    DistanceSamePointCrowded = Against, "distance-same-point-crowded",
        "Those coordinates are shared by several places.";
    DistanceUnder30 = For, "distance-under-30-m",
        "Less than 30 metres apart.";
    DistanceUnder100 = For, "distance-under-100-m",
        "30 to 100 metres apart.";
    DistanceUnder300 = Either, "distance-under-300-m",
        "100 to 300 metres apart.";
    DistanceUnder1000 = Against, "distance-under-1000-m",
        "300 metres to 1 km apart.";
    DistanceUnder5000 = Against, "distance-under-5-km",
        "1 to 5 km apart.";
    DistanceFar = Against, "distance-far",
        "More than 5 km apart.";
    CommuneDiffers = Against, "commune-differs",
        "Other commune.";
    CommuneInOtherName = For, "commune-in-other-name",
        "Other commune, which the other record names in its own name.";
    PostcodeDiffers = Against, "postcode-differs",
        "Same commune, other postcode.";
    PostcodeSameCommuneDiffers = For, "postcode-same-commune-differs",
        "Other commune, same postcode.";
    PhoneSame = For, "phone-same",
        "Same telephone number.";
    PhoneSameShared = Against, "phone-same-shared",
        "That telephone number is shared by two places or more.";
    PhoneSameWide = Against, "phone-same-wide",
        "That telephone number is shared by four places or more.";
    PhoneDiffers = Against, "phone-differs",
        "Other telephone number.";
    MailSame = For, "mail-same",
        "Same e-mail address.";
    MailSameShared = Against, "mail-same-shared",
        "That e-mail address is shared by two places or more.";
    MailSameWide = Against, "mail-same-wide",
        "That e-mail address is shared by four places or more.";
    MailDomainSame = For, "mail-domain-same",
        "Other e-mail address at the same domain.";
    MailDomainSameWide = Against, "mail-domain-same-wide",
        "That domain is shared by four places or more.";
    MailDiffers = Against, "mail-differs",
        "E-mail addresses at different domains.";
    MailDiffersPublic = Against, "mail-differs-public",
        "Other e-mail address, one at least at a domain open to everybody.";
    SiteSame = For, "site-same",
        "Same site.";
    SiteSameShared = Against, "site-same-shared",
        "That site is shared by several places.";
    SiteHostSame = For, "site-host-same",
        "Other page of the same site.";
    SiteDiffers = Against, "site-differs",
        "Other site.";
    PivotSame = For, "pivot-same",
        "Same registration number.";
    PivotSameShared = Against, "pivot-same-shared",
        "That registration number is shared by several places.";
    PivotSameOrganisation = For, "pivot-same-organisation",
        "Other establishments of one organisation.";
    PivotDiffers = Against, "pivot-differs",
        "Registered as different organisations.";
    ContactsAllDiffer = Against, "contacts-all-differ",
        "Telephone and e-mail both differ.";
    SameSource = Against, "same-source",
        "Both come from the same list, which seldom repeats itself.";
    SameSourceSameName = For, "same-source-same-name",
        "Both come from the same list, which gives them the same name.";
    StrongNameSamePlace = For, "strong-name-same-place",
        "Same distinctive words and same address or spot.";
    StrongNameOtherStreet = Against, "strong-name-other-street",
        "Same distinctive words, other street or house number.";
    StrongNameOtherPhone = Against, "strong-name-other-phone",
        "Same distinctive words, other telephone number.";
    WeakNameSamePlace = Against, "weak-name-same-place",
        "Names that do not agree, same address or spot.";
    WeakNameSamePhone = Against, "weak-name-same-phone",
        "Names that do not agree, same telephone number.";
    KindNameSamePlace = For, "kind-name-same-place",
        "Names that only say the same kind, same address or spot.";
    KindNameOtherPlace = Against, "kind-name-other-place",
        "Names that only say the same kind, other street or house number.";
    AgreeingNameSamePoint = For, "agreeing-name-same-point",
        "Names that do not contradict each other at the same coordinates.";
    SamePointKindAgrees = For, "same-point-kind-agrees",
        "The same kind of place at the same coordinates.";
    CommuneNameKindAgrees = For, "commune-name-kind-agrees",
        "One name only says the commune, and both are the same kind of place.";
    OnlyName = Either, "only-name",
        "Nothing but the names and the commune can be compared.";
}

impl Clue {
    /// The weight of a clue about which the examples say the contrary of what its [`Side`] is:
    /// none, but that a value shared by several places says less is true whatever the examples.
    pub fn least(self) -> f64 {
        match self {
            Self::PhoneSameShared
            | Self::PhoneSameWide
            | Self::MailSameShared
            | Self::MailSameWide
            | Self::SiteSameShared
            | Self::PivotSameShared => -0.3,
            _ => 0.0,
        }
    }
}

/// How many clues there are.
pub const CLUES: usize = Clue::ALL.len();

/// The clues of one pair of records.
#[derive(Debug, Clone, PartialEq)]
pub struct Clues {
    values: [f32; CLUES],
}

impl Default for Clues {
    fn default() -> Self {
        Self { values: [0.0; CLUES] }
    }
}

impl Clues {
    /// The value of a clue; 0 when it is absent.
    pub fn get(&self, clue: Clue) -> f32 {
        self.values[clue as usize]
    }

    /// Every value, in the order of [`Clue::ALL`].
    pub fn values(&self) -> &[f32; CLUES] {
        &self.values
    }

    pub(crate) fn set(&mut self, clue: Clue, value: f32) {
        self.values[clue as usize] = value;
    }

    pub(crate) fn mark(&mut self, clue: Clue) {
        self.set(clue, 1.0);
    }

    pub(crate) fn has(&self, clue: Clue) -> bool {
        self.get(clue) > 0.0
    }
}
