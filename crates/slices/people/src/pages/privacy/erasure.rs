//! Erasing one's account, and changing one's mind.

use crate::actions::Error;
use crate::pages::prove::prove_first;
use crate::pages::security::Nothing;
use crate::pages::{People, head, keep, show, show_wrong, trouble};
use crate::privacy::erase;
use crate::refusal::Refusal;
use crate::views::{EraseView, UndoErasureView, said};
use crate::{Standing, looks};
use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;
use web::{Form, Visitor, done};

const WAY: &str = "/compte/supprimer";

pub(super) async fn page(visitor: Visitor, standing: Standing) -> web::Result<Response> {
    visitor.person()?;
    if !standing.is_fresh {
        return Ok(prove_first(WAY));
    }
    show(&view(&visitor).await?)
}

async fn view(visitor: &Visitor) -> web::Result<EraseView> {
    let (person, app) = (visitor.person()?, visitor.app());
    let mut read = app.read().await?;
    let account = looks::person(&mut read, person).await?.ok_or(web::Error::NotFound)?;
    let is_last = erase::is_last_administrator(&mut read, person, app.now()).await?;
    let alone = erase::kept_alone(&mut read, person, app.now()).await?;
    Ok(EraseView::new(visitor, &account, (is_last, &alone)))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct When {
    #[serde(default)]
    quand: String,
}

pub(super) async fn ask(
    State(people): State<People>,
    visitor: Visitor,
    standing: Standing,
    form: Form<When>,
) -> web::Result<Response> {
    let (person, app) = (visitor.person()?, visitor.app());
    let (db, now) = (&app.db, app.now());
    let (asked, key) = match form.fields.quand.as_str() {
        "dans-sept-jours" => {
            let asked = erase::ask(db, now, &standing, &head(&visitor), person).await;
            (asked.map(|_| ()), "done-erasure-asked")
        }
        "maintenant" => {
            let erased = erase::erase_own(db, now, &standing, &people.holdings, person).await;
            (erased, "done-erased")
        }
        _ => {
            let mut view = view(&visitor).await?;
            view.fields[0].error = Some(visitor.words().t("erase-when-needed"));
            return show_wrong(&view);
        }
    };
    match asked {
        Ok(()) => Ok(keep(done("/", key), &visitor, "")),
        Err(Error::Refused(Refusal::ProveAgain)) => Ok(prove_first(WAY)),
        Err(Error::Refused(refusal)) => {
            let mut view = view(&visitor).await?;
            view.problem = Some(said(&visitor.words(), refusal));
            show_wrong(&view)
        }
        Err(error) => Err(trouble(error, &visitor)),
    }
}

pub(super) async fn undo_page(
    visitor: Visitor,
    Path(secret): Path<String>,
) -> web::Result<Response> {
    let mut read = visitor.app().read().await?;
    let found = erase::asked_behind(&mut read, &secret).await;
    let (_, due_at) = found.map_err(|error| trouble(error, &visitor))?;
    show(&UndoErasureView::new(&visitor, &secret, due_at))
}

pub(super) async fn undo(
    visitor: Visitor,
    Path(secret): Path<String>,
    form: Form<Nothing>,
) -> web::Result<Response> {
    drop(form);
    let app = visitor.app();
    let undone = erase::undo_by_link(&app.db, app.now(), &secret).await;
    undone.map_err(|error| trouble(error, &visitor))?;
    Ok(done("/", "done-erasure-undone"))
}
