//! Every page of the administration, in every language, with hostile names, is sound HTML that a
//! screen reader can walk and that the strict policy lets through.

#![expect(clippy::unwrap_used, reason = "what a test cannot read fails it")]

use administration::views::samples;
use scraper::{ElementRef, Html, Selector};
use std::collections::HashSet;
use web::Locale;

fn each_page(check: impl Fn(&str, &Html, &str)) {
    for locale in Locale::ALL {
        for (name, html) in samples::all(locale).unwrap() {
            check(&format!("{name} in {locale}"), &Html::parse_document(&html), &html);
        }
    }
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

#[test]
fn a_page_has_one_title_skips_no_level_and_repeats_no_id() {
    each_page(|name, page, _| {
        assert_eq!(all(page, "h1").len(), 1, "{name}");
        let mut before = 0;
        for heading in all(page, "h1, h2, h3, h4") {
            let level = heading.value().name()[1..].parse::<usize>().unwrap();
            assert!(level <= before + 1, "{name}: {}", heading.html());
            before = level;
        }
        let ids: Vec<_> = all(page, "[id]").iter().filter_map(|it| it.attr("id")).collect();
        let unique: HashSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{name} repeats an id: {ids:?}");
        for pointer in ["aria-describedby", "for"] {
            for element in all(page, &format!("[{pointer}]")) {
                for target in element.attr(pointer).unwrap().split(' ') {
                    assert!(ids.contains(&target), "{name}: {pointer} to nothing: {target}");
                }
            }
        }
    });
}

#[test]
fn every_form_has_its_ticket_and_every_field_and_link_a_name() {
    each_page(|name, page, _| {
        for form in all(page, "form[method=post]") {
            let ticket = Selector::parse("input[type=hidden][name=csrf]").unwrap();
            assert_eq!(form.select(&ticket).count(), 1, "{name}: {}", form.html());
        }
        let labelled: HashSet<_> =
            all(page, "label[for]").iter().filter_map(|it| it.attr("for")).collect();
        let wrapped: HashSet<_> = all(page, "label input").iter().map(|it| it.id()).collect();
        for field in all(page, "input:not([type=hidden]), select, textarea") {
            let named = field.attr("id").is_some_and(|id| labelled.contains(id))
                || wrapped.contains(&field.id());
            assert!(named, "{name}: {}", field.html());
        }
        for link in all(page, "a, button, summary") {
            assert!(!link.text().collect::<String>().trim().is_empty(), "{name}: {}", link.html());
        }
    });
}

#[test]
fn nothing_inline_nothing_from_elsewhere_and_nothing_typed_becomes_markup() {
    each_page(|name, page, html| {
        assert!(all(page, "[style], style, iframe, base, object").is_empty(), "{name}");
        for element in all(page, "*") {
            assert!(element.value().attrs().all(|(it, _)| !it.starts_with("on")), "{name}");
        }
        for loaded in all(page, "link[rel=stylesheet], script, img, use") {
            let from = loaded.attr("href").or(loaded.attr("src")).unwrap_or_default();
            assert!(from.starts_with("/s/") && from != "/s/missing", "{name} loads {from}");
        }
        assert!(!html.contains("<script>alert"), "{name}");
        assert!(html.len() < 60_000, "{name}: {} bytes", html.len());
    });
}

#[test]
fn every_message_of_the_samples_was_written() {
    each_page(|name, page, _| {
        let shown: String = page.root_element().text().collect();
        for prefix in ["administration-", "setting-", "letters-", "role-"] {
            let missing = shown.split_whitespace().find(|it| it.starts_with(prefix));
            assert!(missing.is_none(), "{name}: {missing:?}");
        }
    });
}
