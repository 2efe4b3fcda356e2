//! Second proofs: the authenticator application, recovery codes, passkeys.

use super::{id, instant};
use crate::model::Passkey;
use base::{PasskeyId, PersonId};
use db::{Act, Read, Result, params, row};

row! {
    struct AppRow {
        secret: String,
        last_step: i64,
    }
}

/// The application's closed secret and the last step used.
pub(crate) async fn app(read: &mut Read, person: PersonId) -> Result<Option<(String, i64)>> {
    let row: Option<AppRow> = read
        .optional("SELECT secret, last_step FROM authenticator WHERE person = $1", params![&person])
        .await?;
    Ok(row.map(|it| (it.secret, it.last_step)))
}

pub(crate) async fn put_app(
    act: &mut Act,
    person: PersonId,
    (secret, last_step): (&str, i64),
) -> Result<()> {
    let now = act.now();
    act.write(
        "INSERT INTO authenticator (person, secret, last_step, made_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (person) DO UPDATE SET secret = excluded.secret,
             last_step = excluded.last_step, made_at = excluded.made_at",
        params![&person, secret, last_step, now],
    )
    .await?;
    Ok(())
}

/// Uses up a step; answers whether it was still to be used.
pub(crate) async fn take_step(act: &mut Act, person: PersonId, step: i64) -> Result<bool> {
    let sql = "UPDATE authenticator SET last_step = $2 WHERE person = $1 AND last_step < $2";
    Ok(act.write(sql, params![&person, step]).await? == 1)
}

/// Takes the application away; answers whether there was one.
pub(crate) async fn drop_app(act: &mut Act, person: PersonId) -> Result<bool> {
    let sql = "DELETE FROM authenticator WHERE person = $1";
    Ok(act.write(sql, params![&person]).await? == 1)
}

/// Replaces every recovery code by those; only their seals are kept.
pub(crate) async fn put_recovery(act: &mut Act, person: PersonId, seals: &[String]) -> Result<()> {
    drop_recovery(act, person).await?;
    let now = act.now();
    let row = |seal: &String| params![&person, seal.as_str(), now];
    let head = "INSERT INTO recovery_code (person, code, made_at) VALUES";
    act.write_rows(head, "", seals.iter().map(row).collect()).await
}

pub(crate) async fn drop_recovery(act: &mut Act, person: PersonId) -> Result<()> {
    act.write("DELETE FROM recovery_code WHERE person = $1", params![&person]).await?;
    Ok(())
}

/// Uses up a recovery code; answers whether it was one that could be used.
pub(crate) async fn take_recovery(act: &mut Act, person: PersonId, seal: &str) -> Result<bool> {
    let now = act.now();
    let sql = "UPDATE recovery_code SET used_at = $3
               WHERE person = $1 AND code = $2 AND used_at IS NULL";
    Ok(act.write(sql, params![&person, seal, now]).await? == 1)
}

row! {
    struct Count {
        n: i64,
    }
}

/// How many recovery codes are left.
pub(crate) async fn recovery_left(read: &mut Read, person: PersonId) -> Result<i64> {
    let count: Count = read
        .one(
            "SELECT COUNT(*) AS n FROM recovery_code WHERE person = $1 AND used_at IS NULL",
            params![&person],
        )
        .await?;
    Ok(count.n)
}

row! {
    struct PasskeyRow {
        id: String,
        person: String,
        material: String,
        name: String,
        made_at: i64,
        used_at: Option<i64>,
    }
}

impl PasskeyRow {
    fn read(self) -> Result<Passkey> {
        Ok(Passkey {
            id: id(&self.id)?,
            person: id(&self.person)?,
            material: self.material,
            name: self.name,
            made_at: instant(self.made_at),
            used_at: self.used_at.map(instant),
        })
    }
}

/// A person's passkeys, the oldest first.
pub(crate) async fn passkeys(read: &mut Read, person: PersonId) -> Result<Vec<Passkey>> {
    let rows: Vec<PasskeyRow> = read
        .all(
            "SELECT id, person, material, name, made_at, used_at
             FROM passkey WHERE person = $1 ORDER BY id LIMIT 50",
            params![&person],
        )
        .await?;
    rows.into_iter().map(PasskeyRow::read).collect()
}

/// The passkey of that credential.
pub(crate) async fn passkey(read: &mut Read, credential: &str) -> Result<Option<Passkey>> {
    let row: Option<PasskeyRow> = read
        .optional(
            "SELECT id, person, material, name, made_at, used_at
             FROM passkey WHERE credential = $1",
            params![credential],
        )
        .await?;
    row.map(PasskeyRow::read).transpose()
}

pub(crate) async fn put_passkey(act: &mut Act, key: &Passkey, credential: &str) -> Result<()> {
    act.write(
        "INSERT INTO passkey (id, person, credential, material, name, made_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
        params![
            &key.id,
            &key.person,
            credential,
            key.material.as_str(),
            key.name.as_str(),
            key.made_at,
        ],
    )
    .await?;
    Ok(())
}

/// It was used: its counter moved on.
pub(crate) async fn used(act: &mut Act, key: PasskeyId, material: &str) -> Result<()> {
    let now = act.now();
    let sql = "UPDATE passkey SET material = $2, used_at = $3 WHERE id = $1";
    act.write(sql, params![&key, material, now]).await?;
    Ok(())
}

/// Gives it another name; answers whether it is theirs.
pub(crate) async fn name(
    act: &mut Act,
    (person, key): (PersonId, PasskeyId),
    name: &str,
) -> Result<bool> {
    let sql = "UPDATE passkey SET name = $3 WHERE id = $1 AND person = $2";
    Ok(act.write(sql, params![&key, &person, name]).await? == 1)
}

/// Takes it away; answers whether it was theirs.
pub(crate) async fn drop_passkey(act: &mut Act, person: PersonId, key: PasskeyId) -> Result<bool> {
    let sql = "DELETE FROM passkey WHERE id = $1 AND person = $2";
    Ok(act.write(sql, params![&key, &person]).await? == 1)
}
