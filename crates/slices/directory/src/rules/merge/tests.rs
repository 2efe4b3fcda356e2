//! One page out of several records: what must hold, in sentences.

use super::*;
use base::{Id, Ulid};
use intake::standard::{Kind, Service};
use proptest::prelude::*;

fn place() -> PlaceId {
    PlaceId::from_ulid(Ulid::from_parts(1, 1))
}

fn says(fields: Fields) -> Candidate {
    Candidate { fields, point_trusted: true, ..Candidate::default() }
}

fn from<'a>(source: &str, trust: u32, date: &str, candidate: &'a Candidate) -> Contribution<'a> {
    Contribution {
        record: RecordRef { source: source.into(), local_id: "1".into() },
        trust,
        date: date.into(),
        vanished: false,
        candidate,
    }
}

fn named(name: &str) -> Fields {
    Fields { name: name.into(), ..Fields::default() }
}

fn origin<'a>(body: &'a Body, field: &str) -> &'a Origin {
    body.origins.iter().find(|it| it.field == field).unwrap()
}

#[test]
fn the_list_believed_most_gives_the_name_and_the_other_name_stays_beside_it() {
    let (a, b) = (says(named("Cyber-base")), says(named("Espace numérique")));
    let body =
        merge(place(), &[from("a", 40, "2024-01-01", &a), from("b", 80, "2020-01-01", &b)], &[]);
    assert_eq!(body.fields.name, "Espace numérique");
    assert_eq!(origin(&body, "nom").rule, Choice::Trust);
    assert_eq!(origin(&body, "nom").others[0].value, "Cyber-base");
}

#[test]
fn between_equals_the_freshest_speaks() {
    let (a, b) = (says(named("Old")), says(named("New")));
    let body =
        merge(place(), &[from("a", 50, "2020-01-01", &a), from("b", 50, "2024-01-01", &b)], &[]);
    assert_eq!(body.fields.name, "New");
    assert_eq!(origin(&body, "nom").rule, Choice::Fresh);
    assert_eq!(body.fields.updated_on.unwrap().to_string(), "2024-01-01");
}

#[test]
fn an_address_is_never_made_of_two_halves() {
    let precise = says(Fields {
        street: "12 rue des Lilas".into(),
        postcode: "35000".into(),
        commune: "Rennes".into(),
        latitude: Some(48.1),
        longitude: Some(-1.6),
        ..named("A")
    });
    let vague = says(Fields {
        postcode: "35200".into(),
        commune: "Rennes".into(),
        latitude: Some(48.2),
        longitude: Some(-1.7),
        ..named("A")
    });
    let body = merge(
        place(),
        &[from("vague", 90, "2024-01-01", &vague), from("precise", 10, "2020-01-01", &precise)],
        &[],
    );
    assert_eq!(body.fields.postcode, "35000");
    assert_eq!((body.fields.latitude, body.fields.longitude), (Some(48.1), Some(-1.6)));
}

#[test]
fn services_are_everything_anyone_says() {
    let a = says(Fields { services: vec![Service::Procedures], ..named("A") });
    let b = says(Fields { services: vec![Service::Internet], ..named("A") });
    let body = merge(place(), &[from("a", 90, "", &a), from("b", 10, "", &b)], &[]);
    assert_eq!(body.fields.services, [Service::Procedures, Service::Internet]);
    assert_eq!(origin(&body, "services").rule, Choice::Union);
}

#[test]
fn a_person_s_edit_is_stronger_than_every_list() {
    let a =
        says(Fields { kinds: vec![Kind::Bib], phone: Some("+33299000000".into()), ..named("A") });
    let edit = |field, value: &str| Edit {
        field,
        value: value.into(),
        date: "2026-01-01".into(),
        actor: "operator".into(),
    };
    let edits = [edit(FieldName::Name, "La Source"), edit(FieldName::Phone, "")];
    let body = merge(place(), &[from("a", 100, "2026-06-01", &a)], &edits);
    assert_eq!(body.fields.name, "La Source");
    assert_eq!(body.fields.phone, None);
    assert_eq!(origin(&body, "telephone").others[0].value, "+33299000000");
}

fn any_fields() -> impl Strategy<Value = Fields> {
    (
        "[a-c]{0,2}",
        "[0-9]{0,2} ?[a-c]{0,2}",
        proptest::option::of("\\+332[0-9]{3}"),
        proptest::sample::subsequence(Service::ALL.to_vec(), 0..4),
        proptest::collection::vec("[a-b]@c", 0..3),
        proptest::option::of(-1.0_f64..1.0),
        proptest::option::of("Mo 0[1-9]:00-10:00"),
    )
        .prop_map(|(name, street, phone, services, emails, latitude, hours)| Fields {
            name,
            street,
            phone,
            services,
            emails,
            latitude,
            longitude: latitude,
            hours,
            ..Fields::default()
        })
}

proptest! {
    /// Whatever a record knows is on the page or beside it, whoever else speaks.
    #[test]
    fn no_field_known_by_a_member_is_lost(
        members in proptest::collection::vec((any_fields(), 0_u32..3, any::<bool>()), 1..6),
    ) {
        let candidates: Vec<Candidate> =
            members.iter().map(|(fields, ..)| says(fields.clone())).collect();
        let contributions: Vec<Contribution<'_>> = candidates
            .iter()
            .zip(&members)
            .enumerate()
            .map(|(n, (candidate, (_, trust, vanished)))| Contribution {
                vanished: *vanished,
                ..from(&format!("s{n}"), *trust, "", candidate)
            })
            .collect();
        let body = merge(place(), &contributions, &[]);
        for contribution in &contributions {
            let Value::Object(said) = serde_json::to_value(&contribution.candidate.fields).unwrap()
            else { unreachable!() };
            for (field, value) in said {
                let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                if ["id", "source", "date_maj"].contains(&field.as_str()) || value.is_empty() {
                    continue;
                }
                let origin = origin(&body, &field);
                let kept = origin.chosen.iter().chain(&origin.others).any(|voice| {
                    voice.source == contribution.record.source && voice.value == value
                });
                prop_assert!(kept, "{field} = {value} is lost");
            }
        }
        let shown = serde_json::to_value(&body.fields).unwrap();
        for service in contributions.iter().flat_map(|it| &it.candidate.fields.services) {
            prop_assert!(body.fields.services.contains(service), "{shown}");
        }
    }

    /// The same voices in another order make the same page.
    #[test]
    fn the_order_of_arrival_plays_no_part(
        members in proptest::collection::vec((any_fields(), 0_u32..3), 2..6),
        turn in 0_usize..6,
    ) {
        let candidates: Vec<Candidate> =
            members.iter().map(|(fields, _)| says(fields.clone())).collect();
        let mut contributions: Vec<Contribution<'_>> = candidates
            .iter()
            .zip(&members)
            .enumerate()
            .map(|(n, (candidate, (_, trust)))| from(&format!("s{n}"), *trust, "", candidate))
            .collect();
        let before = merge(place(), &contributions, &[]);
        let turn = turn % contributions.len();
        contributions.rotate_left(turn);
        prop_assert_eq!(before, merge(place(), &contributions, &[]));
    }
}
