//! What the public figures of a year count.

use crate::model::{Reason, Ruling};
use crate::rules::figures::Figures;
use base::Timestamp;
use db::{Read, Result, Value, params, row};

row! {
    struct Named {
        name: String,
        n: i64,
    }
}

row! {
    struct Count {
        n: i64,
    }
}

row! {
    struct Cases {
        n: i64,
        hidden: i64,
        again: i64,
    }
}

row! {
    struct Delay {
        waited: i64,
    }
}

row! {
    struct Appeals {
        n: i64,
        reversed: i64,
    }
}

fn big(n: i64) -> u64 {
    u64::try_from(n).unwrap_or_default()
}

/// The figures of what happened from one instant to another.
pub(crate) async fn between(
    read: &mut Read,
    year: i16,
    (from, to): (Timestamp, Timestamp),
) -> Result<Figures> {
    let span = || -> Vec<Value> { params![from, to] };
    let mut figures = Figures { year, ..Figures::default() };
    let reports: Vec<Named> = read
        .all(
            "SELECT reason AS name, COUNT(*) AS n FROM report WHERE at >= $1 AND at < $2
             GROUP BY reason",
            span(),
        )
        .await?;
    let known = |row: &Named| Some((Reason::named(&row.name)?, big(row.n)));
    figures.reports = reports.iter().filter_map(known).collect();
    let sql = "SELECT COUNT(*) AS n FROM moderation_case
               WHERE is_notice = TRUE AND opened_at >= $1 AND opened_at < $2";
    figures.notices = big(read.one::<Count>(sql, span()).await?.n);
    let cases: Cases = read
        .one(
            "SELECT COUNT(*) AS n,
                 CAST(COALESCE(SUM(CASE WHEN was_hidden = TRUE THEN 1 ELSE 0 END), 0) AS BIGINT)
                     AS hidden,
                 CAST(COALESCE(SUM(CASE WHEN was_shown_again = TRUE THEN 1 ELSE 0 END), 0)
                     AS BIGINT) AS again
             FROM moderation_case WHERE opened_at >= $1 AND opened_at < $2",
            span(),
        )
        .await?;
    figures.cases = big(cases.n);
    figures.hidden_by_reports = big(cases.hidden);
    figures.shown_again = big(cases.again);
    let decisions: Vec<Named> = read
        .all(
            "SELECT ruling AS name, COUNT(*) AS n FROM moderation_decision
             WHERE at >= $1 AND at < $2 AND undone_at IS NULL GROUP BY ruling",
            span(),
        )
        .await?;
    let known = |row: &Named| Some((Ruling::named(&row.name)?.name(), big(row.n)));
    figures.decisions = decisions.iter().filter_map(known).collect();
    let sql = "SELECT COUNT(*) AS n FROM moderation_decision
               WHERE undone_at >= $1 AND undone_at < $2";
    figures.undone = big(read.one::<Count>(sql, span()).await?.n);
    let appeals: Appeals = read
        .one(
            "SELECT COUNT(*) AS n,
                 CAST(COALESCE(SUM(CASE WHEN state = 'reversed' THEN 1 ELSE 0 END), 0) AS BIGINT)
                     AS reversed
             FROM moderation_appeal WHERE at >= $1 AND at < $2",
            span(),
        )
        .await?;
    figures.appeals = big(appeals.n);
    figures.reversed = big(appeals.reversed);
    let sql = "SELECT COUNT(*) AS n FROM moderation_case WHERE state <> 'decided'";
    figures.waiting = big(read.one::<Count>(sql, vec![]).await?.n);
    delays(read, figures, span()).await
}

/// The last 50,000 delays of the year: a median needs no more, and memory stays bounded.
async fn delays(read: &mut Read, figures: Figures, span: Vec<Value>) -> Result<Figures> {
    let rows: Vec<Delay> = read
        .all(
            "SELECT decided_at - opened_at AS waited FROM moderation_case
             WHERE decided_at >= $1 AND decided_at < $2 AND state = 'decided'
             ORDER BY decided_at DESC LIMIT 50000",
            span,
        )
        .await?;
    Ok(figures.with_delays(rows.into_iter().map(|row| row.waited).collect()))
}
