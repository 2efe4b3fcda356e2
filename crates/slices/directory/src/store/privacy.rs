//! What the directory holds about one person: their drafts, their claims, what they corrected.

use crate::store::instant;
use db::{Act, Read, Result, params, row};

/// Lines read at once for an export.
const PAGE: i64 = 500;

row! {
    struct Line {
        id: String,
        place: String,
        kind: String,
        words: String,
        at: i64,
    }
}

async fn lines(
    read: &mut Read,
    sql: &'static str,
    (whose, after): (&str, &str),
) -> Result<Vec<Vec<String>>> {
    let found: Vec<Line> = read.all(sql, params![whose, after, PAGE]).await?;
    let row = |it: Line| Ok(vec![it.id, it.place, it.kind, it.words, instant(it.at)?.to_string()]);
    found.into_iter().map(row).collect()
}

/// What a person claimed.
pub(crate) async fn claims(read: &mut Read, person: &str, after: &str) -> Result<Vec<Vec<String>>> {
    let sql = "SELECT id, place, state AS kind, words, made_at AS at FROM place_claim
               WHERE person = $1 AND id > $2 ORDER BY id LIMIT $3";
    lines(read, sql, (person, after)).await
}

/// What was proposed under an address, in lower case.
pub(crate) async fn corrections(
    read: &mut Read,
    mail_key: &str,
    after: &str,
) -> Result<Vec<Vec<String>>> {
    let sql = "SELECT id, place, state AS kind, words, made_at AS at FROM place_correction
               WHERE LOWER(mail) = $1 AND id > $2 ORDER BY id LIMIT $3";
    lines(read, sql, (mail_key, after)).await
}

/// Destroys drafts, and the words of claims.
pub(crate) async fn erase(act: &mut Act, person: &str) -> Result<()> {
    act.write("DELETE FROM place_draft WHERE person = $1", params![person]).await?;
    act.write("UPDATE place_claim SET words = '', reason = '' WHERE person = $1", params![person])
        .await?;
    Ok(())
}

/// Takes an address, and the words around, off the corrections proposed under it.
pub(crate) async fn erase_address(act: &mut Act, mail_key: &str) -> Result<()> {
    act.write(
        "UPDATE place_correction SET mail = NULL, words = '', reason = ''
         WHERE LOWER(mail) = $1",
        params![mail_key],
    )
    .await?;
    Ok(())
}
