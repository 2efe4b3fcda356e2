//! What the journal says of people: ids, roles and scopes, never a name or an address. Kinds
//! never change: followers and files rely on them.

use db::Event;
use serde::Serialize;

macro_rules! events {
    ($($(#[$doc:meta])* $name:ident = $kind:literal { $($field:ident : $type:ty),* $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Serialize)]
        pub(crate) struct $name {
            $(pub(crate) $field: $type,)*
        }
        impl Event for $name { const KIND: &'static str = $kind; }
    )+};
}

events! {
    /// An account came to be.
    PersonArrived = "people.arrived" { way: &'static str }
    /// The operator made a link that opens an account, without a letter.
    LinkMade = "people.link_made" { }
    /// A letter with a code left, for an address that the journal does not name.
    CodeSent = "people.code_sent" { purpose: &'static str }
    /// Someone signed in.
    SignedIn = "people.signed_in" { way: &'static str, is_strong: bool }
    /// A session was ended, by its owner or because something sensitive changed.
    SessionEnded = "people.session_ended" { reason: String }
    /// Something was proved again on a session.
    Proved = "people.proved" { way: &'static str }
    /// A first proof was right; the second is waited for.
    HalfEntered = "people.half_entered" { way: &'static str }
    /// A strong proof was added: `app`, `passkey`, `recovery`.
    FactorAdded = "people.factor_added" { way: &'static str }
    /// A strong proof was taken away.
    FactorRemoved = "people.factor_removed" { way: &'static str }
    /// A recovery code was used up; so many are left.
    RecoveryUsed = "people.recovery_used" { left: i64 }
    /// A passkey got another name.
    PasskeyNamed = "people.passkey_named" {}
    /// A proof was not the right one.
    ProofFailed = "people.proof_failed" { way: &'static str }
    /// Something of the account changed: `name`, `mail`, `password`, `locale`.
    AccountChanged = "people.account_changed" { what: &'static str }
    /// A role was given.
    RoleGiven = "people.role_given" { role: &'static str, scope_kind: &'static str, scope: String, person: String }
    /// A role ended before its time.
    RoleEnded = "people.role_ended" { role: &'static str, scope_kind: &'static str, scope: String, person: String, reason: String }
    /// A role was offered by mail.
    Invited = "people.invited" { role: &'static str, scope_kind: &'static str, scope: String }
    /// An invitation was answered.
    InvitationAnswered = "people.invitation_answered" { answer: &'static str }
    /// An account was suspended, or can be used again.
    StateSet = "people.state_set" { state: &'static str, reason: String }
    /// Someone asked for their account to be erased, in some days.
    ErasureAsked = "people.erasure_asked" { }
    /// They changed their mind: `signed_in`, `letter`.
    ErasureUndone = "people.erasure_undone" { way: &'static str }
    /// An account was erased: `asked`, `absent`, `request`, `again`. Followed by the program, which
    /// keeps the list of erasures.
    Erased = "people.erased" { way: &'static str }
    /// A letter told someone that their account sleeps, for the first or the second time.
    AbsenceWarned = "people.absence_warned" { time: i64 }
    /// What had come to its end was forgotten, so many of them.
    Forgotten = "people.forgotten" { rule: &'static str, count: u64 }
    /// Someone agreed to something optional: what for, in which version of its text.
    ConsentGiven = "people.consent_given" { purpose: &'static str, version: &'static str }
    /// They took it back.
    ConsentWithdrawn = "people.consent_withdrawn" { purpose: String }
    /// Someone chose how often they want letters of a kind.
    LettersChosen = "people.letters_chosen" { kind: &'static str, pace: &'static str }
    /// A letter told someone what had happened.
    DigestPosted = "people.digest_posted" { kind: &'static str, pace: &'static str }
    /// Someone took a copy of their data away.
    DataTaken = "people.data_taken" { }
    /// Someone asked something about their data that a person answers.
    RequestMade = "people.request_made" { kind: &'static str }
    /// It was answered: `done`, `refused`.
    RequestAnswered = "people.request_answered" { outcome: &'static str }
}
