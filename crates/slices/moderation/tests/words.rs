//! Every message that pages and letters of this slice say is written, in French and in English.

#![expect(clippy::unwrap_used, reason = "what a test cannot read fails it")]

use moderation::model::Article;
use std::path::Path;
use std::sync::Arc;
use web::{Catalogues, Locale, Shell, Site};

fn gather(folder: &Path, text: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, text);
        } else {
            let source = std::fs::read_to_string(&path).unwrap();
            text.push_str(source.split("#[cfg(test)]").next().unwrap_or_default());
        }
    }
}

fn sources() -> String {
    let mut text = String::new();
    for folder in ["src", "templates"] {
        gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut text);
    }
    text
}

fn catalogues() -> Catalogues {
    Catalogues::new(&[web::TEXTS, moderation::TEXTS]).unwrap()
}

#[test]
fn every_message_used_is_written_in_both_languages() {
    let (catalogues, sources) = (catalogues(), sources());
    let mut missing = Vec::new();
    for call in [".t(\"", ".n(\"", ".put(\"", ".with(\"", ".n_with(\"", "done(&", "\"done-"] {
        for after in sources.split(call).skip(1) {
            let key = after.split('"').next().unwrap_or_default();
            let key = if call == "\"done-" { format!("done-{key}") } else { key.to_owned() };
            let is_key =
                !key.is_empty() && key.bytes().all(|it| it == b'-' || it.is_ascii_lowercase());
            for locale in [Locale::French, Locale::English] {
                if is_key && !catalogues.has(locale, &key) {
                    missing.push(format!("{key} in {locale}"));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_message_written_is_used() {
    let sources = sources();
    let composed = ["kind-", "signal-", "article-"];
    let french = moderation::TEXTS.iter().filter(|(locale, _)| *locale == Locale::French);
    let lines = french.flat_map(|(_, text)| text.lines());
    let keys = lines.filter_map(|it| it.split_once(" = ")).map(|(key, _)| key.trim());
    let idle: Vec<&str> = keys
        .filter(|key| key.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter(|key| !composed.iter().any(|it| key.starts_with(it)))
        .filter(|key| !sources.contains(&format!("\"{key}\"")))
        .collect();
    assert!(idle.is_empty(), "used nowhere: {idle:#?}");
}

#[test]
fn every_page_renders_in_every_language_and_shows_words_rather_than_keys() {
    for locale in Locale::ALL {
        let words = catalogues().words(locale);
        let shell = |section, path: &str| {
            Shell::new(words.clone(), Arc::new(Site::default()), section, path)
        };
        let pages = moderation::views::samples::all(shell).unwrap();
        assert!(pages.len() > 9);
        for (name, html) in pages {
            assert!(!html.contains("<script>alert"), "{name}");
            for article in Article::ALL {
                let key = format!("article-{}", article.name());
                assert!(!html.contains(&format!(">{key}")), "{name} shows {key}");
            }
            for prefix in ["moderation-", "reason-", "ruling-", "case-", "report-", "letter-"] {
                assert!(!html.contains(&format!(">{prefix}")), "{name} shows a key: {prefix}");
            }
        }
    }
}
