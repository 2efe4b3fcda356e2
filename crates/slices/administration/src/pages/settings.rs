//! Settings of one line or one number: a form, the last changes, going back.

use super::{Administration, Nothing, author, gate, instant, row, show, show_wrong};
use crate::actions::{self, Error};
use crate::looks;
use crate::model::{Key, Setting};
use crate::refusal::Refusal;
use crate::views::{Act, FormView, Frame, Part, Room, Row};
use axum::extract::{Path, State};
use axum::response::Response;
use people::Standing;
use people::search::{self, Called};
use std::collections::BTreeMap;
use web::{Answer, Conformity, Field, FieldKind, Form, Site, Visitor, Words, done};

/// The parts of the form: a title and the settings under it.
const PARTS: [(&str, &[Key]); 3] = [
    (
        "administration-part-site",
        &[Key::Name, Key::Tagline, Key::Operator, Key::Host, Key::Mail, Key::Phone],
    ),
    (
        "administration-part-accessibility",
        &[
            Key::Conformity,
            Key::Auditor,
            Key::AuditedOn,
            Key::AuditRate,
            Key::Exceptions,
            Key::ReviewedOn,
            Key::PlanHref,
        ],
    ),
    ("administration-part-retention", &[Key::IdleAccountMonths, Key::LetterDays, Key::NetworkDays]),
];

pub(super) async fn page(
    State(it): State<Administration>,
    visitor: Visitor,
    standing: Standing,
) -> web::Result<Response> {
    show(&view(&it, &visitor, &standing, None).await?)
}

type Typed = BTreeMap<String, String>;

async fn view(
    it: &Administration,
    visitor: &Visitor,
    standing: &Standing,
    typed: Option<(&Typed, &[(Key, Refusal)])>,
) -> web::Result<FormView> {
    let may_keep = gate::enter(visitor, standing)?;
    let words = visitor.words();
    let mut read = it.app.read().await?;
    let current = looks::current(&mut read).await?;
    let changes = looks::changes(&mut read).await?;
    let called =
        search::called(&mut read, changes.iter().map(|it| it.by.clone()).collect()).await?;
    drop(read);
    let path = Room::Settings.href();
    let frame = Frame::new(visitor, Room::Settings, may_keep);
    let mut view = FormView::new(frame, words.t("administration-settings-lead"), path);
    for (title, keys) in PARTS {
        let field = |key: &Key| {
            let known = current.iter().find(|it| it.key == *key).and_then(|it| it.value.clone());
            let value = match typed {
                Some((typed, _)) => typed.get(key.name()).cloned(),
                None => known,
            };
            let refused = typed.and_then(|(_, all)| all.iter().find(|it| it.0 == *key));
            let field = setting_field(&words, *key, value.unwrap_or_default(), it.settings.base());
            field.error(refused.map(|(_, refusal)| refusal.said(&words)))
        };
        view.parts.push(Part { title: words.t(title), fields: keys.iter().map(field).collect() });
    }
    view.changes = changes.iter().map(|it| change_row(&words, it, &called, may_keep)).collect();
    Ok(view)
}

fn setting_field(words: &Words, key: Key, value: String, base: &Site) -> Field {
    let name = key.name();
    let field = Field::new(name, words.t(&format!("setting-{name}"))).optional();
    let field = match configured(key, base) {
        Some(said) if !said.is_empty() => {
            field.hint(words.put("administration-configured", "value", said))
        }
        _ => field.hint(words.t(&format!("setting-{name}-hint"))),
    };
    let kind = match key {
        Key::Mail => FieldKind::Mail,
        Key::Phone => FieldKind::Phone,
        Key::AuditedOn | Key::ReviewedOn => FieldKind::Day,
        Key::Exceptions => FieldKind::Long,
        Key::Conformity => FieldKind::Select(conformities(words, &value)),
        _ => FieldKind::Text,
    };
    field.kind(kind).value(value)
}

fn conformities(words: &Words, value: &str) -> Vec<Answer> {
    let as_configured = Answer::new("", words.t("administration-as-configured"), value.is_empty());
    let answer = |it: Conformity| Answer::new(it.name(), words.t(it.key()), it.name() == value);
    let all = [Conformity::None, Conformity::Partial, Conformity::Full].map(answer);
    std::iter::once(as_configured).chain(all).collect()
}

/// What the configuration says, which an empty field goes back to.
fn configured(key: Key, base: &Site) -> Option<String> {
    match key {
        Key::Name => Some(base.name.clone()),
        Key::Tagline => Some(base.tagline.clone()),
        Key::Operator => Some(base.operator.clone()),
        Key::Host => Some(base.host.clone()),
        Key::Mail => base.mail.clone(),
        Key::Phone => base.phone.clone(),
        Key::IdleAccountMonths => Some(base.retention.idle_account_months.to_string()),
        Key::LetterDays => Some(base.retention.letter_days.to_string()),
        Key::NetworkDays => Some(base.retention.network_days.to_string()),
        _ => None,
    }
}

/// A value that a setting took.
pub(super) fn change_row(
    words: &Words,
    setting: &Setting,
    called: &BTreeMap<String, Called>,
    may_keep: bool,
) -> Row {
    let label = words.t(&format!("setting-{}", setting.key.name()));
    let mut shown = row(label.clone());
    if setting.is_current {
        shown.state = words.t("administration-in-force");
    }
    let long = matches!(setting.key, Key::Logo | Key::Text(..));
    if !long {
        let value: String = setting.value.iter().flat_map(|it| it.chars().take(200)).collect();
        shown.facts.push(if setting.value.is_none() {
            words.t("administration-as-configured")
        } else {
            value
        });
    }
    let by = author(words, &setting.by, called.get(&setting.by));
    let values = [("who", by.as_str()), ("when", &instant(words, setting.at))];
    shown.facts.push(words.with("administration-changed-by", &values));
    if may_keep && !setting.is_current {
        let action = format!("{}/{}/reprendre", Room::Settings.href(), setting.id);
        shown.acts.push(Act::new(action, words.t("administration-restore"), label));
    }
    shown
}

pub(super) async fn save(
    State(it): State<Administration>,
    visitor: Visitor,
    standing: Standing,
    form: Form<Typed>,
) -> web::Result<Response> {
    gate::enter(&visitor, &standing)?;
    let typed = form.fields;
    let is_known = |name: &String| Key::PLAIN.iter().any(|key| key.name() == name);
    if !typed.keys().all(is_known) {
        return Err(web::Error::Refused(visitor.words().t("form-unreadable")));
    }
    let wanted: Vec<(Key, Option<String>)> = Key::PLAIN
        .iter()
        .filter_map(|key| Some((*key, Some(typed.get(key.name())?.clone()))))
        .collect();
    match actions::set(&it.app.db, it.app.now(), &standing, &wanted).await {
        Ok(_) => {
            it.settings.refresh().await?;
            Ok(done(Room::Settings.href(), "done-settings-saved"))
        }
        Err(Error::Refused(refused)) => {
            show_wrong(&view(&it, &visitor, &standing, Some((&typed, &refused))).await?)
        }
        Err(error) => Err(gate::trouble(error, &visitor)),
    }
}

/// Puts back in force a value that a setting had.
pub(super) async fn undo(
    State(it): State<Administration>,
    visitor: Visitor,
    standing: Standing,
    Path(setting): Path<String>,
    form: Form<Nothing>,
) -> web::Result<Response> {
    drop(form);
    gate::enter(&visitor, &standing)?;
    let id = setting.parse().map_err(|_| web::Error::NotFound)?;
    let key = actions::undo(&it.app.db, it.app.now(), &standing, id)
        .await
        .map_err(|error| gate::trouble(error, &visitor))?;
    it.settings.refresh().await?;
    let path = match key {
        Key::Text(page, language) => super::texts::path(page, language),
        Key::MainColour | Key::AccentColour | Key::Logo => Room::Appearance.href().to_owned(),
        Key::ClosedSentence | Key::ClosedMinutes => Room::Closing.href().to_owned(),
        _ => Room::Settings.href().to_owned(),
    };
    Ok(done(&path, "done-setting-restored"))
}
