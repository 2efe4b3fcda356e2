//! What every page and every API answer share.
//!
//! * [`App`], [`Visitor`], [`Error`]: what handlers reach, who asks, why not;
//! * [`Form`], [`Ticket`], [`done`]: what was typed, once and from here, and the word that follows;
//! * [`Upload`], [`download`]: files that people send, files that are sent to them;
//! * [`Routes`]: every address, in a list that tests walk;
//! * [`armoured`], [`shielded`]: limits, safety headers, pages for troubles, around every answer;
//! * [`Words`]: what the site says, in French, in easy French and in English;
//! * [`Shell`]: the layout around every page, extended by the templates of other crates;
//! * [`asset`]: the style sheet, the scripts, the pictures and the fonts;
//! * [`Icon`], [`Link`], [`Pages`], [`ErrorView`]: components that several crates show.

// Templates say `web::`, whether they are compiled here or in a crate that extends them.
extern crate self as web;

mod app;
mod armour;
mod assets;
mod bundle;
mod components;
mod download;
mod error;
mod error_view;
mod field;
mod file_name;
mod flash;
mod form;
mod keys;
mod limits;
mod overload;
mod problem;
mod routes;
mod shell;
mod shield;
mod signed_in;
mod site;
mod ticket;
mod upload;
mod visitor;
mod watching;
mod words;

pub use app::{App, Clock};
pub use armour::{armoured, shielded};
pub use assets::{asset, asset_bytes, assets_ending, router as assets_router};
pub use components::{Icon, Link, PageLink, Pages, icon};
pub use download::{download, download_for_ever};
pub use error::{Error, Note, Result, noted};
pub use error_view::{ErrorView, Trouble};
pub use field::{Answer, Field, FieldKind, errors_title, wrong_fields};
pub use flash::{done, lead_to};
pub use form::Form;
pub use keys::{Keys, nonce, random_bytes};
pub use limits::{Class, LimitSettings, Network, Proxies};
pub use problem::Problem;
pub use routes::{RouteLine, Routes};
pub use shell::{NavItem, Section, Shell};
pub use shield::{Gauge, Gauges, Shield, WatchSettings, Watched};
pub use signed_in::SignedIn;
pub use site::{Closed, Conformity, Declaration, Retention, Served, Site, SiteHandle, Theme};
pub use ticket::{BadTicket, Ticket};
pub use upload::{FileField, Sent, Upload, UploadForm, UploadRefusal};
pub(crate) use visitor::HOST_COOKIE;
pub use visitor::{LANGUAGE_COOKIE, Visitor, cookie};
pub use watching::keep_figures_small;
pub use words::{Catalogues, Locale, TEXTS, Texts, Words, capitalised};
