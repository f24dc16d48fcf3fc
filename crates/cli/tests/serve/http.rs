//! HTTP by hand: a test of refusals has to send what no client library would.

use crate::programs::Serving;
use serde_json::Value;
use std::io::{Read, Write};
use std::net::TcpStream;

/// What was answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    head: String,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {self:?}"))
    }

    /// A header; empty when it was not sent.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.head
            .lines()
            .filter_map(|line| line.split_once(": "))
            .find(|(found, _)| found.eq_ignore_ascii_case(name))
            .map_or("", |(_, value)| value)
    }
}

/// One request with these headers, each ended by `\r\n`.
pub(crate) fn ask(
    serving: &Serving,
    method: &str,
    path: &str,
    headers: &str,
    body: &str,
) -> Answer {
    let mut stream = TcpStream::connect(serving.host()).unwrap();
    let head = format!(
        "{method} {path} HTTP/1.1\r\n{headers}content-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).unwrap();
    // A server that refuses a large body hangs up before it has all of it.
    let _sent = stream.write_all(body.as_bytes());
    let mut bytes = Vec::new();
    let _read = stream.read_to_end(&mut bytes);
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let (head, body) = text
        .split_once("\r\n\r\n")
        .unwrap_or_else(|| panic!("no answer to {method} {path}: {text:?}"));
    Answer {
        status: head.split(' ').nth(1).unwrap().parse().unwrap(),
        head: head.to_owned(),
        body: body.to_owned(),
    }
}

/// A browser that came by the printed address.
pub(crate) struct Browser<'a> {
    serving: &'a Serving,
    pub(crate) cookie: String,
}

impl<'a> Browser<'a> {
    pub(crate) fn open(serving: &'a Serving) -> Self {
        let path = format!("/open?token={}", serving.token);
        let host = format!("host: {}\r\n", serving.host());
        let opened = ask(serving, "GET", &path, &host, "");
        assert_eq!((opened.status, opened.header("location")), (303, "/"));
        let cookie = opened.header("set-cookie");
        assert!(
            cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"),
            "{cookie}"
        );
        Self {
            serving,
            cookie: cookie.split(';').next().unwrap().to_owned(),
        }
    }

    fn headers(&self) -> String {
        format!(
            "host: {}\r\ncookie: {}\r\n",
            self.serving.host(),
            self.cookie
        )
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        ask(self.serving, "GET", path, &self.headers(), "")
    }

    pub(crate) fn post(&self, path: &str, body: &str) -> Answer {
        let headers = format!(
            "{}origin: {}\r\nsec-fetch-site: same-origin\r\ncontent-type: application/json\r\n",
            self.headers(),
            self.serving.address
        );
        ask(self.serving, "POST", path, &headers, body)
    }

    pub(crate) fn call(&self, name: &str, input: &Value) -> Answer {
        self.post(&format!("/call/{name}"), &input.to_string())
    }
}
