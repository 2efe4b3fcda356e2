//! S7: every form that people find is filled with what would run if anything ran it; then every
//! page, feed and file is looked at: it is words, everywhere.

use scraper::{ElementRef, Html, Selector};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use town::{Guest, Town};

/// What would run in a page, a template or a spreadsheet. Each holds `mal`, which no page says by
/// itself.
const HOSTILE: [&str; 8] = [
    "\"><script>mal()</script>",
    "'><img src=x onerror=mal()>",
    "</textarea></title><svg onload=mal()>",
    "=mal|'/C calc'!A1",
    "@mal(1)",
    "<a href=\"javascript:mal()\">mal</a>{{mal}}",
    "--></style><iframe srcdoc='<script>mal()</script>'>",
    "&#x3C;script&#x3E;mal()&#x3C;/script&#x3E;",
];
/// Forms that would end the visit, or take away what was typed.
const NOT_SENT: [&str; 11] = [
    "deconnexion",
    "fermer",
    "ouverture",
    "effac",
    "mot-de-passe",
    "retirer",
    "abandonner",
    "/fin",
    "quitter",
    "annuler",
    "/etat",
];
const PAGES_MAX: usize = 70;

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

/// Every page that a guest reaches by links, from the places where people begin.
async fn pages(guest: &Guest<'_>) -> BTreeMap<String, String> {
    let begins = ["/", "/compte", "/mes-lieux", "/corrections", "/moderation", "/administration"];
    let mut waiting: VecDeque<String> = begins.map(Into::into).into();
    let mut found = BTreeMap::new();
    let mut seen = BTreeSet::new();
    while let Some(path) = waiting.pop_front() {
        // One page of each kind: what differs by its question only is the same page.
        let kind = path.split('?').next().unwrap().to_owned();
        if found.len() >= PAGES_MAX || path.starts_with("/s/") || !seen.insert(kind) {
            continue;
        }
        let page = guest.get(&path).await.unwrap();
        if page.status != 200 || !page.header("content-type").starts_with("text/html") {
            continue;
        }
        let html = Html::parse_document(&page.body);
        let links = all(&html, "a[href]").into_iter().filter_map(|it| it.attr("href"));
        waiting.extend(links.filter(|it| it.starts_with('/')).map(str::to_owned));
        found.insert(path, page.body);
    }
    found
}

/// The forms of a page: where they go, and their fields filled with what is hostile.
fn forms(body: &str, hostile: &str) -> Vec<(String, Vec<(String, String)>)> {
    let html = Html::parse_document(body);
    let forms = all(&html, "form[method=post]").into_iter();
    let forms = forms.filter(|it| it.attr("enctype") != Some("multipart/form-data"));
    forms
        .filter_map(|form| {
            let action = form.attr("action")?.to_owned();
            let selector = Selector::parse("input[name], textarea[name], select[name]").unwrap();
            let mut fields: Vec<(String, String)> = Vec::new();
            for field in form.select(&selector) {
                let name = field.attr("name").unwrap_or_default().to_owned();
                if name != "csrf"
                    && let Some(value) = typed(field, &fields, hostile)
                {
                    fields.push((name, value));
                }
            }
            // The button that is pressed says what is wanted.
            let buttons = Selector::parse("button[name]").unwrap();
            if let Some(button) = form.select(&buttons).last() {
                let value = button.attr("value").unwrap_or_default().to_owned();
                fields.push((button.attr("name")?.to_owned(), value));
            }
            Some((action, fields))
        })
        .collect()
}

fn typed(field: ElementRef<'_>, so_far: &[(String, String)], hostile: &str) -> Option<String> {
    let value = field.attr("value").unwrap_or_default().to_owned();
    let name = field.attr("name").unwrap_or_default();
    match (field.value().name(), field.attr("type").unwrap_or("text")) {
        ("select", _) => {
            let options = Selector::parse("option").unwrap();
            let values = field.select(&options).filter_map(|it| it.attr("value"));
            values.filter(|it| !it.is_empty()).last().map(str::to_owned)
        }
        (_, "radio") => (!so_far.iter().any(|it| it.0 == name)).then_some(value),
        (_, "checkbox") => Some(if value.is_empty() { "oui".into() } else { value }),
        (_, "email") => Some("lea.mal@reseau.example".into()),
        (_, "date") => Some("2026-12-01".into()),
        (_, "url") => Some(format!("https://mal.example/{hostile}")),
        (_, "hidden" | "submit" | "tel" | "number" | "time" | "color" | "password" | "file") => {
            Some(value)
        }
        _ => Some(hostile.to_owned()),
    }
}

/// What would run in a page.
fn runs(body: &str) -> Vec<String> {
    let html = Html::parse_document(body);
    let mut found = Vec::new();
    for element in all(&html, "*") {
        let tag = element.value().name();
        let is_ours = element.attr("src").is_some_and(|it| it.starts_with("/s/"));
        if (tag == "script" && !is_ours) || ["iframe", "object", "embed", "base"].contains(&tag) {
            found.push(element.html());
        }
        for (name, value) in element.value().attrs() {
            let start: String = value.chars().filter(|it| !it.is_whitespace()).take(12).collect();
            let start = start.to_lowercase();
            let is_address = ["href", "src", "action", "formaction", "data"].contains(&name);
            let is_code = start.starts_with("javascript:") || start.starts_with("data:text/");
            if name.starts_with("on") || name == "style" || (is_address && is_code) {
                found.push(element.html().chars().take(200).collect());
            }
        }
    }
    found
}

/// The cells of a file of separated values.
fn cells(body: &str) -> Vec<String> {
    let (mut cells, mut is_quoted) = (vec![String::new()], false);
    for letter in body.chars() {
        match letter {
            '"' => is_quoted = !is_quoted,
            ',' | ';' | '\n' | '\r' if !is_quoted => cells.push(String::new()),
            _ => cells.last_mut().unwrap().push(letter),
        }
    }
    cells
}

async fn fill_all(guest: &Guest<'_>) -> usize {
    let mut taken = 0;
    // Twice, so that each form meets two of them, and what the first made is met by the second.
    for round in 0..2 {
        for (n, (path, body)) in pages(guest).await.into_iter().enumerate() {
            let hostile = HOSTILE[(3 * round + n) % HOSTILE.len()];
            for (action, fields) in forms(&body, hostile) {
                if NOT_SENT.iter().any(|it| action.contains(it)) {
                    continue;
                }
                let pairs: Vec<(&str, &str)> =
                    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
                let page = guest.post(&action, &pairs).await.unwrap();
                assert!(page.status < 500, "{action} of {path}: {}", page.status);
                assert_eq!(runs(&page.body), [""; 0], "{action} of {path}");
                taken += usize::from(page.status == 303);
            }
        }
    }
    taken
}

fn first_place(town: &Town) -> (base::PlaceId, String) {
    let live = town.directory.live();
    let place = live.summaries.values().min_by(|a, b| a.slug.cmp(&b.slug)).unwrap();
    (place.id, place.slug.clone())
}

#[tokio::test]
async fn nothing_typed_in_any_form_becomes_markup_or_a_formula_anywhere() {
    use people::model::{Role, Scope};
    let town = Town::on_sqlite().await.unwrap();
    town.settle().await.unwrap();
    let (place, slug) = first_place(&town);
    let manager = town.resident("sofia@reseau.example", "Sofia").await.unwrap();
    manager.holds(Role::PlaceManager, &Scope::Place(place)).await.unwrap();
    let administrator = crate::administrator(&town).await;
    let mut taken = 0;
    for guest in [&manager, &administrator] {
        let page = guest.get(&format!("/lieux/{slug}/corriger")).await.unwrap();
        assert_eq!(page.status, 200);
        taken += fill_all(guest).await;
    }
    town.directory.catch_up().await.unwrap();
    let (mut shown, mut looked) = (0, 0);
    for guest in [&manager, &administrator, &town.visitor()] {
        let mut all = pages(guest).await;
        for path in [format!("/lieux/{slug}"), "/plan-du-site".into()] {
            all.insert(path.clone(), guest.get(&path).await.unwrap().body);
        }
        for (path, body) in &all {
            assert_eq!(runs(body), [""; 0], "{path}");
            shown += usize::from(body.contains("mal"));
            looked += 1;
        }
    }
    for line in town.routes.iter().filter(|it| it.path.contains('.') && it.method == "GET") {
        let path = crate::filled(&town, line.path, "rien", "demo");
        let page = administrator.get(&path).await.unwrap();
        if page.header("content-type").starts_with("text/csv") {
            let starts = ['=', '+', '-', '@', '\t', '\r'];
            let formulas: Vec<String> = cells(&page.body)
                .into_iter()
                .filter(|it| it.contains("mal") && it.starts_with(starts))
                .collect();
            assert_eq!(formulas, [""; 0], "{path}");
        } else {
            assert!(!page.body.contains("<script>mal"), "{path}");
        }
    }
    eprintln!("{taken} forms taken, {looked} pages looked at, {shown} show what was typed");
    assert!(taken > 30, "forms were taken: {taken}");
    assert!(shown > 10, "what was typed is shown: {shown} of {looked}");
}
