//! Ratings, their turns and what is counted of them.

use super::{id, instant, word};
use crate::ratings::model::{Criterion, Marks, Proof, Rating, RatingState, WordsState};
use crate::ratings::rules::{Spread, Tally};
use base::{PersonId, PlaceId, RatingId, Timestamp};
use db::{Act, Error, Read, params, row};
use moderation::model::Article;

/// Ratings of one day that are compared with one another, at most.
const DAY_MAX: i64 = 500;

row! {
    struct RatingRow {
        id: String,
        place: String,
        rater: String,
        person: Option<String>,
        mail: Option<String>,
        locale: String,
        proof: String,
        welcome: i64,
        usefulness: i64,
        access: i64,
        hours: i64,
        comment: String,
        state: String,
        comment_state: String,
        article: Option<String>,
        comment_article: Option<String>,
        network: String,
        made_at: i64,
        counted_at: Option<i64>,
    }
}

row! {
    struct SpreadRow {
        welcome: i64,
        usefulness: i64,
        access: i64,
        hours: i64,
        ratings: i64,
    }
}

row! {
    struct TallyRow {
        ratings: i64,
        points: Option<i64>,
    }
}

row! {
    struct CountRow {
        ratings: i64,
    }
}

pub(crate) async fn insert(act: &mut Act, it: &Rating) -> Result<(), Error> {
    let [welcome, usefulness, access, hours] = it.marks.all().map(i64::from);
    act.write(
        "INSERT INTO rating (id, place, rater, person, mail, locale, proof, welcome, usefulness,
             access, hours, comment, state, comment_state, network, made_at, counted_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
        params![
            &it.id,
            &it.place,
            it.rater.as_str(),
            it.person.map(|it| it.to_string()),
            it.mail.as_deref(),
            it.locale.as_str(),
            it.proof.name(),
            welcome,
            usefulness,
            access,
            hours,
            it.comment.as_str(),
            it.state.name(),
            it.comment_state.name(),
            it.network.as_str(),
            it.made_at,
            it.counted_at,
        ],
    )
    .await?;
    Ok(())
}

/// Takes the turn of a rater at a place until then. Answers whether the last one was over.
pub(crate) async fn take_turn(
    act: &mut Act,
    (place, rater): (PlaceId, &str),
    until: Timestamp,
) -> Result<bool, Error> {
    let now = act.now();
    let sql = "INSERT INTO rating_turn (place, rater, until_at) VALUES ($1, $2, $3)
               ON CONFLICT (place, rater) DO UPDATE SET until_at = excluded.until_at
               WHERE rating_turn.until_at <= $4";
    Ok(act.write(sql, params![&place, rater, until, now]).await? == 1)
}

/// Gives a turn back: nothing of it counts any more.
pub(crate) async fn give_turn_back(
    act: &mut Act,
    (place, rater): (PlaceId, &str),
) -> Result<(), Error> {
    act.write("DELETE FROM rating_turn WHERE place = $1 AND rater = $2", params![&place, rater])
        .await?;
    Ok(())
}

/// Writes what of a rating changes: whether it counts, who reads its comment, articles.
pub(crate) async fn update(act: &mut Act, it: &Rating) -> Result<(), Error> {
    act.write(
        "UPDATE rating SET state = $2, comment_state = $3, article = $4, comment_article = $5,
             comment = $6, mail = $7, counted_at = $8 WHERE id = $1",
        params![
            &it.id,
            it.state.name(),
            it.comment_state.name(),
            it.article.map(Article::name),
            it.comment_article.map(Article::name),
            it.comment.as_str(),
            it.mail.as_deref(),
            it.counted_at,
        ],
    )
    .await?;
    Ok(())
}

pub(crate) async fn by_id(read: &mut Read, id: RatingId) -> Result<Option<Rating>, Error> {
    let row: Option<RatingRow> =
        read.optional("SELECT * FROM rating WHERE id = $1", params![&id]).await?;
    row.map(Rating::try_from).transpose()
}

/// The ratings of a place whose comment everyone reads or finds in the bin, the newest first.
pub(crate) async fn commented(
    read: &mut Read,
    place: PlaceId,
    limit: i64,
) -> Result<Vec<Rating>, Error> {
    let rows: Vec<RatingRow> = read
        .all(
            "SELECT * FROM rating WHERE place = $1 AND state = 'counted'
                 AND comment_state IN ('shown', 'binned') ORDER BY id DESC LIMIT $2",
            params![&place, limit],
        )
        .await?;
    rows.into_iter().map(Rating::try_from).collect()
}

/// The ratings of a place that moderation took away: their article is public.
pub(crate) async fn removed(
    read: &mut Read,
    place: PlaceId,
    limit: i64,
) -> Result<Vec<Rating>, Error> {
    let rows: Vec<RatingRow> = read
        .all(
            "SELECT * FROM rating WHERE place = $1 AND state = 'removed'
             ORDER BY id DESC LIMIT $2",
            params![&place, limit],
        )
        .await?;
    rows.into_iter().map(Rating::try_from).collect()
}

/// Someone's ratings, the newest first.
pub(crate) async fn of_person(
    read: &mut Read,
    person: PersonId,
    limit: i64,
) -> Result<Vec<Rating>, Error> {
    let rows: Vec<RatingRow> = read
        .all(
            "SELECT * FROM rating WHERE person = $1 ORDER BY id DESC LIMIT $2",
            params![&person, limit],
        )
        .await?;
    rows.into_iter().map(Rating::try_from).collect()
}

/// The ratings of a place that came after that instant and count or are apart.
pub(crate) async fn since(
    read: &mut Read,
    place: PlaceId,
    after: Timestamp,
) -> Result<Vec<Rating>, Error> {
    let rows: Vec<RatingRow> = read
        .all(
            "SELECT * FROM rating WHERE place = $1 AND state IN ('counted', 'apart')
                 AND counted_at > $2 ORDER BY counted_at LIMIT $3",
            params![&place, after, DAY_MAX],
        )
        .await?;
    rows.into_iter().map(Rating::try_from).collect()
}

/// How many ratings of a place began to count between two instants.
pub(crate) async fn count_between(
    read: &mut Read,
    place: PlaceId,
    (after, until): (Timestamp, Timestamp),
) -> Result<u64, Error> {
    let sql = "SELECT COUNT(*) AS ratings FROM rating WHERE place = $1 AND state = 'counted'
                   AND counted_at > $2 AND counted_at <= $3";
    count(read, sql, params![&place, after, until]).await
}

/// How many ratings of a place are apart.
pub(crate) async fn apart(read: &mut Read, place: PlaceId) -> Result<u64, Error> {
    let sql = "SELECT COUNT(*) AS ratings FROM rating WHERE place = $1 AND state = 'apart'";
    count(read, sql, params![&place]).await
}

/// How many ratings of a place wait for an address to be confirmed.
pub(crate) async fn unconfirmed(read: &mut Read, place: PlaceId) -> Result<u64, Error> {
    let sql = "SELECT COUNT(*) AS ratings FROM rating
               WHERE place = $1 AND state = 'unconfirmed'";
    count(read, sql, params![&place]).await
}

async fn count(read: &mut Read, sql: &'static str, values: Vec<db::Value>) -> Result<u64, Error> {
    let row: Option<CountRow> = read.optional(sql, values).await?;
    Ok(row.map_or(0, |it| it.ratings.unsigned_abs()))
}

/// What is counted of a place. There are 625 ways to mark: the answer is bounded.
pub(crate) async fn spread(read: &mut Read, place: PlaceId) -> Result<(Tally, Spread), Error> {
    let rows: Vec<SpreadRow> = read
        .all(
            "SELECT welcome, usefulness, access, hours, COUNT(*) AS ratings FROM rating
             WHERE place = $1 AND state = 'counted'
             GROUP BY welcome, usefulness, access, hours",
            params![&place],
        )
        .await?;
    let (mut tally, mut spread) = (Tally::default(), Spread::default());
    for row in rows {
        let ratings = row.ratings.unsigned_abs();
        tally.ratings += ratings;
        let marks = [row.welcome, row.usefulness, row.access, row.hours];
        for (criterion, step) in Criterion::ALL.into_iter().zip(marks) {
            tally.points += step.unsigned_abs() * ratings;
            spread.add(criterion, u8::try_from(step).unwrap_or(0), ratings);
        }
    }
    Ok((tally, spread))
}

/// What is counted of the whole network.
pub(crate) async fn network(read: &mut Read) -> Result<Tally, Error> {
    let row: Option<TallyRow> = read
        .optional(
            "SELECT COUNT(*) AS ratings,
                 CAST(SUM(welcome + usefulness + access + hours) AS BIGINT) AS points
             FROM rating WHERE state = 'counted'",
            vec![],
        )
        .await?;
    Ok(row.map_or_else(Tally::default, |it| Tally {
        ratings: it.ratings.unsigned_abs(),
        points: it.points.unwrap_or(0).unsigned_abs(),
    }))
}

impl TryFrom<RatingRow> for Rating {
    type Error = Error;

    fn try_from(row: RatingRow) -> Result<Self, Error> {
        let marks = [row.welcome, row.usefulness, row.access, row.hours];
        let marks = Marks::new(marks.map(|it| u8::try_from(it).unwrap_or(0)));
        let article = |name: Option<String>| name.as_deref().and_then(Article::named);
        Ok(Self {
            id: id(&row.id)?,
            place: id(&row.place)?,
            rater: row.rater,
            person: row.person.as_deref().map(id).transpose()?,
            mail: row.mail,
            locale: row.locale,
            proof: word(&row.proof, Proof::named(&row.proof))?,
            marks: word("marks", marks)?,
            comment: row.comment,
            state: word(&row.state, RatingState::named(&row.state))?,
            comment_state: word(&row.comment_state, WordsState::named(&row.comment_state))?,
            article: article(row.article),
            comment_article: article(row.comment_article),
            network: row.network,
            made_at: instant(row.made_at)?,
            counted_at: row.counted_at.map(instant).transpose()?,
        })
    }
}
