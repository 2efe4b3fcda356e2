//! What commands print: words and counts for people, JSON for scripts, bars while one waits.

use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;
use std::io::{self, StdoutLock, Write};
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

/// Longest account of a failure, in characters: a list may have a column name of megabytes.
const FAILURE_MAX_CHARS: usize = 4_000;

/// Says what went wrong.
pub(crate) fn failure(error: &anyhow::Error, json: bool) {
    let told = told(error);
    if json {
        print(&serde_json::json!({ "error": told }).to_string());
    } else {
        eprintln!("Erreur : {told}");
    }
}

/// What went wrong, then why. Causes that the words before already say are not said again.
pub(crate) fn told(error: &anyhow::Error) -> String {
    let mut text = String::new();
    for cause in error.chain().map(ToString::to_string) {
        if text.is_empty() {
            text = cause;
        } else if !text.contains(&cause) {
            text.push_str(" : ");
            text.push_str(&cause);
        }
    }
    match text.char_indices().nth(FAILURE_MAX_CHARS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// Standard output for long answers. A reader that goes away (`maillage export | head`) is no
/// failure: what is left to say is dropped.
pub(crate) struct Out(pub(crate) StdoutLock<'static>);

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.0.write(bytes) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(bytes.len()),
            other => other,
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self.0.flush() {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            other => other,
        }
    }
}

/// A number as French writes it, by groups of three.
pub(crate) fn grouped(number: u64) -> String {
    web::Locale::French.integer(number)
}
