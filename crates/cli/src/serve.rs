//! `tsong serve`: the screen in a browser of this PC. Loopback only, one person, the same bridge that
//! the window has.

mod answers;
mod gate;
mod screen;

use crate::args::Args;
use crate::out::Out;
use answers::{of_json, opened, plain, refused, status, told};
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode};
use axum::response::Response;
use gate::Gate;
use http_body_util::BodyExt as _;
use screen::Screen;
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use tokio::net::TcpListener;
use tsong_contract::AppError;
use tsong_host::{Bridge, Options};

/// The most that a call may bring: a photo as a phone takes it.
const MAX_BODY_BYTES: usize = 8 * 1024 * 1024;
/// How much of a larger one is read and thrown away: who still sends does not hear a refusal.
const MAX_THROWN_BYTES: usize = 64 * 1024 * 1024;

/// Our own pages and nothing else; pictures also as data, for photos come through the bridge.
const POLICY: &str = "default-src 'self'; img-src 'self' data: blob:; connect-src 'self'; \
    object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What a browser is told that came by another way.
const UNKNOWN: &str = "Open the address that tsong serve printed when it began. It opens one browser, \
    once; to open another, start tsong serve again.";

struct Desk {
    bridge: Bridge,
    gate: Gate,
    screen: Screen,
}

/// Serves until it is told to end.
pub(crate) fn serve(
    args: &Args,
    out: &Out,
    listen: &str,
    ui: Option<&Path>,
) -> Result<ExitCode, AppError> {
    let address = read_address(listen)?;
    let screen = Screen::new(ui)?;
    let runtime = tokio::runtime::Runtime::new().map_err(|e| io(&e))?;
    runtime.block_on(async {
        let listener = TcpListener::bind(address).await.map_err(|e| io(&e))?;
        let address = listener.local_addr().map_err(|e| io(&e))?;
        let (gate, token) = Gate::new(address)?;
        let options = Options::new(&args.data, args.keyring.into(), args.ca.clone());
        let desk = Arc::new(Desk {
            bridge: Bridge::open(options),
            gate,
            screen,
        });
        let open = format!("http://{address}/open?token={token}");
        out.ready(
            &json!({ "address": format!("http://{address}"), "open": open }),
            &open,
        )?;
        let app = Router::new().fallback(answer).with_state(Arc::clone(&desk));
        let served = axum::serve(listener, app)
            .with_graceful_shutdown(told_to_end())
            .await;
        // What is being written is written; a sync stops.
        let closing = tokio::task::spawn_blocking(move || desk.bridge.close()).await;
        served.map_err(|e| io(&e))?;
        closing.map_err(|e| AppError::Internal {
            detail: e.to_string(),
        })
    })?;
    Ok(ExitCode::SUCCESS)
}

fn read_address(listen: &str) -> Result<SocketAddr, AppError> {
    let refused = |reason: &str| AppError::BadInput {
        field: "listen".to_owned(),
        reason: reason.to_owned(),
    };
    let address: SocketAddr = listen.parse().map_err(|_| refused("bad_address"))?;
    if address.ip().is_loopback() {
        Ok(address)
    } else {
        Err(refused("not_loopback"))
    }
}

fn io(error: &std::io::Error) -> AppError {
    AppError::Io {
        detail: error.to_string(),
    }
}

/// The terminal's interrupt, or the system's request to end.
async fn told_to_end() {
    let interrupt = async {
        // Where it cannot be heard, the other way to end is left.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    tokio::select! {
        () = interrupt => {}
        () = terminate() => {}
    }
}

#[cfg(unix)]
async fn terminate() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut heard) => {
            heard.recv().await;
        }
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn terminate() {
    std::future::pending().await
}

async fn answer(State(desk): State<Arc<Desk>>, request: Request) -> Response {
    let mut response = respond(&desk, request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "no-referrer"),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
        (
            HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        ),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers
        .entry(CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    response
}

async fn respond(desk: &Arc<Desk>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let path = head.uri.path();
    if !desk.gate.is_for_us(&head.headers) {
        return refused();
    }
    if path == "/open" && head.method == Method::GET {
        return match desk.gate.open(head.uri.query().unwrap_or_default()) {
            Some(cookie) => opened(&cookie),
            None => refused(),
        };
    }
    if !desk.gate.knows(&head.headers) {
        return if path.starts_with("/call/") {
            refused()
        } else {
            plain(StatusCode::FORBIDDEN, UNKNOWN)
        };
    }
    let Some(name) = path.strip_prefix("/call/") else {
        return match head.method {
            Method::GET | Method::HEAD => desk.screen.page(path),
            _ => plain(StatusCode::METHOD_NOT_ALLOWED, "only GET"),
        };
    };
    if head.method != Method::POST || !gate::is_json(&head.headers) {
        return plain(StatusCode::METHOD_NOT_ALLOWED, "only POST of JSON");
    }
    if !desk.gate.is_from_us(&head.headers) {
        return refused();
    }
    let Some(bytes) = content(body).await else {
        return told(&too_much(name), StatusCode::PAYLOAD_TOO_LARGE);
    };
    let name = name.to_owned();
    let desk = Arc::clone(desk);
    // A call blocks: it reads and writes the disk.
    let called = tokio::task::spawn_blocking(move || {
        let input: Value = if bytes.is_empty() {
            json!({})
        } else {
            serde_json::from_slice(&bytes).map_err(|e| AppError::BadJson {
                detail: e.to_string(),
            })?
        };
        desk.bridge.call(&name, input)
    })
    .await;
    match called {
        Ok(Ok(value)) => of_json(StatusCode::OK, value.to_string()),
        Ok(Err(error)) => told(&error, status(&error)),
        Err(error) => told(
            &AppError::Internal {
                detail: error.to_string(),
            },
            StatusCode::INTERNAL_SERVER_ERROR,
        ),
    }
}

/// The content, whole; `None` when it is too much or was cut.
async fn content(mut body: Body) -> Option<Vec<u8>> {
    let (mut bytes, mut seen) = (Vec::new(), 0usize);
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.ok()?.into_data() else {
            continue;
        };
        seen = seen.saturating_add(data.len());
        if seen > MAX_THROWN_BYTES {
            return None;
        } else if seen > MAX_BODY_BYTES {
            bytes = Vec::new();
        } else {
            bytes.extend_from_slice(&data);
        }
    }
    (seen <= MAX_BODY_BYTES).then_some(bytes)
}

fn too_much(name: &str) -> AppError {
    if name == "photo.put" {
        AppError::PhotoTooLarge
    } else {
        AppError::BadJson {
            detail: format!("more than {MAX_BODY_BYTES} bytes"),
        }
    }
}
