//! What can be posted. What goes into a header is checked when the letter is made.

use super::address::Address;
use serde::{Deserialize, Serialize};

/// Longest subject, in characters: a place with a long name must not cost a letter.
const SUBJECT_MAX: usize = 200;
/// Longest address of a page, in bytes: it stands on one line of a header.
const URL_MAX: usize = 900;
/// Longest content, in bytes as stored.
const CONTENT_MAX: usize = 200_000;

/// A letter to one person.
#[derive(Clone, Debug)]
pub struct Letter {
    to: Address,
    kind: &'static str,
    locale: String,
    subject: String,
    content: Content,
    once: Option<String>,
    is_urgent: bool,
}

/// What a letter says, from which text and HTML are laid out in this order.
///
/// A code or a link that opens an account goes in `code` or `action` and nowhere else: these are
/// what is hidden from the administration and forgotten soon after the letter left.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// `Bonjour,`
    pub greeting: String,
    /// Plain sentences; an end of line within one is kept.
    pub paragraphs: Vec<String>,
    /// A code to type, shown large.
    pub code: Option<String>,
    /// The one thing to do: what the button says, and the absolute address it leads to.
    pub action: Option<Link>,
    /// Why one receives this, what to do if one did not ask.
    pub small_print: String,
}

/// Words that lead somewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// What it says.
    pub label: String,
    /// Where it leads: an absolute address, http or https.
    pub url: String,
}

/// What the outbox keeps of a letter until it is forgotten.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Content {
    pub(crate) body: Body,
    pub(crate) unsubscribe: Option<Link>,
}

/// Why a letter cannot be made. It is a mistake of the program that writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LetterError {
    /// The kind is not `slice.name`.
    #[error("the kind of a letter is written slice.name")]
    Kind,
    /// The locale is not a code such as `fr` or `fr-falc`.
    #[error("the locale of a letter is a code such as fr or fr-falc")]
    Locale,
    /// The subject is empty or holds an end of line.
    #[error("a subject is one line that says something")]
    Subject,
    /// A link is not an absolute http or https address on one line.
    #[error("a link of a letter is an absolute http or https address of at most 900 bytes")]
    Link,
    /// The content is larger than 200 kB.
    #[error("the content of a letter is too long")]
    TooLong,
}

impl Letter {
    /// A letter to `to`. `kind` says what it is for (`people.sign_in`), `locale` in which
    /// language it is written (`fr`, `fr-falc`, `en`). The subject never holds a code.
    pub fn new(
        to: Address,
        kind: &'static str,
        locale: &str,
        subject: &str,
        body: Body,
    ) -> Result<Self, LetterError> {
        if !is_kind(kind) {
            return Err(LetterError::Kind);
        }
        if !is_locale(locale) {
            return Err(LetterError::Locale);
        }
        let subject = subject.trim_matches(' ');
        if subject.is_empty() || !is_one_line(subject) {
            return Err(LetterError::Subject);
        }
        if body.action.as_ref().is_some_and(|it| !it.is_absolute()) {
            return Err(LetterError::Link);
        }
        if body.size() > CONTENT_MAX {
            return Err(LetterError::TooLong);
        }
        Ok(Self {
            to,
            kind,
            locale: locale.into(),
            subject: cut(subject),
            content: Content { body, unsubscribe: None },
            once: None,
            is_urgent: false,
        })
    }

    /// Adds the way out, which is also the one-click header of RFC 8058: a POST to that address,
    /// without signing in, unsubscribes.
    pub fn with_unsubscribe(mut self, link: Link) -> Result<Self, LetterError> {
        if !link.is_absolute() || link.label.len() > URL_MAX {
            return Err(LetterError::Link);
        }
        self.content.unsubscribe = Some(link);
        Ok(self)
    }

    /// Gives it a key: a letter with the same key is not posted twice (within a year).
    #[must_use]
    pub fn once(mut self, key: impl Into<String>) -> Self {
        self.once = Some(key.into());
        self
    }

    /// Someone is waiting for it: it passes before the others, is tried for two hours only, and
    /// even goes once a day to an address that bounced.
    #[must_use]
    pub fn urgent(mut self) -> Self {
        self.is_urgent = true;
        self
    }

    /// To whom.
    pub fn to(&self) -> &Address {
        &self.to
    }

    /// What it is for.
    pub fn kind(&self) -> &'static str {
        self.kind
    }

    /// The code of its language.
    pub fn locale(&self) -> &str {
        &self.locale
    }

    /// Its subject.
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// Whether someone is waiting for it.
    pub fn is_urgent(&self) -> bool {
        self.is_urgent
    }

    /// Whether it opens something: its body is then forgotten soon after it left.
    pub fn is_secret(&self) -> bool {
        self.content.body.code.is_some() || self.content.body.action.is_some()
    }

    pub(crate) fn content(&self) -> &Content {
        &self.content
    }

    pub(crate) fn once_key(&self) -> Option<&str> {
        self.once.as_deref()
    }
}

impl Body {
    fn size(&self) -> usize {
        let code = self.code.as_ref().map_or(0, String::len);
        let action = self.action.as_ref().map_or(0, |it| it.label.len() + it.url.len());
        let paragraphs: usize = self.paragraphs.iter().map(String::len).sum();
        self.greeting.len() + paragraphs + code + action + self.small_print.len()
    }
}

impl Link {
    /// Words that lead somewhere.
    pub fn new(label: impl Into<String>, url: impl Into<String>) -> Self {
        Self { label: label.into(), url: url.into() }
    }

    fn is_absolute(&self) -> bool {
        let is_printable = self.url.bytes().all(|byte| byte.is_ascii_graphic());
        let is_web = url::Url::parse(&self.url)
            .is_ok_and(|it| matches!(it.scheme(), "http" | "https") && it.has_host());
        // Angle brackets would end the address within its header.
        is_printable && is_web && self.url.len() <= URL_MAX && !self.url.contains(['<', '>', '"'])
    }
}

fn cut(subject: &str) -> String {
    if subject.chars().count() <= SUBJECT_MAX {
        return subject.into();
    }
    subject.chars().take(SUBJECT_MAX - 1).chain(['…']).collect()
}

/// Whether nothing in the text ends a line or is a control.
pub(crate) fn is_one_line(text: &str) -> bool {
    !text.chars().any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'))
}

fn is_kind(kind: &str) -> bool {
    let is_word = |word: &str| {
        !word.is_empty() && word.bytes().all(|it| it.is_ascii_lowercase() || it == b'_')
    };
    kind.split_once('.').is_some_and(|(slice, name)| is_word(slice) && is_word(name))
}

fn is_locale(locale: &str) -> bool {
    (2..=20).contains(&locale.len())
        && locale.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(subject: &str) -> Result<Letter, LetterError> {
        let to = "marie@exemple.fr".parse().unwrap();
        Letter::new(to, "people.sign_in", "fr", subject, Body::default())
    }

    #[test]
    fn a_subject_is_one_line() {
        assert_eq!(letter(" Votre code ").unwrap().subject(), "Votre code");
        let hostile =
            ["", "a\r\nBcc: b@exemple.fr", "a\nb", "a\rb", "a\u{2028}b", "a\u{85}b", "a\0b"];
        for subject in hostile {
            assert_eq!(letter(subject).unwrap_err(), LetterError::Subject, "{subject:?}");
        }
        let long = letter(&"é".repeat(201)).unwrap();
        assert_eq!(long.subject().chars().count(), 200);
        assert!(long.subject().ends_with("é…"));
    }

    #[test]
    fn a_link_is_absolute_and_cannot_end_its_header() {
        let hostile = [
            "/desabonner",
            "javascript:alert(1)",
            "https://exemple.fr/\r\nBcc: b@exemple.fr",
            "https://exemple.fr/>,<https://autre.fr",
            "https://exemple.fr/ a",
            "data:text/html,a",
            "https://",
            "mailto:a@exemple.fr",
        ];
        for url in hostile {
            let made = letter("a").unwrap().with_unsubscribe(Link::new("Se désabonner", url));
            assert_eq!(made.unwrap_err(), LetterError::Link, "{url:?}");
            let body = Body { action: Some(Link::new("Ouvrir", url)), ..Body::default() };
            let to: Address = "marie@exemple.fr".parse().unwrap();
            assert!(Letter::new(to, "people.sign_in", "fr", "a", body).is_err(), "{url:?}");
        }
    }

    #[test]
    fn kinds_and_locales_have_a_shape() {
        let to: Address = "marie@exemple.fr".parse().unwrap();
        let made = |kind, locale| Letter::new(to.clone(), kind, locale, "a", Body::default());
        assert!(made("people.sign_in", "fr-falc").is_ok());
        assert_eq!(made("sign in", "fr").unwrap_err(), LetterError::Kind);
        assert_eq!(made("people.sign_in", "fr\r\nX: y").unwrap_err(), LetterError::Locale);
    }
}
