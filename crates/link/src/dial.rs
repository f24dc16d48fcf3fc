//! Finding the hub, reaching it, and making sure that it is the hub.

use crate::address::HubAddress;
use crate::fault::{of_handshake, of_hyper};
use crate::wire::{Counted, Traffic, watch};
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpSocket, TcpStream, lookup_host};
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tsong_sync::transport::TransportError;

/// How much may wait in the system's hands. Bytes count as sent when the system takes them; with
/// its usual megabytes a slow link would look finished, then silent for minutes, and be called
/// stalled.
const SEND_BUFFER_BYTES: u32 = 64 * 1024;

/// One attempt.
pub(crate) struct Dial<'a> {
    pub(crate) address: &'a HubAddress,
    pub(crate) tls: Option<Arc<rustls::ClientConfig>>,
    pub(crate) connect_timeout: Duration,
    pub(crate) stall: Duration,
    pub(crate) traffic: Arc<Traffic>,
}

impl Dial<'_> {
    pub(crate) async fn connect(self) -> Result<SendRequest<Full<Bytes>>, TransportError> {
        let found = timeout(self.connect_timeout, self.reach()).await;
        let socket = found.map_err(|_| TransportError::NoLink)??;
        let socket = Counted::new(socket, Arc::clone(&self.traffic));
        let Some(tls) = self.tls else {
            return converse(socket).await;
        };
        let name = self
            .address
            .server_name()
            .ok_or(TransportError::BadCertificate)?;
        let shaken = TlsConnector::from(tls).connect(name, socket);
        let secured = watch(&self.traffic, self.stall, shaken).await?;
        converse(secured.map_err(|e| of_handshake(&e))?).await
    }

    /// The first of the hub's addresses that answers. A machine with half a link often has one kind
    /// of address that leads nowhere, so none may use up the time of the others.
    async fn reach(&self) -> Result<TcpStream, TransportError> {
        let host = (self.address.host(), self.address.port());
        let named = lookup_host(host)
            .await
            .map_err(|_| TransportError::NoLink)?;
        let places: Vec<SocketAddr> = named.filter(|a| self.address.may_be_at(a.ip())).collect();
        let shares = u32::try_from(places.len()).unwrap_or(u32::MAX).max(1);
        let each = self
            .connect_timeout
            .checked_div(shares)
            .unwrap_or(self.connect_timeout);
        for place in places {
            if let Ok(Ok(socket)) = timeout(each, open(place)).await {
                return Ok(socket);
            }
        }
        Err(TransportError::NoLink)
    }
}

async fn open(place: SocketAddr) -> io::Result<TcpStream> {
    let socket = if place.is_ipv4() {
        TcpSocket::new_v4()
    } else {
        TcpSocket::new_v6()
    }?;
    socket.set_send_buffer_size(SEND_BUFFER_BYTES)?;
    let stream = socket.connect(place).await?;
    stream.set_nodelay(true)?;
    Ok(stream)
}

async fn converse<S>(stream: S) -> Result<SendRequest<Full<Bytes>>, TransportError>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (sender, connection) = handshake(TokioIo::new(stream))
        .await
        .map_err(|e| of_hyper(&e))?;
    // What ends a connection is told to whoever waits for an answer on it.
    tokio::spawn(async move { drop(connection.await) });
    Ok(sender)
}
