//! TLS by rustls with ring. Handshakes run beside the accept loop, so that a slow one holds up
//! nobody.

use crate::error::{HubError, Result};
use axum::serve::Listener;
use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, mpsc};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

const HANDSHAKE: Duration = Duration::from_secs(30);
const HANDSHAKES_AT_ONCE: usize = 64;
/// After a failed accept (too many open files): a pause, or the loop would burn a core.
const PAUSE: Duration = Duration::from_millis(200);

/// A certificate with its key, ready to serve.
#[derive(Clone)]
pub struct Tls(TlsAcceptor);

/// Reads a certificate chain and its key, both PEM.
///
/// # Errors
/// `bad_certificate` when the files are none or do not fit each other.
pub fn load_tls(cert: &Path, key: &Path) -> Result<Tls> {
    let bad = |what: &Path, why: &dyn std::fmt::Display| {
        HubError::refused("bad_certificate", format!("{}: {why}", what.display()))
    };
    let chain = CertificateDer::pem_file_iter(cert)
        .and_then(Iterator::collect::<std::result::Result<Vec<_>, _>>)
        .map_err(|e| bad(cert, &e))?;
    let private = PrivateKeyDer::from_pem_file(key).map_err(|e| bad(key, &e))?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|e| bad(cert, &e))?
        .with_no_client_auth()
        .with_single_cert(chain, private)
        .map_err(|e| bad(cert, &e))?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    // One ticket: each is 200 bytes on a link that is paid by the byte.
    config.send_tls13_tickets = 1;
    Ok(Tls(TlsAcceptor::from(Arc::new(config))))
}

/// Small answers leave at once (measured: 0.7 s an exchange on a slow link otherwise).
fn no_delay(stream: &TcpStream) {
    // A socket that cannot do it still works.
    stream.set_nodelay(true).unwrap_or(());
}

/// Accepts plain connections.
pub(super) struct PlainListener(pub(super) TcpListener);

impl Listener for PlainListener {
    type Io = TcpStream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        // Axum's own goes on after an error.
        let (stream, peer) = Listener::accept(&mut self.0).await;
        no_delay(&stream);
        (stream, peer)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

/// Accepts connections whose handshake is done.
pub(super) struct TlsListener {
    ready: mpsc::Receiver<(TlsStream<TcpStream>, SocketAddr)>,
    address: SocketAddr,
}

impl TlsListener {
    pub(super) fn start(listener: TcpListener, tls: Tls) -> io::Result<Self> {
        let address = listener.local_addr()?;
        let (done, ready) = mpsc::channel(16);
        tokio::spawn(async move {
            let room = Arc::new(Semaphore::new(HANDSHAKES_AT_ONCE));
            while !done.is_closed() {
                let Ok(permit) = Arc::clone(&room).acquire_owned().await else {
                    return;
                };
                let accepted = tokio::select! {
                    accepted = listener.accept() => accepted,
                    () = done.closed() => return,
                };
                let Ok((stream, peer)) = accepted else {
                    tokio::time::sleep(PAUSE).await;
                    continue;
                };
                no_delay(&stream);
                let (acceptor, done) = (tls.0.clone(), done.clone());
                tokio::spawn(async move {
                    let shaken = tokio::time::timeout(HANDSHAKE, acceptor.accept(stream)).await;
                    drop(permit);
                    if let Ok(Ok(stream)) = shaken {
                        done.send((stream, peer)).await.unwrap_or(());
                    }
                });
            }
        });
        Ok(Self { ready, address })
    }
}

impl Listener for TlsListener {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        match self.ready.recv().await {
            Some(connection) => connection,
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.address)
    }
}
