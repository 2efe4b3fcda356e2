//! Every message a page uses is written in French and in English, and none is written for nothing.

#![expect(clippy::unwrap_used, reason = "what a test cannot read fails it")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use web::{Catalogues, Locale};

const CALLS: [&str; 5] = [".t(\"", ".n(\"", ".put(\"", ".with(\"", ".n_with(\""];

/// The text of every template and module of `web` and `portal`.
fn sources() -> String {
    let portal = Path::new(env!("CARGO_MANIFEST_DIR"));
    let ground = portal.join("../../ground/web");
    let mut text = String::new();
    for folder in ["src", "templates"] {
        gather(&portal.join(folder), &mut text);
        gather(&ground.join(folder), &mut text);
    }
    text
}

fn gather(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, text);
        } else {
            // Tests and examples speak of messages that exist nowhere else.
            let source = fs::read_to_string(&path).unwrap();
            let source = source.split("#[cfg(test)]").next().unwrap_or_default();
            let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
            text.extend(code.flat_map(|line| [line, "\n"]));
        }
    }
}

fn keys(text: &str) -> impl Iterator<Item = &str> {
    let definitions = text.lines().filter_map(|line| line.split_once(" ="));
    definitions.map(|(key, _)| key).filter(|key| key.starts_with(|c: char| c.is_ascii_lowercase()))
}

#[test]
fn every_message_used_is_written_in_both_languages() {
    let catalogues = Catalogues::new(&[web::TEXTS, portal::TEXTS]).unwrap();
    let sources = sources();
    let mut missing = BTreeSet::new();
    for call in CALLS {
        for after in sources.split(call).skip(1) {
            let key = after.split('"').next().unwrap_or_default();
            for locale in [Locale::French, Locale::English] {
                if !catalogues.has(locale, key) {
                    missing.insert(format!("{key} in {locale}"));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_message_written_is_used_and_says_so_in_both_languages() {
    let catalogues = Catalogues::new(&[web::TEXTS, portal::TEXTS]).unwrap();
    let sources = sources();
    // The words of the vocabularies are named after their codes: `service-` and the code.
    let composed: BTreeSet<_> = keys(include_str!("../words/vocabulary-fr.ftl")).collect();
    let (mut idle, mut alone) = (BTreeSet::new(), BTreeSet::new());
    for (_, text) in portal::TEXTS.iter().chain(web::TEXTS) {
        for key in keys(text) {
            if !composed.contains(key) && !sources.contains(&format!("\"{key}\"")) {
                idle.insert(key);
            }
            let both = [Locale::French, Locale::English];
            if !both.into_iter().all(|locale| catalogues.has(locale, key)) {
                alone.insert(key);
            }
        }
    }
    assert!(alone.is_empty(), "in one language only: {alone:#?}");
    assert!(idle.is_empty(), "used nowhere: {idle:#?}");
}
