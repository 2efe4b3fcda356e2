//! A list is understood by its headers and its values, and whatever the bytes an answer comes.

use super::*;
use crate::mapping::Source;
use crate::normalise;

const LIST: &str = "Nom du lieu;Adresse postale;Code Postal;Ville;Tél;Courriel;Lat;Long;Lundi;\
    Mardi;Accès internet;Activités;Mise à jour\n\
    Médiathèque du Port;12 rue du Quai;35400;Saint-Malo;02 99 00 00 01;port@exemple.fr;\
    48.65;-2.01;\
    9h-12h;14h-18h;oui;aide aux démarches, initiation;2024-05-02\n\
    Espace numérique;3 place du Marché;35000;Rennes;0299000002;espace@exemple.fr;48.11;-1.68;\
    fermé;9h-12h;non;ateliers, impression;2024-06-01\n";

fn communes() -> Communes {
    let official = "code,nom,type,departement,region,codes_postaux,population,siren,\
                    anciens_codes,latitude,longitude\n\
                    35238,Rennes,commune-actuelle,35,53,35000|35200,225000,,,48.11,-1.68\n\
                    35288,Saint-Malo,commune-actuelle,35,53,35400,47000,,,48.64,-2.0\n";
    Communes::read_official_csv(official.as_bytes()).unwrap()
}

fn field_of(suggestion: &Suggestion, column: &str) -> Option<&'static str> {
    let guess = suggestion.columns.iter().find(|guess| guess.column == column).unwrap();
    guess.field.map(crate::standard::Word::label)
}

#[test]
fn a_plain_list_is_understood() {
    let knowledge = Knowledge::new([]);
    let suggestion = suggest(LIST.as_bytes(), &knowledge, &communes()).unwrap();
    for (column, field) in [
        ("Nom du lieu", "nom"),
        ("Adresse postale", "adresse"),
        ("Code Postal", "code_postal"),
        ("Ville", "commune"),
        ("Tél", "telephone"),
        ("Courriel", "courriels"),
        ("Lat", "latitude"),
        ("Long", "longitude"),
        ("Lundi", "horaires"),
        ("Accès internet", "services"),
        ("Mise à jour", "date_maj"),
    ] {
        assert_eq!(field_of(&suggestion, column), Some(field), "{column}");
    }
}

#[test]
fn the_proposal_is_a_mapping_that_reads_the_list() {
    let knowledge = Knowledge::new([]);
    let communes = communes();
    let suggestion = suggest(LIST.as_bytes(), &knowledge, &communes).unwrap();
    let source =
        Source { key: "port".into(), name: "Le \"Port\"".into(), trust: 50, ..Source::default() };
    let mapping = Mapping::from_toml(&suggestion.to_toml(&source)).unwrap();
    let mut bytes = LIST.as_bytes();
    let row = read(&mut bytes, &mapping).unwrap().next().unwrap().unwrap();
    let fields = normalise(&row, &mapping, &communes).candidate.unwrap().fields;
    assert_eq!(fields.name, "Médiathèque du Port");
    assert_eq!(fields.commune_code.as_deref(), Some("35288"));
    assert_eq!(fields.hours.as_deref(), Some("Mo 09:00-12:00; Tu 14:00-18:00"));
    assert!(!fields.services.is_empty());
}

#[test]
fn nothing_is_proposed_for_an_empty_list() {
    let knowledge = Knowledge::new([]);
    assert!(suggest(b"", &knowledge, &communes()).is_err());
    assert!(suggest(b"[]", &knowledge, &communes()).is_err());
}

proptest::proptest! {
    #[test]
    fn whatever_the_bytes_an_answer_comes(
        bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..400)
    ) {
        let knowledge = Knowledge::new([]);
        if let Ok(suggestion) = suggest(&bytes, &knowledge, &communes()) {
            let source = Source { key: "k".into(), name: "n".into(), ..Source::default() };
            let text = suggestion.to_toml(&source);
            proptest::prop_assert!(text.parse::<toml::Table>().is_ok(), "{text}");
        }
    }
}
