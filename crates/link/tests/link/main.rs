//! The link against small servers that answer well, badly, or not at all.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is not as it should be"
)]

mod plain;
mod server;
mod tls;

use std::io::Read as _;
use tsong_sync::transport::{Method, Request, Response, TransportError};

fn get(path: &str) -> Request {
    Request {
        method: Method::Get,
        path: path.to_owned(),
        headers: vec![],
        body: vec![],
    }
}

fn post(body: &[u8]) -> Request {
    Request {
        method: Method::Post,
        path: "/v1/sync".to_owned(),
        headers: vec![("authorization", "Tsong 1:2:3".to_owned())],
        body: body.to_vec(),
    }
}

/// The whole content, or why it broke off.
fn read(response: Response) -> Result<Vec<u8>, TransportError> {
    let mut body = response.body;
    let mut all = Vec::new();
    body.read_to_end(&mut all)
        .map_err(|e| TransportError::of_read(&e))?;
    Ok(all)
}
