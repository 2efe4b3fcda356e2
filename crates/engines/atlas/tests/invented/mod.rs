//! Invented places, for tests and the benchmark: the same seed gives the same places.

use atlas::{Doc, Facet, WeekMask, fold};
use base::{Id, PlaceId, Point, Ulid};

/// Words of the national standard's nine services.
const SERVICES: [&str; 9] = [
    "Aide aux démarches administratives",
    "Maîtrise des outils numériques du quotidien",
    "Insertion professionnelle via le numérique",
    "Utilisation sécurisée du numérique",
    "Parentalité et éducation avec le numérique",
    "Loisirs et créations numériques",
    "Compréhension du monde numérique",
    "Accès internet et matériel informatique",
    "Acquisition de matériel informatique à prix solidaire",
];

const KINDS: [&str; 12] = [
    "Médiathèque",
    "Mairie",
    "France Services",
    "Centre social",
    "Espace public numérique",
    "Mission locale",
    "Maison de quartier",
    "Bibliothèque",
    "CCAS",
    "Tiers-lieu",
    "Fablab",
    "Association",
];
const STARTS: [&str; 20] = [
    "Plou", "Ker", "Lan", "Tre", "Saint-", "Mont", "Cha", "Bre", "Vil", "Four", "Bel", "Gran",
    "Mar", "Cour", "Roc", "Val", "Ar", "Lou", "Cas", "Pon",
];
const MIDDLES: [&str; 16] = [
    "gue", "vi", "do", "ra", "sse", "lan", "ti", "mo", "ber", "ga", "ni", "che", "rou", "pel",
    "fa", "li",
];
const ENDS: [&str; 20] = [
    "neuf", "ville", "court", "ac", "gnan", "mont", "y", "court", "val", "bourg", "noy", "ière",
    "eau", "ec", "uit", "an", "sart", "heim", "ien", "èze",
];
const STREETS: [&str; 10] = [
    "rue des Écoles",
    "place de la République",
    "avenue Jean-Jaurès",
    "rue du Lavoir",
    "chemin des Vignes",
    "boulevard Victor-Hugo",
    "impasse du Moulin",
    "allée des Tilleuls",
    "quai de l'Horloge",
    "route de la Plage",
];

/// Numbers without pattern, from a seed.
pub(crate) struct Dice(u64);

impl Dice {
    /// Dice that fall the same way for the same seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `below`.
    pub(crate) fn roll(&mut self, below: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        u32::try_from(self.0 >> 32).unwrap_or(0) % below.max(1)
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        let count = u32::try_from(words.len()).unwrap_or(1);
        words[self.roll(count) as usize]
    }

    fn value(&mut self, below: u32) -> u16 {
        u16::try_from(self.roll(below)).unwrap_or(0)
    }
}

/// The id of the place of that number.
pub(crate) fn id(number: u64) -> PlaceId {
    PlaceId::from_ulid(Ulid::from_parts(number, 7))
}

/// The name of the commune of that number.
pub(crate) fn commune(number: u32) -> String {
    let number = number as usize;
    let (start, rest) = (number % STARTS.len(), number / STARTS.len());
    let (middle, rest) = (rest % MIDDLES.len(), rest / MIDDLES.len());
    format!("{}{}{}", STARTS[start], MIDDLES[middle], ENDS[rest % ENDS.len()])
}

/// A place of that number, out of `communes` communes.
pub(crate) fn place(number: u64, communes: u32) -> Doc {
    let mut dice = Dice::new(number + 1);
    let town = dice.roll(communes);
    let (commune, mut town_dice) = (commune(town), Dice::new(u64::from(town) + 77));
    let department = format!("{:02}", 1 + town_dice.roll(95));
    let (lat, lon) = (town_dice.roll(8_000), town_dice.roll(12_000));
    let kind = dice.pick(&KINDS);
    let name = match dice.roll(3) {
        0 => format!("{kind} de {commune}"),
        1 => format!("{kind} {} {}", dice.pick(&STARTS), dice.pick(&ENDS)),
        _ => format!("{kind} {}{}{}", dice.pick(&MIDDLES), dice.pick(&MIDDLES), dice.pick(&ENDS)),
    };
    let services: Vec<u16> = (0..9).filter(|_| dice.roll(3) == 0).collect();
    let words: Vec<&str> = services.iter().map(|&service| SERVICES[usize::from(service)]).collect();
    let mut facets: Vec<Facet> =
        services.iter().map(|&service| Facet { family: 1, value: service }).collect();
    facets.extend((2..6).map(|family| Facet { family, value: dice.value(6) }));
    let mut week = WeekMask::closed();
    for day in 0..6 {
        if dice.roll(4) == 0 {
            continue;
        }
        week.open(day, 9 * 60, 12 * 60);
        week.open(day, 14 * 60, 17 * 60 + 30 * dice.value(4));
    }
    let spread = |dice: &mut Dice| f64::from(dice.roll(500)) / 10_000.0;
    let point = (dice.roll(20) > 0).then(|| Point {
        lat: 43.0 + f64::from(lat) / 1_000.0 + spread(&mut dice),
        lon: -4.0 + f64::from(lon) / 1_000.0 + spread(&mut dice),
    });
    Doc {
        id: id(number),
        fold: fold(&name),
        name,
        commune_code: format!("{department}{:03}", town % 1_000),
        postcode: format!("{department}{:03}", town % 100 * 10),
        commune,
        department,
        address: format!("{} {}", 1 + dice.roll(90), dice.pick(&STREETS)),
        text: format!("{} {kind}\nAccueil sur rendez-vous", words.join(" ")),
        facets,
        point,
        week: (dice.roll(5) > 0).then_some(week),
    }
}
