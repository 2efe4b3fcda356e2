//! One account: its roles now and before, giving one, ending one, suspending.

use super::roles::Places;
use super::{Administration, Nothing, gate, instant, row, seen_day, show, show_wrong};
use crate::views::{AccountView, Act, Frame, Room, Row};
use axum::extract::{Path, State};
use axum::response::Response;
use base::{PersonId, Refusal as _, Timestamp, time};
use people::Standing;
use people::actions::{self, Error};
use people::may::{Verb, may};
use people::model::{HeldRole, Person, PersonState, Role, Scope};
use serde::Deserialize;
use web::{Answer, Field, FieldKind, Form, Visitor, Words, done};

pub(super) async fn page(
    State(it): State<Administration>,
    visitor: Visitor,
    standing: Standing,
    Path(person): Path<String>,
) -> web::Result<Response> {
    show(&view(&it, &visitor, &standing, &person).await?)
}

async fn view(
    it: &Administration,
    visitor: &Visitor,
    standing: &Standing,
    person: &str,
) -> web::Result<AccountView> {
    let may_keep = gate::enter(visitor, standing)?;
    gate::pass(visitor, standing, Verb::SeePeople)?;
    let person: PersonId = person.parse().map_err(|_| web::Error::NotFound)?;
    let (words, now) = (visitor.words(), it.app.now());
    let mut read = it.app.read().await?;
    let known = people::person(&mut read, person).await?.ok_or(web::Error::NotFound)?;
    let sessions = people::sessions(&mut read, person).await?;
    let ever = people::roles_ever(&mut read, person).await?;
    let givers = ever.iter().map(|it| it.given_by.clone()).collect();
    let called = people::search::called(&mut read, givers).await?;
    drop(read);
    let places = Places::of(&it.directory, ever.iter().map(|it| &it.scope));
    let path = format!("{}/{person}", Room::People.href());
    let is_own = standing.as_person() == Some(person);
    let role_row = |held: &HeldRole, is_now: bool| {
        let giver = super::author(&words, &held.given_by, called.get(&held.given_by));
        let mut shown = held_row(&words, held, &places, &giver);
        if is_now && may(standing, Verb::EndRole(held.role), &[Scope::House]) {
            let label = words.t("administration-role-end");
            shown.acts.push(Act::new(
                format!("{path}/roles/{}/fin", held.id),
                label,
                shown.title.clone(),
            ));
        }
        shown
    };
    let is_over =
        |held: &HeldRole| held.ended.is_some() || held.until.is_some_and(|until| until <= now);
    let (past, held): (Vec<_>, Vec<_>) = ever.iter().partition(|it| is_over(it));
    let frame = Frame::new(visitor, Room::People, may_keep).titled(known.name.as_str());
    let next_state = if known.state == PersonState::Active { "suspended" } else { "active" };
    let may_suspend = may(standing, Verb::SuspendPerson, &[Scope::House])
        && !is_own
        && known.state != PersonState::Erased;
    Ok(AccountView {
        shell: frame.shell.clone(),
        frame,
        facts: facts(&words, &known, sessions.len()),
        problem: None,
        state_form: may_suspend.then(|| reason_field(&words, next_state)),
        next_state,
        state_button: words.t(&format!("administration-make-{next_state}")),
        roles: held.into_iter().map(|it| role_row(it, true)).collect(),
        past_roles: past.into_iter().map(|it| role_row(it, false)).collect(),
        role_fields: if may_keep && !is_own {
            role_fields(&words, &Given::default())
        } else {
            Vec::new()
        },
        path,
    })
}

/// Why an account is suspended, or allowed again: a code, for the journal keeps it for ever.
const REASONS: [&str; 5] = ["abuse", "stolen", "asked", "mistake", "other"];

fn reason_field(words: &Words, next_state: &str) -> Field {
    let answer =
        |it: &str| Answer::new(it, words.t(&format!("administration-reason-{it}")), it == "other");
    let hint = words.t(&format!("administration-make-{next_state}-hint"));
    Field::new("raison", words.t("administration-reason"))
        .hint(hint)
        .kind(FieldKind::Select(REASONS.map(answer).to_vec()))
}

fn facts(words: &Words, person: &Person, sessions: usize) -> Vec<(String, String)> {
    let say = |key: &str, value: String| (words.t(key), value);
    let day = |at: Timestamp| words.locale().date(time::civil_day(at));
    vec![
        say("administration-mail", person.mail.clone().unwrap_or_else(|| "–".into())),
        say(
            "administration-state",
            words.t(&format!("administration-state-{}", person.state.name())),
        ),
        say(
            "administration-level",
            words.t(&format!("administration-level-{}", person.level as i64)),
        ),
        say("administration-made", day(person.made_at)),
        say("administration-seen", seen_day(words, &person.seen_on)),
        say("administration-sessions", words.locale().integer(sessions as u64)),
    ]
}

fn held_row(words: &Words, held: &HeldRole, places: &Places, giver: &str) -> Row {
    let mut shown = row(words.t(&format!("role-{}", held.role.name())));
    shown.state = places.name(words, &held.scope);
    let values = [("who", giver), ("when", &instant(words, held.from))];
    shown.facts.push(words.with("administration-given-by", &values));
    if let Some(until) = held.until {
        shown.facts.push(words.put("administration-until", "when", instant(words, until)));
    }
    if let Some(ended) = held.ended {
        shown.facts.push(words.put("administration-ended", "when", instant(words, ended)));
    }
    shown
}

#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Given {
    role: String,
    #[serde(default)]
    portee: String,
    #[serde(default)]
    jusqu: String,
}

fn role_fields(words: &Words, given: &Given) -> Vec<Field> {
    let answer = |it: Role| {
        Answer::new(it.name(), words.t(&format!("role-{}", it.name())), it.name() == given.role)
    };
    vec![
        Field::new("role", words.t("administration-role"))
            .kind(FieldKind::Select(Role::ALL.map(answer).to_vec())),
        Field::new("portee", words.t("administration-scope"))
            .hint(words.t("administration-scope-hint"))
            .value(given.portee.as_str())
            .optional(),
        Field::new("jusqu", words.t("administration-last-day"))
            .kind(FieldKind::Day)
            .value(given.jusqu.as_str())
            .optional(),
    ]
}

pub(super) async fn give_role(
    State(it): State<Administration>,
    visitor: Visitor,
    standing: Standing,
    Path(person): Path<String>,
    form: Form<Given>,
) -> web::Result<Response> {
    gate::enter(&visitor, &standing)?;
    let path = format!("{}/{person}", Room::People.href());
    if let Some(response) = gate::prove_first(&standing, &path) {
        return Ok(response);
    }
    let given = form.fields;
    let receiver: PersonId = person.parse().map_err(|_| web::Error::NotFound)?;
    match give(&it, &visitor, &standing, receiver, &given).await {
        Ok(()) => Ok(done(&path, "done-role-given")),
        Err(web::Error::Refused(problem)) => {
            let mut view = view(&it, &visitor, &standing, &person).await?;
            if !view.role_fields.is_empty() {
                view.role_fields = role_fields(&visitor.words(), &given);
            }
            view.problem = Some(problem);
            show_wrong(&view)
        }
        Err(error) => Err(error),
    }
}

async fn give(
    it: &Administration,
    visitor: &Visitor,
    standing: &Standing,
    receiver: PersonId,
    given: &Given,
) -> web::Result<()> {
    let words = visitor.words();
    let refused = |key: &str| web::Error::Refused(words.t(key));
    let role = Role::named(&given.role).ok_or_else(|| refused("administration-role-unknown"))?;
    let places = Places::of(&it.directory, std::iter::empty());
    let scope = places.read(role, &given.portee);
    let scope = scope.ok_or_else(|| refused("administration-scope-unknown"))?;
    let until = match given.jusqu.as_str() {
        "" => None,
        day => Some(day_end(day).ok_or_else(|| refused("administration-not-day"))?),
    };
    // An administrator gives anywhere: every scope lies in the house.
    let scopes = [scope.clone(), Scope::House];
    let known = people::person(&mut it.app.read().await?, receiver).await?;
    known.ok_or(web::Error::NotFound)?;
    let what = (receiver, role, &scope);
    let how = (&scopes[..], until, "administration");
    match actions::give_role(&it.app.db, it.app.now(), standing, what, how).await {
        Ok(_) => Ok(()),
        Err(Error::Refused(refusal)) => Err(refused(refusal.key())),
        Err(error) => Err(gate::people_trouble(error, visitor)),
    }
}

/// The end of that civil day, in Paris.
fn day_end(day: &str) -> Option<Timestamp> {
    let day: jiff::civil::Date = day.parse().ok()?;
    Some(day.tomorrow().ok()?.to_zoned(time::paris()).ok()?.timestamp())
}

pub(super) async fn end_role(
    State(it): State<Administration>,
    visitor: Visitor,
    standing: Standing,
    Path((person, held)): Path<(String, String)>,
    form: Form<Nothing>,
) -> web::Result<Response> {
    drop(form);
    gate::enter(&visitor, &standing)?;
    let path = format!("{}/{person}", Room::People.href());
    if let Some(response) = gate::prove_first(&standing, &path) {
        return Ok(response);
    }
    let person: PersonId = person.parse().map_err(|_| web::Error::NotFound)?;
    let held = held.parse().map_err(|_| web::Error::NotFound)?;
    let ever = people::roles_ever(&mut it.app.read().await?, person).await?;
    let found = ever.iter().find(|it| it.id == held).ok_or(web::Error::NotFound)?;
    let scopes = [found.scope.clone(), Scope::House];
    actions::end_role(&it.app.db, it.app.now(), &standing, held, (&scopes, "administration"))
        .await
        .map_err(|error| gate::people_trouble(error, &visitor))?;
    Ok(done(&path, "done-role-ended"))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StateForm {
    etat: String,
    #[serde(default)]
    raison: String,
}

pub(super) async fn set_state(
    State(it): State<Administration>,
    visitor: Visitor,
    standing: Standing,
    Path(person): Path<String>,
    form: Form<StateForm>,
) -> web::Result<Response> {
    gate::enter(&visitor, &standing)?;
    let path = format!("{}/{person}", Room::People.href());
    if let Some(response) = gate::prove_first(&standing, &path) {
        return Ok(response);
    }
    let id: PersonId = person.parse().map_err(|_| web::Error::NotFound)?;
    let (state, key) = match form.fields.etat.as_str() {
        "suspended" => (PersonState::Suspended, "done-account-suspended"),
        "active" => (PersonState::Active, "done-account-allowed"),
        _ => return Err(web::Error::Refused(visitor.words().t("form-unreadable"))),
    };
    let reason = form.fields.raison;
    if !REASONS.contains(&reason.as_str()) {
        return Err(web::Error::Refused(visitor.words().t("form-unreadable")));
    }
    actions::set_state(&it.app.db, it.app.now(), &standing, id, (state, &reason))
        .await
        .map_err(|error| gate::people_trouble(error, &visitor))?;
    Ok(done(&path, key))
}
