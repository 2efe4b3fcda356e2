//! Routes that can be counted: a router that remembers what was put in it.
//!
//! A table of every address and verb, made of the routes themselves, is what the tests walk: a
//! new route cannot escape the test of who may do what.

use axum::Router;
use axum::handler::Handler;
use axum::routing::{get, post};

/// A router and the list of what it answers to.
pub struct Routes<S> {
    router: Router<S>,
    lines: Vec<RouteLine>,
}

/// One address and one verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RouteLine {
    /// The address, with its `{parameters}`.
    pub path: &'static str,
    /// `GET` or `POST`.
    pub method: &'static str,
}

impl<S: Clone + Send + Sync + 'static> Default for Routes<S> {
    fn default() -> Self {
        Self::new()
    }
}

impl<S: Clone + Send + Sync + 'static> Routes<S> {
    /// No route yet.
    pub fn new() -> Self {
        Self { router: Router::new(), lines: Vec::new() }
    }

    /// A page.
    #[must_use]
    pub fn get<T: 'static>(mut self, path: &'static str, page: impl Handler<T, S>) -> Self {
        self.lines.push(RouteLine { path, method: "GET" });
        Self { router: self.router.route(path, get(page)), lines: self.lines }
    }

    /// An act.
    #[must_use]
    pub fn post<T: 'static>(mut self, path: &'static str, act: impl Handler<T, S>) -> Self {
        self.lines.push(RouteLine { path, method: "POST" });
        Self { router: self.router.route(path, post(act)), lines: self.lines }
    }

    /// Gives the handlers what they reach. Routes of another state can then be added.
    #[must_use]
    pub fn with_state<T>(self, state: S) -> Routes<T> {
        Routes { router: self.router.with_state(state), lines: self.lines }
    }

    /// Adds the routes of another crate.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.lines.extend(other.lines);
        Self { router: self.router.merge(other.router), lines: self.lines }
    }

    /// The router, and every line of it, sorted.
    pub fn split(mut self) -> (Router<S>, Vec<RouteLine>) {
        self.lines.sort();
        (self.router, self.lines)
    }
}
