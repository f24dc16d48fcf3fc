//! What a failure means to the station.

use std::error::Error;
use std::io;
use tsong_sync::transport::TransportError;

/// A TLS handshake that failed.
pub(crate) fn of_handshake(error: &io::Error) -> TransportError {
    let Some(tls) = error
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<rustls::Error>())
    else {
        return TransportError::Cut;
    };
    if let rustls::Error::InvalidCertificate(_) | rustls::Error::NoCertificatesPresented = tls {
        return TransportError::BadCertificate;
    }
    TransportError::Other(format!("no secure answer: {tls}"))
}

/// A request or an answer that failed under way.
pub(crate) fn of_hyper(error: &hyper::Error) -> TransportError {
    if error.is_parse() {
        return TransportError::Other(format!("not an answer of a hub: {error}"));
    }
    let mut source = error.source();
    while let Some(inner) = source {
        if let Some(io) = inner.downcast_ref::<io::Error>()
            && io.get_ref().is_some_and(|e| e.is::<rustls::Error>())
        {
            return TransportError::Other(format!("the secure link broke: {io}"));
        }
        source = inner.source();
    }
    TransportError::Cut
}
