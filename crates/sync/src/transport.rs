//! What the exchange asks of a link: one request, one streamed answer, every byte counted.

use std::io::Read;

/// A request's method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// Read.
    Get,
    /// Send and be answered.
    Post,
    /// Store.
    Put,
}

impl Method {
    /// The method in capitals, as it is sent and signed.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
        }
    }
}

/// A request to the hub.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// How.
    pub method: Method,
    /// Path and query, from the first slash; the transport knows the hub's address.
    pub path: String,
    /// Names in small letters; the transport adds only what HTTP cannot do without.
    pub headers: Vec<(&'static str, String)>,
    /// The content.
    pub body: Vec<u8>,
}

/// What came back.
pub struct Response {
    /// The HTTP status; redirects are not followed.
    pub status: u16,
    /// The content type without its parameters, in small letters; empty when none was told.
    pub content_type: String,
    /// The content as it streams in. A read that fails carries a [`TransportError`] where the
    /// transport knows better than `std::io::ErrorKind`.
    pub body: Box<dyn Read + Send>,
}

/// Why a link did not carry a request or its answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TransportError {
    /// Nobody there: no address, refused, unreachable.
    #[error("no link to the hub")]
    NoLink,
    /// Not a byte for too long.
    #[error("the link stalled")]
    Stalled,
    /// Somebody answered who is not the hub that the address names.
    #[error("the hub's certificate is not trusted")]
    BadCertificate,
    /// The link broke under way.
    #[error("the link was cut")]
    Cut,
    /// Somebody on this side stopped it.
    #[error("the link was stopped")]
    Stopped,
    /// Anything else, in the transport's words.
    #[error("the link failed: {0}")]
    Other(String),
}

impl TransportError {
    /// What a failed read of a streamed answer means.
    #[must_use]
    pub fn of_read(error: &std::io::Error) -> Self {
        if let Some(inner) = error.get_ref().and_then(|e| e.downcast_ref::<Self>()) {
            return inner.clone();
        }
        if error.kind() == std::io::ErrorKind::TimedOut {
            Self::Stalled
        } else {
            Self::Cut
        }
    }
}

/// What went over the socket, headers and TLS counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Meter {
    /// Requests that were begun.
    pub requests: u32,
    /// Bytes sent.
    pub bytes_up: u64,
    /// Bytes received.
    pub bytes_down: u64,
}

/// A link to one hub.
pub trait Transport {
    /// Sends a request and waits for the head of its answer.
    ///
    /// # Errors
    /// When no answer began; what goes wrong later is told by the streamed body.
    fn send(&mut self, request: Request) -> Result<Response, TransportError>;

    /// Everything counted since the link was made.
    fn meter(&self) -> Meter;
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Error, ErrorKind};

    #[test]
    fn a_failed_read_tells_a_stall_from_a_cut() {
        let cut = Error::from(ErrorKind::UnexpectedEof);
        assert_eq!(TransportError::of_read(&cut), TransportError::Cut);
        let stalled = Error::from(ErrorKind::TimedOut);
        assert_eq!(TransportError::of_read(&stalled), TransportError::Stalled);
        let known = Error::other(TransportError::BadCertificate);
        assert_eq!(
            TransportError::of_read(&known),
            TransportError::BadCertificate
        );
    }
}
