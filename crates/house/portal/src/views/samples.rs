//! Believable pages, with names that try to break out of the markup: tests render them in every
//! language, and `cargo run -p portal --example render` writes them to look at.

mod cards;
mod keeping;
mod map;
mod others;
mod places;
mod searches;

use crate::views::{PreviewView, SearchView};
use askama::Template;
use std::sync::Arc;
use web::{Catalogues, ErrorView, Locale, Section, Shell, Site, Trouble, Words};

/// A page rendered from a sample.
pub struct Sample {
    /// Its name, fit for a file: `search-rennes`.
    pub name: String,
    /// Its HTML.
    pub html: String,
    /// Whether it is a piece of a page rather than a page.
    pub fragment: bool,
}

/// A name as a joker would type it.
pub const HOSTILE_NAME: &str = "L’Atelier <b>\"numérique\"</b> & 'Cie' <script>alert(1)</script>";

/// Every sample of every view in that language.
pub fn all(locale: Locale) -> anyhow::Result<Vec<Sample>> {
    let words = Catalogues::new(&[web::TEXTS, moderation::TEXTS, crate::TEXTS])?.words(locale);
    let mut samples = Vec::new();
    let mut add = |name: String, page: &dyn DynRender| -> anyhow::Result<()> {
        samples.push(Sample { name, html: page.html()?, fragment: false });
        Ok(())
    };
    for (name, view) in searches::all(&words) {
        add(format!("search-{name}"), &view)?;
    }
    for (name, view) in places::all(&words) {
        add(format!("place-{name}"), &view)?;
    }
    for (name, view) in keeping::all(&words) {
        add(format!("keeping-{name}"), &view)?;
    }
    for (name, view) in others::territories(&words) {
        add(format!("territory-{name}"), &view)?;
    }
    add("territories".into(), &others::all_territories(&words))?;
    add("site-map".into(), &others::site_map(&words))?;
    add("open-data".into(), &others::open_data(&words))?;
    add("legal".into(), &others::legal(&words))?;
    add("privacy".into(), &others::privacy(&words))?;
    add("accessibility".into(), &others::accessibility(&words))?;
    for trouble in Trouble::ALL {
        let mut view = ErrorView::new(shell(&words, Section::Elsewhere, "/lost"), trouble);
        view.reference = (trouble == Trouble::Broken).then(|| "01J9Z7".into());
        add(format!("error-{}", trouble.status()), &view)?;
    }
    let layout = |section, path: &str| shell(&words, section, path);
    let of_moderation = moderation::views::samples::all(layout)?;
    samples.extend(of_moderation.into_iter().map(|(name, html)| Sample {
        name,
        html,
        fragment: false,
    }));
    let preview = PreviewView { card: cards::hostile(&words), words };
    samples.push(Sample { name: "preview".into(), html: preview.render()?, fragment: true });
    Ok(samples)
}

/// The search page of the demonstration, for measures.
pub fn search(words: &Words) -> Option<SearchView> {
    searches::all(words).into_iter().next().map(|(_, view)| view)
}

/// Templates of different types behind one face.
trait DynRender {
    fn html(&self) -> askama::Result<String>;
}

impl<T: Template> DynRender for T {
    fn html(&self) -> askama::Result<String> {
        self.render()
    }
}

/// A layout for a site of an invented operator.
fn shell(words: &Words, section: Section, path: &str) -> Shell {
    let site = Site {
        origin: "https://exemple.invalid".into(),
        operator: "Association Exemple, 1 place de la Mairie, 35000 Rennes".into(),
        host: "Hébergeur Exemple, 2 quai du Port, 44000 Nantes".into(),
        mail: Some("contact@exemple.invalid".into()),
        phone: Some("0 800 00 00 00".into()),
        source_code: "https://exemple.invalid/maillage".into(),
        ..Site::default()
    };
    Shell::new(words.clone(), Arc::new(site), section, path)
}
