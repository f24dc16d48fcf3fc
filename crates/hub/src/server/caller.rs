//! Who of the staff asks: by a token, as programs do, or by the cookie of a session, as the desk
//! does.

use super::Hub;
use super::reply::{Problem, blocking};
use crate::code::{hash_session, hash_token, is_same};
use crate::error::{HubError, Result};
use crate::staff::Staff;
use crate::storage::Storage;
use crate::storage::session::SessionRow;
use crate::storage::token::TokenRow;
use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::{AUTHORIZATION, COOKIE, HOST, ORIGIN};
use axum::http::request::Parts;
use cookie::Cookie;
use std::sync::Arc;
use tsong_domain::id::Hash32;

/// The cookie's name.
pub(super) const PLAIN_COOKIE: &str = "tsong-desk";
/// Its name over TLS: a browser lets nobody but this very host set it.
pub(super) const SECURE_COOKIE: &str = "__Host-tsong-desk";
/// Whose the token of `--staff-token-file` is.
const FILE_NAME: &str = "staff";

/// Somebody of the staff.
#[derive(Clone, Debug)]
pub(super) struct Caller {
    pub(super) who: String,
    /// The session, for who is signed in at the desk; `None` for who shows a token.
    pub(super) session: Option<SessionRow>,
}

impl Caller {
    /// The same at work.
    pub(super) fn at<'a, S: Storage>(&'a self, hub: &'a Hub<S>) -> Staff<'a, S> {
        Staff {
            storage: &hub.storage,
            key: &hub.key,
            who: &self.who,
            now_ms: (hub.now_ms)(),
        }
    }
}

/// Whose a token is, if anybody's.
///
/// # Errors
/// If the database fails.
pub(super) fn whose<S: Storage>(hub: &Hub<S>, shown: &Hash32) -> Result<Option<String>> {
    let mut tokens = hub.storage.read(|t| t.tokens())?;
    tokens.extend(hub.token.map(|hash| TokenRow {
        hash,
        name: FILE_NAME.to_owned(),
        created_ms: 0,
        revoked_ms: None,
    }));
    // Every one is compared, so that the time does not tell which came near.
    Ok(tokens.into_iter().fold(None, |found, row| {
        let fits = is_same(&row.hash, shown) && row.revoked_ms.is_none();
        if fits { Some(row.name) } else { found }
    }))
}

/// What a request shows: a token's hash, or cookies'.
enum Shown {
    Nothing,
    Token(Hash32),
    Cookies(Vec<Hash32>),
}

fn shown(headers: &HeaderMap) -> Shown {
    if let Some(header) = headers.get(AUTHORIZATION) {
        let token = header.to_str().ok().and_then(|h| h.strip_prefix("Bearer "));
        return token.map_or(Shown::Nothing, |token| Shown::Token(hash_token(token)));
    }
    let lines = headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|h| h.to_str().ok());
    let ours = |c: &Cookie<'_>| [PLAIN_COOKIE, SECURE_COOKIE].contains(&c.name());
    let cookies: Vec<Hash32> = lines
        .flat_map(|line| Cookie::split_parse(line).filter_map(std::result::Result::ok))
        .filter(ours)
        .map(|c| hash_session(c.value()))
        .collect();
    if cookies.is_empty() {
        Shown::Nothing
    } else {
        Shown::Cookies(cookies)
    }
}

fn caller<S: Storage>(hub: &Hub<S>, shown: Shown) -> Result<Caller> {
    let refused = || HubError::refused("bad_token", "a staff token is needed");
    match shown {
        Shown::Nothing => Err(refused()),
        Shown::Token(token) => {
            let who = whose(hub, &token)?.ok_or_else(refused)?;
            Ok(Caller { who, session: None })
        }
        Shown::Cookies(hashes) => {
            let over = || HubError::refused("session_over", "the session is over: sign in again");
            let now_ms = (hub.now_ms)();
            for hash in &hashes {
                let found = hub.storage.read(|t| t.session(hash))?;
                let Some(row) = found.filter(|row| row.expires_ms > now_ms) else {
                    continue;
                };
                // A token that was taken away takes its sessions with it.
                if whose(hub, &row.token)?.is_some() {
                    return Ok(Caller {
                        who: row.name.clone(),
                        session: Some(row),
                    });
                }
            }
            Err(over())
        }
    }
}

/// Whether a page of this very hub asks. A browser says so in every request that writes.
///
/// # Errors
/// `cross_origin`.
pub(super) fn same_origin(headers: &HeaderMap) -> std::result::Result<(), Problem> {
    let word = |name| headers.get(name).and_then(|h| h.to_str().ok());
    let origin = word(ORIGIN).and_then(|o| o.split_once("://"));
    match (origin, word(HOST)) {
        (Some(("http" | "https", from)), Some(host)) if from.eq_ignore_ascii_case(host) => Ok(()),
        _ => Err(Problem::new(
            403,
            "cross_origin",
            "another site's page may not do this",
        )),
    }
}

impl<S: Storage> FromRequestParts<Arc<Hub<S>>> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(
        parts: &mut Parts,
        hub: &Arc<Hub<S>>,
    ) -> std::result::Result<Self, Problem> {
        let shown = shown(&parts.headers);
        // A browser sends the cookie by itself, whoever's page makes it ask; a token it does not.
        if matches!(shown, Shown::Cookies(_)) && !parts.method.is_safe() {
            same_origin(&parts.headers)?;
        }
        let hub = Arc::clone(hub);
        blocking(move || caller(&hub, shown)).await
    }
}
