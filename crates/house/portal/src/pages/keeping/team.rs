//! The team of a page: who holds what, inviting, leaving and handing over.

use super::{Pairs, desk_crumbs, head, kept, sent, show_wrong, shown, trouble, view};
use crate::views::{Button, FormView, Group, KeepingView, Row, RowForm};
use axum::extract::Path;
use axum::response::Response;
use base::{GrantId, Refusal as _};
use directory::actions::{self, Error, HandOver};
use directory::may::Verb;
use directory::model::Place;
use directory::refusal::Refusal;
use directory::rules::whereabouts::scopes;
use people::Standing;
use people::model::{HeldRole, Person, Role, Scope};
use web::{Answer, Field, FieldKind, Link, Visitor, Words, done};

/// The roles that are held at a place.
const ROLES: [Role; 3] = [Role::PlaceManager, Role::Mediator, Role::Desk];

async fn team(visitor: &Visitor, place: &Place) -> web::Result<Vec<(HeldRole, Person)>> {
    let app = visitor.app();
    let scope = Scope::Place(place.id);
    Ok(people::holders(&mut app.read().await?, &scope, app.now()).await?)
}

fn may_keep(standing: &Standing, place: &Place) -> bool {
    let give = people::may::Verb::GiveRole(Role::Mediator);
    people::may::may(standing, give, &scopes(place))
}

async fn team_view(
    visitor: &Visitor,
    standing: &Standing,
    place: &Place,
) -> web::Result<KeepingView> {
    let (words, app) = (visitor.words(), visitor.app());
    let keeps = may_keep(standing, place);
    let at = format!("/mes-lieux/{}/equipe", place.id);
    let row = |(held, person): &(HeldRole, Person)| {
        let is_own = standing.as_person() == Some(person.id);
        let key = if is_own { "team-leave" } else { "team-end" };
        let end = Link::new(words.t(key), format!("{at}/{}/fin", held.id));
        Row {
            title: person.name.clone(),
            lines: vec![words.t(&format!("role-{}", held.role.name()))],
            links: (keeps || is_own).then_some(end).into_iter().collect(),
            ..Row::default()
        }
    };
    let rows = team(visitor, place).await?.iter().map(row).collect();
    let mut view = view(visitor, words.t("team-title"), desk_crumbs(&words, place));
    view.lead = vec![words.t("team-lead")];
    view.groups.push(Group { rows, empty: words.t("team-none"), ..Group::default() });
    if keeps {
        let scope = Scope::Place(place.id);
        let waiting = people::invitations(&mut app.read().await?, &scope, app.now()).await?;
        let rows = waiting.iter().map(|it| Row {
            title: it.mail.clone(),
            lines: vec![words.t(&format!("role-{}", it.role.name()))],
            buttons: vec![RowForm::new(
                format!("{at}/invitations/{}/retirer", it.id),
                words.t("team-withdraw"),
            )],
            ..Row::default()
        });
        view.groups.push(Group {
            title: words.t("team-invited"),
            rows: rows.collect(),
            ..Group::default()
        });
        view.forms.push(invitation_form(&words, at));
    }
    Ok(view)
}

fn invitation_form(words: &Words, action: String) -> FormView {
    let roles = ROLES.map(|it| {
        let label = words.t(&format!("role-{}", it.name()));
        Answer::new(it.name(), label, it == Role::Mediator)
    });
    FormView {
        title: words.t("team-invite"),
        action,
        fields: vec![
            Field::new("courriel", words.t("team-mail")).kind(FieldKind::Mail),
            Field::new("role", words.t("team-role")).kind(FieldKind::Radio(roles.into())),
        ],
        buttons: vec![Button::new("inviter", words.t("team-send"))],
        ..FormView::default()
    }
}

pub(super) async fn page(
    visitor: Visitor,
    standing: Standing,
    Path(place): Path<String>,
) -> web::Result<Response> {
    let place = kept(&visitor, &standing, (&place, Verb::SeeDesk)).await?;
    shown(&team_view(&visitor, &standing, &place).await?)
}

pub(super) async fn invite(
    visitor: Visitor,
    standing: Standing,
    Path(place): Path<String>,
    form: Pairs,
) -> web::Result<Response> {
    let place = kept(&visitor, &standing, (&place, Verb::SeeDesk)).await?;
    let role = Role::named(sent(&form, "role")).filter(|it| ROLES.contains(it));
    let role = role.ok_or_else(|| web::Error::Refused(visitor.words().t("form-unreadable")))?;
    let (app, scope) = (visitor.app(), Scope::Place(place.id));
    let offered = (sent(&form, "courriel"), role, &scope);
    let name = place.body.fields.name.as_str();
    let (head, scopes) = (head(&visitor), scopes(&place));
    let invited = people::actions::invite(
        &app.db,
        app.now(),
        &standing,
        &head,
        offered,
        (&scopes, None, name),
    );
    match invited.await {
        Ok(_) => Ok(done(&format!("/mes-lieux/{}/equipe", place.id), "done-invited")),
        Err(people::actions::Error::Refused(refusal)) => {
            let mut view = team_view(&visitor, &standing, &place).await?;
            if let Some(page) = view.forms.first_mut() {
                super::dress::typed_again(page, &form);
                super::blame(page, "courriel", visitor.words().t(refusal.key()));
            }
            show_wrong(&view)
        }
        Err(error) => Err(trouble(&visitor, error.into())),
    }
}

pub(super) async fn withdraw(
    visitor: Visitor,
    standing: Standing,
    Path((place, invitation)): Path<(String, String)>,
    form: Pairs,
) -> web::Result<Response> {
    drop(form);
    let place = kept(&visitor, &standing, (&place, Verb::SeeDesk)).await?;
    let invitation = invitation.parse().map_err(|_| web::Error::NotFound)?;
    let (app, scopes) = (visitor.app(), scopes(&place));
    people::actions::withdraw_invitation(&app.db, app.now(), &standing, invitation, &scopes)
        .await
        .map_err(|error| trouble(&visitor, error.into()))?;
    Ok(done(&format!("/mes-lieux/{}/equipe", place.id), "done-team-invitation-withdrawn"))
}

/// What is asked of who leaves; who comes next, when it is the last manager.
async fn end_view(
    visitor: &Visitor,
    standing: &Standing,
    place: &Place,
    held: GrantId,
) -> web::Result<KeepingView> {
    let words = visitor.words();
    let team = team(visitor, place).await?;
    let (leaving, person) =
        team.iter().find(|(it, _)| it.id == held).ok_or(web::Error::NotFound)?;
    if standing.as_person() != Some(person.id) && !may_keep(standing, place) {
        return Err(web::Error::NotAllowed);
    }
    let others: Vec<_> = team.iter().filter(|(_, it)| it.id != person.id).collect();
    let is_last = leaving.role == Role::PlaceManager
        && !others.iter().any(|(it, _)| it.role == Role::PlaceManager);
    let mut crumbs = desk_crumbs(&words, place);
    let at = format!("/mes-lieux/{}/equipe", place.id);
    crumbs.push(Link::new(words.t("team-title"), at.clone()));
    let mut view = view(visitor, words.t("team-end-title"), crumbs);
    let role = words.t(&format!("role-{}", leaving.role.name()));
    let values = [("name", person.name.as_str()), ("role", role.as_str())];
    view.lead = vec![words.with("team-end-lead", &values)];
    let mut fields = Vec::new();
    if is_last {
        view.lead.push(words.t("team-last-lead"));
        let mut answers: Vec<Answer> = Vec::new();
        for (_, it) in others {
            if !answers.iter().any(|known| known.value == it.id.to_string()) {
                answers.push(Answer::new(it.id.to_string(), it.name.clone(), false));
            }
        }
        answers.push(Answer::new("inviter", words.t("team-successor-mail"), false));
        answers.push(Answer::new("pole", words.t("team-successor-pole"), false));
        let who = Field::new("suite_par", words.t("team-successor"));
        fields.push(who.kind(FieldKind::Radio(answers)));
        let mail = Field::new("courriel", words.t("team-mail"));
        fields.push(mail.hint(words.t("team-successor-hint")).kind(FieldKind::Mail).optional());
    }
    view.forms.push(FormView {
        action: format!("{at}/{held}/fin"),
        fields,
        buttons: vec![Button::new("finir", words.t("team-end-button"))],
        ..FormView::default()
    });
    Ok(view)
}

pub(super) async fn end_page(
    visitor: Visitor,
    standing: Standing,
    Path((place, held)): Path<(String, String)>,
) -> web::Result<Response> {
    let place = kept(&visitor, &standing, (&place, Verb::SeeDesk)).await?;
    let held = held.parse().map_err(|_| web::Error::NotFound)?;
    shown(&end_view(&visitor, &standing, &place, held).await?)
}

pub(super) async fn end(
    visitor: Visitor,
    standing: Standing,
    Path((place, held)): Path<(String, String)>,
    form: Pairs,
) -> web::Result<Response> {
    let place = kept(&visitor, &standing, (&place, Verb::SeeDesk)).await?;
    let held: GrantId = held.parse().map_err(|_| web::Error::NotFound)?;
    let hand_over = match sent(&form, "suite_par") {
        "pole" => HandOver::Pole,
        "inviter" => HandOver::Invited(sent(&form, "courriel").to_owned()),
        text => text.parse().map_or(HandOver::Others, HandOver::Member),
    };
    let (app, letterhead) = (visitor.app(), head(&visitor));
    let member = (place.id, held);
    let ended =
        actions::end_member(&app.db, app.now(), (&standing, &letterhead), member, &hand_over);
    let (name, words) = match ended.await {
        Ok(()) => return Ok(done("/mes-lieux", "done-member-left")),
        Err(Error::Refused(refusal)) => {
            let is_choice = refusal == Refusal::SuccessorNeeded;
            let name = if is_choice { "suite_par" } else { "" };
            (name, super::said(&visitor.words(), &refusal))
        }
        Err(Error::People(people::actions::Error::Refused(refusal))) => {
            ("courriel", visitor.words().t(refusal.key()))
        }
        Err(error) => return Err(trouble(&visitor, error)),
    };
    let mut view = end_view(&visitor, &standing, &place, held).await?;
    if let Some(page) = view.forms.first_mut() {
        super::dress::typed_again(page, &form);
        super::blame(page, name, words);
    }
    show_wrong(&view)
}
