//! What the directory holds about one person: their drafts, their claims, what they corrected and
//! what they wrote on pages.

use crate::store::instant;
use base::PlaceId;
use db::{Act, Read, Result, params, row};
use people::model::Person;
use people::privacy::{REDACTED, personal_words};

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

row! {
    struct EditRow {
        place: String,
        field: String,
        value: String,
    }
}

/// The lines of one export after the one that `after` names.
pub(crate) async fn lines(
    read: &mut Read,
    person: &Person,
    (table, after): (&str, &str),
) -> Result<Vec<Vec<String>>> {
    let sql = statement(table);
    let whose = if table == "corrections_proposees" {
        person.mail.as_deref().map_or_else(|| "-".to_owned(), str::to_lowercase)
    } else {
        person.id.to_string()
    };
    if sql.is_empty() {
        return Ok(Vec::new());
    }
    let found: Vec<Line> = read.all(sql, params![whose.as_str(), after, PAGE]).await?;
    let row = |it: Line| Ok(vec![it.id, it.place, it.kind, it.words, instant(it.at)?.to_string()]);
    found.into_iter().map(row).collect()
}

/// The statement of an export: whose, after which id, how many.
fn statement(table: &str) -> &'static str {
    match table {
        "pages_revendiquees" => {
            "SELECT id, place, state AS kind, words, made_at AS at FROM place_claim
             WHERE (person = $1 OR decided_by = $1) AND id > $2 ORDER BY id LIMIT $3"
        }
        "corrections_proposees" => {
            "SELECT id, place, subject || ' ' || state AS kind, value || ' ' || words AS words,
                 made_at AS at FROM place_correction
             WHERE LOWER(mail) = $1 AND id > $2 ORDER BY id LIMIT $3"
        }
        "valeurs_ecrites" => {
            "SELECT place || ':' || field AS id, place, field AS kind, value AS words, at FROM edit
             WHERE actor = $1 AND place || ':' || field > $2
             ORDER BY place || ':' || field LIMIT $3"
        }
        "modifications" => {
            "SELECT id, place, kind, fields AS words, at FROM place_change
             WHERE actor = $1 AND id > $2 ORDER BY id LIMIT $3"
        }
        "pages_confirmees" => {
            "SELECT place AS id, place, day AS kind, '' AS words, at FROM place_confirmation
             WHERE actor = $1 AND place > $2 ORDER BY place LIMIT $3"
        }
        "annonces" => {
            "SELECT id, place, kind, text AS words, made_at AS at FROM place_notice
             WHERE actor = $1 AND id > $2 ORDER BY id LIMIT $3"
        }
        "photos" => {
            "SELECT id, place, credit AS kind, alternative AS words, made_at AS at FROM place_photo
             WHERE actor = $1 AND id > $2 ORDER BY id LIMIT $3"
        }
        "traductions" => {
            "SELECT place || ':' || language AS id, place, language AS kind, text AS words, at
             FROM place_translation WHERE actor = $1 AND place || ':' || language > $2
             ORDER BY place || ':' || language LIMIT $3"
        }
        "brouillons" => {
            "SELECT place || ':' || section AS id, place, section AS kind, typed AS words, at
             FROM place_draft WHERE person = $1 AND place || ':' || section > $2
             ORDER BY place || ':' || section LIMIT $3"
        }
        "pages_rendues" => {
            "SELECT place AS id, place, '' AS kind, '' AS words, at FROM place_handed_back
             WHERE actor = $1 AND place > $2 ORDER BY place LIMIT $3"
        }
        "rapprochements" => {
            "SELECT a_source || ' ' || a_local_id || ' ' || b_source || ' ' || b_local_id AS id,
                 '' AS place, verdict AS kind, '' AS words, at FROM decision
             WHERE actor = $1
                 AND a_source || ' ' || a_local_id || ' ' || b_source || ' ' || b_local_id > $2
             ORDER BY 1 LIMIT $3"
        }
        "avis_donnes" => {
            "SELECT id, place, state AS kind, welcome || ' ' || usefulness || ' ' || access || ' '
                 || hours || ' ' || comment AS words, made_at AS at FROM rating
             WHERE person = $1 AND id > $2 ORDER BY id LIMIT $3"
        }
        "reponses_aux_avis" => {
            "SELECT rating AS id, '' AS place, state AS kind, words, at FROM rating_reply
             WHERE person = $1 AND rating > $2 ORDER BY rating LIMIT $3"
        }
        "codes_de_visite" => {
            "SELECT id, place, '' AS kind, '' AS words, made_at AS at FROM visit_sheet
             WHERE made_by = $1 AND id > $2 ORDER BY id LIMIT $3"
        }
        _ => "",
    }
}

/// The values that someone wrote on pages and that are in force: place, field, value.
pub(crate) async fn edits_of(
    read: &mut Read,
    person: &Person,
) -> Result<Vec<(PlaceId, String, String)>> {
    let rows: Vec<EditRow> = read
        .all(
            "SELECT place, field, value FROM edit WHERE actor = $1 ORDER BY place, field",
            params![&person.id],
        )
        .await?;
    let read = |it: EditRow| Ok((it.place.parse().map_err(db::Error::Decode)?, it.field, it.value));
    rows.into_iter().map(read).collect()
}

/// Destroys drafts, and the words of claims and corrections; takes the person's name and address
/// out of what they wrote on pages.
pub(crate) async fn erase(act: &mut Act, person: &Person) -> Result<()> {
    for sql in [
        "DELETE FROM place_draft WHERE person = $1",
        "UPDATE place_claim SET words = '', reason = '' WHERE person = $1",
    ] {
        act.write(sql, params![&person.id]).await?;
    }
    // Marks and comments stay, of nobody; the seal of who rated stays too, for moderators.
    act.write(
        "UPDATE rating SET person = NULL, mail = NULL, network = ''
         WHERE person = $1 OR LOWER(mail) = $2",
        params![&person.id, person.mail.as_deref().map_or("-".into(), str::to_lowercase)],
    )
    .await?;
    if let Some(mail) = &person.mail {
        act.write(
            "UPDATE place_correction SET mail = NULL, words = '', reason = ''
             WHERE LOWER(mail) = $1",
            params![mail.to_lowercase()],
        )
        .await?;
    }
    for words in personal_words(person) {
        for sql in IN_OWN_TEXTS {
            act.write(sql, params![words.as_str(), REDACTED, &person.id]).await?;
        }
        for sql in IN_OTHER_TEXTS {
            act.write(sql, params![words.as_str(), REDACTED]).await?;
        }
    }
    Ok(())
}

/// What the person wrote themselves. The history of a page that they changed is theirs too.
const IN_OWN_TEXTS: [&str; 4] = [
    "UPDATE place_notice SET text = REPLACE(text, $1, $2) WHERE actor = $3",
    "UPDATE place_photo SET alternative = REPLACE(alternative, $1, $2),
         credit = REPLACE(credit, $1, $2) WHERE actor = $3",
    "UPDATE place_translation SET text = REPLACE(text, $1, $2) WHERE actor = $3",
    "UPDATE place_change SET fields = REPLACE(fields, $1, $2)
     WHERE place IN (SELECT place FROM place_change WHERE actor = $3)",
];

/// What was written to the house without a name on it, and may hold one: letters to moderators,
/// words of corrections whose address was already forgotten.
const IN_OTHER_TEXTS: [&str; 4] = [
    "UPDATE rating SET comment = REPLACE(comment, $1, $2)
     WHERE REPLACE(comment, $1, '') <> comment",
    "UPDATE rating_reply SET words = REPLACE(words, $1, $2)
     WHERE REPLACE(words, $1, '') <> words",
    "UPDATE place_correction SET value = REPLACE(value, $1, $2), words = REPLACE(words, $1, $2),
         reason = REPLACE(reason, $1, $2), kept = REPLACE(kept, $1, $2),
         seen = REPLACE(seen, $1, $2)
     WHERE REPLACE(value || words || reason || kept || seen, $1, '')
         <> value || words || reason || kept || seen",
    "UPDATE place_claim SET words = REPLACE(words, $1, $2), reason = REPLACE(reason, $1, $2)
     WHERE REPLACE(words || reason, $1, '') <> words || reason",
];
