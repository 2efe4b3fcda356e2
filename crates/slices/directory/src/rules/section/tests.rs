//! What people type, and what the standard makes of it.

use super::*;
use intake::standard::{Cost, Service};
use proptest::prelude::*;

fn typed(pairs: &[(&str, &str)]) -> Typed {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn understood(section: Section, pairs: &[(&str, &str)]) -> Understood {
    section.understood(&typed(pairs), &Communes::new(Vec::new()))
}

#[test]
fn a_phone_is_typed_as_people_write_it() {
    let read = understood(Section::Contact, &[("telephone", "02.99 00-11 22"), ("courriels", "")]);
    assert!(read.problems.is_empty());
    assert_eq!(read.values[0], (FieldName::Phone, "+33299001122".into()));
    assert_eq!(spoken_phone("+33299001122"), "02 99 00 11 22");
}

#[test]
fn what_cannot_be_used_is_said_beside_its_field() {
    let read =
        understood(Section::Contact, &[("telephone", "le matin"), ("courriels", "chez moi")]);
    let names: Vec<&str> = read.problems.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["telephone", "courriels"]);
}

#[test]
fn half_a_point_is_no_point() {
    let read = understood(Section::Address, &[("latitude", "48,11"), ("longitude", "")]);
    assert!(read.problems.iter().any(|(_, it)| *it == Refusal::HalfPoint));
}

#[test]
fn a_presentation_on_several_lines_becomes_one() {
    let read = understood(Section::Presentation, &[("presentation_resume", "Un lieu\r\nouvert")]);
    assert_eq!(read.values[0].1, "Un lieu ouvert");
    let long = "a".repeat(300);
    let read = understood(Section::Presentation, &[("presentation_resume", long.as_str())]);
    assert_eq!(read.problems[0].1, Refusal::SummaryLong);
}

#[test]
fn what_a_form_shows_is_understood_as_what_the_page_says() {
    let fields = Fields {
        name: "La Source".into(),
        phone: Some("+33299001122".into()),
        emails: vec!["a@b.fr".into(), "c@d.fr".into()],
        services: vec![Service::ALL[0], Service::ALL[2]],
        costs: vec![Cost::Free],
        hours: Some("Mo-Fr 09:00-12:00,14:00-18:00; Sa 09:00-12:00".into()),
        postcode: "35000".into(),
        commune: "Rennes".into(),
        latitude: Some(48.1),
        longitude: Some(-1.6),
        ..Fields::default()
    };
    for section in Section::ALL {
        let read = section.understood(&section.typed(&fields), &Communes::new(Vec::new()));
        assert!(read.problems.is_empty(), "{section:?}: {:?}", read.problems);
        for (field, value) in read.values {
            assert_eq!(fields.get(field), value, "{field:?}");
        }
    }
}

proptest! {
    #[test]
    fn nothing_that_is_typed_makes_the_house_fall(
        pairs in proptest::collection::vec(("[a-z_]{1,12}", ".{0,40}"), 0..12),
        section in 0_usize..8,
    ) {
        let read = Section::ALL[section].understood(&pairs, &Communes::new(Vec::new()));
        let answered = read.values.len() + read.problems.len();
        prop_assert!(answered >= Section::ALL[section].fields().len());
    }
}
