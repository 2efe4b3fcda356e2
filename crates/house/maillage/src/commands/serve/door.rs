//! The door: the socket listened to, the connections that come in, and how they end.
//!
//! Connections live on a runtime of their own, so that one is answered (even if only to be asked to
//! come back) when all hands are busy with pages. What is slow is put out: ten seconds for a head,
//! thirty without a byte taken of an answer. Their number is bounded.

use super::paced::Paced;
use anyhow::Context as _;
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderValue, Request, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use std::convert::Infallible;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Semaphore, oneshot};
use tower::ServiceExt as _;

const HEAD_PATIENCE: Duration = Duration::from_secs(10);
/// How long requests under way have to end when the house closes.
const DRAIN: Duration = Duration::from_secs(10);
const BUFFER_MAX_BYTES: usize = 64 << 10;
/// How long nobody is let in after a connection could not be.
const REST: Duration = Duration::from_millis(50);
/// Threads that serve connections.
const HANDS: usize = 2;
/// Files, sockets and pipes that are open beside connections.
const OPEN_BESIDE: u64 = 256;

/// The socket to listen on: the one handed over by who started us (`LISTEN_FDS`, as systemd does),
/// so that a restart refuses nobody; otherwise one of our own.
pub(super) fn listener(listen: SocketAddr) -> anyhow::Result<TcpListener> {
    let handed = listenfd::ListenFd::from_env().take_tcp_listener(0);
    let listener = match handed.context("la prise reçue (LISTEN_FDS) n'est pas utilisable")? {
        Some(listener) => listener,
        None => TcpListener::bind(listen).with_context(|| {
            format!("impossible d'écouter sur {listen} : choisissez un autre port avec --listen")
        })?,
    };
    listener.set_nonblocking(true)?;
    Ok(listener)
}

/// Opens the door on a thread of its own. It closes when the first of the two is dropped or used;
/// the second then says that everyone has left.
pub(super) fn open(
    listener: TcpListener,
    router: Router,
    connections_max: usize,
) -> anyhow::Result<(oneshot::Sender<()>, oneshot::Receiver<()>)> {
    let (close, closing) = oneshot::channel();
    let (left, all_left) = oneshot::channel();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(HANDS)
        .thread_name("door")
        .enable_all()
        .build()?;
    make_room(connections_max);
    std::thread::Builder::new().name("door".into()).spawn(move || {
        runtime.block_on(async {
            match tokio::net::TcpListener::from_std(listener) {
                Ok(listener) => stand(listener, router, connections_max, closing).await,
                Err(error) => tracing::error!(%error, "the door does not open"),
            }
        });
        runtime.shutdown_background();
        let _ = left.send(());
    })?;
    Ok((close, all_left))
}

/// As many open files as the machine allows, if fewer were given.
fn make_room(connections_max: usize) {
    use rustix::process::{Resource, getrlimit, setrlimit};
    let mut limits = getrlimit(Resource::Nofile);
    let wanted = connections_max as u64 + OPEN_BESIDE;
    if limits.current.is_some_and(|it| it < wanted) {
        limits.current = Some(limits.maximum.unwrap_or(wanted).min(wanted));
        if setrlimit(Resource::Nofile, limits).is_err() {
            tracing::warn!("the limit of open files could not be raised");
        }
    }
}

async fn stand(
    listener: tokio::net::TcpListener,
    router: Router,
    connections_max: usize,
    mut closing: oneshot::Receiver<()>,
) {
    let chairs = Arc::new(Semaphore::new(connections_max));
    let leaving = GracefulShutdown::new();
    let protocol = protocol();
    loop {
        // Without a chair nobody is let in: the others wait outside, in the kernel's queue.
        let seated = async {
            let chair = chairs.clone().acquire_owned().await;
            (chair, listener.accept().await)
        };
        let (chair, accepted) = tokio::select! {
            seated = seated => seated,
            _ = &mut closing => break,
        };
        let Ok((stream, peer)) = accepted else {
            // Too many open files, most of the time: others will leave.
            tokio::time::sleep(REST).await;
            continue;
        };
        let _ = stream.set_nodelay(true);
        let router = router.clone();
        let service = service_fn(move |request: Request<Incoming>| {
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(ConnectInfo(peer));
            answered(router.clone(), request)
        });
        let connection = protocol.serve_connection(TokioIo::new(Paced::new(stream)), service);
        let connection = leaving.watch(connection);
        tokio::spawn(async move {
            // What goes wrong with a connection is the client's affair.
            let _ = connection.await;
            drop(chair);
        });
    }
    drop(listener);
    if tokio::time::timeout(DRAIN, leaving.shutdown()).await.is_err() {
        tracing::warn!("some requests were cut short: the house closes");
    }
}

/// The answer. Where a request ends is told by its length; one that comes in chunks is believed,
/// and is the last of its connection, so that nothing behind it is ever read as a request that a
/// proxy in front did not see. Both at once is refused.
async fn answered(router: Router, request: Request<Body>) -> Result<Response, Infallible> {
    let is_chunked = request.headers().contains_key(header::TRANSFER_ENCODING);
    let mut answer = if is_chunked && request.headers().contains_key(header::CONTENT_LENGTH) {
        StatusCode::BAD_REQUEST.into_response()
    } else {
        router.oneshot(request).await?
    };
    if is_chunked {
        answer.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    Ok(answer)
}

fn protocol() -> http1::Builder {
    let mut protocol = http1::Builder::new();
    protocol
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_PATIENCE)
        .max_buf_size(BUFFER_MAX_BYTES);
    protocol
}
