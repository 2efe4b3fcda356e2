//! Small pieces that many pages show: icons, links, pages of a list.

use crate::{Words, asset};
use askama::filters::HtmlSafe;
use std::fmt;

/// A drawing of `icons.svg`, beside words that say the same thing: screen readers skip it.
#[derive(Clone, Copy, Debug)]
pub struct Icon<'a>(pub &'a str);

impl fmt::Display for Icon<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known = self.0.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-');
        let name = if known { self.0 } else { "info" };
        let sheet = asset("icons.svg");
        write!(f, r#"<svg class="icon" aria-hidden="true"><use href="{sheet}#{name}"/></svg>"#)
    }
}

impl HtmlSafe for Icon<'_> {}

/// The icon of that name, for templates.
pub fn icon(name: &str) -> Icon<'_> {
    Icon(name)
}

/// A link and its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// The words.
    pub label: String,
    /// The address.
    pub href: String,
    /// Whether it leads to what is shown.
    pub current: bool,
}

impl Link {
    /// A link to somewhere else.
    pub fn new(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { label: label.into(), href: href.into(), current: false }
    }

    /// The same link, marked as leading to what is shown.
    #[must_use]
    pub fn marked(self, current: bool) -> Self {
        Self { current, ..self }
    }
}

/// The pages of a list, to go from one to another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pages {
    /// The address of the page before.
    pub previous: Option<String>,
    /// The first page, the last, and those around the one shown.
    pub links: Vec<PageLink>,
    /// The address of the page after.
    pub next: Option<String>,
}

/// One page of a list, or a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageLink {
    /// A page: its number as shown, its address, whether it is the one shown.
    Page(Link),
    /// Pages left out.
    Gap,
}

/// On each side of the page shown.
const NEIGHBOURS: u64 = 1;

impl Pages {
    /// The pages of a list of `last` pages, page `shown` (from 1) being the one shown;
    /// `href` gives the address of a page. Empty when there is but one page.
    pub fn new(words: &Words, shown: u64, last: u64, href: impl Fn(u64) -> String) -> Self {
        if last <= 1 {
            return Self::default();
        }
        let shown = shown.clamp(1, last);
        let mut links = Vec::new();
        let mut before = 0;
        let around = shown.saturating_sub(NEIGHBOURS)..=shown.saturating_add(NEIGHBOURS);
        let mut numbers = vec![1, last];
        numbers.extend(around.filter(|number| (1..=last).contains(number)));
        numbers.sort_unstable();
        numbers.dedup();
        for number in numbers {
            if number > before + 1 {
                links.push(PageLink::Gap);
            }
            let label = words.locale().integer(number);
            links.push(PageLink::Page(Link::new(label, href(number)).marked(number == shown)));
            before = number;
        }
        let previous = (shown > 1).then(|| href(shown - 1));
        Self { previous, links, next: (shown < last).then(|| href(shown + 1)) }
    }

    /// Whether there is nowhere else to go.
    pub fn is_empty(&self) -> bool {
        self.links.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Catalogues, Locale};

    fn shown(page: u64, last: u64) -> String {
        let words = Catalogues::new(&[]).unwrap().words(Locale::French);
        let pages = Pages::new(&words, page, last, |number| format!("?page={number}"));
        let one = |link: &PageLink| match link {
            PageLink::Page(link) if link.current => format!("[{}]", link.label),
            PageLink::Page(link) => link.label.clone(),
            PageLink::Gap => "…".into(),
        };
        pages.links.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn pages_far_from_the_one_shown_are_left_out() {
        assert_eq!(shown(1, 1), "");
        assert_eq!(shown(1, 3), "[1] 2 3");
        assert_eq!(shown(10, 80), "1 … 9 [10] 11 … 80");
        assert_eq!(shown(999, 4), "1 … 3 [4]");
    }

    #[test]
    fn a_name_that_is_not_an_icon_cannot_break_out_of_the_drawing() {
        assert!(!icon("\"><script>").to_string().contains("script"));
    }
}
