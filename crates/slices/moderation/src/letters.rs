//! The letters of moderation: to authors, a statement of reasons and how to appeal; to those who
//! reported, what became of it. Each says who decided on what ground, and what can be done next.

use crate::model::{Article, Case, Decision, Report, Ruling};
use crate::{Moderation, Party};
use base::{PersonId, time};
use db::{Act, Result};
use web::{Locale, Words};
use work::mail::{self, Address, Body, Letter, Link};

/// Where a letter goes, and in which language.
pub(crate) struct Reader {
    mail: String,
    words: Words,
}

/// The messages of a letter. Written out, so that each is known to be used.
struct Keys {
    kind: &'static str,
    subject: &'static str,
    why: &'static str,
    action: &'static str,
    small_print: &'static str,
}

const HIDDEN: Keys = Keys {
    kind: "moderation.hidden",
    subject: "letter-hidden-subject",
    why: "letter-hidden-why",
    action: "letter-hidden-action",
    small_print: "letter-hidden-next",
};
const TAKEN: Keys = Keys {
    kind: "moderation.decided",
    subject: "letter-taken-subject",
    why: "letter-taken-why",
    action: "letter-taken-action",
    small_print: "letter-taken-next",
};
const KEPT: Keys = Keys {
    kind: "moderation.kept",
    subject: "letter-kept-subject",
    why: "letter-kept-why",
    action: "letter-kept-action",
    small_print: "letter-kept-next",
};
const ANSWERED: Keys = Keys {
    kind: "moderation.answered",
    subject: "letter-answered-subject",
    why: "letter-answered-why",
    action: "letter-answered-action",
    small_print: "letter-answered-next",
};
const UNDONE: Keys = Keys {
    kind: "moderation.undone",
    subject: "letter-undone-subject",
    why: "letter-undone-why",
    action: "letter-undone-action",
    small_print: "letter-undone-next",
};
const APPEAL: Keys = Keys {
    kind: "moderation.appeal_answered",
    subject: "letter-appeal-subject",
    why: "letter-appeal-why",
    action: "letter-appeal-action",
    small_print: "letter-appeal-next",
};
const RECEIVED: Keys = Keys {
    kind: "moderation.received",
    subject: "letter-received-subject",
    why: "letter-received-why",
    action: "letter-received-action",
    small_print: "letter-received-next",
};

/// The author learns that reports hid their words until someone looks.
pub(crate) async fn hidden(act: &mut Act, house: &Moderation, case: &Case) -> Result<()> {
    let Some(reader) = author(act, house, case).await? else { return Ok(()) };
    post(act, house, &reader, &HIDDEN, (case, Vec::new(), "/regles")).await
}

/// The author learns that their words are shown again.
pub(crate) async fn kept(act: &mut Act, house: &Moderation, case: &Case) -> Result<()> {
    let Some(reader) = author(act, house, case).await? else { return Ok(()) };
    let path = case.path.clone();
    post(act, house, &reader, &KEPT, (case, Vec::new(), &path)).await
}

/// The statement of reasons: what, why, on which article, and how to appeal.
pub(crate) async fn taken(
    act: &mut Act,
    house: &Moderation,
    case: &Case,
    decision: &Decision,
) -> Result<()> {
    let Some(reader) = author(act, house, case).await? else { return Ok(()) };
    let path = house.decision_path(decision.id, Party::Author);
    let keys = if decision.is_on_appeal { &APPEAL } else { &TAKEN };
    let reasons = reasons(&reader.words, decision);
    post(act, house, &reader, keys, (case, reasons, &path)).await
}

/// The decision that the author was told of is withdrawn.
pub(crate) async fn undone(act: &mut Act, house: &Moderation, case: &Case) -> Result<()> {
    let Some(reader) = author(act, house, case).await? else { return Ok(()) };
    let path = case.path.clone();
    post(act, house, &reader, &UNDONE, (case, Vec::new(), &path)).await
}

/// Someone who reported learns what was decided.
pub(crate) async fn answered(
    act: &mut Act,
    house: &Moderation,
    (case, decision): (&Case, &Decision),
    report: &Report,
) -> Result<()> {
    let Some(reader) = reporter(act, house, report).await? else { return Ok(()) };
    let path = house.decision_path(decision.id, Party::Reporter(report.id));
    let reasons = reasons(&reader.words, decision);
    post(act, house, &reader, &ANSWERED, (case, reasons, &path)).await
}

/// A notice of illegal content arrived (DSA, article 16.4).
pub(crate) async fn received(
    act: &mut Act,
    house: &Moderation,
    case: &Case,
    report: &Report,
) -> Result<()> {
    let Some(reader) = reporter(act, house, report).await? else { return Ok(()) };
    post(act, house, &reader, &RECEIVED, (case, Vec::new(), "/regles")).await
}

/// The article in words: `article 5, « On parle du sujet de la page »`.
pub(crate) fn article(words: &Words, article: Article) -> String {
    let number = article.number().to_string();
    let title = words.t(article_key(article));
    words.with("article-named", &[("number", &number), ("title", &title)])
}

/// The message that is the title of an article.
pub(crate) const fn article_key(article: Article) -> &'static str {
    match article {
        Article::Respect => "article-respect",
        Article::Privacy => "article-privacy",
        Article::Law => "article-law",
        Article::NoAdvertising => "article-no-advertising",
        Article::OnTopic => "article-on-topic",
        Article::Once => "article-once",
        Article::Truth => "article-truth",
    }
}

fn reasons(words: &Words, decision: &Decision) -> Vec<String> {
    let mut lines = Vec::new();
    match decision.ruling {
        Ruling::Keep => lines.push(words.t("letter-ruling-keep")),
        Ruling::Breaks(broken) => {
            lines.push(words.put("letter-ruling-breaks", "article", article(words, broken)));
        }
    }
    if !decision.motive.is_empty() {
        lines.push(words.put("letter-motive", "motive", &decision.motive));
    }
    let day = words.locale().date(time::civil_day(decision.at));
    lines.push(words.put("letter-decided-by-people", "date", day));
    lines
}

async fn author(act: &mut Act, house: &Moderation, case: &Case) -> Result<Option<Reader>> {
    let author = &case.author;
    reader(act, house, (author.person, author.mail.as_deref(), &author.locale)).await
}

async fn reporter(act: &mut Act, house: &Moderation, report: &Report) -> Result<Option<Reader>> {
    reader(act, house, (report.person, report.mail.as_deref(), &report.locale)).await
}

/// An account says itself where and in which language to write.
async fn reader(
    act: &mut Act,
    house: &Moderation,
    (person, mail, locale): (Option<PersonId>, Option<&str>, &str),
) -> Result<Option<Reader>> {
    let known = match person {
        Some(person) => people::person(act, person).await?,
        None => None,
    };
    let (mail, locale) = match &known {
        Some(person) => (person.mail.as_deref(), person.locale.as_str()),
        None => (mail, locale),
    };
    let words = house.app.words(Locale::from_code(locale).unwrap_or_default());
    Ok(mail.map(|mail| Reader { mail: mail.to_owned(), words }))
}

async fn post(
    act: &mut Act,
    house: &Moderation,
    reader: &Reader,
    keys: &Keys,
    (case, reasons, path): (&Case, Vec<String>, &str),
) -> Result<()> {
    let (words, site) = (&reader.words, house.app.site());
    let values = [("site", site.name.as_str()), ("title", case.title.as_str())];
    let mut paragraphs = vec![words.with(keys.why, &values)];
    paragraphs.extend(reasons);
    let body = Body {
        greeting: words.t("moderation-letter-greeting"),
        paragraphs,
        action: Some(Link::new(words.t(keys.action), format!("{}{path}", site.origin))),
        code: None,
        small_print: words.t(keys.small_print),
    };
    let Ok(to) = Address::read(&reader.mail) else { return Ok(()) };
    let subject = words.with(keys.subject, &values).replace(['\r', '\n'], " ");
    match Letter::new(to, keys.kind, words.locale().code(), &subject, body) {
        Ok(letter) => {
            mail::post(act, &letter).await?;
        }
        Err(error) => tracing::error!(kind = keys.kind, %error, "a letter could not be written"),
    }
    Ok(())
}
