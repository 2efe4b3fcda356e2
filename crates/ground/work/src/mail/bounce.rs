//! Reading what comes back, whatever it is made of: bounded, without a panic, believing little.
//!
//! A report of delivery is a `multipart/report` one part of which, `message/delivery-status`,
//! says for each recipient what happened (RFC 3464) with a status (RFC 3463). Answers of people
//! who are away come to the same address and are no bounces. Which letter it is about is not
//! decided here: only a proof the house gave tells ([`super::returns`]).

/// How much of a message is read, in bytes: reports come first, what they return after.
pub const READ_MAX: usize = 256 * 1024;
/// How deep parts within parts are looked into.
const DEPTH_MAX: usize = 4;
/// How many parts of one message are looked at.
const PARTS_MAX: usize = 50;
/// How many lines of one head are read.
const LINES_MAX: usize = 500;

/// What a message that came back says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// The letter will not arrive. With the status, `5.1.1`.
    Permanent(Status),
    /// The letter is late, or did arrive.
    Passing,
    /// It is no report: an answer, an advertisement, noise.
    None,
}

/// A status of RFC 3463: class, subject, detail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status(pub u16, pub u16, pub u16);

impl Status {
    /// Reads `5.1.1`, and what follows it does not matter.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim_start().trim_start_matches('#');
        let end = text.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(text.len());
        let mut numbers = text[..end].trim_end_matches('.').split('.');
        let mut next = || {
            let number = numbers.next().filter(|it| (1..=3).contains(&it.len()))?;
            number.parse::<u16>().ok()
        };
        let status = Self(next()?, next()?, next()?);
        (numbers.next().is_none() && matches!(status.0, 2 | 4 | 5)).then_some(status)
    }

    /// Whether it says that nobody receives mail at that address. A full box, a letter that is
    /// too large or displeases, a sender that is refused say nothing of the kind.
    pub fn is_of_a_dead_address(self) -> bool {
        match self {
            Self(5, 1, detail) => !matches!(detail, 7 | 8),
            Self(5, 0 | 4, _) | Self(5, 2, 0 | 1) => true,
            _ => false,
        }
    }
}

impl std::fmt::Display for Status {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}.{}", self.0, self.1, self.2)
    }
}

/// Whether a mail server's refusal, `550 5.1.1 No such user`, says that the address is dead.
pub fn is_dead_by_reply(reply: &str) -> bool {
    let mut words = reply.split_whitespace();
    let code = words.next().unwrap_or_default();
    match words.next().and_then(Status::read) {
        Some(status) => status.is_of_a_dead_address(),
        None => matches!(code, "550" | "551" | "553"),
    }
}

/// Reads a message that came back.
pub fn read(raw: &[u8]) -> Report {
    let raw = &raw[..raw.len().min(READ_MAX)];
    let text = String::from_utf8_lossy(raw).replace("\r\n", "\n");
    let (head, body) = split(&text);
    let fields = fields(head);
    let mut left = PARTS_MAX;
    if let Some(status) = delivery_status(&fields, body, 0, &mut left) {
        return verdict(status);
    }
    if is_from_a_server(&fields) { in_words(body) } else { Report::None }
}

/// The content of the first `message/delivery-status` part.
fn delivery_status<'a>(
    fields: &[(String, String)],
    body: &'a str,
    depth: usize,
    left: &mut usize,
) -> Option<&'a str> {
    let kind = value(fields, "content-type").unwrap_or_default();
    let name = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if matches!(name.as_str(), "message/delivery-status" | "message/global-delivery-status") {
        return Some(body);
    }
    if !name.starts_with("multipart/") || depth >= DEPTH_MAX {
        return None;
    }
    let mark = format!("--{}", boundary(kind)?);
    for part in body.split(mark.as_str()).skip(1) {
        *left = left.checked_sub(1)?;
        // What follows the last mark is nobody's part.
        if part.starts_with("--") {
            return None;
        }
        let part = part.split_once('\n').map_or("", |(_, rest)| rest);
        let (head, body) = split(part);
        if let Some(found) = delivery_status(&self::fields(head), body, depth + 1, left) {
            return Some(found);
        }
    }
    None
}

/// What the status part says of the recipient: a house sends to one at a time.
fn verdict(status: &str) -> Report {
    let mut is_report = false;
    for block in status.split("\n\n").take(PARTS_MAX) {
        let fields = fields(block.trim_start_matches('\n'));
        let Some(action) = value(&fields, "action") else { continue };
        is_report = true;
        let status = value(&fields, "status").and_then(Status::read);
        let is_failed = action.trim().to_ascii_lowercase().starts_with("failed");
        match status {
            Some(status) if is_failed && status.0 == 5 => return Report::Permanent(status),
            // Some servers say that it failed and forget to say how.
            None if is_failed => return Report::Permanent(by_diagnostic(&fields)),
            _ => {}
        }
    }
    if is_report { Report::Passing } else { Report::None }
}

fn by_diagnostic(fields: &[(String, String)]) -> Status {
    let said = value(fields, "diagnostic-code").unwrap_or_default();
    let status = said.split_whitespace().find_map(Status::read).filter(|it| it.0 == 5);
    // Undefined, yet not said to be the address: class 5, subject 3, a matter of servers.
    status.unwrap_or(Status(5, 3, 0))
}

/// Servers that write no report still write as `MAILER-DAEMON` and say a status in their words.
fn is_from_a_server(fields: &[(String, String)]) -> bool {
    let from = value(fields, "from").unwrap_or_default().to_ascii_lowercase();
    let is_reply = value(fields, "auto-submitted")
        .is_some_and(|it| it.trim().to_ascii_lowercase().starts_with("auto-replied"));
    !is_reply && (from.contains("mailer-daemon@") || from.contains("postmaster@"))
}

fn in_words(body: &str) -> Report {
    let words = body.split(|c: char| c.is_whitespace() || "()[]<>,:;".contains(c)).take(2_000);
    match words.filter_map(Status::read).find(|it| it.0 != 2) {
        Some(status) if status.0 == 5 => Report::Permanent(status),
        Some(_) => Report::Passing,
        None => Report::None,
    }
}

/// Head and body, around the first empty line.
fn split(text: &str) -> (&str, &str) {
    if let Some(body) = text.strip_prefix('\n') {
        return ("", body);
    }
    text.split_once("\n\n").unwrap_or((text, ""))
}

/// The fields of a head, names in small letters, long ones put back on one line.
fn fields(head: &str) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in head.lines().take(LINES_MAX) {
        if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = fields.last_mut() {
                value.push(' ');
                value.push_str(line.trim());
            }
        } else if let Some((name, value)) = line.split_once(':') {
            fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
    }
    fields
}

fn value<'a>(fields: &'a [(String, String)], name: &str) -> Option<&'a str> {
    fields.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str())
}

/// The mark between parts, as `Content-Type` gives it.
fn boundary(kind: &str) -> Option<&str> {
    let at = kind.to_ascii_lowercase().find("boundary=")? + "boundary=".len();
    let rest = &kind[at..];
    let mark = match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next()?,
        None => rest.split([';', ' ', '\t']).next()?,
    };
    (!mark.is_empty() && mark.len() <= 200).then_some(mark)
}

#[cfg(test)]
mod tests;
