//! Pages of privacy: one's data, erasing one's account, the register, and for the administration
//! requests and retention.

mod data;
mod erasure;
mod house;
mod register;

use super::People;
use web::Routes;

/// Each page, at its address.
pub(super) fn routes(people: People) -> Routes<()> {
    Routes::new()
        .get("/compte/donnees", data::page)
        .post("/compte/donnees/archive", data::archive)
        .post("/compte/donnees/demandes", data::ask)
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
