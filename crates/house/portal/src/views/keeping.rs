//! Pages of those who keep places, and of those who correct them: rows to read, forms to fill.

use askama::Template;
use web::{Field, Link, Shell};

/// Every page of this sort: a title, words, groups of rows, forms.
#[derive(Template)]
#[template(path = "keeping.html")]
pub struct KeepingView {
    /// The layout.
    pub shell: Shell,
    /// The pages above this one.
    pub breadcrumb: Vec<Link>,
    /// The title.
    pub title: String,
    /// What the page is for, a paragraph each.
    pub lead: Vec<String>,
    /// How complete the page of the place is, out of a hundred.
    pub percent: Option<u32>,
    /// Groups of rows.
    pub groups: Vec<Group>,
    /// Forms.
    pub forms: Vec<FormView>,
}

/// Rows under a title.
#[derive(Default)]
pub struct Group {
    /// The title; empty for none.
    pub title: String,
    /// What is said when there is no row; the group is left out when this is empty too.
    pub empty: String,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A row: words, what was and what is, links, small forms.
#[derive(Default)]
pub struct Row {
    /// Its name.
    pub title: String,
    /// Where its name leads; empty for nowhere.
    pub href: String,
    /// Sentences.
    pub lines: Vec<String>,
    /// What was and what is, field by field.
    pub differences: Vec<Difference>,
    /// A picture.
    pub image: Option<Image>,
    /// Where to go from there.
    pub links: Vec<Link>,
    /// Buttons.
    pub buttons: Vec<RowForm>,
}

/// What one field said and says.
#[derive(Clone, Debug)]
pub struct Difference {
    /// The field.
    pub field: String,
    /// What it said; empty for nothing.
    pub before: String,
    /// What it says; empty for nothing.
    pub after: String,
}

/// A picture of a place.
#[derive(Clone, Debug)]
pub struct Image {
    /// Its address.
    pub src: String,
    /// The addresses of its sizes, as `srcset` writes them.
    pub srcset: String,
    /// Its width, in pixels.
    pub width_px: u32,
    /// Its height, in pixels.
    pub height_px: u32,
    /// What it shows.
    pub alternative: String,
    /// Who took it; may be empty.
    pub credit: String,
}

/// A form that is only a button.
pub struct RowForm {
    /// Where it goes.
    pub action: String,
    /// The button.
    pub label: String,
    /// What it carries.
    pub hidden: Vec<(String, String)>,
}

/// A form to fill.
#[derive(Default)]
pub struct FormView {
    /// Its title; empty when the page's says it.
    pub title: String,
    /// Where it goes.
    pub action: String,
    /// Whether it brings a file, under the name `photo`; then its label.
    pub file: Option<String>,
    /// Whether it has the field that people do not see.
    pub has_trap: bool,
    /// The fields.
    pub fields: Vec<Field>,
    /// What it carries.
    pub hidden: Vec<(String, String)>,
    /// What is wrong with the whole.
    pub problem: Option<String>,
    /// The buttons: name, value, words; the first is the strong one.
    pub buttons: Vec<Button>,
}

/// A button of a form.
pub struct Button {
    /// What it sends: `suite`.
    pub value: String,
    /// Its words.
    pub label: String,
}

impl Button {
    /// A button.
    pub fn new(value: &str, label: impl Into<String>) -> Self {
        Self { value: value.to_owned(), label: label.into() }
    }
}

impl RowForm {
    /// A button that carries nothing.
    pub fn new(action: impl Into<String>, label: impl Into<String>) -> Self {
        Self { action: action.into(), label: label.into(), hidden: Vec::new() }
    }
}
