//! A hub over a folder, served on loopback.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use tokio::runtime::Runtime;
use tsong_hub::identity;
use tsong_hub::server::{self, Hub};
use tsong_hub::storage::sqlite::Sqlite;

/// The hub, where it answers, and what it runs on.
pub(crate) type Served = (Arc<Hub<Sqlite>>, SocketAddr, Runtime);

/// Serves what lies in `folder`; port 0 takes a free one.
pub(crate) fn served(folder: &Path, address: SocketAddr, now_ms: fn() -> i64) -> Served {
    let storage = Sqlite::open(folder).unwrap();
    let key = identity::load(folder, &storage).unwrap();
    let hub = Arc::new(Hub::new(storage, key, None, now_ms));
    let runtime = Runtime::new().unwrap();
    let listener = runtime.block_on(server::listen(address, false)).unwrap();
    let address = listener.local_addr().unwrap();
    let serving = Arc::clone(&hub);
    runtime.spawn(async move {
        server::serve(serving, listener, None, std::future::pending())
            .await
            .unwrap();
    });
    (hub, address, runtime)
}
