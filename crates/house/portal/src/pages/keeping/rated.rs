//! What visitors said of a place, for everyone; and one's own rating, by a sealed address.

use super::{page_crumbs, public_place, shown, view};
use crate::Portal;
use crate::views::{Button, FormView, Group, KeepingView, Row};
use axum::extract::{Path, State};
use axum::response::Response;
use base::{Actor, RatingId, Refusal as _, Timestamp, time};
use directory::looks::keeping::any_place;
use directory::ratings::actions::{self, Error};
use directory::ratings::looks::{self, Summary};
use directory::ratings::model::{Criterion, Rating, RatingState, Reply, WordsState};
use directory::ratings::refusal::Refusal;
use moderation::model::Article;
use people::Standing;
use std::collections::HashMap;
use web::{App, Link, Locale, Visitor, Words, done};

/// What the address of one's own rating is sealed for.
const PURPOSE: &str = "rating-own";

/// What is said of the ratings of a place in a sentence.
pub(crate) fn ratings_sentence(words: &Words, summary: &Summary) -> String {
    let count = summary.tally.ratings.to_string();
    match summary.tally.mean().filter(|_| summary.tally.is_shown()) {
        Some(mean) => {
            let mean = number(words, mean);
            words.with("ratings-mean", &[("mean", mean.as_str()), ("count", count.as_str())])
        }
        None => words.put("ratings-none", "count", count),
    }
}

fn number(words: &Words, mean: f64) -> String {
    let text = format!("{mean:.1}");
    if words.locale() == Locale::English { text } else { text.replace('.', ",") }
}

pub(super) fn day(words: &Words, at: Timestamp) -> String {
    words.locale().date(time::civil_day(at))
}

fn article(words: &Words, article: Option<Article>) -> String {
    article.map_or_else(String::new, |it| words.t(&format!("article-{}", it.name())))
}

pub(super) async fn page(
    State(portal): State<Portal>,
    visitor: Visitor,
    Path(slug): Path<String>,
) -> web::Result<Response> {
    let place = public_place(&portal, &slug).await?;
    let words = visitor.words();
    let mut read = visitor.app().read().await?;
    let summary = looks::summary(&mut read, place.id).await?;
    let comments = looks::comments(&mut read, place.id).await?;
    let removed = looks::removed(&mut read, place.id).await?;
    drop(read);
    let mut view = view(&visitor, words.t("ratings-title"), page_crumbs(&words, &place));
    view.lead = vec![ratings_sentence(&words, &summary), words.t("ratings-how")];
    view.lead.push(words.t("ratings-rules"));
    if summary.apart > 0 {
        view.lead.push(words.put("ratings-apart", "count", summary.apart));
    }
    let give = format!("/lieux/{}/avis/donner", place.slug);
    let give = Row { title: words.t("ratings-give"), href: give, ..Row::default() };
    view.groups.push(Group { rows: vec![give], ..Group::default() });
    if summary.tally.is_shown() {
        let title = words.t("ratings-spread-title");
        let rows = Criterion::ALL.map(|it| spread_row(&words, &summary, it)).into();
        view.groups.push(Group { title, rows, ..Group::default() });
    }
    view.groups.push(Group {
        title: words.t("ratings-comments-title"),
        empty: words.t("ratings-comments-none"),
        rows: comments.iter().map(|(it, reply)| comment_row(&words, it, reply.as_ref())).collect(),
    });
    let title = words.t("ratings-removed-title");
    let gone = |it: &Rating| {
        let (date, article) = (day(&words, it.made_at), article(&words, it.article));
        let said = [("date", date.as_str()), ("article", article.as_str())];
        Row { title: words.with("ratings-removed", &said), ..Row::default() }
    };
    view.groups.push(Group { title, rows: removed.iter().map(gone).collect(), ..Group::default() });
    shown(&view)
}

fn spread_row(words: &Words, summary: &Summary, criterion: Criterion) -> Row {
    let mean = number(words, summary.spread.mean(criterion).unwrap_or_default());
    let spread = summary.spread.of(criterion).map(|it| it.to_string()).join(" · ");
    let said = [("mean", mean.as_str()), ("spread", spread.as_str())];
    Row {
        title: words.t(&format!("criterion-{}", criterion.name())),
        lines: vec![words.with("ratings-spread-line", &said)],
        ..Row::default()
    }
}

pub(super) fn comment_row(words: &Words, it: &Rating, reply: Option<&Reply>) -> Row {
    let mut lines = Vec::new();
    let mut ways = Vec::new();
    let report =
        |key: &str, kind: &str| Link::new(words.t(key), format!("/signaler/{kind}/{}", it.id));
    if it.comment_state == WordsState::Binned {
        lines.push(words.put(
            "ratings-comment-binned",
            "article",
            article(words, it.comment_article),
        ));
    } else {
        lines.push(it.comment.clone());
        ways.push(report("ratings-report", "commentaire"));
    }
    lines.push(words.put("ratings-marks", "marks", marks(words, it)));
    lines.push(words.t(&format!("ratings-proof-{}", it.proof.name())));
    ways.push(report("ratings-report-score", "avis"));
    if let Some(reply) = reply.filter(|it| it.state == WordsState::Shown) {
        lines.push(words.put("ratings-answer", "words", &reply.words));
        ways.push(report("ratings-report-reply", "reponse"));
    }
    let title = words.put("ratings-comment-of", "date", day(words, it.made_at));
    Row { title, lines, links: ways, ..Row::default() }
}

fn marks(words: &Words, it: &Rating) -> String {
    let one = |criterion: Criterion| {
        let name = words.t(&format!("criterion-{}", criterion.name()));
        format!("{name} {}/5", it.marks.of(criterion))
    };
    Criterion::ALL.map(one).join(", ")
}

/// The address by which the author of a rating reads it and takes it away, without an account.
pub(super) fn own_path(app: &App, id: RatingId) -> String {
    let text = id.to_string();
    format!("/avis/{text}.{}", app.keys.seal(PURPOSE, &text))
}

fn behind(app: &App, token: &str) -> web::Result<RatingId> {
    let (text, seal) = token.split_once('.').ok_or(web::Error::NotFound)?;
    if !app.keys.is_seal(PURPOSE, text, seal) {
        return Err(web::Error::NotFound);
    }
    text.parse().map_err(|_| web::Error::NotFound)
}

pub(super) async fn follow(visitor: Visitor, Path(token): Path<String>) -> web::Result<Response> {
    let id = behind(visitor.app(), &token)?;
    let mut read = visitor.app().read().await?;
    let rating = looks::rating(&mut read, id).await?.ok_or(web::Error::NotFound)?;
    let place = any_place(&mut read, rating.place).await?.ok_or(web::Error::NotFound)?;
    drop(read);
    let words = visitor.words();
    let crumbs = page_crumbs(&words, &place);
    shown(&own_view(&visitor, view(&visitor, words.t("rating-follow-title"), crumbs), &rating))
}

fn own_view(visitor: &Visitor, mut view: KeepingView, rating: &Rating) -> KeepingView {
    let words = visitor.words();
    let state = format!("rating-follow-{}", rating.state.name());
    view.lead = vec![words.put(&state, "article", article(&words, rating.article))];
    if rating.comment_state != WordsState::None {
        let key = format!("rating-comment-{}", rating.comment_state.name());
        view.lead.push(words.put(&key, "article", article(&words, rating.comment_article)));
    }
    if matches!(rating.state, RatingState::Withdrawn | RatingState::Removed) {
        return view;
    }
    view.lead.push(words.t("rating-keep"));
    view.lead.push(words.t("rating-withdraw-hint"));
    let lines =
        [rating.comment.clone(), words.put("ratings-marks", "marks", marks(&words, rating))];
    let lines = lines.into_iter().filter(|it| !it.is_empty()).collect();
    let title = words.put("ratings-comment-of", "date", day(&words, rating.made_at));
    let row = Row { title, lines, ..Row::default() };
    view.groups.push(Group { rows: vec![row], ..Group::default() });
    view.forms.push(FormView {
        action: format!("{}/retirer", own_path(visitor.app(), rating.id)),
        buttons: vec![Button::new("retirer", words.t("rating-withdraw"))],
        ..FormView::default()
    });
    view
}

pub(super) async fn withdraw(
    visitor: Visitor,
    standing: Standing,
    Path(token): Path<String>,
    _form: super::Pairs,
) -> web::Result<Response> {
    let app = visitor.app();
    let id = behind(app, &token)?;
    let withdrawn = actions::withdraw(&app.db, app.now(), &standing, id).await;
    withdrawn.map_err(|error| trouble(&visitor, error))?;
    Ok(done(&own_path(app, id), "done-rating-withdrawn"))
}

/// One's own ratings.
pub(super) async fn own(visitor: Visitor, standing: Standing) -> web::Result<Response> {
    let person = standing.as_person().ok_or(web::Error::SignInFirst)?;
    let words = visitor.words();
    let mut read = visitor.app().read().await?;
    let all = looks::own(&mut read, person).await?;
    let ids: Vec<_> = all.iter().map(|it| it.place).collect();
    let places = directory::looks::keeping::places_of(&mut read, &ids).await?;
    drop(read);
    let names: HashMap<_, _> = places.into_iter().map(|it| (it.id, it.body.fields.name)).collect();
    let row = |it: &Rating| Row {
        title: names.get(&it.place).cloned().unwrap_or_default(),
        href: own_path(visitor.app(), it.id),
        lines: vec![words.put("ratings-comment-of", "date", day(&words, it.made_at))],
        ..Row::default()
    };
    let crumbs = vec![Link::new(words.t("nav-account"), "/compte")];
    let mut view = view(&visitor, words.t("own-ratings-title"), crumbs);
    let (rows, empty) = (all.iter().map(row).collect(), words.t("own-ratings-none"));
    view.groups.push(Group { empty, rows, ..Group::default() });
    shown(&view)
}

/// What the web answers when a verb was not done and the page has nothing better to say.
pub(super) fn trouble(visitor: &Visitor, error: Error) -> web::Error {
    match error {
        Error::Refused(Refusal::LinkDead) => web::Error::Stale,
        Error::Refused(refusal) => web::Error::Refused(visitor.words().t(refusal.key())),
        Error::NotAllowed if visitor.signed_in.is_none() => web::Error::SignInFirst,
        Error::NotAllowed => web::Error::NotAllowed,
        Error::NotFound => web::Error::NotFound,
        Error::Storage(error) => web::Error::from(error),
    }
}

/// What is done when a visitor follows the link of the letter.
pub(crate) struct ConfirmingRatings {
    app: App,
}

impl ConfirmingRatings {
    /// For that house.
    pub(crate) fn new(app: &App) -> Self {
        Self { app: app.clone() }
    }

    async fn confirmed(&self, visitor: &Visitor, secret: &str, key: &str) -> web::Result<Response> {
        let id: RatingId = key.parse().map_err(|_| web::Error::NotFound)?;
        let mut read = self.app.read().await?;
        let rating = looks::rating(&mut read, id).await?.ok_or(web::Error::Gone)?;
        drop(read);
        let key = format!("ratings:{}", rating.place);
        let mut act = self.app.db.act(self.app.now(), Actor::Visitor, &key).await?;
        let Ok(Some(_)) = people::actions::confirmed(&mut act, secret).await else {
            return Err(web::Error::Gone);
        };
        actions::confirm(&mut act, id).await.map_err(|error| trouble(visitor, error))?;
        act.commit().await?;
        Ok(done(&own_path(&self.app, id), "done-rating-confirmed"))
    }
}

impl people::pages::Confirms for ConfirmingRatings {
    fn prefix(&self) -> &'static str {
        actions::CONFIRM
    }

    fn question(&self) -> &'static str {
        "rate-confirm-question"
    }

    fn confirm<'a>(
        &'a self,
        visitor: &'a Visitor,
        secret: &'a str,
        key: &'a str,
    ) -> people::pages::Confirming<'a> {
        Box::pin(self.confirmed(visitor, secret, key))
    }
}
