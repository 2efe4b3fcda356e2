//! Pages of privacy: one's data, the letters one wants, what happened to one's account, erasing it,
//! the register, and for the administration requests and retention.

mod data;
mod erasure;
mod house;
mod letters;
mod register;
mod watch;

use super::People;
use web::Routes;

/// Each page, at its address.
pub(super) fn routes(people: People) -> Routes<()> {
    Routes::new()
        .get("/compte/donnees", data::page)
        .post("/compte/donnees/archive", data::archive)
        .post("/compte/donnees/demandes", data::ask)
        .get("/compte/securite/journal", watch::page)
        .get("/compte/lettres", letters::page)
        .post("/compte/lettres", letters::choose)
        .post("/compte/consentements/{consent}/retirer", letters::withdraw)
        .get("/lettres/arreter/{token}", letters::stop_page)
        .post("/lettres/arreter/{token}", letters::stop)
        .get("/compte/supprimer", erasure::page)
        .post("/compte/supprimer", erasure::ask)
        .get("/suppression/{secret}", erasure::undo_page)
        .post("/suppression/{secret}", erasure::undo)
        .get("/donnees-personnelles/registre", register::page)
        .get("/administration/demandes", house::requests)
        .post("/administration/demandes/{request}", house::answer)
        .get("/administration/conservation", house::retention)
        .with_state(people)
}
