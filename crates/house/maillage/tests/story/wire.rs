//! What crosses the wire byte by byte: requests made to be read as two by one machine and as one by
//! another, and words made to begin a line of the log.

use crate::program::Program;
use anyhow::Result;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

/// What is hidden behind each request, and must never be answered.
const HIDDEN: &str = "GET /robots.txt HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

/// Heads of requests whose end is not where one of two readers believes it is.
const HEADS: [&str; 26] = [
    "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
    "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "Transfer-Encoding: chunked\r\nContent-Length: 400\r\n\r\n0\r\n\r\n",
    "Content-Length: 0\r\nContent-Length: 40\r\n\r\n",
    "Content-Length: 40\r\nContent-Length: 0\r\n\r\n",
    "Content-Length: 0, 40\r\n\r\n",
    "Content-Length: +0\r\n\r\n",
    "Content-Length: -1\r\n\r\n",
    "Content-Length: 0x0\r\n\r\n",
    "Content-Length: 99999999999999999999999\r\n\r\n",
    "Content-Length : 0\r\n\r\n",
    "Content-Length:\r\n 0\r\n\r\n",
    "Content-Length: 4\r\n 0\r\n\r\n",
    "Transfer-Encoding: xchunked\r\n\r\n",
    "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
    "Transfer-Encoding: identity\r\n\r\n",
    "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
    "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
    "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "Transfer-Encoding:\u{b}chunked\r\n\r\n0\r\n\r\n",
    "X: a\r\n Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n",
    "Transfer-Encoding: chunked\r\n\r\n-1\r\n",
    "Transfer-Encoding: chunked\r\n\r\n0;\n\r\n\r\n",
    "X: a\rContent-Length: 40\r\n\r\n",
];

/// Whole requests that are none.
const REQUESTS: [&str; 10] = [
    "GET / HTTP/1.1\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    "GET / HTTP/9.9\r\nHost: a\r\n\r\n",
    "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n",
    "TRACE / HTTP/1.1\r\nHost: a\r\nCookie: session=secret\r\n\r\n",
    "CONNECT evil.example:443 HTTP/1.1\r\nHost: a\r\n\r\n",
    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nX-\u{0}: b\r\n\r\n",
];

/// Sends the bytes, and reads until the other side closes or has nothing more to say. Our side
/// stays open: who hangs up is not answered.
fn heard(host: &str, bytes: &str) -> Result<String> {
    let mut stream = TcpStream::connect(host)?;
    stream.set_read_timeout(Some(Duration::from_millis(700)))?;
    // It may be closed before all is sent.
    let _ = stream.write_all(bytes.as_bytes());
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

fn filled() -> Program {
    let program = Program::new().unwrap();
    program.ok(&["demo", "--fill-only"]).unwrap();
    program
}

#[test]
fn no_request_hides_another_in_its_body() {
    let program = filled();
    let site = program.serve().unwrap();
    for version in ["1.1", "1.0"] {
        for head in HEADS {
            let request = format!("POST /langue HTTP/{version}\r\nHost: a\r\n{head}{HIDDEN}");
            let begin = Instant::now();
            let answer = heard(&site.host, &request).unwrap();
            let answers = answer.matches("HTTP/1.1 ").count() + answer.matches("HTTP/1.0 ").count();
            assert!(answers <= 1, "{head:?} was read as two requests: {answer}");
            assert!(!answer.contains("User-agent:"), "{head:?}: {answer}");
            assert!(!answer.contains(" 200 OK") && !answer.contains(" 50"), "{head:?}: {answer}");
            assert!(begin.elapsed() < Duration::from_secs(12), "{head:?}");
        }
    }
    for request in REQUESTS {
        let answer = heard(&site.host, request).unwrap();
        assert!(!answer.starts_with("HTTP/1.1 5"), "{request:?}: {answer}");
        assert!(!answer.contains("session=secret"), "{request:?}: {answer}");
    }
    assert!(heard(&site.host, HIDDEN).unwrap().contains("User-agent:"));
}

#[test]
fn nothing_asked_begins_a_line_of_the_log() {
    let program = filled();
    let site = program.serve_telling("info,acces=info,debug").unwrap();
    let forged = "%0d%0a{%22level%22:%22INFO%22,%22forged%22:true}%0a";
    for path in ["/", "/lieux/", "/rien/", "/connexion/lien/", "/api/v1/places/"] {
        for query in ["", "?q=", "?ou=", "?suite="] {
            let request = format!(
                "GET {path}{query}{forged} HTTP/1.1\r\nHost: a\r\nUser-Agent: \u{9b}31m forged\r\n\
                 Accept-Language: fr\tforged\r\nReferer: forged\\n\\r{forged}\r\n\
                 Connection: close\r\n\r\n"
            );
            heard(&site.host, &request).unwrap();
        }
    }
    let (_, log) = site.stop().unwrap();
    assert!(log.lines().count() > 5, "{log}");
    for line in log.lines() {
        let told: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(told.get("forged").is_none(), "{line}");
        assert!(told["timestamp"].as_str().unwrap().ends_with('Z'), "in UTC: {line}");
        assert!(!line.contains("forged"), "{line}");
    }
}
