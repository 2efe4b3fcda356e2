//! Who holds what, where; invitations that wait; the whole as a file for spreadsheets.

use super::{Administration, Nothing, PAGE_AND_ONE, gate, instant, next, query, row, show};
use crate::rules::cell::safe_cell;
use crate::views::{Act, Frame, ListView, Room, Row};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use base::PlaceId;
use directory::Directory;
use intake::communes::{department, region};
use people::may::Verb;
use people::model::{HeldRole, Invitation, Role, Scope};
use people::search::{self, Asked, Called};
use people::{Standing, actions};
use serde::Deserialize;
use std::collections::BTreeMap;
use web::{Answer, Field, FieldKind, Form, Link, Visitor, Words, done};

/// Invitations shown above the roles.
const INVITATIONS_MAX: i64 = 100;
/// Roles of one file.
const FILE_MAX: usize = 20_000;

/// What places are called, looked up at once.
pub(super) struct Places {
    names: BTreeMap<PlaceId, String>,
    directory: Directory,
}

impl Places {
    /// The places that those scopes name.
    pub(super) fn of<'a>(directory: &Directory, scopes: impl Iterator<Item = &'a Scope>) -> Self {
        let live = directory.live();
        let named = scopes.filter_map(|scope| match scope {
            Scope::Place(place) => Some((*place, live.summaries.get(place)?.name.clone())),
            _ => None,
        });
        Self { names: named.collect(), directory: directory.clone() }
    }

    /// A scope in the words of the page.
    pub(super) fn name(&self, words: &Words, scope: &Scope) -> String {
        match scope {
            Scope::Place(place) => {
                self.names.get(place).cloned().unwrap_or_else(|| place.to_string())
            }
            Scope::Territory(code) => territory(code),
            Scope::Organisation(number) => {
                words.put("administration-organisation", "number", number)
            }
            Scope::House => words.t("administration-whole-house"),
        }
    }

    /// The scope that was typed, read as the role needs it: the address or the id of a place, the
    /// code of a territory, an official number, nothing for the whole house.
    pub(super) fn read(&self, role: Role, typed: &str) -> Option<Scope> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Some(Scope::House).filter(|it| role.fits(it));
        }
        let place = typed.rsplit('/').next().unwrap_or(typed);
        let place = place.parse().ok().or_else(|| {
            let live = self.directory.live();
            live.summaries.values().find(|it| it.slug == place).map(|it| it.id)
        });
        let is_territory = department(typed).is_some() || is_region(typed);
        let territory = is_territory.then(|| Scope::Territory(typed.to_owned()));
        let organisation = Scope::named("organisation", typed);
        let all = [place.map(Scope::Place), territory, organisation];
        all.into_iter().flatten().find(|it| role.fits(it))
    }
}

fn is_region(code: &str) -> bool {
    code.strip_prefix('R').is_some_and(|it| region(it).is_some())
}

/// "Ille-et-Vilaine (35)", "Bretagne (R53)".
fn territory(code: &str) -> String {
    let name = department(code)
        .map(|it| it.name)
        .or_else(|| code.strip_prefix('R').and_then(region).map(|it| it.name));
    name.map_or_else(|| code.to_owned(), |name| format!("{name} ({code})"))
}

#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    role: String,
    #[serde(default)]
    sorte: String,
    #[serde(default)]
    portee: String,
    #[serde(default)]
    apres: String,
}

impl Wanted {
    fn asked(&self) -> Asked {
        Asked {
            role: Role::named(&self.role).map(Role::name).unwrap_or_default().to_owned(),
            scope_kind: self.sorte.chars().take(20).collect(),
            scope: self.portee.trim().chars().take(60).collect(),
            after: self.apres.clone(),
        }
    }
}

pub(super) async fn page(
    State(it): State<Administration>,
    visitor: Visitor,
    standing: Standing,
    Query(wanted): Query<Wanted>,
) -> web::Result<Response> {
    let may_keep = gate::enter(&visitor, &standing)?;
    gate::pass(&visitor, &standing, Verb::SeeHolders)?;
    let (words, now, asked) = (visitor.words(), it.app.now(), wanted.asked());
    let mut read = it.app.read().await?;
    let mut held = search::roles_held(&mut read, &asked, now, i64::from(PAGE_AND_ONE)).await?;
    let is_first = asked == Asked::default();
    let waiting = if is_first {
        search::invitations_waiting(&mut read, now, INVITATIONS_MAX).await?
    } else {
        Vec::new()
    };
    let ids = held.iter().map(|it| it.person.to_string()).collect();
    let called = search::called(&mut read, ids).await?;
    drop(read);
    let scopes = held.iter().map(|it| &it.scope).chain(waiting.iter().map(|it| &it.scope));
    let places = Places::of(&it.directory, scopes);
    let path = Room::Roles.href();
    let pairs =
        [("role", asked.role.as_str()), ("sorte", &asked.scope_kind), ("portee", &asked.scope)];
    let frame = Frame::new(&visitor, Room::Roles, may_keep);
    let mut view = ListView::new(
        frame,
        words.t("administration-roles-lead"),
        words.t("administration-roles-empty"),
    );
    view.next = next(&mut held, |it| {
        query(path, &[&pairs[..], &[("apres", it.id.to_string().as_str())]].concat())
    });
    view.filters = filters(&words, &asked);
    path.clone_into(&mut view.filter_action);
    view.files =
        vec![Link::new(words.t("administration-csv"), query("/administration/roles.csv", &pairs))];
    view.rows = waiting.iter().map(|it| invitation_row(&words, it, &places, may_keep)).collect();
    view.rows.extend(held.iter().map(|it| holder_row(&words, it, &called, &places)));
    show(&view)
}

fn filters(words: &Words, asked: &Asked) -> Vec<Field> {
    let all = || Answer::new("", words.t("administration-all"), false);
    let role = |it: Role| {
        Answer::new(it.name(), words.t(&format!("role-{}", it.name())), it.name() == asked.role)
    };
    let sort = |it: &str| {
        Answer::new(it, words.t(&format!("administration-sort-{it}")), it == asked.scope_kind)
    };
    let roles = std::iter::once(all()).chain(Role::ALL.map(role)).collect();
    let sorts = ["place", "territory", "organisation", "house"].map(sort);
    vec![
        Field::new("role", words.t("administration-role")).kind(FieldKind::Select(roles)),
        Field::new("sorte", words.t("administration-sort"))
            .kind(FieldKind::Select(std::iter::once(all()).chain(sorts).collect())),
        Field::new("portee", words.t("administration-scope"))
            .hint(words.t("administration-scope-filter-hint"))
            .value(asked.scope.as_str())
            .optional(),
    ]
}

fn holder_row(
    words: &Words,
    held: &HeldRole,
    called: &BTreeMap<String, Called>,
    places: &Places,
) -> Row {
    let id = held.person.to_string();
    let known = called.get(&id).cloned().unwrap_or_default();
    let mut shown = row(if known.name.is_empty() { id.clone() } else { known.name });
    shown.href = Some(format!("{}/{id}", Room::People.href()));
    shown.state = words.t(&format!("role-{}", held.role.name()));
    shown.facts.push(places.name(words, &held.scope));
    if let Some(until) = held.until {
        shown.facts.push(words.put("administration-until", "when", instant(words, until)));
    }
    shown
}

fn invitation_row(words: &Words, it: &Invitation, places: &Places, may_keep: bool) -> Row {
    let mut shown = row(it.mail.as_str());
    shown.state = words.t("administration-invited");
    shown.facts.push(words.t(&format!("role-{}", it.role.name())));
    shown.facts.push(places.name(words, &it.scope));
    shown.facts.push(words.put("administration-invited-until", "when", instant(words, it.ends_at)));
    if may_keep {
        let action = format!("/administration/invitations/{}/retirer", it.id);
        shown.acts.push(Act::new(action, words.t("administration-withdraw"), it.mail.as_str()));
    }
    shown
}

pub(super) async fn withdraw(
    State(it): State<Administration>,
    visitor: Visitor,
    standing: Standing,
    Path(invitation): Path<String>,
    form: Form<Nothing>,
) -> web::Result<Response> {
    drop(form);
    gate::enter(&visitor, &standing)?;
    let id = invitation.parse().map_err(|_| web::Error::NotFound)?;
    let now = it.app.now();
    let waiting = search::invitations_waiting(&mut it.app.read().await?, now, 10_000).await?;
    let found = waiting.iter().find(|it| it.id == id).ok_or(web::Error::NotFound)?;
    let scopes = [found.scope.clone(), Scope::House];
    actions::withdraw_invitation(&it.app.db, now, &standing, id, &scopes)
        .await
        .map_err(|error| gate::people_trouble(error, &visitor))?;
    Ok(done(Room::Roles.href(), "done-invitation-withdrawn"))
}

/// Roles in force, for spreadsheets. No cell of it is a formula.
pub(super) async fn file(
    State(it): State<Administration>,
    visitor: Visitor,
    standing: Standing,
    Query(wanted): Query<Wanted>,
) -> web::Result<Response> {
    gate::enter(&visitor, &standing)?;
    gate::pass(&visitor, &standing, Verb::SeeHolders)?;
    let (words, now) = (visitor.words(), it.app.now());
    let mut asked = wanted.asked();
    let mut read = it.app.read().await?;
    let mut writer = csv::Writer::from_writer(Vec::new());
    let broken = |error: csv::Error| web::Error::from(anyhow::Error::from(error));
    writer
        .write_record(["nom", "courriel", "role", "portee", "code", "depuis", "jusqu_au"])
        .map_err(broken)?;
    let mut written = 0;
    while written < FILE_MAX {
        let held = search::roles_held(&mut read, &asked, now, 500).await?;
        let Some(last) = held.last() else { break };
        asked.after = last.id.to_string();
        let ids = held.iter().map(|it| it.person.to_string()).collect();
        let called = search::called(&mut read, ids).await?;
        let places = Places::of(&it.directory, held.iter().map(|it| &it.scope));
        for one in &held {
            let known = called.get(&one.person.to_string()).cloned().unwrap_or_default();
            let cells = [
                known.name,
                known.mail.unwrap_or_default(),
                words.t(&format!("role-{}", one.role.name())),
                places.name(&words, &one.scope),
                one.scope.name(),
                one.from.to_string(),
                one.until.map(|it| it.to_string()).unwrap_or_default(),
            ];
            writer.write_record(cells.map(|it| safe_cell(&it))).map_err(broken)?;
        }
        written += held.len();
    }
    let bytes = writer.into_inner().map_err(|error| anyhow::anyhow!("{error}"))?;
    Ok(web::download("roles.csv", "text/csv; charset=utf-8", bytes))
}
