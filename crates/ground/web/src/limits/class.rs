//! Classes of requests: what they cost, and what could be done by repeating them.

use axum::http::Method;

/// A class of requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// Health, metrics, styles and pictures of ours: never counted.
    Exempt,
    /// A page.
    Read,
    /// A search, an export, a call to the API, a map.
    Search,
    /// A form.
    Write,
    /// An attempt at signing in, or at proving who one is.
    SignIn,
}

impl Class {
    /// The class of a request.
    pub fn of(method: &Method, path: &str) -> Self {
        if is_watch(path) || path.starts_with("/s/") {
            return Self::Exempt;
        }
        let is_reading = [Method::GET, Method::HEAD, Method::OPTIONS].contains(method);
        if !is_reading {
            let is_proof = ["/connexion", "/compte/preuve", "/confirmer/", "/invitation/"]
                .iter()
                .any(|start| path.starts_with(start));
            return if is_proof { Self::SignIn } else { Self::Write };
        }
        let is_search = path == "/"
            || ["/api/", "/lieux.", "/carte", "/communes.json"]
                .iter()
                .any(|it| path.starts_with(it));
        if is_search { Self::Search } else { Self::Read }
    }

    /// Its name, for headers and metrics.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exempt => "exempt",
            Self::Read => "read",
            Self::Search => "search",
            Self::Write => "write",
            Self::SignIn => "sign_in",
        }
    }
}

/// Whether it is what monitors ask: answered whatever happens.
pub(crate) fn is_watch(path: &str) -> bool {
    matches!(path, "/sante" | "/sante/pret" | "/metrics")
}
