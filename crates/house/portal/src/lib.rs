//! Pages made of several slices: search, the place's page, territories, errors.

pub mod views;

use web::{Locale, Texts};

/// What the pages of the portal say, for [`web::Catalogues`].
pub const TEXTS: &Texts = &[
    (Locale::French, include_str!("../words/fr.ftl")),
    (Locale::EasyFrench, include_str!("../words/fr-falc.ftl")),
    (Locale::English, include_str!("../words/en.ftl")),
];
