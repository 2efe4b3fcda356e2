//! Files that are sent to be kept, not to be shown: nothing in them runs in the name of the site.
//!
//! Whoever wrote a file, the browser is told to save it, not to guess what it is, and, if it shows
//! it all the same, to do so in a box without rights and without network.

use crate::file_name::label;
use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::Response;
use std::fmt::Write as _;

const BOX: &str = "sandbox; default-src 'none'; frame-ancestors 'none'";
const NAME_WITHOUT: &str = "fichier";

/// A file to be saved under that name. `media_type` is ours, never the sender's word. Kept by
/// nobody on the way: what a person downloads of their own is for them alone.
///
/// `body` is bytes or text, or a stream as `axum::body::Body::from_stream` takes it.
pub fn download(name: &str, media_type: &'static str, body: impl Into<Body>) -> Response {
    sent(name, media_type, body.into(), "private, no-store")
}

/// A file whose address is drawn from what it holds, such as a picture of a place: the same for
/// everyone and for ever. A page shows it with `img`; opened alone, it is saved.
pub fn download_for_ever(name: &str, media_type: &'static str, body: impl Into<Body>) -> Response {
    sent(name, media_type, body.into(), "public, max-age=31536000, immutable")
}

fn sent(name: &str, media_type: &'static str, body: Body, kept: &'static str) -> Response {
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers.insert(name, HeaderValue::from_static(value));
    };
    set(header::CONTENT_TYPE, media_type);
    set(header::CONTENT_SECURITY_POLICY, BOX);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::CACHE_CONTROL, kept);
    set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    let disposition = HeaderValue::from_str(&attachment(name));
    let disposition = disposition.unwrap_or_else(|_| HeaderValue::from_static("attachment"));
    headers.insert(header::CONTENT_DISPOSITION, disposition);
    response
}

/// What RFC 6266 says of a name: once in plain letters for old programs, once in full.
fn attachment(name: &str) -> String {
    let name = label(name);
    let name = if name.is_empty() { NAME_WITHOUT } else { &name };
    let plain: String = name.chars().map(plain).collect();
    if plain == name {
        return format!("attachment; filename=\"{plain}\"");
    }
    let mut full = String::with_capacity(name.len() * 3);
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&byte) {
            full.push(char::from(byte));
        } else {
            let _ = write!(full, "%{byte:02X}");
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{full}")
}

/// The letter without its accent; what has no plain letter becomes `_`.
fn plain(letter: char) -> char {
    match letter {
        'à' | 'â' | 'ä' | 'á' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' | 'í' => 'i',
        'ô' | 'ö' | 'ó' => 'o',
        'ù' | 'û' | 'ü' | 'ú' => 'u',
        'À' | 'Â' | 'Ä' => 'A',
        'Ç' => 'C',
        'É' | 'È' | 'Ê' | 'Ë' => 'E',
        'Î' | 'Ï' => 'I',
        'Ô' | 'Ö' => 'O',
        'Ù' | 'Û' | 'Ü' => 'U',
        '’' => '-',
        // Some programs read `%41` as a letter, and a quotation mark ends the name.
        '"' | '%' => '_',
        ' '..='~' => letter,
        _ => '_',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_said_in_plain_letters_and_in_full() {
        for (name, said) in [
            ("export.zip", "attachment; filename=\"export.zip\""),
            (
                "L’été à Rennes.zip",
                "attachment; filename=\"L-ete a Rennes.zip\"; \
                 filename*=UTF-8''L%E2%80%99%C3%A9t%C3%A9%20%C3%A0%20Rennes.zip",
            ),
            (
                "a\"; filename=evil.exe",
                "attachment; filename=\"a_; filename=evil.exe\"; \
                 filename*=UTF-8''a%22%3B%20filename%3Devil.exe",
            ),
            ("../../x\r\nSet-Cookie: a=b", "attachment; filename=\"xSet-Cookie: a=b\""),
            (
                "名前.csv",
                "attachment; filename=\"__.csv\"; filename*=UTF-8''%E5%90%8D%E5%89%8D.csv",
            ),
            ("", "attachment; filename=\"fichier\""),
        ] {
            assert_eq!(attachment(name), said);
        }
    }

    #[test]
    fn what_is_sent_runs_nowhere() {
        let response = download("page.html", "text/html; charset=utf-8", "<script>");
        let header = |name: &str| response.headers()[name].to_str().unwrap().to_owned();
        assert!(header("content-disposition").starts_with("attachment"));
        assert!(header("content-security-policy").starts_with("sandbox"));
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert_eq!(header("cache-control"), "private, no-store");
        assert_eq!(header("cross-origin-resource-policy"), "same-origin");
        let kept = download_for_ever("p.jpg", "image/jpeg", vec![1_u8]);
        assert!(kept.headers()["cache-control"].to_str().unwrap().contains("immutable"));
    }
}
