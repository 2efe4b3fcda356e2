//! Links and digits sent by mail. Only their hashes are stored.

use super::{id, instant};
use crate::model::{Code, Purpose};
use base::{CodeId, Timestamp};
use db::{Act, Read, Result, params, row};

row! {
    struct CodeRow {
        id: String,
        purpose: String,
        mail: String,
        person: Option<String>,
        digits: String,
        way: String,
        tries: i64,
        made_at: i64,
        ends_at: i64,
        used_at: Option<i64>,
    }
}

impl CodeRow {
    fn read(self) -> Result<Code> {
        Ok(Code {
            id: id(&self.id)?,
            purpose: Purpose::named(&self.purpose)
                .ok_or_else(|| db::Error::Decode(format!("purpose: {}", self.purpose)))?,
            mail: self.mail,
            person: self.person.as_deref().map(id).transpose()?,
            digits: self.digits,
            way: self.way,
            tries: self.tries,
            made_at: instant(self.made_at),
            ends_at: instant(self.ends_at),
            used_at: self.used_at.map(instant),
        })
    }
}

pub(crate) async fn insert(act: &mut Act, code: &Code, link: &str) -> Result<()> {
    act.write(
        "INSERT INTO code (id, purpose, mail_key, mail, person, link, digits, way, tries,
             made_at, ends_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $10)",
        params![
            &code.id,
            code.purpose.name(),
            code.mail.to_lowercase(),
            code.mail.as_str(),
            code.person.map(|it| it.to_string()),
            link,
            code.digits.as_str(),
            code.way.as_str(),
            code.made_at,
            code.ends_at,
        ],
    )
    .await?;
    Ok(())
}

/// The code whose link has that hash.
pub(crate) async fn by_link(read: &mut Read, link: &str) -> Result<Option<Code>> {
    let row: Option<CodeRow> = read
        .optional(
            "SELECT id, purpose, mail, person, digits, way, tries, made_at, ends_at, used_at
             FROM code WHERE link = $1",
            params![link],
        )
        .await?;
    row.map(CodeRow::read).transpose()
}

pub(crate) async fn by_id(read: &mut Read, code: CodeId) -> Result<Option<Code>> {
    let row: Option<CodeRow> = read
        .optional(
            "SELECT id, purpose, mail, person, digits, way, tries, made_at, ends_at, used_at
             FROM code WHERE id = $1",
            params![&code],
        )
        .await?;
    row.map(CodeRow::read).transpose()
}

row! {
    struct Count {
        n: i64,
    }
}

/// How many codes for that purpose were sent to an address since that instant.
pub(crate) async fn sent_since(
    read: &mut Read,
    (mail_key, purpose): (&str, Purpose),
    since: Timestamp,
) -> Result<i64> {
    let count: Count = read
        .one(
            "SELECT COUNT(*) AS n FROM code WHERE mail_key = $1 AND purpose = $2 AND made_at > $3",
            params![mail_key, purpose.name(), since],
        )
        .await?;
    Ok(count.n)
}

row! {
    struct Named {
        id: String,
    }
}

/// The last code for that purpose that an address asked for.
pub(crate) async fn last_asked(
    read: &mut Read,
    (mail_key, purpose): (&str, Purpose),
) -> Result<Option<CodeId>> {
    let sql = "SELECT id FROM code WHERE mail_key = $1 AND purpose = $2 ORDER BY id DESC LIMIT 1";
    let row: Option<Named> = read.optional(sql, params![mail_key, purpose.name()]).await?;
    row.map(|it| super::id(&it.id)).transpose()
}

/// Marks it used; answers whether it was not before.
pub(crate) async fn take(act: &mut Act, code: CodeId) -> Result<bool> {
    let now = act.now();
    let sql = "UPDATE code SET used_at = $2 WHERE id = $1 AND used_at IS NULL";
    Ok(act.write(sql, params![&code, now]).await? == 1)
}

/// Wrong digits were typed once more.
pub(crate) async fn tried(act: &mut Act, code: CodeId) -> Result<()> {
    act.write("UPDATE code SET tries = tries + 1 WHERE id = $1", params![&code]).await?;
    Ok(())
}

/// Kills every code of an address for that purpose that was not used.
pub(crate) async fn kill(act: &mut Act, mail_key: &str, purpose: Purpose) -> Result<()> {
    let now = act.now();
    act.write(
        "UPDATE code SET ends_at = $3
         WHERE mail_key = $1 AND purpose = $2 AND used_at IS NULL AND ends_at > $3",
        params![mail_key, purpose.name(), now],
    )
    .await?;
    Ok(())
}
