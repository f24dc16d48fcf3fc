//! The server: a router over [`Storage`], and what runs it.

mod auth;
mod blobs;
mod caller;
mod desk;
mod metrics;
pub mod page;
pub mod read;
mod reply;
mod sales;
mod session;
mod stream;
mod sync;
mod syncing;
mod tls;
mod tries;
mod turns;

pub use metrics::Metrics;
pub use tls::{Tls, load_tls};

use crate::enroll::enroll;
use crate::error::{HubError, Result};
use crate::openapi;
use crate::quota;
use crate::storage::Storage;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, X_CONTENT_TYPE_OPTIONS};
use axum::middleware::map_response;
use axum::response::{Redirect, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use ed25519_dalek::SigningKey;
use page::Files;
use reply::{Problem, blocking};
use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};
use syncing::Syncing;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tries::Tries;
use tsong_domain::id::Hash32;
use tsong_sync::exchange::{EnrolAsk, EnrolTell};
use turns::Turns;

/// How many exchanges are served at once; more wait. Each may hold a few megabytes.
const SYNCS_AT_ONCE: usize = 6;
/// How long a draining server waits for what is under way.
/// How often quotas are looked at whose time may be over.
const SWEEP: Duration = Duration::from_secs(60);
const DRAIN: Duration = Duration::from_secs(20);

/// What every handler shares.
pub struct Hub<S: Storage> {
    /// The database.
    pub storage: S,
    /// The hub's key.
    pub key: SigningKey,
    /// A staff token's hash besides those in the database.
    pub token: Option<Hash32>,
    /// The clock, milliseconds since 1970.
    pub now_ms: fn() -> i64,
    /// Counters.
    pub metrics: Metrics,
    /// The desk's page.
    pub files: Files,
    syncs: Semaphore,
    syncing: Syncing,
    sales: sales::Sales,
    turns: Turns,
    tries: Tries,
    started: Instant,
}

impl<S: Storage> Hub<S> {
    /// A hub over a database.
    #[must_use]
    pub fn new(storage: S, key: SigningKey, token: Option<Hash32>, now_ms: fn() -> i64) -> Self {
        let (metrics, syncs) = (Metrics::default(), Semaphore::new(SYNCS_AT_ONCE));
        let (syncing, tries) = (Syncing::default(), Tries::default());
        Self {
            storage,
            key,
            token,
            now_ms,
            metrics,
            files: page::embedded,
            syncs,
            syncing,
            sales: sales::Sales::default(),
            turns: Turns::default(),
            tries,
            started: Instant::now(),
        }
    }
}

type Shared<S> = State<Arc<Hub<S>>>;

/// Every path that the hub answers; [`openapi`] describes each.
pub fn router<S: Storage>(hub: Arc<Hub<S>>) -> Router {
    Router::new()
        .route("/healthz", get(healthz::<S>))
        .route("/metrics", get(metrics::show::<S>))
        .route("/openapi.json", get(|| async { Json(openapi::describe()) }))
        .route(
            "/v1/enroll",
            post(enrol::<S>).layer(DefaultBodyLimit::max(16 * 1024)),
        )
        .route("/v1/sync", post(sync::exchange::<S>))
        .route(
            "/v1/blobs/{hash}",
            get(blobs::fetch::<S>)
                .head(blobs::offset::<S>)
                .put(blobs::store::<S>),
        )
        .route("/", get(|| async { Redirect::to("/desk") }))
        .route("/desk", get(page::<S>))
        .route("/desk/{*rest}", get(page::<S>))
        .route("/assets/{*name}", get(asset::<S>))
        .merge(for_staff())
        .fallback(|| async { Problem::new(404, "not_found", "no such path") })
        .with_state(hub)
}

/// What staff reads and writes: kept by nobody on the way.
fn for_staff<S: Storage>() -> Router<Arc<Hub<S>>> {
    Router::new()
        .route(
            "/v1/session",
            post(session::start::<S>)
                .get(session::show::<S>)
                .delete(session::end::<S>),
        )
        .route("/v1/desk/summary", get(desk::summary::<S>))
        .route("/v1/desk/stations", get(desk::stations::<S>))
        .route("/v1/desk/log", get(desk::log::<S>))
        .route("/v1/desk/places", get(desk::places::<S>))
        .route(
            "/v1/stations",
            get(read::stations::<S>).post(desk::add_station::<S>),
        )
        .route("/v1/stations/{station}", get(read::station::<S>))
        .route(
            "/v1/stations/{station}/orders",
            get(read::orders::<S>).post(sales::sell::<S>),
        )
        .route(
            "/v1/stations/{station}/orders/{order}/cancel",
            post(sales::cancel::<S>),
        )
        .route(
            "/v1/stations/{station}/orders/{order}/reveal",
            post(desk::reveal::<S>),
        )
        .route("/v1/stations/{station}/devices", get(read::devices::<S>))
        .route(
            "/v1/stations/{station}/devices/{device}/revoke",
            post(desk::revoke::<S>),
        )
        .route("/v1/stations/{station}/codes", post(desk::add_code::<S>))
        .route(
            "/v1/stations/{station}/quarantine",
            get(read::quarantine::<S>),
        )
        .layer(DefaultBodyLimit::max(16 * 1024))
        .layer(map_response(unkept))
}

async fn unkept(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

async fn page<S: Storage>(State(hub): Shared<S>) -> Response {
    page::page(hub.files)
}

async fn asset<S: Storage>(State(hub): Shared<S>, Path(name): Path<String>) -> Answer {
    let none = || Problem::new(404, "not_found", "no such file");
    page::asset(hub.files, &name).ok_or_else(none)
}

async fn healthz<S: Storage>(State(hub): Shared<S>) -> std::result::Result<&'static str, Problem> {
    blocking(move || hub.storage.read(|t| t.stations().map(|_| "ok\n"))).await
}

async fn enrol<S: Storage>(
    State(hub): Shared<S>,
    body: std::result::Result<Json<EnrolAsk>, axum::extract::rejection::JsonRejection>,
) -> std::result::Result<Json<EnrolTell>, Problem> {
    let Json(ask) = body.map_err(|_| Problem::new(400, "malformed", "no enrolment's JSON"))?;
    blocking(move || {
        let tell = enroll(&hub.storage, &hub.key, &ask, (hub.now_ms)());
        hub.metrics.enrolled(tell.is_ok());
        tell.map(Json)
    })
    .await
}

/// Serves until `stop` resolves, then lets what is under way end.
///
/// # Errors
/// If the listener fails.
pub async fn serve<S: Storage>(
    hub: Arc<Hub<S>>,
    listener: TcpListener,
    tls: Option<Tls>,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<()> {
    let (stopping, mut stopped) = tokio::sync::watch::channel(false);
    let signal = async move {
        stop.await;
        // Nobody waits for it any more only when the server is gone already.
        stopping.send_replace(true);
    };
    let sweeping = tokio::spawn(sweep(Arc::clone(&hub)));
    let app = router(hub).into_make_service_with_connect_info::<session::Peer>();
    let served = async {
        match tls {
            Some(tls) => {
                let listener = tls::TlsListener::start(listener, tls)?;
                axum::serve(listener, app)
                    .with_graceful_shutdown(signal)
                    .await
            }
            None => {
                axum::serve(tls::PlainListener(listener), app)
                    .with_graceful_shutdown(signal)
                    .await
            }
        }
    };
    let too_long = async {
        while !*stopped.borrow_and_update() {
            if stopped.changed().await.is_err() {
                std::future::pending::<()>().await;
            }
        }
        tokio::time::sleep(DRAIN).await;
    };
    let ended = tokio::select! {
        result = served => result.map_err(HubError::io("the server")),
        () = too_long => Ok(()),
    };
    sweeping.abort();
    ended
}

/// Gives quotas back whose time is over, also of stations that nobody hears.
async fn sweep<S: Storage>(hub: Arc<Hub<S>>) {
    let mut every = tokio::time::interval(SWEEP);
    loop {
        every.tick().await;
        let at_work = Arc::clone(&hub);
        let swept = blocking(move || {
            let now_ms = (at_work.now_ms)();
            quota::sweep(&at_work.storage, &at_work.key, None, now_ms)
        });
        if swept.await.is_err() {
            hub.metrics.refused();
        }
    }
}

/// Listens, but never in plain http where others could listen too.
///
/// # Errors
/// `plain_http`, and whatever the system says.
pub async fn listen(address: SocketAddr, has_tls: bool) -> Result<TcpListener> {
    if !has_tls && !address.ip().is_loopback() {
        let message = format!(
            "{address} can be reached by others: give --tls-cert and --tls-key, or listen on 127.0.0.1"
        );
        return Err(HubError::refused("plain_http", message));
    }
    TcpListener::bind(address)
        .await
        .map_err(HubError::io(format!("listening on {address}")))
}

/// A handler's answer.
type Answer = std::result::Result<Response, Problem>;
