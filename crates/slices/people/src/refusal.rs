//! Every "no" of this slice.

use base::Refusal as Say;

/// Why people are refused something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Not a mail address.
    MailUnreadable,
    /// A name is needed, of 1 to 80 characters.
    NameNeeded,
    /// Shorter than twelve characters.
    PasswordShort,
    /// Longer than 256 characters.
    PasswordLong,
    /// Too easy to guess: a known password, or made of the person's own words.
    PasswordGuessable,
    /// The address and the password do not go together, or there is no such account.
    WrongProof,
    /// The password is not the right one.
    WrongPassword,
    /// The digits are not those of the letter.
    WrongDigits,
    /// The digits are not those of the application, or were already used.
    WrongAppDigits,
    /// Not a recovery code, or one already used.
    WrongRecovery,
    /// What the passkey answered is not right.
    WrongPasskey,
    /// This passkey is already registered.
    PasskeyKnown,
    /// As many passkeys as one may have.
    PasskeysFull,
    /// The link or the digits do not work, or no longer.
    CodeDead,
    /// Too many attempts: wait.
    Locked,
    /// The account is suspended.
    Suspended,
    /// Something has to be proved again first.
    ProveAgain,
    /// Something strong has to be shown first: the application, or a passkey.
    ProveStrongly,
    /// Recovery codes are shown once.
    ShownOnce,
    /// Nobody gives a role to oneself.
    OwnRole,
    /// The role cannot be held there.
    RoleMisplaced,
    /// The role is already held there.
    RoleHeld,
    /// The last administrator cannot leave.
    LastAdministrator,
    /// The end comes before the beginning, or is past.
    EndPast,
    /// The invitation was sent to another address.
    InvitationOfAnother,
    /// The address is taken.
    MailTaken,
    /// A request about one's data says something, in 2,000 characters at most.
    RequestText,
    /// Agreeing alone is from fifteen years of age (reliability C7).
    AgeStatement,
    /// The last manager of a place names who comes next before leaving.
    SuccessorNeeded,
}

impl Say for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Self::MailUnreadable => "people-mail-unreadable",
            Self::NameNeeded => "people-name-needed",
            Self::PasswordShort => "people-password-short",
            Self::PasswordLong => "people-password-long",
            Self::PasswordGuessable => "people-password-guessable",
            Self::WrongProof => "people-wrong-proof",
            Self::WrongPassword => "people-wrong-password",
            Self::WrongDigits => "code-wrong",
            Self::WrongAppDigits => "people-wrong-app-digits",
            Self::WrongRecovery => "people-wrong-recovery",
            Self::WrongPasskey => "people-wrong-passkey",
            Self::PasskeyKnown => "people-passkey-known",
            Self::PasskeysFull => "people-passkeys-full",
            Self::CodeDead => "people-code-dead",
            Self::Locked => "people-locked",
            Self::Suspended => "people-suspended",
            Self::ProveAgain => "people-prove-again",
            Self::ProveStrongly => "people-prove-strongly",
            Self::ShownOnce => "people-shown-once",
            Self::OwnRole => "people-own-role",
            Self::RoleMisplaced => "people-role-misplaced",
            Self::RoleHeld => "people-role-held",
            Self::LastAdministrator => "people-last-administrator",
            Self::EndPast => "people-end-past",
            Self::InvitationOfAnother => "people-invitation-of-another",
            Self::MailTaken => "people-mail-taken",
            Self::RequestText => "people-request-text",
            Self::AgeStatement => "people-age-statement",
            Self::SuccessorNeeded => "people-successor-needed",
        }
    }

    fn article(&self) -> Option<&'static str> {
        match self {
            Self::OwnRole => Some("network 7.1 R2"),
            _ => None,
        }
    }
}
