//! The nouns: persons, sessions, roles, scopes. No IO.

mod role;
mod scope;

pub use role::Role;
pub use scope::Scope;

use base::{CodeId, GrantId, InvitationId, PasskeyId, PersonId, SessionId, Timestamp};

/// Someone with an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who, for ever; means nothing once the rest is erased.
    pub id: PersonId,
    /// The name they chose to be called by; "compte supprimé" once erased.
    pub name: String,
    /// Where letters go; none once erased.
    pub mail: Option<String>,
    /// The hash of their password, when they have one (PHC string, argon2id).
    pub password: Option<String>,
    /// The code of the language they read.
    pub locale: String,
    /// How sure the house is that one account is one human.
    pub level: Level,
    /// Whether the account can be used.
    pub state: PersonState,
    /// When the account was made.
    pub made_at: Timestamp,
    /// The last civil day on which they did something, `AAAA-MM-JJ`.
    pub seen_on: String,
}

/// Whether an account can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonState {
    /// It can.
    Active,
    /// An administrator suspended it.
    Suspended,
    /// The person left; nothing of them is kept but an id.
    Erased,
}

/// How sure the house is that an account is one human (participation 7.11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The mail address is theirs.
    Mail = 1,
    /// And a phone number or a letter by post.
    Reached = 2,
    /// A place of the network or an organisation vouched for them.
    Vouched = 3,
    /// A national identity provider said who they are.
    Identified = 4,
}

/// Someone signed in on one device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Which.
    pub id: SessionId,
    /// Whose.
    pub person: PersonId,
    /// Whether every proof asked for was shown.
    pub state: SessionState,
    /// Whether two factors, or a passkey, were shown.
    pub is_strong: bool,
    /// What the browser said of itself, shortened: "Firefox, Linux".
    pub device: String,
    /// The network it came from, without its last part: "192.0.2.0/24".
    pub network: String,
    /// When it began.
    pub made_at: Timestamp,
    /// When it last asked for something, to five minutes.
    pub seen_at: Timestamp,
    /// When it ends whatever happens.
    pub ends_at: Timestamp,
    /// When something was last proved on it.
    pub proved_at: Timestamp,
}

/// Whether a session opens the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionState {
    /// It does.
    Open,
    /// The second factor is still to be shown.
    Half,
}

/// A device or a program that proves who someone is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passkey {
    /// Which.
    pub id: PasskeyId,
    /// Whose.
    pub person: PersonId,
    /// Its public key and its counter, as the library keeps them.
    pub material: String,
    /// How its owner calls it.
    pub name: String,
    /// When it was registered.
    pub made_at: Timestamp,
    /// When it was last used.
    pub used_at: Option<Timestamp>,
}

/// What someone can show besides a letter or a password.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Factors {
    /// Whether an authenticator application is set up: it is then asked at every sign-in.
    pub has_app: bool,
    /// How many recovery codes are left.
    pub recovery_left: i64,
    /// The passkeys.
    pub passkeys: Vec<Passkey>,
}

impl Factors {
    /// Whether there is anything strong to show.
    pub fn is_any(&self) -> bool {
        self.has_app || !self.passkeys.is_empty()
    }
}

/// What a code sent by mail is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Signing in, or making an account when there is none for that address.
    SignIn,
    /// Proving again who one is, before a sensitive act.
    Prove,
    /// Proving a new address, for an account that exists.
    ChangeMail,
    /// Confirming something done without an account; the slice that asked holds the rest.
    Confirm,
}

/// A link and six digits, sent to one address for one purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// Which.
    pub id: CodeId,
    /// What for.
    pub purpose: Purpose,
    /// Where it was sent.
    pub mail: String,
    /// Whose account it opens, when there was one.
    pub person: Option<PersonId>,
    /// The seal of the digits.
    pub digits: String,
    /// Where to lead afterwards: a path of this site; for [`Purpose::Confirm`], what the slice
    /// that asked knows it by.
    pub way: String,
    /// How often wrong digits were typed.
    pub tries: i64,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it stops working.
    pub ends_at: Timestamp,
    /// When it was used.
    pub used_at: Option<Timestamp>,
}

/// A role held by a person somewhere, for a time, given by someone else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldRole {
    /// Which.
    pub id: GrantId,
    /// Who holds it.
    pub person: PersonId,
    /// What role.
    pub role: Role,
    /// Where.
    pub scope: Scope,
    /// From when.
    pub from: Timestamp,
    /// Until when; no end when none.
    pub until: Option<Timestamp>,
    /// Who gave it, as the journal names them.
    pub given_by: String,
    /// When it was ended before its time.
    pub ended: Option<Timestamp>,
}

/// A role offered to someone by mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Which.
    pub id: InvitationId,
    /// To whom it was sent.
    pub mail: String,
    /// The role offered.
    pub role: Role,
    /// Where.
    pub scope: Scope,
    /// Until when the role would be held.
    pub until: Option<Timestamp>,
    /// Who invited, as the journal names them.
    pub invited_by: String,
    /// When.
    pub made_at: Timestamp,
    /// When it stops working.
    pub ends_at: Timestamp,
}

impl HeldRole {
    /// Whether it counts at that instant.
    pub fn is_in_force(&self, now: Timestamp) -> bool {
        self.from <= now && self.until.is_none_or(|until| now < until) && self.ended.is_none()
    }
}

impl PersonState {
    /// Stable name, for storage.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Erased => "erased",
        }
    }

    /// The state stored under that name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Active, Self::Suspended, Self::Erased].into_iter().find(|it| it.name() == name)
    }
}

impl Level {
    /// Every level, from the least sure.
    pub const ALL: [Self; 4] = [Self::Mail, Self::Reached, Self::Vouched, Self::Identified];

    /// The level of that rank, 1 to 4.
    pub fn ranked(rank: i64) -> Self {
        Self::ALL.into_iter().find(|it| *it as i64 == rank).unwrap_or(Self::Mail)
    }
}

impl Purpose {
    /// Stable name, for storage.
    pub const fn name(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::Prove => "prove",
            Self::ChangeMail => "change_mail",
            Self::Confirm => "confirm",
        }
    }

    /// The purpose stored under that name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::SignIn, Self::Prove, Self::ChangeMail, Self::Confirm]
            .into_iter()
            .find(|it| it.name() == name)
    }
}
