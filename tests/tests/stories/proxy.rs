//! A link that carries only so many bytes: a relay in front of the hub.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Where the relay listens, and what it still carries each way, all connections together.
#[derive(Clone)]
pub(crate) struct Relay {
    pub(crate) address: SocketAddr,
    up: Arc<AtomicUsize>,
    down: Arc<AtomicUsize>,
}

impl Relay {
    /// A relay that carries everything. It ends with the test's process.
    pub(crate) fn before(hub: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let relay = Self {
            address: listener.local_addr().unwrap(),
            up: Arc::new(AtomicUsize::new(usize::MAX)),
            down: Arc::new(AtomicUsize::new(usize::MAX)),
        };
        let (up, down) = (Arc::clone(&relay.up), Arc::clone(&relay.down));
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                let Ok(server) = TcpStream::connect(hub) else {
                    continue;
                };
                let Ok(()) = client.set_nodelay(true).and(server.set_nodelay(true)) else {
                    continue;
                };
                carry(&client, &server, &up);
                carry(&server, &client, &down);
            }
        });
        relay
    }

    /// What it carries from now on; whether a way is used up is asked by [`Relay::was_cut`].
    pub(crate) fn allow(&self, up: usize, down: usize) {
        self.up.store(up, Ordering::SeqCst);
        self.down.store(down, Ordering::SeqCst);
    }

    /// One of the ways carried its last byte.
    pub(crate) fn was_cut(&self) -> bool {
        self.up.load(Ordering::SeqCst) == 0 || self.down.load(Ordering::SeqCst) == 0
    }
}

fn carry(from: &TcpStream, to: &TcpStream, left: &Arc<AtomicUsize>) {
    let (mut from, mut to) = (from.try_clone().unwrap(), to.try_clone().unwrap());
    let left = Arc::clone(left);
    thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(count @ 1..) = from.read(&mut bytes) {
            let allowed = left.load(Ordering::SeqCst);
            let passed = count.min(allowed);
            left.store(allowed - passed, Ordering::SeqCst);
            if to.write_all(&bytes[..passed]).is_err() || passed == allowed {
                break;
            }
        }
        // Either end may be gone already.
        let _gone = (from.shutdown(Shutdown::Both), to.shutdown(Shutdown::Both));
    });
}
