//! Letters: what they hold. Their outbox is on its way.

/// A mail address.
pub struct Address(pub String);

impl Address {
    /// Reads an address.
    pub fn read(text: &str) -> Result<Self, String> {
        Ok(Self(text.to_owned()))
    }
}

/// What a letter says.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// Its first line.
    pub greeting: String,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
    /// A code to copy.
    pub code: Option<String>,
    /// A link to follow.
    pub action: Option<Link>,
    /// Its last lines.
    pub small_print: String,
}

/// Words that lead somewhere.
#[derive(Clone, Debug)]
pub struct Link {
    /// The words.
    pub label: String,
    /// The address.
    pub url: String,
}

impl Link {
    /// Words that lead somewhere.
    pub fn new(label: impl Into<String>, url: impl Into<String>) -> Self {
        Self { label: label.into(), url: url.into() }
    }
}

/// A letter.
pub struct Letter;

impl Letter {
    /// A letter.
    pub fn new(
        _to: Address,
        _kind: &'static str,
        _locale: &str,
        _subject: &str,
        _body: Body,
    ) -> Result<Self, String> {
        Ok(Self)
    }

    /// Someone is waiting for it.
    #[must_use]
    pub fn urgent(self) -> Self {
        self
    }
}

/// Puts it in the outbox.
#[expect(clippy::unused_async, reason = "the outbox is on its way")]
pub async fn post(_act: &mut db::Act, _letter: &Letter) -> db::Result<Option<base::MailId>> {
    Ok(None)
}
