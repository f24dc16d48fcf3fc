//! The socket with its meter, and the watch over its silence.

use std::io;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::sync::Notify;
use tsong_sync::transport::TransportError;

/// What went over the sockets of a link, and when something last did.
pub(crate) struct Traffic {
    up: AtomicU64,
    down: AtomicU64,
    begun: Instant,
    last_ms: AtomicU64,
    is_stopped: AtomicBool,
    woken: Notify,
}

impl Traffic {
    pub(crate) fn new() -> Self {
        Self {
            up: AtomicU64::new(0),
            down: AtomicU64::new(0),
            begun: Instant::now(),
            last_ms: AtomicU64::new(0),
            is_stopped: AtomicBool::new(false),
            woken: Notify::new(),
        }
    }

    /// Nothing is waited for any more.
    pub(crate) fn stop(&self) {
        self.is_stopped.store(true, Ordering::SeqCst);
        self.woken.notify_waiters();
    }

    /// Returns when somebody stopped it.
    pub(crate) async fn stopped(&self) {
        // Heard from here on: a stop between the look and the wait is not missed.
        let woken = self.woken.notified();
        if !self.is_stopped.load(Ordering::SeqCst) {
            woken.await;
        }
    }

    /// Bytes sent and received.
    pub(crate) fn counted(&self) -> (u64, u64) {
        (
            self.up.load(Ordering::Relaxed),
            self.down.load(Ordering::Relaxed),
        )
    }

    fn count(&self, way: &AtomicU64, bytes: usize) {
        if bytes > 0 {
            way.fetch_add(u64::try_from(bytes).unwrap_or(u64::MAX), Ordering::Relaxed);
            self.touch();
        }
    }

    /// Now is not silence.
    pub(crate) fn touch(&self) {
        self.last_ms.store(self.now_ms(), Ordering::Relaxed);
    }

    fn now_ms(&self) -> u64 {
        u64::try_from(self.begun.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    fn silent_for(&self) -> Duration {
        let last = self.last_ms.load(Ordering::Relaxed);
        Duration::from_millis(self.now_ms().saturating_sub(last))
    }
}

/// Awaits `work`, however long it takes, as long as bytes move in either direction.
pub(crate) async fn watch<F: Future>(
    traffic: &Traffic,
    stall: Duration,
    work: F,
) -> Result<F::Output, TransportError> {
    traffic.touch();
    let mut work = std::pin::pin!(work);
    loop {
        let left = stall.saturating_sub(traffic.silent_for());
        if let Ok(done) = tokio::time::timeout(left, &mut work).await {
            return Ok(done);
        }
        if traffic.silent_for() >= stall {
            return Err(TransportError::Stalled);
        }
    }
}

/// A socket whose bytes are counted, below TLS.
pub(crate) struct Counted {
    socket: TcpStream,
    traffic: std::sync::Arc<Traffic>,
}

impl Counted {
    pub(crate) const fn new(socket: TcpStream, traffic: std::sync::Arc<Traffic>) -> Self {
        Self { socket, traffic }
    }
}

impl AsyncRead for Counted {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let polled = Pin::new(&mut self.socket).poll_read(context, buffer);
        let read = buffer.filled().len().saturating_sub(before);
        self.traffic.count(&self.traffic.down, read);
        polled
    }
}

impl AsyncWrite for Counted {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let polled = Pin::new(&mut self.socket).poll_write(context, bytes);
        if let Poll::Ready(Ok(written)) = polled {
            self.traffic.count(&self.traffic.up, written);
        }
        polled
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let polled = Pin::new(&mut self.socket).poll_write_vectored(context, bytes);
        if let Poll::Ready(Ok(written)) = polled {
            self.traffic.count(&self.traffic.up, written);
        }
        polled
    }

    fn is_write_vectored(&self) -> bool {
        self.socket.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.socket).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.socket).poll_shutdown(context)
    }
}
