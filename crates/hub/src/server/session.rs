//! `/v1/session`: staff signs in at the desk with a token, typed once.

use super::caller::{Caller, PLAIN_COOKIE, SECURE_COOKIE, same_origin, whose};
use super::reply::{Problem, blocking, taken};
use super::tls::{PlainListener, TlsListener};
use super::{Answer, Hub};
use crate::code::hash_token;
use crate::staff::Staff;
use crate::storage::Storage;
use axum::Json;
use axum::extract::connect_info::Connected;
use axum::extract::rejection::JsonRejection;
use axum::extract::{ConnectInfo, State};
use axum::http::HeaderMap;
use axum::http::header::{ORIGIN, SET_COOKIE};
use axum::response::IntoResponse;
use axum::serve::IncomingStream;
use cookie::{Cookie, SameSite};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tsong_contract::desk::{SessionAsk, SessionView};
use tsong_contract::io::Done;

/// Who is at the other end of a connection.
#[derive(Clone, Copy, Debug)]
pub(super) struct Peer(SocketAddr);

impl Connected<IncomingStream<'_, PlainListener>> for Peer {
    fn connect_info(stream: IncomingStream<'_, PlainListener>) -> Self {
        Self(*stream.remote_addr())
    }
}

impl Connected<IncomingStream<'_, TlsListener>> for Peer {
    fn connect_info(stream: IncomingStream<'_, TlsListener>) -> Self {
        Self(*stream.remote_addr())
    }
}

/// The browser itself says in `Origin` whether it came by TLS, through whatever stands before the
/// hub.
fn cookie(headers: &HeaderMap, value: String, lasts: Duration) -> String {
    let origin = headers.get(ORIGIN).and_then(|h| h.to_str().ok());
    let is_secure = origin.is_some_and(|o| o.starts_with("https://"));
    let name = if is_secure {
        SECURE_COOKIE
    } else {
        PLAIN_COOKIE
    };
    let seconds = i64::try_from(lasts.as_secs()).unwrap_or(i64::MAX);
    Cookie::build((name, value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Strict)
        .secure(is_secure)
        .max_age(cookie::time::Duration::seconds(seconds))
        .build()
        .to_string()
}

fn waiting(status: u16, code: &'static str, message: &str, wait: Duration) -> Problem {
    Problem::new(status, code, message).after(wait)
}

/// Shows a token, gets a cookie.
pub(super) async fn start<S: Storage>(
    State(hub): State<Arc<Hub<S>>>,
    ConnectInfo(Peer(peer)): ConnectInfo<Peer>,
    headers: HeaderMap,
    body: std::result::Result<Json<SessionAsk>, JsonRejection>,
) -> Answer {
    same_origin(&headers)?;
    let ask = taken(body)?;
    let from = peer.ip();
    let next = hub
        .tries
        .take(from, hub.started.elapsed())
        .map_err(|wait| {
            hub.metrics.refused();
            waiting(429, "too_many_tries", "too many wrong tokens: wait", wait)
        })?;
    let shared = Arc::clone(&hub);
    let signed_in = blocking(move || {
        let (hub, token) = (shared, hash_token(&ask.token));
        let Some(who) = whose(&hub, &token)? else {
            hub.metrics.refused();
            return Ok(None);
        };
        let staff = Staff {
            storage: &hub.storage,
            key: &hub.key,
            who: &who,
            now_ms: (hub.now_ms)(),
        };
        let (cookie, expires_ms) = staff.sign_in(&token)?;
        let now_ms = staff.now_ms;
        let view = SessionView {
            name: who.clone(),
            expires_ms,
            now_ms,
        };
        Ok(Some((cookie, view)))
    });
    let (value, view) = signed_in
        .await?
        .ok_or_else(|| waiting(401, "bad_token", "nobody has this token", next))?;
    hub.tries.forgive(from);
    let lasts = u64::try_from(view.expires_ms.saturating_sub(view.now_ms)).unwrap_or(0);
    let cookie = cookie(&headers, value, Duration::from_millis(lasts));
    Ok(([(SET_COOKIE, cookie)], Json(view)).into_response())
}

/// Who is signed in. A program that shows a token has no session to show.
pub(super) async fn show<S: Storage>(
    State(hub): State<Arc<Hub<S>>>,
    caller: Caller,
) -> std::result::Result<Json<SessionView>, Problem> {
    let none = || Problem::new(404, "not_found", "a token is no session");
    let session = caller.session.ok_or_else(none)?;
    Ok(Json(SessionView {
        name: session.name,
        expires_ms: session.expires_ms,
        now_ms: (hub.now_ms)(),
    }))
}

/// Signs out: the session is over here, and the browser forgets the cookie.
pub(super) async fn end<S: Storage>(
    State(hub): State<Arc<Hub<S>>>,
    headers: HeaderMap,
    caller: Caller,
) -> Answer {
    blocking(move || match &caller.session {
        Some(session) => caller.at(&hub).sign_out(&session.hash),
        None => Ok(()),
    })
    .await?;
    let gone = cookie(&headers, String::new(), Duration::ZERO);
    Ok(([(SET_COOKIE, gone)], Json(Done { done: true })).into_response())
}
