//! What a browser does: cookies, `Origin`, headers that are looked at.

use crate::house::{House, TOKEN};
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

/// An answer.
pub(crate) struct Seen {
    pub(crate) status: u16,
    head: String,
    pub(crate) text: String,
    pub(crate) json: Value,
}

impl Seen {
    /// A header, empty when there is none.
    pub(crate) fn header(&self, name: &str) -> &str {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        let found = lines.rev().find(|(n, _)| n.eq_ignore_ascii_case(name));
        found.map_or("", |(_, value)| value)
    }

    pub(crate) fn code(&self) -> &str {
        self.json["code"].as_str().unwrap_or_default()
    }
}

/// A browser at a hub.
#[derive(Clone)]
pub(crate) struct Browser {
    pub(crate) address: SocketAddr,
    /// Of the page that asks.
    pub(crate) origin: String,
    pub(crate) cookie: String,
}

impl Browser {
    pub(crate) fn at(house: &House) -> Self {
        Self {
            address: house.address,
            origin: format!("http://{}", house.address),
            cookie: String::new(),
        }
    }

    /// A browser that is signed in.
    pub(crate) fn signed_in(house: &House) -> Self {
        let mut browser = Self::at(house);
        let seen = browser.sign_in(TOKEN);
        assert_eq!(seen.status, 200, "{}", seen.text);
        browser
    }

    /// Types a token at the page, and keeps the cookie.
    pub(crate) fn sign_in(&mut self, token: &str) -> Seen {
        let seen = self.post("/v1/session", &json!({ "token": token }));
        let set = seen.header("set-cookie");
        if let Some((cookie, _)) = set.split_once(';') {
            self.cookie = cookie.to_owned();
        }
        seen
    }

    pub(crate) fn get(&self, path: &str) -> Seen {
        self.ask("GET", path, None)
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Seen {
        self.ask("POST", path, Some(body.to_string()))
    }

    pub(crate) fn ask(&self, method: &str, path: &str, body: Option<String>) -> Seen {
        let mut request = format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n",
            self.address
        );
        if !self.cookie.is_empty() {
            request.push_str(&format!("cookie: other=1; {}\r\n", self.cookie));
        }
        if method != "GET" && !self.origin.is_empty() {
            request.push_str(&format!("origin: {}\r\n", self.origin));
        }
        let body = body.unwrap_or_default();
        request.push_str(&format!(
            "content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        ));
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, text) = answer.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Seen {
            status,
            head: head.to_owned(),
            text: text.to_owned(),
            json: serde_json::from_str(text).unwrap_or_default(),
        }
    }
}
