//! Erasing one's account, and changing one's mind.

use crate::model::{HeldRole, Person, Scope};
use crate::privacy::erase::GRACE_DAYS;
use crate::views::account::own_shell;
use askama::Template;
use base::{Timestamp, time};
use web::{Answer, Field, FieldKind, Link, Shell, Visitor, Words};

/// The page at `/compte/supprimer`: what goes, what stays and why, and when.
#[derive(Template)]
#[template(path = "erase.html")]
pub struct EraseView {
    /// The layout.
    pub shell: Shell,
    /// The name that would go.
    pub name: String,
    /// The address that would go.
    pub mail: String,
    /// Now, or in seven days.
    pub fields: Vec<Field>,
    /// What stands in the way.
    pub problem: Option<String>,
    /// Whether nobody else administers the site, so that this account must stay.
    pub is_last_administrator: bool,
    /// Where to hand over the pages that nobody else keeps; the account stays until then.
    pub hand_over: Vec<Link>,
}

impl EraseView {
    /// The page for that account.
    pub fn new(
        visitor: &Visitor,
        account: &Person,
        (is_last_administrator, alone): (bool, &[HeldRole]),
    ) -> Self {
        let words = visitor.words();
        let later = words.n("erase-later", u64::try_from(GRACE_DAYS).unwrap_or_default());
        let answers = vec![
            Answer::new("dans-sept-jours", later, true),
            Answer::new("maintenant", words.t("erase-now"), false),
        ];
        let when = Field::new("quand", words.t("erase-when")).kind(FieldKind::Radio(answers));
        Self {
            shell: own_shell(visitor),
            name: account.name.clone(),
            mail: account.mail.clone().unwrap_or_default(),
            fields: vec![when],
            problem: None,
            is_last_administrator,
            hand_over: alone.iter().filter_map(|it| hand_over(&words, it)).collect(),
        }
    }
}

/// Where someone leaves the page of a place to someone else.
fn hand_over(words: &Words, held: &HeldRole) -> Option<Link> {
    match held.scope {
        Scope::Place(place) => {
            let href = format!("/mes-lieux/{place}/equipe/{}/fin", held.id);
            Some(Link::new(words.t("erase-hand-over"), href))
        }
        _ => None,
    }
}

/// The page at `/suppression/{secret}`: the account stays after all.
#[derive(Template)]
#[template(path = "undo_erasure.html")]
pub struct UndoErasureView {
    /// The layout.
    pub shell: Shell,
    /// Where the form goes.
    pub action: String,
    /// When the account would be erased.
    pub date: String,
}

impl UndoErasureView {
    /// The page of that link.
    pub fn new(visitor: &Visitor, secret: &str, due_at: Timestamp) -> Self {
        let date = visitor.words().locale().date(time::civil_day(due_at));
        Self { shell: own_shell(visitor), action: format!("/suppression/{secret}"), date }
    }
}
