//! Pages of those who keep places: their desk, sections, teams, claims; and the corrections that
//! the public proposes.

mod claim;
mod correct;
mod desk;
mod dress;
mod feed;
mod history;
mod judge;
mod photos;
mod queue;
mod rate;
mod rated;
mod replies;
mod section;
mod team;

pub(super) use dress::notice_days;
pub(crate) use judge::Confirming;
pub(super) use photos::image;
pub(crate) use rated::{ConfirmingRatings, ratings_sentence};

use super::show;
use crate::Portal;
use crate::views::{FormView, KeepingView};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use base::{PlaceId, Refusal as _};
use directory::actions::Error;
use directory::looks::keeping::any_place;
use directory::may::{Verb, may};
use directory::model::{Place, PlaceState};
use directory::refusal::Refusal;
use directory::rules::whereabouts::scopes;
use intake::standard::FieldName;
use people::Standing;
use people::actions::Letterhead;
use web::{Form, Link, Routes, Section as SitePart, Visitor, Words};

/// A form whose fields are read by name: which there are depends on the page.
type Pairs = Form<Vec<(String, String)>>;

/// Every page of this sort, at its address.
pub(super) fn routes() -> Routes<Portal> {
    Routes::new()
        .get("/mes-lieux", desk::list)
        .get("/mes-lieux/{place}", desk::page)
        .post("/mes-lieux/{place}/confirmer", desk::confirm)
        .get("/mes-lieux/{place}/modifier/{section}", section::page)
        .post("/mes-lieux/{place}/modifier/{section}", section::take)
        .get("/mes-lieux/{place}/desaccords", history::conflicts_page)
        .post("/mes-lieux/{place}/desaccords", history::choose)
        .get("/mes-lieux/{place}/historique", history::page)
        .post("/mes-lieux/{place}/historique/{change}/annuler", history::undo)
        .get("/mes-lieux/{place}/informations", dress::notices_page)
        .post("/mes-lieux/{place}/informations", dress::add_notice)
        .post("/mes-lieux/{place}/informations/{notice}/retirer", dress::withdraw_notice)
        .get("/mes-lieux/{place}/photos", photos::photos_page)
        .post("/mes-lieux/{place}/photos", photos::add_photo)
        .get("/mes-lieux/{place}/photos/{photo}", photos::photo_page)
        .post("/mes-lieux/{place}/photos/{photo}", photos::change_photo)
        .get("/photos/{file}", photos::photo_file)
        .get("/mes-lieux/{place}/langues", dress::languages_page)
        .post("/mes-lieux/{place}/langues", dress::translate)
        .get("/mes-lieux/{place}/equipe", team::page)
        .post("/mes-lieux/{place}/equipe", team::invite)
        .post("/mes-lieux/{place}/equipe/invitations/{invitation}/retirer", team::withdraw)
        .get("/mes-lieux/{place}/equipe/{held}/fin", team::end_page)
        .post("/mes-lieux/{place}/equipe/{held}/fin", team::end)
        .get("/lieux/{slug}/revendiquer", claim::page)
        .post("/lieux/{slug}/revendiquer", claim::ask)
        .get("/revendications/{claim}/code", claim::code_page)
        .post("/revendications/{claim}/code", claim::prove)
        .get("/revendications", queue::claims)
        .post("/revendications/{claim}", queue::decide_claim)
        .post("/revendications/{claim}/lettre", queue::letter)
        .get("/lieux/{slug}/corriger", correct::page)
        .post("/lieux/{slug}/corriger", correct::propose)
        .get("/corrections/suivi/{code}", correct::follow)
        .get("/lieux/{slug}/avis", rated::page)
        .get("/lieux/{slug}/avis/donner", rate::page)
        .post("/lieux/{slug}/avis/donner", rate::send)
        .get("/avis/{token}", rated::follow)
        .post("/avis/{token}/retirer", rated::withdraw)
        .get("/compte/avis", rated::own)
        .get("/mes-lieux/{place}/avis", replies::page)
        .get("/mes-lieux/{place}/avis/{rating}", replies::form)
        .post("/mes-lieux/{place}/avis/{rating}", replies::send)
        .post("/mes-lieux/{place}/codes", replies::make_codes)
        .get("/mes-lieux/{place}/codes/{sheet}", replies::sheet)
        .get("/corrections", judge::queue)
        .get("/corrections/{correction}", judge::page)
        .post("/corrections/{correction}", judge::decide)
        .get("/sources/{key}/corrections.csv", feed::csv)
        .get("/sources/{key}/corrections.json", feed::json)
        .get("/sources/{key}/corrections.atom", feed::atom)
}

/// The place of an address of a desk, for someone who may do that to it.
async fn kept(
    visitor: &Visitor,
    standing: &Standing,
    (place, verb): (&str, Verb),
) -> web::Result<Place> {
    visitor.person()?;
    let id: PlaceId = place.parse().map_err(|_| web::Error::NotFound)?;
    let place = any_place(&mut visitor.app().read().await?, id).await?;
    let place = place.filter(|it| it.state != PlaceState::Merged).ok_or(web::Error::NotFound)?;
    if !may(standing, verb, &scopes(&place)) {
        return Err(web::Error::NotAllowed);
    }
    Ok(place)
}

/// The place at a public address.
async fn public_place(portal: &Portal, slug: &str) -> web::Result<Place> {
    let place = portal.directory.place_at(slug).await?;
    place.filter(|it| it.state != PlaceState::Merged).ok_or(web::Error::NotFound)
}

/// A page without rows nor forms yet.
fn view(visitor: &Visitor, title: String, breadcrumb: Vec<Link>) -> KeepingView {
    let mut shell = visitor.shell(SitePart::Elsewhere);
    shell.hidden_from_robots = true;
    KeepingView {
        shell,
        breadcrumb,
        title,
        lead: Vec::new(),
        percent: None,
        groups: Vec::new(),
        forms: Vec::new(),
    }
}

/// From one's places to the desk of one.
fn desk_crumbs(words: &Words, place: &Place) -> Vec<Link> {
    vec![
        Link::new(words.t("keep-own-places"), "/mes-lieux"),
        Link::new(place.body.fields.name.clone(), format!("/mes-lieux/{}", place.id)),
    ]
}

/// From the search to the page of a place.
fn page_crumbs(words: &Words, place: &Place) -> Vec<Link> {
    vec![
        Link::new(words.t("breadcrumb-home"), "/"),
        Link::new(place.body.fields.name.clone(), format!("/lieux/{}", place.slug)),
    ]
}

/// The same page with what is wrong on it: 422.
fn show_wrong(view: &KeepingView) -> web::Result<Response> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, show(view)?).into_response())
}

fn shown(view: &KeepingView) -> web::Result<Response> {
    Ok(show(view)?.into_response())
}

/// Puts what is wrong beside its field, or at the top of the form.
fn blame(form: &mut FormView, name: &str, words: String) {
    match form.fields.iter_mut().find(|it| it.name == name) {
        Some(field) => field.error = Some(words),
        None => form.problem = Some(words),
    }
}

fn said(words: &Words, refusal: &Refusal) -> String {
    words.t(refusal.key())
}

/// What the web answers when a verb was not done and the page has nothing better to say.
fn trouble(visitor: &Visitor, error: Error) -> web::Error {
    let words = visitor.words();
    match error {
        Error::Refused(refusal) => web::Error::Refused(said(&words, &refusal)),
        Error::NotAllowed => web::Error::NotAllowed,
        Error::NotFound => web::Error::NotFound,
        Error::People(people::actions::Error::Refused(refusal)) => {
            web::Error::Refused(words.t(refusal.key()))
        }
        Error::Storage(error) => web::Error::from(error),
        error => web::Error::Broken(error.into()),
    }
}

/// The value sent under that name; empty when there is none.
fn sent<'a>(form: &'a Pairs, name: &str) -> &'a str {
    form.fields.iter().find(|(it, _)| it == name).map_or("", |(_, value)| value.as_str())
}

fn field_label(words: &Words, field: FieldName) -> String {
    words.t(&format!("field-{}", field.slug()))
}

/// A value of the standard as people read it.
fn readable(words: &Words, field: FieldName, value: &str) -> String {
    use directory::rules::section::{Typing, spoken_phone, typing};
    match typing(field) {
        Typing::Words => value
            .split('|')
            .filter(|it| !it.is_empty())
            .map(|it| section::word_label(words, field, it))
            .collect::<Vec<_>>()
            .join(", "),
        _ if field == FieldName::Phone => spoken_phone(value),
        _ => value.replace('|', ", "),
    }
}

/// What letters written for this visitor need to know.
fn head(visitor: &Visitor) -> Letterhead {
    Letterhead::of(visitor)
}
