//! One's own data: what is held, taking it away, asking for what one cannot do alone.

use crate::actions::Error;
use crate::events::DataTaken;
use crate::pages::prove::prove_first;
use crate::pages::security::Nothing;
use crate::pages::{People, show, show_wrong, trouble};
use crate::privacy::{archive, request};
use crate::views::{DataView, said};
use crate::{Standing, looks, store};
use axum::body::Body;
use axum::extract::State;
use axum::response::Response;
use base::time;
use serde::Deserialize;
use web::{Form, Visitor, done};

const WAY: &str = "/compte/donnees";

pub(super) async fn page(State(people): State<People>, visitor: Visitor) -> web::Result<Response> {
    show(&view(&people, &visitor).await?)
}

async fn view(people: &People, visitor: &Visitor) -> web::Result<DataView> {
    let (person, app) = (visitor.person()?, visitor.app());
    let mut read = app.read().await?;
    let account = looks::person(&mut read, person).await?.ok_or(web::Error::NotFound)?;
    let requests = store::privacy::requests::of_person(&mut read, person).await?;
    let held = (&people.holdings, &*people.register);
    Ok(DataView::new(visitor, &account, held, &requests))
}

pub(super) async fn archive(
    State(people): State<People>,
    visitor: Visitor,
    standing: Standing,
    form: Form<Nothing>,
) -> web::Result<Response> {
    drop(form);
    let (person, app) = (visitor.person()?, visitor.app());
    if !standing.is_fresh {
        return Ok(prove_first(WAY));
    }
    let now = app.now();
    let mut act = app.act(person, "data").await?;
    let account = looks::person(&mut act, person).await?.ok_or(web::Error::NotFound)?;
    act.record(&person, &DataTaken {}).await?;
    act.commit().await?;
    let words = visitor.words();
    let readme = crate::views::readme(&words, (&people.holdings, &people.register), &app.site());
    let archive = archive::archive(app.db.clone(), now, (account, people.holdings), readme);
    let name = format!("{}-{}.zip", words.t("data-archive-name"), time::civil_day(now));
    Ok(web::download(&name, "application/zip", Body::from_stream(archive)))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    #[serde(default)]
    objet: String,
    #[serde(default)]
    texte: String,
}

pub(super) async fn ask(
    State(people): State<People>,
    visitor: Visitor,
    standing: Standing,
    form: Form<Asked>,
) -> web::Result<Response> {
    let (person, app) = (visitor.person()?, visitor.app());
    let Asked { objet, texte } = form.fields;
    let kind = request::Kind::named(&objet);
    let asked = match kind {
        Some(kind) => {
            let asked = (kind, texte.as_str(), form.once.as_str());
            request::make(&app.db, app.now(), &standing, person, asked).await
        }
        None => Err(crate::refusal::Refusal::RequestText.into()),
    };
    match asked {
        Ok(_) => Ok(done(WAY, "done-request-made")),
        Err(Error::Refused(refusal)) => {
            let words = visitor.words();
            let mut view = view(&people, &visitor).await?;
            view.fill(kind, &texte);
            if kind.is_none() {
                view.fields[0].error = Some(words.t("request-kind-needed"));
            } else {
                view.fields[1].error = Some(said(&words, refusal));
            }
            show_wrong(&view)
        }
        Err(error) => Err(trouble(error, &visitor)),
    }
}
