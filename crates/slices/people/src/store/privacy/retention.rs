//! What has an end: how much of it is due, and its destruction.

use base::Timestamp;
use db::{Act, Read, Result, params, row};

row! {
    struct Count {
        n: i64,
    }
}

row! {
    /// The last time a rule was carried out.
    pub(crate) struct Run {
        pub(crate) rule: String,
        pub(crate) at: i64,
        pub(crate) forgotten: i64,
        pub(crate) forgotten_ever: i64,
    }
}

/// The two statements of a rule: how many are due before an instant, and their end.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Statements {
    count: &'static str,
    forget: &'static str,
}

pub(crate) const SESSIONS: Statements = Statements {
    count: "SELECT COUNT(*) AS n FROM session WHERE ends_at < $1",
    forget: "DELETE FROM session WHERE ends_at < $1",
};
pub(crate) const IDLE_SESSIONS: Statements = Statements {
    count: "SELECT COUNT(*) AS n FROM session WHERE seen_at < $1",
    forget: "DELETE FROM session WHERE seen_at < $1",
};
pub(crate) const CODES: Statements = Statements {
    count: "SELECT COUNT(*) AS n FROM code WHERE ends_at < $1",
    forget: "DELETE FROM code WHERE ends_at < $1",
};
pub(crate) const FAILURES: Statements = Statements {
    count: "SELECT COUNT(*) AS n FROM failure WHERE at < $1",
    forget: "DELETE FROM failure WHERE at < $1",
};
pub(crate) const ANSWERED_INVITATIONS: Statements = Statements {
    count: "SELECT COUNT(*) AS n FROM invitation WHERE answered_at < $1",
    forget: "DELETE FROM invitation WHERE answered_at < $1",
};
pub(crate) const DEAD_INVITATIONS: Statements = Statements {
    count: "SELECT COUNT(*) AS n FROM invitation WHERE answered_at IS NULL AND ends_at < $1",
    forget: "DELETE FROM invitation WHERE answered_at IS NULL AND ends_at < $1",
};
pub(crate) const ANSWERED_REQUESTS: Statements = Statements {
    count: "SELECT COUNT(*) AS n FROM privacy_request WHERE answered_at < $1",
    forget: "DELETE FROM privacy_request WHERE answered_at < $1",
};
pub(crate) const WITHDRAWN_CONSENTS: Statements = Statements {
    count: "SELECT COUNT(*) AS n FROM consent WHERE withdrawn_at < $1",
    forget: "DELETE FROM consent WHERE withdrawn_at < $1",
};
pub(crate) async fn due(read: &mut Read, it: Statements, before: Timestamp) -> Result<i64> {
    let count: Count = read.one(it.count, params![before]).await?;
    Ok(count.n)
}

pub(crate) async fn forget(act: &mut Act, it: Statements, before: Timestamp) -> Result<u64> {
    act.write(it.forget, params![before]).await
}

pub(crate) async fn ran(act: &mut Act, rule: &str, forgotten: u64) -> Result<()> {
    let (now, forgotten) = (act.now(), i64::try_from(forgotten).unwrap_or(i64::MAX));
    act.write(
        "INSERT INTO retention_run (rule, at, forgotten, forgotten_ever) VALUES ($1, $2, $3, $3)
         ON CONFLICT (rule) DO UPDATE SET at = excluded.at, forgotten = excluded.forgotten,
             forgotten_ever = retention_run.forgotten_ever + excluded.forgotten",
        params![rule, now, forgotten],
    )
    .await?;
    Ok(())
}

pub(crate) async fn runs(read: &mut Read) -> Result<Vec<Run>> {
    read.all("SELECT rule, at, forgotten, forgotten_ever FROM retention_run", vec![]).await
}
