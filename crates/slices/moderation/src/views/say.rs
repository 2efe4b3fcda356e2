//! Words that several pages say alike.

use crate::letters;
use crate::model::{CaseState, NoticeNature, Origin, Reason, Ruling, Visibility};
use base::{Timestamp, time};
use web::Words;

/// `haine, spam`.
pub(super) fn reasons(words: &Words, reasons: &[Reason]) -> String {
    let all: Vec<String> = reasons.iter().map(|it| words.t(reason_key(*it))).collect();
    all.join(", ")
}

pub(super) const fn reason_key(reason: Reason) -> &'static str {
    match reason {
        Reason::Spam => "reason-spam",
        Reason::Hatred => "reason-hatred",
        Reason::OffTopic => "reason-off-topic",
        Reason::PersonalData => "reason-personal-data",
        Reason::Illegal => "reason-illegal",
        Reason::Duplicate => "reason-duplicate",
        Reason::Error => "reason-error",
    }
}

/// The sort of a thing, in words.
pub(super) fn kind(words: &Words, kind: &str) -> String {
    words.t(&format!("kind-{kind}"))
}

pub(super) fn ruling(words: &Words, ruling: Ruling) -> String {
    match ruling {
        Ruling::Keep => words.t("ruling-keep"),
        Ruling::Breaks(article) => {
            let article = letters::article(words, article);
            let key = match ruling.visibility() {
                Visibility::Binned => "ruling-bin",
                Visibility::Shown | Visibility::Hidden => "ruling-hide",
            };
            words.put(key, "article", article)
        }
    }
}

pub(super) const fn state_key(state: CaseState, origin: Origin) -> &'static str {
    match (state, origin) {
        (CaseState::Provisional, _) => "case-hidden",
        (CaseState::Decided, _) => "case-decided",
        (CaseState::Open, Origin::Check) => "case-check",
        (CaseState::Open, Origin::Signal) => "case-signal",
        (CaseState::Open, Origin::Reports) => "case-open",
    }
}

pub(super) const fn nature_key(nature: NoticeNature) -> &'static str {
    match nature {
        NoticeNature::Notice => "nature-notice",
        NoticeNature::Children => "nature-children",
        NoticeNature::Order => "nature-order",
    }
}

/// `24 novembre 2026, 10 h 05`.
pub(super) fn instant(words: &Words, at: Timestamp) -> String {
    let at = time::in_paris(at);
    format!("{}, {}", words.locale().date(at.date()), words.locale().hour(at.time()))
}

/// `depuis 3 h`, `depuis 2 jours`.
pub(super) fn age(words: &Words, from: Timestamp, now: Timestamp) -> String {
    let hours = u64::try_from(now.duration_since(from).as_hours()).unwrap_or_default();
    if hours < 48 { words.n("age-hours", hours) } else { words.n("age-days", hours / 24) }
}

/// A score or a weight, from thousandths.
pub(super) fn thousandths(words: &Words, thousandths: u32) -> String {
    words.locale().decimal(f64::from(thousandths) / 1_000.0, 1)
}
