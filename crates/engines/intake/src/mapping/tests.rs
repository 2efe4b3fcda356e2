//! Mappings say what is wrong with them, and where.

use super::*;

const GOOD: &str = r#"
[source]
key = "bibliotheques"
name = "Bibliothèques"

[read]
format = "csv"
separator = ";"

[identity]
columns = ["code"]

[fields.nom]
columns = ["Libellé", "Annexe"]

[[fields.services]]
constant = "Accès internet et matériel informatique"
when = { "Postes" = ["Oui", "x"] }

[[fields.services]]
columns = "Ateliers"
vocabulary = { "Découverte" = "Maîtrise des outils numériques du quotidien" }

[fields.horaires]
days = { lundi = "h_lundi", samedi = ["sam_matin", "sam_soir"] }
optional = true
"#;

fn fault(text: &str) -> (usize, String) {
    let error = Mapping::from_toml(text).unwrap_err();
    (error.line.unwrap_or(0), error.to_string())
}

#[test]
fn a_mapping_is_read_whole() {
    let mapping = Mapping::from_toml(GOOD).unwrap();
    assert_eq!(mapping.source.trust, 50);
    assert_eq!(mapping.read.separator, Some(';'));
    assert_eq!(mapping.fields[&FieldName::Services].len(), 2);
    let columns: Vec<&str> = mapping.required_columns().collect();
    assert_eq!(columns, ["code", "Libellé", "Annexe", "Postes", "Ateliers"]);
}

#[test]
fn a_wrong_word_names_its_line_and_the_right_words() {
    let (line, message) = fault(&GOOD.replace("format = \"csv\"", "format = \"excel\""));
    assert_eq!(line, 7);
    assert!(message.contains("excel") && message.contains("geojson"), "{message}");
}

#[test]
fn an_unknown_field_is_told_with_those_of_the_standard() {
    let (line, message) = fault(&GOOD.replace("[fields.nom]", "[fields.name]"));
    assert_eq!(line, 13);
    assert!(message.contains("name") && message.contains("code_postal"), "{message}");
}

#[test]
fn a_service_outside_the_standard_is_refused() {
    let (line, message) =
        fault(&GOOD.replace("\"Maîtrise des outils numériques du quotidien\"", "\"Vélo\""));
    assert_eq!(line, 22);
    assert!(message.contains("Vélo"), "{message}");
}

#[test]
fn a_mapping_that_is_not_toml_names_its_line() {
    assert_eq!(fault("[source]\nkey = \n").0, 2);
}

#[test]
fn a_mapping_without_a_name_says_so() {
    let (_, message) = fault(&GOOD.replace("[fields.nom]", "[fields.source]"));
    assert!(message.contains("fields.nom"), "{message}");
}

#[test]
fn every_shipped_vocabulary_reads() {
    assert_eq!(Vocabularies::shipped().names().count(), 10);
}

#[test]
fn a_list_in_the_standard_needs_no_rule() {
    let text = "[source]\nkey = \"a\"\nname = \"A\"\n[read]\nformat = \"standard-json\"\n";
    let mapping = Mapping::from_toml(text).unwrap();
    assert_eq!(mapping.fields.len(), FieldName::ALL.len());
}
