//! The authenticator application and the recovery codes.

use super::prove::proof_wanted;
use super::security::{Nothing, own};
use super::{head, keep, show, show_wrong, trouble};
use crate::actions::{self, AppSetup, Error, Own};
use crate::views::{AppView, RecoveryView};
use crate::{Standing, looks};
use axum::response::Response;
use serde::Deserialize;
use web::{Form, Visitor, done};

const HERE: &str = "/compte/application";

/// What to answer when something must be proved first, or the trouble.
pub(super) fn first(error: Error, visitor: &Visitor, way: &str) -> web::Result<Response> {
    if let Error::Refused(refusal) = &error
        && let Some(response) = proof_wanted(*refusal, way)
    {
        return Ok(response);
    }
    Err(trouble(error, visitor))
}

pub(super) async fn page(visitor: Visitor, standing: Standing) -> web::Result<Response> {
    let (own, app) = (Own::from(own(&visitor)?), visitor.app());
    if let Err(error) = actions::may_change(&mut app.read().await?, &standing, &own).await {
        return first(error, &visitor, HERE);
    }
    let setup = actions::draw_app(&app.keys, own.person);
    show(&view(&visitor, &own, &setup).await?)
}

async fn view(visitor: &Visitor, own: &Own, setup: &AppSetup) -> web::Result<AppView> {
    let mut read = visitor.app().read().await?;
    let account = looks::person(&mut read, own.person).await?.ok_or(web::Error::NotFound)?;
    let factors = looks::factors(&mut read, own.person).await?;
    Ok(AppView::new(visitor, &account, setup, factors.has_app))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Setup {
    ceremonie: String,
    chiffres: String,
}

pub(super) async fn set(
    visitor: Visitor,
    standing: Standing,
    form: Form<Setup>,
) -> web::Result<Response> {
    let (own, app) = (Own::from(own(&visitor)?), visitor.app());
    let Setup { ceremonie, chiffres } = form.fields;
    let setup = actions::app_behind(&app.keys, own.person, &ceremonie)
        .map_err(|error| trouble(error, &visitor))?;
    let house = (app.now(), &app.keys);
    let whose = (&own, &head(&visitor));
    match actions::set_app(&app.db, house, &standing, whose, (&setup, &chiffres)).await {
        Ok(added) => after_adding(&visitor, added, "done-app-set"),
        Err(Error::Refused(refusal)) => {
            if let Some(response) = proof_wanted(refusal, HERE) {
                return Ok(response);
            }
            let mut view = view(&visitor, &own, &setup).await?;
            view.say(&visitor.words(), refusal);
            show_wrong(&view)
        }
        Err(error) => Err(trouble(error, &visitor)),
    }
}

/// Shows the recovery codes when there are some to print; otherwise leads back.
pub(super) fn after_adding(
    visitor: &Visitor,
    added: actions::Added,
    key: &'static str,
) -> web::Result<Response> {
    let response = if added.recovery.is_empty() {
        done("/compte/securite", key)
    } else {
        show(&RecoveryView::shown(visitor, added.recovery, key))?
    };
    Ok(keep(response, visitor, &added.secret))
}

pub(super) async fn remove(
    visitor: Visitor,
    standing: Standing,
    form: Form<Nothing>,
) -> web::Result<Response> {
    drop(form);
    let (own, app) = (Own::from(own(&visitor)?), visitor.app());
    let whose = (&own, &head(&visitor));
    match actions::remove_app(&app.db, app.now(), &standing, whose).await {
        Ok(()) => Ok(done("/compte/securite", "done-app-removed")),
        Err(error) => first(error, &visitor, "/compte/securite"),
    }
}

pub(super) async fn recovery_page(visitor: Visitor) -> web::Result<Response> {
    let person = own(&visitor)?.person;
    let factors = looks::factors(&mut visitor.app().read().await?, person).await?;
    if !factors.is_any() {
        return Err(web::Error::NotFound);
    }
    show(&RecoveryView::new(&visitor, factors.recovery_left))
}

pub(super) async fn draw_recovery(
    visitor: Visitor,
    standing: Standing,
    form: Form<Nothing>,
) -> web::Result<Response> {
    let (own, app) = (Own::from(own(&visitor)?), visitor.app());
    let (house, whose) = ((app.now(), &app.keys), (&own, &head(&visitor)));
    match actions::new_recovery(&app.db, house, &standing, whose, &form.once).await {
        Ok(codes) => show(&RecoveryView::shown(&visitor, codes, "done-recovery-drawn")),
        Err(error) => first(error, &visitor, "/compte/codes-de-secours"),
    }
}
