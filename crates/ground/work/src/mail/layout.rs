//! One content laid out twice, as text and as HTML: the same words in the same order.
//!
//! The HTML is sober: one column that fits 320 pixels, a language, no image and nothing fetched
//! from anywhere (a picture would tell its server who reads), styles written on the elements
//! because many mail programs drop any other. Colours have a contrast of at least 4.5 to 1.

use super::letter::{Body, Link};
use std::fmt::Write as _;

/// The colour of the words.
const INK: &str = "#1b1b1f";
/// The colour of what is said less loudly.
const QUIET: &str = "#54545c";
/// The colour of links and of the button.
const ACCENT: &str = "#123f6d";
/// The colour of the page, and of the words on the button.
const PAPER: &str = "#ffffff";

/// What is laid out.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    /// The name of the site.
    pub site: &'a str,
    /// Its origin, `https://exemple.fr`.
    pub origin: &'a str,
    /// The code of the language.
    pub locale: &'a str,
    /// The subject.
    pub subject: &'a str,
    /// What is said.
    pub body: &'a Body,
    /// The way out.
    pub unsubscribe: Option<&'a Link>,
}

/// The letter as text.
pub fn text(page: &Page<'_>) -> String {
    let body = page.body;
    let mut parts: Vec<String> = Vec::new();
    parts.push(clean(&body.greeting));
    parts.extend(body.paragraphs.iter().map(|it| clean(it)));
    parts.extend(body.code.iter().map(|it| clean(it)));
    parts.extend(body.action.iter().map(in_text));
    parts.push(clean(&body.small_print));
    // What follows this mark is a signature for mail programs.
    parts.push(format!("-- \n{}\n{}", clean(page.site), clean(page.origin)));
    parts.extend(page.unsubscribe.map(in_text));
    parts.retain(|it| !it.is_empty());
    parts.join("\n\n") + "\n"
}

fn in_text(link: &Link) -> String {
    format!("{}\n{}", clean(&link.label), clean(&link.url))
}

/// The letter as HTML.
pub fn html(page: &Page<'_>) -> String {
    let lang = language(page.locale);
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light\">\n<title>{}</title>\n</head>\n\
         <body style=\"margin:0;padding:0;background:{PAPER}\">\n\
         <div lang=\"{lang}\" style=\"max-width:36em;margin:0 auto;padding:24px 16px;\
         background:{PAPER};color:{INK};font-family:Arial,Helvetica,sans-serif;font-size:16px;\
         line-height:1.5;overflow-wrap:break-word;word-break:break-word\">\n",
        escaped(page.subject)
    );
    paragraph(&mut out, &page.body.greeting, INK);
    for text in &page.body.paragraphs {
        paragraph(&mut out, text, INK);
    }
    if let Some(code) = &page.body.code {
        put(
            &mut out,
            format_args!(
                "<p style=\"margin:0 0 16px;font-size:28px;line-height:1.3;font-weight:bold;\
                 letter-spacing:2px\">{}</p>\n",
                escaped(code)
            ),
        );
    }
    if let Some(link) = &page.body.action {
        action(&mut out, link);
    }
    paragraph(&mut out, &page.body.small_print, QUIET);
    footer(&mut out, page);
    out.push_str("</div>\n</body>\n</html>\n");
    out
}

/// A button at least 44 pixels high, and its address in full: for who cannot press it, and for
/// who wants to see where it leads.
fn action(out: &mut String, link: &Link) {
    let (label, url) = (escaped(&link.label), escaped(&link.url));
    put(
        out,
        format_args!(
            "<p style=\"margin:0 0 8px\"><a href=\"{url}\" style=\"display:inline-block;\
             padding:12px 20px;border-radius:4px;background:{ACCENT};color:{PAPER};\
             font-weight:bold;text-decoration:none\">{label}</a></p>\n\
             <p style=\"margin:0 0 16px\"><a href=\"{url}\" style=\"color:{ACCENT};\
             word-break:break-all\">{url}</a></p>\n"
        ),
    );
}

fn footer(out: &mut String, page: &Page<'_>) {
    let origin = escaped(page.origin);
    put(
        out,
        format_args!(
            "<p style=\"margin:24px 0 0;padding-top:16px;border-top:1px solid {QUIET};\
             color:{QUIET}\">{}<br>\n<a href=\"{origin}\" style=\"color:{ACCENT}\">{origin}</a>\
             </p>\n",
            escaped(page.site)
        ),
    );
    if let Some(link) = page.unsubscribe {
        let (label, url) = (escaped(&link.label), escaped(&link.url));
        put(
            out,
            format_args!(
                "<p style=\"margin:16px 0 0\"><a href=\"{url}\" style=\"color:{ACCENT}\">{label}\
                 </a></p>\n"
            ),
        );
    }
}

fn paragraph(out: &mut String, text: &str, colour: &str) {
    if !clean(text).is_empty() {
        let text = escaped(text).replace('\n', "<br>\n");
        put(out, format_args!("<p style=\"margin:0 0 16px;color:{colour}\">{text}</p>\n"));
    }
}

fn put(out: &mut String, pieces: std::fmt::Arguments<'_>) {
    // Writing to a string never fails.
    let _ = out.write_fmt(pieces);
}

/// A language that readers know: easy French is French.
fn language(locale: &str) -> &str {
    if locale.starts_with("fr") { "fr" } else { locale }
}

/// The text without characters that do not print, ends of line apart. Marks that turn the
/// direction of writing go too: they can make an address read as another.
fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let is_kept = |c: &char| {
        let turns = matches!(*c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        *c == '\n' || !(c.is_control() || turns)
    };
    text.chars().filter(is_kept).collect::<String>().trim().to_owned()
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for c in clean(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests;
