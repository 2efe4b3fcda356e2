//! Requests that are answered by a person.

use crate::privacy::request::{Kind, Request};
use crate::store::{id, instant};
use base::{PersonId, RequestId, Timestamp};
use db::{Act, Read, Result, params, row};

row! {
    struct RequestRow {
        id: String,
        person: String,
        kind: String,
        text: String,
        made_at: i64,
        due_at: i64,
        answered_at: Option<i64>,
        outcome: Option<String>,
    }
}

impl RequestRow {
    fn read(self) -> Result<Request> {
        Ok(Request {
            id: id(&self.id)?,
            person: id(&self.person)?,
            kind: Kind::named(&self.kind).unwrap_or(Kind::Other),
            text: self.text,
            made_at: instant(self.made_at),
            due_at: instant(self.due_at),
            answered_at: self.answered_at.map(instant),
            outcome: self.outcome,
        })
    }
}

pub(crate) async fn insert(act: &mut Act, it: &Request) -> Result<()> {
    act.write(
        "INSERT INTO privacy_request (id, person, kind, text, made_at, due_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
        params![&it.id, &it.person, it.kind.name(), it.text.as_str(), it.made_at, it.due_at],
    )
    .await?;
    Ok(())
}

/// The requests that wait, the most pressing first.
pub(crate) async fn waiting(read: &mut Read, limit: i64) -> Result<Vec<Request>> {
    let rows: Vec<RequestRow> = read
        .all(
            "SELECT id, person, kind, text, made_at, due_at, answered_at, outcome
             FROM privacy_request WHERE answered_at IS NULL ORDER BY due_at, id LIMIT $1",
            params![limit],
        )
        .await?;
    rows.into_iter().map(RequestRow::read).collect()
}

/// A person's requests, the last first.
pub(crate) async fn of_person(read: &mut Read, person: PersonId) -> Result<Vec<Request>> {
    let rows: Vec<RequestRow> = read
        .all(
            "SELECT id, person, kind, text, made_at, due_at, answered_at, outcome
             FROM privacy_request WHERE person = $1 ORDER BY id DESC LIMIT 50",
            params![&person],
        )
        .await?;
    rows.into_iter().map(RequestRow::read).collect()
}

pub(crate) async fn by_id(read: &mut Read, request: RequestId) -> Result<Option<Request>> {
    let row: Option<RequestRow> = read
        .optional(
            "SELECT id, person, kind, text, made_at, due_at, answered_at, outcome
             FROM privacy_request WHERE id = $1",
            params![&request],
        )
        .await?;
    row.map(RequestRow::read).transpose()
}

/// Writes down the answer; says whether nobody had answered.
pub(crate) async fn answer(act: &mut Act, request: RequestId, outcome: &str) -> Result<bool> {
    let (now, by): (Timestamp, String) = (act.now(), act.actor().name());
    let sql = "UPDATE privacy_request SET answered_at = $2, answered_by = $3, outcome = $4
               WHERE id = $1 AND answered_at IS NULL";
    Ok(act.write(sql, params![&request, now, by, outcome]).await? == 1)
}
