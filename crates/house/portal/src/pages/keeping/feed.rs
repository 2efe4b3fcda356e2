//! Corrections flow back to who keeps a list: a file and a feed for each source.

use crate::Portal;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use directory::looks::flow::{FlowLine, of_source};
use std::fmt::Write as _;

/// The columns of the file.
const COLUMNS: [&str; 10] = [
    "id",
    "identifiant_source",
    "lieu",
    "adresse_page",
    "champ",
    "valeur_source",
    "valeur_proposee",
    "etat",
    "proposee_le",
    "decidee_le",
];

async fn lines(portal: &Portal, key: &str) -> web::Result<Vec<FlowLine>> {
    let found = of_source(&mut portal.app.read().await?, key).await?;
    found.ok_or(web::Error::NotFound)
}

fn page_of(portal: &Portal, line: &FlowLine) -> String {
    format!("{}/lieux/{}", portal.app.site().origin, line.slug)
}

fn cells(portal: &Portal, line: &FlowLine) -> [String; 10] {
    [
        line.id.clone(),
        line.local_id.clone(),
        line.name.clone(),
        page_of(portal, line),
        line.field.clone(),
        line.said.clone(),
        line.value.clone(),
        line.flow.name().to_owned(),
        line.proposed_on.clone(),
        line.decided_on.clone(),
    ]
}

/// A cell of a CSV file that a spreadsheet neither splits nor runs.
fn cell(text: &str) -> String {
    let runs = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let guard = if runs { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

fn answer(media_type: &'static str, body: String) -> Response {
    ([(header::CONTENT_TYPE, media_type)], body).into_response()
}

pub(super) async fn csv(
    State(portal): State<Portal>,
    Path(key): Path<String>,
) -> web::Result<Response> {
    let mut text = COLUMNS.join(",");
    text.push_str("\r\n");
    for line in lines(&portal, &key).await? {
        let cells: Vec<String> = cells(&portal, &line).iter().map(|it| cell(it)).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    Ok(answer("text/csv; charset=utf-8", text))
}

pub(super) async fn json(
    State(portal): State<Portal>,
    Path(key): Path<String>,
) -> web::Result<Response> {
    let items: Vec<serde_json::Value> = lines(&portal, &key)
        .await?
        .iter()
        .map(|line| {
            let cells = cells(&portal, line).map(serde_json::Value::from);
            let pairs = COLUMNS.iter().map(|it| (*it).to_owned()).zip(cells);
            serde_json::Value::Object(pairs.collect())
        })
        .collect();
    let body = serde_json::json!({ "source": key, "corrections": items });
    Ok(answer("application/json", body.to_string()))
}

/// Text between two tags of XML.
fn xml(text: &str) -> String {
    let shown: String = text.chars().filter(|it| !it.is_control()).collect();
    shown.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

pub(super) async fn atom(
    State(portal): State<Portal>,
    Path(key): Path<String>,
) -> web::Result<Response> {
    let lines = lines(&portal, &key).await?;
    let here = format!("{}/sources/{key}/corrections.atom", portal.app.site().origin);
    let day = |line: &FlowLine| line.decided_on.clone().max(line.proposed_on.clone());
    let latest = lines.iter().map(day).max().unwrap_or_else(|| "2026-01-01".into());
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"fr\">\n\
         <id>{here}</id>\n<title>Corrections – {}</title>\n<updated>{latest}T00:00:00Z</updated>\n\
         <link rel=\"self\" href=\"{here}\"/>\n<author><name>{}</name></author>\n",
        xml(&key),
        xml(&portal.app.site().name),
        here = xml(&here),
    );
    for line in &lines {
        let state = line.flow.name();
        let _ = write!(
            text,
            "<entry>\n<id>{}#{}-{}-{state}</id>\n<title>{} – {}</title>\n\
             <updated>{}T00:00:00Z</updated>\n<link href=\"{}\"/>\n\
             <category term=\"{state}\"/>\n<summary>{} : {} → {}</summary>\n</entry>\n",
            xml(&here),
            line.id,
            xml(&line.local_id),
            xml(&line.name),
            xml(&line.field),
            day(line),
            xml(&page_of(&portal, line)),
            xml(&line.field),
            xml(&line.said),
            xml(&line.value),
        );
    }
    text.push_str("</feed>\n");
    Ok(answer("application/atom+xml; charset=utf-8", text))
}
