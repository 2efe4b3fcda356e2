//! What a person may write in a field: exactly what the standard permits there.

use crate::refusal::Refusal;
use intake::standard::{FieldName, Fields};
use serde_json::{Map, Value};

const LENGTH_MAX_CHARS: usize = 4_000;

/// The value, trimmed, if the standard permits it in that field; empty says "none".
pub fn checked_value(field: FieldName, value: &str) -> Result<String, Refusal> {
    let value = value.trim();
    let refused = || Refusal::ValueNotPermitted {
        field: field.label().into(),
        value: value.chars().take(200).collect(),
    };
    match field {
        FieldName::Id | FieldName::Source | FieldName::UpdatedOn => {
            return Err(Refusal::FieldNotEditable { field: field.label().into() });
        }
        FieldName::Name if value.is_empty() => return Err(Refusal::NameNeeded),
        _ if value.is_empty() => return Ok(String::new()),
        _ => {}
    }
    if value.chars().count() > LENGTH_MAX_CHARS || value.chars().any(char::is_control) {
        return Err(refused());
    }
    let typed = match field {
        FieldName::Latitude | FieldName::Longitude => {
            value.parse::<f64>().ok().filter(|it| it.is_finite()).map(Value::from)
        }
        _ => Some(Value::from(value)),
    };
    let mut map = Map::new();
    map.insert(field.label().into(), typed.ok_or_else(refused)?);
    let fields: Fields = serde_json::from_value(Value::Object(map)).map_err(|_| refused())?;
    if is_acceptable(field, &fields) { Ok(value.to_owned()) } else { Err(refused()) }
}

/// What the types alone cannot tell.
fn is_acceptable(field: FieldName, fields: &Fields) -> bool {
    let is_web = |it: &str| it.starts_with("https://") || it.starts_with("http://");
    match field {
        FieldName::Latitude => fields.latitude.is_some_and(|it| it.abs() <= 90.0),
        FieldName::Longitude => fields.longitude.is_some_and(|it| it.abs() <= 180.0),
        FieldName::Postcode => {
            fields.postcode.len() == 5 && fields.postcode.bytes().all(|it| it.is_ascii_digit())
        }
        FieldName::Phone => fields.phone.as_deref().is_some_and(|it| {
            it.len() >= 8
                && it.strip_prefix('+').is_some_and(|it| it.bytes().all(|c| c.is_ascii_digit()))
        }),
        FieldName::Emails => fields.emails.iter().all(|it| {
            it.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
        }),
        FieldName::Websites => fields.websites.iter().all(|it| is_web(it)),
        FieldName::AcceslibreUrl => fields.acceslibre_url.as_deref().is_some_and(is_web),
        FieldName::BookingUrl => fields.booking_url.as_deref().is_some_and(is_web),
        FieldName::Hours => {
            fields.hours.as_deref().is_some_and(|it| crate::hours::Hours::parse(it).is_some())
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_standard_permits_is_taken_as_it_is() {
        let ok = [
            (FieldName::Name, "La Source"),
            (FieldName::Services, "Aide aux démarches administratives"),
            (FieldName::Hours, "Mo-Fr 09:00-12:00"),
            (FieldName::Phone, "+33299000000"),
            (FieldName::Latitude, "48.1"),
            (FieldName::Summary, ""),
        ];
        for (field, value) in ok {
            assert_eq!(checked_value(field, value), Ok(value.to_owned()));
        }
    }

    #[test]
    fn what_it_does_not_is_refused() {
        let no = [
            (FieldName::Name, " "),
            (FieldName::Services, "Magie"),
            (FieldName::Hours, "le matin"),
            (FieldName::Phone, "02 99"),
            (FieldName::Websites, "javascript:alert(1)"),
            (FieldName::Latitude, "nord"),
            (FieldName::Postcode, "3500"),
            (FieldName::Id, "x"),
            (FieldName::Name, "a\u{0}b"),
        ];
        for (field, value) in no {
            assert!(checked_value(field, value).is_err(), "{field:?} {value}");
        }
    }
}
