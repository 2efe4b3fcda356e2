//! What holds whatever people say.

use super::abuse::put_apart;
use super::codes;
use super::{PRIOR_RATINGS, Spread, Tally, turn_end};
use crate::ratings::model::{Criterion, Marks, Proof, Rating, RatingState, WordsState};
use base::{Id, PlaceId, RatingId, SheetId, Timestamp, Ulid};
use proptest::prelude::*;
use web::Keys;

fn rating(proof: Proof, network: &str) -> Rating {
    Rating {
        id: RatingId::from_ulid(Ulid(1)),
        place: PlaceId::from_ulid(Ulid(1)),
        rater: String::new(),
        person: None,
        mail: None,
        locale: "fr".into(),
        proof,
        marks: Marks::new([5; 4]).unwrap(),
        comment: String::new(),
        state: RatingState::Counted,
        comment_state: WordsState::None,
        article: None,
        comment_article: None,
        network: network.into(),
        made_at: Timestamp::UNIX_EPOCH,
        counted_at: None,
    }
}

proptest! {
    #[test]
    fn the_bayesian_mean_lies_between_the_place_and_the_network(
        own in (1_u64..500).prop_flat_map(|n| (Just(n), n * 4..=n * 20)),
        all in (1_u64..50_000).prop_flat_map(|n| (Just(n), n * 4..=n * 20)),
    ) {
        let own = Tally { ratings: own.0, points: own.1 };
        let all = Tally { ratings: all.0, points: all.1 };
        let (mean, prior) = (own.mean().unwrap(), all.mean().unwrap());
        let bayesian = own.bayesian_mean(all);
        prop_assert!((1.0..=5.0).contains(&bayesian));
        prop_assert!(bayesian >= mean.min(prior) - 1e-9 && bayesian <= mean.max(prior) + 1e-9);
        let many = Tally { ratings: own.ratings * 1_000, points: own.points * 1_000 };
        prop_assert!((many.bayesian_mean(all) - mean).abs() <= (bayesian - mean).abs() + 1e-9);
    }

    #[test]
    fn a_better_rating_never_lowers_a_place(
        marks in proptest::array::uniform4(1_u8..=4),
        n in 0_u64..50,
    ) {
        let low = Marks::new(marks).unwrap().points();
        let high = Marks::new(marks.map(|it| it + 1)).unwrap().points();
        let with = |points: u32| Tally { ratings: n + 1, points: n * 12 + u64::from(points) };
        let mean = |points| with(points).bayesian_mean(Tally::default());
        prop_assert!(mean(high) > mean(low));
    }

    #[test]
    fn a_spread_counts_every_rating_once(
        all in proptest::collection::vec(proptest::array::uniform4(1_u8..=5), 0..60),
    ) {
        let mut spread = Spread::default();
        let mut points = 0;
        for marks in &all {
            let marks = Marks::new(*marks).unwrap();
            points += u64::from(marks.points());
            for criterion in Criterion::ALL {
                spread.add(criterion, marks.of(criterion), 1);
            }
        }
        let mut sum = 0.0;
        for criterion in Criterion::ALL {
            prop_assert_eq!(spread.of(criterion).iter().sum::<u64>(), all.len() as u64);
            sum += spread.mean(criterion).unwrap_or_default();
        }
        let tally = Tally { ratings: all.len() as u64, points };
        prop_assert!((tally.mean().unwrap_or_default() - sum / 4.0).abs() < 1e-9);
    }

    #[test]
    fn putting_apart_deletes_nothing_and_spares_the_desk(n in 0_usize..40, usual in 0_u64..900) {
        let of_the_day: Vec<Rating> = (0..n).map(|_| rating(Proof::Code, "192.0.2.0/24")).collect();
        let apart = put_apart(&of_the_day, usual);
        prop_assert!(apart.is_empty() || apart.len() == n, "a burst is looked at as a whole");
        if n < 5 {
            prop_assert!(apart.is_empty(), "four people of one workshop are no burst");
        }
    }

    #[test]
    fn a_code_reads_back_however_it_is_typed(sheet in any::<u128>(), n in 1_u32..48) {
        let keys = Keys::new([3; 32]);
        let sheet = SheetId::from_ulid(Ulid(sheet));
        for code in codes::codes(&keys, sheet, n) {
            let plain = code.replace('-', "");
            prop_assert_eq!(codes::read(&code), Some(plain.clone()));
            let spaced: String = plain.to_lowercase().chars().flat_map(|it| [it, ' ']).collect();
            prop_assert_eq!(codes::read(&spaced), Some(plain));
        }
    }

    #[test]
    fn whatever_is_typed_as_a_code_is_read_or_refused(text in ".{0,40}") {
        let read = codes::read(&text);
        prop_assert!(read.is_none_or(|it| it.len() == 8));
    }
}

#[test]
fn marks_are_on_the_scale() {
    assert!(Marks::new([1, 5, 3, 2]).is_some());
    assert!(Marks::new([0, 5, 3, 2]).is_none());
    assert!(Marks::new([1, 6, 3, 2]).is_none());
}

#[test]
fn five_ratings_are_shown_and_four_are_not() {
    assert!(!Tally { ratings: 4, points: 80 }.is_shown());
    assert!(Tally { ratings: 5, points: 80 }.is_shown());
    assert_eq!(Tally { ratings: 2, points: 0 }.missing(), 3);
    assert!((Tally::default().bayesian_mean(Tally::default()) - 3.0).abs() < 1e-9);
    assert!((PRIOR_RATINGS - 10.0).abs() < f64::EPSILON);
}

#[test]
fn one_rates_again_after_six_civil_months() {
    let now: Timestamp = "2026-11-24T09:00:00Z".parse().unwrap();
    assert_eq!(turn_end(now).to_string(), "2027-05-24T08:00:00Z");
}

#[test]
fn four_strangers_of_one_network_in_a_day_are_put_apart() {
    let mut of_the_day = vec![rating(Proof::Mail, "192.0.2.0/24"); 4];
    of_the_day.push(rating(Proof::Mail, "198.51.100.0/24"));
    assert_eq!(put_apart(&of_the_day, 900).len(), 4);
    let unknown = vec![rating(Proof::Mail, ""); 5];
    assert!(put_apart(&unknown, 900).is_empty());
}

#[test]
fn codes_of_a_sheet_differ_and_are_the_same_when_printed_again() {
    let keys = Keys::new([3; 32]);
    let sheet = SheetId::from_ulid(Ulid(9));
    let codes_of_it = codes::codes(&keys, sheet, 48);
    let unique: std::collections::BTreeSet<_> = codes_of_it.iter().collect();
    assert_eq!(unique.len(), 48);
    assert_eq!(codes::codes(&keys, sheet, 48), codes_of_it);
    assert_ne!(codes::codes(&Keys::new([4; 32]), sheet, 48), codes_of_it);
}
