//! What commands print: words and counts for people, JSON for scripts, bars while one waits.

use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;
use std::io::Write as _;
use std::time::Duration;

/// How to speak.
#[derive(Clone, Copy)]
pub(crate) struct Voice {
    /// Nothing but errors.
    pub(crate) quiet: bool,
    /// JSON.
    pub(crate) json: bool,
}

impl Voice {
    /// A line for a person.
    pub(crate) fn line(self, text: &str) {
        if !self.quiet && !self.json {
            print(text);
        }
    }

    /// Counts under a title, aligned.
    pub(crate) fn counts(self, title: &str, counts: &[(&str, u64)]) {
        self.line(title);
        let width = counts.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
        for (name, count) in counts {
            self.line(&format!("  {name:<width$}  {:>9}", grouped(*count)));
        }
    }

    /// The result for a script: one line of JSON.
    pub(crate) fn result(self, value: &impl Serialize) {
        if self.json {
            print(&serde_json::to_string(value).unwrap_or_default());
        }
    }

    /// Something to look at while one waits; `total` in steps, or 0 when nobody knows.
    pub(crate) fn bar(self, total: u64, words: &'static str) -> ProgressBar {
        if self.quiet || self.json {
            return ProgressBar::hidden();
        }
        let (bar, shape) = if total == 0 {
            (ProgressBar::new_spinner(), "{spinner} {msg} {pos}")
        } else {
            (ProgressBar::new(total), "{bar:30} {percent:>3} %  {msg}")
        };
        let style = ProgressStyle::with_template(shape);
        let bar = bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.set_message(words);
        bar.enable_steady_tick(Duration::from_millis(120));
        bar
    }
}

/// Prints a line; a closed pipe is not a failure.
pub(crate) fn print(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// Says what went wrong.
pub(crate) fn failure(error: &anyhow::Error, json: bool) {
    if json {
        print(&serde_json::json!({ "error": format!("{error:#}") }).to_string());
    } else {
        eprintln!("Erreur : {error:#}");
    }
}

/// A number as French writes it, by groups of three.
pub(crate) fn grouped(number: u64) -> String {
    web::Locale::French.integer(number)
}
