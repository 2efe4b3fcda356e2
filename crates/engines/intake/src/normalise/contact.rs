//! How to reach a place, its official number, its dates and links.

use super::pivot::Pivot;
use super::reading::is_blank;
use super::{Work, date, email, phone, pivot, web};
use crate::outcome::Reason;
use crate::standard::FieldName;

impl Work<'_> {
    /// Phone, e-mails, sites, links, official number and date.
    pub(super) fn contacts(&mut self) {
        self.phone();
        self.emails();
        self.candidate.fields.websites = self.links(FieldName::Websites);
        self.candidate.fields.booking_url = self.links(FieldName::BookingUrl).into_iter().next();
        let page = self.links(FieldName::AcceslibreUrl).into_iter().next();
        self.candidate.fields.acceslibre_url = page;
        self.pivot();
        self.date();
    }

    fn phone(&mut self) {
        let mut found = phone::Phones::default();
        for rule in self.rules(FieldName::Phone) {
            let text = self.rule_text(FieldName::Phone, rule, false);
            let phones = phone::parse(&text, &self.candidate.fields.postcode);
            if phones == phone::Phones::default() && text.bytes().any(|b| b.is_ascii_digit()) {
                self.findings.problem(FieldName::Phone, &text, Reason::BadPhone);
            }
            if let Some(first) = phones.numbers.first() {
                self.findings.repair(FieldName::Phone, phone_rule(&text), &text, first);
            }
            for number in phones.numbers {
                if !found.numbers.contains(&number) {
                    found.numbers.push(number);
                }
            }
            found.short.extend(phones.short);
        }
        if !found.short.is_empty() {
            self.candidate.extra.insert("numero_court".to_owned(), found.short.join("|"));
        }
        let mut numbers = found.numbers.into_iter();
        self.candidate.fields.phone = numbers.next();
        let others: Vec<String> = numbers.collect();
        if !others.is_empty() {
            self.candidate.extra.insert("autre_telephone".to_owned(), others.join("|"));
        }
    }

    fn emails(&mut self) {
        for rule in self.rules(FieldName::Emails) {
            let text = self.rule_text(FieldName::Emails, rule, false);
            let found = email::parse(&text);
            if found.is_empty() && text.contains('@') {
                self.findings.problem(FieldName::Emails, &text, Reason::BadEmail);
            }
            if let [only] = found.as_slice() {
                self.findings.repair(FieldName::Emails, "email", &text, only);
            }
            let emails = &mut self.candidate.fields.emails;
            emails.extend(
                found.into_iter().filter(|address| !emails.contains(address)).collect::<Vec<_>>(),
            );
        }
    }

    fn links(&mut self, field: FieldName) -> Vec<String> {
        let mut links: Vec<String> = Vec::new();
        for rule in self.rules(field) {
            let text = self.rule_text(field, rule, false);
            let found = web::parse(&text);
            if found.is_empty() && !web::is_blank(&text) && !is_blank(&text) {
                self.findings.problem(field, &text, Reason::BadUrl);
            }
            if let [only] = found.as_slice() {
                self.findings.repair(field, "url", &text, only);
            }
            for link in found {
                if !links.contains(&link) {
                    links.push(link);
                }
            }
        }
        links
    }

    fn pivot(&mut self) {
        let text = self.text(FieldName::Pivot);
        match pivot::parse(&text, &self.candidate.fields.postcode) {
            Pivot::Official(number) => {
                self.findings.repair(FieldName::Pivot, "pivot", &text, &number);
                self.candidate.fields.pivot = Some(number);
            }
            Pivot::Siren(number) => {
                self.candidate.extra.insert("siren".to_owned(), number);
            }
            Pivot::Unknown => {}
            Pivot::Wrong => self.findings.problem(FieldName::Pivot, &text, Reason::BadPivot),
        }
    }

    fn date(&mut self) {
        let text = self.text(FieldName::UpdatedOn);
        if text.is_empty() {
            return;
        }
        match date::parse(&text) {
            Some(date) => {
                let written = date.to_string();
                self.findings.repair(FieldName::UpdatedOn, "date", &text, &written);
                self.candidate.fields.updated_on = Some(date);
            }
            // What machines write for "none".
            None if text.contains("1970") => {
                self.findings.repair(FieldName::UpdatedOn, "date-none", &text, "");
            }
            None => self.findings.problem(FieldName::UpdatedOn, &text, Reason::BadDate),
        }
    }
}

/// The repair that made a number of the text.
fn phone_rule(text: &str) -> &'static str {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if digits.len() == 9 && !digits.starts_with('0') && !text.contains('+') {
        "phone-lost-zero"
    } else {
        "phone-e164"
    }
}
