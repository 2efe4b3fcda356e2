//! Invented places, as cards.

use super::HOSTILE_NAME;
use crate::views::{Age, Card, Fact, NextOpening, Opening, kind_icon};
use jiff::civil::{Weekday, time};
use web::Words;

/// What is told of an invented place, before it is put in words.
struct Invented {
    name: &'static str,
    kind: (&'static str, &'static str),
    street: &'static str,
    metres: f64,
    services: &'static [&'static str],
    checked_days: u64,
}

const INVENTED: [Invented; 5] = [
    Invented {
        name: "Bibliothèque municipale des Tilleuls",
        kind: ("BIB", "Médiathèque"),
        street: "95 allée des Tilleuls, 35000 Rennes",
        metres: 1_240.0,
        services: &["Démarches en ligne", "Débuter", "Emploi"],
        checked_days: 64,
    },
    Invented {
        name: "Le Tiers-lieu des Halles",
        kind: ("TIERS_LIEUX", "Tiers-lieu"),
        street: "14 rue de la République, 35190 Vezin-le-Coquet",
        metres: 4_810.0,
        services: &["Démarches en ligne", "Ordinateurs et Internet", "Créer"],
        checked_days: 220,
    },
    Invented {
        name: "France services de Chartres-de-Bretagne",
        kind: ("RFS", "France services"),
        street: "80 rue de la République, 35131 Chartres-de-Bretagne",
        metres: 7_420.0,
        services: &["Démarches en ligne", "Débuter", "Parentalité"],
        checked_days: 3,
    },
    Invented {
        name: "Les Connectés solidaires",
        kind: ("ASSO", "Association"),
        street: "15 quai de la Fontaine, 35510 Cesson-Sévigné",
        metres: 8_030.0,
        services: &["Débuter", "Emploi"],
        checked_days: 610,
    },
    Invented {
        name: "Mission locale du Grand Ouest",
        kind: ("ML", "Mission locale"),
        street: "3 rue des Écoles, 35310 Mordelles",
        metres: 14_600.0,
        services: &["Emploi"],
        checked_days: 0,
    },
];

/// Five places around Rennes, each with its own state.
pub(super) fn around_rennes(words: &Words) -> Vec<Card> {
    INVENTED.iter().enumerate().map(|(index, place)| card(words, index, place)).collect()
}

/// A place whose every text tries to break out of the markup.
pub(super) fn hostile(words: &Words) -> Card {
    let mut card = card(words, 4, &INVENTED[4]);
    card.id = "lieu_01J9Z7K3M5N7P9R1T3V5X7Z9ZZ".into();
    card.name = HOSTILE_NAME.into();
    card.address = HOSTILE_NAME.into();
    card.services = vec![HOSTILE_NAME.into()];
    card.kind = HOSTILE_NAME.into();
    card
}

fn card(words: &Words, index: usize, place: &Invented) -> Card {
    let fact = |icon, key| Fact { icon, label: words.t(key) };
    let (opening, facts) = match index {
        0 => (
            Some(Opening::open(words, Some(time(17, 30, 0, 0)))),
            vec![fact("", "fact-free"), fact("wheelchair", "fact-wheelchair")],
        ),
        1 => {
            let next = NextOpening::Tomorrow(time(9, 0, 0, 0));
            (Some(Opening::closed(words, Some(next))), vec![fact("", "fact-free")])
        }
        2 => (
            Some(Opening::open(words, Some(time(18, 0, 0, 0)))),
            vec![fact("wheelchair", "fact-wheelchair"), fact("", "fact-walk-in")],
        ),
        3 => {
            let next = NextOpening::On(Weekday::Thursday, time(14, 0, 0, 0));
            (Some(Opening::closed(words, Some(next))), vec![fact("truck", "fact-itinerant")])
        }
        _ => (Some(Opening::by_appointment(words)), vec![fact("", "fact-free-if")]),
    };
    let (code, kind) = place.kind;
    Card {
        id: format!("lieu_01J9Z7K3M5N7P9R1T3V5X7Z90{index}"),
        href: format!("/lieux/exemple-{index}"),
        name: place.name.into(),
        kind: kind.into(),
        kind_icon: kind_icon(code),
        opening,
        address: place.street.into(),
        distance: Some(words.locale().distance(place.metres)),
        services: place.services.iter().map(|service| (*service).to_owned()).collect(),
        services_more: u64::from(index == 1),
        facts,
        checked: Age::new(words, place.checked_days),
        point: Some("-1.68,48.11".into()),
    }
}
