//! What is said in French is said in English, and each message is said once.

use crate::source::{File, files, none_of};
use std::collections::{BTreeMap, BTreeSet};

/// The easy-to-read catalogues: they borrow from French what they do not say.
const EASY: &str = "fr-falc";

#[test]
fn every_message_is_there_in_french_and_in_english() {
    let catalogues = files("crates", &[".ftl"]);
    let mut broken = Vec::new();
    for (folder, said) in by_folder(&catalogues) {
        let of = |language: &str| said.get(language).cloned().unwrap_or_default();
        let (french, english, easy) = (of("fr"), of("en"), of(EASY));
        let missing = |keys: &BTreeSet<String>, among: &BTreeSet<String>, language: &str| {
            keys.difference(among)
                .map(|key| format!("{folder}: `{key}` is not in {language}"))
                .collect::<Vec<_>>()
        };
        broken.extend(missing(&french, &english, "English"));
        broken.extend(missing(&english, &french, "French"));
        broken.extend(missing(&easy, &french, "French"));
    }
    none_of(&broken, "every message is there in French and in English");
}

#[test]
fn a_message_is_said_once() {
    let catalogues = files("crates", &[".ftl"]);
    let mut seen: BTreeMap<(&str, String), &str> = BTreeMap::new();
    let mut broken = Vec::new();
    for file in &catalogues {
        for key in keys(&file.text) {
            let place = (language(&file.path), key.to_owned());
            if let Some(other) = seen.insert(place, &file.path) {
                broken.push(format!("{}: `{key}` is also in {other}", file.path));
            }
        }
    }
    none_of(&broken, "a message is said once in a language");
}

/// The messages of each folder, by language.
fn by_folder(catalogues: &[File]) -> BTreeMap<&str, BTreeMap<&str, BTreeSet<String>>> {
    let mut folders: BTreeMap<&str, BTreeMap<&str, BTreeSet<String>>> = BTreeMap::new();
    for file in catalogues {
        let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let said = folders.entry(folder).or_default().entry(language(&file.path)).or_default();
        said.extend(keys(&file.text).map(str::to_owned));
    }
    folders
}

/// `fr`, `en` or `fr-falc`, from `words/fr.ftl`, `words/pages-en.ftl`, `words/fr-falc.ftl`.
fn language(path: &str) -> &'static str {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name).trim_end_matches(".ftl");
    if name.ends_with(EASY) {
        EASY
    } else if name == "en" || name.ends_with("-en") {
        "en"
    } else {
        "fr"
    }
}

/// The names of the messages of a catalogue.
fn keys(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()))
        .filter_map(|line| line.split_once('='))
        .map(|(key, _)| key.trim())
}
