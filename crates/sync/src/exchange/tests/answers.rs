use super::super::{EnrolAsk, Limits, SyncError, enroll, sync};
use super::{device, draft, village};
use crate::memory::public;
use crate::transport::{Meter, Request, Response, Transport, TransportError};
use std::io::Cursor;

struct Canned {
    status: u16,
    content_type: &'static str,
    body: &'static [u8],
}

impl Transport for Canned {
    fn send(&mut self, _request: Request) -> Result<Response, TransportError> {
        let body = Box::new(Cursor::new(self.body));
        Ok(Response {
            status: self.status,
            content_type: self.content_type.into(),
            body,
        })
    }

    fn meter(&self) -> Meter {
        Meter::default()
    }
}

struct Broken(TransportError);

impl Transport for Broken {
    fn send(&mut self, _request: Request) -> Result<Response, TransportError> {
        Err(self.0.clone())
    }

    fn meter(&self) -> Meter {
        Meter::default()
    }
}

fn canned(status: u16, content_type: &'static str, body: &'static [u8]) -> SyncError {
    let (hub, mut a, _) = village();
    drop(hub);
    a.write(vec![draft(1, "typed work")]);
    let before = a.reaches();
    let mut transport = Canned {
        status,
        content_type,
        body,
    };
    let error = sync(&mut a, &mut transport, &Limits::default(), &mut |_| {}).unwrap_err();
    assert_eq!(a.reaches(), before, "nothing is lost, whatever answered");
    error
}

#[test]
fn what_is_no_hub_is_told_apart() {
    let cases: [(u16, &'static str, &'static [u8], &str); 13] = [
        (
            200,
            "text/html",
            b"<!doctype html><title>Login</title>",
            "captive_portal",
        ),
        (200, "", b"  <html>", "captive_portal"),
        (302, "", b"", "captive_portal"),
        (511, "text/html", b"", "captive_portal"),
        (404, "text/html", b"<h1>Not found</h1>", "captive_portal"),
        (200, "application/json", b"{\"ok\":true}", "not_a_hub"),
        (200, "", b"TSY1\xff\xff\xff\xff", "not_a_hub"),
        (404, "text/plain", b"no such page", "not_a_hub"),
        (502, "text/html", b"<h1>Bad gateway</h1>", "hub_trouble"),
        (200, "application/tsong", b"", "cut"),
        (200, "application/tsong", b"TSY1\x10\x00\x00\x00abc", "cut"),
        (
            403,
            "application/json",
            br#"{"code":"revoked","message":"m"}"#,
            "revoked",
        ),
        (
            413,
            "application/json",
            br#"{"code":"too_large","message":"m"}"#,
            "too_large",
        ),
    ];
    for (status, content_type, body, code) in cases {
        assert_eq!(
            canned(status, content_type, body).code(),
            code,
            "{status} {content_type}"
        );
    }
}

#[test]
fn a_broken_link_is_told_as_what_it_is() {
    let cases = [
        (TransportError::NoLink, "no_link"),
        (TransportError::Stalled, "stalled"),
        (TransportError::BadCertificate, "bad_certificate"),
        (TransportError::Cut, "cut"),
    ];
    for (error, code) in cases {
        let (_, mut a, _) = village();
        let told = sync(&mut a, &mut Broken(error), &Limits::default(), &mut |_| {}).unwrap_err();
        assert_eq!(told.code(), code);
    }
}

#[test]
fn an_enrolment_tells_the_hubs_code() {
    let a = device(1, 1);
    let ask = EnrolAsk {
        code: "X".into(),
        device: a.device,
        key: public(&a.key),
        origin: a.origin,
        name: "till".into(),
        version: "0".into(),
    };
    let body = br#"{"code":"code_used","message":"m"}"#;
    let mut used = Canned {
        status: 403,
        content_type: "application/json",
        body,
    };
    assert_eq!(enroll(&mut used, &ask).unwrap_err().code(), "code_used");
    let mut page = Canned {
        status: 200,
        content_type: "",
        body: b"<html>",
    };
    assert_eq!(
        enroll(&mut page, &ask).unwrap_err().code(),
        "captive_portal"
    );
}
