//! The road to the outside world does not lead back into the house.

#![expect(clippy::unwrap_used, reason = "a story that breaks off fails")]

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use work::outside::{Allowed, FetchError, Forbidden, Outside, Resolve, Resolving};

const PATIENCE: Duration = Duration::from_secs(5);

/// A server of the house that answers by the path, and keeps what it was asked.
struct Server {
    at: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    async fn start(answer: fn(&str) -> String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let at = listener.local_addr().unwrap();
        let asked: Arc<Mutex<Vec<String>>> = Arc::default();
        let kept = asked.clone();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut request = vec![0; 4096];
                let length = stream.read(&mut request).await.unwrap_or(0);
                let request = String::from_utf8_lossy(&request[..length]).into_owned();
                let path = request.split(' ').nth(1).unwrap_or_default().to_owned();
                kept.lock().unwrap().push(request);
                let _ = stream.write_all(answer(&path).as_bytes()).await;
            }
        });
        Self { at, asked }
    }

    fn address(&self, path: &str) -> String {
        format!("http://{}{path}", self.at)
    }

    fn asked(&self) -> usize {
        self.asked.lock().unwrap().len()
    }
}

fn said(body: &str) -> String {
    format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}", body.len())
}

fn sent_to(location: &str) -> String {
    format!(
        "HTTP/1.1 302 Found\r\nlocation: {location}\r\ncontent-length: 0\r\n\
         connection: close\r\n\r\n"
    )
}

fn allowing(list: &[&str]) -> Outside {
    Outside::allowing(list.iter().map(|it| it.parse::<Allowed>().unwrap()).collect())
}

async fn fetch(outside: &Outside, address: &str) -> Result<Vec<u8>, FetchError> {
    outside.fetch(address, 1000, PATIENCE, |_| ()).await
}

/// Names of our own, each with a list of answers that are given in turn, the last for ever.
struct Names {
    answers: Vec<&'static str>,
    asked: AtomicUsize,
}

impl Resolve for Names {
    fn resolve(&self, _host: String) -> Resolving {
        let turn = self.asked.fetch_add(1, Ordering::SeqCst).min(self.answers.len() - 1);
        let ips: Vec<IpAddr> =
            self.answers[turn].split(' ').filter_map(|it| it.parse().ok()).collect();
        Box::pin(async move {
            if ips.is_empty() { Err(io::Error::other("no such name")) } else { Ok(ips) }
        })
    }
}

fn names(answers: &[&'static str]) -> Arc<Names> {
    Arc::new(Names { answers: answers.to_vec(), asked: AtomicUsize::new(0) })
}

#[tokio::test]
async fn a_machine_of_the_house_is_refused_unless_the_operator_allows_it() {
    let server = Server::start(|_| said("bonjour")).await;
    let refused = fetch(&Outside::default(), &server.address("/")).await.unwrap_err();
    assert!(
        matches!(refused, FetchError::Forbidden { why: Forbidden::Ground { .. }, .. }),
        "{refused}"
    );
    assert_eq!(server.asked(), 0, "nothing was sent to it");
    let bytes = fetch(&allowing(&["127.0.0.0/8"]), &server.address("/")).await.unwrap();
    assert_eq!(bytes, b"bonjour");
}

#[tokio::test]
async fn an_address_in_disguise_is_refused() {
    for address in [
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f.0.0.1/",
        "http://0177.0.0.1/",
        "http://0/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://100.100.100.200/",
        "http://168.63.129.16/",
        "http://10.0.0.1/",
        "http://[fd00:ec2::254]/",
        "http://[fe80::1]/",
        "http://224.0.0.1/",
        "http://１２７.０.０.１/",
        "https://localhost/",
    ] {
        let refused = fetch(&Outside::default(), address).await.unwrap_err();
        assert!(
            matches!(refused, FetchError::Forbidden { why: Forbidden::Ground { .. }, .. }),
            "{address}: {refused}"
        );
    }
}

#[tokio::test]
async fn another_protocol_a_password_or_another_port_are_refused() {
    let outside = Outside::default();
    for (address, why) in [
        ("file:///etc/passwd", Forbidden::Scheme),
        ("gopher://1.1.1.1/", Forbidden::Scheme),
        ("http://camille:secret@1.1.1.1/?key=hidden", Forbidden::Credentials),
        ("http://1.1.1.1:6379/", Forbidden::Port(6379)),
        ("https://1.1.1.1:22/", Forbidden::Port(22)),
    ] {
        let refused = fetch(&outside, address).await.unwrap_err();
        assert!(!refused.to_string().contains("secret"), "{refused}");
        assert!(!refused.to_string().contains("hidden"), "{refused}");
        assert!(
            matches!(&refused, FetchError::Forbidden { why: it, .. } if *it == why),
            "{address}: {refused}"
        );
    }
    assert!(matches!(fetch(&outside, "pas une adresse").await, Err(FetchError::Address(_))));
}

#[tokio::test]
async fn a_redirection_is_looked_at_like_any_address() {
    let server = Server::start(|path| match path {
        "/metadata" => sent_to("http://169.254.169.254/latest/meta-data/"),
        "/file" => sent_to("file:///etc/passwd"),
        "/here" => sent_to("/there"),
        "/round" => sent_to("/round"),
        _ => said("arrivé"),
    })
    .await;
    let outside = allowing(&["127.0.0.1"]);
    let refused = fetch(&outside, &server.address("/metadata")).await.unwrap_err();
    assert!(refused.to_string().contains("169.254.169.254"), "{refused}");
    assert!(matches!(refused, FetchError::Forbidden { why: Forbidden::Ground { .. }, .. }));
    let refused = fetch(&outside, &server.address("/file")).await.unwrap_err();
    assert!(matches!(refused, FetchError::Forbidden { why: Forbidden::Scheme, .. }));
    assert_eq!(fetch(&outside, &server.address("/here")).await.unwrap(), "arrivé".as_bytes());
    let before = server.asked();
    let refused = fetch(&outside, &server.address("/round")).await.unwrap_err();
    assert!(matches!(refused, FetchError::TooManyRedirects), "{refused}");
    assert_eq!(server.asked() - before, 6, "the address and five redirections");
}

#[tokio::test]
async fn a_name_that_changes_its_mind_is_reached_where_it_was_looked_at() {
    let server = Server::start(|_| said("bonjour")).await;
    let port = server.at.port();
    let address = format!("http://rebind.exemple:{port}/");
    // The first answer may be reached, the following may not.
    let resolver = names(&["127.0.0.1", "127.0.0.2"]);
    let outside = allowing(&["127.0.0.1"]).resolving_with(resolver.clone());
    assert_eq!(fetch(&outside, &address).await.unwrap(), b"bonjour");
    assert_eq!(resolver.asked.load(Ordering::SeqCst), 1, "the name is asked once");
    let refused = fetch(&outside, &address).await.unwrap_err();
    assert!(refused.to_string().contains("127.0.0.2"), "{refused}");
    // One bad address among good ones is enough.
    let outside = Outside::default().resolving_with(names(&["1.1.1.1 127.0.0.1"]));
    assert!(matches!(
        fetch(&outside, "http://both.exemple/").await,
        Err(FetchError::Forbidden { .. })
    ));
    let outside = Outside::default().resolving_with(names(&[""]));
    let unknown = fetch(&outside, "http://nowhere.exemple/").await.unwrap_err();
    assert!(matches!(unknown, FetchError::Unknown(_)), "{unknown}");
}

#[tokio::test]
async fn a_host_allowed_by_name_is_reached_at_whatever_address_it_has() {
    let server = Server::start(|_| said("bonjour")).await;
    let outside = allowing(&["listes.exemple"]).resolving_with(names(&["127.0.0.1"]));
    let port = server.at.port();
    assert!(fetch(&outside, &format!("http://listes.exemple:{port}/")).await.is_ok());
    assert!(fetch(&outside, &format!("http://autre.exemple:{port}/")).await.is_err());
}

#[tokio::test]
async fn an_address_that_the_operator_types_is_trusted_and_where_it_leads_is_not() {
    let server = Server::start(|path| match path {
        "/away" => sent_to("http://127.0.0.2/"),
        _ => said("bonjour"),
    })
    .await;
    let address = server.address("/");
    assert!(fetch(&Outside::trusting(&address), &address).await.is_ok());
    let address = server.address("/away");
    let refused = fetch(&Outside::trusting(&address), &address).await.unwrap_err();
    assert!(refused.to_string().contains("127.0.0.2"), "{refused}");
}

#[tokio::test]
async fn what_is_too_large_or_too_slow_is_given_up() {
    let server = Server::start(|path| match path {
        "/large" => said(&"x".repeat(1001)),
        "/just" => said(&"x".repeat(1000)),
        "/lying" => format!("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{}", "x".repeat(5000)),
        _ => "HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n".into(),
    })
    .await;
    let outside = allowing(&["127.0.0.1"]);
    assert_eq!(fetch(&outside, &server.address("/just")).await.unwrap().len(), 1000);
    for path in ["/large", "/lying"] {
        let refused = fetch(&outside, &server.address(path)).await.unwrap_err();
        assert!(matches!(refused, FetchError::TooLarge(1000)), "{refused}");
    }
    let refused = fetch(&outside, &server.address("/none")).await.unwrap_err();
    assert!(matches!(refused, FetchError::Status(404)), "{refused}");
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}/", silent.local_addr().unwrap());
    let slow = outside.fetch(&address, 1000, Duration::from_millis(200), |_| ()).await;
    assert!(matches!(slow, Err(FetchError::TooSlow(_))));
}

#[tokio::test]
async fn a_call_sends_its_method_headers_and_body_and_follows_nothing() {
    let server = Server::start(|path| match path {
        "/token" => said("{\"ok\":true}"),
        _ => sent_to("http://169.254.169.254/"),
    })
    .await;
    let outside = allowing(&["127.0.0.1"]);
    let request = |path: &str| {
        http::Request::post(server.address(path))
            .header("authorization", "Basic eA==")
            .header("content-type", "application/x-www-form-urlencoded")
            .body(b"code=abc".to_vec())
            .unwrap()
    };
    let answer = outside.call(request("/token"), 1000, PATIENCE).await.unwrap();
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.body(), b"{\"ok\":true}");
    let asked = server.asked.lock().unwrap()[0].to_lowercase();
    assert!(asked.starts_with("post /token http/1.1"), "{asked}");
    assert!(asked.contains("authorization: basic ea=="), "{asked}");
    assert!(asked.ends_with("code=abc"), "{asked}");
    let answer = outside.call(request("/elsewhere"), 1000, PATIENCE).await.unwrap();
    assert_eq!(answer.status(), 302, "the caller sees the redirection, and nobody follows it");
    let refused = outside.call(request("/token"), 5, PATIENCE).await.unwrap_err();
    assert!(matches!(refused, FetchError::TooLarge(5)), "{refused}");
    let refused = Outside::default().call(request("/token"), 1000, PATIENCE).await.unwrap_err();
    assert!(matches!(refused, FetchError::Forbidden { .. }), "{refused}");
}
