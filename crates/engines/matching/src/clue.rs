//! The clues: everything that can speak for or against two records being one place.
//!
//! Each clue has a stable key, which the weights file and the screens use, and a value between 0
//! (absent) and about 1. A pair of records is the list of its clues.

/// Declares the clues: variant, key, and what it says in a sentence for the weights file.
macro_rules! clues {
    ($($clue:ident = $key:literal, $meaning:literal;)*) => {
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

            /// What the clue says, in a sentence.
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$clue => $meaning,)* }
            }
        }
    };
}

clues! {
    NameIdentical = "name-identical",
        "The two names are written alike, capitals and accents aside.";
    NameSameWords = "name-same-words",
        "The names have the same own words, at least one of them distinctive.";
    NameSameKindOnly = "name-same-kind-only",
        "The names only say the same kind of place, such as library.";
    NameOneIsTheCommune = "name-one-is-the-commune",
        "One name says nothing but the commune.";
    NameBothAreTheCommune = "name-both-are-the-commune",
        "Both names say nothing but the commune.";
    NameContained = "name-contained",
        "The distinctive words of one name are all in the other.";
    NameContainedKindOnly = "name-contained-kind-only",
        "One name only says a kind of place, and the other name says it too.";
    NameRareWordsAgree = "name-rare-words-agree",
        "Rare words found in both names; the rarer, the more.";
    NameOverlap = "name-overlap",
        "Share of the names' words, weighted by rarity, found in both.";
    NameOverlapHigh = "name-overlap-high",
        "At least four fifths of the names' words agree.";
    NameOverlapLow = "name-overlap-low",
        "Less than a fifth of the names' words agree.";
    NameNothingShared = "name-nothing-shared",
        "Both names have own words and none agrees.";
    NameWordsLeftOnBothSides = "name-words-left-on-both-sides",
        "Each name has rare words the other lacks.";
    NameWordsLeftOnOneSide = "name-words-left-on-one-side",
        "One name has rare words the other lacks.";
    NameLooksAlike = "name-looks-alike",
        "Letter by letter, the names are nearly the same.";
    NameLooksSimilar = "name-looks-similar",
        "Letter by letter, the names are similar.";
    NameLooksUnlike = "name-looks-unlike",
        "Letter by letter, the names have little in common.";
    NameSlipOfThePen = "name-slip-of-the-pen",
        "Words of the names are one slip of the pen apart.";
    NameAcronym = "name-acronym",
        "One name holds the initials of the other.";
    NameSiteWordsDiffer = "name-site-words-differ",
        "A word such as antenne, annexe or nord is in one name only.";
    NameSiteWordsAgree = "name-site-words-agree",
        "A word such as antenne, annexe or nord is in both names.";
    NameItinerantDiffers = "name-itinerant-differs",
        "Only one of the names says that the place travels.";
    NameNumbersDiffer = "name-numbers-differ",
        "The names hold different numbers.";
    NameCommonHere = "name-common-here",
        "The same name is given to several places of the commune.";
    KindAgrees = "kind-agrees",
        "Both are the same kind of place.";
    KindLoneHere = "kind-lone-here",
        "Each list has no other place of that kind in the commune.";
    KindDiffers = "kind-differs",
        "They are different kinds of place.";
    KindGuestOnOneSide = "kind-guest-on-one-side",
        "Only one is a service often lodged in another place.";
    AddressSame = "address-same",
        "Same house number in the same street.";
    AddressSameCrowded = "address-same-crowded",
        "Same house number and street, where several places are.";
    AddressRangesTouch = "address-ranges-touch",
        "House numbers such as 5 and 5-9 in the same street.";
    StreetSameNoNumber = "street-same-no-number",
        "Same street, neither gives a house number.";
    StreetSameOneNumber = "street-same-one-number",
        "Same street, only one gives a house number.";
    StreetSameNumberNear = "street-same-number-near",
        "Same street, neighbouring house numbers.";
    StreetSameNumberFar = "street-same-number-far",
        "Same street, other house number.";
    StreetCloseNumberSame = "street-close-number-same",
        "Streets written nearly alike, same house number.";
    StreetClose = "street-close",
        "Streets written nearly alike, house number missing.";
    StreetCloseNumberOther = "street-close-number-other",
        "Streets written nearly alike, other house number.";
    StreetDiffers = "street-differs",
        "Other street.";
    StreetDiffersNumberSame = "street-differs-number-same",
        "Other street, same house number.";
    StreetVague = "street-vague",
        "Other street, but one of the two only says the village or the town hall.";
    StreetShare = "street-share",
        "Share of the streets' words, weighted by rarity, found in both.";
    DistanceSamePoint = "distance-same-point",
        "The same coordinates.";
    DistanceSamePointCrowded = "distance-same-point-crowded",
        "The same coordinates, where several places are.";
    DistanceUnder30 = "distance-under-30-m",
        "Less than 30 metres apart.";
    DistanceUnder100 = "distance-under-100-m",
        "30 to 100 metres apart.";
    DistanceUnder300 = "distance-under-300-m",
        "100 to 300 metres apart.";
    DistanceUnder1000 = "distance-under-1000-m",
        "300 metres to 1 km apart.";
    DistanceUnder5000 = "distance-under-5-km",
        "1 to 5 km apart.";
    DistanceFar = "distance-far",
        "More than 5 km apart.";
    CommuneDiffers = "commune-differs",
        "Other commune.";
    PostcodeDiffers = "postcode-differs",
        "Same commune, other postcode.";
    PostcodeSameCommuneDiffers = "postcode-same-commune-differs",
        "Other commune, same postcode.";
    PhoneSame = "phone-same",
        "Same telephone number, which no other place has.";
    PhoneSameShared = "phone-same-shared",
        "Same telephone number, which two or three places share.";
    PhoneSameWide = "phone-same-wide",
        "Same telephone number, which four places or more share.";
    PhoneDiffers = "phone-differs",
        "Other telephone number.";
    MailSame = "mail-same",
        "Same e-mail address, which no other place has.";
    MailSameShared = "mail-same-shared",
        "Same e-mail address, which two or three places share.";
    MailSameWide = "mail-same-wide",
        "Same e-mail address, which four places or more share.";
    MailDomainSame = "mail-domain-same",
        "Other e-mail address at the same domain.";
    MailDomainSameWide = "mail-domain-same-wide",
        "Other e-mail address at the same domain, which four places or more share.";
    MailDiffers = "mail-differs",
        "E-mail addresses at different domains.";
    MailDiffersPublic = "mail-differs-public",
        "Other e-mail address, one at least at a domain open to everybody.";
    SiteSame = "site-same",
        "Same site, which no other place has.";
    SiteSameShared = "site-same-shared",
        "Same site, which several places share.";
    SiteHostSame = "site-host-same",
        "Other page of the same site.";
    SiteDiffers = "site-differs",
        "Other site.";
    PivotSame = "pivot-same",
        "Same registration number, which no other place has.";
    PivotSameShared = "pivot-same-shared",
        "Same registration number, which several places share.";
    PivotSameOrganisation = "pivot-same-organisation",
        "Other establishments of one organisation.";
    PivotDiffers = "pivot-differs",
        "Registered as different organisations.";
    ContactsAllDiffer = "contacts-all-differ",
        "Telephone and e-mail both differ.";
    SameSource = "same-source",
        "Both come from the same list, which seldom repeats itself.";
    SameSourceSameName = "same-source-same-name",
        "Both come from the same list, which gives them the same name.";
    StrongNameSamePlace = "strong-name-same-place",
        "Same distinctive words and same address or spot.";
    StrongNameOtherStreet = "strong-name-other-street",
        "Same distinctive words, other street or house number.";
    StrongNameOtherPhone = "strong-name-other-phone",
        "Same distinctive words, other telephone number.";
    WeakNameSamePlace = "weak-name-same-place",
        "Names that do not agree, same address or spot.";
    WeakNameSamePhone = "weak-name-same-phone",
        "Names that do not agree, same telephone number.";
    KindNameSamePlace = "kind-name-same-place",
        "Names that only say the same kind, same address or spot.";
    KindNameOtherPlace = "kind-name-other-place",
        "Names that only say the same kind, other street or house number.";
    AgreeingNameSamePoint = "agreeing-name-same-point",
        "Names that do not contradict each other at the same coordinates.";
    CommuneNameKindAgrees = "commune-name-kind-agrees",
        "One name only says the commune, and both are the same kind of place.";
    OnlyName = "only-name",
        "Nothing but the names and the commune can be compared.";
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
