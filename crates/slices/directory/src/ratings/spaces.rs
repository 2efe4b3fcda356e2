//! Ratings, comments and replies, as moderation sees them: what can be reported, and how it is
//! hidden and shown again.

use super::events::{CommentSet, RatingSet, ReplySet};
use super::model::{Rating, RatingState, WordsState};
use crate::rules::whereabouts;
use crate::store::{places, ratings, replies};
use base::RatingId;
use db::{Act, Read, Result};
use moderation::model::{
    Article, Author, Exhibit, Looking, Ruling, Setting, Space, Subject, Visibility,
};

/// The words of a rating.
pub struct Comments;
/// The four marks of a rating.
pub struct Scores;
/// The answers of places.
pub struct Replies;

macro_rules! space {
    ($name:ident, $kind:literal, $by_reports:literal, $look:ident, $set:ident) => {
        impl Space for $name {
            fn kind(&self) -> &'static str {
                $kind
            }

            fn may_be_hidden_by_reports(&self) -> bool {
                $by_reports
            }

            fn look<'a>(&'a self, read: &'a mut Read, id: &'a str) -> Looking<'a> {
                Box::pin($look(read, id))
            }

            fn set<'a>(
                &'a self,
                act: &'a mut Act,
                id: &'a str,
                visibility: Visibility,
                ruling: Option<Ruling>,
            ) -> Setting<'a> {
                Box::pin($set(act, id, visibility, ruling.and_then(Ruling::article)))
            }
        }
    };
}

space!(Comments, "commentaire", true, look_at_comment, set_comment);
// Marks are numbers: ten friends must not be able to take away what displeases them.
space!(Scores, "avis", false, look_at_score, set_score);
space!(Replies, "reponse", true, look_at_reply, set_reply);

async fn found(read: &mut Read, id: &str) -> Result<Option<Rating>> {
    let Ok(id) = id.parse::<RatingId>() else { return Ok(None) };
    ratings::by_id(read, id).await
}

async fn look_at_comment(read: &mut Read, id: &str) -> Result<Option<Exhibit>> {
    let Some(rating) = found(read, id).await? else { return Ok(None) };
    let Some(visibility) = visibility(rating.comment_state) else { return Ok(None) };
    exhibit(read, &rating, ("commentaire", rating.comment.clone(), visibility)).await
}

async fn look_at_score(read: &mut Read, id: &str) -> Result<Option<Exhibit>> {
    let Some(rating) = found(read, id).await? else { return Ok(None) };
    let visibility = match rating.state {
        RatingState::Counted => Visibility::Shown,
        RatingState::Apart | RatingState::Removed => Visibility::Hidden,
        RatingState::Unconfirmed | RatingState::Withdrawn => return Ok(None),
    };
    let said = rating.marks.all().map(|it| it.to_string()).join(" · ");
    exhibit(read, &rating, ("avis", said, visibility)).await
}

async fn look_at_reply(read: &mut Read, id: &str) -> Result<Option<Exhibit>> {
    let Some(rating) = found(read, id).await? else { return Ok(None) };
    let Some(reply) = replies::to(read, &[rating.id]).await?.pop() else { return Ok(None) };
    let Some(visibility) = visibility(reply.state) else { return Ok(None) };
    let author = Author {
        key: reply.author_key,
        person: Some(reply.person),
        mail: None,
        locale: reply.locale,
    };
    let shown = exhibit(read, &rating, ("reponse", reply.words, visibility)).await?;
    Ok(shown.map(|it| Exhibit { author: Some(author), ..it }))
}

const fn visibility(state: WordsState) -> Option<Visibility> {
    match state {
        WordsState::None => None,
        WordsState::Shown => Some(Visibility::Shown),
        WordsState::Binned => Some(Visibility::Binned),
        WordsState::Waiting | WordsState::Hidden => Some(Visibility::Hidden),
    }
}

const fn words_state(visibility: Visibility) -> WordsState {
    match visibility {
        Visibility::Shown => WordsState::Shown,
        Visibility::Binned => WordsState::Binned,
        Visibility::Hidden => WordsState::Hidden,
    }
}

async fn exhibit(
    read: &mut Read,
    rating: &Rating,
    (kind, excerpt, visibility): (&str, String, Visibility),
) -> Result<Option<Exhibit>> {
    let Some(place) = places::by_id(read, rating.place).await? else { return Ok(None) };
    let fields = &place.body.fields;
    Ok(Some(Exhibit {
        subject: Subject::new(kind, rating.id),
        title: format!("{}, {}", fields.name, fields.commune),
        excerpt,
        author: Some(Author {
            key: rating.rater.clone(),
            person: rating.person,
            mail: rating.mail.clone(),
            locale: rating.locale.clone(),
        }),
        path: format!("/lieux/{}/avis", place.slug),
        scopes: whereabouts::scopes(&place),
        visibility,
    }))
}

async fn set_comment(
    act: &mut Act,
    id: &str,
    visibility: Visibility,
    article: Option<Article>,
) -> Result<()> {
    let Some(mut rating) = found(act, id).await? else { return Ok(()) };
    if rating.comment_state == WordsState::None {
        return Ok(());
    }
    rating.comment_state = words_state(visibility);
    rating.comment_article = article;
    ratings::update(act, &rating).await?;
    let event =
        CommentSet { state: rating.comment_state.name(), article: article.map(Article::name) };
    act.record(&rating.id, &event).await
}

async fn set_score(
    act: &mut Act,
    id: &str,
    visibility: Visibility,
    article: Option<Article>,
) -> Result<()> {
    let Some(mut rating) = found(act, id).await? else { return Ok(()) };
    if matches!(rating.state, RatingState::Withdrawn | RatingState::Unconfirmed) {
        return Ok(());
    }
    rating.state = match (visibility, article) {
        (Visibility::Shown, _) => RatingState::Counted,
        (_, Some(_)) => RatingState::Removed,
        // Given back as it was before a decision: apart.
        (_, None) => RatingState::Apart,
    };
    rating.article = article;
    ratings::update(act, &rating).await?;
    let event = RatingSet { state: rating.state.name(), article: article.map(Article::name) };
    act.record(&rating.id, &event).await
}

async fn set_reply(
    act: &mut Act,
    id: &str,
    visibility: Visibility,
    article: Option<Article>,
) -> Result<()> {
    let Ok(id) = id.parse::<RatingId>() else { return Ok(()) };
    let state = words_state(visibility);
    replies::set_state(act, id, (state, article)).await?;
    act.record(&id, &ReplySet { state: state.name(), article: article.map(Article::name) }).await
}
