//! The CSV of the standard, read and written so that what is written reads back identical.
//!
//! Spreadsheets run cells that begin with `=`, `+`, `-` or `@` as formulas. In the fields a
//! person writes freely such a value is written with an apostrophe in front, which spreadsheets
//! take as "this is text" and which reading takes away again. A value that already begins with
//! apostrophes and such a sign gets one more, so that the way back is exact. Codes, numbers,
//! phones (`+33…`) and addresses of the web are left alone: the standard fixes their shape.

use super::joined::{join_texts, join_words, split_texts, split_words};
use super::{FieldName, Fields, StandardError, UNKNOWN_PIVOT, Word};
use std::borrow::Cow;
use std::io::{Read, Write};

/// Writes places as the CSV of the standard: header, then one line each.
pub fn write_csv<'a>(
    places: impl Iterator<Item = &'a Fields>,
    out: impl Write,
) -> Result<(), StandardError> {
    let mut writer = csv::WriterBuilder::new().flexible(false).from_writer(out);
    writer.write_record(FieldName::ALL.iter().map(|name| name.label()))?;
    for place in places {
        let cells = FieldName::ALL.iter().map(|name| written(place, *name));
        writer.write_record(cells.map(Cow::into_owned))?;
    }
    writer.flush()?;
    Ok(())
}

/// Reads the CSV of the standard. Columns may come in any order; unknown ones are ignored.
pub fn read_csv(bytes: impl Read) -> Result<Vec<Fields>, StandardError> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let columns: Vec<Option<FieldName>> = reader
        .headers()?
        .iter()
        .map(|header| FieldName::from_label(header.trim_start_matches('\u{feff}').trim()))
        .collect();
    let mut places = Vec::new();
    for (row, record) in (1..).zip(reader.records()) {
        let record = record?;
        let mut place = Fields::default();
        for (name, cell) in columns.iter().zip(record.iter()) {
            let Some(name) = *name else { continue };
            place.set(name, &unguarded(name, cell)).map_err(|value| StandardError::Value {
                row,
                field: name.label(),
                value,
            })?;
        }
        places.push(place);
    }
    Ok(places)
}

fn written(place: &Fields, name: FieldName) -> Cow<'_, str> {
    let cell = place.get(name);
    if name == FieldName::Pivot && cell.is_empty() {
        return Cow::Borrowed(UNKNOWN_PIVOT);
    }
    if name.is_free_text() && looks_like_a_formula(&cell) {
        return Cow::Owned(format!("'{cell}"));
    }
    cell
}

fn unguarded(name: FieldName, cell: &str) -> Cow<'_, str> {
    match cell.strip_prefix('\'') {
        Some(rest) if name.is_free_text() && looks_like_a_formula(rest) => Cow::Borrowed(rest),
        _ => Cow::Borrowed(cell),
    }
}

/// Whether a spreadsheet would run the text, apostrophes in front left aside.
fn looks_like_a_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

impl Fields {
    /// One field as the flat text of the standard; empty when the place does not have it.
    pub fn get(&self, name: FieldName) -> Cow<'_, str> {
        let list = |text: String| Cow::Owned(text);
        match name {
            FieldName::Id => Cow::Borrowed(&self.id),
            FieldName::Pivot => optional(self.pivot.as_ref()),
            FieldName::Name => Cow::Borrowed(&self.name),
            FieldName::Commune => Cow::Borrowed(&self.commune),
            FieldName::Postcode => Cow::Borrowed(&self.postcode),
            FieldName::CommuneCode => optional(self.commune_code.as_ref()),
            FieldName::Street => Cow::Borrowed(&self.street),
            FieldName::StreetExtra => optional(self.street_extra.as_ref()),
            FieldName::Latitude => list(self.latitude.map_or_else(String::new, |n| n.to_string())),
            FieldName::Longitude => {
                list(self.longitude.map_or_else(String::new, |n| n.to_string()))
            }
            FieldName::Kinds => list(join_words(&self.kinds)),
            FieldName::Phone => optional(self.phone.as_ref()),
            FieldName::Emails => list(join_texts(&self.emails)),
            FieldName::Websites => list(join_texts(&self.websites)),
            FieldName::Hours => optional(self.hours.as_ref()),
            FieldName::Summary => optional(self.summary.as_ref()),
            FieldName::Detail => optional(self.detail.as_ref()),
            FieldName::Source => optional(self.source.as_ref()),
            FieldName::Itinerance => list(join_words(&self.itinerance)),
            FieldName::Parent => optional(self.parent.as_ref()),
            FieldName::UpdatedOn => {
                list(self.updated_on.map_or_else(String::new, |d| d.to_string()))
            }
            FieldName::Services => list(join_words(&self.services)),
            FieldName::Publics => list(join_words(&self.publics)),
            FieldName::Care => list(join_words(&self.care)),
            FieldName::Costs => list(join_words(&self.costs)),
            FieldName::Programmes => list(join_words(&self.programmes)),
            FieldName::Trainings => list(join_words(&self.trainings)),
            FieldName::OtherLabels => list(join_texts(&self.other_labels)),
            FieldName::Access => list(join_words(&self.access)),
            FieldName::Support => list(join_words(&self.support)),
            FieldName::AcceslibreUrl => optional(self.acceslibre_url.as_ref()),
            FieldName::BookingUrl => optional(self.booking_url.as_ref()),
        }
    }

    /// Sets one field from the flat text of the standard, or gives back what it refuses.
    pub fn set(&mut self, name: FieldName, text: &str) -> Result<(), String> {
        let some = || (!text.is_empty()).then(|| text.to_owned());
        match name {
            FieldName::Id => text.clone_into(&mut self.id),
            FieldName::Pivot => self.pivot = some().filter(|pivot| pivot != UNKNOWN_PIVOT),
            FieldName::Name => text.clone_into(&mut self.name),
            FieldName::Commune => text.clone_into(&mut self.commune),
            FieldName::Postcode => text.clone_into(&mut self.postcode),
            FieldName::CommuneCode => self.commune_code = some(),
            FieldName::Street => text.clone_into(&mut self.street),
            FieldName::StreetExtra => self.street_extra = some(),
            FieldName::Latitude => self.latitude = parsed(text)?,
            FieldName::Longitude => self.longitude = parsed(text)?,
            FieldName::Kinds => self.kinds = words(text)?,
            FieldName::Phone => self.phone = some(),
            FieldName::Emails => self.emails = split_texts(text),
            FieldName::Websites => self.websites = split_texts(text),
            FieldName::Hours => self.hours = some(),
            FieldName::Summary => self.summary = some(),
            FieldName::Detail => self.detail = some(),
            FieldName::Source => self.source = some(),
            FieldName::Itinerance => self.itinerance = words(text)?,
            FieldName::Parent => self.parent = some(),
            FieldName::UpdatedOn => self.updated_on = parsed(text)?,
            FieldName::Services => self.services = words(text)?,
            FieldName::Publics => self.publics = words(text)?,
            FieldName::Care => self.care = words(text)?,
            FieldName::Costs => self.costs = words(text)?,
            FieldName::Programmes => self.programmes = words(text)?,
            FieldName::Trainings => self.trainings = words(text)?,
            FieldName::OtherLabels => self.other_labels = split_texts(text),
            FieldName::Access => self.access = words(text)?,
            FieldName::Support => self.support = words(text)?,
            FieldName::AcceslibreUrl => self.acceslibre_url = some(),
            FieldName::BookingUrl => self.booking_url = some(),
        }
        Ok(())
    }
}

fn optional(text: Option<&String>) -> Cow<'_, str> {
    text.map_or(Cow::Borrowed(""), |text| Cow::Borrowed(text.as_str()))
}

fn words<W: Word>(text: &str) -> Result<Vec<W>, String> {
    split_words(text).map_err(str::to_owned)
}

fn parsed<T: std::str::FromStr>(text: &str) -> Result<Option<T>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| text.to_owned())
}
