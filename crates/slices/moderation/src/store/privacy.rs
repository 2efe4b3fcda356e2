//! What moderation holds about one person: read for them, or destroyed.

use super::instant;
use db::{Act, Read, Result, params, row};
use people::model::Person;
use people::privacy::{REDACTED, personal_words};

/// Lines read at once for an export.
const PAGE: i64 = 500;

row! {
    struct Line {
        id: String,
        subject: String,
        state: String,
        words: String,
        at: i64,
    }
}

/// The lines of one export after the one that `after` names.
pub(crate) async fn lines(
    read: &mut Read,
    person: &Person,
    (table, after): (&str, &str),
) -> Result<Vec<Vec<String>>> {
    let sql = match table {
        "signalements" => {
            "SELECT id, kind || ' ' || subject AS subject, reason AS state, words, at FROM report
             WHERE (person = $1 OR LOWER(mail) = $2) AND id > $3 ORDER BY id LIMIT $4"
        }
        "dossiers_de_moderation" => {
            "SELECT id, kind || ' ' || subject AS subject, state, excerpt AS words,
                 opened_at AS at FROM moderation_case
             WHERE (author_person = $1 OR LOWER(author_mail) = $2) AND id > $3
             ORDER BY id LIMIT $4"
        }
        "recours" => {
            "SELECT id, decision AS subject, state, words, at FROM moderation_appeal
             WHERE (judge = $1 OR party IN
                        (SELECT id FROM report WHERE person = $1 OR LOWER(mail) = $2)
                    OR (party = 'author' AND case_id IN (SELECT id FROM moderation_case
                        WHERE author_person = $1 OR LOWER(author_mail) = $2)))
                 AND id > $3 ORDER BY id LIMIT $4"
        }
        "decisions_prises" => {
            "SELECT id, case_id AS subject, ruling AS state, motive AS words, at
             FROM moderation_decision
             WHERE (decider = $1 OR undone_by = $1 OR decider = $2) AND id > $3
             ORDER BY id LIMIT $4"
        }
        _ => return Ok(Vec::new()),
    };
    let asked = params![&person.id, mail_key(person), after, PAGE];
    let found: Vec<Line> = read.all(sql, asked).await?;
    let row = |it: Line| vec![it.id, it.subject, it.state, it.words, instant(it.at).to_string()];
    Ok(found.into_iter().map(row).collect())
}

/// An address in lower case; what no address is, without one.
fn mail_key(person: &Person) -> String {
    person.mail.as_deref().map_or_else(|| "-".to_owned(), str::to_lowercase)
}

/// Destroys who reported and who wrote, and their words. What was decided stays.
pub(crate) async fn erase(act: &mut Act, person: &Person) -> Result<()> {
    let key = mail_key(person);
    let forgotten = [
        "UPDATE moderation_appeal SET words = ''
         WHERE party IN (SELECT id FROM report WHERE person = $1 OR LOWER(mail) = $2)
             OR (party = 'author' AND case_id IN (SELECT id FROM moderation_case
                 WHERE author_person = $1 OR LOWER(author_mail) = $2))",
        // The seal of the reporter goes too: what they report later under another account is new.
        "UPDATE report SET reporter = id, person = NULL, mail = NULL, network = '', words = '',
             places = '', notice = ''
         WHERE person = $1 OR LOWER(mail) = $2",
        "UPDATE moderation_case SET author_key = '', author_person = NULL, author_mail = NULL,
             excerpt = ''
         WHERE author_person = $1 OR LOWER(author_mail) = $2",
    ];
    for sql in forgotten {
        act.write(sql, params![&person.id, key.as_str()]).await?;
    }
    for words in personal_words(person) {
        for sql in [
            "UPDATE moderation_case SET title = REPLACE(title, $1, $2),
                 excerpt = REPLACE(excerpt, $1, $2)
             WHERE REPLACE(title || excerpt, $1, '') <> title || excerpt",
            "UPDATE moderation_decision SET motive = REPLACE(motive, $1, $2)
             WHERE REPLACE(motive, $1, '') <> motive",
            "UPDATE moderation_appeal SET words = REPLACE(words, $1, $2)
             WHERE REPLACE(words, $1, '') <> words",
            "UPDATE report SET words = REPLACE(words, $1, $2), notice = REPLACE(notice, $1, $2)
             WHERE REPLACE(words || notice, $1, '') <> words || notice",
        ] {
            act.write(sql, params![words.as_str(), REDACTED]).await?;
        }
    }
    Ok(())
}
