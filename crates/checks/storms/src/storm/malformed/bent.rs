//! How a request is bent: one way for each draw, on any route, for any visitor.

use super::forms::{Form, forms};
use crate::chance::Chance;
use crate::client::Client;
use crate::house::House;
use crate::store;
use anyhow::{Context as _, Result};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use url::form_urlencoded;

/// Words that parsers dislike.
const NASTY: &[&str] = &[
    "",
    " ",
    "\0",
    "a\0b",
    "%00",
    "%",
    "%%",
    "%zz",
    "%ff%fe",
    "..",
    "../../etc/passwd",
    "..%2f..%2f",
    "'",
    "\"><script>alert(1)</script>",
    "{{7*7}}",
    "${x}",
    "$(id)",
    "; DROP TABLE person",
    "-1",
    "0",
    "99999999999999999999",
    "1e308",
    "NaN",
    "-0",
    "\u{feff}",
    "\u{202e}gnirts",
    "e\u{301}\u{301}\u{301}",
    "😀😀😀",
    "ﷺ",
    "\r\nSet-Cookie: a=b",
    "\n",
    "\t",
    "null",
    "true",
    "[]",
    "{}",
    "a[b]=c",
    "=cmd|' /C'!A0",
    "//evil.example",
    "javascript:alert(1)",
    "2026-02-30",
    "24:61",
    "lieu_01J",
    "pers_00000000000000000000000000",
];
const METHODS: &[&str] = &[
    "GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "CONNECT", "get",
    "PROPFIND", "\u{1}", "A", "GET GET", "",
];
/// What would close the whole site to the requests that follow.
const NOT_SENT: [&str; 2] = ["maintenance", "deconnexion"];

/// A request, as bytes.
pub(super) struct Bent {
    pub(super) bytes: Vec<u8>,
    /// Whether the other side has all it needs to answer, and will close after.
    pub(super) is_whole: bool,
}

/// What there is to bend.
pub(super) struct Site {
    /// Addresses of every route, their parameters filled.
    pub(super) paths: Vec<String>,
    /// The forms found on them.
    pub(super) forms: Vec<Form>,
    members: u64,
}

impl Site {
    /// Walks every page as an administrator, a member and a visitor, and keeps their forms.
    pub(super) fn look(house: &House, client: &mut Client, members: u64) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let routes = runtime.block_on(async {
            let towns = town::on_each_engine("storms").await?;
            Ok::<_, anyhow::Error>(towns.into_iter().next().context("a town")?.routes)
        })?;
        let mut paths: Vec<String> = routes.iter().map(|it| it.path.to_owned()).collect();
        paths
            .extend(["/api/v1/places", "/api/v1/nothing", "/s/app.css", "/langue"].map(Into::into));
        let mut found: BTreeMap<String, Form> = BTreeMap::new();
        for path in &paths {
            for cookie in [cookie(0), cookie(members - 1), String::new()] {
                let Ok(page) = client.get(&path.replace(['{', '}'], ""), &cookie) else { continue };
                for form in forms(&page.text()) {
                    found.entry(form.action.clone()).or_insert(form);
                }
            }
        }
        // A route that takes forms is bent even when no page here shows its form.
        for route in routes.iter().filter(|it| it.method == "POST") {
            let form = Form { action: route.path.to_owned(), fields: Vec::new() };
            found.entry(form.action.clone()).or_insert(form);
        }
        found.retain(|action, _| !NOT_SENT.iter().any(|word| action.contains(word)));
        let _ = house;
        Ok(Self { paths, forms: found.into_values().collect(), members })
    }

    /// The request of that chance.
    pub(super) fn request(&self, house: &House, chance: &mut Chance) -> Bent {
        match chance.below(16) {
            0 => raw(chance),
            1..=3 => whole(self.page(chance)),
            4..=8 => whole(self.form(house, chance)),
            9 => whole(self.odd(chance)),
            10 => self.chunked(chance),
            11 => self.lengths(chance),
            12 => self.huge(chance),
            _ => self.flipped(house, chance),
        }
    }

    fn path(&self, chance: &mut Chance) -> String {
        let path = chance.one_of(&self.paths).cloned().unwrap_or_default();
        filled(&path, chance)
    }

    /// A page with an address and headers that nobody types.
    fn page(&self, chance: &mut Chance) -> Vec<u8> {
        let mut path = self.path(chance);
        if chance.is_once_in(2) {
            let names =
                ["q", "ou", "carte", "page", "rayon", "langue", "suite", "apres", "l", "type"];
            let name = chance.one_of(&names).copied().unwrap_or("q");
            let _ = write!(path, "?{name}={}", word(chance));
        }
        if chance.is_once_in(8) {
            path.push_str(&"a/".repeat(chance.below(4_000)));
        }
        let mut bytes = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n").into_bytes();
        bytes.extend(self.headers(chance));
        bytes.extend(b"\r\n");
        bytes
    }

    /// Headers of a visitor, some bent. The connection closes after the answer.
    fn headers(&self, chance: &mut Chance) -> Vec<u8> {
        let mut bytes = b"Connection: close\r\n".to_vec();
        let who = match chance.below(4) {
            0 => String::new(),
            1 => format!("session={}", word(chance).replace(['\r', '\n'], "")),
            2 => cookie(chance.draw() % (self.members / 3)),
            _ => cookie(chance.draw() % self.members),
        };
        bytes.extend(format!("Cookie: {who}; suite=done-x; langue=en\r\n").into_bytes());
        for name in ["Accept-Language", "If-None-Match", "X-Forwarded-For", "User-Agent", "Range"] {
            if chance.is_once_in(4) {
                let value: Vec<u8> =
                    (0..chance.below(60)).map(|_| byte(chance)).filter(|it| *it > 31).collect();
                bytes.extend(format!("{name}: ").into_bytes());
                bytes.extend(value);
                bytes.extend(b"\r\n");
            }
        }
        bytes
    }

    /// A real form with a good ticket, its fields bent.
    fn form(&self, house: &House, chance: &mut Chance) -> Vec<u8> {
        let none = Form { action: "/langue".into(), fields: Vec::new() };
        let form = chance.one_of(&self.forms).unwrap_or(&none).clone();
        let number = chance.draw() % self.members;
        let is_visitor = chance.is_once_in(4);
        let session = if is_visitor { String::new() } else { store::session(number).to_string() };
        let mut body = form_urlencoded::Serializer::new(String::new());
        for (name, value) in &form.fields {
            if name == "csrf" || chance.is_once_in(10) {
                continue;
            }
            let times = if chance.is_once_in(12) { 2 } else { 1 };
            for _ in 0..times {
                let is_bent = chance.is_once_in(2);
                body.append_pair(name, if is_bent { nasty(chance) } else { value });
            }
        }
        if chance.is_once_in(12) {
            body.append_pair(nasty(chance), nasty(chance));
        }
        if chance.is_once_in(20) {
            body.append_pair("nom", &"é".repeat(chance.below(300_000)));
        }
        if !chance.is_once_in(20) {
            body.append_pair("csrf", &house.ticket(&session));
        }
        let (body, action) = (body.finish(), filled(&form.action, chance));
        let cookie = if is_visitor { String::new() } else { cookie(number) };
        format!(
            "POST {action} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: {cookie}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        )
        .into_bytes()
    }

    fn odd(&self, chance: &mut Chance) -> Vec<u8> {
        let method = chance.one_of(METHODS).copied().unwrap_or("GET");
        let version =
            chance.one_of(&["HTTP/1.1", "HTTP/1.0", "HTTP/2.0", "HTTP/9.9", "http/1.1", ""]);
        let (path, version) = (self.path(chance), version.copied().unwrap_or_default());
        let target = match chance.below(4) {
            0 => format!("http://localhost{path}"),
            1 => "*".to_owned(),
            2 => path.trim_start_matches('/').to_owned(),
            _ => path,
        };
        let mut bytes = format!("{method} {target} {version}\r\nHost: {}\r\n", host(chance));
        bytes.push_str("Connection: close\r\nContent-Length: 0\r\n\r\n");
        bytes.into_bytes()
    }

    fn chunked(&self, chance: &mut Chance) -> Bent {
        let path = self.path(chance);
        let size = chance
            .one_of(&["5", "ffffffffffffffff", "-1", "0x5", "g", "", "5;a=b", "5 ", "00000005"])
            .copied()
            .unwrap_or("5");
        let both = if chance.is_once_in(2) { "Content-Length: 4\r\n" } else { "" };
        let coding = chance.one_of(&[
            "chunked",
            "chunked, chunked",
            "xchunked",
            "gzip, chunked",
            "identity",
        ]);
        let coding = coding.copied().unwrap_or("chunked");
        let bytes = format!(
            "POST {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{both}\
             Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: {coding}\r\n\r\n\
             {size}\r\nnom=a\r\n0\r\n\r\nGET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
        );
        Bent { bytes: bytes.into_bytes(), is_whole: false }
    }

    fn lengths(&self, chance: &mut Chance) -> Bent {
        let path = self.path(chance);
        let lengths = ["-1", "5, 6", "99999999999999999999", "+4", "4 ", "0x4", "", "1048577", "4"];
        let first = chance.one_of(&lengths).copied().unwrap_or("4");
        let second = if chance.is_once_in(2) { "Content-Length: 3\r\n" } else { "" };
        let bytes = format!(
            "POST {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {first}\r\n{second}\r\nnom="
        );
        Bent { bytes: bytes.into_bytes(), is_whole: false }
    }

    fn huge(&self, chance: &mut Chance) -> Bent {
        let mut text = format!(
            "GET {} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n",
            self.path(chance)
        );
        if chance.is_once_in(2) {
            let _ = write!(text, "X-Long: {}\r\n", "x".repeat(chance.below(200_000)));
        } else {
            for n in 0..chance.below(600) {
                let _ = write!(text, "X-{n}: y\r\n");
            }
        }
        text.push_str("\r\n");
        Bent { bytes: text.into_bytes(), is_whole: false }
    }

    /// A good request with a few bytes changed, lost or doubled.
    fn flipped(&self, house: &House, chance: &mut Chance) -> Bent {
        let is_form = chance.is_once_in(2);
        let mut bytes = if is_form { self.form(house, chance) } else { self.page(chance) };
        for _ in 0..=chance.below(6) {
            let at = chance.below(bytes.len());
            match chance.below(3) {
                0 => bytes[at] = byte(chance),
                1 => drop(bytes.remove(at)),
                _ => bytes.insert(at, byte(chance)),
            }
        }
        Bent { bytes, is_whole: false }
    }
}

/// The cookie of that member; the first third are administrators.
fn cookie(number: u64) -> String {
    format!("session=session-{number:020}")
}

fn whole(bytes: Vec<u8>) -> Bent {
    Bent { bytes, is_whole: true }
}

fn raw(chance: &mut Chance) -> Bent {
    let bytes = (0..chance.below(2_000)).map(|_| byte(chance)).collect();
    Bent { bytes, is_whole: false }
}

/// An address with its parameters filled, well or badly.
fn filled(path: &str, chance: &mut Chance) -> String {
    let mut pieces = path.split('/').map(|piece| {
        if piece.starts_with('{') { word(chance).replace(' ', "%20") } else { piece.to_owned() }
    });
    let first = pieces.next().unwrap_or_default();
    pieces.fold(first, |all, piece| all + "/" + &piece)
}

/// A nasty word, as it is or encoded for an address.
fn word(chance: &mut Chance) -> String {
    let word = nasty(chance);
    let is_bare = chance.is_once_in(3) && !word.contains([' ', '\r', '\n', '\t', '\0']);
    if is_bare {
        word.to_owned()
    } else {
        form_urlencoded::byte_serialize(word.as_bytes()).collect()
    }
}

fn nasty(chance: &mut Chance) -> &'static str {
    chance.one_of(NASTY).copied().unwrap_or_default()
}

fn host(chance: &mut Chance) -> &'static str {
    let hosts =
        ["localhost", "", "evil.example", "a:b:c", "[::1", "xn--", "localhost:99999", "a b"];
    chance.one_of(&hosts).copied().unwrap_or("localhost")
}

fn byte(chance: &mut Chance) -> u8 {
    chance.draw().to_le_bytes()[0]
}
