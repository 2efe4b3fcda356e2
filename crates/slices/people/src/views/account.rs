//! One's account, and an invitation.

use crate::model::{HeldRole, Invitation, Person};
use askama::Template;
use base::time;
use web::{Field, Section, Shell, Visitor, Words};

/// The page at `/compte`.
#[derive(Template)]
#[template(path = "account.html")]
pub struct AccountView {
    /// The layout.
    pub shell: Shell,
    /// The name, which can be changed.
    pub name: Field,
    /// The address.
    pub mail: String,
    /// Since when there is an account.
    pub since: String,
    /// The roles held.
    pub roles: Vec<RoleRow>,
    /// Whether a role waits for a second factor.
    pub awaits_strong_proof: bool,
}

/// A role held.
pub struct RoleRow {
    /// Which, for the form that leaves it.
    pub id: String,
    /// "Gestionnaire d'un lieu".
    pub role: String,
    /// Where, in words; a link for a place.
    pub scope: String,
    /// The page of the place.
    pub href: Option<String>,
    /// Until when; none when it does not end.
    pub until: Option<String>,
}

impl AccountView {
    /// The page of that account.
    pub fn new(visitor: &Visitor, account: &Person, roles: &[HeldRole]) -> Self {
        let words = visitor.words();
        let name = Field::new("nom", words.t("account-name"))
            .hint(words.t("account-name-hint"))
            .autocomplete("name")
            .value(account.name.clone());
        let is_strong = visitor.signed_in.as_ref().is_some_and(|it| it.is_strong);
        let waits = |it: &HeldRole| it.role.needs_strong_proof() && !is_strong;
        Self {
            shell: own_shell(visitor),
            name,
            mail: account.mail.clone().unwrap_or_default(),
            since: words.locale().date(time::civil_day(account.made_at)),
            awaits_strong_proof: roles.iter().any(waits),
            roles: roles.iter().map(|it| row(&words, it)).collect(),
        }
    }
}

fn row(words: &Words, held: &HeldRole) -> RoleRow {
    use crate::model::Scope;
    let (scope, href) = match &held.scope {
        Scope::Place(place) => (words.t("scope-place"), Some(format!("/lieux/{place}"))),
        Scope::Territory(code) => (words.put("scope-territory", "code", code), None),
        Scope::Organisation(code) => (words.put("scope-organisation", "code", code), None),
        Scope::House => (words.t("scope-house"), None),
    };
    let day = |at| words.locale().date(time::civil_day(at));
    RoleRow {
        id: held.id.to_string(),
        role: words.t(&format!("role-{}", held.role.name())),
        scope,
        href,
        until: held.until.map(day),
    }
}

/// The layout of a page that is someone's own.
pub(super) fn own_shell(visitor: &Visitor) -> Shell {
    let mut shell = visitor.shell(Section::Elsewhere);
    shell.hidden_from_robots = true;
    shell
}

/// The page at `/invitation/{secret}`.
#[derive(Template)]
#[template(path = "invitation.html")]
pub struct InvitationView {
    /// The layout.
    pub shell: Shell,
    /// Where the form goes.
    pub action: String,
    /// The role offered, in words.
    pub role: String,
    /// To which address.
    pub mail: String,
    /// The page of the place, when it is about one.
    pub href: Option<String>,
    /// Whether someone is signed in, who can answer.
    pub is_signed_in: bool,
}

impl InvitationView {
    /// The page of that invitation.
    pub fn new(visitor: &Visitor, invitation: &Invitation, secret: &str) -> Self {
        use crate::model::Scope;
        let words = visitor.words();
        Self {
            shell: own_shell(visitor),
            action: format!("/invitation/{secret}"),
            role: words.t(&format!("role-{}", invitation.role.name())),
            mail: invitation.mail.clone(),
            href: match invitation.scope {
                Scope::Place(place) => Some(format!("/lieux/{place}")),
                _ => None,
            },
            is_signed_in: visitor.signed_in.is_some(),
        }
    }
}
