//! The sorts of places, and what each usually offers.

use super::draw::Draw;

/// A sort of place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Library,
    Desk,
    PublicSpace,
    Fablab,
    ThirdPlace,
    SocialCentre,
    YouthEmployment,
    Reuse,
    YouthClub,
    Quarter,
    YouthInformation,
    Bus,
}

/// What a place offers, in the words of the standard.
#[derive(Clone, Debug, Default)]
pub(super) struct Offer {
    pub(super) services: Vec<&'static str>,
    pub(super) publics: Vec<&'static str>,
    pub(super) care: Vec<&'static str>,
    pub(super) costs: Vec<&'static str>,
    pub(super) access: Vec<&'static str>,
    pub(super) support: Vec<&'static str>,
    pub(super) programmes: Vec<&'static str>,
}

pub(super) const PROCEDURES: &str = "Aide aux démarches administratives";
pub(super) const BASICS: &str = "Maîtrise des outils numériques du quotidien";
pub(super) const EMPLOYMENT: &str = "Insertion professionnelle via le numérique";
pub(super) const SAFETY: &str = "Utilisation sécurisée du numérique";
pub(super) const PARENTING: &str = "Parentalité et éducation avec le numérique";
pub(super) const LEISURE: &str = "Loisirs et créations numériques";
pub(super) const CULTURE: &str = "Compréhension du monde numérique";
pub(super) const INTERNET: &str = "Accès internet et matériel informatique";
pub(super) const EQUIPMENT: &str = "Acquisition de matériel informatique à prix solidaire";

/// The sorts a town has, its first places first: a small town has a library and a desk, a city
/// has everything.
pub(super) const ORDER: [Sort; 17] = [
    Sort::Library,
    Sort::Desk,
    Sort::PublicSpace,
    Sort::SocialCentre,
    Sort::YouthEmployment,
    Sort::Fablab,
    Sort::ThirdPlace,
    Sort::Library,
    Sort::Quarter,
    Sort::Reuse,
    Sort::SocialCentre,
    Sort::Desk,
    Sort::YouthClub,
    Sort::YouthInformation,
    Sort::PublicSpace,
    Sort::Library,
    Sort::Quarter,
];

impl Sort {
    /// The code of the national vocabulary of kinds.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Library => "BIB",
            Self::Desk => "RFS",
            Self::PublicSpace => "EPN",
            Self::Fablab => "FABLAB",
            Self::ThirdPlace => "TIERS_LIEUX",
            Self::SocialCentre => "CS",
            Self::YouthEmployment => "ML",
            Self::Reuse => "RESSOURCERIE",
            Self::YouthClub => "MJC",
            Self::Quarter => "MQ",
            Self::YouthInformation => "PIJ_BIJ",
            Self::Bus => "ENM",
        }
    }

    /// Services, each with its chance in a hundred.
    const fn services(self) -> &'static [(&'static str, u32)] {
        match self {
            Self::Library => &[(INTERNET, 98), (BASICS, 70), (CULTURE, 45), (PARENTING, 25)],
            Self::Desk | Self::Bus => &[(PROCEDURES, 100), (INTERNET, 60), (BASICS, 40)],
            Self::PublicSpace => {
                &[(BASICS, 98), (INTERNET, 90), (PROCEDURES, 60), (SAFETY, 55), (CULTURE, 30)]
            }
            Self::Fablab => &[(LEISURE, 100), (CULTURE, 55), (EMPLOYMENT, 20), (EQUIPMENT, 15)],
            Self::ThirdPlace => &[(INTERNET, 85), (EMPLOYMENT, 55), (LEISURE, 45), (CULTURE, 40)],
            Self::SocialCentre => {
                &[(PROCEDURES, 80), (BASICS, 75), (PARENTING, 60), (INTERNET, 55), (SAFETY, 25)]
            }
            Self::YouthEmployment => &[(EMPLOYMENT, 100), (PROCEDURES, 70), (INTERNET, 50)],
            Self::Reuse => &[(EQUIPMENT, 100), (BASICS, 25), (LEISURE, 20)],
            Self::YouthClub => &[(LEISURE, 85), (CULTURE, 45), (PARENTING, 40), (BASICS, 40)],
            Self::Quarter => &[(PROCEDURES, 65), (BASICS, 65), (INTERNET, 60), (PARENTING, 30)],
            Self::YouthInformation => &[(EMPLOYMENT, 75), (PROCEDURES, 65), (SAFETY, 45)],
        }
    }

    const fn publics(self) -> &'static [(&'static str, u32)] {
        const YOUTH: &str = "Jeunes";
        const FAMILIES: &str = "Familles et/ou enfants";
        const SENIORS: &str = "Seniors";
        match self {
            Self::YouthEmployment | Self::YouthInformation => &[(YOUTH, 100), ("Étudiants", 35)],
            Self::Library | Self::YouthClub => &[(YOUTH, 45), (FAMILIES, 55), (SENIORS, 25)],
            Self::SocialCentre | Self::Quarter => &[(FAMILIES, 60), (SENIORS, 45), ("Femmes", 12)],
            Self::PublicSpace => &[(SENIORS, 60), (YOUTH, 15)],
            _ => &[(SENIORS, 15)],
        }
    }

    const fn costs(self) -> &'static [&'static str; 4] {
        match self {
            Self::Fablab => &["Gratuit sous condition", "Payant", "Payant", "Gratuit"],
            Self::ThirdPlace => &["Payant", "Payant", "Gratuit sous condition", "Gratuit"],
            Self::Reuse => &["Payant", "Gratuit sous condition", "Payant", "Payant"],
            Self::SocialCentre | Self::YouthClub => {
                &["Gratuit", "Gratuit sous condition", "Gratuit", "Gratuit sous condition"]
            }
            _ => &["Gratuit"; 4],
        }
    }

    /// What a place of this sort offers.
    pub(super) fn offer(self, number: u32) -> Offer {
        let mut draw = Draw::of("offer", number);
        let mut programmes = draw.some(match self {
            Self::Desk | Self::Bus => &[("France Services", 100), ("Aidants Connect", 45)],
            Self::Library => &[("Conseillers numériques", 25)],
            _ => {
                &[("Conseillers numériques", 35), ("Aidants Connect", 20), ("Certification PIX", 8)]
            }
        });
        programmes.sort_unstable();
        Offer {
            services: draw.some(self.services()),
            publics: draw.some(self.publics()),
            care: draw.some(&[
                ("Handicaps moteurs", 22),
                ("Illettrisme", 14),
                ("Langues étrangères (anglais)", 9),
                ("Surdité", 5),
                ("Déficience visuelle", 4),
            ]),
            costs: vec![draw.pick(self.costs())],
            access: draw.some(&[
                ("Se présenter", 85),
                ("Téléphoner", 65),
                ("Contacter par mail", 40),
                ("Prendre un RDV en ligne", 12),
            ]),
            support: draw.some(&[
                ("En autonomie", 50),
                ("Accompagnement individuel", 75),
                ("Dans un atelier collectif", 50),
                ("À distance", 8),
            ]),
            programmes,
        }
    }
}
