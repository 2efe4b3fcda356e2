//! The last part of a place's address: its name and its commune, readable and stable.

use unicode_normalization::UnicodeNormalization as _;

const LENGTH_MAX: usize = 80;

/// `Médiathèque L'Étoile`, `Rennes` gives `mediatheque-l-etoile-rennes`.
pub fn slug(name: &str, commune: &str) -> String {
    let name = words(name);
    let commune = words(commune);
    let whole = match (name.is_empty(), commune.is_empty()) {
        (true, true) => "lieu".into(),
        (true, false) => format!("lieu-{commune}"),
        (false, true) => name,
        (false, false) if ends_with(&name, &commune) => name,
        (false, false) => format!("{name}-{commune}"),
    };
    shortened(&whole)
}

fn ends_with(name: &str, commune: &str) -> bool {
    name.strip_suffix(commune).is_some_and(|before| before.is_empty() || before.ends_with('-'))
}

/// Letters and digits without accents, in lower case, joined by hyphens.
pub fn words(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.nfd().flat_map(unligature) {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !is_accent(c) && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

fn unligature(c: char) -> impl Iterator<Item = char> {
    let (first, second) = match c {
        'œ' | 'Œ' => ('o', Some('e')),
        'æ' | 'Æ' => ('a', Some('e')),
        'ß' => ('s', Some('s')),
        other => (other, None),
    };
    std::iter::once(first).chain(second)
}

fn is_accent(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

fn shortened(slug: &str) -> String {
    if slug.len() <= LENGTH_MAX {
        return slug.to_owned();
    }
    let cut = &slug[..LENGTH_MAX];
    cut.rsplit_once('-').map_or(cut, |(whole_words, _)| whole_words).to_owned()
}

/// The slug itself if it is free, else with the first free number behind it.
pub fn free(slug: &str, is_taken: impl Fn(&str) -> bool) -> String {
    if !is_taken(slug) {
        return slug.to_owned();
    }
    (2..=u32::MAX)
        .map(|n| format!("{slug}-{n}"))
        .find(|candidate| !is_taken(candidate))
        .unwrap_or_else(|| slug.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_like_the_place() {
        assert_eq!(slug("Médiathèque L'Étoile", "Rennes"), "mediatheque-l-etoile-rennes");
        assert_eq!(slug("Mairie de Bœurs", "Bœurs"), "mairie-de-boeurs");
        assert_eq!(slug("  ", ""), "lieu");
        assert_eq!(slug("« 3e lieu »", "Saint-Malo"), "3e-lieu-saint-malo");
    }

    #[test]
    fn a_taken_address_gets_a_number() {
        assert_eq!(free("mairie", |it| it == "mairie" || it == "mairie-2"), "mairie-3");
    }
}
