//! What the site says, in each language: catalogues of messages and a handle to speak from them.
//!
//! Every crate that shows something keeps its messages in `words/fr.ftl`, `words/fr-falc.ftl` and
//! `words/en.ftl` ([Fluent](https://projectfluent.org)) and lists them in a constant; the program
//! gathers the lists once in [`Catalogues`] and gives each visitor a [`Words`].
//!
//! ```
//! use web::{Catalogues, Locale};
//! let french = "places = { $count ->
//!     [one] un lieu
//!    *[other] { $count } lieux
//!  }";
//! let texts = [(Locale::French, french)];
//! let catalogues = Catalogues::new(&[&texts])?;
//! assert_eq!(catalogues.words(Locale::French).n("places", 2000), "2\u{202f}000 lieux");
//! # Ok::<(), anyhow::Error>(())
//! ```

mod format;
mod locale;

pub use format::capitalised;
pub use locale::Locale;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;
use std::sync::Arc;

/// The messages of one crate: for each locale, the text of its catalogue.
pub type Texts = [(Locale, &'static str)];

/// The messages that the layout and the shared components use.
pub const TEXTS: &Texts = &[
    (Locale::French, include_str!("../words/fr.ftl")),
    (Locale::EasyFrench, include_str!("../words/fr-falc.ftl")),
    (Locale::English, include_str!("../words/en.ftl")),
];

/// Every message of the program, by locale. Built once; cheap to clone.
#[derive(Clone)]
pub struct Catalogues(Arc<[FluentBundle<FluentResource>; 3]>);

/// The voice of one page: one locale, and what to fall back on. Cheap to clone.
#[derive(Clone)]
pub struct Words {
    locale: Locale,
    catalogues: Catalogues,
}

impl Catalogues {
    /// Gathers the messages of several crates.
    ///
    /// Fails if a text is not Fluent, or if two crates define the same message.
    pub fn new(crates: &[&Texts]) -> anyhow::Result<Self> {
        let bundle = |locale: Locale| -> anyhow::Result<_> {
            let mut bundle = FluentBundle::new_concurrent(vec![locale.tag().parse()?]);
            bundle.set_use_isolating(false);
            bundle.set_formatter(Some(match locale {
                Locale::French | Locale::EasyFrench => number_in_french,
                Locale::English => number_in_english,
            }));
            let texts = crates.iter().flat_map(|texts| texts.iter());
            for (_, text) in texts.filter(|(of, _)| *of == locale) {
                let resource = FluentResource::try_new((*text).to_owned())
                    .map_err(|(_, errors)| anyhow::anyhow!("catalogue {locale}: {errors:?}"))?;
                bundle
                    .add_resource(resource)
                    .map_err(|errors| anyhow::anyhow!("catalogue {locale}: {errors:?}"))?;
            }
            Ok(bundle)
        };
        let [french, easy, english] = Locale::ALL;
        Ok(Self(Arc::new([bundle(french)?, bundle(easy)?, bundle(english)?])))
    }

    /// The voice of a page in `locale`.
    pub fn words(&self, locale: Locale) -> Words {
        Words { locale, catalogues: self.clone() }
    }

    /// Whether the locale itself, without falling back, has the message.
    pub fn has(&self, locale: Locale, key: &str) -> bool {
        self.bundle(locale).has_message(key)
    }

    fn bundle(&self, locale: Locale) -> &FluentBundle<FluentResource> {
        let [french, easy, english] = &*self.0;
        match locale {
            Locale::French => french,
            Locale::EasyFrench => easy,
            Locale::English => english,
        }
    }
}

impl Words {
    /// The message as it is. A message nobody wrote shows its key, which tests look for.
    pub fn t(&self, key: &str) -> String {
        self.say(key, None)
    }

    /// The message about `count` things: it may use `$count` and choose by its plural.
    pub fn n(&self, key: &str, count: u64) -> String {
        let mut values = FluentArgs::new();
        values.set("count", number(count));
        self.say(key, Some(&values))
    }

    /// The message with several values put in, each under its name.
    pub fn with(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.say(key, Some(&values.iter().map(|(name, value)| (*name, *value)).collect()))
    }

    /// The message with one value put in; what templates call.
    pub fn put(&self, key: &str, name: &str, value: impl std::fmt::Display) -> String {
        self.with(key, &[(name, &value.to_string())])
    }

    /// The message about `count` things, with other values put in.
    pub fn n_with(&self, key: &str, count: u64, values: &[(&str, &str)]) -> String {
        let mut all: FluentArgs = values.iter().map(|(name, value)| (*name, *value)).collect();
        all.set("count", number(count));
        self.say(key, Some(&all))
    }

    /// The language spoken.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// Whether the page speaks English; for pages of prose, which have one text per language.
    pub fn english(&self) -> bool {
        self.locale == Locale::English
    }

    fn say(&self, key: &str, values: Option<&FluentArgs>) -> String {
        let spoken = self.locale.chain().iter().find_map(|locale| {
            let bundle = self.catalogues.bundle(*locale);
            let pattern = bundle.get_message(key)?.value()?;
            let mut errors = Vec::new();
            Some(bundle.format_pattern(pattern, values, &mut errors).into_owned())
        });
        spoken.unwrap_or_else(|| {
            tracing::warn!(key, "message missing from the catalogues");
            key.to_owned()
        })
    }
}

/// Fluent counts with floats, exact up to 2^53: far more than there are places.
#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
fn number(count: u64) -> FluentValue<'static> {
    FluentValue::from(count as f64)
}

fn number_in_french(value: &FluentValue, _: &IntlLangMemoizer) -> Option<String> {
    format_number(Locale::French, value)
}

fn number_in_english(value: &FluentValue, _: &IntlLangMemoizer) -> Option<String> {
    format_number(Locale::English, value)
}

fn format_number(locale: Locale, value: &FluentValue) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let digits = usize::from(number.value.fract() != 0.0);
    Some(locale.decimal(number.value, digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &Texts = &[
        (
            Locale::French,
            "greet = Bonjour { $name }
places = { $count ->
    [one] { $count } lieu
   *[other] { $count } lieux
 }
only = Seulement ici",
        ),
        (Locale::EasyFrench, "greet = Salut { $name }"),
        (
            Locale::English,
            "greet = Hello { $name }
places = { $count ->
    [one] { $count } place
   *[other] { $count } places
 }",
        ),
    ];

    fn words(locale: Locale) -> Words {
        Catalogues::new(&[SAMPLE]).unwrap().words(locale)
    }

    #[test]
    fn french_counts_none_as_one_and_english_as_many() {
        assert_eq!(words(Locale::French).n("places", 0), "0 lieu");
        assert_eq!(words(Locale::English).n("places", 0), "0 places");
        assert_eq!(words(Locale::French).n("places", 12_345), "12\u{202f}345 lieux");
        assert_eq!(words(Locale::English).n("places", 12_345), "12,345 places");
    }

    #[test]
    fn easy_french_borrows_from_french_what_it_does_not_say() {
        assert_eq!(words(Locale::EasyFrench).put("greet", "name", "Ana"), "Salut Ana");
        assert_eq!(words(Locale::EasyFrench).n("places", 2), "2 lieux");
    }

    #[test]
    fn a_missing_message_shows_its_key_rather_than_another_language() {
        assert_eq!(words(Locale::English).t("only"), "only");
    }

    #[test]
    fn a_broken_catalogue_is_refused_when_the_program_starts() {
        assert!(Catalogues::new(&[&[(Locale::French, "greet = { $name")]]).is_err());
        assert!(Catalogues::new(&[SAMPLE, SAMPLE]).is_err());
    }

    #[test]
    fn the_catalogues_of_this_crate_say_the_same_things_in_both_languages() {
        let catalogues = Catalogues::new(&[TEXTS]).unwrap();
        for (locale, text) in TEXTS {
            for key in text.lines().filter_map(|line| line.split_once(" =")).map(|(key, _)| key) {
                if key.starts_with(|first: char| first.is_ascii_lowercase()) {
                    assert!(catalogues.has(Locale::French, key), "{key} of {locale} not in French");
                    let english =
                        *locale == Locale::EasyFrench || catalogues.has(Locale::English, key);
                    assert!(english, "{key} of {locale} not in English");
                }
            }
        }
    }
}
