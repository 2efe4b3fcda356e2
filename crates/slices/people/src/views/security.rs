//! One's security.

use super::account::own_shell;
use super::said;
use crate::model::{Factors, Person, Session};
use crate::refusal::Refusal;
use askama::Template;
use base::time;
use web::{Field, FieldKind, Shell, Visitor, Words};

/// The page at `/compte/securite`.
#[derive(Template)]
#[template(path = "security.html")]
#[expect(clippy::struct_excessive_bools, reason = "each is one line of the page")]
pub struct SecurityView {
    /// The layout.
    pub shell: Shell,
    /// The new password.
    pub password: Field,
    /// Whether there is one already.
    pub has_password: bool,
    /// The address.
    pub mail: String,
    /// Whether an authenticator application is set up.
    pub has_app: bool,
    /// Whether there is something strong to show.
    pub has_factor: bool,
    /// "3 clés d'accès".
    pub passkeys: String,
    /// "Il vous reste 7 codes".
    pub recovery: String,
    /// Whether a role waits for a second proof.
    pub awaits_strong_proof: bool,
    /// The devices signed in.
    pub sessions: Vec<SessionRow>,
}

/// A device signed in.
pub struct SessionRow {
    /// Which, for the form that ends it.
    pub id: String,
    /// "Firefox, Linux".
    pub device: String,
    /// "192.0.2.0/24".
    pub network: String,
    /// When it was last used, in words.
    pub seen: String,
    /// Whether it is the one in use.
    pub is_current: bool,
}

impl SecurityView {
    /// The page of that account.
    pub fn new(
        visitor: &Visitor,
        (account, factors, awaits_strong_proof): (&Person, &Factors, bool),
        sessions: &[Session],
    ) -> Self {
        let words = visitor.words();
        let current = visitor.signed_in.as_ref().map(|it| it.session);
        let key = if account.password.is_some() { "password-new" } else { "password-first" };
        let password = Field::new("mot_de_passe", words.t(key))
            .hint(words.t("password-hint"))
            .kind(FieldKind::Password)
            .autocomplete("new-password");
        let row = |it: &Session| SessionRow {
            id: it.id.to_string(),
            device: if it.device.is_empty() {
                words.t("device-unknown")
            } else {
                it.device.clone()
            },
            network: it.network.clone(),
            seen: words.locale().date(time::civil_day(it.seen_at)),
            is_current: current == Some(it.id),
        };
        Self {
            shell: own_shell(visitor),
            password,
            has_password: account.password.is_some(),
            mail: account.mail.clone().unwrap_or_default(),
            has_app: factors.has_app,
            has_factor: factors.is_any(),
            passkeys: words.n("passkeys-count", factors.passkeys.len() as u64),
            recovery: words.n("recovery-left", u64::try_from(factors.recovery_left).unwrap_or(0)),
            awaits_strong_proof,
            sessions: sessions.iter().map(row).collect(),
        }
    }

    /// Says what is wrong with the password.
    pub fn say(&mut self, words: &Words, refusal: Refusal) {
        self.password.error = Some(said(words, refusal));
    }
}
