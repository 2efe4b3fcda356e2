//! How many things happened on which pages, between two instants.

use base::{PlaceId, Timestamp};
use db::{Read, Result, params, row};

row! {
    struct PlaceCount {
        place: String,
        n: i64,
    }
}

row! {
    struct Count {
        n: i64,
    }
}

/// The corrections that came and still wait, by page.
pub(crate) async fn corrections(
    read: &mut Read,
    window: (Timestamp, Timestamp),
) -> Result<Vec<(PlaceId, u64)>> {
    let sql = "SELECT place, COUNT(*) AS n FROM place_correction
               WHERE state = 'waiting' AND made_at > $1 AND made_at <= $2
               GROUP BY place ORDER BY place LIMIT 5000";
    by_place(read, sql, window).await
}

/// The claims that came and still wait for a person, by page.
pub(crate) async fn claims(
    read: &mut Read,
    window: (Timestamp, Timestamp),
) -> Result<Vec<(PlaceId, u64)>> {
    let sql = "SELECT place, COUNT(*) AS n FROM place_claim
               WHERE state = 'waiting' AND way <> 'courriel' AND made_at > $1 AND made_at <= $2
               GROUP BY place ORDER BY place LIMIT 5000";
    by_place(read, sql, window).await
}

async fn by_place(
    read: &mut Read,
    sql: &'static str,
    (since, until): (Timestamp, Timestamp),
) -> Result<Vec<(PlaceId, u64)>> {
    let rows: Vec<PlaceCount> = read.all(sql, params![since, until]).await?;
    rows.into_iter().map(|it| Ok((super::id(&it.place)?, count(it.n)))).collect()
}

/// What others than that person changed on a page.
pub(crate) async fn changes(
    read: &mut Read,
    (place, but): (PlaceId, &str),
    (since, until): (Timestamp, Timestamp),
) -> Result<u64> {
    let row: Count = read
        .one(
            "SELECT COUNT(*) AS n FROM place_change
             WHERE place = $1 AND actor <> $2 AND at > $3 AND at <= $4",
            params![&place, but, since, until],
        )
        .await?;
    Ok(count(row.n))
}

fn count(n: i64) -> u64 {
    u64::try_from(n).unwrap_or_default()
}
