//! The safety headers of every answer, whoever made it.

use crate::{App, SignedIn};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

/// Nothing inline, nothing from elsewhere, nobody's frame.
const POLICY: &str = "default-src 'self'; img-src 'self' data:; object-src 'none'; \
                      base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
/// What the site uses of the browser: where the visitor is, when asked. The rest is refused to
/// whatever might run here one day.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), \
     display-capture=(), encrypted-media=(), fullscreen=(self), geolocation=(self), gyroscope=(), \
     hid=(), magnetometer=(), microphone=(), midi=(), payment=(), \
     publickey-credentials-create=(self), publickey-credentials-get=(self), serial=(), \
     usb=(), xr-spatial-tracking=()";

/// Puts on every answer the headers it lacks.
pub(super) async fn headers(State(app): State<App>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let is_open_data = path.starts_with("/api/") || path.starts_with("/lieux.");
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    };
    set(header::CONTENT_SECURITY_POLICY, POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "strict-origin-when-cross-origin");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    // Open data is for any site's pages; the rest is for ours.
    let shared_with = if is_open_data { "cross-origin" } else { "same-origin" };
    set(HeaderName::from_static("cross-origin-resource-policy"), shared_with);
    set(HeaderName::from_static("permissions-policy"), PERMISSIONS);
    set(HeaderName::from_static("x-frame-options"), "DENY");
    if is_open_data {
        // It never depends on who asks.
        set(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }
    if app.site().is_https() {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
        keep_cookies_home(headers);
    }
    response
}

/// Cookies of a house under https go over https only and are of this host alone, whoever set them.
fn keep_cookies_home(headers: &mut HeaderMap) {
    let header::Entry::Occupied(cookies) = headers.entry(header::SET_COOKIE) else { return };
    let (_, cookies) = cookies.remove_entry_mult();
    let kept: Vec<HeaderValue> = cookies.filter_map(|cookie| at_home(&cookie)).collect();
    for cookie in kept {
        headers.append(header::SET_COOKIE, cookie);
    }
}

fn at_home(cookie: &HeaderValue) -> Option<HeaderValue> {
    let text = cookie.to_str().ok()?;
    let prefix = if text.starts_with(crate::HOST_COOKIE) { "" } else { crate::HOST_COOKIE };
    let is_secure = text.split(';').any(|it| it.trim().eq_ignore_ascii_case("secure"));
    let secure = if is_secure { "" } else { "; Secure" };
    HeaderValue::from_str(&format!("{prefix}{text}{secure}")).ok()
}

/// What is made for someone in particular is kept by no cache, nor by the browser's.
pub(super) async fn private(request: Request, next: Next) -> Response {
    let is_for_someone = request.extensions().get::<SignedIn>().is_some();
    let mut response = next.run(request).await;
    if is_for_someone && !is_for_ever(&response) {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

/// Files of ours under a name that changes with them: the same for everybody.
fn is_for_ever(response: &Response) -> bool {
    let kept = response.headers().get(header::CACHE_CONTROL);
    kept.is_some_and(|it| it.as_bytes().ends_with(b"immutable"))
}
