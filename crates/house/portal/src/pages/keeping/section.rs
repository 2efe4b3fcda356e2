//! A section of a page: the form, what will change, and publishing it.

use super::{
    Pairs, desk_crumbs, field_label, kept, readable, said, sent, show_wrong, shown, trouble, view,
};
use crate::Portal;
use crate::views::{Button, Difference, FormView, Group, KeepingView, Row};
use axum::extract::{Path, State};
use axum::response::Response;
use directory::actions::{self, EditOutcome, Error};
use directory::looks::keeping::draft;
use directory::may::Verb;
use directory::model::Place;
use directory::rules::section::{Section, Typed, Typing, Understood, typing};
use directory::rules::week;
use intake::standard::{Access, Care, Cost, FieldName, Kind, Public, Service, Support, Word};
use people::Standing;
use web::{Answer, Field, FieldKind, Visitor, Words, done};

pub(super) async fn page(
    visitor: Visitor,
    standing: Standing,
    Path((place, section)): Path<(String, String)>,
) -> web::Result<Response> {
    let place = kept(&visitor, &standing, (&place, Verb::Edit)).await?;
    let section = Section::named(&section).ok_or(web::Error::NotFound)?;
    let person = visitor.person()?;
    let kept = draft(&mut visitor.app().read().await?, place.id, (section, person)).await?;
    let has_draft = kept.is_some();
    let typed = kept.unwrap_or_else(|| section.typed(&place.body.fields));
    let mut view = form_page(&visitor, (&place, section), &typed);
    if has_draft {
        view.lead.insert(0, visitor.words().t("keep-draft-shown"));
        let label = visitor.words().t("keep-throw-draft");
        if let Some(form) = view.forms.first_mut() {
            form.buttons.push(Button::new("oublier", label));
        }
    }
    shown(&view)
}

pub(super) async fn take(
    State(portal): State<Portal>,
    visitor: Visitor,
    standing: Standing,
    Path((place, section)): Path<(String, String)>,
    form: Pairs,
) -> web::Result<Response> {
    let place = kept(&visitor, &standing, (&place, Verb::Edit)).await?;
    let section = Section::named(&section).ok_or(web::Error::NotFound)?;
    let (words, app) = (visitor.words(), visitor.app());
    let next = sent(&form, "suite").to_owned();
    let typed: Typed = form.fields.iter().filter(|(it, _)| it != "suite").cloned().collect();
    if typed.iter().any(|(name, _)| !section.has(name)) {
        return Err(web::Error::Refused(words.t("form-unreadable")));
    }
    let desk = format!("/mes-lieux/{}", place.id);
    let asked = (place.id, section);
    match next.as_str() {
        "oublier" => {
            actions::throw_draft_away(&app.db, app.now(), &standing, asked)
                .await
                .map_err(|error| trouble(&visitor, error))?;
            return Ok(done(&desk, "done-draft-thrown"));
        }
        "brouillon" => {
            actions::keep_draft(&app.db, app.now(), &standing, asked, &typed)
                .await
                .map_err(|error| trouble(&visitor, error))?;
            return Ok(done(&desk, "done-draft-kept"));
        }
        "reprendre" => return shown(&form_page(&visitor, (&place, section), &typed)),
        _ => {}
    }
    let gazetteer = portal.directory.live().gazetteer.clone();
    let understood = section.understood(&typed, &gazetteer.communes);
    if !understood.problems.is_empty() {
        return wrong(&visitor, (&place, section), &typed, &understood);
    }
    if next != "publier" {
        return preview(&visitor, (&place, section), (&typed, &understood));
    }
    let once = (app.now(), form.once.as_str());
    match actions::edit_page(&app.db, once, &standing, place.id, &understood.values).await {
        Ok(outcome) => {
            actions::throw_draft_away(&app.db, app.now(), &standing, asked)
                .await
                .map_err(|error| trouble(&visitor, error))?;
            portal.directory.catch_up().await?;
            let is_changed = outcome == EditOutcome::Changed;
            let key = if is_changed { "done-page-edited" } else { "done-page-unchanged" };
            Ok(done(&desk, key))
        }
        Err(Error::Refused(refusal)) => {
            let mut view = form_page(&visitor, (&place, section), &typed);
            if let Some(form) = view.forms.first_mut() {
                form.problem = Some(said(&words, &refusal));
            }
            show_wrong(&view)
        }
        Err(error) => Err(trouble(&visitor, error)),
    }
}

fn wrong(
    visitor: &Visitor,
    what: (&Place, Section),
    typed: &Typed,
    understood: &Understood,
) -> web::Result<Response> {
    let words = visitor.words();
    let mut view = form_page(visitor, what, typed);
    if let Some(form) = view.forms.first_mut() {
        for (name, refusal) in &understood.problems {
            super::blame(form, name, said(&words, refusal));
        }
    }
    show_wrong(&view)
}

/// What the page says and what it would say, side by side, before anything is written.
fn preview(
    visitor: &Visitor,
    (place, section): (&Place, Section),
    (typed, understood): (&Typed, &Understood),
) -> web::Result<Response> {
    let words = visitor.words();
    let differences: Vec<Difference> = understood
        .values
        .iter()
        .filter(|(field, value)| *place.body.fields.get(*field) != *value)
        .map(|(field, value)| Difference {
            field: field_label(&words, *field),
            before: readable(&words, *field, &place.body.fields.get(*field)),
            after: readable(&words, *field, value),
        })
        .collect();
    let has_changes = !differences.is_empty();
    let title = words.t("keep-preview");
    let mut view = view(visitor, title, desk_crumbs(&words, place));
    let title = words.t(&format!("section-{}", section.slug()));
    let rows =
        if has_changes { vec![Row { title, differences, ..Row::default() }] } else { Vec::new() };
    view.groups.push(Group { rows, empty: words.t("keep-no-difference"), ..Group::default() });
    let mut buttons = Vec::new();
    if has_changes {
        buttons.push(Button::new("publier", words.t("keep-publish")));
    }
    buttons.push(Button::new("reprendre", words.t("keep-go-back")));
    if has_changes {
        buttons.push(Button::new("brouillon", words.t("keep-as-draft")));
    }
    view.forms.push(FormView {
        action: action(place, section),
        hidden: typed.clone(),
        buttons,
        ..FormView::default()
    });
    shown(&view)
}

fn action(place: &Place, section: Section) -> String {
    format!("/mes-lieux/{}/modifier/{}", place.id, section.slug())
}

fn form_page(visitor: &Visitor, (place, section): (&Place, Section), typed: &Typed) -> KeepingView {
    let words = visitor.words();
    let title = words.t(&format!("section-{}", section.slug()));
    let mut view = view(visitor, title, desk_crumbs(&words, place));
    view.lead = vec![words.t(&format!("section-{}-lead", section.slug()))];
    view.forms.push(FormView {
        action: action(place, section),
        fields: fields(&words, section, typed),
        buttons: vec![Button::new("apercu", words.t("keep-see-changes"))],
        ..FormView::default()
    });
    view
}

/// The fields of the form of a section, with what was typed.
pub(super) fn fields(words: &Words, section: Section, typed: &Typed) -> Vec<Field> {
    section.fields().iter().flat_map(|field| inputs(words, *field, typed)).collect()
}

/// What is asked for one field: one input, or the week day by day.
pub(super) fn inputs(words: &Words, field: FieldName, typed: &Typed) -> Vec<Field> {
    let value = |name: &str| {
        typed.iter().find(|(it, _)| it == name).map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let name = field.label();
    let label = field_label(words, field);
    match typing(field) {
        Typing::Week => {
            let half = |day: &&str, is_morning: bool| {
                let name = week::name(day, is_morning);
                let key = if is_morning { "week-morning" } else { "week-afternoon" };
                let label = words.put(key, "day", words.t(&format!("week-{day}")));
                Field::new(name.clone(), label).value(value(&name)).optional()
            };
            let mut fields: Vec<Field> =
                week::DAYS.iter().flat_map(|day| [half(day, true), half(day, false)]).collect();
            let in_words = Field::new(week::WORDS, words.t("week-in-words"));
            let in_words = in_words.hint(words.t("week-in-words-hint"));
            fields.push(in_words.value(value(week::WORDS)).optional());
            fields
        }
        Typing::Words => {
            let chosen: Vec<&str> =
                typed.iter().filter(|(it, _)| it == name).map(|(_, it)| it.as_str()).collect();
            let answers = vocabulary(field)
                .into_iter()
                .map(|it| Answer::new(it, word_label(words, field, it), chosen.contains(&it)))
                .collect();
            vec![Field::new(name, label).kind(FieldKind::Checks(answers)).optional()]
        }
        Typing::Long => {
            vec![Field::new(name, label).kind(FieldKind::Long).value(value(name)).optional()]
        }
        Typing::Line => {
            let input = Field::new(name, label).value(value(name)).kind(kind(field));
            vec![if field == FieldName::Name { input } else { input.optional() }]
        }
    }
}

fn kind(field: FieldName) -> FieldKind {
    match field {
        FieldName::Phone => FieldKind::Phone,
        FieldName::BookingUrl | FieldName::AcceslibreUrl => FieldKind::Web,
        _ => FieldKind::Text,
    }
}

/// The words of the standard for a field that is a list of them.
fn vocabulary(field: FieldName) -> Vec<&'static str> {
    fn labels<W: Word>() -> Vec<&'static str> {
        W::ALL.iter().map(|it| it.label()).collect()
    }
    match field {
        FieldName::Kinds => labels::<Kind>(),
        FieldName::Services => labels::<Service>(),
        FieldName::Support => labels::<Support>(),
        FieldName::Publics => labels::<Public>(),
        FieldName::Care => labels::<Care>(),
        FieldName::Access => labels::<Access>(),
        FieldName::Costs => labels::<Cost>(),
        _ => Vec::new(),
    }
}

/// A word of the standard in the visitor's language.
pub(super) fn word_label(words: &Words, field: FieldName, label: &str) -> String {
    fn key<W: Word>(family: &str, label: &str) -> Option<String> {
        W::from_label(label).map(|it| format!("{family}-{}", it.slug()))
    }
    let key = match field {
        FieldName::Kinds => key::<Kind>("kind", label),
        FieldName::Services => key::<Service>("service", label),
        FieldName::Support => key::<Support>("support", label),
        FieldName::Publics => key::<Public>("public", label),
        FieldName::Care => key::<Care>("care", label),
        FieldName::Access => key::<Access>("access", label),
        FieldName::Costs => key::<Cost>("cost", label),
        _ => None,
    };
    key.map_or_else(|| label.to_owned(), |it| words.t(&it))
}
