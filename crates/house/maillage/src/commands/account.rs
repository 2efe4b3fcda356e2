//! `maillage account`: accounts and roles, for who holds the machine. The first administrator of
//! a fresh house comes to be here: nobody else could name them.

mod role;
mod show;

use super::{Ending, Miswritten};
use crate::arguments::AccountCommand;
use crate::house::House;
use crate::say::Voice;
use base::Refusal as _;
use people::model::{Person, PersonState};
use people::{Standing, actions};
use web::{Locale, Words};

/// A refusal of the slice of people, in words.
#[derive(Debug)]
pub(crate) struct NotDone(String);

impl std::fmt::Display for NotDone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NotDone {}

pub(super) async fn run(
    house: &House,
    voice: Voice,
    command: &AccountCommand,
) -> anyhow::Result<Ending> {
    let desk = Desk::open(house, voice)?;
    match command {
        AccountCommand::Create { mail, name } => {
            let name = name.clone().unwrap_or_else(|| named_after(mail));
            let person = desk.create(mail, &name).await?;
            voice.line(&format!("Compte créé : {name}, {mail} ({}).", person.id));
            desk.show_link(&person).await?;
        }
        AccountCommand::List => desk.list().await?,
        AccountCommand::Show { who } => desk.show(&desk.find(who).await?).await?,
        AccountCommand::Suspend { who, why } => {
            desk.set_state(who, (PersonState::Suspended, why), "suspendu").await?;
        }
        AccountCommand::Allow { who, why } => {
            desk.set_state(who, (PersonState::Active, why), "à nouveau utilisable").await?;
        }
        AccountCommand::Link { who } => desk.show_link(&desk.find(who).await?).await?,
        AccountCommand::Role { who, role, scope, until, end } => {
            let asked = (role.role(), scope.as_deref(), until.as_deref());
            desk.role(&desk.find(who).await?, asked, *end).await?;
        }
    }
    Ok(Ending::Done)
}

/// Where accounts are kept from the command line; the demonstration uses it too.
pub(super) struct Desk<'a> {
    house: &'a House,
    voice: Voice,
    standing: Standing,
    words: Words,
}

impl<'a> Desk<'a> {
    /// Opens it.
    pub(super) fn open(house: &'a House, voice: Voice) -> anyhow::Result<Self> {
        let words = portal::catalogues()?.words(Locale::French);
        Ok(Self { house, voice, standing: Standing::operator(), words })
    }

    /// Makes an account.
    pub(super) async fn create(&self, mail: &str, name: &str) -> anyhow::Result<Person> {
        let (db, now) = (&self.house.db, self.house.now());
        let asked = (mail, name, Locale::French.code());
        self.heard(actions::make_person(db, now, &self.standing, asked).await)
    }

    /// The address of a link that opens the account.
    pub(super) async fn link(&self, person: &Person, origin: &str) -> anyhow::Result<String> {
        let (db, now) = (&self.house.db, self.house.now());
        let keys = people::keys::keys(db, now).await?;
        let path = actions::link_for(db, (now, &keys), &self.standing, person.id).await;
        Ok(format!("{origin}{}", self.heard(path)?))
    }

    async fn show_link(&self, person: &Person) -> anyhow::Result<()> {
        let origin = self.house.configuration.site("http://127.0.0.1:8080").origin;
        let link = self.link(person, &origin).await?;
        self.voice.line("Pour ouvrir ce compte, une seule fois, dans la demi-heure :");
        self.voice.line(&format!("  {link}"));
        self.voice.result(&serde_json::json!({ "person": person.id.to_string(), "link": link }));
        Ok(())
    }

    /// The account of that address or of that id.
    async fn find(&self, who: &str) -> anyhow::Result<Person> {
        let mut read = self.house.db.read().await?;
        let found = match who.parse() {
            Ok(id) => people::person(&mut read, id).await?,
            Err(_) => people::person_named(&mut read, who).await?,
        };
        found.ok_or_else(|| NotDone(format!("« {who} » : aucun compte à cette adresse")).into())
    }

    async fn set_state(
        &self,
        who: &str,
        wanted: (PersonState, &str),
        now_is: &str,
    ) -> anyhow::Result<()> {
        let person = self.find(who).await?;
        let (db, now) = (&self.house.db, self.house.now());
        self.heard(actions::set_state(db, now, &self.standing, person.id, wanted).await)?;
        self.voice.line(&format!("{who} : {now_is}"));
        let state = wanted.0.name();
        self.voice.result(&serde_json::json!({ "person": person.id.to_string(), "state": state }));
        Ok(())
    }

    /// What the slice answered, its refusals in French.
    fn heard<T>(&self, answer: Result<T, actions::Error>) -> anyhow::Result<T> {
        answer.map_err(|error| match error {
            actions::Error::Refused(refusal) => NotDone(self.words.t(refusal.key())).into(),
            actions::Error::NotAllowed => NotDone("ce n'est pas permis".into()).into(),
            actions::Error::NotFound => NotDone("il n'y a rien à ce nom".into()).into(),
            actions::Error::Storage(error) => error.into(),
        })
    }
}

/// `lea.martin@exemple.fr` is called "lea martin" until they say better.
fn named_after(mail: &str) -> String {
    let name = mail.split('@').next().unwrap_or_default();
    name.split(['.', '_', '-', '+']).collect::<Vec<_>>().join(" ")
}

/// A command that says too little, as an error.
fn miswritten(words: String) -> anyhow::Error {
    Miswritten(words).into()
}
