//! Every reader of foreign bytes, as a function of bytes: what the targets of `fuzz/` call, and
//! what reads their corpus again.
//!
//! A reader may refuse; it may neither panic nor go on for ever. Some say more: what they accepted
//! keeps a promise (an address of mail holds no end of line), which is checked here too.

#![expect(clippy::missing_panics_doc, reason = "a reader panics when a promise is broken")]

use base::Timestamp;
use directory::search::Ask;
use intake::{Mapping, normalise};
use std::io::Cursor;
use work::mail::{Address, bounce};

/// A reader.
#[derive(Clone, Copy)]
pub struct Reader {
    /// Its name: that of its fuzzing target and of the folder of its corpus.
    pub name: &'static str,
    /// Reads the bytes; panics when a promise is broken.
    pub read: fn(&[u8]),
}

/// All of them.
pub const READERS: &[Reader] = &[
    Reader { name: "csv", read: csv },
    Reader { name: "json", read: json },
    Reader { name: "hours", read: hours },
    Reader { name: "mapping", read: mapping },
    Reader { name: "query", read: query },
    Reader { name: "cookie", read: cookie },
    Reader { name: "ticket", read: ticket },
    Reader { name: "picture", read: picture },
    Reader { name: "bounce", read: returned },
    Reader { name: "address", read: address },
];

/// Rows looked at in one list: enough to meet every state of its reader.
const ROWS_MAX: usize = 2_000;

/// A list of separated values, to the standard.
pub fn csv(bytes: &[u8]) {
    list(bytes, "csv");
}

/// A list in JSON, to the standard.
pub fn json(bytes: &[u8]) {
    list(bytes, "json");
}

fn list(bytes: &[u8], format: &str) {
    let mapping = format!(
        "[source]\nkey = \"odd\"\nname = \"Odd\"\n[read]\nformat = \"{format}\"\n[identity]\n\
         columns = [\"id\"]\n[fields.nom]\ncolumns = [\"nom\"]\n[fields.horaires]\n\
         columns = [\"horaires\"]\n[fields.telephone]\ncolumns = [\"telephone\"]\n\
         [fields.site_web]\ncolumns = [\"site\"]\n"
    );
    let Ok(mapping) = Mapping::from_toml(&mapping) else { return };
    let mut bytes = Cursor::new(bytes);
    let Ok(rows) = intake::read(&mut bytes, &mapping) else { return };
    let communes = intake::Communes::default();
    for row in rows.take(ROWS_MAX).flatten() {
        let _ = normalise(&row, &mapping, &communes);
    }
}

/// Opening hours as people write them, then as the site reads them.
pub fn hours(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let _ = normalise::hours::from_text(&text);
    if let Some(hours) = directory::hours::Hours::parse(&text) {
        let now: Timestamp = Timestamp::UNIX_EPOCH;
        let there = base::time::in_paris(now).datetime();
        let _ = (hours.at(there), hours.week(there.date()), hours.week_mask(there.date()));
    }
}

/// A mapping.
pub fn mapping(bytes: &[u8]) {
    let _ = Mapping::from_toml(&String::from_utf8_lossy(bytes));
}

/// What is asked in an address; what was understood is written in letters that need no care.
pub fn query(bytes: &[u8]) {
    let pairs: Vec<(String, String)> = url::form_urlencoded::parse(bytes).into_owned().collect();
    let (ask, _) = Ask::read(&pairs);
    let address = ask.to_address();
    let is_question = address.is_empty() || address.starts_with('?');
    assert!(is_question && address.bytes().all(|it| it.is_ascii_graphic()), "{address}");
}

/// Cookies.
pub fn cookie(bytes: &[u8]) {
    let mut headers = http::HeaderMap::new();
    for line in bytes.split(|it| *it == b'\n').take(20) {
        if let Ok(value) = http::HeaderValue::from_bytes(line) {
            headers.append(http::header::COOKIE, value);
        }
    }
    for name in ["session", "langue", "suite", "__Host-session"] {
        assert!(web::cookie(&headers, name).is_none_or(|it| !it.contains(';')));
    }
}

/// A ticket: none that was not made here is good.
pub fn ticket(bytes: &[u8]) {
    let keys = web::Keys::new([7; 32]);
    let text = String::from_utf8_lossy(bytes);
    assert!(web::Ticket::read(&keys, Timestamp::UNIX_EPOCH, "", &text).is_err());
}

/// A picture.
pub fn picture(bytes: &[u8]) {
    let _ = picture::prepare(bytes);
}

/// A letter that came back.
pub fn returned(bytes: &[u8]) {
    let _ = bounce::read(bytes);
}

/// An address of mail: none that is accepted could forge a header.
pub fn address(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(address) = Address::read(&text) {
        assert!(!address.as_str().contains(['\r', '\n', '\0', ' ', ',']), "{text:?}");
    }
}
