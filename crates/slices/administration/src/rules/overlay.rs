//! The site as the settings in force make it, over the configuration.

use super::{markdown, theme};
use crate::model::{Key, Language, Page};
use std::collections::BTreeMap;
use std::sync::Arc;
use web::{Closed, Conformity, Served, Site, Theme};

const RETRY_MINUTES: u32 = 30;

/// The site that pages say.
pub fn overlay(base: &Site, values: &BTreeMap<Key, String>) -> Site {
    let mut site = base.clone();
    let text = |key: Key| values.get(&key).cloned();
    let number = |key: Key| values.get(&key).and_then(|it| it.parse::<u32>().ok());
    site.name = text(Key::Name).unwrap_or(site.name);
    site.tagline = text(Key::Tagline).unwrap_or(site.tagline);
    site.operator = text(Key::Operator).unwrap_or(site.operator);
    site.host = text(Key::Host).unwrap_or(site.host);
    site.mail = text(Key::Mail).or(site.mail);
    site.phone = text(Key::Phone).or(site.phone);
    let conformity = values.get(&Key::Conformity).and_then(|it| Conformity::named(it));
    site.conformity = conformity.unwrap_or(site.conformity);
    declaration(&mut site, values);
    let kept = &mut site.retention;
    kept.idle_account_months = number(Key::IdleAccountMonths).unwrap_or(kept.idle_account_months);
    kept.letter_days = number(Key::LetterDays).unwrap_or(kept.letter_days);
    kept.network_days = number(Key::NetworkDays).unwrap_or(kept.network_days);
    site.closed = text(Key::ClosedSentence)
        .map(|sentence| Closed {
            sentence,
            minutes: number(Key::ClosedMinutes).unwrap_or(RETRY_MINUTES),
        })
        .or(site.closed);
    site.theme = colours(values).or(site.theme);
    site.logo = text(Key::Logo).and_then(|it| logo(&it)).or(site.logo);
    site.texts = Arc::new(texts(values));
    site
}

fn declaration(site: &mut Site, values: &BTreeMap<Key, String>) {
    let text = |key: Key| values.get(&key).cloned().unwrap_or_default();
    let said = &mut site.declaration;
    said.auditor = text(Key::Auditor);
    said.audited_on = text(Key::AuditedOn);
    said.rate_percent = values.get(&Key::AuditRate).and_then(|it| it.parse().ok());
    said.exceptions = text(Key::Exceptions)
        .lines()
        .map(|it| it.trim().trim_start_matches("- ").to_owned())
        .filter(|it| !it.is_empty())
        .collect();
    said.reviewed_on = text(Key::ReviewedOn);
    said.plan_href = text(Key::PlanHref);
}

/// The style sheet of the colours that were chosen.
fn colours(values: &BTreeMap<Key, String>) -> Option<Theme> {
    let (main, accent) = (values.get(&Key::MainColour), values.get(&Key::AccentColour));
    if main.is_none() && accent.is_none() {
        return None;
    }
    let main = main.and_then(|it| theme::main_colour(it).ok()).unwrap_or(theme::MAIN);
    let accent = accent.and_then(|it| theme::accent_colour(it).ok()).unwrap_or(theme::ACCENT);
    let sheet = served("/s/theme.css", theme::sheet(main, accent).into_bytes());
    Some(Theme { sheet, main: main.text() })
}

fn logo(text: &str) -> Option<Served> {
    let bytes = data_encoding::BASE64.decode(text.as_bytes()).ok()?;
    Some(served("/s/logo-maison.jpg", bytes))
}

fn texts(values: &BTreeMap<Key, String>) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for page in Page::ALL {
        for language in Language::ALL {
            if let Some(text) = values.get(&Key::Text(page, language)) {
                let name = format!("{}.{}", page.name(), language.name());
                texts.insert(name, markdown::html(text));
            }
        }
    }
    texts
}

/// A file whose address changes with its content.
fn served(path: &str, bytes: Vec<u8>) -> Served {
    use sha2::Digest as _;
    let digest = sha2::Sha256::digest(&bytes);
    let print = data_encoding::HEXLOWER.encode(&digest[..8]);
    Served { href: format!("{path}?v={print}"), bytes: bytes.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_covers_the_configuration_and_nothing_else_moves() {
        let base =
            Site { name: "Base".into(), mail: Some("a@exemple.fr".into()), ..Site::default() };
        assert_eq!(overlay(&base, &BTreeMap::new()).name, "Base");
        let values = BTreeMap::from([
            (Key::Name, "Le Réseau".to_owned()),
            (Key::ClosedSentence, String::new()),
            (Key::MainColour, "#5b2a86".to_owned()),
            (Key::Text(Page::Legal, Language::French), "# Éditeur".to_owned()),
        ]);
        let site = overlay(&base, &values);
        assert_eq!(site.name, "Le Réseau");
        assert_eq!(site.mail.as_deref(), Some("a@exemple.fr"));
        assert_eq!(site.closed, Some(Closed { sentence: String::new(), minutes: 30 }));
        assert!(site.theme.unwrap().sheet.href.starts_with("/s/theme.css?v="));
        assert_eq!(site.texts["legal.fr"], "<h2>Éditeur</h2>\n");
    }
}
