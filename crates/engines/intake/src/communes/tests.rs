//! Communes are found however people write them.

use super::*;

fn communes() -> Communes {
    let csv = "code,nom,type,departement,region,codes_postaux,population,siren,anciens_codes,latitude,longitude
35238,Rennes,commune-actuelle,35,53,35000|35200|35700,225000,,,48.11,-1.68
35288,Saint-Malo,commune-actuelle,35,53,35400,47000,,,48.64,-2.0
35047,Bruz,commune-actuelle,35,53,35170,18000,,,48.02,-1.75
35001,Acigné,commune-actuelle,35,53,35690,6700,,,48.13,-1.53
13055,Marseille,commune-actuelle,13,93,13001|13011,870000,,,43.29,5.42
13211,Marseille 11e Arrondissement,arrondissement-municipal,13,93,13011,57000,,,43.29,5.48
17300,La Rochelle,commune-actuelle,17,75,17000,77000,,,46.16,-1.16
01033,Valserhône,commune-actuelle,01,84,01200,16500,,01205|01091,46.1,5.82
62498,Lens,commune-actuelle,62,32,62300,32000,,,50.43,2.83
38001,Les Abrets,commune-actuelle,38,84,38490,6000,,,45.5,5.58
38002,Fitilieu,commune-actuelle,38,84,38490,1000,,,45.54,5.55
98818,Nouméa,commune-actuelle,988,988,98800,94000,,,,
";
    Communes::read_official_csv(csv.as_bytes()).unwrap()
}

fn resolved(code: Option<&str>, postcode: Option<&str>, name: &str) -> Option<(String, How)> {
    communes().resolve(code, postcode, name).map(|r| (r.commune.code.clone(), r.how))
}

#[expect(clippy::unnecessary_wraps, reason = "compared with what may be none")]
fn found(code: &str, how: How) -> Option<(String, How)> {
    Some((code.to_owned(), how))
}

#[test]
fn a_code_that_agrees_wins() {
    assert_eq!(resolved(Some("35238"), Some("35000"), "RENNES"), found("35238", How::Code));
    assert_eq!(resolved(Some("1033"), None, "Valserhone"), found("01033", How::Code));
}

#[test]
fn a_code_of_the_past_leads_to_the_commune_of_today() {
    let today = found("01033", How::FormerCode);
    assert_eq!(resolved(Some("01205"), Some("01200"), "Lancrans"), today);
}

#[test]
fn a_code_that_contradicts_both_yields() {
    let bruz = found("35047", How::PostcodeAndName);
    assert_eq!(resolved(Some("35238"), Some("35170"), "Bruz"), bruz);
}

#[test]
fn names_are_known_with_their_accidents() {
    let almost = found("38001", How::PostcodeAndAlmostName);
    assert_eq!(resolved(None, Some("38490"), "LES ABRETS EN DAUPHINE"), almost);
    let malo = found("35288", How::PostcodeAndName);
    assert_eq!(resolved(None, Some("35400"), "ST MALO CEDEX"), malo);
    assert_eq!(resolved(None, Some("35408"), "St-Malo"), found("35288", How::NameInDepartment));
    assert_eq!(resolved(None, Some("17000"), "Rochelle"), found("17300", How::PostcodeAndName));
    assert_eq!(resolved(None, None, "Acigne"), found("35001", How::Name));
    let typed = found("35001", How::PostcodeAndAlmostName);
    assert_eq!(resolved(None, Some("35690"), "Acingé"), typed);
    let alone =
        found("35170", How::PostcodeAlone).map(|_| ("35047".to_owned(), How::PostcodeAlone));
    assert_eq!(resolved(None, Some("35170"), "Le Vert Buisson"), alone);
    assert_eq!(resolved(None, Some("38490"), "Nulle part"), None);
    assert_eq!(resolved(None, None, ""), None);
}

#[test]
fn an_arrondissement_is_found_in_its_city() {
    for name in ["MARSEILLE 11", "Marseille 11e arrondissement", "Marseille"] {
        let all = communes();
        let resolved = all.resolve(None, Some("13011"), name).unwrap();
        assert_eq!(resolved.commune.code, "13211", "{name}");
        assert_eq!(resolved.commune.postal_name(), "Marseille");
    }
    let city = communes().resolve(Some("13055"), Some("13000"), "Marseille").unwrap().how;
    assert_eq!(city, How::Code);
}

#[test]
fn a_commune_without_a_point_stands_in_its_territory() {
    let all = communes();
    let noumea = all.by_code("98818").unwrap();
    assert!(noumea.point_is_estimated && noumea.point.lat < -20.0);
}

#[test]
fn typing_ahead_offers_the_most_inhabited_first() {
    let all = communes();
    let names = |text: &str| -> Vec<String> {
        all.search(text, 3).iter().map(|s| s.commune.name.clone()).collect()
    };
    assert_eq!(names("ren"), ["Rennes"]);
    assert_eq!(names("malo"), ["Saint-Malo"]);
    assert_eq!(names("st m"), ["Saint-Malo"]);
    assert_eq!(names("3549"), Vec::<String>::new());
    assert_eq!(names("354"), ["Saint-Malo"]);
    assert_eq!(names("38490"), ["Les Abrets", "Fitilieu"]);
    assert_eq!(names("  "), Vec::<String>::new());
}

#[test]
fn what_a_person_types_is_understood() {
    let all = communes();
    let code = |text: &str| match all.place_of(text) {
        Some(PlaceMeant::Commune(commune)) => commune.code.clone(),
        Some(PlaceMeant::Postcode { postcode, communes }) => {
            format!("{postcode} x{}", communes.len())
        }
        Some(PlaceMeant::Department(department)) => format!("D{}", department.code),
        Some(PlaceMeant::Region(region)) => format!("R{}", region.code),
        None => "?".to_owned(),
    };
    assert_eq!(code("Rennes"), "35238");
    assert_eq!(code("35000"), "35238");
    assert_eq!(code("st malo"), "35288");
    assert_eq!(code("Rennes (35)"), "35238");
    assert_eq!(code("35"), "D35");
    assert_eq!(code("ille et vilaine"), "D35");
    assert_eq!(code("Bretagne"), "R53");
    assert_eq!(code("38490"), "38490 x2");
    assert_eq!(code("marseille 11"), "13211");
    assert_eq!(code("13011"), "13211");
    assert_eq!(code("rennse"), "35238");
    assert_eq!(code("2a"), "D2A");
    assert_eq!(code("!!"), "?");
}
