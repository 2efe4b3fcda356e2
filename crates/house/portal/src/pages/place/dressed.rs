//! What its keeper put on the page of a place: closures and messages, photos, other languages.

use crate::pages::keeping::{image, notice_days};
use crate::views::{Image, InLanguage, Notice, NoticeKind};
use directory::looks::keeping::Dress;
use directory::model::{self, Place};
use directory::rules::dress::{is_right_to_left, language_name};
use jiff::civil::Date;
use web::Words;

/// The last day of the closure that holds on that day.
pub(super) fn closed_until(dress: &Dress, day: Date) -> Option<Date> {
    let closures = dress.notices.iter().filter(|it| it.kind == model::NoticeKind::Closure);
    closures.filter(|it| it.holds_on(day)).map(|it| it.to).max()
}

/// Closures and messages, with their days.
pub(super) fn notices(words: &Words, dress: &Dress) -> Vec<Notice> {
    let notice = |it: &model::Notice| {
        let days = notice_days(words, it);
        let text = match (it.kind, it.text.is_empty()) {
            (_, true) => days,
            (model::NoticeKind::Closure, false) => format!("{days} : {}", it.text),
            (model::NoticeKind::Message, false) => it.text.clone(),
        };
        let kind = match it.kind {
            model::NoticeKind::Closure => NoticeKind::Warning,
            model::NoticeKind::Message => NoticeKind::Info,
        };
        Notice { kind, text, link: None }
    };
    dress.notices.iter().map(notice).collect()
}

/// "Page tenue par le lieu, confirmée le 24 novembre 2026."
pub(super) fn keeper(words: &Words, place: &Place) -> String {
    let day = place.body.confirmed_on.map(|it| words.locale().date(it));
    day.map_or_else(String::new, |it| words.put("place-kept", "date", it))
}

/// The photos, in order.
pub(super) fn photos(dress: &Dress) -> Vec<Image> {
    dress.photos.iter().filter_map(image).collect()
}

/// The presentation in the visitor's own language, when the place has one.
pub(super) fn translated(words: &Words, dress: &Dress) -> Option<Vec<String>> {
    let found = dress.translations.iter().find(|it| it.language == words.locale().tag())?;
    Some(paragraphs(&found.text))
}

/// The presentations in languages that the site does not speak to this visitor.
pub(super) fn languages(words: &Words, dress: &Dress) -> Vec<InLanguage> {
    let others = dress.translations.iter().filter(|it| it.language != words.locale().tag());
    others
        .map(|it| InLanguage {
            code: it.language.clone(),
            name: language_name(&it.language).unwrap_or(&it.language).to_owned(),
            direction: if is_right_to_left(&it.language) { "rtl" } else { "ltr" },
            paragraphs: paragraphs(&it.text),
        })
        .collect()
}

fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect()
}
