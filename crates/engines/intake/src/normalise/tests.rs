//! Invented rows in the style of real lists become candidates, and nothing is lost.

use super::normalise;
use crate::outcome::{Precision, Reason};
use crate::standard::{Access, Care, Cost, Fields, Itinerance, Kind, Programme, Public, Service};
use crate::{Communes, Mapping, Outcome, RawRow, read};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;

static COMMUNES: LazyLock<Communes> = LazyLock::new(|| {
    let csv = "code,nom,type,departement,region,codes_postaux,population,siren,anciens_codes,latitude,longitude
35238,Rennes,commune-actuelle,35,53,35000|35200|35700,225000,,,48.11,-1.68
35288,Saint-Malo,commune-actuelle,35,53,35400,47000,,,48.64,-2.0
35093,Dinard,commune-actuelle,35,53,35800,10000,,,48.63,-2.06
97411,Saint-Denis,commune-actuelle,974,04,97400|97490,154000,,,-20.93,55.44
";
    Communes::read_official_csv(csv.as_bytes()).unwrap()
});

const RULES: &str = r#"
[source]
key = "pays"
name = "Liste du pays"

[read]
format = "json"

[identity]
columns = ["n"]

[fields.nom]
columns = ["Nom"]

[fields.adresse]
columns = ["Adresse"]

[fields.code_postal]
columns = ["CP"]
optional = true

[fields.commune]
columns = ["Ville"]
optional = true

[fields.latitude]
columns = ["lat"]
optional = true

[fields.longitude]
columns = ["lon"]
optional = true

[fields.telephone]
columns = ["Tel"]
optional = true

[fields.courriels]
columns = ["Mail"]
optional = true

[fields.site_web]
columns = ["Site"]
optional = true

[fields.pivot]
columns = ["Siret"]
optional = true

[fields.horaires]
days = { lundi = "Lundi", mardi = ["Mardi matin", "Mardi soir"] }
optional = true

[[fields.services]]
columns = ["Services"]
split = ","
optional = true

[[fields.services]]
constant = "Accès internet et matériel informatique"
when = { "Postes" = ["Oui", "x"] }
optional = true

[fields.publics_specifiquement_adresses]
columns = ["Publics"]
split = "quoted"
optional = true

[fields.prise_en_charge_specifique]
columns = ["Publics"]
split = "quoted"
quiet = true
optional = true

[fields.frais_a_charge]
columns = ["Tarif"]
vocabulary = { "Souvent" = "Gratuit sous condition" }
optional = true

[fields.typologie]
columns = ["Nom"]
quiet = true
optional = true

[fields.dispositif_programmes_nationaux]
columns = ["Labels"]
optional = true

[fields.itinerance]
columns = ["Bus"]
optional = true

[fields.modalites_acces]
columns = ["Accès"]
optional = true

[fields.presentation_resume]
columns = ["Mots"]
optional = true

[fields.date_maj]
columns = ["Date"]
optional = true

[extra]
groupe = "Groupe"
"#;

static MAPPING: LazyLock<Mapping> = LazyLock::new(|| Mapping::from_toml(RULES).unwrap());

fn outcome(values: Value) -> Outcome {
    let Value::Object(values) = values else { unreachable!("rows are objects") };
    normalise(&RawRow { row_number: 1, values, repairs: Vec::new() }, &MAPPING, &COMMUNES)
}

fn fields(values: Value) -> Fields {
    outcome(values).candidate.unwrap().fields
}

fn rules(outcome: &Outcome) -> Vec<&'static str> {
    outcome.repairs.iter().map(|repair| repair.rule).collect()
}

fn whole_row() -> Outcome {
    outcome(json!({
        "n": 7, "Nom": "  MÃ©diathÃ¨que des <b>Sables</b>", "Adresse": "12 quai du Large",
        "CP": 35400, "Ville": "ST MALO CEDEX", "lat": "48,65", "lon": -2.01,
        "Tel": "0299 00 12 34 / 3960", "Mail": "Accueil@Exemple.fr", "Site": "http://",
        "Siret": "732 829 320 00074", "Lundi": "Fermé", "Mardi matin": "9h-12h",
        "Mardi soir": "14h à 17h", "Services": "Impression,Prendre en main un ordinateur",
        "Postes": "oui", "Tarif": "souvent", "Date": "05/03/2020", "Groupe": "G1", "Bus": "non",
        "Labels": "CNFS;France Services", "Accès": "téléphoner",
        "Publics": "Adultes,Seniors,\"Jeunesse (11-26 ans)\",\"Handicap visuel",
    }))
}

#[test]
fn a_whole_row_is_located_and_can_be_reached() {
    let outcome = whole_row();
    assert_eq!(outcome.local_id, "7");
    let made = rules(&outcome);
    for rule in ["mojibake", "html", "phone-e164", "hours", "commune-official-name"] {
        assert!(made.contains(&rule), "{rule} is missing from {made:?}");
    }
    let candidate = outcome.candidate.unwrap();
    assert_eq!(candidate.precision, Precision::Address);
    assert!(candidate.point_trusted);
    assert_eq!(candidate.extra["numero_court"], "3960");
    assert_eq!(candidate.extra["groupe"], "G1");
    let fields = candidate.fields;
    assert_eq!(fields.name, "Médiathèque des Sables");
    assert_eq!((fields.commune.as_str(), fields.postcode.as_str()), ("Saint-Malo", "35400"));
    assert_eq!(fields.commune_code.as_deref(), Some("35288"));
    assert_eq!(fields.latitude, Some(48.65));
    assert_eq!(fields.phone.as_deref(), Some("+33299001234"));
    assert_eq!(fields.emails, ["accueil@exemple.fr"]);
    assert_eq!(fields.websites, Vec::<String>::new());
    assert_eq!(fields.pivot.as_deref(), Some("73282932000074"));
}

#[test]
fn a_whole_row_says_what_the_place_offers() {
    let fields = whole_row().candidate.unwrap().fields;
    assert_eq!(fields.hours.as_deref(), Some("Tu 09:00-12:00,14:00-17:00"));
    assert_eq!(fields.services, [Service::Basics, Service::Internet]);
    assert_eq!(fields.publics, [Public::Youth, Public::Seniors]);
    assert_eq!(fields.care, [Care::Sight]);
    assert_eq!(fields.costs, [Cost::FreeUnderCondition]);
    assert_eq!(fields.kinds, [Kind::Bib]);
    assert_eq!(fields.programmes, [Programme::DigitalAdvisers, Programme::FranceServices]);
    assert_eq!(fields.itinerance, [Itinerance::Fixed]);
    assert_eq!(fields.access, [Access::Phone]);
    assert_eq!(fields.updated_on, Some(jiff::civil::date(2020, 3, 5)));
    assert_eq!(fields.source.as_deref(), Some("Liste du pays"));
}

#[test]
fn a_bad_field_never_loses_its_row() {
    let outcome = outcome(json!({
        "n": 1, "Nom": "Le Phare", "CP": "abc", "Ville": "Atlantide", "lat": "nord", "lon": "sud",
        "Tel": "12 34", "Mail": "accueil@", "Site": "javascript:alert(1)", "Siret": "123",
        "Lundi": "quand la lune est pleine", "Services": "Tricoter", "Date": "hier",
    }));
    let reasons: Vec<Reason> = outcome.problems.iter().map(|problem| problem.reason).collect();
    for reason in [
        Reason::BadPostcode,
        Reason::UnknownCommune,
        Reason::BadCoordinates,
        Reason::BadPhone,
        Reason::BadEmail,
        Reason::BadUrl,
        Reason::BadPivot,
        Reason::UnreadHours,
        Reason::UnknownWords,
        Reason::BadDate,
    ] {
        assert!(reasons.contains(&reason), "{reason:?} is missing from {reasons:?}");
    }
    assert!(outcome.problems.iter().all(|problem| !problem.fatal));
    let candidate = outcome.candidate.unwrap();
    assert_eq!(candidate.fields.name, "Le Phare");
    assert_eq!(candidate.hours_text.as_deref(), Some("lundi : quand la lune est pleine"));
    assert_eq!(candidate.precision, Precision::None);
}

#[test]
fn a_row_without_name_nor_address_is_quarantined_whole() {
    let outcome = outcome(json!({ "n": 1, "Nom": " - ", "Adresse": null, "Tel": "0299001234" }));
    assert_eq!(outcome.candidate, None);
    assert_eq!(
        outcome.problems.last().map(|p| (p.reason, p.fatal)),
        Some((Reason::NoNameNoAddress, true))
    );
}

#[test]
fn a_place_without_a_name_goes_by_its_address() {
    let outcome = outcome(json!({ "n": 1, "Nom": "", "Adresse": "3 rue du Phare" }));
    assert!(rules(&outcome).contains(&"name-from-address"));
    assert_eq!(outcome.candidate.unwrap().fields.name, "3 rue du Phare");
}

#[test]
fn a_row_without_its_own_identifier_keeps_the_same_one_when_only_its_phone_changes() {
    let id = |tel: &str| {
        outcome(json!({ "Nom": "Le Phare", "Adresse": "3 rue du Phare", "Tel": tel })).local_id
    };
    assert_eq!(id("0299001234"), id("0299005678"));
    assert_eq!(id("").len(), 16);
    let other = outcome(json!({ "Nom": "Le Phare", "Adresse": "4 rue du Phare" })).local_id;
    assert_ne!(id(""), other);
}

#[test]
fn a_point_far_from_its_commune_is_kept_and_not_believed() {
    let outcome = outcome(json!({ "n": 1, "Nom": "Le Phare", "CP": "35400", "Ville": "Saint-Malo",
        "lat": 43.6, "lon": 1.44 }));
    assert_eq!(outcome.problems[0].reason, Reason::FarFromCommune);
    let candidate = outcome.candidate.unwrap();
    assert_eq!(candidate.fields.latitude, Some(43.6));
    assert!(!candidate.point_trusted);
}

#[test]
fn swapped_coordinates_are_put_right() {
    let outcome = outcome(json!({ "n": 1, "Nom": "Le Phare", "CP": "35400", "Ville": "Saint-Malo",
        "lat": -2.0, "lon": 48.65 }));
    assert!(rules(&outcome).contains(&"swapped-coordinates"));
    assert!(outcome.candidate.unwrap().point_trusted);
}

#[test]
fn the_town_repeated_in_the_street_is_taken_out() {
    let fields = fields(json!({ "n": 1, "Nom": "Le Phare", "CP": "35800", "Ville": "Dinard",
        "Adresse": "3 rue du Phare, 35800 DINARD" }));
    assert_eq!(fields.street, "3 rue du Phare");
}

#[test]
fn an_address_in_one_line_gives_postcode_and_commune() {
    let mapping = Mapping::from_toml(
        "[source]\nkey = \"a\"\nname = \"A\"\n[read]\nformat = \"json\"\n\
         [fields.nom]\ncolumns = [\"nom\"]\n\
         [fields.adresse]\ncolumns = [\"adresse\"]\nhow = \"address-line\"\n\
         [fields.latitude]\ncolumns = [\"point\"]\nhow = \"lat-lon\"\noptional = true\n",
    );
    let mapping = mapping.unwrap();
    let mut json: &[u8] =
        br#"[{"nom":"Le Phare","adresse":"3 RUE DU PHARE---35800-DINARD","point":"48.63, -2.06"}]"#;
    let row = read(&mut json, &mapping).unwrap().next().unwrap().unwrap();
    let candidate = normalise(&row, &mapping, &COMMUNES).candidate.unwrap();
    assert_eq!(candidate.fields.street, "3 RUE DU PHARE");
    assert_eq!(candidate.fields.commune_code.as_deref(), Some("35093"));
    assert!(candidate.point_trusted);
}

#[test]
fn a_long_summary_is_cut_and_kept_whole_as_detail() {
    let fields = fields(json!({ "n": 1, "Nom": "Le Phare", "Mots": "des mots ".repeat(60) }));
    assert!(fields.summary.unwrap().chars().count() <= 280);
    assert!(fields.detail.unwrap().len() > 500);
}

#[test]
fn what_was_normalised_reads_back_the_same_from_the_standard() {
    let first = fields(json!({ "n": 1, "Nom": "Médiathèque du Phare", "CP": "35400",
        "Ville": "St Malo", "Adresse": "3 rue du Phare", "Tel": "02 99 00 12 34", "lat": 48.65,
        "lon": -2.0, "Lundi": "9h-12h / Sur RDV : 14h-17h", "Services": "Impression" }));
    let mapping = "[source]\nkey = \"a\"\nname = \"A\"\n[read]\nformat = \"standard-json\"\n\
        [identity]\ncolumns = [\"id\"]\n";
    let mapping = Mapping::from_toml(mapping).unwrap();
    let Value::Object(values) = serde_json::to_value(&first).unwrap() else { unreachable!() };
    let row = RawRow { row_number: 1, values, repairs: Vec::new() };
    let second = normalise(&row, &mapping, &COMMUNES);
    assert_eq!(second.repairs, []);
    assert_eq!(second.problems, []);
    assert_eq!(second.candidate.unwrap().fields, first);
}

proptest! {
    #[test]
    fn any_row_is_normalised_without_harm(
        cells in prop::collection::vec("\\PC{0,60}", 12),
        number in any::<f64>(),
    ) {
        let outcome = outcome(json!({
            "Nom": cells[0], "Adresse": cells[1], "CP": cells[2], "Ville": cells[3],
            "lat": cells[4], "lon": number, "Tel": cells[5], "Mail": cells[6], "Site": cells[7],
            "Siret": cells[8], "Lundi": cells[9], "Services": cells[10], "Publics": cells[11],
            "Date": cells[4], "Mots": cells[0], "Tarif": [cells[1], { "x": cells[2] }],
        }));
        prop_assert!(!outcome.local_id.is_empty());
        if let Some(candidate) = outcome.candidate {
            prop_assert!(!candidate.fields.name.is_empty());
            let json = serde_json::to_string(&candidate.fields).unwrap();
            prop_assert_eq!(serde_json::from_str::<Fields>(&json).unwrap(), candidate.fields);
        } else {
            prop_assert!(outcome.problems.iter().any(|problem| problem.fatal));
        }
    }
}
