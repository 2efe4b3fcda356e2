//! Stories told over HTTP, on each engine.

mod api;
mod lists;
mod pages;
mod safety;
