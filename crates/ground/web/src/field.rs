//! Fields of forms: their words, what was typed, and what is wrong with it, beside it.

/// A field, laid out by the macro `field` of `components.html`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    /// The name under which it is sent, which is also its id on the page.
    pub name: String,
    /// What it asks.
    pub label: String,
    /// How to answer, under the label.
    pub hint: String,
    /// What was typed, or what is known.
    pub value: String,
    /// What is wrong with what was typed, and what to do.
    pub error: Option<String>,
    /// How it is answered.
    pub kind: FieldKind,
    /// What browsers may fill it with: `email`, `name`, `current-password`, …; empty for nothing.
    pub autocomplete: &'static str,
    /// Whether it may stay empty.
    pub is_optional: bool,
}

/// How a field is answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum FieldKind {
    /// One line.
    #[default]
    Text,
    /// A mail address.
    Mail,
    /// A password.
    Password,
    /// A few digits.
    Digits,
    /// A telephone number.
    Phone,
    /// A web address.
    Web,
    /// A day.
    Day,
    /// Several lines.
    Long,
    /// One among several, in a list.
    Select(Vec<Answer>),
    /// One among several, side by side.
    Radio(Vec<Answer>),
    /// Any of several.
    Checks(Vec<Answer>),
    /// Yes or nothing.
    Check,
}

/// One answer among several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

impl Answer {
    /// An answer.
    pub fn new(value: impl Into<String>, label: impl Into<String>, is_chosen: bool) -> Self {
        Self { value: value.into(), label: label.into(), is_chosen }
    }
}

impl Field {
    /// A field of one line.
    pub fn new(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self { name: name.into(), label: label.into(), ..Self::default() }
    }

    /// Answered that way.
    #[must_use]
    pub fn kind(self, kind: FieldKind) -> Self {
        Self { kind, ..self }
    }

    /// With words on how to answer.
    #[must_use]
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: hint.into(), ..self }
    }

    /// With what was typed, or what is known.
    #[must_use]
    pub fn value(self, value: impl Into<String>) -> Self {
        Self { value: value.into(), ..self }
    }

    /// With what is wrong.
    #[must_use]
    pub fn error(self, error: Option<String>) -> Self {
        Self { error, ..self }
    }

    /// With what browsers may fill it with.
    #[must_use]
    pub fn autocomplete(self, autocomplete: &'static str) -> Self {
        Self { autocomplete, ..self }
    }

    /// That may stay empty.
    #[must_use]
    pub fn optional(self) -> Self {
        Self { is_optional: true, ..self }
    }

    /// The `type` of its input.
    pub fn input_type(&self) -> &'static str {
        match self.kind {
            FieldKind::Mail => "email",
            FieldKind::Password => "password",
            FieldKind::Phone => "tel",
            FieldKind::Web => "url",
            FieldKind::Day => "date",
            _ => "text",
        }
    }

    /// Whether it is a few digits, for which phones show a number pad.
    pub fn is_digits(&self) -> bool {
        self.kind == FieldKind::Digits
    }

    /// The ids of what describes it, for `aria-describedby`.
    pub fn described_by(&self) -> String {
        let mut ids = Vec::new();
        if !self.hint.is_empty() {
            ids.push(format!("{}-aide", self.name));
        }
        if self.error.is_some() {
            ids.push(format!("{}-erreur", self.name));
        }
        ids.join(" ")
    }
}

/// The fields of a form in which something is wrong, for the summary at its top.
pub fn wrong_fields(fields: &[Field]) -> Vec<&Field> {
    fields.iter().filter(|it| it.error.is_some()).collect()
}

/// How many answers are to be corrected, in words.
pub fn errors_title(words: &crate::Words, fields: &[Field]) -> String {
    words.n("form-errors", wrong_fields(fields).len() as u64)
}
