//! Work that is done later, and the only road to the outside world.
//!
//! A job is queued inside the act that makes it necessary ([`queue`]): both are there, or
//! neither. A worker ([`Worker`]) takes jobs one at a time under a lease, so that a job taken
//! by a process that died is taken again by another. A job may therefore run twice: jobs are
//! written so that this changes nothing. What failed too often waits for a person ([`jobs`]).
//!
//! Mail is work too: [`mail::post`] puts a letter in the outbox, a job carries it.

pub mod bundle;
mod desk;
pub mod files;
pub mod mail;
pub mod outside;
mod queue;
mod store;
mod worker;

pub use desk::{JobLine, JobState, abandon, jobs, retry};
pub use queue::{Job, failed, queue, queue_at, queue_urgent, waiting};
pub use worker::{Handler, LongHandler, Progress, Worker};

/// What each column of these tables is, for the register of processing.
pub const REGISTER: &str = include_str!("../privacy.toml");

/// The tables of this crate.
pub const MIGRATIONS: &[db::Migration] = &[
    db::Migration { slice: "work", number: 1, sql: include_str!("../migrations/0001_job.sql") },
    db::Migration { slice: "work", number: 2, sql: include_str!("../migrations/0002_mail.sql") },
    db::Migration {
        slice: "work",
        number: 3,
        sql: include_str!("../migrations/0003_job_desk.sql"),
    },
];
