//! What the harness writes and reads beneath the program.

use base::{Id as _, PersonId, SessionId, Timestamp, Ulid};
use db::{Act, Db, Read, Result, params, row};

row! {
    struct Found { mark: String, times: i64 }
}
row! {
    struct Said { integrity_check: String }
}
row! {
    struct Applied { slice: String, number: i64 }
}

/// How often an effect was found, under its mark: the address that the deed used.
pub(crate) type Marks = Vec<(String, i64)>;

fn marks(rows: Vec<Found>) -> Marks {
    rows.into_iter().map(|row| (row.mark, row.times)).collect()
}

/// Letters asked for: each is one code and one line of the journal.
pub(crate) async fn letters(read: &mut Read) -> Result<Marks> {
    let sql = "SELECT code.mail AS mark, CAST(COUNT(*) AS BIGINT) AS times FROM code
         JOIN journal ON journal.subject = code.id AND journal.kind = 'people.code_sent'
         WHERE code.mail LIKE 'letter-%' GROUP BY code.mail";
    Ok(marks(read.all(sql, vec![]).await?))
}

/// Accounts made by following a link: each is one person, one session, one line.
pub(crate) async fn arrivals(read: &mut Read) -> Result<Marks> {
    let sql = "SELECT person.mail AS mark, CAST(COUNT(*) AS BIGINT) AS times FROM person
         JOIN session ON session.person = person.id
         JOIN journal ON journal.subject = person.id AND journal.kind = 'people.arrived'
         WHERE person.mail LIKE 'arrival-%' GROUP BY person.mail";
    Ok(marks(read.all(sql, vec![]).await?))
}

/// Names changed: each is a new name and one line.
pub(crate) async fn names(read: &mut Read) -> Result<Marks> {
    let sql = "SELECT person.mail AS mark, CAST(COUNT(*) AS BIGINT) AS times FROM person
         JOIN journal ON journal.subject = person.id AND journal.kind = 'people.account_changed'
         WHERE person.mail LIKE 'name-%' AND person.name <> 'Avant' GROUP BY person.mail";
    Ok(marks(read.all(sql, vec![]).await?))
}

/// Puts links that open an account for those addresses.
pub(crate) async fn put_links(act: &mut Act, links: &[(String, String)]) -> Result<()> {
    let (now, end) = (act.now(), in_ten_years(act.now()));
    let mut rows = Vec::with_capacity(links.len());
    for (mail, link) in links {
        let id: base::CodeId = act.id();
        let (mail, link) = (mail.as_str(), link.as_str());
        rows.push(params![&id, "sign_in", mail, mail, link, "", "/compte", 0_i64, now, end]);
    }
    let head = "INSERT INTO code
         (id, purpose, mail_key, mail, link, digits, way, tries, made_at, ends_at) VALUES";
    act.write_rows(head, "", rows).await
}

/// Puts one link that opens an account for that address, for so many seconds.
pub(crate) async fn put_link(act: &mut Act, mail: &str, link: &str, life_s: i64) -> Result<()> {
    let (id, now): (base::CodeId, _) = (act.id(), act.now());
    let end = Timestamp::from_second(now.as_second() + life_s).unwrap_or(now);
    let sql = "INSERT INTO code
         (id, purpose, mail_key, mail, link, digits, way, tries, made_at, ends_at)
         VALUES ($1, 'sign_in', $2, $2, $3, '', '/compte', 0, $4, $5)";
    act.write(sql, params![&id, mail, link, now, end]).await?;
    Ok(())
}

/// Makes administrators, strongly signed in, of those who hold these sessions.
pub(crate) async fn make_administrators(act: &mut Act, sessions: &[SessionId]) -> Result<()> {
    let now = act.now();
    for session in sessions {
        let id: base::GrantId = act.id();
        let sql = "INSERT INTO held_role (id, person, role, scope_kind, scope, from_at, given_by,
             given_at, reason)
             SELECT $1, person, 'administrator', 'house', '', $2, 'operator', $2, 'storm'
             FROM session WHERE id = $3";
        act.write(sql, params![&id, now, session]).await?;
        let sql = "UPDATE session SET is_strong = TRUE WHERE id = $1";
        act.write(sql, params![session]).await?;
    }
    Ok(())
}

/// Puts persons who are signed in; each is (address, session, hash of its secret).
pub(crate) async fn put_persons(
    act: &mut Act,
    persons: &[(String, SessionId, String)],
) -> Result<()> {
    let (now, end) = (act.now(), in_ten_years(act.now()));
    let (mut people, mut sessions) = (Vec::new(), Vec::new());
    for (mail, session, secret) in persons {
        let id: PersonId = act.id();
        let (mail, secret) = (mail.as_str(), secret.as_str());
        people.push(params![&id, "Avant", mail, mail, "fr", 1_i64, "active", now, "2026-01-01"]);
        sessions.push(params![session, &id, secret, "open", false, "", "", now, now, end, now]);
    }
    let head = "INSERT INTO person
         (id, name, mail, mail_key, locale, level, state, made_at, seen_on) VALUES";
    act.write_rows(head, "", people).await?;
    let head = "INSERT INTO session (id, person, secret, state, is_strong, device, network,
         made_at, seen_at, ends_at, proved_at) VALUES";
    act.write_rows(head, "", sessions).await
}

/// The session of that number.
pub(crate) fn session(number: u64) -> SessionId {
    SessionId::from_ulid(Ulid::from_parts(1, u128::from(number)))
}

fn in_ten_years(now: Timestamp) -> Timestamp {
    Timestamp::from_second(now.as_second() + 315_360_000).unwrap_or(now)
}

/// What the one-file engine finds wrong in its file: nothing, one hopes.
pub(crate) async fn corruption(db: &Db) -> Result<Vec<String>> {
    if !db.is_sqlite() {
        return Ok(Vec::new());
    }
    let said: Vec<Said> = db.read().await?.all("PRAGMA integrity_check", vec![]).await?;
    Ok(said.into_iter().map(|it| it.integrity_check).filter(|it| it != "ok").collect())
}

/// The migrations that were applied.
pub(crate) async fn migrations(read: &mut Read) -> Result<Vec<(String, i64)>> {
    let sql = "SELECT slice, number FROM migration ORDER BY slice, number";
    let rows: Vec<Applied> = read.all(sql, vec![]).await?;
    Ok(rows.into_iter().map(|row| (row.slice, row.number)).collect())
}
