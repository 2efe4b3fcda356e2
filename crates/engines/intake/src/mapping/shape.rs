//! The first tables of a mapping: whose list it is, how its bytes become rows, who is who.

use super::error::MappingError;
use super::rule::Rule;
use super::table::{Node, Table};
use super::vocabulary::Vocabularies;
use super::{Mapping, rule_shape};
use crate::standard::FieldName;
use std::collections::BTreeMap;

/// Whose list it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Short stable name, for addresses and files.
    pub key: String,
    /// Name shown.
    pub name: String,
    /// Who keeps the list.
    pub owner: String,
    /// Licence of the list.
    pub licence: String,
    /// Page where the list is published.
    pub page: String,
    /// How much the list is believed against others, 0 to 100.
    pub trust: u8,
}

/// How bytes become rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Shape of the file.
    pub format: Format,
    /// Where the rows are in nested JSON, such as `data.places`; the root, or the first array
    /// of the root object, when absent.
    pub records: Option<String>,
    /// Separator of a CSV; found in the header when absent.
    pub separator: Option<char>,
    /// Encoding (`utf-8`, `latin-1`, `windows-1252`…); found in the bytes when absent.
    pub encoding: Option<String>,
}

/// Shape of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// An array of objects, possibly nested in an object.
    #[default]
    Json,
    /// A `FeatureCollection`.
    Geojson,
    /// Separated values.
    Csv,
    /// The JSON of the national standard.
    StandardJson,
    /// The CSV of the national standard.
    StandardCsv,
}

impl Format {
    /// Every format with the name mappings give it.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("json", Self::Json),
        ("geojson", Self::Geojson),
        ("csv", Self::Csv),
        ("standard-json", Self::StandardJson),
        ("standard-csv", Self::StandardCsv),
    ];

    /// Whether the file is one of the standard, whose columns need no rule.
    pub const fn is_standard(self) -> bool {
        matches!(self, Self::StandardJson | Self::StandardCsv)
    }

    /// Whether the bytes are separated values.
    pub const fn is_csv(self) -> bool {
        matches!(self, Self::Csv | Self::StandardCsv)
    }
}

/// Which columns make the local identifier of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// The columns; when none, a hash of what the row says.
    pub columns: Vec<String>,
}

/// Reads a whole mapping.
pub(super) fn parse(text: &str, shared: &Vocabularies) -> Result<Mapping, MappingError> {
    let root = toml::de::DeTable::parse(text).map_err(|e| MappingError::from_toml(text, &e))?;
    let root = Table::root(text, &root);
    root.only(&["source", "read", "identity", "fields", "extra"])?;
    let source = source(&root.need("source")?.table()?)?;
    let read = reading(&root.need("read")?.table()?)?;
    let identity = match root.get("identity") {
        Some(node) => identity(&node.table()?)?,
        None => Identity::default(),
    };
    let mut fields = match root.get("fields") {
        Some(node) => rules(&node.table()?, shared)?,
        None => BTreeMap::new(),
    };
    if read.format.is_standard() {
        rule_shape::add_standard_rules(&mut fields, shared);
    }
    if !fields.contains_key(&FieldName::Name) {
        return Err(root.error("il manque la règle du nom : écrivez [fields.nom]"));
    }
    Ok(Mapping { source, read, identity, fields, extra: extra(&root)? })
}

fn source(table: &Table<'_>) -> Result<Source, MappingError> {
    table.only(&["key", "name", "owner", "licence", "page", "trust"])?;
    let trust = match table.get("trust") {
        Some(node) => node.number(100)?,
        None => 50,
    };
    Ok(Source {
        key: table.need("key")?.text()?,
        name: table.need("name")?.text()?,
        owner: table.text_or_empty("owner")?,
        licence: table.text_or_empty("licence")?,
        page: table.text_or_empty("page")?,
        trust: u8::try_from(trust).unwrap_or(100),
    })
}

fn reading(table: &Table<'_>) -> Result<Reading, MappingError> {
    table.only(&["format", "records", "separator", "encoding"])?;
    let format = table.need("format")?.one_of("format", Format::NAMES)?;
    let separator = match table.get("separator") {
        Some(node) => Some(separator(&node)?),
        None => None,
    };
    let encoding = match table.get("encoding") {
        Some(node) => Some(encoding(&node)?),
        None => None,
    };
    Ok(Reading { format, records: table.text("records")?, separator, encoding })
}

fn separator(node: &Node<'_>) -> Result<char, MappingError> {
    let text = node.text()?;
    let mut characters = text.chars();
    match (characters.next(), characters.next()) {
        (Some(character), None) if character.is_ascii() && character != '"' => Ok(character),
        _ => Err(node.error("le séparateur est un seul caractère, comme \";\" ou \",\"")),
    }
}

fn encoding(node: &Node<'_>) -> Result<String, MappingError> {
    let name = node.text()?;
    match encoding_rs::Encoding::for_label(name.as_bytes()) {
        Some(_) => Ok(name),
        None => Err(node.error(format!(
            "codage inconnu « {name} » : écrivez par exemple \"utf-8\" ou \"windows-1252\""
        ))),
    }
}

fn identity(table: &Table<'_>) -> Result<Identity, MappingError> {
    table.only(&["columns"])?;
    Ok(Identity { columns: table.texts("columns")? })
}

fn rules(
    table: &Table<'_>,
    shared: &Vocabularies,
) -> Result<BTreeMap<FieldName, Vec<Rule>>, MappingError> {
    let mut fields = BTreeMap::new();
    for (key, node) in table.entries() {
        let Some(field) = FieldName::from_label(key) else {
            let known: Vec<_> = FieldName::ALL.iter().map(|field| field.label()).collect();
            let known = known.join(", ");
            return Err(
                node.key_error(format!("champ inconnu « {key} » ; le standard connaît : {known}"))
            );
        };
        let rules: Result<Vec<Rule>, _> = node
            .one_or_many()
            .into_iter()
            .map(|rule| rule_shape::rule(field, &rule.table()?, shared))
            .collect();
        fields.insert(field, rules?);
    }
    Ok(fields)
}

fn extra(root: &Table<'_>) -> Result<BTreeMap<String, String>, MappingError> {
    let Some(node) = root.get("extra") else { return Ok(BTreeMap::new()) };
    node.table()?.entries().map(|(key, node)| Ok((key.to_owned(), node.text()?))).collect()
}
