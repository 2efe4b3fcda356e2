//! What everyone may read: the rules, the figures, the bin; and one's own decision.

use super::say;
use crate::Party;
use crate::letters::{article, article_key};
use crate::model::{Appeal, AppealState, Article, Case, Chapter, Decision, Reason, Visibility};
use crate::refusal::Refusal;
use crate::rules::figures::{Figures, rulings};
use crate::rules::{deadlines, hiding, newcomer, status};
use askama::Template;
use base::{Refusal as _, Timestamp, time};
use std::sync::Arc;
use web::{Field, FieldKind, Link, Section, Shell, Visitor, Words};

/// The page at `/regles`.
#[derive(Template)]
#[template(path = "rules.html")]
pub struct RulesView {
    /// The layout.
    pub shell: Shell,
    /// The articles.
    pub articles: Vec<ArticleLine>,
    /// What happens with reports, decisions and appeals, with the figures of the rules.
    pub chapters: Vec<ChapterView>,
}

/// An article of the rules.
#[derive(Clone, Debug, Default)]
pub struct ArticleLine {
    /// Its anchor.
    pub anchor: String,
    /// `Article 1. On respecte les personnes`.
    pub title: String,
    /// What it asks.
    pub text: String,
    /// What becomes of what breaks it.
    pub consequence: String,
}

/// A chapter.
#[derive(Clone, Debug, Default)]
pub struct ChapterView {
    /// Its anchor.
    pub anchor: String,
    /// Its title.
    pub title: String,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
}

impl RulesView {
    /// The rules, with the chapters that spaces added.
    pub fn of(visitor: &Visitor, chapters: &[Arc<Chapter>]) -> Self {
        Self::new(visitor.shell(Section::Elsewhere), chapters)
    }

    /// The rules, in that layout.
    pub(super) fn new(shell: Shell, chapters: &[Arc<Chapter>]) -> Self {
        let words = shell.words.clone();
        let line = |it: Article| ArticleLine {
            anchor: format!("article-{}", it.number()),
            title: words.with(
                "article-titled",
                &[("number", &it.number().to_string()), ("title", &words.t(article_key(it)))],
            ),
            text: words.t(&format!("{}-text", article_key(it))),
            consequence: words.t(match it.consequence() {
                Visibility::Binned => "consequence-bin",
                Visibility::Shown | Visibility::Hidden => "consequence-hide",
            }),
        };
        let added = chapters.iter().map(|it| ChapterView {
            anchor: it.anchor.to_owned(),
            title: words.t(it.title),
            paragraphs: (it.paragraphs)(&words),
        });
        let own = own_chapters(&words);
        Self {
            articles: Article::ALL.map(line).into(),
            chapters: own.into_iter().chain(added).collect(),
            shell,
        }
    }
}

/// What moderation does, in figures that come from the rules themselves.
fn own_chapters(words: &Words) -> Vec<ChapterView> {
    let n = |key: &str, number: i64| words.put(key, "n", number);
    let score = say::thousandths(words, hiding::SCORE_TO_HIDE);
    let reporters = hiding::REPORTERS_TO_HIDE.to_string();
    let days = hiding::ACCOUNT_DAYS_TO_HIDE.to_string();
    let hide =
        words.with("rules-hide", &[("score", &score), ("reporters", &reporters), ("days", &days)]);
    let posts = newcomer::CHECKED_POSTS.to_string();
    let links = newcomer::LINKS_MAX.to_string();
    let newcomers = words.with("rules-newcomers", &[("posts", &posts), ("links", &links)]);
    let chapter = |anchor: &str, title: &str, paragraphs: Vec<String>| ChapterView {
        anchor: anchor.to_owned(),
        title: words.t(title),
        paragraphs,
    };
    vec![
        chapter(
            "signaler",
            "rules-report-title",
            vec![
                words.t("rules-report"),
                words.t("rules-weight"),
                hide,
                n("rules-hidden", deadlines::HIDDEN_HOURS),
                words.t("rules-signals"),
            ],
        ),
        chapter(
            "decisions",
            "rules-decide-title",
            vec![words.t("rules-decide"), n("rules-undo", deadlines::UNDO_HOURS), newcomers],
        ),
        chapter(
            "recours",
            "rules-appeal-title",
            vec![n("rules-appeal", deadlines::APPEAL_DAYS), words.t("rules-courts")],
        ),
        chapter("memoire", "rules-memory-title", vec![n("rules-memory", deadlines::MEMORY_MONTHS)]),
    ]
}

/// The page at `/moderation/chiffres`.
#[derive(Template)]
#[template(path = "figures.html")]
pub struct FiguresView {
    /// The layout.
    pub shell: Shell,
    /// The year.
    pub year: String,
    /// The figures, by chapter.
    pub tables: Vec<(String, Vec<Figure>)>,
    /// The other years.
    pub years: Vec<Link>,
    /// The same as a file.
    pub csv_href: String,
}

/// One figure.
#[derive(Clone, Debug, Default)]
pub struct Figure {
    /// What is counted.
    pub label: String,
    /// How many.
    pub value: String,
}

impl FiguresView {
    /// The figures of a year, among those from the first to the last.
    pub fn of(visitor: &Visitor, figures: &Figures, years: (i16, i16)) -> Self {
        Self::new(visitor.shell(Section::Elsewhere), figures, years)
    }

    /// The figures, in that layout.
    pub(super) fn new(shell: Shell, figures: &Figures, (first, last): (i16, i16)) -> Self {
        let words = shell.words.clone();
        let figure = |label: String, n: u64| Figure { label, value: words.locale().integer(n) };
        let said = |key: &str, n: u64| figure(words.t(key), n);
        let mut reports: Vec<Figure> = Reason::ALL
            .into_iter()
            .map(|it| {
                let n = figures.reports.get(&it).copied().unwrap_or_default();
                figure(words.t(say::reason_key(it)), n)
            })
            .collect();
        reports.push(said("figures-reports-all", figures.reports_in_all()));
        reports.push(said("figures-notices", figures.notices));
        let mut cases = vec![
            said("figures-cases", figures.cases),
            said("figures-hidden", figures.hidden_by_reports),
            said("figures-shown-again", figures.shown_again),
            said("figures-decided", figures.decided),
            said("figures-within-a-day", figures.within_a_day),
            said("figures-waiting", figures.waiting),
        ];
        if let Some(hours) = figures.median_hours {
            cases.push(Figure {
                label: words.t("figures-median"),
                value: words.n("figures-hours", hours),
            });
        }
        let mut decisions: Vec<Figure> = rulings()
            .into_iter()
            .map(|it| {
                let n = figures.decisions.get(it.name()).copied().unwrap_or_default();
                figure(say::ruling(&words, it), n)
            })
            .collect();
        decisions.push(said("figures-undone", figures.undone));
        let appeals = vec![
            said("figures-appeals", figures.appeals),
            said("figures-reversed", figures.reversed),
        ];
        let year = figures.year;
        let link = |it: i16| {
            Link::new(it.to_string(), format!("/moderation/chiffres?annee={it}")).marked(it == year)
        };
        Self {
            year: year.to_string(),
            tables: vec![
                (words.t("figures-reports-title"), reports),
                (words.t("figures-cases-title"), cases),
                (words.t("figures-decisions-title"), decisions),
                (words.t("figures-appeals-title"), appeals),
            ],
            years: (first..=last).rev().map(link).collect(),
            csv_href: format!("/moderation/chiffres/{year}.csv"),
            shell,
        }
    }
}

/// The page at `/moderation/corbeille`.
#[derive(Template)]
#[template(path = "bin.html")]
pub struct BinView {
    /// The layout.
    pub shell: Shell,
    /// What is in it.
    pub rows: Vec<BinRow>,
}

/// A thing in the bin.
#[derive(Clone, Debug, Default)]
pub struct BinRow {
    /// What it is called.
    pub title: String,
    /// Where it was read.
    pub href: String,
    /// What it says.
    pub excerpt: String,
    /// The article, in words.
    pub article: String,
    /// Why.
    pub motive: String,
    /// When.
    pub at: String,
}

impl BinView {
    /// The bin.
    pub fn of(visitor: &Visitor, rows: &[(Case, Option<Decision>)]) -> Self {
        Self::new(visitor.shell(Section::Elsewhere), rows)
    }

    /// The bin, in that layout.
    pub(super) fn new(mut shell: Shell, rows: &[(Case, Option<Decision>)]) -> Self {
        shell.hidden_from_robots = true;
        let words = shell.words.clone();
        let row = |(case, decision): &(Case, Option<Decision>)| {
            let decision = decision.as_ref()?;
            Some(BinRow {
                title: case.title.clone(),
                href: case.path.clone(),
                excerpt: case.excerpt.clone(),
                article: article(&words, decision.ruling.article()?),
                motive: decision.motive.clone(),
                at: words.locale().date(time::civil_day(decision.at)),
            })
        };
        Self { rows: rows.iter().filter_map(row).collect(), shell }
    }
}

/// The page at `/decisions/{token}`: the statement of reasons, and the way to appeal.
#[derive(Template)]
#[template(path = "decision.html")]
pub struct DecisionView {
    /// The layout.
    pub shell: Shell,
    /// What it is about.
    pub title: String,
    /// What it said, a paragraph each; empty for who reported.
    pub excerpt: Vec<String>,
    /// What was decided.
    pub ruling: String,
    /// Why.
    pub motive: String,
    /// When, and by whom in general.
    pub at: String,
    /// What became of the appeal, in words; empty when there is none.
    pub appeal: String,
    /// The field of the appeal, while there can be one.
    pub fields: Vec<Field>,
    /// Until when one can appeal.
    pub until: String,
    /// What is wrong with the whole.
    pub problem: Option<String>,
    /// Where the form goes.
    pub action: String,
}

impl DecisionView {
    /// The page of that decision for that party.
    pub(crate) fn of(
        visitor: &Visitor,
        token: &str,
        found: (&Decision, &Case, Option<&Appeal>),
        asked: (Party, Timestamp),
    ) -> Self {
        Self::new(visitor.shell(Section::Elsewhere), token, found, asked)
    }

    /// The page, in that layout.
    pub(super) fn new(
        mut shell: Shell,
        token: &str,
        (decision, case, appeal): (&Decision, &Case, Option<&Appeal>),
        (party, now): (Party, Timestamp),
    ) -> Self {
        shell.hidden_from_robots = true;
        let words = shell.words.clone();
        let can = appeal.is_none() && status::can_be_appealed(decision, now);
        let field = Field::new("pourquoi", words.t("appeal-words"))
            .hint(words.t("appeal-words-hint"))
            .kind(FieldKind::Long);
        let excerpt = if party == Party::Author { case.excerpt.as_str() } else { "" };
        let told = match appeal.map(|it| it.state) {
            None if decision.undone_at.is_some() => words.t("decision-undone-long"),
            None => String::new(),
            Some(AppealState::Waiting) => words.t("appeal-waiting"),
            Some(AppealState::Upheld) => words.t("appeal-upheld"),
            Some(AppealState::Reversed) => words.t("appeal-reversed"),
        };
        let until = words.locale().date(time::civil_day(deadlines::appeal_end(decision.at)));
        Self {
            title: case.title.clone(),
            excerpt: excerpt.lines().map(str::to_owned).collect(),
            ruling: say::ruling(&words, decision.ruling),
            motive: decision.motive.clone(),
            at: words.put("decision-taken", "date", say::instant(&words, decision.at)),
            appeal: told,
            fields: if can { vec![field] } else { Vec::new() },
            until: words.put("appeal-until", "date", until),
            problem: None,
            action: format!("/decisions/{token}"),
            shell,
        }
    }

    /// Says what is wrong, and keeps what was typed.
    pub(crate) fn say(&mut self, words: &Words, refusal: Refusal, typed: &str) {
        let text = words.t(refusal.key());
        match self.fields.first_mut() {
            Some(field) => {
                typed.clone_into(&mut field.value);
                field.error = Some(text);
            }
            None => self.problem = Some(text),
        }
    }
}
