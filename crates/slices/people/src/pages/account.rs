//! One's account: the name, the address, the roles held.

use super::{show, show_wrong, trouble};
use crate::actions::{self, Error};
use crate::model::Scope;
use crate::privacy::erase;
use crate::views::{AccountView, said};
use crate::{Standing, looks};
use axum::extract::Path;
use axum::response::Response;
use serde::Deserialize;
use web::{Form, Visitor, done, lead_to};

pub(super) async fn page(visitor: Visitor) -> web::Result<Response> {
    show(&view(&visitor).await?)
}

async fn view(visitor: &Visitor) -> web::Result<AccountView> {
    let person = visitor.person()?;
    let app = visitor.app();
    let mut read = app.read().await?;
    let account = looks::person(&mut read, person).await?.ok_or(web::Error::NotFound)?;
    let roles = looks::roles(&mut read, person, app.now()).await?;
    Ok(AccountView::new(visitor, &account, &roles))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Name {
    nom: String,
}

pub(super) async fn change_name(
    visitor: Visitor,
    standing: Standing,
    form: Form<Name>,
) -> web::Result<Response> {
    let (person, app) = (visitor.person()?, visitor.app());
    let name = form.fields.nom;
    let asked = (name.as_str(), form.once.as_str());
    match actions::change_name(&app.db, app.now(), &standing, person, asked).await {
        Ok(()) => Ok(done("/compte", "done-name-changed")),
        Err(Error::Refused(refusal)) => {
            let mut view = view(&visitor).await?;
            view.name.value = name;
            view.name.error = Some(said(&visitor.words(), refusal));
            show_wrong(&view)
        }
        Err(error) => Err(trouble(error, &visitor)),
    }
}

/// Leaves a role: nobody has to agree.
pub(super) async fn leave_role(
    visitor: Visitor,
    standing: Standing,
    Path(held): Path<String>,
    form: Form<super::security::Nothing>,
) -> web::Result<Response> {
    drop(form);
    let (person, app) = (visitor.person()?, visitor.app());
    let held: base::GrantId = held.parse().map_err(|_| web::Error::NotFound)?;
    // The last one who keeps a page says first who comes next (network 7.1 R6).
    let alone = erase::kept_alone(&mut app.read().await?, person, app.now()).await?;
    if let Some(Scope::Place(place)) = alone.iter().find(|it| it.id == held).map(|it| &it.scope) {
        return Ok(lead_to(&format!("/mes-lieux/{place}/equipe/{held}/fin")));
    }
    actions::end_role(&app.db, app.now(), &standing, held, (&[], "left"))
        .await
        .map_err(|error| trouble(error, &visitor))?;
    Ok(done("/compte", "done-role-left"))
}
