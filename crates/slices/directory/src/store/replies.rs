//! What places answer to comments.

use super::{id, instant, word};
use crate::ratings::model::{Reply, WordsState};
use base::RatingId;
use db::{Act, Error, Read, params, row};
use moderation::model::Article;

row! {
    struct ReplyRow {
        rating: String,
        person: String,
        author_key: String,
        locale: String,
        words: String,
        state: String,
        at: i64,
    }
}

/// Writes a reply. Answers whether there was none before.
pub(crate) async fn insert(act: &mut Act, it: &Reply) -> Result<bool, Error> {
    let changed = act
        .write(
            "INSERT INTO rating_reply (rating, person, author_key, locale, words, state, at)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (rating) DO NOTHING",
            params![
                &it.rating,
                &it.person,
                it.author_key.as_str(),
                it.locale.as_str(),
                it.words.as_str(),
                it.state.name(),
                it.at,
            ],
        )
        .await?;
    Ok(changed == 1)
}

pub(crate) async fn set_state(
    act: &mut Act,
    rating: RatingId,
    (state, article): (WordsState, Option<Article>),
) -> Result<(), Error> {
    act.write(
        "UPDATE rating_reply SET state = $2, article = $3 WHERE rating = $1",
        params![&rating, state.name(), article.map(Article::name)],
    )
    .await?;
    Ok(())
}

/// The replies to those ratings.
pub(crate) async fn to(read: &mut Read, ratings: &[RatingId]) -> Result<Vec<Reply>, Error> {
    let ids: Vec<String> = ratings.iter().map(ToString::to_string).collect();
    let rows: Vec<ReplyRow> = read
        .all_in(
            "SELECT rating, person, author_key, locale, words, state, at FROM rating_reply
             WHERE rating IN",
            &ids,
            "ORDER BY rating",
        )
        .await?;
    rows.into_iter().map(Reply::try_from).collect()
}

impl TryFrom<ReplyRow> for Reply {
    type Error = Error;

    fn try_from(row: ReplyRow) -> Result<Self, Error> {
        Ok(Self {
            rating: id(&row.rating)?,
            person: id(&row.person)?,
            author_key: row.author_key,
            locale: row.locale,
            words: row.words,
            state: word(&row.state, WordsState::named(&row.state))?,
            at: instant(row.at)?,
        })
    }
}
