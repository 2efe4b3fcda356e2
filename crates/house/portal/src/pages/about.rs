//! Pages about the site: legal notice, personal data, accessibility, open data, site map.

use super::{files, show};
use crate::Portal;
use crate::views::{
    AccessibilityView, LegalView, OpenDataView, PrivacyView, SiteMapView, SourceRow,
};
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use base::{Timestamp, time};
use directory::SourceHealth;
use directory::search::Ask;
use intake::communes::DEPARTMENTS;
use jiff::civil::date;
use web::{Link, Section, Visitor, Words};

pub(super) async fn legal(visitor: Visitor) -> web::Result<Response> {
    Ok(show(&LegalView { shell: visitor.shell(Section::Elsewhere) })?.into_response())
}

pub(super) async fn privacy(visitor: Visitor) -> web::Result<Response> {
    Ok(show(&PrivacyView { shell: visitor.shell(Section::Elsewhere) })?.into_response())
}

pub(super) async fn accessibility(visitor: Visitor) -> web::Result<Response> {
    // The day the declaration was last reviewed by a person, not the day it is read.
    let said = visitor.app().site();
    let reviewed = said.declaration.reviewed_on.parse().unwrap_or_else(|_| date(2026, 11, 24));
    let date = visitor.words().locale().date(reviewed);
    let shell = visitor.shell(Section::Elsewhere);
    let audited = said.declaration.audited_on.parse().ok();
    let audited = audited.map(|it| visitor.words().locale().date(it));
    Ok(show(&AccessibilityView { shell, date, audited })?.into_response())
}

pub(super) async fn site_map(visitor: Visitor) -> web::Result<Response> {
    let departments = DEPARTMENTS
        .iter()
        .map(|it| {
            Link::new(format!("{} {}", it.code, it.name), format!("/departements/{}", it.code))
        })
        .collect();
    let shell = visitor.shell(Section::Elsewhere);
    Ok(show(&SiteMapView { shell, departments })?.into_response())
}

pub(super) async fn open_data(
    State(portal): State<Portal>,
    visitor: Visitor,
) -> web::Result<Response> {
    let words = visitor.words();
    let sources = portal.directory.sources().await?;
    let total = portal.directory.live().atlas.len();
    let view = OpenDataView {
        shell: visitor.shell(Section::Data),
        places: words.n("data-places", total as u64),
        exports: files::exports(&words, &Ask::default()),
        example_href: "/api/v1/places?ou=Rennes&rayon=20&limit=10".to_owned(),
        sources: sources.iter().map(|it| row(&words, it)).collect(),
    };
    Ok(show(&view)?.into_response())
}

fn row(words: &Words, health: &SourceHealth) -> SourceRow {
    let number = |it: u64| words.locale().integer(it);
    let source = &health.source;
    let is_web = |it: &&str| it.starts_with("https://") || it.starts_with("http://");
    let read = source.harvested_at.and_then(|it| Timestamp::from_millisecond(it).ok());
    SourceRow {
        name: source.name.clone(),
        owner: source.owner.clone(),
        href: Some(source.page.as_str()).filter(is_web).map(str::to_owned),
        licence: match source.licence.as_str() {
            "" => words.t("licence-unknown"),
            licence => licence.to_owned(),
        },
        rows: number(health.counts.rows),
        quarantined: number(health.counts.quarantined),
        places: number(health.places),
        read: match read {
            Some(at) => words.locale().date(time::civil_day(at)),
            None => words.t("never"),
        },
    }
}
