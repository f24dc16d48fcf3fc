//! A hub that serves on loopback, with a way to it that can be stopped and let go again.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tsong_host::wall_ms;
use tsong_hub::identity;
use tsong_hub::server::{self, Hub};
use tsong_hub::staff::Staff;
use tsong_hub::storage::sqlite::Sqlite;

/// A running hub.
pub(crate) struct County {
    hub: Arc<Hub<Sqlite>>,
    pub(crate) relay: Relay,
    _runtime: Runtime,
    _dir: TempDir,
}

impl County {
    pub(crate) fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let storage = Sqlite::open(dir.path()).unwrap();
        let key = identity::load(dir.path(), &storage).unwrap();
        let hub = Arc::new(Hub::new(storage, key, None, wall_ms));
        let runtime = Runtime::new().unwrap();
        let loopback = "127.0.0.1:0".parse().unwrap();
        let listener = runtime.block_on(server::listen(loopback, false)).unwrap();
        let relay = Relay::new(listener.local_addr().unwrap());
        let serving = Arc::clone(&hub);
        runtime.spawn(async move {
            server::serve(serving, listener, None, std::future::pending())
                .await
                .unwrap();
        });
        Self {
            hub,
            relay,
            _runtime: runtime,
            _dir: dir,
        }
    }

    /// A new station's one-time code.
    pub(crate) fn code(&self) -> String {
        let hub = &self.hub;
        let console = Staff::console(&hub.storage, &hub.key, wall_ms());
        console.add_station("巴河", 540_421_102).unwrap().1.code
    }
}

/// Carries bytes between a station and its hub, or holds them.
pub(crate) struct Relay {
    pub(crate) address: SocketAddr,
    is_held: Arc<AtomicBool>,
    connections: Arc<AtomicUsize>,
}

impl Relay {
    fn new(hub: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let relay = Self {
            address: listener.local_addr().unwrap(),
            is_held: Arc::default(),
            connections: Arc::default(),
        };
        let (is_held, connections) = (relay.is_held.clone(), relay.connections.clone());
        std::thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                connections.fetch_add(1, Ordering::SeqCst);
                let server = TcpStream::connect(hub).unwrap();
                carry(&client, &server, &is_held);
                carry(&server, &client, &is_held);
            }
        });
        relay
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// From now on nothing passes, and nothing is cut either.
    pub(crate) fn hold(&self, is_held: bool) {
        self.is_held.store(is_held, Ordering::SeqCst);
    }

    pub(crate) fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }
}

fn carry(from: &TcpStream, to: &TcpStream, is_held: &Arc<AtomicBool>) {
    let (mut from, mut to) = (from.try_clone().unwrap(), to.try_clone().unwrap());
    let is_held = Arc::clone(is_held);
    std::thread::spawn(move || {
        let mut bytes = [0; 4096];
        while let Ok(count @ 1..) = from.read(&mut bytes) {
            while is_held.load(Ordering::SeqCst) {
                std::thread::sleep(Duration::from_millis(10));
            }
            if to.write_all(&bytes[..count]).is_err() {
                break;
            }
        }
        // Either end may be gone already.
        let _gone = (from.shutdown(Shutdown::Both), to.shutdown(Shutdown::Both));
    });
}
