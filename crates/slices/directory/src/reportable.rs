//! The page of a place, as moderation sees it: what can be reported, and how it is hidden.

use crate::events::PlaceStateSet;
use crate::model::{Place, PlaceState};
use crate::rules::whereabouts;
use crate::store::places;
use base::PlaceId;
use db::{Act, Read, Result};
use moderation::model::{Exhibit, Looking, Ruling, Setting, Space, Subject, Visibility};

/// Pages of places. Reports never hide one: a person has to.
pub struct Pages;

impl Space for Pages {
    fn kind(&self) -> &'static str {
        "lieu"
    }

    fn may_be_hidden_by_reports(&self) -> bool {
        false
    }

    fn look<'a>(&'a self, read: &'a mut Read, id: &'a str) -> Looking<'a> {
        Box::pin(look(read, id))
    }

    fn set<'a>(
        &'a self,
        act: &'a mut Act,
        id: &'a str,
        visibility: Visibility,
        ruling: Option<Ruling>,
    ) -> Setting<'a> {
        Box::pin(set(act, id, visibility, ruling))
    }
}

async fn look(read: &mut Read, id: &str) -> Result<Option<Exhibit>> {
    let Ok(id) = id.parse::<PlaceId>() else { return Ok(None) };
    let place = places::by_id(read, id).await?;
    Ok(place.filter(|it| it.state != PlaceState::Merged).map(|it| exhibit(&it)))
}

fn exhibit(place: &Place) -> Exhibit {
    let fields = &place.body.fields;
    let said = [fields.summary.as_deref(), fields.detail.as_deref()];
    let said: Vec<&str> = said.into_iter().flatten().collect();
    let is_hidden = place.state == PlaceState::Hidden;
    Exhibit {
        subject: Subject::new("lieu", place.id),
        title: format!("{}, {}", fields.name, fields.commune),
        excerpt: said.join("\n"),
        author: None,
        path: format!("/lieux/{}", place.slug),
        scopes: whereabouts::scopes(place),
        visibility: if is_hidden { Visibility::Hidden } else { Visibility::Shown },
    }
}

/// A page is shown or hidden; it has no bin. A closed one stays closed.
async fn set(
    act: &mut Act,
    id: &str,
    visibility: Visibility,
    ruling: Option<Ruling>,
) -> Result<()> {
    let Ok(id) = id.parse::<PlaceId>() else { return Ok(()) };
    let Some(mut place) = places::by_id(act, id).await? else { return Ok(()) };
    let state = match (visibility, place.state) {
        (Visibility::Shown, PlaceState::Hidden) => PlaceState::Published,
        (Visibility::Binned | Visibility::Hidden, PlaceState::Published) => PlaceState::Hidden,
        (_, state) => state,
    };
    if state == place.state {
        return Ok(());
    }
    place.state = state;
    place.changed_at = act.now().as_millisecond();
    places::set_state(act, &place).await?;
    let reason = ruling.map_or("moderation", |it| it.name());
    act.record(&id, &PlaceStateSet { state, reason }).await
}
