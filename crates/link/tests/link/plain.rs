use crate::server::{Counts, always, request, start};
use crate::{get, post, read};
use std::io::Write as _;
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};
use tsong_link::{HubLink, LinkOptions};
use tsong_sync::transport::{Transport as _, TransportError};

const FINE: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-type: application/octet-stream; a=b\r\n\
    content-length: 5\r\n\r\nhello";

fn link(address: &str) -> HubLink {
    let options = LinkOptions {
        connect_timeout_ms: 2000,
        stall_ms: 400,
        ..LinkOptions::default()
    };
    HubLink::new(&format!("http://{address}"), &options).unwrap()
}

fn answering(answer: &'static [u8]) -> (HubLink, Arc<Counts>) {
    let (address, counts) = start(move |mut socket| always(&mut socket, answer));
    (link(&address), counts)
}

#[test]
fn a_request_is_small_and_every_byte_is_counted() {
    let (mut link, counts) = answering(FINE);
    for n in 1..=3u32 {
        let response = link.send(post(&[7; 1000])).unwrap();
        assert_eq!(
            (response.status, response.content_type.as_str()),
            (200, "application/octet-stream")
        );
        assert_eq!(read(response).unwrap(), b"hello");
        let meter = link.meter();
        let counted = (meter.bytes_up, meter.bytes_down);
        assert_eq!(
            counted,
            counts.bytes_when(counted),
            "the server's own count"
        );
        assert_eq!(meter.requests, n);
    }
    assert_eq!(counts.connections(), 1, "the connection is kept");
    let overhead = counts.bytes().0 / 3 - 1000;
    assert!(
        overhead <= 130,
        "{overhead} B of headers: nothing goes out that was not asked for"
    );
}

#[test]
fn only_the_headers_that_were_given_go_out() {
    let (address, _) = start(|mut socket| {
        let (head, _) = request(&mut socket).unwrap();
        let answer = format!(
            "HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{head}",
            head.len()
        );
        socket.write_all(answer.as_bytes()).unwrap();
    });
    let head = String::from_utf8(read(link(&address).send(post(b"x")).unwrap()).unwrap()).unwrap();
    let names: Vec<&str> = head
        .lines()
        .skip(1)
        .filter_map(|l| l.split_once(": "))
        .map(|(n, _)| n)
        .collect();
    assert_eq!(names, ["host", "authorization", "content-length"], "{head}");
    assert!(head.contains(&format!("host: {address}")), "{head}");
}

#[test]
fn a_large_upload_and_answer_are_carried_whole_and_counted() {
    let (address, counts) = start(|mut socket| {
        while let Some((_, body)) = request(&mut socket) {
            write!(
                socket,
                "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"
            )
            .unwrap();
            for piece in body.chunks(100_000) {
                write!(socket, "{:x}\r\n", piece.len()).unwrap();
                socket.write_all(piece).unwrap();
                socket.write_all(b"\r\n").unwrap();
            }
            socket.write_all(b"0\r\n\r\n").unwrap();
        }
    });
    let mut link = link(&address);
    let sent: Vec<u8> = (0..=250u8).cycle().take(4_000_000).collect();
    assert!(
        read(link.send(post(&sent)).unwrap()).unwrap() == sent,
        "it came back changed"
    );
    let meter = link.meter();
    let counted = (meter.bytes_up, meter.bytes_down);
    assert_eq!(
        counted,
        counts.bytes_when(counted),
        "the server\'s own count"
    );
}

#[test]
fn a_redirect_of_a_captive_portal_is_handed_on_not_followed() {
    let (mut link, counts) = answering(
        b"HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/login\r\ncontent-type: text/html\r\ncontent-length: 0\r\n\r\n",
    );
    let response = link.send(get("/v1/sync")).unwrap();
    assert_eq!(
        (response.status, response.content_type.as_str()),
        (302, "text/html")
    );
    assert_eq!(counts.connections(), 1);
}

#[test]
fn nobody_there_is_no_link() {
    let free = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let answer = link(&free.to_string()).send(get("/"));
    assert_eq!(answer.err(), Some(TransportError::NoLink));
    let options = LinkOptions {
        connect_timeout_ms: 2000,
        ..LinkOptions::default()
    };
    let mut nowhere = HubLink::new("https://hub.invalid", &options).unwrap();
    assert_eq!(
        nowhere.send(get("/")).err(),
        Some(TransportError::NoLink),
        "no such name"
    );
    assert_eq!(nowhere.meter(), Default::default(), "nothing was carried");
}

#[test]
fn garbage_is_no_hub_and_no_panic() {
    for garbage in [
        &b"SSH-2.0-OpenSSH_9.2\r\n"[..],
        b"\0\xff\0\xff\0\xff\r\n\r\n",
        b"HTTP/9.9 hello\r\n\r\n",
    ] {
        let answer = answering(garbage).0.send(post(b"x"));
        let shown = garbage.escape_ascii();
        assert!(
            matches!(answer.err(), Some(TransportError::Other(_))),
            "{shown}"
        );
    }
}

#[test]
fn silence_is_a_stall_and_a_slow_link_is_none() {
    let (address, _) = start(|mut socket| {
        request(&mut socket).unwrap();
        sleep(Duration::from_secs(5));
    });
    let begun = Instant::now();
    assert_eq!(
        link(&address).send(post(b"x")).err(),
        Some(TransportError::Stalled)
    );
    assert!(
        begun.elapsed() < Duration::from_secs(3),
        "the operator waits for the stall time only"
    );

    let (address, _) = start(|mut socket| {
        request(&mut socket).unwrap();
        for byte in FINE.iter().take(40) {
            socket.write_all(&[*byte]).unwrap();
            sleep(Duration::from_millis(30));
        }
        socket.write_all(&FINE[40..]).unwrap();
    });
    let answer = link(&address).send(post(b"x")).and_then(read);
    assert_eq!(
        answer,
        Ok(b"hello".to_vec()),
        "slower than the stall time, but never silent"
    );
}

#[test]
fn an_upload_that_nobody_takes_stalls() {
    let (address, _) = start(|socket| {
        sleep(Duration::from_secs(5));
        drop(socket);
    });
    let answer = link(&address).send(post(&vec![1; 8_000_000]));
    assert_eq!(answer.err(), Some(TransportError::Stalled));
}

#[test]
fn an_answer_that_stalls_or_is_cut_half_way_keeps_what_arrived() {
    for (pause, error) in [(0, TransportError::Cut), (5, TransportError::Stalled)] {
        let (address, _) = start(move |mut socket| {
            request(&mut socket).unwrap();
            socket.write_all(&FINE[..FINE.len() - 2]).unwrap();
            sleep(Duration::from_secs(pause));
        });
        let mut body = link(&address).send(post(b"x")).unwrap().body;
        let mut arrived = [0; 3];
        body.read_exact(&mut arrived).unwrap();
        assert_eq!(&arrived, b"hel", "frames that arrived count");
        let failed = body.read(&mut arrived).unwrap_err();
        assert_eq!(TransportError::of_read(&failed), error);
    }
}

#[test]
fn a_cut_at_any_byte_of_the_answer_is_a_cut() {
    for at in 0..FINE.len() {
        let (address, _) = start(move |mut socket| {
            request(&mut socket).unwrap();
            socket.write_all(&FINE[..at]).unwrap();
        });
        let answer = link(&address).send(post(b"x")).and_then(read);
        assert_eq!(answer, Err(TransportError::Cut), "cut after {at} bytes");
    }
}

#[test]
fn a_hub_that_closes_between_requests_is_dialled_anew() {
    let (address, counts) = start(|mut socket| {
        request(&mut socket).unwrap();
        socket.write_all(FINE).unwrap();
    });
    let mut link = link(&address);
    for n in 1..=3 {
        assert_eq!(
            link.send(post(b"x")).and_then(read),
            Ok(b"hello".to_vec()),
            "request {n}"
        );
        sleep(Duration::from_millis(20));
    }
    assert_eq!(counts.connections(), 3);
    assert_eq!(
        link.meter().requests,
        3,
        "what was never sent is not counted"
    );
}

#[test]
fn a_request_that_may_have_arrived_is_never_sent_twice_by_itself() {
    let seen = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&seen);
    let (address, _) = start(move |mut socket| {
        while request(&mut socket).is_some() {
            if counted.fetch_add(1, Ordering::SeqCst) == 1 {
                return;
            }
            socket.write_all(FINE).unwrap();
        }
    });
    let mut link = link(&address);
    link.send(post(b"one")).and_then(read).unwrap();
    assert_eq!(
        link.send(post(b"two")).and_then(read),
        Err(TransportError::Cut)
    );
    assert_eq!(
        seen.load(Ordering::SeqCst),
        2,
        "the hub counts request numbers: a repeat is refused"
    );
    assert_eq!(
        link.send(post(b"three")).and_then(read),
        Ok(b"hello".to_vec()),
        "the link goes on"
    );
}

#[test]
fn an_answer_left_half_read_does_not_hold_up_the_next() {
    let (mut link, _) = answering(FINE);
    let half_read = link.send(post(b"x")).unwrap();
    assert_eq!(link.send(post(b"y")).and_then(read), Ok(b"hello".to_vec()));
    drop(half_read);
    assert_eq!(link.send(post(b"z")).and_then(read), Ok(b"hello".to_vec()));
}

#[test]
fn a_header_or_path_that_http_cannot_carry_is_refused_not_sent() {
    let (mut link, counts) = answering(FINE);
    let mut request = post(b"x");
    request
        .headers
        .push(("x-name", "a\r\nx-admin: 1".to_owned()));
    assert!(
        matches!(link.send(request), Err(TransportError::Other(_))),
        "a smuggled header"
    );
    assert!(matches!(
        link.send(get("/a b\r\n")),
        Err(TransportError::Other(_))
    ));
    assert_eq!(counts.connections(), 0);
}
