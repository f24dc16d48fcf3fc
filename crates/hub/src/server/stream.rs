//! Bodies between the network and threads that block, piece by piece, so that neither a whole
//! request nor a whole answer is ever in memory.

use axum::body::Body;
use bytes::Bytes;
use http_body::Frame;
use http_body_util::BodyExt;
use std::io::{self, Read};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::sync::{Notify, mpsc};
use tokio::task::JoinHandle;

/// How long a device may say nothing in the middle of a request: a stall, not a limit of the whole.
const STALL: Duration = Duration::from_secs(90);
/// How long once the device has begun another request: what has arrived is read, no more is awaited.
const HURRIED: Duration = Duration::from_millis(200);

/// The most that a request may have.
pub(super) const MAX_REQUEST_BYTES: usize = 12 * 1024 * 1024;

/// Reads a request's body from a thread that blocks.
pub(super) struct BodyReader {
    pieces: mpsc::Receiver<io::Result<Bytes>>,
    current: Bytes,
}

/// Pumps a body to a reader. The task goes on reading to the end when nobody listens any more, so
/// that a refusal reaches a device that is still sending.
///
/// Once `hurry` is told, nothing is waited for.
pub(super) fn pump(mut body: Body, hurry: Arc<Notify>) -> (BodyReader, JoinHandle<()>) {
    let (sender, pieces) = mpsc::channel(4);
    let task = tokio::spawn(async move {
        let (mut left, mut stall) = (MAX_REQUEST_BYTES, STALL);
        loop {
            let next = tokio::time::timeout(stall, body.frame());
            let frame = tokio::select! {
                frame = next => frame,
                () = hurry.notified() => {
                    stall = HURRIED;
                    continue;
                }
            };
            let frame = match frame {
                Ok(Some(Ok(frame))) => frame,
                Ok(None) => return,
                Ok(Some(Err(_))) => {
                    let cut = io::Error::from(io::ErrorKind::UnexpectedEof);
                    return send(&sender, Err(cut)).await;
                }
                Err(_) => {
                    let stalled = io::Error::from(io::ErrorKind::TimedOut);
                    return send(&sender, Err(stalled)).await;
                }
            };
            let Ok(data) = frame.into_data() else {
                continue;
            };
            let Some(rest) = left.checked_sub(data.len()) else {
                let large = io::Error::from(io::ErrorKind::FileTooLarge);
                return send(&sender, Err(large)).await;
            };
            left = rest;
            send(&sender, Ok(data)).await;
        }
    });
    (
        BodyReader {
            pieces,
            current: Bytes::new(),
        },
        task,
    )
}

async fn send(to: &mpsc::Sender<io::Result<Bytes>>, piece: io::Result<Bytes>) {
    // A reader that is gone has refused the request; what still comes is thrown away.
    to.send(piece).await.unwrap_or(());
}

impl Read for BodyReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.current.is_empty() {
            match self.pieces.blocking_recv() {
                Some(piece) => self.current = piece?,
                None => return Ok(0),
            }
        }
        let count = self.current.len().min(buffer.len());
        let piece = self.current.split_to(count);
        for (to, from) in buffer.iter_mut().zip(piece.iter()) {
            *to = *from;
        }
        Ok(count)
    }
}

/// An answer's body that a thread writes piece by piece.
pub(super) struct Pieces(pub(super) mpsc::Receiver<io::Result<Bytes>>);

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        self.0
            .poll_recv(cx)
            .map(|piece| piece.map(|p| p.map(Frame::data)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_hurried_request_gives_what_arrived_and_ends() {
        // The other end is still there and says nothing more.
        let (sender, pieces) = mpsc::channel(2);
        sender
            .send(Ok(Bytes::from_static(b"arrived")))
            .await
            .unwrap();
        let body = Body::new(Pieces(pieces));
        let hurry = Arc::new(Notify::new());
        let (mut reader, pumping) = pump(body, Arc::clone(&hurry));
        hurry.notify_one();
        let read = tokio::task::spawn_blocking(move || {
            let mut all = Vec::new();
            let end = reader.read_to_end(&mut all).map_err(|e| e.kind());
            (all, end)
        });
        let (all, end) = read.await.unwrap();
        assert_eq!(all, b"arrived");
        assert_eq!(end, Err(io::ErrorKind::TimedOut), "it is told as cut");
        pumping.await.unwrap();
        drop(sender);
    }
}
