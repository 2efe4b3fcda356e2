//! Cases and the scopes they lie in.

use super::{count, id, instant, word};
use crate::model::{Author, Case, CaseState, CaseStatus, Origin, Reason, Subject, Visibility};
use base::{CaseId, PersonId, Timestamp};
use db::{Act, Chore, Read, Result, params, row};
use people::model::Scope;
use std::collections::HashMap;

row! {
    struct CaseRow {
        id: String,
        kind: String,
        subject: String,
        origin: String,
        state: String,
        visibility: String,
        hidden_until: Option<i64>,
        was_hidden: bool,
        was_shown_again: bool,
        score: i64,
        reports: i64,
        reasons: String,
        is_notice: bool,
        title: String,
        excerpt: String,
        path: String,
        author_key: String,
        author_person: Option<String>,
        author_mail: Option<String>,
        author_locale: String,
        opened_at: i64,
        decided_at: Option<i64>,
    }
}

row! {
    struct ScopeRow {
        case_id: String,
        scope: String,
    }
}

/// How a scope is written beside a case: `territory:35`.
fn scope_key(scope: &Scope) -> String {
    format!("{}:{}", scope.kind(), scope.name())
}

fn scope_of(key: &str) -> Option<Scope> {
    let (kind, name) = key.split_once(':')?;
    Scope::named(kind, name)
}

pub(crate) async fn insert(act: &mut Act, case: &Case) -> Result<()> {
    act.write(
        "INSERT INTO moderation_case
             (id, kind, subject, origin, state, visibility, hidden_until, was_hidden,
              was_shown_again, score, reports, reasons, is_notice, title, excerpt, path,
              author_key, author_person, author_mail, author_locale, opened_at, decided_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
                 $19, $20, $21, $22)",
        params![
            &case.id,
            case.subject.kind.as_str(),
            case.subject.id.as_str(),
            case.origin.name(),
            case.status.state.name(),
            case.status.visibility.name(),
            case.status.hidden_until,
            case.was_hidden,
            case.was_shown_again,
            case.score,
            case.reports,
            reasons_text(&case.reasons),
            case.is_notice,
            case.title.as_str(),
            case.excerpt.as_str(),
            case.path.as_str(),
            case.author.key.as_str(),
            case.author.person.map(|it| it.to_string()),
            case.author.mail.as_deref(),
            case.author.locale.as_str(),
            case.opened_at,
            case.decided_at,
        ],
    )
    .await?;
    let scopes = case.scopes.iter().map(|it| params![&case.id, scope_key(it)]).collect();
    act.write_rows(
        "INSERT INTO moderation_case_scope (case_id, scope) VALUES",
        "ON CONFLICT (scope, case_id) DO NOTHING",
        scopes,
    )
    .await
}

/// Writes what reports, decisions and time change of a case.
pub(crate) async fn update(act: &mut Act, case: &Case) -> Result<()> {
    act.write(
        "UPDATE moderation_case SET state = $2, visibility = $3, hidden_until = $4,
             was_hidden = $5, was_shown_again = $6, score = $7, reports = $8, reasons = $9,
             is_notice = $10, decided_at = $11
         WHERE id = $1",
        params![
            &case.id,
            case.status.state.name(),
            case.status.visibility.name(),
            case.status.hidden_until,
            case.was_hidden,
            case.was_shown_again,
            case.score,
            case.reports,
            reasons_text(&case.reasons),
            case.is_notice,
            case.decided_at,
        ],
    )
    .await?;
    Ok(())
}

pub(crate) async fn by_id(read: &mut Read, case: CaseId) -> Result<Option<Case>> {
    let row: Option<CaseRow> = read
        .optional(
            "SELECT id, kind, subject, origin, state, visibility, hidden_until, was_hidden,
                 was_shown_again, score, reports, reasons, is_notice, title, excerpt, path,
                 author_key, author_person, author_mail, author_locale, opened_at, decided_at
             FROM moderation_case WHERE id = $1",
            params![&case],
        )
        .await?;
    one(read, row).await
}

/// These cases, in no promised order.
pub(crate) async fn by_ids(read: &mut Read, cases: &[String]) -> Result<Vec<Case>> {
    let rows: Vec<CaseRow> = read
        .all_in(
            "SELECT id, kind, subject, origin, state, visibility, hidden_until, was_hidden,
                 was_shown_again, score, reports, reasons, is_notice, title, excerpt, path,
                 author_key, author_person, author_mail, author_locale, opened_at, decided_at
             FROM moderation_case WHERE id IN",
            cases,
            "",
        )
        .await?;
    many(read, rows).await
}

/// The case about that thing that is not decided yet.
pub(crate) async fn live_about(read: &mut Read, subject: &Subject) -> Result<Option<Case>> {
    let row: Option<CaseRow> = read
        .optional(
            "SELECT id, kind, subject, origin, state, visibility, hidden_until, was_hidden,
                 was_shown_again, score, reports, reasons, is_notice, title, excerpt, path,
                 author_key, author_person, author_mail, author_locale, opened_at, decided_at
             FROM moderation_case WHERE kind = $1 AND subject = $2 AND state <> 'decided'",
            params![subject.kind.as_str(), subject.id.as_str()],
        )
        .await?;
    one(read, row).await
}

/// At most 300 cases that wait in one of these scopes: notices and orders first, then by score,
/// then by age.
pub(crate) async fn waiting(read: &mut Read, scopes: &[Scope]) -> Result<Vec<Case>> {
    let keys: Vec<String> = scopes.iter().map(scope_key).collect();
    let rows: Vec<CaseRow> = read
        .all_in(
            "SELECT DISTINCT id, kind, subject, origin, state, visibility, hidden_until,
                 was_hidden, was_shown_again, score, reports, reasons, is_notice, title, excerpt,
                 path, author_key, author_person, author_mail, author_locale, opened_at,
                 decided_at
             FROM moderation_case JOIN moderation_case_scope ON case_id = id
             WHERE state <> 'decided' AND scope IN",
            &keys,
            "ORDER BY is_notice DESC, score DESC, opened_at LIMIT 300",
        )
        .await?;
    many(read, rows).await
}

/// At most 100 cases decided in one of these scopes, the last decided first.
pub(crate) async fn decided(read: &mut Read, scopes: &[Scope]) -> Result<Vec<Case>> {
    let keys: Vec<String> = scopes.iter().map(scope_key).collect();
    let rows: Vec<CaseRow> = read
        .all_in(
            "SELECT DISTINCT id, kind, subject, origin, state, visibility, hidden_until,
                 was_hidden, was_shown_again, score, reports, reasons, is_notice, title, excerpt,
                 path, author_key, author_person, author_mail, author_locale, opened_at,
                 decided_at
             FROM moderation_case JOIN moderation_case_scope ON case_id = id
             WHERE state = 'decided' AND scope IN",
            &keys,
            "ORDER BY decided_at DESC LIMIT 100",
        )
        .await?;
    many(read, rows).await
}

/// The 100 last things put in the visible bin, and still there.
pub(crate) async fn binned(read: &mut Read) -> Result<Vec<Case>> {
    let rows: Vec<CaseRow> = read
        .all(
            "SELECT id, kind, subject, origin, state, visibility, hidden_until, was_hidden,
                 was_shown_again, score, reports, reasons, is_notice, title, excerpt, path,
                 author_key, author_person, author_mail, author_locale, opened_at, decided_at
             FROM moderation_case WHERE state = 'decided' AND visibility = 'binned'
             ORDER BY decided_at DESC LIMIT 100",
            vec![],
        )
        .await?;
    rows.into_iter().map(|row| row.read(Vec::new())).collect()
}

/// Cases hidden by reports whose 48 hours are over.
pub(crate) async fn overdue(read: &mut Read, now: Timestamp) -> Result<Vec<Case>> {
    let rows: Vec<CaseRow> = read
        .all(
            "SELECT id, kind, subject, origin, state, visibility, hidden_until, was_hidden,
                 was_shown_again, score, reports, reasons, is_notice, title, excerpt, path,
                 author_key, author_person, author_mail, author_locale, opened_at, decided_at
             FROM moderation_case WHERE state = 'provisional' AND hidden_until <= $1
             ORDER BY hidden_until LIMIT 200",
            params![now],
        )
        .await?;
    many(read, rows).await
}

row! {
    struct Count {
        n: i64,
    }
}

/// How many things of that author were read and accepted.
pub(crate) async fn accepted_of(read: &mut Read, author_key: &str) -> Result<u32> {
    let row: Count = read
        .one(
            "SELECT COUNT(*) AS n FROM moderation_case
             WHERE author_key = $1 AND state = 'decided' AND origin = 'check'
                 AND visibility = 'shown'",
            params![author_key],
        )
        .await?;
    Ok(count(row.n))
}

/// The other cases about the same author, the last first: at most 20.
pub(crate) async fn of_author(read: &mut Read, author_key: &str) -> Result<Vec<Case>> {
    let rows: Vec<CaseRow> = read
        .all(
            "SELECT id, kind, subject, origin, state, visibility, hidden_until, was_hidden,
                 was_shown_again, score, reports, reasons, is_notice, title, excerpt, path,
                 author_key, author_person, author_mail, author_locale, opened_at, decided_at
             FROM moderation_case WHERE author_key = $1 AND author_key <> ''
             ORDER BY opened_at DESC LIMIT 20",
            params![author_key],
        )
        .await?;
    rows.into_iter().map(|row| row.read(Vec::new())).collect()
}

/// Forgets what cases decided long ago quote, and the addresses of their authors.
pub(crate) async fn forget(chore: &mut Chore, before: Timestamp) -> Result<u64> {
    chore
        .write(
            "UPDATE moderation_case SET excerpt = '', author_mail = NULL
             WHERE state = 'decided' AND decided_at < $1
                 AND (excerpt <> '' OR author_mail IS NOT NULL)",
            params![before],
        )
        .await
}

async fn one(read: &mut Read, row: Option<CaseRow>) -> Result<Option<Case>> {
    let rows = row.into_iter().collect();
    Ok(many(read, rows).await?.pop())
}

async fn many(read: &mut Read, rows: Vec<CaseRow>) -> Result<Vec<Case>> {
    let ids: Vec<String> = rows.iter().map(|it| it.id.clone()).collect();
    let lines: Vec<ScopeRow> = read
        .all_in("SELECT case_id, scope FROM moderation_case_scope WHERE case_id IN", &ids, "")
        .await?;
    let mut scopes: HashMap<String, Vec<Scope>> = HashMap::new();
    for line in lines {
        scopes.entry(line.case_id).or_default().extend(scope_of(&line.scope));
    }
    rows.into_iter()
        .map(|row| {
            let scopes = scopes.remove(&row.id).unwrap_or_default();
            row.read(scopes)
        })
        .collect()
}

fn reasons_text(reasons: &[Reason]) -> String {
    reasons.iter().map(|it| it.name()).collect::<Vec<_>>().join(" ")
}

impl CaseRow {
    fn read(self, scopes: Vec<Scope>) -> Result<Case> {
        let person = self.author_person.as_deref().map(id::<PersonId>).transpose()?;
        Ok(Case {
            id: id(&self.id)?,
            subject: Subject { kind: self.kind, id: self.subject },
            origin: word(Origin::named(&self.origin), &self.origin)?,
            status: CaseStatus {
                state: word(CaseState::named(&self.state), &self.state)?,
                visibility: word(Visibility::named(&self.visibility), &self.visibility)?,
                hidden_until: self.hidden_until.map(instant),
            },
            was_hidden: self.was_hidden,
            was_shown_again: self.was_shown_again,
            score: count(self.score),
            reports: count(self.reports),
            reasons: self.reasons.split(' ').filter_map(Reason::named).collect(),
            is_notice: self.is_notice,
            title: self.title,
            excerpt: self.excerpt,
            path: self.path,
            author: Author {
                key: self.author_key,
                person,
                mail: self.author_mail,
                locale: self.author_locale,
            },
            opened_at: instant(self.opened_at),
            decided_at: self.decided_at.map(instant),
            scopes,
        })
    }
}
