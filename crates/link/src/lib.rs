//! The station's link to its hub: HTTP/1.1 over one kept connection, counted to the byte.
//!
//! The socket is our own, under TLS and HTTP, so that what is counted is what the link carried. No
//! proxy is taken from the environment and no redirect is followed: a redirect is a captive
//! portal, and is handed on as it came. There is no limit on how long a request may take, only on
//! how long a link may stay silent.

mod address;
mod body;
mod clock;
mod dial;
mod fault;
mod tls;
mod wire;

pub use address::HubAddress;

use crate::body::Body;
use crate::fault::of_hyper;
use crate::wire::{Traffic, watch};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::client::conn::http1::SendRequest;
use hyper::header::{CONTENT_TYPE, HOST, HeaderName, HeaderValue};
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};
use tsong_sync::transport::{Meter, Method, Request, Response, Transport, TransportError};

/// What a link needs to know besides the hub's address.
#[derive(Clone, Debug)]
pub struct LinkOptions {
    /// More certificate authorities to trust, PEM: a county's own.
    pub extra_ca_pem: Option<Vec<u8>>,
    /// The station's high-water time (last fact, last hub time, build date), milliseconds since
    /// 1970: certificates are judged by it where the wall's clock is not believable.
    pub not_before_ms: i64,
    /// How long finding and reaching the hub may take, milliseconds.
    pub connect_timeout_ms: u64,
    /// How long the link may carry nothing while an answer is awaited, milliseconds.
    pub stall_ms: u64,
}

impl Default for LinkOptions {
    fn default() -> Self {
        Self {
            extra_ca_pem: None,
            not_before_ms: 0,
            connect_timeout_ms: 20_000,
            stall_ms: 60_000,
        }
    }
}

/// Why a link cannot be made at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// It is no `https://host[:port][/path]`.
    #[error("not a hub's address: {0}")]
    BadAddress(String),
    /// Plain http may go to this machine only.
    #[error("a hub elsewhere is reached by https only")]
    PlainHttp,
    /// The certificate file holds no certificate.
    #[error("the certificate file cannot be used: {0}")]
    BadCaFile(String),
    /// The system gave no event loop or no TLS.
    #[error("the link cannot be set up: {0}")]
    System(String),
}

type Sender = SendRequest<Full<Bytes>>;

/// A link to one hub. Like all blocking calls it does not belong on an async runtime's own threads.
pub struct HubLink {
    address: HubAddress,
    tls: Option<Arc<rustls::ClientConfig>>,
    connect_timeout: Duration,
    stall: Duration,
    traffic: Arc<Traffic>,
    requests: u32,
    runtime: Arc<Loop>,
    kept: Option<Sender>,
}

/// A look at a link from another thread: what went over its socket, and a way to stop it.
#[derive(Clone)]
pub struct LinkWatch(Arc<Traffic>);

impl LinkWatch {
    /// Bytes sent and received so far.
    #[must_use]
    pub fn bytes(&self) -> (u64, u64) {
        self.0.counted()
    }

    /// Stops it: whatever it waits for ends at once with [`TransportError::Stopped`], also a silent
    /// socket, and so does everything later.
    pub fn stop(&self) {
        self.0.stop();
    }
}

/// The event loop that a link and its streamed answers drive, each while it waits.
struct Loop {
    runtime: Option<Runtime>,
    traffic: Arc<Traffic>,
}

impl Loop {
    fn wait<F: Future>(&self, future: F) -> Result<F::Output, TransportError> {
        let runtime = self.runtime.as_ref().ok_or(TransportError::Cut)?;
        runtime.block_on(async {
            tokio::select! {
                biased;
                () = self.traffic.stopped() => Err(TransportError::Stopped),
                output = future => Ok(output),
            }
        })
    }
}

impl Drop for Loop {
    // A name look-up that hangs must not hold up the program's end.
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl HubLink {
    /// A link to the hub at `url`. Nothing is sent yet.
    ///
    /// # Errors
    /// When the address, or the certificate file, cannot be used.
    pub fn new(url: &str, options: &LinkOptions) -> Result<Self, LinkError> {
        let address: HubAddress = url.parse()?;
        let tls = if address.is_tls() {
            Some(tls::config(options)?)
        } else {
            None
        };
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|e| LinkError::System(e.to_string()))?;
        let traffic = Arc::new(Traffic::new());
        Ok(Self {
            address,
            tls,
            connect_timeout: Duration::from_millis(options.connect_timeout_ms),
            stall: Duration::from_millis(options.stall_ms),
            traffic: Arc::clone(&traffic),
            requests: 0,
            runtime: Arc::new(Loop {
                runtime: Some(runtime),
                traffic,
            }),
            kept: None,
        })
    }

    /// The hub that it leads to.
    #[must_use]
    pub const fn address(&self) -> &HubAddress {
        &self.address
    }

    /// A look at this link from elsewhere.
    #[must_use]
    pub fn watch(&self) -> LinkWatch {
        LinkWatch(Arc::clone(&self.traffic))
    }

    fn http(&self, request: Request) -> Result<hyper::Request<Full<Bytes>>, TransportError> {
        let other = |e: &dyn std::fmt::Display| TransportError::Other(e.to_string());
        let method = match request.method {
            Method::Get => hyper::Method::GET,
            Method::Post => hyper::Method::POST,
            Method::Put => hyper::Method::PUT,
        };
        let mut http = hyper::Request::builder()
            .method(method)
            .uri(self.address.target(&request.path))
            .header(HOST, self.address.authority())
            .body(Full::new(Bytes::from(request.body)))
            .map_err(|e| other(&e))?;
        for (name, value) in request.headers {
            let name = HeaderName::from_bytes(name.as_bytes()).map_err(|e| other(&e))?;
            http.headers_mut()
                .insert(name, HeaderValue::try_from(value).map_err(|e| other(&e))?);
        }
        Ok(http)
    }

    /// The kept connection, unless the hub has closed it meanwhile or its last answer was left
    /// half read.
    fn take_kept(&mut self) -> Option<Sender> {
        let mut sender = self.kept.take()?;
        let ready = async {
            // The event loop stands still between requests: only now does it hear of a close.
            tokio::time::sleep(Duration::from_millis(1)).await;
            tokio::time::timeout(Duration::from_millis(2), sender.ready()).await
        };
        let is_ready = matches!(self.runtime.wait(ready), Ok(Ok(Ok(()))));
        (is_ready && !sender.is_closed()).then_some(sender)
    }

    fn dial(&self) -> Result<Sender, TransportError> {
        let dial = dial::Dial {
            address: &self.address,
            tls: self.tls.clone(),
            connect_timeout: self.connect_timeout,
            stall: self.stall,
            traffic: Arc::clone(&self.traffic),
        };
        self.runtime.wait(dial.connect())?
    }

    fn answer(&mut self, sender: Sender, answer: hyper::Response<Incoming>) -> Response {
        self.kept = Some(sender);
        let (head, incoming) = answer.into_parts();
        let told = head
            .headers
            .get(CONTENT_TYPE)
            .and_then(|v| v.to_str().ok())
            .unwrap_or("");
        let content_type = told
            .split(';')
            .next()
            .unwrap_or("")
            .trim()
            .to_ascii_lowercase();
        let body = Body::new(
            Arc::clone(&self.runtime),
            Arc::clone(&self.traffic),
            self.stall,
            incoming,
        );
        Response {
            status: head.status.as_u16(),
            content_type,
            body: Box::new(body),
        }
    }
}

impl Transport for HubLink {
    fn send(&mut self, request: Request) -> Result<Response, TransportError> {
        let mut http = self.http(request)?;
        let mut kept = self.take_kept();
        loop {
            let is_kept = kept.is_some();
            let mut sender = match kept.take() {
                Some(sender) => sender,
                None => self.dial()?,
            };
            self.requests = self.requests.saturating_add(1);
            let sent = watch(&self.traffic, self.stall, sender.try_send_request(http));
            match self.runtime.wait(sent)?? {
                Ok(answer) => return Ok(self.answer(sender, answer)),
                Err(mut failed) => match failed.take_message() {
                    // Not a byte of it went out on the kept connection: safe to send anew.
                    Some(unsent) if is_kept => {
                        self.requests = self.requests.saturating_sub(1);
                        http = unsent;
                    }
                    Some(_) | None => return Err(of_hyper(failed.error())),
                },
            }
        }
    }

    fn meter(&self) -> Meter {
        let (bytes_up, bytes_down) = self.traffic.counted();
        Meter {
            requests: self.requests,
            bytes_up,
            bytes_down,
        }
    }
}
