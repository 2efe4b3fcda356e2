//! The letters that this slice sends. Each says who writes, why, what to do and what happens if
//! one does nothing.

use crate::actions::Letterhead;
use crate::digest::{self, Told};
use crate::model::{Code, Invitation, Person, Purpose, Session};
use crate::store::letters::Due;
use base::time;
use db::{Act, Result};
use work::mail::{self, Address, Body, Letter, Link};

/// A link, and six digits when they can be typed somewhere.
pub(crate) async fn code(
    act: &mut Act,
    head: &Letterhead,
    code: &Code,
    name: Option<&str>,
    (secret, digits): (&str, &str),
) -> Result<()> {
    let words = &head.words;
    let (key, path) = match (code.purpose, name) {
        (Purpose::SignIn, Some(_)) => ("letter-sign-in", "/connexion/lien/"),
        (Purpose::SignIn, None) => ("letter-arrive", "/connexion/lien/"),
        (Purpose::Prove, _) => ("letter-prove", "/compte/preuve/lien/"),
        (Purpose::ChangeMail, _) => ("letter-change-mail", "/compte/adresse/lien/"),
        (Purpose::Confirm, _) => ("letter-confirm", "/confirmer/"),
    };
    let life = if digits.is_empty() { "letter-confirm-life" } else { "letter-code-life" };
    let say = |part: &str| words.put(&format!("{key}-{part}"), "site", &head.site);
    let body = Body {
        greeting: greeting(head, name),
        paragraphs: vec![say("why")],
        action: Some(Link::new(say("action"), format!("{}{path}{secret}", head.origin))),
        code: digits.split_at_checked(3).map(|(a, b)| format!("{a} {b}")),
        small_print: format!("{} {}", words.t(life), words.t("letter-not-you")),
    };
    post(act, head, &code.mail, ("people.code", say("subject")), body).await
}

/// Someone entered from a device that the house had not seen.
pub(crate) async fn new_device(
    act: &mut Act,
    head: &Letterhead,
    person: &Person,
    session: &Session,
) -> Result<()> {
    let Some(mail) = &person.mail else { return Ok(()) };
    let words = &head.words;
    let at = time::in_paris(session.made_at);
    let device =
        if session.device.is_empty() { words.t("device-unknown") } else { session.device.clone() };
    let when = format!("{} {:02}:{:02}", words.locale().date(at.date()), at.hour(), at.minute());
    let values = [("device", device.as_str()), ("when", when.as_str())];
    let body = Body {
        greeting: greeting(head, Some(&person.name)),
        paragraphs: vec![words.with("letter-new-device-why", &values)],
        action: Some(Link::new(
            words.t("letter-new-device-action"),
            format!("{}/compte/securite", head.origin),
        )),
        code: None,
        small_print: words.t("letter-new-device-if-you"),
    };
    let subject = words.put("letter-new-device-subject", "site", &head.site);
    post(act, head, mail, ("people.new_device", subject), body).await
}

/// What a person is told of their account, in case it was not them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Notice {
    /// The address changed: told to the old one.
    MailChanged,
    /// An authenticator application was added.
    AppAdded,
    /// It was taken away.
    AppRemoved,
    /// A passkey was added.
    PasskeyAdded,
    /// A passkey was taken away.
    PasskeyRemoved,
    /// New recovery codes were drawn.
    RecoveryRenewed,
}

impl Notice {
    const fn key(self) -> &'static str {
        match self {
            Self::MailChanged => "letter-mail-changed",
            Self::AppAdded => "letter-app-added",
            Self::AppRemoved => "letter-app-removed",
            Self::PasskeyAdded => "letter-passkey-added",
            Self::PasskeyRemoved => "letter-passkey-removed",
            Self::RecoveryRenewed => "letter-recovery-renewed",
        }
    }
}

/// Tells a person what changed in their account.
pub(crate) async fn notice(
    act: &mut Act,
    head: &Letterhead,
    person: &Person,
    notice: Notice,
) -> Result<()> {
    tell(act, head, person, (notice.key(), "")).await
}

/// A recovery code was used; so many are left.
pub(crate) async fn recovery_used(
    act: &mut Act,
    head: &Letterhead,
    person: &Person,
    left: i64,
) -> Result<()> {
    tell(act, head, person, ("letter-recovery-used", &left.to_string())).await
}

async fn tell(
    act: &mut Act,
    head: &Letterhead,
    person: &Person,
    (key, left): (&str, &str),
) -> Result<()> {
    let Some(mail) = &person.mail else { return Ok(()) };
    let words = &head.words;
    let values = [("site", head.site.as_str()), ("left", left)];
    let body = Body {
        greeting: greeting(head, Some(&person.name)),
        paragraphs: vec![words.with(&format!("{key}-why"), &values)],
        action: Some(Link::new(
            words.t("letter-notice-action"),
            format!("{}/compte/securite", head.origin),
        )),
        code: None,
        small_print: words.t("letter-notice-if-you"),
    };
    let subject = words.put("letter-notice-subject", "site", &head.site);
    post(act, head, mail, ("people.notice", subject), body).await
}

/// A role is offered; `place` names where it is held.
pub(crate) async fn invitation(
    act: &mut Act,
    head: &Letterhead,
    invitation: &Invitation,
    (secret, place): (&str, &str),
) -> Result<()> {
    let words = &head.words;
    let role = words.t(&format!("role-{}", invitation.role.name()));
    let values = [("site", head.site.as_str()), ("role", role.as_str()), ("place", place)];
    let body = Body {
        greeting: greeting(head, None),
        paragraphs: vec![words.with("letter-invitation-why", &values)],
        action: Some(Link::new(
            words.t("letter-invitation-action"),
            format!("{}/invitation/{secret}", head.origin),
        )),
        code: None,
        small_print: format!(
            "{} {}",
            words.t("letter-invitation-life"),
            words.t("letter-not-known")
        ),
    };
    let subject = words.with("letter-invitation-subject", &values);
    post(act, head, &invitation.mail, ("people.invitation", subject), body).await
}

/// An account will be erased: until when one may come back, and how.
pub(crate) async fn erasure_asked(
    act: &mut Act,
    head: &Letterhead,
    person: &Person,
    (due_at, secret): (base::Timestamp, &str),
) -> Result<()> {
    let Some(mail) = &person.mail else { return Ok(()) };
    let words = &head.words;
    let date = words.locale().date(time::civil_day(due_at));
    let values = [("site", head.site.as_str()), ("date", date.as_str())];
    let url = format!("{}/suppression/{secret}", head.origin);
    let body = Body {
        greeting: greeting(head, Some(&person.name)),
        paragraphs: vec![words.with("letter-erasure-why", &values), words.t("letter-erasure-undo")],
        action: Some(Link::new(words.t("letter-erasure-action"), url)),
        code: None,
        small_print: words.t("letter-erasure-not-you"),
    };
    let subject = words.with("letter-erasure-subject", &values);
    post(act, head, mail, ("people.erasure_asked", subject), body).await
}

/// An account sleeps: the day on which it will be erased, unless one signs in.
pub(crate) async fn absence(
    act: &mut Act,
    head: &Letterhead,
    person: &Person,
    (time, end): (i64, jiff::civil::Date),
) -> Result<()> {
    let Some(mail) = &person.mail else { return Ok(()) };
    let words = &head.words;
    let date = words.locale().date(end);
    let values = [("site", head.site.as_str()), ("date", date.as_str())];
    let subject = if time == 1 { "letter-absence-subject" } else { "letter-absence-again-subject" };
    let body = Body {
        greeting: greeting(head, Some(&person.name)),
        paragraphs: vec![words.with("letter-absence-why", &values), words.t("letter-absence-keep")],
        action: Some(Link::new(
            words.t("letter-absence-action"),
            format!("{}/connexion", head.origin),
        )),
        code: None,
        small_print: words.t("letter-absence-nothing"),
    };
    let subject = words.with(subject, &values);
    post(act, head, mail, ("people.absence", subject), body).await
}

/// What happened since the last one: a line each, where to see to it, and the way out.
pub(crate) async fn digest(
    act: &mut Act,
    head: &Letterhead,
    person: &Person,
    (due, told, stop): (&Due, &[Told], String),
) -> Result<()> {
    let Some(Ok(to)) = person.mail.as_deref().map(Address::read) else { return Ok(()) };
    let (words, kind) = (&head.words, due.kind.name());
    let mut paragraphs = vec![words.t(&format!("letter-digest-{kind}"))];
    paragraphs.extend(digest::lines(words, told, &head.origin));
    let body = Body {
        greeting: greeting(head, Some(&person.name)),
        paragraphs,
        action: None,
        code: None,
        small_print: words.put(
            "letter-digest-why",
            "pace",
            words.t(&format!("pace-{}", due.pace.name())).to_lowercase(),
        ),
    };
    let subject = words.put(&format!("letter-digest-{kind}-subject"), "site", &head.site);
    let once = format!("digest:{}:{kind}:{}", person.id, due.at.as_millisecond());
    let stop = Link::new(words.t("letter-digest-stop"), stop);
    let letter = Letter::new(to, "people.digest", words.locale().code(), &subject, body)
        .and_then(|it| it.with_unsubscribe(stop));
    match letter {
        Ok(letter) => {
            mail::post(act, &letter.once(once)).await?;
        }
        Err(error) => tracing::error!(%error, "a digest could not be written"),
    }
    Ok(())
}

fn greeting(head: &Letterhead, name: Option<&str>) -> String {
    match name {
        Some(name) => head.words.put("letter-greeting-named", "name", name),
        None => head.words.t("letter-greeting"),
    }
}

/// Posts a letter. An address that no letter can be sent to was
/// refused long before; here it is only left aside.
async fn post(
    act: &mut Act,
    head: &Letterhead,
    to: &str,
    (kind, subject): (&'static str, String),
    body: Body,
) -> Result<()> {
    let Ok(to) = Address::read(to) else { return Ok(()) };
    match Letter::new(to, kind, head.words.locale().code(), &subject, body) {
        Ok(letter) => {
            // Someone waits for a code now; other letters can be tried for days.
            let letter = if kind == "people.code" { letter.urgent() } else { letter };
            mail::post(act, &letter).await?;
        }
        Err(error) => tracing::error!(kind, %error, "a letter could not be written"),
    }
    Ok(())
}
