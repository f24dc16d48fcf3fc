//! `/v1/blobs/{hash}`: photos in pieces, going on where the other side stopped. A device sees the
//! blobs that facts of its own station name, and no others.

use super::reply::{Problem, blocking};
use super::{Answer, Hub, auth};
use crate::blob::{self, Kept, Span};
use crate::storage::Storage;
use axum::body::{Body, to_bytes};
use axum::extract::{Path, Query, Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use std::sync::Arc;
use tsong_domain::id::Hash32;
use tsong_sync::exchange::blobs::MAX_BLOB_BYTES;
use tsong_sync::exchange::request::digest;
use tsong_sync::exchange::wire;

/// The most that one piece may have.
const MAX_PIECE_BYTES: usize = 256 * 1024;

fn hash_of(text: &str) -> std::result::Result<Hash32, Problem> {
    text.parse()
        .map_err(|_| Problem::new(400, "malformed", "no blob's address"))
}

fn path_of(request: &Request) -> String {
    request
        .uri()
        .path_and_query()
        .map_or_else(String::new, ToString::to_string)
}

/// Eight bytes of size, then the content from the offset on.
pub(super) async fn fetch<S: Storage>(
    State(hub): State<Arc<Hub<S>>>,
    Path(hash): Path<String>,
    Query(span): Query<Span>,
    request: Request,
) -> Answer {
    let hash = hash_of(&hash)?;
    let (device, _) = auth::device(&hub, "GET", path_of(&request), request.headers()).await?;
    let bytes =
        blocking(move || blob::rest(&hub.storage, device.station, &hash, span.offset)).await?;
    Ok(([(CONTENT_TYPE, wire::CONTENT_TYPE)], Body::from(bytes)).into_response())
}

/// How much of a blob is here, as the header `x-tsong-offset`.
pub(super) async fn offset<S: Storage>(
    State(hub): State<Arc<Hub<S>>>,
    Path(hash): Path<String>,
    request: Request,
) -> Answer {
    let hash = hash_of(&hash)?;
    let (device, _) = auth::device(&hub, "HEAD", path_of(&request), request.headers()).await?;
    let here =
        blocking(move || blob::known(&hub.storage, device.station, &hash).map(|row| row.length()))
            .await?;
    Ok([("x-tsong-offset", here.to_string())].into_response())
}

/// Keeps a piece that goes on where the blob ends here.
pub(super) async fn store<S: Storage>(
    State(hub): State<Arc<Hub<S>>>,
    Path(hash): Path<String>,
    Query(span): Query<Span>,
    request: Request,
) -> Answer {
    let hash = hash_of(&hash)?;
    let (device, signed) = auth::device(&hub, "PUT", path_of(&request), request.headers()).await?;
    if span.size > MAX_BLOB_BYTES {
        return Err(Problem::new(413, "too_large", "the blob is too large"));
    }
    let piece = to_bytes(request.into_body(), MAX_PIECE_BYTES)
        .await
        .map_err(|_| Problem::new(413, "too_large", "the piece is too large, or was cut"))?;
    if digest(&piece) != signed.digest {
        return Err(Problem::new(
            401,
            "bad_signature",
            "the content is not what was signed",
        ));
    }
    let stored = blocking(move || {
        let piece: &[u8] = &piece;
        blob::keep(&hub.storage, device.station, &hash, span, piece)
    })
    .await?;
    match stored {
        Kept::Here => Ok(axum::Json(serde_json::json!({})).into_response()),
        Kept::GoesOnAt(offset) => Err(Problem::wrong_offset(offset)),
        Kept::NotItsAddress => Err(Problem::new(
            422,
            "blob_mismatch",
            "the content is not its address",
        )),
    }
}
