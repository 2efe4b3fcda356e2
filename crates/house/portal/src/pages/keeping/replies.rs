//! For those who keep a place: the comments it got, its replies, and the codes that its desk
//! hands out.

use super::rated::{comment_row, day, trouble};
use super::{Pairs, blame, desk_crumbs, kept, sent, show_wrong, shown, view};
use crate::views::{Button, FormView, Group, KeepingView, Row};
use axum::extract::Path;
use axum::response::Response;
use base::{RatingId, Refusal as _, SheetId};
use directory::may::Verb;
use directory::model::Place;
use directory::ratings::actions::{self, Error, Here};
use directory::ratings::looks;
use directory::ratings::may;
use directory::ratings::model::{Rating, WordsState};
use directory::ratings::rules::codes;
use directory::rules::whereabouts::scopes;
use people::Standing;
use web::{Answer, Field, FieldKind, Link, Visitor, done, lead_to};

pub(super) async fn page(
    visitor: Visitor,
    standing: Standing,
    Path(place): Path<String>,
) -> web::Result<Response> {
    let place = kept(&visitor, &standing, (&place, Verb::SeeDesk)).await?;
    let (words, app) = (visitor.words(), visitor.app());
    let may = |verb| may::may(&standing, verb, &scopes(&place));
    let mut read = app.read().await?;
    let comments = looks::comments(&mut read, place.id).await?;
    let sheets = looks::sheets(&mut read, place.id, app.now()).await?;
    drop(read);
    let mut view = view(&visitor, words.t("replies-title"), desk_crumbs(&words, &place));
    view.lead = vec![words.t("replies-lead")];
    let rows = comments.iter().map(|(rating, reply)| {
        let mut row = comment_row(&words, rating, reply.as_ref());
        if reply.as_ref().is_some_and(|it| it.state == WordsState::Waiting) {
            row.lines.push(words.t("replies-waiting"));
        }
        if reply.is_none() && may(may::Verb::Reply) && looks::is_read(rating.comment_state) {
            let href = format!("/mes-lieux/{}/avis/{}", place.id, rating.id);
            row.links.insert(0, Link::new(words.t("replies-send"), href));
        }
        row
    });
    let (rows, empty) = (rows.collect(), words.t("ratings-comments-none"));
    view.groups.push(Group { title: words.t("ratings-comments-title"), rows, empty });
    if may(may::Verb::MakeCodes) {
        let sheet = |it: &directory::ratings::model::Sheet| {
            let (count, date) = (it.codes.to_string(), day(&words, it.ends_at));
            let said = [("count", count.as_str()), ("date", date.as_str())];
            Row {
                title: words.with("codes-sheet", &said),
                href: format!("/mes-lieux/{}/codes/{}", place.id, it.id),
                ..Row::default()
            }
        };
        let rows = sheets.iter().map(sheet).collect();
        view.groups.push(Group {
            title: words.t("codes-title"),
            rows,
            empty: words.t("codes-lead"),
        });
        let size = |it: u32| Answer::new(it.to_string(), it.to_string(), it == 12);
        let sizes = FieldKind::Radio(codes::SHEET_SIZES.into_iter().map(size).collect());
        view.forms.push(FormView {
            action: format!("/mes-lieux/{}/codes", place.id),
            fields: vec![Field::new("nombre", words.t("codes-how-many")).kind(sizes)],
            buttons: vec![Button::new("preparer", words.t("codes-make"))],
            ..FormView::default()
        });
    }
    shown(&view)
}

async fn replied(
    visitor: &Visitor,
    standing: &Standing,
    (place, rating): (&str, &str),
) -> web::Result<(Place, Rating)> {
    let place = kept(visitor, standing, (place, Verb::SeeDesk)).await?;
    if !may::may(standing, may::Verb::Reply, &scopes(&place)) {
        return Err(web::Error::NotAllowed);
    }
    let id: RatingId = rating.parse().map_err(|_| web::Error::NotFound)?;
    let found = looks::rating(&mut visitor.app().read().await?, id).await?;
    let rating = found.filter(|it| it.place == place.id && looks::is_read(it.comment_state));
    Ok((place, rating.ok_or(web::Error::NotFound)?))
}

fn reply_view(visitor: &Visitor, place: &Place, rating: &Rating) -> KeepingView {
    let words = visitor.words();
    let title = words.put("replies-to", "date", day(&words, rating.made_at));
    let mut view = view(visitor, title, desk_crumbs(&words, place));
    view.lead = vec![words.t("replies-lead")];
    let row = comment_row(&words, rating, None);
    view.groups.push(Group { rows: vec![row], ..Group::default() });
    view.forms.push(FormView {
        action: format!("/mes-lieux/{}/avis/{}", place.id, rating.id),
        fields: vec![Field::new("reponse", words.t("replies-words")).kind(FieldKind::Long)],
        buttons: vec![Button::new("repondre", words.t("replies-send"))],
        ..FormView::default()
    });
    view
}

pub(super) async fn form(
    visitor: Visitor,
    standing: Standing,
    Path((place, rating)): Path<(String, String)>,
) -> web::Result<Response> {
    let (place, rating) = replied(&visitor, &standing, (&place, &rating)).await?;
    shown(&reply_view(&visitor, &place, &rating))
}

pub(super) async fn send(
    visitor: Visitor,
    standing: Standing,
    Path((place, rating)): Path<(String, String)>,
    form: Pairs,
) -> web::Result<Response> {
    let (place, rating) = replied(&visitor, &standing, (&place, &rating)).await?;
    let app = visitor.app();
    let here = Here { db: &app.db, keys: &app.keys, now: app.now(), once: &form.once };
    let said = (sent(&form, "reponse"), visitor.locale.code());
    match actions::reply(here, &standing, rating.id, said).await {
        Ok(()) => Ok(done(&format!("/mes-lieux/{}/avis", place.id), "done-replied")),
        Err(Error::Refused(refusal)) => {
            let mut view = reply_view(&visitor, &place, &rating);
            if let Some(page) = view.forms.first_mut() {
                super::dress::typed_again(page, &form);
                blame(page, "reponse", visitor.words().t(refusal.key()));
            }
            show_wrong(&view)
        }
        Err(error) => Err(trouble(&visitor, error)),
    }
}

pub(super) async fn make_codes(
    visitor: Visitor,
    standing: Standing,
    Path(place): Path<String>,
    form: Pairs,
) -> web::Result<Response> {
    let place = kept(&visitor, &standing, (&place, Verb::SeeDesk)).await?;
    let app = visitor.app();
    let here = Here { db: &app.db, keys: &app.keys, now: app.now(), once: &form.once };
    let count = sent(&form, "nombre").parse().unwrap_or(0);
    let made = actions::make_codes(here, &standing, place.id, count).await;
    match made.map_err(|error| trouble(&visitor, error))? {
        Some(sheet) => Ok(lead_to(&format!("/mes-lieux/{}/codes/{sheet}", place.id))),
        None => Ok(lead_to(&format!("/mes-lieux/{}/avis", place.id))),
    }
}

pub(super) async fn sheet(
    visitor: Visitor,
    standing: Standing,
    Path((place, sheet)): Path<(String, String)>,
) -> web::Result<Response> {
    let place = kept(&visitor, &standing, (&place, Verb::SeeDesk)).await?;
    if !may::may(&standing, may::Verb::MakeCodes, &scopes(&place)) {
        return Err(web::Error::NotAllowed);
    }
    let id: SheetId = sheet.parse().map_err(|_| web::Error::NotFound)?;
    let found = looks::sheet(&mut visitor.app().read().await?, id).await?;
    let found = found.filter(|it| it.place == place.id).ok_or(web::Error::NotFound)?;
    let words = visitor.words();
    let mut view = view(&visitor, words.t("codes-title"), desk_crumbs(&words, &place));
    let (count, date) = (found.codes.to_string(), day(&words, found.ends_at));
    let said = [("count", count.as_str()), ("date", date.as_str())];
    view.lead = vec![words.with("codes-sheet", &said), words.t("codes-print")];
    let row = |code: String| Row {
        title: code,
        lines: vec![place.body.fields.name.clone()],
        ..Row::default()
    };
    let rows = codes::codes(&visitor.app().keys, id, found.codes).into_iter().map(row).collect();
    view.groups.push(Group { rows, ..Group::default() });
    shown(&view)
}
