//! Reports.

use super::{count, id, instant, word};
use crate::model::{Case, Notice, Reason, Report, Subject};
use crate::rules::weight::Record;
use base::{CaseId, PlaceId, ReportId, Timestamp};
use db::{Act, Chore, Read, Result, params, row};
use people::model::Level;

row! {
    struct ReportRow {
        id: String,
        reporter: String,
        person: Option<String>,
        mail: Option<String>,
        locale: String,
        network: String,
        reason: String,
        words: String,
        weight: i64,
        level: i64,
        account_days: i64,
        places: String,
        notice: String,
        at: i64,
        was_right: Option<bool>,
    }
}

row! {
    struct Judged {
        was_right: bool,
        n: i64,
    }
}

row! {
    struct Count {
        n: i64,
    }
}

/// Writes a report; false when that person already reported that thing.
pub(crate) async fn insert(
    act: &mut Act,
    case: CaseId,
    subject: &Subject,
    report: &Report,
) -> Result<bool> {
    let notice = report.notice.as_ref().map(serde_json::to_string);
    let notice = notice.transpose().map_err(db::Error::Encode)?.unwrap_or_default();
    let places: Vec<String> = report.places.iter().map(PlaceId::to_string).collect();
    let written = act
        .write(
            "INSERT INTO report
                 (id, case_id, kind, subject, reporter, person, mail, locale, network, reason,
                  words, weight, level, account_days, places, notice, at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
             ON CONFLICT (kind, subject, reporter) DO NOTHING",
            params![
                &report.id,
                &case,
                subject.kind.as_str(),
                subject.id.as_str(),
                report.reporter.as_str(),
                report.person.map(|it| it.to_string()),
                report.mail.as_deref(),
                report.locale.as_str(),
                report.network.as_str(),
                report.reason.name(),
                report.words.as_str(),
                report.weight,
                report.level.map_or(0, |it| it as i64),
                report.account_days,
                places.join(" "),
                notice,
                report.at,
            ],
        )
        .await?;
    Ok(written == 1)
}

/// Whether that person already reported that thing.
pub(crate) async fn is_reported_by(
    read: &mut Read,
    subject: &Subject,
    reporter: &str,
) -> Result<bool> {
    let row: Count = read
        .one(
            "SELECT COUNT(*) AS n FROM report
             WHERE kind = $1 AND subject = $2 AND reporter = $3",
            params![subject.kind.as_str(), subject.id.as_str(), reporter],
        )
        .await?;
    Ok(row.n > 0)
}

/// The reports of a case, the first first: at most 500.
pub(crate) async fn of_case(read: &mut Read, case: CaseId) -> Result<Vec<Report>> {
    let rows: Vec<ReportRow> = read
        .all(
            "SELECT id, reporter, person, mail, locale, network, reason, words, weight, level,
                 account_days, places, notice, at, was_right
             FROM report WHERE case_id = $1 ORDER BY at, id LIMIT 500",
            params![&case],
        )
        .await?;
    rows.into_iter().map(ReportRow::read).collect()
}

/// What became of someone's former reports.
pub(crate) async fn record_of(read: &mut Read, reporter: &str) -> Result<Record> {
    let rows: Vec<Judged> = read
        .all(
            "SELECT was_right, COUNT(*) AS n FROM report
             WHERE reporter = $1 AND was_right IS NOT NULL GROUP BY was_right",
            params![reporter],
        )
        .await?;
    let of = |is_right| {
        rows.iter().filter(|it| it.was_right == is_right).map(|it| count(it.n)).sum::<u32>()
    };
    Ok(Record { right: of(true), wrong: of(false) })
}

/// How many reports without an account came from a network since then.
pub(crate) async fn nameless_since(
    read: &mut Read,
    network: &str,
    since: Timestamp,
) -> Result<i64> {
    let row: Count = read
        .one(
            "SELECT COUNT(*) AS n FROM report WHERE network = $1 AND at > $2 AND level = 0",
            params![network, since],
        )
        .await?;
    Ok(row.n)
}

/// Writes whether the reports of a case were right; none: it is not known again.
pub(crate) async fn set_right(act: &mut Act, case: &Case, was_right: Option<bool>) -> Result<()> {
    act.write("UPDATE report SET was_right = $2 WHERE case_id = $1", params![&case.id, was_right])
        .await?;
    Ok(())
}

/// Forgets who reported, from where and in which words, in cases decided long ago. The seal of
/// the reporter stays: it says that they already reported, and how often they were right.
pub(crate) async fn forget(chore: &mut Chore, before: Timestamp) -> Result<u64> {
    chore
        .write(
            "UPDATE report SET person = NULL, mail = NULL, network = '', words = '', places = '',
                 notice = ''
             WHERE at < $1 AND was_right IS NOT NULL AND (network <> '' OR words <> ''
                 OR person IS NOT NULL OR mail IS NOT NULL OR notice <> '')",
            params![before],
        )
        .await
}

impl ReportRow {
    fn read(self) -> Result<Report> {
        let notice: Option<Notice> = serde_json::from_str(&self.notice).ok();
        Ok(Report {
            id: id::<ReportId>(&self.id)?,
            reporter: self.reporter,
            person: self.person.as_deref().map(id).transpose()?,
            mail: self.mail,
            locale: self.locale,
            network: self.network,
            reason: word(Reason::named(&self.reason), &self.reason)?,
            words: self.words,
            weight: count(self.weight),
            level: (self.level > 0).then(|| Level::ranked(self.level)),
            account_days: count(self.account_days),
            places: self.places.split(' ').filter_map(|it| it.parse().ok()).collect(),
            notice,
            at: instant(self.at),
            was_right: self.was_right,
        })
    }
}
