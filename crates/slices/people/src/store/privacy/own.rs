//! Everything the tables of people hold about one person: read for them, or destroyed.

use crate::store::instant;
use base::{PersonId, time};
use db::{Act, Read, Result, params, row};

/// Lines read at once for an export.
const PAGE: i64 = 500;

row! {
    struct Line {
        a: Option<String>,
        b: Option<String>,
        c: Option<String>,
        d: Option<String>,
        e: Option<String>,
        f: Option<String>,
        p: Option<i64>,
        q: Option<i64>,
        r: Option<i64>,
    }
}

/// The lines of one export after the one that `after` names: words first, then instants.
pub(crate) async fn lines(
    read: &mut Read,
    person: PersonId,
    (table, after): (&'static str, &str),
) -> Result<Vec<Vec<String>>> {
    let (sql, words, instants) = statement(table);
    if sql.is_empty() {
        return Ok(Vec::new());
    }
    let found: Vec<Line> = read.all(sql, params![&person, after, PAGE]).await?;
    let at = |it: Option<i64>| it.map(|it| instant(it).to_string()).unwrap_or_default();
    let row = |it: Line| -> Vec<String> {
        let texts = [it.a, it.b, it.c, it.d, it.e, it.f].map(Option::unwrap_or_default);
        let dates = [it.p, it.q, it.r].map(at);
        texts.into_iter().take(words).chain(dates.into_iter().take(instants)).collect()
    };
    Ok(found.into_iter().map(row).collect())
}

/// The statement of an export, and how many words and instants it gives.
fn statement(table: &str) -> (&'static str, usize, usize) {
    match table {
        "compte" => (
            "SELECT id AS a, name AS b, mail AS c, locale AS d, seen_on AS e,
                 CAST(level AS TEXT) AS f, made_at AS p, CAST(NULL AS BIGINT) AS q,
                 CAST(NULL AS BIGINT) AS r
             FROM person WHERE id = $1 AND id > $2 ORDER BY id LIMIT $3",
            6,
            1,
        ),
        "appareils" => (
            "SELECT id AS a, device AS b, network AS c, '' AS d, '' AS e, '' AS f, made_at AS p,
                 seen_at AS q, ends_at AS r
             FROM session WHERE person = $1 AND id > $2 ORDER BY id LIMIT $3",
            3,
            3,
        ),
        "roles" => (
            "SELECT id AS a, role AS b, scope_kind AS c, scope AS d, '' AS e, '' AS f, from_at AS p,
                 until_at AS q, ended_at AS r
             FROM held_role WHERE person = $1 AND id > $2 ORDER BY id LIMIT $3",
            4,
            3,
        ),
        "consentements" => (
            "SELECT id AS a, text AS b, version AS c, '' AS d, '' AS e, '' AS f, given_at AS p,
                 withdrawn_at AS q, CAST(NULL AS BIGINT) AS r
             FROM consent WHERE person = $1 AND id > $2 ORDER BY id LIMIT $3",
            3,
            2,
        ),
        "demandes" => (
            "SELECT id AS a, kind AS b, text AS c, outcome AS d, '' AS e, '' AS f, made_at AS p,
                 answered_at AS q, due_at AS r
             FROM privacy_request WHERE person = $1 AND id > $2 ORDER BY id LIMIT $3",
            4,
            2,
        ),
        "cles_d_acces" => (
            "SELECT id AS a, name AS b, '' AS c, '' AS d, '' AS e, '' AS f, made_at AS p,
                 used_at AS q, CAST(NULL AS BIGINT) AS r
             FROM passkey WHERE person = $1 AND id > $2 ORDER BY id LIMIT $3",
            2,
            2,
        ),
        "services_d_identite" => (
            "SELECT id AS a, provider AS b, issuer AS c, subject AS d, '' AS e, '' AS f,
                 made_at AS p, used_at AS q, CAST(NULL AS BIGINT) AS r
             FROM identity WHERE person = $1 AND id > $2 ORDER BY id LIMIT $3",
            4,
            2,
        ),
        "anciens_noms" => (
            "SELECT kind || ' ' || words AS a, kind AS b, words AS c, '' AS d, '' AS e, '' AS f,
                 at AS p, CAST(NULL AS BIGINT) AS q, CAST(NULL AS BIGINT) AS r
             FROM former_word WHERE person = $1 AND kind || ' ' || words > $2
             ORDER BY kind || ' ' || words LIMIT $3",
            3,
            1,
        ),
        "lettres_choisies" => (
            "SELECT kind AS a, pace AS b, '' AS c, '' AS d, '' AS e, '' AS f, chosen_at AS p,
                 CAST(NULL AS BIGINT) AS q, CAST(NULL AS BIGINT) AS r
             FROM letter_choice WHERE person = $1 AND kind > $2 ORDER BY kind LIMIT $3",
            2,
            1,
        ),
        _ => ("", 0, 0),
    }
}

row! {
    struct FormerRow {
        kind: String,
        words: String,
    }
}

/// Remembers a name or an address (`name`, `mail`) that an account no longer has.
pub(crate) async fn remember(
    act: &mut Act,
    person: PersonId,
    (kind, words): (&str, &str),
) -> Result<()> {
    let now = act.now();
    act.write(
        "INSERT INTO former_word (person, kind, words, at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (person, kind, words) DO NOTHING",
        params![&person, kind, words, now],
    )
    .await?;
    Ok(())
}

/// The names and the addresses that an account had, as (kind, words): the last two hundred.
pub(crate) async fn former(read: &mut Read, person: PersonId) -> Result<Vec<(String, String)>> {
    let rows: Vec<FormerRow> = read
        .all(
            "SELECT kind, words FROM former_word WHERE person = $1 ORDER BY at DESC LIMIT 200",
            params![&person],
        )
        .await?;
    Ok(rows.into_iter().map(|it| (it.kind, it.words)).collect())
}

row! {
    struct Address {
        mail: String,
    }
}

/// The addresses to which codes were sent for that account: an earlier one may be among them.
pub(crate) async fn addresses(read: &mut Read, person: PersonId) -> Result<Vec<String>> {
    let rows: Vec<Address> = read
        .all("SELECT DISTINCT mail FROM code WHERE person = $1 LIMIT 50", params![&person])
        .await?;
    Ok(rows.into_iter().map(|it| it.mail).collect())
}

/// Destroys what is kept under an address.
pub(crate) async fn erase_address(act: &mut Act, mail_key: &str) -> Result<()> {
    act.write("DELETE FROM code WHERE mail_key = $1", params![mail_key]).await?;
    act.write("DELETE FROM invitation WHERE mail_key = $1", params![mail_key]).await?;
    Ok(())
}

/// Destroys what is kept about a person; the row stays, under a name that is nobody's.
pub(crate) async fn erase(act: &mut Act, person: PersonId, name: &str) -> Result<()> {
    let (now, by) = (act.now(), act.actor().name());
    let today = time::civil_day(now).to_string();
    let destroyed = [
        "DELETE FROM provider_session
         WHERE session IN (SELECT id FROM session WHERE person = $1)",
        "DELETE FROM session WHERE person = $1",
        "DELETE FROM code WHERE person = $1",
        "DELETE FROM consent WHERE person = $1",
        "DELETE FROM former_word WHERE person = $1",
        "DELETE FROM letter_choice WHERE person = $1",
        "DELETE FROM erasure WHERE person = $1",
        "DELETE FROM privacy_request WHERE person = $1",
        "DELETE FROM authenticator WHERE person = $1",
        "DELETE FROM recovery_code WHERE person = $1",
        "DELETE FROM passkey WHERE person = $1",
        "DELETE FROM identity WHERE person = $1",
        // The reason of a role is free words, which may name its holder.
        "UPDATE held_role SET reason = '' WHERE person = $1",
    ];
    for sql in destroyed {
        act.write(sql, params![&person]).await?;
    }
    act.write(
        "UPDATE held_role SET ended_at = $2, ended_by = $3
         WHERE person = $1 AND ended_at IS NULL",
        params![&person, now, by],
    )
    .await?;
    act.write(
        "UPDATE person SET name = $2, mail = NULL, mail_key = NULL, password = NULL,
             locale = 'fr', level = 1, state = 'erased', seen_on = $3, warned_at = NULL,
             warned_again_at = NULL, ended_at = $4
         WHERE id = $1",
        params![&person, name, today, now],
    )
    .await?;
    Ok(())
}
