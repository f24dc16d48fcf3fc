//! Who is let in: the browser that came by the address that was printed, and no page of another's.

use axum::http::HeaderMap;
use axum::http::header::{CONTENT_TYPE, COOKIE, HOST, ORIGIN};
use data_encoding::HEXLOWER;
use std::net::SocketAddr;
use std::sync::{Mutex, PoisonError};
use tsong_contract::AppError;

/// The gate of one run.
pub(super) struct Gate {
    /// The names by which this server may be asked for. Another's name that leads here is a page that
    /// wants to talk to us.
    hosts: [String; 3],
    /// The cookie's name: browsers give a cookie to every port of a host.
    cookie: String,
    secret: String,
    /// What the printed address holds, until it was used.
    token: Mutex<Option<String>>,
}

impl Gate {
    /// A gate for the server at an address, and the token that opens it once.
    pub(super) fn new(address: SocketAddr) -> Result<(Self, String), AppError> {
        let port = address.port();
        let token = random()?;
        let gate = Self {
            hosts: [
                format!("127.0.0.1:{port}"),
                format!("localhost:{port}"),
                format!("[::1]:{port}"),
            ],
            cookie: format!("tsong-{port}"),
            secret: random()?,
            token: Mutex::new(Some(token.clone())),
        };
        Ok((gate, token))
    }

    /// Whether it was asked for by a name of this PC.
    pub(super) fn is_for_us(&self, headers: &HeaderMap) -> bool {
        let mut all = headers.get_all(HOST).iter();
        let host = all.next().and_then(|h| h.to_str().ok()).unwrap_or("");
        all.next().is_none() && self.hosts.iter().any(|own| host.eq_ignore_ascii_case(own))
    }

    /// Whether a call comes from one of our own pages. Programs that are no browser tell no origin.
    pub(super) fn is_from_us(&self, headers: &HeaderMap) -> bool {
        let site = headers
            .get("sec-fetch-site")
            .and_then(|site| site.to_str().ok());
        if site.is_some_and(|site| site != "same-origin") {
            return false;
        }
        match headers.get(ORIGIN) {
            None => true,
            Some(origin) => origin
                .to_str()
                .ok()
                .and_then(|origin| origin.strip_prefix("http://"))
                .is_some_and(|host| self.hosts.iter().any(|own| host == own)),
        }
    }

    /// The cookie to set, if the query brings the token; that is used up then.
    pub(super) fn open(&self, query: &str) -> Option<String> {
        let brought = query
            .split('&')
            .find_map(|pair| pair.strip_prefix("token="))?;
        let mut token = self.token.lock().unwrap_or_else(PoisonError::into_inner);
        if !same(token.as_deref()?, brought) {
            return None;
        }
        *token = None;
        Some(format!(
            "{}={}; Path=/; HttpOnly; SameSite=Strict",
            self.cookie, self.secret
        ))
    }

    /// Whether the request brings the cookie.
    pub(super) fn knows(&self, headers: &HeaderMap) -> bool {
        headers
            .get_all(COOKIE)
            .iter()
            .filter_map(|line| line.to_str().ok())
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .any(|(name, value)| name == self.cookie && same(&self.secret, value))
    }
}

/// Whether the content is JSON: what a page elsewhere cannot send without asking first.
pub(super) fn is_json(headers: &HeaderMap) -> bool {
    headers
        .get(CONTENT_TYPE)
        .and_then(|told| told.to_str().ok())
        .and_then(|told| told.split(';').next())
        .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

fn random() -> Result<String, AppError> {
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes).map_err(|_| AppError::Internal {
        detail: "random".to_owned(),
    })?;
    Ok(HEXLOWER.encode(&bytes))
}

/// Compares in the same time wherever they differ.
fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |d, (a, b)| d | (a ^ b)) == 0
}
