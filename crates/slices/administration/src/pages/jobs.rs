//! The queue: what waits, what failed and why, trying again, giving up.

use super::{Administration, Nothing, PAGE_AND_ONE, gate, instant, next, query, row, show};
use crate::views::{Act, Frame, ListView, Room, Row};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use base::JobId;
use people::Standing;
use people::may::Verb;
use serde::Deserialize;
use web::{Answer, Field, FieldKind, Form, Visitor, Words, done};
use work::{JobLine, JobState};

const STATES: [JobState; 3] = [JobState::Waiting, JobState::Taken, JobState::Failed];

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
    let state = JobState::from_word(&asked.etat);
    let before = asked.avant.parse::<JobId>().ok();
    let mut read = it.app.read().await?;
    let mut jobs = work::jobs(&mut read, state, before, PAGE_AND_ONE).await?;
    drop(read);
    let path = Room::Jobs.href();
    let word = state.map(JobState::word).unwrap_or_default();
    let frame = Frame::new(&visitor, Room::Jobs, may_keep);
    let mut view = ListView::new(
        frame,
        words.t("administration-jobs-lead"),
        words.t("administration-jobs-none"),
    );
    view.next = next(&mut jobs, |it| query(path, &[("etat", word), ("avant", &it.id.to_string())]));
    path.clone_into(&mut view.filter_action);
    let answer = |it: JobState| {
        Answer::new(
            it.word(),
            words.t(&format!("administration-job-{}", it.word())),
            Some(it) == state,
        )
    };
    let all = Answer::new("", words.t("administration-all"), state.is_none());
    let answers = std::iter::once(all).chain(STATES.map(answer)).collect();
    view.filters =
        vec![Field::new("etat", words.t("administration-state")).kind(FieldKind::Select(answers))];
    view.rows = jobs.iter().map(|it| job_row(&words, it, may_keep)).collect();
    show(&view)
}

fn job_row(words: &Words, job: &JobLine, may_keep: bool) -> Row {
    let mut shown = row(job.kind.as_str());
    shown.state = words.t(&format!("administration-job-{}", job.state.word()));
    shown.is_bad = job.state == JobState::Failed;
    let queued = instant(words, job.queued_at);
    shown.facts.push(words.n_with(
        "administration-job-attempts",
        u64::try_from(job.attempts).unwrap_or(0),
        &[("when", &queued)],
    ));
    if job.state == JobState::Waiting && job.due_at > job.queued_at {
        let due = instant(words, job.due_at);
        shown.facts.push(words.put("administration-job-due", "when", due));
    }
    shown.facts.extend(job.progress.clone());
    shown.code = job.last_error.clone().unwrap_or_default();
    if may_keep {
        let path = format!("{}/{}", Room::Jobs.href(), job.id);
        let mut act = |end: &str, key: &str| {
            shown.acts.push(Act::new(format!("{path}/{end}"), words.t(key), job.kind.as_str()));
        };
        if job.state == JobState::Failed {
            act("reprendre", "administration-try-again");
        }
        if job.state != JobState::Taken {
            act("abandonner", "administration-give-up");
        }
    }
    shown
}

pub(super) async fn retry(
    State(it): State<Administration>,
    visitor: Visitor,
    standing: Standing,
    Path(job): Path<String>,
    form: Form<Nothing>,
) -> web::Result<Response> {
    drop(form);
    gate::pass(&visitor, &standing, Verb::KeepHouse)?;
    let id: JobId = job.parse().map_err(|_| web::Error::NotFound)?;
    let mut act = it.app.act(visitor.person()?, "jobs").await?;
    if !work::retry(&mut act, id).await? {
        return Err(web::Error::NotFound);
    }
    act.commit().await?;
    Ok(done(Room::Jobs.href(), "done-job-retried"))
}

pub(super) async fn abandon(
    State(it): State<Administration>,
    visitor: Visitor,
    standing: Standing,
    Path(job): Path<String>,
    form: Form<Nothing>,
) -> web::Result<Response> {
    drop(form);
    gate::pass(&visitor, &standing, Verb::KeepHouse)?;
    let id: JobId = job.parse().map_err(|_| web::Error::NotFound)?;
    let mut act = it.app.act(visitor.person()?, "jobs").await?;
    if !work::abandon(&mut act, id).await? {
        return Err(web::Error::NotFound);
    }
    act.commit().await?;
    Ok(done(Room::Jobs.href(), "done-job-abandoned"))
}
