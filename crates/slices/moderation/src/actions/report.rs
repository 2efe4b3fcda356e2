//! Someone reports something, with or without an account.

use super::{Error, MODERATION, TEXT_MIN, check, checked_text, set};
use crate::events::{CaseOpened, HiddenByReports, Reported};
use crate::may::Verb;
use crate::model::{
    Case, CaseState, CaseStatus, Exhibit, Notice, NoticeNature, Origin, Reason, Report, Subject,
    Visibility,
};
use crate::refusal::Refusal;
use crate::rules::{hiding, weight};
use crate::{Moderation, letters, store};
use base::time::SignedDuration;
use base::{CaseId, PlaceId, Timestamp};
use db::Act;
use people::Standing;
use people::model::{Person, Scope};
use people::rules::address::Address;

/// Reports without an account that one network may send in an hour.
const NAMELESS_PER_HOUR_MAX: i64 = 20;
/// The longest name or text of law, in characters.
const LINE_MAX: usize = 300;

/// What someone reports.
#[derive(Clone, Debug)]
pub struct NewReport {
    /// What.
    pub subject: Subject,
    /// Why.
    pub reason: Reason,
    /// In their words.
    pub words: String,
    /// Where to write, for who has no account; empty for nowhere.
    pub mail: String,
    /// The notice, when it is one.
    pub notice: Option<Notice>,
    /// The network it comes from, without its last part; empty when unknown.
    pub network: String,
    /// What the browser says of itself.
    pub agent: String,
    /// The code of the language they read.
    pub locale: String,
    /// The key of the form.
    pub once: String,
}

/// Takes a report. The case about the thing is opened if there is none; the reports may then hide
/// it until someone looks. Answers the case.
pub async fn report(
    house: &Moderation,
    now: Timestamp,
    standing: &Standing,
    asked: &NewReport,
) -> Result<CaseId, Error> {
    check(standing, Verb::Report, &[])?;
    let (words, mail) = checked(standing, asked)?;
    let space = house.space_of(&asked.subject).ok_or(Error::NotFound)?;
    let mut act = house.app.db.act(now, standing.actor, MODERATION).await?;
    let exhibit = space.look(&mut act, &asked.subject.id).await?.ok_or(Error::NotFound)?;
    let is_new = act.is_first(&asked.once).await?;
    let known = store::cases::live_about(&mut act, &asked.subject).await?;
    if !is_new && let Some(case) = known {
        return Ok(case.id);
    }
    if exhibit.visibility == Visibility::Hidden && known.is_none() {
        return Err(Error::NotFound);
    }
    let reporter = reporter(house, standing, asked, mail.as_deref());
    if store::reports::is_reported_by(&mut act, &asked.subject, &reporter).await? {
        return Err(Refusal::AlreadyReported.into());
    }
    check_rhythm(&mut act, standing, asked).await?;
    let mut case = match known {
        Some(case) => case,
        None => open(&mut act, &exhibit, Origin::Reports).await?,
    };
    let report = Report { mail, words, ..weighed(&mut act, standing, asked, reporter).await? };
    store::reports::insert(&mut act, case.id, &asked.subject, &report).await?;
    if report.notice.is_some() {
        letters::received(&mut act, house, &case, &report).await?;
    }
    count(&mut act, &mut case).await?;
    let event = Reported {
        reason: report.reason.name(),
        is_notice: report.notice.is_some(),
        score: case.score,
    };
    act.record(&case.id, &event).await?;
    if space.may_be_hidden_by_reports() {
        hide_if_due(&mut act, house, &mut case).await?;
    }
    store::cases::update(&mut act, &case).await?;
    let id = case.id;
    act.commit().await?;
    Ok(id)
}

/// Opens a case; the caller commits.
pub(super) async fn open(act: &mut Act, exhibit: &Exhibit, origin: Origin) -> db::Result<Case> {
    let case = Case {
        id: act.id(),
        subject: exhibit.subject.clone(),
        origin,
        status: CaseStatus::open(exhibit.visibility),
        was_hidden: false,
        was_shown_again: false,
        score: 0,
        reports: 0,
        reasons: Vec::new(),
        is_notice: false,
        title: exhibit.title.clone(),
        excerpt: exhibit.excerpt.clone(),
        path: exhibit.path.clone(),
        author: exhibit.author.clone().unwrap_or_default(),
        opened_at: act.now(),
        decided_at: None,
        scopes: exhibit.scopes.clone(),
    };
    store::cases::insert(act, &case).await?;
    let event = CaseOpened {
        kind: case.subject.kind.clone(),
        subject: case.subject.id.clone(),
        origin: origin.name(),
    };
    act.record(&case.id, &event).await?;
    Ok(case)
}

/// What can be said of a report before anything is read: its texts, and where to answer.
fn checked(standing: &Standing, asked: &NewReport) -> Result<(String, Option<String>), Refusal> {
    let words = checked_text(&asked.words)?;
    let mail = match asked.mail.trim() {
        "" => None,
        mail => Some(Address::read(mail).map_err(|_| Refusal::MailUnreadable)?.text),
    };
    if let Some(notice) = &asked.notice {
        if words.chars().count() < TEXT_MIN {
            return Err(Refusal::ExplanationNeeded);
        }
        if notice.name.chars().count() > LINE_MAX || notice.law.chars().count() > LINE_MAX {
            return Err(Refusal::TooLong);
        }
        let must_sign = notice.nature != NoticeNature::Children;
        if must_sign && notice.name.trim().is_empty() {
            return Err(Refusal::NameNeeded);
        }
        if must_sign && mail.is_none() && standing.as_person().is_none() {
            return Err(Refusal::MailNeeded);
        }
    }
    Ok((words, mail))
}

/// A seal of who reports. Without account nor address, the network and the browser stand for a
/// person: two people of one library may then count as one, which hides nothing wrongly.
fn reporter(
    house: &Moderation,
    standing: &Standing,
    asked: &NewReport,
    mail: Option<&str>,
) -> String {
    let who = match (standing.as_person(), mail) {
        (Some(person), _) => format!("person {person}"),
        (None, Some(mail)) => format!("mail {}", mail.to_lowercase()),
        (None, None) => format!("network {} {}", asked.network, asked.agent),
    };
    house.app.keys.seal("reporter", &who)
}

async fn check_rhythm(act: &mut Act, standing: &Standing, asked: &NewReport) -> Result<(), Error> {
    if standing.as_person().is_some() || asked.network.is_empty() || asked.notice.is_some() {
        return Ok(());
    }
    let hour = SignedDuration::from_hours(1);
    let since = act.now().saturating_sub(hour).unwrap_or(act.now());
    let sent = store::reports::nameless_since(act, &asked.network, since).await?;
    if sent >= NAMELESS_PER_HOUR_MAX { Err(Refusal::TooManyReports.into()) } else { Ok(()) }
}

async fn weighed(
    act: &mut Act,
    standing: &Standing,
    asked: &NewReport,
    reporter: String,
) -> Result<Report, Error> {
    let record = store::reports::record_of(act, &reporter).await?;
    let person = match standing.as_person() {
        Some(person) => people::person(act, person).await?,
        None => None,
    };
    let now = act.now();
    Ok(Report {
        id: act.id(),
        reporter,
        person: standing.as_person(),
        mail: None,
        locale: asked.locale.clone(),
        network: asked.network.clone(),
        reason: asked.reason,
        words: String::new(),
        weight: weight::weight(standing.level, record),
        level: standing.level,
        account_days: person.map_or(0, |it| account_days(&it, now)),
        places: places(standing),
        notice: asked.notice.clone(),
        at: now,
        was_right: None,
    })
}

fn account_days(person: &Person, now: Timestamp) -> u32 {
    let days = now.duration_since(person.made_at).as_hours() / 24;
    u32::try_from(days).unwrap_or_default()
}

fn places(standing: &Standing) -> Vec<PlaceId> {
    let place = |scope: &Scope| match scope {
        Scope::Place(place) => Some(*place),
        _ => None,
    };
    standing.roles.iter().filter_map(|(_, scope)| place(scope)).collect()
}

/// Counts again all the reports of a case.
async fn count(act: &mut Act, case: &mut Case) -> Result<(), Error> {
    let reports = store::reports::of_case(act, case.id).await?;
    let voices: Vec<hiding::Voice> = reports.iter().map(hiding::Voice::from).collect();
    case.score = hiding::score(&voices);
    case.reports = u32::try_from(reports.len()).unwrap_or(u32::MAX);
    case.reasons = Reason::ALL
        .into_iter()
        .filter(|reason| reports.iter().any(|it| it.reason == *reason))
        .collect();
    case.is_notice = reports.iter().any(|it| it.notice.is_some());
    Ok(())
}

async fn hide_if_due(act: &mut Act, house: &Moderation, case: &mut Case) -> Result<(), Error> {
    if case.was_shown_again || case.status.state != CaseState::Open {
        return Ok(());
    }
    let reports = store::reports::of_case(act, case.id).await?;
    let voices: Vec<hiding::Voice> = reports.iter().map(hiding::Voice::from).collect();
    let hidden = case.status.hidden_by_reports(act.now());
    if hidden == case.status || !hiding::hides(&voices) {
        return Ok(());
    }
    case.status = hidden;
    case.was_hidden = true;
    set(act, house, case, (Visibility::Hidden, None)).await?;
    letters::hidden(act, house, case).await?;
    act.record(&case.id, &HiddenByReports { score: case.score }).await?;
    Ok(())
}
