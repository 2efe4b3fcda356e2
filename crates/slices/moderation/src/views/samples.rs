//! Believable pages of moderation, with words that try to break out of the markup: tests render
//! them in every language.

use super::case::RulingForm;
use super::queue::CaseRow;
use super::{
    AppealView, AppealsView, BinView, CaseView, DecisionView, FiguresView, NoticeForm, QueueView,
    ReportForm, ReportView, RulesView,
};
use crate::Party;
use crate::looks::Dossier;
use crate::model::{
    Appeal, AppealState, Article, Author, Case, CaseStatus, Decision, Exhibit, Notice,
    NoticeNature, Origin, Reason, Report, Ruling, Subject, Visibility,
};
use crate::pages::Sieve;
use crate::refusal::Refusal;
use crate::rules::figures::Figures;
use crate::rules::signals::Signal;
use askama::Template;
use base::{AppealId, CaseId, DecisionId, Id, ReportId, Timestamp, Ulid};
use people::model::{Level, Scope};
use web::{Section, Shell, Words};

/// What someone typed to break the page.
const HOSTILE: &str = "Avis <b>\"numérique\"</b> & 'Cie' <script>alert(1)</script>";

/// Every sample of every page, by name, laid out in `shell`'s language.
pub fn all(shell: impl Fn(Section, &str) -> Shell) -> askama::Result<Vec<(String, String)>> {
    let mut pages = Vec::new();
    let mut add = |name: &str, html: askama::Result<String>| -> askama::Result<()> {
        pages.push((format!("moderation-{name}"), html?));
        Ok(())
    };
    let layout = || shell(Section::Elsewhere, "/moderation");
    let words = layout().words;
    let (exhibit, case, now) = (exhibit(), case(), at(30));
    let typed = ReportForm { words: HOSTILE.into(), ..ReportForm::default() };
    let wrong = ReportView::new(layout(), &exhibit, &typed, false);
    add("report", wrong.saying(&words, Refusal::ReasonNeeded).render())?;
    let notice = ReportView::new_notice(layout(), &exhibit, &NoticeForm::default());
    add("notice", notice.saying(&words, Refusal::GoodFaithNeeded).render())?;
    add("rules", RulesView::new(layout(), &[]).render())?;
    let figures = Figures { year: 2026, ..Figures::default() }.with_delays(vec![3_600_000]);
    add("figures", FiguresView::new(layout(), &figures, (2025, 2026)).render())?;
    let decision = decision(Ruling::Breaks(Article::OnTopic));
    let binned = [(case.clone(), Some(decision.clone()))];
    add("bin", BinView::new(layout(), &binned).render())?;
    let found = (&decision, &case, None);
    let own = DecisionView::new(layout(), "deci.author.seal", found, (Party::Author, now));
    add("decision", own.render())?;
    add("queue", queue(layout(), &words, &case, now).render())?;
    let form = RulingForm { ruling: None, motive: HOSTILE.into() };
    add("case", CaseView::new(layout(), &dossier(), &form, (true, now)).render())?;
    let appeal = appeal();
    let found = [(appeal.clone(), decision.clone(), case.clone())];
    add("appeals", AppealsView::new(layout(), &found, ("operator", now)).render())?;
    let one = (&appeal, &decision, &case);
    add("appeal", AppealView::new(layout(), one, &form, true).render())?;
    add("appeal-own", AppealView::new(layout(), one, &form, false).render())?;
    Ok(pages)
}

fn queue(shell: Shell, words: &Words, case: &Case, now: Timestamp) -> QueueView {
    let waiting = vec![CaseRow::waiting(words, case, now)];
    let decision = decision(Ruling::Keep);
    let decided = vec![CaseRow::decided(words, case, Some(&decision))];
    let form = RulingForm::default();
    let kinds = ["lieu", "commentaire"];
    let sieve = Sieve::default();
    let mut view = QueueView::new(shell, (waiting, 1, decided), (&sieve, &kinds), (&form, true));
    view.say(words, Refusal::MotiveNeeded, &[]);
    view
}

fn at(hours: i64) -> Timestamp {
    let hours = base::time::SignedDuration::from_hours(490_000 + hours);
    Timestamp::UNIX_EPOCH.saturating_add(hours).unwrap_or_default()
}

fn exhibit() -> Exhibit {
    Exhibit {
        subject: Subject::new("commentaire", "avis_1"),
        title: HOSTILE.into(),
        excerpt: HOSTILE.repeat(8),
        author: None,
        path: "/lieux/la-source-rennes/avis".into(),
        scopes: vec![Scope::House],
        visibility: Visibility::Shown,
    }
}

fn case() -> Case {
    Case {
        id: CaseId::from_ulid(Ulid(1)),
        subject: exhibit().subject,
        origin: Origin::Reports,
        status: CaseStatus::open(Visibility::Shown).hidden_by_reports(at(0)),
        was_hidden: true,
        was_shown_again: false,
        score: 3_400,
        reports: 4,
        reasons: vec![Reason::Hatred, Reason::Spam],
        is_notice: true,
        title: HOSTILE.into(),
        excerpt: HOSTILE.into(),
        path: exhibit().path,
        author: Author { key: "k".into(), ..Author::default() },
        opened_at: at(0),
        decided_at: None,
        scopes: vec![Scope::House],
    }
}

fn decision(ruling: Ruling) -> Decision {
    Decision {
        id: DecisionId::from_ulid(Ulid(2)),
        case: CaseId::from_ulid(Ulid(1)),
        ruling,
        motive: HOSTILE.into(),
        decider: "operator".into(),
        at: at(20),
        is_on_appeal: false,
        before: CaseStatus::open(Visibility::Shown),
        undone_at: None,
    }
}

fn appeal() -> Appeal {
    Appeal {
        id: AppealId::from_ulid(Ulid(3)),
        decision: DecisionId::from_ulid(Ulid(2)),
        case: CaseId::from_ulid(Ulid(1)),
        party: "author".into(),
        words: HOSTILE.into(),
        at: at(25),
        state: AppealState::Waiting,
    }
}

fn dossier() -> Dossier {
    let report = Report {
        id: ReportId::from_ulid(Ulid(4)),
        reporter: "r".into(),
        person: None,
        mail: None,
        locale: "fr".into(),
        network: "192.0.2.0/24".into(),
        reason: Reason::Hatred,
        words: HOSTILE.into(),
        weight: 1_000,
        level: Some(Level::Reached),
        account_days: 12,
        places: Vec::new(),
        notice: Some(Notice {
            nature: NoticeNature::Order,
            name: HOSTILE.into(),
            law: "art. 29".into(),
        }),
        at: at(1),
        was_right: None,
    };
    Dossier {
        case: case(),
        reports: vec![report.clone(), Report { level: None, notice: None, ..report }],
        decisions: vec![decision(Ruling::Breaks(Article::Law))],
        appeals: Vec::new(),
        of_author: vec![case()],
        signals: vec![Signal::Burst, Signal::SameNetwork, Signal::NewAccounts],
    }
}
