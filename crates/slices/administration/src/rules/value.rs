//! What each setting takes.

use super::theme;
use crate::model::Key;
use crate::refusal::Refusal;
use jiff::civil::Date;

const LINE_MAX_CHARS: usize = 200;
const SENTENCE_MAX_CHARS: usize = 600;
const LIST_MAX_CHARS: usize = 4_000;
/// The longest text of a page.
pub const TEXT_MAX_CHARS: usize = 40_000;
/// The heaviest logo, in base 64.
const LOGO_MAX_BYTES: usize = 90_000;

/// The value that is kept for what was typed; none goes back to the configuration.
pub fn checked(key: Key, typed: &str) -> Result<Option<String>, Refusal> {
    let text = typed.trim().replace("\r\n", "\n");
    if text.is_empty() && key != Key::ClosedSentence {
        return Ok(None);
    }
    match key {
        Key::Name | Key::Tagline => one_line(&text, 60)?,
        Key::Operator | Key::Host | Key::Auditor => one_line(&text, LINE_MAX_CHARS)?,
        Key::Mail => mail(&text)?,
        Key::Phone => phone(&text)?,
        Key::Conformity => {
            web::Conformity::named(&text).ok_or(Refusal::NotAnswer)?;
        }
        Key::AuditedOn | Key::ReviewedOn => day(&text)?,
        Key::AuditRate => number(&text, 0, 100)?,
        Key::Exceptions => long(&text, LIST_MAX_CHARS)?,
        Key::PlanHref => address(&text)?,
        Key::IdleAccountMonths => number(&text, 6, 120)?,
        Key::LetterDays | Key::NetworkDays => number(&text, 7, 400)?,
        Key::ClosedSentence => long(&text, SENTENCE_MAX_CHARS)?,
        Key::ClosedMinutes => number(&text, 1, 10_080)?,
        Key::MainColour => return Ok(Some(theme::main_colour(&text)?.text())),
        Key::AccentColour => return Ok(Some(theme::accent_colour(&text)?.text())),
        Key::Logo => logo(&text)?,
        Key::Text(..) => long(&text, TEXT_MAX_CHARS)?,
    }
    Ok(Some(text))
}

fn one_line(text: &str, chars_max: usize) -> Result<(), Refusal> {
    let is_good = text.chars().count() <= chars_max && !text.chars().any(char::is_control);
    is_good.then_some(()).ok_or(Refusal::TooLong)
}

fn long(text: &str, chars_max: usize) -> Result<(), Refusal> {
    let is_control = |c: char| c.is_control() && c != '\n' && c != '\t';
    let is_good = text.chars().count() <= chars_max && !text.chars().any(is_control);
    is_good.then_some(()).ok_or(Refusal::TooLong)
}

fn mail(text: &str) -> Result<(), Refusal> {
    people::rules::address::Address::read(text).map(|_| ()).map_err(|_| Refusal::NotMail)
}

fn phone(text: &str) -> Result<(), Refusal> {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let is_good = (3..=15).contains(&digits)
        && text.len() <= 30
        && text.chars().all(|c| c.is_ascii_digit() || " +.-()".contains(c));
    is_good.then_some(()).ok_or(Refusal::NotPhone)
}

fn day(text: &str) -> Result<(), Refusal> {
    text.parse::<Date>().map(|_| ()).map_err(|_| Refusal::NotDay)
}

fn number(text: &str, min: u32, max: u32) -> Result<(), Refusal> {
    let number: u32 = text.parse().map_err(|_| Refusal::NotNumber)?;
    (min..=max).contains(&number).then_some(()).ok_or(Refusal::NotNumber)
}

fn address(text: &str) -> Result<(), Refusal> {
    let is_good =
        text.starts_with("https://") || (text.starts_with('/') && !text.starts_with("//"));
    let is_plain =
        text.len() <= 500 && !text.contains(|c: char| c.is_control() || c.is_whitespace());
    (is_good && is_plain).then_some(()).ok_or(Refusal::NotAddress)
}

fn logo(text: &str) -> Result<(), Refusal> {
    let is_good = text.len() <= LOGO_MAX_BYTES
        && data_encoding::BASE64
            .decode(text.as_bytes())
            .is_ok_and(|it| it.starts_with(&[0xff, 0xd8]));
    is_good.then_some(()).ok_or(Refusal::NotPicture)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_setting_takes_what_it_can_say_and_nothing_else() {
        let bad = [
            (Key::Name, "x".repeat(61)),
            (Key::Name, "a\nb".into()),
            (Key::Mail, "exemple".into()),
            (Key::Phone, "appelez".into()),
            (Key::Conformity, "presque".into()),
            (Key::AuditedOn, "2026-02-30".into()),
            (Key::AuditRate, "101".into()),
            (Key::PlanHref, "javascript:x".into()),
            (Key::PlanHref, "//evil.example".into()),
            (Key::IdleAccountMonths, "1".into()),
            (Key::ClosedMinutes, "0".into()),
            (Key::MainColour, "#ffff00".into()),
            (Key::Logo, "AAAA".into()),
        ];
        for (key, text) in bad {
            assert!(checked(key, &text).is_err(), "{key:?} {text}");
        }
        assert_eq!(checked(Key::Name, "  "), Ok(None));
        assert_eq!(checked(Key::ClosedSentence, ""), Ok(Some(String::new())));
        assert_eq!(checked(Key::Phone, "0 800 00 00 00"), Ok(Some("0 800 00 00 00".into())));
        assert_eq!(checked(Key::Exceptions, "a\r\nb"), Ok(Some("a\nb".into())));
    }
}
