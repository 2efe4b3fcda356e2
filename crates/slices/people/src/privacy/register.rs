//! The register of processing (GDPR, article 30), read from what is written beside each table:
//! one file `privacy.toml` next to the migrations of a crate says whose data a table holds, what
//! for, on what ground, how long and who reads it. A test fails when a table or a column is in
//! none of these files, so the register cannot be older than the schema.

use serde::Deserialize;
use std::collections::BTreeMap;

/// One processing: a table.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Processing {
    /// The table.
    #[serde(default)]
    pub table: String,
    /// Whose data: `account`, `invited`, `professional`, `visitor`, `nobody`.
    pub whose: String,
    /// What for.
    pub purpose: Said,
    /// On what ground: `contract`, `duty`, `interest`, `mission`, `consent`, `none`.
    pub basis: String,
    /// How long.
    pub retention: Said,
    /// Who reads it: `self`, `team`, `administration`, `mail`, `public`, `nobody`.
    pub recipients: Vec<String>,
    /// Why the archive of one's data does not hold it, when it holds something of a person and the
    /// archive leaves it out; empty otherwise.
    #[serde(default)]
    pub not_taken: String,
    /// The class of each column.
    pub columns: BTreeMap<String, String>,
}

/// A sentence in the two languages of the site.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// In French.
    pub fr: String,
    /// In English.
    pub en: String,
}

impl Said {
    /// The sentence for who reads in that language.
    pub fn to(&self, words: &web::Words) -> &str {
        if words.english() { &self.en } else { &self.fr }
    }
}

impl Processing {
    /// Whether it holds something about people.
    pub fn is_personal(&self) -> bool {
        self.whose != "nobody"
    }

    /// The classes of its columns that say something of someone, each once, in a steady order.
    pub fn classes(&self) -> Vec<&str> {
        const ORDER: [&str; 6] = ["identity", "contact", "content", "trace", "secret", "id"];
        let has = |class: &&str| self.columns.values().any(|it| it == class);
        ORDER.into_iter().filter(has).collect()
    }
}

/// The register of those files, in the order of the tables' names.
pub fn register(files: &[&str]) -> Result<Vec<Processing>, toml::de::Error> {
    let mut all = BTreeMap::new();
    for file in files {
        let tables: BTreeMap<String, Processing> = toml::from_str(file)?;
        all.extend(tables);
    }
    Ok(all.into_iter().map(|(table, it)| Processing { table, ..it }).collect())
}
