//! The two layouts say the same, escape what they are given, and can be read.

use super::*;

fn body() -> Body {
    Body {
        greeting: "Bonjour Zoé,".into(),
        paragraphs: vec![
            "Voici votre code.".into(),
            "Première ligne\nSeconde <ligne> & fin".into(),
        ],
        code: Some("428 913".into()),
        action: Some(Link::new("Me connecter", "https://exemple.fr/entrer?a=1&b=2")),
        small_print: "Vous n'avez rien demandé ? Ne faites rien.".into(),
    }
}

fn page(body: &Body) -> Page<'_> {
    Page {
        site: "Maillage",
        origin: "https://exemple.fr",
        locale: "fr-falc",
        subject: "Votre code",
        body,
        unsubscribe: None,
    }
}

/// The words of an HTML text, in order, with the addresses of links that do not show theirs.
fn words(html: &str) -> Vec<String> {
    let body = html.split_once("</head>").unwrap().1;
    let mut text = String::new();
    for piece in body.split('<') {
        if let Some((tag, rest)) = piece.split_once('>') {
            text.push(' ');
            text.push_str(rest);
            let _ = tag;
        }
    }
    let plain = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
    plain.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn text_and_html_say_the_same_words_in_the_same_order() {
    let body = body();
    let text = text(&page(&body));
    let said: Vec<String> =
        text.split_whitespace().filter(|word| *word != "--").map(str::to_owned).collect();
    assert_eq!(words(&html(&page(&body))), said);
}

#[test]
fn the_way_out_is_in_both() {
    let (body, out) = (body(), Link::new("Ne plus recevoir", "https://exemple.fr/stop/abc"));
    let page = Page { unsubscribe: Some(&out), ..page(&body) };
    assert!(text(&page).ends_with("Ne plus recevoir\nhttps://exemple.fr/stop/abc\n"));
    assert!(html(&page).contains("<a href=\"https://exemple.fr/stop/abc\""));
}

#[test]
fn what_people_wrote_is_never_a_tag() {
    let hostile = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>\u{202e}\u{0}";
    let body = Body {
        greeting: hostile.into(),
        paragraphs: vec![hostile.into()],
        code: Some(hostile.into()),
        action: Some(Link::new(hostile, "https://exemple.fr/?\"'")),
        small_print: hostile.into(),
    };
    let page = Page { subject: hostile, site: hostile, ..page(&body) };
    let html = html(&page);
    for forbidden in ["<script", "<img", "\u{202e}", "\0"] {
        assert!(!html.contains(forbidden), "{forbidden:?}");
    }
    assert!(!text(&page).contains(['\0', '\u{202e}']));
}

#[test]
fn the_html_has_a_language_and_fetches_nothing() {
    let body = body();
    let html = html(&page(&body));
    assert!(html.contains("<html lang=\"fr\">"));
    for fetched in ["<img", "<link", "<script", "url(", "src=", "<style", "@import"] {
        assert!(!html.contains(fetched), "{fetched}");
    }
    // Nothing has a fixed width: the widest thing that cannot be broken fits 320 pixels.
    assert!(!html.contains(";width:") && !html.contains("\"width:"));
    assert!(html.contains("overflow-wrap:break-word"));
}

#[test]
fn colours_can_be_read() {
    for (words, ground) in [(INK, PAPER), (QUIET, PAPER), (ACCENT, PAPER), (PAPER, ACCENT)] {
        let contrast = contrast(words, ground);
        assert!(contrast >= 4.5, "{words} on {ground}: {contrast}");
    }
}

/// Source: WCAG 2.2, relative luminance and contrast ratio.
fn contrast(one: &str, other: &str) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}
