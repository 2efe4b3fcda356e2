//! What holds whatever people do.

use super::hiding::{self, Voice};
use super::impartial::{may_decide, may_judge_appeal};
use super::signals::{Arrival, Signal, at_least, is_burst, signals};
use super::status::{can_be_appealed, can_be_undone};
use super::weight::{Record, WEIGHT_MAX, WEIGHT_MIN, weight};
use super::{deadlines, figures, newcomer};
use crate::model::{Article, CaseState, CaseStatus, Decision, Reason, Ruling, Visibility};
use base::time::SignedDuration;
use base::{Actor, CaseId, DecisionId, Id, PersonId, PlaceId, Timestamp, Ulid};
use people::model::Level;
use proptest::prelude::*;

fn at(hours: i64) -> Timestamp {
    let start: Timestamp = "2026-11-24T09:00:00Z".parse().unwrap();
    start + SignedDuration::from_hours(hours)
}

fn levels() -> impl Strategy<Value = Option<Level>> {
    prop_oneof![Just(None), (1_i64..=4).prop_map(|rank| Some(Level::ranked(rank)))]
}

fn reasons() -> impl Strategy<Value = Reason> {
    (0..Reason::ALL.len()).prop_map(|n| Reason::ALL[n])
}

fn place(n: u128) -> PlaceId {
    PlaceId::from_ulid(Ulid(n))
}

fn person(n: u128) -> PersonId {
    PersonId::from_ulid(Ulid(n))
}

fn voices() -> impl Strategy<Value = Vec<Voice>> {
    let network = prop_oneof![Just(String::new()), "[ab]"];
    let voice = (reasons(), 100_u32..2_000, levels(), 0_u32..30, network, 0_u128..3);
    let voice = voice.prop_map(|(reason, weight, level, account_days, network, at)| Voice {
        reason,
        weight,
        level,
        account_days,
        network,
        places: vec![place(at)],
    });
    proptest::collection::vec(voice, 0..12)
}

proptest! {
    #[test]
    fn a_weight_is_bounded_and_grows_with_being_right(
        level in levels(), right in any::<u32>(), wrong in any::<u32>(), more in 0_u32..50,
    ) {
        let record = Record { right, wrong };
        let own = weight(level, record);
        prop_assert!((WEIGHT_MIN..=WEIGHT_MAX).contains(&own));
        let better = Record { right: right.saturating_add(more), wrong };
        prop_assert!(weight(level, better) >= own);
        let worse = Record { right, wrong: wrong.saturating_add(more) };
        prop_assert!(weight(level, worse) <= own);
        prop_assert!(weight(None, record) <= weight(Some(Level::Mail), record));
    }

    #[test]
    fn a_single_network_never_hides(mut voices in voices()) {
        for voice in &mut voices {
            voice.network = "192.0.2.0/24".into();
        }
        prop_assert!(!hiding::hides(&voices));
    }

    #[test]
    fn an_unknown_network_never_hides(mut voices in voices()) {
        for voice in &mut voices {
            voice.network.clear();
        }
        prop_assert!(!hiding::hides(&voices));
    }

    #[test]
    fn a_single_place_never_hides(mut voices in voices()) {
        for voice in &mut voices {
            voice.places = vec![place(7)];
        }
        prop_assert!(!hiding::hides(&voices));
    }

    #[test]
    fn it_takes_three_people_known_for_a_week(voices in voices()) {
        let known = voices.iter().filter(|it| {
            it.reason.may_hide() && it.account_days >= 7
                && it.level.is_some_and(|level| level >= Level::Reached)
        });
        if known.count() < 3 {
            prop_assert!(!hiding::hides(&voices));
        }
    }

    #[test]
    fn pressing_again_without_an_account_adds_nothing(mut voices in voices(), times in 1_usize..9) {
        let nameless = Voice {
            reason: Reason::Hatred, weight: 300, level: None, account_days: 0,
            network: "c".into(), places: Vec::new(),
        };
        voices.push(nameless.clone());
        let once = hiding::score(&voices);
        voices.extend(std::iter::repeat_n(nameless, times));
        prop_assert_eq!(hiding::score(&voices), once);
    }

    #[test]
    fn who_decided_never_judges_the_appeal(
        own in 0_u128..5,
        parties in proptest::collection::vec(0_u128..5, 0..4),
    ) {
        let parties: Vec<PersonId> = parties.into_iter().map(person).collect();
        let actor = Actor::Person(person(own));
        prop_assert!(!may_judge_appeal(actor, &actor.name(), &parties));
        prop_assert!(!may_judge_appeal(Actor::Operator, "operator", &parties));
        prop_assert_eq!(may_decide(actor, &parties), !parties.contains(&person(own)));
        prop_assert!(!may_decide(Actor::Clockwork, &parties));
    }

    #[test]
    fn undoing_gives_back_exactly_what_was_there(
        ruling in 0_usize..8,
        hours in 0_i64..24,
        was in 0_usize..4,
    ) {
        let before = [
            CaseStatus::open(Visibility::Shown),
            CaseStatus::open(Visibility::Hidden),
            CaseStatus::open(Visibility::Binned),
            CaseStatus::open(Visibility::Shown).hidden_by_reports(at(0)),
        ][was];
        let ruling = figures::rulings()[ruling];
        let after = before.decided(ruling);
        prop_assert_eq!(after.state, CaseState::Decided);
        prop_assert_eq!(after.visibility, ruling.visibility());
        let decision = decision(ruling, before);
        prop_assert!(can_be_undone(&decision, at(hours), false));
        prop_assert!(!can_be_undone(&decision, at(24 + hours), false));
        prop_assert!(!can_be_undone(&decision, at(hours), true));
        prop_assert_eq!(decision.before, before);
    }

    #[test]
    fn what_reports_hide_comes_back_in_two_days_and_not_before(hours in 0_i64..200) {
        let hidden = CaseStatus::open(Visibility::Shown).hidden_by_reports(at(0));
        prop_assert_eq!(hidden.visibility, Visibility::Hidden);
        let later = hidden.after_waiting(at(hours));
        let expected = if hours >= 48 { Visibility::Shown } else { Visibility::Hidden };
        prop_assert_eq!(later.visibility, expected);
        prop_assert_ne!(later.state, CaseState::Decided);
        // What nobody hid by reports, time does not show.
        let decided = hidden.decided(Ruling::Breaks(Article::Law));
        prop_assert_eq!(decided.after_waiting(at(hours)), decided);
    }

    #[test]
    fn the_tail_of_a_poisson_falls_and_stays_a_chance(
        count in 0_usize..200,
        expected in 0.01_f64..80.0,
    ) {
        let chance = at_least(count, expected);
        prop_assert!((0.0..=1.0).contains(&chance));
        prop_assert!(at_least(count + 1, expected) <= chance + 1e-9);
    }

    #[test]
    fn any_text_has_its_links_counted_without_a_panic(text in ".{0,200}") {
        prop_assert!(newcomer::links_in(&text) <= text.len());
    }
}

fn decision(ruling: Ruling, before: CaseStatus) -> Decision {
    Decision {
        id: DecisionId::from_ulid(Ulid(1)),
        case: CaseId::from_ulid(Ulid(2)),
        ruling,
        motive: String::new(),
        decider: "operator".into(),
        at: at(0),
        is_on_appeal: false,
        before,
        undone_at: None,
    }
}

fn known(network: &str, places: &[u128]) -> Voice {
    Voice {
        reason: Reason::Hatred,
        weight: 1_000,
        level: Some(Level::Reached),
        account_days: 7,
        network: network.into(),
        places: places.iter().map(|n| place(*n)).collect(),
    }
}

#[test]
fn three_known_people_of_two_networks_hide_what_is_hateful() {
    let voices = [known("a", &[]), known("a", &[]), known("b", &[])];
    assert!(hiding::hides(&voices));
    let wrong = voices.clone().map(|it| Voice { reason: Reason::Error, ..it });
    assert!(!hiding::hides(&wrong), "a mistake asks for a correction");
    let colleagues = [known("a", &[1, 2]), known("b", &[1]), known("c", &[1, 3])];
    assert!(!hiding::hides(&colleagues), "three colleagues are one place");
    let young = voices.map(|it| Voice { account_days: 6, ..it });
    assert!(!hiding::hides(&young));
}

#[test]
fn an_appeal_can_be_made_for_fourteen_days_and_once() {
    let decision = decision(Ruling::Breaks(Article::Respect), CaseStatus::open(Visibility::Shown));
    assert!(can_be_appealed(&decision, at(24 * 14 - 1)));
    assert!(!can_be_appealed(&decision, at(24 * 14)));
    let last = Decision { is_on_appeal: true, ..decision };
    assert!(!can_be_appealed(&last, at(1)));
    assert_eq!(deadlines::appeal_end(at(0)), at(24 * 14));
}

#[test]
fn links_are_counted_and_words_are_not() {
    let links = newcomer::links_in;
    assert_eq!(links("Voyez https://exemple.fr et www.exemple.org, merci."), 2);
    assert_eq!(links("exemple.fr/page puis (exemple.com) et exemple.net."), 3);
    assert_eq!(links("Fin.Debut, 3.5 km, lea@exemple.fr, etc."), 0);
    assert!(newcomer::has_too_many_links(0, "a.fr b.fr c.fr"));
    assert!(!newcomer::has_too_many_links(0, "a.fr b.fr"));
    assert!(!newcomer::has_too_many_links(3, "a.fr b.fr c.fr"));
    assert!(newcomer::is_checked(2) && !newcomer::is_checked(3));
}

#[test]
fn chance_explains_three_in_a_day_but_not_twelve() {
    assert!(!is_burst(3, 0.5));
    assert!(is_burst(12, 0.5));
    assert!((at_least(1, 1.0) - (1.0 - (-1.0_f64).exp())).abs() < 1e-9);
    let arrival = |network: &str, hours| Arrival {
        at: at(hours),
        network: network.into(),
        account_days: None,
    };
    let together = [arrival("a", 0), arrival("a", 1), arrival("a", 2), arrival("b", 2)];
    assert_eq!(signals(&together, at(3), 5.0), [Signal::SameNetwork]);
    assert_eq!(signals(&together, at(40), 5.0), [], "an old story is no signal");
    let unknown = [arrival("", 0), arrival("", 0), arrival("", 0)];
    assert_eq!(signals(&unknown, at(1), 5.0), []);
}

#[test]
fn the_file_of_figures_adds_up_and_has_one_measure_a_line() {
    let hour = 3_600_000;
    let mut own = figures::Figures { year: 2026, ..figures::Figures::default() };
    own.reports.insert(Reason::Spam, 4);
    let own = own.with_delays(vec![30 * hour, hour, 2 * hour]);
    assert_eq!((own.median_hours, own.within_a_day, own.decided), (Some(2), 2, 3));
    let csv = own.csv();
    assert!(csv.contains("2026,reports,spam,4\n") && csv.ends_with('\n'), "{csv}");
    assert!(csv.lines().all(|line| line.split(',').count() == 4));
}

#[test]
fn what_is_off_topic_is_binned_and_what_is_illegal_is_hidden() {
    assert_eq!(Article::OnTopic.consequence(), Visibility::Binned);
    assert_eq!(Article::Law.consequence(), Visibility::Hidden);
    assert_eq!(Article::Privacy.consequence(), Visibility::Hidden);
    for ruling in figures::rulings() {
        assert_eq!(Ruling::named(ruling.name()), Some(ruling));
    }
}
