//! Believable pages, with names that try to break out of the markup: tests render them in every
//! language and check them.

use super::{
    AccountView, Act, DiffLine, FormView, Frame, LetterView, LettersView, ListView, OverviewView,
    Part, Room, Row, TextView, Tile,
};
use crate::rules::markdown;
use askama::Template;
use std::sync::Arc;
use web::{Answer, Catalogues, Field, FieldKind, Link, Locale, Section, Shell, Site, Words};

/// A name as a joker would type it.
pub const HOSTILE_NAME: &str = "Ada <b>\"Lefort\"</b> & 'Cie' <script>alert(1)</script>";

/// Every sample of every view in that language: its name and its HTML.
pub fn all(locale: Locale) -> anyhow::Result<Vec<(&'static str, String)>> {
    let words = Catalogues::new(&[web::TEXTS, people::TEXTS, crate::TEXTS])?.words(locale);
    let mut samples = vec![
        ("overview", overview(&words).render()?),
        ("list", list(&words).render()?),
        ("list-empty", ListView::new(frame(&words, Room::Jobs, false), "…", "…").render()?),
        ("form", form(&words, true).render()?),
        ("form-read", form(&words, false).render()?),
        ("account", account(&words).render()?),
        ("text", text(&words).render()?),
        ("letter", letter(&words).render()?),
    ];
    let rows = vec![row(&words)];
    samples.push(("letters", LettersView { shell: shell(&words, "/lettres"), rows }.render()?));
    let empty = LettersView { shell: shell(&words, "/lettres"), rows: Vec::new() };
    samples.push(("letters-none", empty.render()?));
    Ok(samples)
}

fn shell(words: &Words, path: &str) -> Shell {
    let site = Site { name: "Réseau Exemple".into(), ..Site::default() };
    Shell::new(words.clone(), Arc::new(site), Section::Elsewhere, path)
}

fn frame(words: &Words, room: Room, may_keep: bool) -> Frame {
    Frame::of(shell(words, room.href()), room, may_keep)
}

fn row(words: &Words) -> Row {
    Row {
        title: HOSTILE_NAME.into(),
        href: Some("/administration/comptes/pers_x".into()),
        state: words.t("administration-state-suspended"),
        is_bad: true,
        facts: vec!["ada@exemple.fr".into(), HOSTILE_NAME.into()],
        code: "0f3b6c".repeat(10),
        acts: vec![Act::new(
            "/administration/x",
            words.t("administration-try-again"),
            HOSTILE_NAME,
        )],
    }
}

fn overview(words: &Words) -> OverviewView {
    let frame = frame(words, Room::Overview, false);
    let tile = |key: &str, n: u64, is_bad| Tile {
        label: words.n(key, n),
        value: words.locale().integer(n),
        href: "/administration".into(),
        is_bad,
    };
    OverviewView {
        shell: frame.shell.clone(),
        frame,
        is_closed: true,
        waiting: vec![
            tile("administration-jobs-failed", 3, true),
            tile("administration-letters-lost", 0, false),
            tile("administration-invitations", 1, false),
            tile("administration-suspended", 2, false),
        ],
        counts: vec![
            tile("administration-accounts", 12_345, false),
            tile("administration-places", 1, false),
            tile("administration-jobs-open", 0, false),
            tile("administration-letters-waiting", 4, false),
            tile("administration-lines", 1_000_000, false),
        ],
    }
}

fn list(words: &Words) -> ListView {
    let frame = frame(words, Room::People, true);
    let mut view = ListView::new(frame, words.t("administration-people-lead"), "");
    view.filters = vec![
        Field::new("q", words.t("administration-people-search")).value(HOSTILE_NAME).optional(),
        Field::new("role", words.t("administration-role")).kind(answers(words)),
    ];
    view.filter_action = Room::People.href().into();
    view.acts = vec![Act::new("/administration/x", words.t("administration-journal-verify"), "")];
    view.files = vec![Link::new(words.t("administration-csv"), "/administration/roles.csv")];
    view.rows = vec![row(words), Row { title: "Paul".into(), ..Row::default() }];
    view.next = Some("/administration/comptes?avant=pers_x".into());
    view
}

fn answers(words: &Words) -> FieldKind {
    let answer = |it: &str| Answer::new(it, words.t(&format!("role-{it}")), it == "auditor");
    FieldKind::Select(vec![answer("auditor"), answer("administrator")])
}

fn form(words: &Words, may_keep: bool) -> FormView {
    let frame = frame(words, Room::Appearance, may_keep);
    let action = Room::Appearance.href();
    let mut view = FormView::new(frame, words.t("administration-appearance-lead"), action);
    view.parts = vec![Part {
        title: words.t("administration-part-site"),
        fields: vec![
            Field::new("principale", words.t("setting-main-colour"))
                .hint(words.t("setting-main-colour-hint"))
                .value(HOSTILE_NAME)
                .error(Some(words.put("administration-too-pale", "nearest", "#0b6e69"))),
            Field::new("phrase", words.t("setting-closed-sentence"))
                .kind(FieldKind::Long)
                .value(HOSTILE_NAME)
                .optional(),
        ],
    }];
    view.look = Some((words.t("administration-try"), action.into()));
    view.sheet = Some("/s/theme-essai.css?principale=5b2a86".into());
    let logo = Field::new("logo", words.t("setting-logo")).hint(words.t("setting-logo-hint"));
    view.file = Some((format!("{action}/logo"), logo));
    view.changes = vec![row(words)];
    view
}

fn account(words: &Words) -> AccountView {
    let frame = frame(words, Room::People, true).titled(HOSTILE_NAME);
    AccountView {
        shell: frame.shell.clone(),
        frame,
        path: "/administration/comptes/pers_x".into(),
        facts: vec![(words.t("administration-mail"), "ada@exemple.fr".into())],
        problem: Some(words.t("people-own-role")),
        state_form: Some(
            Field::new("raison", words.t("administration-reason")).kind(answers(words)),
        ),
        next_state: "suspended",
        state_button: words.t("administration-make-suspended"),
        roles: vec![row(words)],
        past_roles: vec![row(words)],
        role_fields: vec![
            Field::new("role", words.t("administration-role")).kind(answers(words)),
            Field::new("portee", words.t("administration-scope"))
                .hint(words.t("administration-scope-hint"))
                .error(Some(words.t("administration-scope-unknown"))),
        ],
    }
}

fn text(words: &Words) -> TextView {
    let frame = frame(words, Room::Texts, true).titled(words.t("setting-text-legal-fr"));
    let after = format!("# Éditeur\n\n{HOSTILE_NAME}\n- un\n- deux");
    TextView {
        shell: frame.shell.clone(),
        frame,
        action: "/administration/textes/legal/fr".into(),
        field: Field::new("texte", words.t("setting-text-legal-fr"))
            .kind(FieldKind::Long)
            .hint(words.t("administration-text-hint"))
            .value(after.as_str()),
        preview: Some(markdown::html(&after)),
        difference: DiffLine::between("# Éditeur\n\n- un", &after),
        versions: vec![row(words)],
        public_href: "/mentions-legales",
    }
}

fn letter(words: &Words) -> LetterView {
    LetterView {
        shell: shell(words, "/administration/lettres/cour_x"),
        rooms: frame(words, Room::Letters, true).rooms,
        back: Link::new(words.t("administration-letters"), Room::Letters.href()),
        subject: HOSTILE_NAME.into(),
        facts: vec![(words.t("administration-letter-to"), "ada@exemple.fr".into())],
        paragraphs: vec![HOSTILE_NAME.into()],
        code: Some("123 456".into()),
        action: Some(Link::new("Entrer", "/connexion/lien/x")),
        small_print: HOSTILE_NAME.into(),
        is_hidden: true,
        acts: vec![Act::new("/administration/x", words.t("administration-forgive"), "")],
    }
}
