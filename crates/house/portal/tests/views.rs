//! Every page, in every language, with believable and with hostile samples, is sound HTML that a
//! screen reader can walk and that the strict content security policy lets through.

#![expect(clippy::unwrap_used, reason = "what a test cannot read fails it")]

use portal::views::samples::{self, Sample};
use scraper::{ElementRef, Html, Selector};
use std::collections::HashSet;
use web::Locale;

fn each_page(check: impl Fn(&str, &Html, &Sample)) {
    for locale in Locale::ALL {
        for sample in samples::all(locale).unwrap() {
            let page = Html::parse_document(&sample.html);
            check(&format!("{} in {locale}", sample.name), &page, &sample);
        }
    }
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

#[test]
fn a_page_has_one_title_and_skips_no_level() {
    each_page(|name, page, sample| {
        if sample.fragment {
            return;
        }
        assert_eq!(all(page, "h1").len(), 1, "{name}");
        let mut before = 0;
        for heading in all(page, "h1, h2, h3, h4, h5, h6") {
            let level = heading.value().name()[1..].parse::<usize>().unwrap();
            assert!(level <= before + 1, "{name}: {} after h{before}", heading.html());
            before = level;
        }
        let title = all(page, "title")[0].text().collect::<String>();
        let (own, site) = title.rsplit_once(" – ").unwrap();
        assert!(!own.trim().is_empty() && !site.is_empty(), "{name}: {title}");
        let language = all(page, "html")[0].attr("lang");
        let expected = if name.ends_with("in en") { "en" } else { "fr" };
        assert_eq!(language, Some(expected), "{name}");
    });
}

#[test]
fn a_page_is_walked_by_landmarks_and_skip_links() {
    each_page(|name, page, sample| {
        if sample.fragment {
            return;
        }
        for landmark in ["main", "body > header", "body > footer", "nav[aria-label]", "#annonce"] {
            assert!(!all(page, landmark).is_empty(), "{name} has no {landmark}");
        }
        let ids: Vec<_> = all(page, "[id]").iter().filter_map(|e| e.attr("id")).collect();
        let unique: HashSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{name} repeats an id: {ids:?}");
        for link in all(page, "a[href^='#']") {
            let target = &link.attr("href").unwrap()[1..];
            assert!(ids.contains(&target), "{name}: nothing at #{target}");
        }
        for pointer in ["aria-labelledby", "aria-describedby", "list", "for"] {
            for element in all(page, &format!("[{pointer}]")) {
                for target in element.attr(pointer).unwrap().split_ascii_whitespace() {
                    assert!(ids.contains(&target), "{name}: {pointer} to nothing: {target}");
                }
            }
        }
    });
}

#[test]
fn every_field_and_every_link_has_a_name() {
    each_page(|name, page, _| {
        let labelled: HashSet<_> =
            all(page, "label[for]").iter().filter_map(|label| label.attr("for")).collect();
        let wrapped: HashSet<_> =
            all(page, "label input, label select").iter().map(|field| field.id()).collect();
        for field in all(page, "input:not([type=hidden]), select, textarea") {
            let named = field.attr("id").is_some_and(|id| labelled.contains(id))
                || wrapped.contains(&field.id())
                || field.attr("aria-label").is_some();
            assert!(named, "{name}: {}", field.html());
        }
        for link in all(page, "a, button, summary") {
            let text: String = link.text().collect();
            let named = !text.trim().is_empty() || link.attr("aria-label").is_some();
            assert!(named, "{name}: {}", link.html());
        }
        for table in all(page, "table") {
            let scopes = Selector::parse("thead th[scope=col]").unwrap();
            assert!(table.select(&scopes).next().is_some(), "{name}: a table without columns");
        }
    });
}

#[test]
fn nothing_inline_and_nothing_from_elsewhere() {
    each_page(|name, page, _| {
        assert!(all(page, "[style], style, iframe, base, object").is_empty(), "{name}");
        for element in all(page, "*") {
            let handler =
                element.value().attrs().find(|(attribute, _)| attribute.starts_with("on"));
            assert!(handler.is_none(), "{name}: {handler:?}");
        }
        for script in all(page, "script") {
            let source = script.attr("src").unwrap_or_default();
            assert!(source.starts_with("/s/"), "{name}: {}", script.html());
            assert!(script.text().all(|text| text.trim().is_empty()), "{name}: inline script");
        }
        for loaded in all(page, "link[rel=stylesheet], link[rel=icon], img, use") {
            let from = loaded.attr("href").or(loaded.attr("src")).unwrap_or_default();
            let is_ours = from.starts_with("/s/") || from.starts_with("/photos/");
            assert!(is_ours, "{name} loads {from}");
        }
    });
}

#[test]
fn what_people_typed_never_becomes_markup() {
    each_page(|name, page, sample| {
        assert!(!sample.html.contains("<script>alert"), "{name}");
        assert!(!sample.html.contains("<b>\"num"), "{name}");
        let hostile = ["place-hostile", "search-nothing", "preview", "open-data"];
        if hostile.contains(&sample.name.as_str()) {
            let shown: String = page.root_element().text().collect();
            let kept = shown.contains("<b>\"numérique\"</b>")
                || sample.html.contains("&#60;b&#62;&#34;numérique");
            assert!(kept, "{name} lost what was typed");
        }
    });
}

#[test]
fn an_asset_that_is_asked_for_exists() {
    each_page(|name, _, sample| assert!(!sample.html.contains("/s/missing"), "{name}"));
    let icons = String::from_utf8_lossy(web::asset_bytes("icons.svg").unwrap()).into_owned();
    each_page(|name, page, _| {
        for used in all(page, "use") {
            let (_, icon) = used.attr("href").unwrap().rsplit_once('#').unwrap();
            assert!(icons.contains(&format!("id=\"{icon}\"")), "{name}: no icon {icon}");
        }
    });
}

#[test]
fn a_page_stays_light() {
    each_page(|name, _, sample| {
        let bytes = sample.html.len();
        assert!(bytes < 60_000, "{name}: {bytes} bytes before compression");
    });
}
