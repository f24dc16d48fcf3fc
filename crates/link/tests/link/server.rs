//! A server that does what a test tells it, and counts what really passed its socket.

use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::thread;

#[derive(Default)]
pub(crate) struct Counts {
    pub(crate) connections: AtomicUsize,
    pub(crate) received: AtomicU64,
    pub(crate) sent: AtomicU64,
}

impl Counts {
    pub(crate) fn bytes(&self) -> (u64, u64) {
        (
            self.received.load(Ordering::SeqCst),
            self.sent.load(Ordering::SeqCst),
        )
    }

    /// The bytes, once the server's thread has noted its last write.
    pub(crate) fn bytes_when(&self, expected: (u64, u64)) -> (u64, u64) {
        for _ in 0..500 {
            if self.bytes() == expected {
                break;
            }
            thread::sleep(std::time::Duration::from_millis(2));
        }
        self.bytes()
    }

    pub(crate) fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }
}

pub(crate) struct Socket {
    pub(crate) tcp: TcpStream,
    counts: Arc<Counts>,
}

impl Read for Socket {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.tcp.read(buffer)?;
        self.counts
            .received
            .fetch_add(u64::try_from(n).unwrap(), Ordering::SeqCst);
        Ok(n)
    }
}

impl Write for Socket {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let n = self.tcp.write(bytes)?;
        self.counts
            .sent
            .fetch_add(u64::try_from(n).unwrap(), Ordering::SeqCst);
        Ok(n)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.tcp.flush()
    }
}

/// Serves every connection with `serve` in a thread of its own; the address is `127.0.0.1:port`.
pub(crate) fn start<F>(serve: F) -> (String, Arc<Counts>)
where
    F: Fn(Socket) + Send + Sync + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let counts = Arc::new(Counts::default());
    let (serve, counted) = (Arc::new(serve), Arc::clone(&counts));
    thread::spawn(move || {
        for tcp in listener.incoming().flatten() {
            counted.connections.fetch_add(1, Ordering::SeqCst);
            let socket = Socket {
                tcp,
                counts: Arc::clone(&counted),
            };
            let serve = Arc::clone(&serve);
            thread::spawn(move || serve(socket));
        }
    });
    (address, counts)
}

/// Reads one request with its content; `None` when the connection is closed.
pub(crate) fn request(stream: &mut impl Read) -> Option<(String, Vec<u8>)> {
    let mut head = Vec::new();
    let mut byte = [0u8; 1];
    while !head.ends_with(b"\r\n\r\n") {
        if stream.read(&mut byte).ok()? == 0 {
            return None;
        }
        head.push(byte[0]);
    }
    let head = String::from_utf8(head).unwrap();
    let length = head
        .lines()
        .find_map(|l| l.strip_prefix("content-length: "))
        .map_or(0, |n| n.parse().unwrap());
    let mut body = vec![0; length];
    stream.read_exact(&mut body).ok()?;
    Some((head, body))
}

/// Answers every request with the same bytes, and keeps the connection.
pub(crate) fn always(stream: &mut (impl Read + Write), answer: &[u8]) {
    while request(stream).is_some() {
        stream.write_all(answer).unwrap();
        stream.flush().unwrap();
    }
}
