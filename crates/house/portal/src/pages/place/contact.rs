//! How to reach a place: phone, mail, sites, the way there.

use crate::views::Contact;
use base::Point;
use directory::model::Place;
use web::{Link, Words};

/// Only what is known, and only addresses that are safe to follow.
pub(super) fn contact(_words: &Words, place: &Place, spot: Option<Point>) -> Contact {
    let fields = &place.body.fields;
    let is_web = |it: &&String| it.starts_with("https://") || it.starts_with("http://");
    Contact {
        phone: fields.phone.as_ref().map(|it| Link::new(spoken(it), format!("tel:{it}"))),
        mails: fields
            .emails
            .iter()
            .map(|it| Link::new(it.clone(), format!("mailto:{it}")))
            .collect(),
        sites: fields
            .websites
            .iter()
            .filter(is_web)
            .map(|it| Link::new(shortened(it), it.clone()))
            .collect(),
        appointment_href: fields.booking_url.as_ref().filter(is_web).cloned(),
        directions_href: spot.map(directions),
        acceslibre_href: fields.acceslibre_url.as_ref().filter(is_web).cloned(),
    }
}

/// A phone number as one reads it aloud: `+33299001122` is `02 99 00 11 22`.
fn spoken(phone: &str) -> String {
    let overseas = ["590", "594", "596", "262"];
    let prefix =
        overseas.iter().find(|it| phone.strip_prefix('+').is_some_and(|p| p.starts_with(**it)));
    let national = match (phone.strip_prefix("+33"), prefix) {
        (Some(rest), _) => format!("0{rest}"),
        (None, Some(prefix)) => format!("0{}", &phone[1 + prefix.len()..]),
        (None, None) => return phone.to_owned(),
    };
    if national.len() != 10 || !national.is_ascii() {
        return phone.to_owned();
    }
    (0..5).map(|n| &national[n * 2..n * 2 + 2]).collect::<Vec<_>>().join(" ")
}

/// A site without what everyone knows by heart.
fn shortened(address: &str) -> String {
    let bare = address.trim_start_matches("https://").trim_start_matches("http://");
    let bare = bare.trim_start_matches("www.").trim_end_matches('/');
    match bare.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &bare[..end]),
        None => bare.to_owned(),
    }
}

fn directions(spot: Point) -> String {
    format!(
        "https://www.openstreetmap.org/directions?to={:.5}%2C{:.5}#map=16/{:.5}/{:.5}",
        spot.lat, spot.lon, spot.lat, spot.lon
    )
}

#[cfg(test)]
mod tests {
    use super::{shortened, spoken};

    #[test]
    fn a_number_is_read_as_people_say_it() {
        assert_eq!(spoken("+33299001122"), "02 99 00 11 22");
        assert_eq!(spoken("+590590001122"), "05 90 00 11 22");
        assert_eq!(spoken("+262262001122"), "02 62 00 11 22");
        assert_eq!(spoken("+687123456"), "+687123456");
    }

    #[test]
    fn a_site_is_shown_without_its_scheme() {
        assert_eq!(shortened("https://www.exemple.fr/"), "exemple.fr");
    }
}
