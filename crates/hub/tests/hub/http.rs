//! The smallest client that speaks HTTP/1.1: as few headers as a link can have, every byte counted,
//! and a cut after any of them.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;
use tsong_sync::transport::{Meter, Request, Response, Transport, TransportError};

pub(crate) struct Http {
    pub(crate) address: SocketAddr,
    /// The connection breaks after so many bytes of a request.
    pub(crate) up_left: usize,
    pub(crate) meter: Meter,
}

impl Http {
    pub(crate) fn to(address: SocketAddr) -> Self {
        Self {
            address,
            up_left: usize::MAX,
            meter: Meter::default(),
        }
    }

    fn exchange(&mut self, request: &Request) -> io::Result<Response> {
        let mut stream = TcpStream::connect(self.address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        let mut head = format!(
            "{} {} HTTP/1.1\r\nhost: {}\r\n",
            request.method.word(),
            request.path,
            self.address
        );
        for (name, value) in &request.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str(&format!("content-length: {}\r\n\r\n", request.body.len()));
        let mut bytes = head.into_bytes();
        bytes.extend_from_slice(&request.body);
        let sent = bytes.len().min(self.up_left);
        self.up_left -= sent;
        stream.write_all(&bytes[..sent])?;
        self.meter.bytes_up += sent as u64;
        if sent < bytes.len() {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let mut reader = BufReader::new(stream);
        let mut status = 0;
        let (mut content_type, mut length, mut is_chunked) = (String::new(), 0usize, false);
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line)? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            self.meter.bytes_down += line.len() as u64;
            let line = line.trim_end().to_lowercase();
            if line.is_empty() {
                break;
            }
            match line.split_once(':') {
                None => {
                    status = line
                        .split(' ')
                        .nth(1)
                        .and_then(|s| s.parse().ok())
                        .unwrap_or(0)
                }
                Some(("content-type", v)) => {
                    content_type = v.trim().split(';').next().unwrap_or("").into()
                }
                Some(("content-length", v)) => length = v.trim().parse().unwrap_or(0),
                Some(("transfer-encoding", v)) => is_chunked = v.trim() == "chunked",
                Some(_) => {}
            }
        }
        let body = if is_chunked {
            self.chunks(&mut reader)?
        } else {
            self.plain(&mut reader, length)?
        };
        Ok(Response {
            status,
            content_type,
            body: Box::new(io::Cursor::new(body)),
        })
    }

    fn plain(&mut self, reader: &mut impl Read, length: usize) -> io::Result<Vec<u8>> {
        let mut body = vec![0; length];
        reader.read_exact(&mut body)?;
        self.meter.bytes_down += length as u64;
        Ok(body)
    }

    fn chunks(&mut self, reader: &mut impl BufRead) -> io::Result<Vec<u8>> {
        let mut body = Vec::new();
        loop {
            let mut line = String::new();
            reader.read_line(&mut line)?;
            let size = usize::from_str_radix(line.trim(), 16).map_err(io::Error::other)?;
            let mut chunk = vec![0; size + 2];
            reader.read_exact(&mut chunk)?;
            self.meter.bytes_down += (line.len() + chunk.len()) as u64;
            if size == 0 {
                return Ok(body);
            }
            body.extend_from_slice(&chunk[..size]);
        }
    }
}

impl Transport for Http {
    fn send(&mut self, request: Request) -> Result<Response, TransportError> {
        self.meter.requests += 1;
        self.exchange(&request).map_err(|e| {
            let is_refused = e.kind() == io::ErrorKind::ConnectionRefused;
            if is_refused {
                TransportError::NoLink
            } else {
                TransportError::Cut
            }
        })
    }

    fn meter(&self) -> Meter {
        self.meter
    }
}
