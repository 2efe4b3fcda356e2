//! Setting up an authenticator application, and recovery codes to print.

use super::account::own_shell;
use super::prove::app_field;
use super::said;
use crate::actions::AppSetup;
use crate::model::Person;
use crate::refusal::Refusal;
use crate::rules::authenticator;
use askama::Template;
use fast_qr::QRBuilder;
use std::fmt::Write as _;
use web::{Field, Shell, Visitor, Words};

/// The page at `/compte/application`.
#[derive(Template)]
#[template(path = "app.html")]
pub struct AppView {
    /// The layout.
    pub shell: Shell,
    /// The picture to take.
    pub picture: Option<Picture>,
    /// The same in letters.
    pub letters: String,
    /// What the form brings back.
    pub closed: String,
    /// The digits, with what is wrong.
    pub fields: Vec<Field>,
    /// What is wrong with the whole.
    pub problem: Option<String>,
    /// Whether another application is replaced.
    pub replaces: bool,
}

/// A picture that telephones read: dark squares as one path.
pub struct Picture {
    /// Squares on a side, margin included.
    pub side: usize,
    /// The path of the dark ones.
    pub path: String,
}

impl Picture {
    /// The picture of a text. None when it is too long for one.
    pub fn of(text: &str) -> Option<Self> {
        const MARGIN: usize = 4;
        let code = QRBuilder::new(text).build().ok()?;
        let mut path = String::new();
        for y in 0..code.size {
            let mut x = 0;
            while x < code.size {
                let run = (x..code.size).take_while(|at| code[y][*at].value()).count();
                if run > 0 {
                    let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + MARGIN, y + MARGIN);
                }
                x += run + 1;
            }
        }
        Some(Self { side: code.size + 2 * MARGIN, path })
    }
}

impl AppView {
    /// The page.
    pub fn new(visitor: &Visitor, account: &Person, setup: &AppSetup, replaces: bool) -> Self {
        let words = visitor.words();
        let shell = own_shell(visitor);
        let label = account.mail.as_deref().unwrap_or(&account.name);
        let address = authenticator::address(&setup.secret, &shell.site.name, label);
        Self {
            picture: Picture::of(&address),
            letters: setup.letters(),
            closed: setup.closed.clone(),
            fields: vec![app_field(&words)],
            problem: None,
            replaces,
            shell,
        }
    }

    /// Says what is wrong, where it is.
    pub fn say(&mut self, words: &Words, refusal: Refusal) {
        let text = said(words, refusal);
        match (refusal, self.fields.first_mut()) {
            (Refusal::WrongAppDigits, Some(field)) => field.error = Some(text),
            _ => self.problem = Some(text),
        }
    }
}

/// Recovery codes, shown once.
#[derive(Template)]
#[template(path = "recovery.html")]
pub struct RecoveryView {
    /// The layout.
    pub shell: Shell,
    /// The codes; empty before they are drawn.
    pub codes: Vec<String>,
    /// What has just been done.
    pub done: Option<String>,
    /// "Il vous reste 7 codes".
    pub left: String,
}

impl RecoveryView {
    /// The page that offers to draw new codes.
    pub fn new(visitor: &Visitor, left: i64) -> Self {
        let left = visitor.words().n("recovery-left", u64::try_from(left).unwrap_or(0));
        Self { shell: own_shell(visitor), codes: Vec::new(), done: None, left }
    }

    /// The page that shows codes, with a word on what has just been done.
    pub fn shown(visitor: &Visitor, codes: Vec<String>, done: &str) -> Self {
        let done = Some(visitor.words().t(done));
        Self { codes, done, ..Self::new(visitor, 0) }
    }
}

#[cfg(test)]
mod tests {
    use super::Picture;

    #[test]
    fn a_picture_is_squares_inside_its_margin() {
        let picture = Picture::of("otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ").unwrap();
        assert!(picture.side > 25 && picture.path.starts_with("M4 4h7v1h-7z"), "{}", picture.path);
        assert!(picture.path.len() < 20_000);
        assert!(Picture::of(&"x".repeat(5_000)).is_none());
    }
}
