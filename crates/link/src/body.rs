//! An answer's content as it streams in.

use crate::Loop;
use crate::fault::of_hyper;
use crate::wire::{Traffic, watch};
use http_body_util::BodyExt as _;
use hyper::body::{Bytes, Incoming};
use std::io::{self, Read};
use std::sync::Arc;
use std::time::Duration;
use tsong_sync::transport::TransportError;

/// A reader that waits while the link moves and fails when it stalls or breaks.
pub(crate) struct Body {
    runtime: Arc<Loop>,
    traffic: Arc<Traffic>,
    stall: Duration,
    incoming: Incoming,
    rest: Bytes,
}

impl Body {
    pub(crate) const fn new(
        runtime: Arc<Loop>,
        traffic: Arc<Traffic>,
        stall: Duration,
        incoming: Incoming,
    ) -> Self {
        Self {
            runtime,
            traffic,
            stall,
            incoming,
            rest: Bytes::new(),
        }
    }

    /// The next bytes; `None` at the proper end.
    fn more(&mut self) -> Result<Option<Bytes>, TransportError> {
        loop {
            let frame = watch(&self.traffic, self.stall, self.incoming.frame());
            match self.runtime.wait(frame)?? {
                None => return Ok(None),
                Some(Err(error)) => return Err(of_hyper(&error)),
                Some(Ok(frame)) => match frame.into_data() {
                    Ok(bytes) if !bytes.is_empty() => return Ok(Some(bytes)),
                    // Trailers and empty pieces carry nothing.
                    Ok(_) | Err(_) => {}
                },
            }
        }
    }
}

impl Read for Body {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        if self.rest.is_empty() {
            match self.more() {
                Ok(Some(bytes)) => self.rest = bytes,
                Ok(None) => return Ok(0),
                Err(error) => return Err(io::Error::other(error)),
            }
        }
        let now = self.rest.split_to(self.rest.len().min(buffer.len()));
        for (to, from) in buffer.iter_mut().zip(now.iter()) {
            *to = *from;
        }
        Ok(now.len())
    }
}
