//! Accounts.

use super::{id, instant};
use crate::model::{Level, Person, PersonState};
use base::{PersonId, Timestamp};
use db::{Act, Chore, Read, Result, params, row};

row! {
    pub(super) struct PersonRow {
        id: String,
        name: String,
        mail: Option<String>,
        password: Option<String>,
        locale: String,
        level: i64,
        state: String,
        made_at: i64,
        seen_on: String,
    }
}

impl PersonRow {
    pub(super) fn read(self) -> Result<Person> {
        Ok(Person {
            id: id(&self.id)?,
            name: self.name,
            mail: self.mail,
            password: self.password,
            locale: self.locale,
            level: Level::ranked(self.level),
            state: PersonState::named(&self.state)
                .ok_or_else(|| db::Error::Decode(format!("state of a person: {}", self.state)))?,
            made_at: instant(self.made_at),
            seen_on: self.seen_on,
        })
    }
}

pub(crate) async fn by_id(read: &mut Read, person: PersonId) -> Result<Option<Person>> {
    let row: Option<PersonRow> = read
        .optional(
            "SELECT id, name, mail, password, locale, level, state, made_at, seen_on
             FROM person WHERE id = $1",
            params![&person],
        )
        .await?;
    row.map(PersonRow::read).transpose()
}

/// The account of that address, its key in lower case.
pub(crate) async fn by_mail(read: &mut Read, mail_key: &str) -> Result<Option<Person>> {
    let row: Option<PersonRow> = read
        .optional(
            "SELECT id, name, mail, password, locale, level, state, made_at, seen_on
             FROM person WHERE mail_key = $1",
            params![mail_key],
        )
        .await?;
    row.map(PersonRow::read).transpose()
}

/// Accounts in order of their ids, after that one, for lists read page by page.
pub(crate) async fn after(read: &mut Read, last: &str, limit: i64) -> Result<Vec<Person>> {
    let rows: Vec<PersonRow> = read
        .all(
            "SELECT id, name, mail, password, locale, level, state, made_at, seen_on
             FROM person WHERE id > $1 ORDER BY id LIMIT $2",
            params![last, limit],
        )
        .await?;
    rows.into_iter().map(PersonRow::read).collect()
}

pub(crate) async fn insert(act: &mut Act, person: &Person, mail_key: &str) -> Result<()> {
    act.write(
        "INSERT INTO person
             (id, name, mail, mail_key, password, locale, level, state, made_at, seen_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        params![
            &person.id,
            person.name.as_str(),
            person.mail.as_deref(),
            mail_key,
            person.password.as_deref(),
            person.locale.as_str(),
            person.level as i64,
            person.state.name(),
            person.made_at,
            person.seen_on.as_str(),
        ],
    )
    .await?;
    Ok(())
}

pub(crate) async fn set_name(act: &mut Act, person: PersonId, name: &str) -> Result<()> {
    act.write("UPDATE person SET name = $2 WHERE id = $1", params![&person, name]).await?;
    Ok(())
}

pub(crate) async fn set_mail(
    act: &mut Act,
    person: PersonId,
    (mail, mail_key): (&str, &str),
) -> Result<()> {
    act.write(
        "UPDATE person SET mail = $2, mail_key = $3 WHERE id = $1",
        params![&person, mail, mail_key],
    )
    .await?;
    Ok(())
}

pub(crate) async fn set_password(
    act: &mut Act,
    person: PersonId,
    hash: Option<&str>,
) -> Result<()> {
    act.write("UPDATE person SET password = $2 WHERE id = $1", params![&person, hash]).await?;
    Ok(())
}

pub(crate) async fn set_state(act: &mut Act, person: PersonId, state: PersonState) -> Result<()> {
    act.write("UPDATE person SET state = $2 WHERE id = $1", params![&person, state.name()]).await?;
    Ok(())
}

/// Writes down the day on which they last did something; takes a warning of absence back.
pub(crate) async fn seen(chore: &mut Chore, person: PersonId, day: &str) -> Result<()> {
    chore
        .write(
            "UPDATE person SET seen_on = $2, warned_at = NULL, warned_again_at = NULL
             WHERE id = $1 AND seen_on < $2",
            params![&person, day],
        )
        .await?;
    Ok(())
}

/// A wrong proof for an account, known or not: `account` is a seal of what was typed.
pub(crate) async fn put_failure(act: &mut Act, account: &str) -> Result<()> {
    let (failure, now): (base::LineId, Timestamp) = (act.id(), act.now());
    act.write(
        "INSERT INTO failure (id, account, at) VALUES ($1, $2, $3)",
        params![&failure, account, now],
    )
    .await?;
    Ok(())
}

row! {
    struct Count {
        n: i64,
    }
}

pub(crate) async fn failures(read: &mut Read, account: &str, since: Timestamp) -> Result<i64> {
    let count: Count = read
        .one(
            "SELECT COUNT(*) AS n FROM failure WHERE account = $1 AND at > $2",
            params![account, since],
        )
        .await?;
    Ok(count.n)
}

pub(crate) async fn forget_failures(act: &mut Act, account: &str) -> Result<()> {
    act.write("DELETE FROM failure WHERE account = $1", params![account]).await?;
    Ok(())
}
