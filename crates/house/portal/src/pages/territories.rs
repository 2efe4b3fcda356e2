//! The list of all territories.

use super::show;
use crate::Portal;
use crate::views::{Region, TerritoriesView, TerritoryLink};
use atlas::Filter;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use intake::communes::{DEPARTMENTS, REGIONS};
use std::collections::HashMap;
use web::{Link, Section, Visitor};

pub(super) async fn page(State(portal): State<Portal>, visitor: Visitor) -> web::Result<Response> {
    let words = visitor.words();
    let (counts, total, communes) = {
        let live = portal.directory.live();
        let all = Filter::default();
        let counts: HashMap<String, usize> =
            live.atlas.count_by_department(&all).into_iter().collect();
        (counts, live.atlas.len(), live.atlas.count_by_commune(&all).len())
    };
    let number = |it: usize| words.locale().integer(it as u64);
    let regions = REGIONS
        .iter()
        .map(|region| {
            let own = DEPARTMENTS.iter().filter(|it| it.region == region.code);
            let count = |code: &str| counts.get(code).copied().unwrap_or(0);
            Region {
                name: region.name.to_owned(),
                count: number(own.clone().map(|it| count(it.code)).sum()),
                departments: own
                    .map(|it| TerritoryLink {
                        link: Link::new(
                            format!("{} ({})", it.name, it.code),
                            format!("/departements/{}", it.code),
                        ),
                        count: number(count(it.code)),
                    })
                    .collect(),
            }
        })
        .collect();
    let lead = words.n_with("territories-lead", total as u64, &[("communes", &number(communes))]);
    let shell = visitor.shell(Section::Territories);
    Ok(show(&TerritoriesView { shell, lead, regions })?.into_response())
}
