//! What changed on a page, and undoing it; where fresher lists disagree, and choosing.

use super::{Pairs, desk_crumbs, field_label, kept, readable, sent, shown, trouble, view};
use crate::Portal;
use crate::views::{Difference, Group, Row, RowForm};
use axum::extract::{Path, State};
use axum::response::Response;
use base::time;
use directory::actions::{self, EditOutcome, Preference};
use directory::looks::keeping::history;
use directory::may::{Verb, may};
use directory::model::{Change, Place};
use directory::rules::conflict::{Conflict, conflicts};
use directory::rules::section::Section;
use directory::rules::whereabouts::scopes;
use intake::standard::FieldName;
use people::Standing;
use web::{Link, Visitor, Words, done};

/// Changes shown.
const CHANGES_SHOWN: i64 = 100;

pub(super) async fn page(
    visitor: Visitor,
    standing: Standing,
    Path(place): Path<String>,
) -> web::Result<Response> {
    let place = kept(&visitor, &standing, (&place, Verb::SeeDesk)).await?;
    let words = visitor.words();
    let changes = history(&mut visitor.app().read().await?, place.id, CHANGES_SHOWN).await?;
    let may_undo = may(&standing, Verb::Edit, &scopes(&place));
    let mut view = view(&visitor, words.t("history-title"), desk_crumbs(&words, &place));
    view.lead = vec![words.t("history-lead")];
    view.groups.push(Group {
        empty: words.t("history-empty"),
        rows: changes.iter().map(|it| row(&words, &place, it, may_undo)).collect(),
        ..Group::default()
    });
    shown(&view)
}

fn row(words: &Words, place: &Place, change: &Change, may_undo: bool) -> Row {
    let at = time::in_paris(change.at);
    let when = format!("{} {}", words.locale().date(at.date()), words.locale().hour(at.time()));
    let who = words.t(&format!("hand-{}", change.hand.name()));
    let why = words.t(&format!("change-{}", change.kind.name()));
    let differences = change
        .fields
        .iter()
        .filter_map(|it| {
            let field = it.name()?;
            Some(Difference {
                field: field_label(words, field),
                before: readable(words, field, &it.shown_before),
                after: readable(words, field, &it.shown_after),
            })
        })
        .collect();
    let action = format!("/mes-lieux/{}/historique/{}/annuler", place.id, change.id);
    let undo = RowForm::new(action, words.t("history-undo"));
    Row {
        title: when,
        lines: vec![format!("{why} – {who}")],
        differences,
        buttons: may_undo.then_some(undo).into_iter().collect(),
        ..Row::default()
    }
}

pub(super) async fn undo(
    State(portal): State<Portal>,
    visitor: Visitor,
    standing: Standing,
    Path((place, change)): Path<(String, String)>,
    form: Pairs,
) -> web::Result<Response> {
    drop(form);
    let place = kept(&visitor, &standing, (&place, Verb::Edit)).await?;
    let change = change.parse().map_err(|_| web::Error::NotFound)?;
    let app = visitor.app();
    let outcome = actions::undo(&app.db, app.now(), &standing, place.id, change)
        .await
        .map_err(|error| trouble(&visitor, error))?;
    portal.directory.catch_up().await?;
    let is_changed = outcome == EditOutcome::Changed;
    let key = if is_changed { "done-change-undone" } else { "done-page-unchanged" };
    Ok(done(&format!("/mes-lieux/{}/historique", place.id), key))
}

pub(super) async fn conflicts_page(
    State(portal): State<Portal>,
    visitor: Visitor,
    standing: Standing,
    Path(place): Path<String>,
) -> web::Result<Response> {
    let place = kept(&visitor, &standing, (&place, Verb::Edit)).await?;
    let words = visitor.words();
    let live = portal.directory.live();
    let name = |key: &str| {
        let source = live.sources.iter().find(|it| it.key == key);
        source.map_or_else(|| key.to_owned(), |it| it.name.clone())
    };
    let rows =
        conflicts(&place.body).iter().flat_map(|it| rows(&words, &place, it, &name)).collect();
    drop(live);
    let mut view = view(&visitor, words.t("conflicts-title"), desk_crumbs(&words, &place));
    view.lead = vec![words.t("conflicts-lead")];
    view.groups.push(Group { empty: words.t("conflicts-none"), rows, ..Group::default() });
    shown(&view)
}

/// One row a list that disagrees: keep mine, take theirs, write another.
fn rows(
    words: &Words,
    place: &Place,
    conflict: &Conflict,
    name: &dyn Fn(&str) -> String,
) -> Vec<Row> {
    let field = conflict.field;
    let label = field_label(words, field);
    let action = format!("/mes-lieux/{}/desaccords", place.id);
    let form = |key: &str, choice: &str, value: &str| RowForm {
        action: action.clone(),
        label: words.t(key),
        hidden: vec![
            ("champ".into(), field.label().into()),
            ("choix".into(), choice.into()),
            ("valeur".into(), value.into()),
        ],
    };
    let another = Section::of(field).map(|it| {
        let href = format!("/mes-lieux/{}/modifier/{}", place.id, it.slug());
        Link::new(words.t("conflict-another"), href)
    });
    let day =
        |text: &str| text.parse().map_or_else(|_| text.to_owned(), |it| words.locale().date(it));
    let row = |theirs: &directory::model::Voice| Row {
        title: label.clone(),
        lines: vec![
            words.with("conflict-mine", &[("date", &day(&conflict.mine.date))]),
            words.with(
                "conflict-theirs",
                &[("source", &name(&theirs.source)), ("date", &day(&theirs.date))],
            ),
        ],
        differences: vec![Difference {
            field: words.t("conflict-side-by-side"),
            before: readable(words, field, &conflict.mine.value),
            after: readable(words, field, &theirs.value),
        }],
        links: another.clone().into_iter().collect(),
        buttons: vec![
            form("conflict-keep-mine", "garder", ""),
            form("conflict-take-theirs", "prendre", &theirs.value),
        ],
        ..Row::default()
    };
    conflict.theirs.iter().map(row).collect()
}

pub(super) async fn choose(
    State(portal): State<Portal>,
    visitor: Visitor,
    standing: Standing,
    Path(place): Path<String>,
    form: Pairs,
) -> web::Result<Response> {
    let place = kept(&visitor, &standing, (&place, Verb::Edit)).await?;
    let unreadable = || web::Error::Refused(visitor.words().t("form-unreadable"));
    let field = FieldName::from_label(sent(&form, "champ")).ok_or_else(unreadable)?;
    let preference = match sent(&form, "choix") {
        "garder" => Preference::Mine,
        "prendre" => Preference::Theirs(sent(&form, "valeur").to_owned()),
        _ => return Err(unreadable()),
    };
    let app = visitor.app();
    actions::choose(&app.db, app.now(), &standing, place.id, (field, &preference))
        .await
        .map_err(|error| trouble(&visitor, error))?;
    portal.directory.catch_up().await?;
    Ok(done(&format!("/mes-lieux/{}/desaccords", place.id), "done-choice-made"))
}
