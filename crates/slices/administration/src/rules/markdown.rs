//! From the few marks with which texts are written to HTML that is safe to show: headings,
//! paragraphs, lists, strong words, links. Everything else is shown as it was typed: nothing of
//! what people write becomes markup.

use std::fmt::Write as _;

/// The text as HTML.
pub fn html(text: &str) -> String {
    let mut page = Page::default();
    for line in text.lines() {
        page.take(line.trim());
    }
    page.close();
    page.html
}

#[derive(Default)]
struct Page {
    html: String,
    open: Option<Block>,
    has_heading: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Block {
    Paragraph,
    List,
    Numbers,
}

impl Block {
    const fn tag(self) -> &'static str {
        match self {
            Self::Paragraph => "p",
            Self::List => "ul",
            Self::Numbers => "ol",
        }
    }
}

impl Page {
    fn take(&mut self, line: &str) {
        if line.is_empty() {
            self.close();
        } else if let Some((level, words)) = heading(line) {
            self.close();
            // The page has its own first title, and a level is never skipped.
            let level = if level > 2 && self.has_heading { 3 } else { 2 };
            self.has_heading = true;
            let _ = writeln!(self.html, "<h{level}>{}</h{level}>", words_of(words));
        } else if let Some(words) = line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")) {
            self.item(Block::List, words);
        } else if let Some(words) = numbered(line) {
            self.item(Block::Numbers, words);
        } else {
            let is_going_on = self.open == Some(Block::Paragraph);
            self.within(Block::Paragraph);
            if is_going_on {
                self.html.push_str("<br>\n");
            }
            self.html.push_str(&words_of(line));
        }
    }

    fn item(&mut self, block: Block, words: &str) {
        self.within(block);
        let _ = writeln!(self.html, "<li>{}</li>", words_of(words));
    }

    fn within(&mut self, block: Block) {
        if self.open != Some(block) {
            self.close();
            let _ = write!(self.html, "<{}>", block.tag());
            self.open = Some(block);
        }
    }

    fn close(&mut self) {
        if let Some(block) = self.open.take() {
            let _ = writeln!(self.html, "</{}>", block.tag());
        }
    }
}

fn heading(line: &str) -> Option<(usize, &str)> {
    let level = line.bytes().take_while(|it| *it == b'#').count();
    let words = line.get(level..)?.strip_prefix(' ')?;
    (1..=6).contains(&level).then_some((level, words.trim()))
}

fn numbered(line: &str) -> Option<&str> {
    let (number, words) = line.split_once(". ")?;
    let is_number = (1..=3).contains(&number.len()) && number.bytes().all(|it| it.is_ascii_digit());
    is_number.then_some(words)
}

/// A line: its strong words and its links.
fn words_of(line: &str) -> String {
    let mut html = String::with_capacity(line.len() + 16);
    let mut rest = line;
    while let Some(at) = rest.find(['[', '*']) {
        let (before, from) = rest.split_at(at);
        escape(before, &mut html);
        rest = if let Some((label, href, after)) = link(from) {
            let outside = if href.starts_with('/') { "" } else { " rel=\"external\"" };
            html.push_str("<a href=\"");
            escape(href, &mut html);
            let _ = write!(html, "\"{outside}>");
            escape(label, &mut html);
            html.push_str("</a>");
            after
        } else if let Some((strong, after)) = strong(from) {
            html.push_str("<strong>");
            escape(strong, &mut html);
            html.push_str("</strong>");
            after
        } else {
            let (mark, after) = from.split_at(1);
            escape(mark, &mut html);
            after
        };
    }
    escape(rest, &mut html);
    html
}

fn strong(from: &str) -> Option<(&str, &str)> {
    let (words, after) = from.strip_prefix("**")?.split_once("**")?;
    (!words.trim().is_empty()).then_some((words, after))
}

/// `[words](address)`, the address being of this site, of the web or of a mailbox.
fn link(from: &str) -> Option<(&str, &str, &str)> {
    let (label, rest) = from.strip_prefix('[')?.split_once("](")?;
    let (href, after) = rest.split_once(')')?;
    let is_safe = (href.starts_with('/') && !href.starts_with("//") && !href.contains('\\'))
        || ["https://", "http://", "mailto:", "tel:"].iter().any(|it| href.starts_with(it));
    let is_plain = !href.contains(|c: char| c.is_control() || c.is_whitespace());
    (is_safe && is_plain && !label.trim().is_empty()).then_some((label, href, after))
}

fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            c => html.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::html;
    use proptest::prelude::*;

    #[test]
    fn a_notice_becomes_headings_paragraphs_and_lists() {
        let text = "# Éditeur\nAssociation **Exemple**\n1 place de la Mairie\n\n## Hébergeur\n\
                    - [Page](/a)\n- <b>x</b>\n\n1. un\n2. deux";
        let expected = "<h2>Éditeur</h2>\n\
            <p>Association <strong>Exemple</strong><br>\n1 place de la Mairie</p>\n\
            <h2>Hébergeur</h2>\n\
            <ul><li><a href=\"/a\">Page</a></li>\n<li>&lt;b&gt;x&lt;/b&gt;</li>\n</ul>\n\
            <ol><li>un</li>\n<li>deux</li>\n</ol>\n";
        assert_eq!(html(text), expected);
    }

    #[test]
    fn no_address_runs_anything_and_no_level_is_skipped() {
        for text in ["[x](javascript:alert(1))", "[x](//evil.example)", "[x](data:text/html,a)"] {
            assert!(!html(text).contains("<a "), "{text}");
        }
        assert!(html("### Petit").starts_with("<h2>"));
        assert!(html("[x](https://a.example/\"onmouseover=\"x)").contains("&quot;"));
    }

    proptest! {
        #[test]
        fn whatever_is_written_is_sound_and_safe(text in "[ \\n#*\\[\\]()<>a/:\"'&.0-9é-]{0,80}") {
            let shown = html(&text);
            let page = scraper::Html::parse_fragment(&shown);
            for node in page.tree.nodes() {
                if let Some(element) = node.value().as_element() {
                    let known = "html body h2 h3 p br ul ol li strong a";
                    let mut known = known.split(' ');
                    prop_assert!(known.any(|it| it == element.name()), "{}", element.name());
                    prop_assert!(element.attrs().all(|(name, _)| name == "href" || name == "rel"));
                }
            }
        }
    }
}
