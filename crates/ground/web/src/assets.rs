//! The style sheet, the scripts, the pictures and the fonts: embedded in the program, served with
//! a fingerprint in the address so that a browser may keep them for ever.
//!
//! In development, `MAILLAGE_WEB_DIR=web` serves the files of that folder as they are now.

use crate::bundle;
use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::sync::OnceLock;

/// A file embedded when the program was built.
struct Asset {
    name: &'static str,
    address: &'static str,
    content_type: &'static str,
    plain: &'static [u8],
    brotli: Option<&'static [u8]>,
    gzip: Option<&'static [u8]>,
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The address of a file by its name: `asset("app.css")` is `/s/app.3f2a1b0c.css`.
///
/// A name that is not there gives an address that answers 404.
pub fn asset(name: &str) -> &'static str {
    EMBEDDED.iter().find(|asset| asset.name == name).map_or("/s/missing", |asset| asset.address)
}

/// The names of the embedded files that end so, as `.woff2`.
pub fn assets_ending(suffix: &str) -> impl Iterator<Item = &'static str> {
    EMBEDDED.iter().map(|asset| asset.name).filter(move |name| name.ends_with(suffix))
}

/// The bytes of an embedded file, not compressed.
pub fn asset_bytes(name: &str) -> Option<&'static [u8]> {
    EMBEDDED.iter().find(|asset| asset.name == name).map(|asset| asset.plain)
}

/// Serves `/s/*`.
pub fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/s/{file}", get(serve))
}

async fn serve(Path(file): Path<String>, headers: HeaderMap) -> Response {
    let wanted = |asset: &&Asset| asset.address.strip_prefix("/s/") == Some(&file);
    let Some(asset) = EMBEDDED.iter().find(wanted) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    from_disk(asset).unwrap_or_else(|| embedded(asset, &headers))
}

fn embedded(asset: &Asset, headers: &HeaderMap) -> Response {
    let asked = |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let accepted = asked(header::ACCEPT_ENCODING);
    let (body, encoding) = match (asset.brotli, asset.gzip) {
        (Some(brotli), _) if accepts(accepted, "br") => (brotli, Some("br")),
        (_, Some(gzip)) if accepts(accepted, "gzip") => (gzip, Some("gzip")),
        _ => (asset.plain, None),
    };
    // The address carries the fingerprint, so it names the content; the encoding makes the rest.
    let tag = format!("\"{}{}\"", &asset.address[3..], encoding.unwrap_or_default());
    let known = asked(header::IF_NONE_MATCH).split(',').any(|known| known.trim() == tag);
    let mut answer =
        if known { StatusCode::NOT_MODIFIED.into_response() } else { body.into_response() };
    let answered = answer.headers_mut();
    answered.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.content_type));
    answered.insert(header::CACHE_CONTROL, FOR_EVER);
    answered.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        answered.insert(header::ETAG, tag);
    }
    if let Some(encoding) = encoding {
        answered.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    answer
}

const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// Whether `Accept-Encoding` names the encoding and does not refuse it with `q=0`.
fn accepts(accepted: &str, encoding: &str) -> bool {
    accepted.split(',').any(|part| {
        let (name, weight) = part.split_once(';').unwrap_or((part, "q=1"));
        let refused = weight.trim().strip_prefix("q=").is_some_and(|q| q.parse() == Ok(0.0));
        name.trim().eq_ignore_ascii_case(encoding) && !refused
    })
}

/// The file as it is now in the folder being worked on, if there is one.
fn from_disk(asset: &Asset) -> Option<Response> {
    static FOLDER: OnceLock<Option<std::path::PathBuf>> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| std::env::var_os("MAILLAGE_WEB_DIR").map(Into::into));
    let files = bundle::gather(folder.as_deref()?)
        .inspect_err(|error| tracing::warn!(%error, "MAILLAGE_WEB_DIR cannot be read"))
        .ok()?;
    let file = files.into_iter().find(|file| file.name == asset.name)?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(file.content_type())),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
    ];
    Some((headers, file.content).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;
    use axum::http::Request;
    use tower::ServiceExt;

    async fn get(address: &str, headers: &[(&str, &str)]) -> Response {
        let mut request = Request::get(address);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        router().oneshot(request.body(Body::empty()).unwrap()).await.unwrap()
    }

    #[tokio::test]
    async fn a_file_is_kept_for_ever_and_comes_compressed_if_the_browser_can() {
        let answer = get(asset("app.css"), &[("accept-encoding", "gzip, br;q=0.9")]).await;
        assert_eq!(answer.headers()["content-encoding"], "br");
        assert_eq!(answer.headers()["cache-control"], FOR_EVER);
        assert_eq!(answer.headers()["content-type"], "text/css; charset=utf-8");
        let tag = answer.headers()["etag"].to_str().unwrap().to_owned();
        let again =
            get(asset("app.css"), &[("accept-encoding", "br"), ("if-none-match", &tag)]).await;
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
        let plain = get(asset("app.css"), &[("accept-encoding", "br;q=0, gzip;q=0")]).await;
        assert!(!plain.headers().contains_key("content-encoding"));
    }

    #[tokio::test]
    async fn an_old_or_invented_address_is_not_found() {
        assert_eq!(get("/s/app.00000000.css", &[]).await.status(), StatusCode::NOT_FOUND);
        assert_eq!(get(asset("nothing.css"), &[]).await.status(), StatusCode::NOT_FOUND);
        assert_eq!(get("/s/..%2f..%2fCargo.toml", &[]).await.status(), StatusCode::NOT_FOUND);
    }

    #[test]
    fn styles_and_scripts_keep_within_their_budget() {
        let weight = |suffix: &str| -> usize {
            let chosen = EMBEDDED.iter().filter(|asset| asset.name.ends_with(suffix));
            chosen.filter_map(|asset| asset.brotli.map(<[u8]>::len)).sum()
        };
        let (styles, scripts) = (weight(".css"), weight(".js"));
        assert!(styles <= 12 * 1024, "{styles} bytes of styles");
        assert!(scripts <= 10 * 1024, "{scripts} bytes of scripts");
    }
}
