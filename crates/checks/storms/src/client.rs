//! A small HTTP/1.1 client over a socket: it sends what it is told, bytes gone wrong included,
//! and knows exactly when an answer has come whole.

use anyhow::{Context as _, Result, bail};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;
use url::form_urlencoded;

/// How long an answer may take before it counts as lost.
const PATIENCE: Duration = Duration::from_secs(40);
const BODY_MAX_BYTES: u64 = 64 << 20;

/// A visitor with one connection, kept open between requests.
pub struct Client {
    address: SocketAddr,
    connection: Option<BufReader<TcpStream>>,
    patience: Duration,
}

/// What came back, whole.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers, names in small letters.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Answer {
    /// The value of a header; empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value)
    }

    /// Whether the act was acknowledged: done, and led on.
    pub fn is_acknowledged(&self) -> bool {
        (200..400).contains(&self.status)
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The ticket of the page's forms.
    pub fn ticket(&self) -> Option<String> {
        let text = self.text();
        let (_, rest) = text.split_once("name=\"csrf\" value=\"")?;
        Some(rest.split_once('"')?.0.to_owned())
    }
}

impl Client {
    /// A visitor of the site at that address.
    pub fn new(address: SocketAddr) -> Self {
        Self { address, connection: None, patience: PATIENCE }
    }

    /// A visitor who waits that long for an answer.
    #[must_use]
    pub fn patient(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Asks for a page.
    pub fn get(&mut self, path: &str, cookie: &str) -> Result<Answer> {
        self.send(format!("GET {path} HTTP/1.1\r\n{}\r\n", head(cookie)).as_bytes())
    }

    /// Sends a form.
    pub fn post(&mut self, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Result<Answer> {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let kind = "application/x-www-form-urlencoded";
        self.post_body(path, cookie, kind, body.as_bytes())
    }

    /// Sends a body of any kind.
    pub fn post_body(
        &mut self,
        path: &str,
        cookie: &str,
        kind: &str,
        body: &[u8],
    ) -> Result<Answer> {
        let (head, length) = (head(cookie), body.len());
        let mut request = format!(
            "POST {path} HTTP/1.1\r\n{head}Content-Type: {kind}\r\nContent-Length: {length}\r\n\r\n"
        )
        .into_bytes();
        request.extend_from_slice(body);
        self.send(&request)
    }

    /// Sends a whole request. A connection that the other side had closed is opened again once;
    /// one that breaks after that is an error, and nobody knows whether the act happened.
    fn send(&mut self, request: &[u8]) -> Result<Answer> {
        let mut connection = match self.connection.take() {
            Some(connection) if is_open(&connection) => connection,
            _ => self.connect()?,
        };
        connection.get_mut().write_all(request).context("the request could not be sent")?;
        let answer = answer(&mut connection)?;
        if answer.header("connection") != "close" {
            self.connection = Some(connection);
        }
        Ok(answer)
    }

    fn connect(&self) -> Result<BufReader<TcpStream>> {
        let socket = TcpStream::connect_timeout(&self.address, Duration::from_secs(5))?;
        socket.set_read_timeout(Some(self.patience))?;
        socket.set_write_timeout(Some(self.patience))?;
        socket.set_nodelay(true)?;
        Ok(BufReader::new(socket))
    }
}

/// Whether nothing waits on a connection between two requests: an end, or an unasked answer,
/// means that the other side is closing it.
fn is_open(connection: &BufReader<TcpStream>) -> bool {
    let socket = connection.get_ref();
    let mut byte = [0];
    let is_ready = socket.set_nonblocking(true).is_ok();
    let waits = matches!(
        socket.peek(&mut byte),
        Err(error) if error.kind() == std::io::ErrorKind::WouldBlock
    );
    socket.set_nonblocking(false).is_ok() && is_ready && waits && connection.buffer().is_empty()
}

fn head(cookie: &str) -> String {
    let cookie = if cookie.is_empty() { String::new() } else { format!("Cookie: {cookie}\r\n") };
    format!("Host: localhost\r\nAccept-Language: fr\r\nUser-Agent: storms\r\n{cookie}")
}

/// Reads an answer whole. One that stops before its end is an error: it was not received.
pub(crate) fn answer(connection: &mut BufReader<TcpStream>) -> Result<Answer> {
    let mut answer = Answer { status: status(&line(connection)?)?, ..Answer::default() };
    loop {
        let line = line(connection)?;
        if line.is_empty() {
            break;
        }
        let (name, value) = line.split_once(':').context("a header without a colon")?;
        answer.headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    if answer.header("transfer-encoding").eq_ignore_ascii_case("chunked") {
        chunks(connection, &mut answer.body)?;
    } else if let Ok(length) = answer.header("content-length").parse::<u64>() {
        exactly(connection, length, &mut answer.body)?;
    } else if !matches!(answer.status, 100..200 | 204 | 304) {
        connection.take(BODY_MAX_BYTES).read_to_end(&mut answer.body)?;
    }
    Ok(answer)
}

fn status(line: &str) -> Result<u16> {
    let number = line.strip_prefix("HTTP/1.").and_then(|rest| rest.get(2..5));
    number.and_then(|it| it.parse().ok()).with_context(|| format!("not a status line: {line:?}"))
}

fn line(connection: &mut BufReader<TcpStream>) -> Result<String> {
    let mut bytes = Vec::new();
    connection.take(1 << 16).read_until(b'\n', &mut bytes)?;
    if bytes.pop() != Some(b'\n') {
        bail!("the connection ended before the answer did");
    }
    Ok(String::from_utf8_lossy(&bytes).trim_end().to_owned())
}

fn chunks(connection: &mut BufReader<TcpStream>, body: &mut Vec<u8>) -> Result<()> {
    loop {
        let size = line(connection)?;
        let size = u64::from_str_radix(size.split(';').next().unwrap_or_default().trim(), 16)?;
        exactly(connection, size, body)?;
        line(connection)?;
        if size == 0 {
            return Ok(());
        }
    }
}

fn exactly(connection: &mut BufReader<TcpStream>, count: u64, body: &mut Vec<u8>) -> Result<()> {
    if count > BODY_MAX_BYTES {
        bail!("an answer of {count} bytes");
    }
    if connection.take(count).read_to_end(body)? as u64 != count {
        bail!("the connection ended before the answer did");
    }
    Ok(())
}
