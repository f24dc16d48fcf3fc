//! `POST /v1/sync`.

use super::reply::Problem;
use super::stream::{MAX_REQUEST_BYTES, Pieces, pump};
use super::{Answer, Hub, auth};
use crate::desk::StationLog;
use crate::error::HubError;
use crate::quota;
use crate::storage::Storage;
use crate::storage::device::DeviceRow;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use std::io::{self, Read};
use std::sync::Arc;
use tokio::sync::{Notify, OwnedMutexGuard, mpsc, oneshot};
use tsong_sync::exchange::request::Authorization;
use tsong_sync::exchange::serve::{self, ServeError};
use tsong_sync::exchange::{SYNC_PATH, wire};

/// Frames up are taken in as they come; the answer begins when the whole request is there.
pub(super) async fn exchange<S: Storage>(
    State(hub): State<Arc<Hub<S>>>,
    request: Request,
) -> Answer {
    let (head, body) = request.into_parts();
    let length = head
        .headers
        .get(CONTENT_LENGTH)
        .and_then(|l| l.to_str().ok()?.parse().ok());
    if length.is_some_and(|l: usize| l > MAX_REQUEST_BYTES) {
        return Err(Problem::new(413, "too_large", "the request is too large"));
    }
    let hurry = Arc::new(Notify::new());
    let (reader, pumping) = pump(body, Arc::clone(&hurry));
    let known = match head.uri.query() {
        None => auth::device(&hub, "POST", SYNC_PATH.to_owned(), &head.headers).await,
        Some(_) => Err(Problem::new(400, "malformed", "a sync has no query")),
    };
    let (device, signed) = match known {
        Ok(known) => known,
        Err(problem) => {
            drop(reader);
            // Read to the end first: a refusal in the middle of a request gets lost.
            pumping.await.unwrap_or(());
            return Err(problem);
        }
    };
    let turn = hub.turns.take(device.device, hurry).await;
    let permit = Arc::clone(&hub);
    let Ok(_permit) = permit.syncs.acquire().await else {
        return Err(Problem::new(503, "draining", "the hub is going down"));
    };
    let (began, begins) = oneshot::channel();
    let (pieces, answer) = mpsc::channel(2);
    tokio::task::spawn_blocking(move || {
        run(&hub, &device, &signed, reader, turn, began, &pieces);
    });
    match begins.await {
        Ok(Ok(())) => Ok((
            [(CONTENT_TYPE, wire::CONTENT_TYPE)],
            Body::new(Pieces(answer)),
        )
            .into_response()),
        Ok(Err(problem)) => {
            pumping.await.unwrap_or(());
            Err(problem)
        }
        Err(_) => Err(Problem::new(500, "broken", "the hub has trouble")),
    }
}

fn problem(error: ServeError<HubError>) -> Problem {
    match error {
        ServeError::Log(error) => error.into(),
        ServeError::Cut => Problem::new(400, "cut", "the request was cut"),
        ServeError::Malformed => Problem::new(400, "malformed", "the request is no exchange"),
        ServeError::BadDigest => {
            Problem::new(401, "bad_signature", "the content is not what was signed")
        }
        ServeError::Frame(_) | ServeError::Gone(_) => {
            Problem::new(500, "broken", "the hub has trouble")
        }
    }
}

type Turn = Option<OwnedMutexGuard<()>>;
type Began = oneshot::Sender<std::result::Result<(), Problem>>;

fn run<S: Storage>(
    hub: &Hub<S>,
    device: &DeviceRow,
    signed: &Authorization,
    reader: impl Read,
    turn: Turn,
    began: Began,
    pieces: &mpsc::Sender<io::Result<Bytes>>,
) {
    let _under_way = hub.syncing.begin(device.station);
    let now_ms = (hub.now_ms)();
    let mut log = StationLog {
        storage: &hub.storage,
        key: &hub.key,
        station: device.station,
        now_ms,
    };
    // What is overdue goes down with this very answer.
    let swept = quota::sweep(&hub.storage, &hub.key, Some(device.station), now_ms);
    let heard = swept
        .map_err(ServeError::Log)
        .and_then(|()| serve::hear(&mut log, reader, &signed.digest));
    // The answer may wait for a weak link; the device's next request does not wait for it.
    drop(turn);
    let heard = match heard {
        Ok(heard) => heard,
        Err(error) => {
            hub.metrics.refused();
            // Who asked is gone when nobody waits for this.
            return began.send(Err(problem(error))).unwrap_or(());
        }
    };
    hub.metrics.heard(&heard);
    let mut began = Some(began);
    let mut write = |bytes: Vec<u8>| {
        if let Some(began) = began.take() {
            began
                .send(Ok(()))
                .map_err(|_| io::Error::from(io::ErrorKind::BrokenPipe))?;
        }
        pieces
            .blocking_send(Ok(bytes.into()))
            .map_err(|_| io::Error::from(io::ErrorKind::BrokenPipe))
    };
    let answered = serve::answer(&mut log, device.device, signed.sequence, heard, &mut write);
    match answered {
        Ok(bytes) => hub.metrics.answered(bytes),
        Err(error) => {
            hub.metrics.refused();
            match began {
                Some(began) => began.send(Err(problem(error))).unwrap_or(()),
                // The answer had begun: it is cut, so that the device sees it and asks again.
                None => pieces
                    .blocking_send(Err(io::Error::from(io::ErrorKind::UnexpectedEof)))
                    .unwrap_or(()),
            }
        }
    }
}

impl From<Problem> for Response {
    fn from(problem: Problem) -> Self {
        problem.into_response()
    }
}
