//! The outbox: where each letter stands, trying again, giving up, forgiving an address.

use super::{Administration, Nothing, PAGE_AND_ONE, gate, instant, next, query, row, show};
use crate::views::{Act, Frame, LetterView, ListView, Room, Row};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use base::MailId;
use people::Standing;
use people::may::Verb;
use serde::Deserialize;
use web::{Answer, Field, FieldKind, Form, Link, Shell, Visitor, Words, done};
use work::mail::{self, Address, MailLine, MailView, State as Stage};

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    etat: String,
    #[serde(default)]
    avant: String,
}

pub(super) async fn page(
    State(it): State<Administration>,
    visitor: Visitor,
    standing: Standing,
    Query(asked): Query<Asked>,
) -> web::Result<Response> {
    let may_keep = gate::enter(&visitor, &standing)?;
    let words = visitor.words();
    let stage = Stage::from_word(&asked.etat);
    let before = asked.avant.parse::<MailId>().ok();
    let mut read = it.app.read().await?;
    let mut letters = mail::recent(&mut read, stage, before, PAGE_AND_ONE).await?;
    drop(read);
    let path = Room::Letters.href();
    let word = stage.map(Stage::word).unwrap_or_default();
    let frame = Frame::new(&visitor, Room::Letters, may_keep);
    let mut view = ListView::new(
        frame,
        words.t("administration-letters-lead"),
        words.t("administration-letters-none"),
    );
    view.next =
        next(&mut letters, |it| query(path, &[("etat", word), ("avant", &it.id.to_string())]));
    path.clone_into(&mut view.filter_action);
    let answer = |it: Stage| Answer::new(it.word(), stage_words(&words, it), Some(it) == stage);
    let all = Answer::new("", words.t("administration-all"), stage.is_none());
    let answers = std::iter::once(all).chain(Stage::ALL.map(answer)).collect();
    view.filters =
        vec![Field::new("etat", words.t("administration-state")).kind(FieldKind::Select(answers))];
    view.rows = letters.iter().map(|it| letter_row(&words, it, path)).collect();
    show(&view)
}

fn stage_words(words: &Words, stage: Stage) -> String {
    words.t(&format!("administration-letter-{}", stage.word().replace('_', "-")))
}

const fn is_lost(stage: Stage) -> bool {
    matches!(stage, Stage::Bounced | Stage::Suppressed | Stage::Failed)
}

/// A letter in a list at that address.
pub(super) fn letter_row(words: &Words, letter: &MailLine, path: &str) -> Row {
    let forgotten = || words.t("administration-letter-forgotten-short");
    let subject = if letter.subject.is_empty() { forgotten() } else { letter.subject.clone() };
    let mut shown = row(subject);
    shown.href = Some(format!("{path}/{}", letter.id));
    shown.state = stage_words(words, letter.state);
    shown.is_bad = is_lost(letter.state);
    shown.facts.push(letter.to.clone());
    shown.facts.push(format!("{} – {}", instant(words, letter.posted_at), letter.kind));
    shown.facts.retain(|it| !it.is_empty());
    shown.code = letter.reason.clone().unwrap_or_default();
    shown
}

pub(super) async fn one(
    State(it): State<Administration>,
    visitor: Visitor,
    standing: Standing,
    Path(mail): Path<String>,
) -> web::Result<Response> {
    let may_keep = gate::enter(&visitor, &standing)?;
    let id: MailId = mail.parse().map_err(|_| web::Error::NotFound)?;
    let found = mail::one(&mut it.app.read().await?, id).await?.ok_or(web::Error::NotFound)?;
    let frame = Frame::new(&visitor, Room::Letters, may_keep);
    let back = Link::new(frame.words().t("administration-letters"), Room::Letters.href());
    let mut view = letter_view(frame.shell.clone(), &found, back);
    view.rooms = frame.rooms;
    // Reading the outbox is no way into other people's accounts, whatever the mode of mail.
    view.is_hidden |= found.line.is_secret;
    if found.line.is_secret {
        view.code = view.code.map(|_| "••••••".into());
    }
    if may_keep {
        view.acts = acts(&visitor.words(), &found);
    }
    show(&view)
}

/// A letter as it reads.
pub(super) fn letter_view(shell: Shell, found: &MailView, back: Link) -> LetterView {
    let words = shell.words.clone();
    let (line, body) = (&found.line, found.body.clone());
    let say = |key: &str, value: String| (words.t(key), value);
    let mut facts = vec![
        say("administration-letter-to", line.to.clone()),
        say("administration-letter-when", instant(&words, line.posted_at)),
        say("administration-state", stage_words(&words, line.state)),
    ];
    facts.extend(line.reason.clone().map(|it| say("administration-letter-reason", it)));
    let body = body.unwrap_or_default();
    let greeting = Some(body.greeting).filter(|it| !it.is_empty());
    let subject = if line.subject.is_empty() {
        words.t("administration-letter-forgotten-short")
    } else {
        line.subject.clone()
    };
    LetterView {
        rooms: Vec::new(),
        back,
        subject,
        facts,
        paragraphs: greeting.into_iter().chain(body.paragraphs).collect(),
        code: body.code,
        action: body.action.map(|it| Link::new(it.label, it.url)),
        small_print: body.small_print,
        is_hidden: found.is_hidden,
        acts: Vec::new(),
        shell,
    }
}

fn acts(words: &Words, found: &MailView) -> Vec<Act> {
    let line = &found.line;
    let path = format!("{}/{}", Room::Letters.href(), line.id);
    let act = |end: &str, key: &str| Act::new(format!("{path}/{end}"), words.t(key), "");
    let mut acts = Vec::new();
    if is_lost(line.state) && found.body.is_some() {
        acts.push(act("reprendre", "administration-try-again"));
    }
    if matches!(line.state, Stage::Waiting | Stage::Failed) {
        acts.push(act("abandonner", "administration-give-up"));
    }
    if matches!(line.state, Stage::Bounced | Stage::Suppressed) && !line.to.is_empty() {
        acts.push(act("pardonner", "administration-forgive"));
    }
    acts
}

/// Which of the three things is done to a letter.
enum Deed {
    Retry,
    GiveUp,
    Forgive,
}

pub(super) async fn retry(
    state: State<Administration>,
    visitor: Visitor,
    standing: Standing,
    mail: Path<String>,
    form: Form<Nothing>,
) -> web::Result<Response> {
    drop(form);
    decide(&state.0, &visitor, &standing, &mail.0, Deed::Retry).await
}

pub(super) async fn give_up(
    state: State<Administration>,
    visitor: Visitor,
    standing: Standing,
    mail: Path<String>,
    form: Form<Nothing>,
) -> web::Result<Response> {
    drop(form);
    decide(&state.0, &visitor, &standing, &mail.0, Deed::GiveUp).await
}

pub(super) async fn forgive(
    state: State<Administration>,
    visitor: Visitor,
    standing: Standing,
    mail: Path<String>,
    form: Form<Nothing>,
) -> web::Result<Response> {
    drop(form);
    decide(&state.0, &visitor, &standing, &mail.0, Deed::Forgive).await
}

async fn decide(
    it: &Administration,
    visitor: &Visitor,
    standing: &Standing,
    letter: &str,
    deed: Deed,
) -> web::Result<Response> {
    gate::pass(visitor, standing, Verb::KeepHouse)?;
    let id: MailId = letter.parse().map_err(|_| web::Error::NotFound)?;
    let mut act = it.app.act(visitor.person()?, "letters").await?;
    let (is_done, key) = match deed {
        Deed::Retry => (mail::try_again(&mut act, id).await?, "done-letter-retried"),
        Deed::GiveUp => (mail::give_up(&mut act, id).await?, "done-letter-given-up"),
        Deed::Forgive => {
            let found = mail::one(&mut act, id).await?.ok_or(web::Error::NotFound)?;
            let address = Address::read(&found.line.to).map_err(|_| web::Error::NotFound)?;
            (mail::forgive(&mut act, &address).await?, "done-address-forgiven")
        }
    };
    if !is_done {
        return Err(web::Error::Stale);
    }
    act.commit().await?;
    Ok(done(&format!("{}/{id}", Room::Letters.href()), key))
}
