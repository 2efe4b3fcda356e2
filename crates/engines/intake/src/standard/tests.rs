//! The standard's files read back as they were written.

use super::*;
use proptest::prelude::*;

fn place() -> Fields {
    Fields {
        id: "lieu-1".into(),
        pivot: Some("43493312300029".into()),
        name: "=Les Marronniers".into(),
        commune: "Rennes".into(),
        postcode: "35000".into(),
        commune_code: Some("35238".into()),
        street: "12 rue des Marronniers".into(),
        latitude: Some(48.11),
        longitude: Some(-1.68),
        kinds: vec![Kind::Bib, Kind::Rfs],
        phone: Some("+33299000000".into()),
        emails: vec!["accueil@exemple.fr".into(), "contact@exemple.fr".into()],
        services: vec![Service::Basics, Service::Procedures],
        updated_on: Some(jiff::civil::date(2024, 4, 2)),
        ..Fields::default()
    }
}

fn through_csv(place: &Fields) -> Fields {
    let mut bytes = Vec::new();
    write_csv([place].into_iter(), &mut bytes).unwrap();
    read_csv(bytes.as_slice()).unwrap().remove(0)
}

fn through_json(place: &Fields) -> Fields {
    let mut bytes = Vec::new();
    write_json([place].into_iter(), &mut bytes).unwrap();
    read_json(bytes.as_slice()).unwrap().remove(0)
}

#[test]
fn a_place_reads_back_identical_from_csv_and_json() {
    assert_eq!(through_csv(&place()), place());
    assert_eq!(through_json(&place()), place());
}

#[test]
fn a_name_that_a_spreadsheet_would_run_is_written_as_text() {
    let mut bytes = Vec::new();
    write_csv([&place()].into_iter(), &mut bytes).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains("'=Les Marronniers"));
    assert!(text.contains(",+33299000000,"));
}

#[test]
fn a_place_without_an_official_number_carries_the_unknown_one_in_files() {
    let mut place = place();
    place.pivot = None;
    let mut bytes = Vec::new();
    write_csv([&place].into_iter(), &mut bytes).unwrap();
    assert!(String::from_utf8(bytes).unwrap().contains(UNKNOWN_PIVOT));
    assert_eq!(through_csv(&place), place);
    assert_eq!(through_json(&place), place);
}

#[test]
fn what_is_empty_is_absent_from_the_json() {
    let json = serde_json::to_value(place()).unwrap();
    assert_eq!(json.get("horaires"), None);
    assert_eq!(json["typologie"], "BIB|RFS");
    assert_eq!(json["date_maj"], "2024-04-02");
}

#[test]
fn a_word_outside_the_standard_is_refused_with_its_field() {
    let bytes = "id,services\n1,Réparer un vélo\n";
    let error = read_csv(bytes.as_bytes()).unwrap_err().to_string();
    assert!(error.contains("services") && error.contains("Réparer un vélo"), "{error}");
}

#[test]
fn slugs_are_plain_and_unique() {
    fn check<W: Word + std::fmt::Debug>() {
        for word in W::ALL {
            assert_eq!(W::from_slug(word.slug()), Some(*word));
            assert_eq!(W::from_label(word.label()), Some(*word));
            assert!(
                word.slug().chars().all(|c| c.is_ascii_lowercase() || "-0123456789".contains(c))
            );
        }
    }
    check::<Service>();
    check::<Public>();
    check::<Care>();
    check::<Cost>();
    check::<Programme>();
    check::<Training>();
    check::<Access>();
    check::<Support>();
    check::<Itinerance>();
    check::<Kind>();
}

#[test]
fn the_geojson_of_a_place_without_a_point_has_a_null_geometry() {
    let mut bytes = Vec::new();
    let nowhere = Fields { latitude: None, ..place() };
    write_geojson([&place(), &nowhere].into_iter(), &mut bytes).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(json["features"][0]["geometry"]["coordinates"][0], -1.68);
    assert!(json["features"][1]["geometry"].is_null());
}

proptest! {
    #[test]
    fn any_texts_read_back_identical(
        name in "[^\r]{0,40}",
        street in "['=+@-]{0,4}.{0,20}",
        labels in prop::collection::vec("[^|\r\n\u{0}]{0,12}", 0..4),
        latitude in prop::option::of(-90.0..90.0_f64),
        services in prop::sample::subsequence(Service::ALL, 0..9),
    ) {
        let other_labels = labels.into_iter().map(|l| l.trim().to_owned())
            .filter(|l| !l.is_empty()).collect();
        let place = Fields { id: "x".into(), name, street, other_labels, latitude, services,
            ..Fields::default() };
        prop_assert_eq!(through_csv(&place), place.clone());
        prop_assert_eq!(through_json(&place), place);
    }
}
