//! Names of entries, made safe for whoever unpacks the archive.

use super::ENTRIES_MAX;
use std::collections::HashSet;
use std::io;

const PARTS_MAX: usize = 8;
const PART_CHARS_MAX: usize = 80;

/// Names that one system keeps for its devices.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// The names given so far, in small letters: some systems do not tell `A` from `a`.
#[derive(Default)]
pub(super) struct Names {
    taken: HashSet<String>,
}

impl Names {
    /// A name that is safe and that no entry has.
    pub(super) fn take(&mut self, asked: &str) -> io::Result<String> {
        if self.taken.len() >= ENTRIES_MAX {
            return Err(io::Error::other(format!("an archive has at most {ENTRIES_MAX} entries")));
        }
        let name = safe(asked);
        let mut free = name.clone();
        let mut number = 2;
        while !self.taken.insert(free.to_lowercase()) {
            free = numbered(&name, number);
            number += 1;
        }
        Ok(free)
    }
}

/// The name without anything that leads elsewhere or that a file system refuses.
fn safe(asked: &str) -> String {
    let parts: Vec<String> =
        asked.split(['/', '\\']).filter_map(safe_part).take(PARTS_MAX).collect();
    if parts.is_empty() { "fichier".to_owned() } else { parts.join("/") }
}

fn safe_part(part: &str) -> Option<String> {
    let kept: String = part
        .chars()
        .filter(|it| !it.is_control() && !turns_text(*it))
        .map(|it| if matches!(it, '<' | '>' | ':' | '"' | '|' | '?' | '*') { '_' } else { it })
        .take(PART_CHARS_MAX)
        .collect();
    let kept = kept.trim_start().trim_end_matches(['.', ' ']);
    if kept.chars().all(|it| it == '.') {
        return None;
    }
    let stem = kept.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let is_port = stem.len() == 4
        && (stem.starts_with("com") || stem.starts_with("lpt"))
        && stem.ends_with(|it: char| it.is_ascii_digit());
    let is_device = is_port || DEVICES.contains(&stem.as_str());
    Some(if is_device { format!("_{kept}") } else { kept.to_owned() })
}

/// Marks that change the direction of text and make `gpj.exe` look like a picture.
fn turns_text(letter: char) -> bool {
    matches!(letter, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// `photo.jpg` becomes `photo (2).jpg`.
fn numbered(name: &str, number: u32) -> String {
    let from = name.rfind('/').map_or(0, |it| it + 1);
    match name[from..].rfind('.').filter(|it| *it > 0) {
        Some(dot) => {
            let (stem, ending) = name.split_at(from + dot);
            format!("{stem} ({number}){ending}")
        }
        None => format!("{name} ({number})"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_leads_out_of_the_folder() {
        for (asked, given) in [
            ("photos/été.jpg", "photos/été.jpg"),
            ("../../etc/passwd", "etc/passwd"),
            ("/etc/passwd", "etc/passwd"),
            ("C:\\Windows\\x.dll", "C_/Windows/x.dll"),
            ("a/./../b", "a/b"),
            ("con.txt", "_con.txt"),
            ("LPT1", "_LPT1"),
            ("fin. . .", "fin"),
            ("photo\u{202E}gpj.exe", "photogpj.exe"),
            ("a\0b\nc", "abc"),
            ("qui ?", "qui _"),
            ("...", "fichier"),
            ("", "fichier"),
        ] {
            assert_eq!(safe(asked), given, "{asked:?}");
        }
        assert!(safe(&"x/".repeat(100)).len() < 20);
        assert_eq!(safe(&"é".repeat(500)).chars().count(), PART_CHARS_MAX);
    }

    #[test]
    fn two_entries_never_have_the_same_name() {
        let mut names = Names::default();
        let given: Vec<String> =
            ["a/p.jpg", "A/P.JPG", "a\\p.jpg", ".b", ".b"].map(|it| names.take(it).unwrap()).into();
        assert_eq!(given, ["a/p.jpg", "A/P (2).JPG", "a/p (3).jpg", ".b", ".b (2)"]);
    }
}
