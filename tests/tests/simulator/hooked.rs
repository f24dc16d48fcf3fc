//! Bytes on their way, and what happens when they have come so far.

use std::io::{self, Read};
use tsong_sync::transport::TransportError;

/// How a stream ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Whole,
    Cut,
}

type Hook<'a> = Box<dyn FnOnce() + Send + 'a>;

/// A stream of bytes with something that happens in its middle.
pub(crate) struct Hooked<'a> {
    bytes: Vec<u8>,
    at: usize,
    hook: Option<(usize, Hook<'a>)>,
    end: End,
}

impl<'a> Hooked<'a> {
    pub(crate) fn new(bytes: Vec<u8>, end: End) -> Self {
        Self {
            bytes,
            at: 0,
            hook: None,
            end,
        }
    }

    /// When so many bytes were read and more are wanted, `hook` runs first.
    pub(crate) fn with(mut self, place: usize, hook: impl FnOnce() + Send + 'a) -> Self {
        self.hook = Some((place.min(self.bytes.len()), Box::new(hook)));
        self
    }
}

impl Read for Hooked<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut stop = self.bytes.len();
        match self.hook.take() {
            Some((place, hook)) if place == self.at => hook(),
            Some(later) => {
                stop = later.0;
                self.hook = Some(later);
            }
            None => {}
        }
        let rest = &self.bytes[self.at..stop.max(self.at)];
        let count = rest.len().min(buffer.len());
        buffer[..count].copy_from_slice(&rest[..count]);
        self.at += count;
        if count == 0 && !buffer.is_empty() && self.end == End::Cut {
            return Err(io::Error::other(TransportError::Cut));
        }
        Ok(count)
    }
}
