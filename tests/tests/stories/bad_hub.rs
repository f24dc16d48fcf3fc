//! Hubs that are none: a sign-in page, garbage, silence, nobody. The station keeps its work and says
//! which it was.

use crate::programs::{Serving, Tsong};
use serde_json::json;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;

/// Something on loopback that gives every caller the same answer.
fn answering(answer: &'static [u8]) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for mut caller in listener.incoming().map_while(Result::ok) {
            let mut asked = [0; 16 * 1024];
            let told = caller
                .read(&mut asked)
                .and_then(|_| caller.write_all(answer));
            // A caller that has hung up wants no answer.
            drop(told);
        }
    });
    url
}

fn enrolment(till: &Tsong, url: &str) -> (i32, String) {
    till.run(&["enroll", "--hub", url, "--code", "ABCD-EFGH-JKMN-PQRS"])
        .refusal()
}

#[test]
fn what_answers_but_is_no_hub_is_told_apart() {
    let till = Tsong::new();
    let typed = json!({"noun": "order", "content": {"quantity": "３斤"}});
    assert_eq!(till.call("draft.save", &typed).exit, Some(0));
    let cases: [(&'static [u8], &[&str]); 5] = [
        (
            b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 27\r\n\r\n<html>Sign in, please</html>",
            &["captive_portal"],
        ),
        (
            b"HTTP/1.1 302 Found\r\nlocation: http://10.0.0.1/login\r\ncontent-length: 0\r\n\r\n",
            &["captive_portal"],
        ),
        (
            b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{\"a\": \xff}\n",
            &["not_a_hub"],
        ),
        (b"220 mail.example ESMTP\r\n", &["not_a_hub"]),
        (b"", &["link_stalled", "no_link"]),
    ];
    for (answer, codes) in cases {
        let (exit, code) = enrolment(&till, &answering(answer));
        assert!(
            exit == 4 && codes.contains(&code.as_str()),
            "to {:?} it said {exit} {code}, not {codes:?}",
            String::from_utf8_lossy(answer)
        );
    }
    let drafts = till.call("draft.list", &json!({"noun": "order"})).rows;
    assert_eq!(
        drafts[0]["content"], typed["content"],
        "the typed work is kept"
    );
    till.sound();
}

#[test]
fn nobody_there_and_a_refusal_have_their_own_exit() {
    let till = Tsong::new();
    assert_eq!(
        till.run(&["sync"]).refusal(),
        (1, "not_enrolled".to_owned())
    );
    let nobody = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    assert_eq!(
        enrolment(&till, &format!("http://{nobody}")),
        (4, "no_link".to_owned())
    );
    let plain = enrolment(&till, "http://hub.example");
    assert_eq!(
        plain,
        (1, "bad_input".to_owned()),
        "plain http does not leave this machine"
    );
    let hub = Serving::new();
    assert_eq!(enrolment(&till, &hub.url), (5, "bad_code".to_owned()));
    let station = hub.let_in(&till);
    till.must(&["sync"]);
    let devices = hub.must(&["device", "list", "--station", &station]);
    let device = devices[0]["device"].as_str().unwrap();
    hub.must(&[
        "device",
        "revoke",
        "--station",
        &station,
        "--device",
        device,
    ]);
    assert_eq!(till.run(&["sync"]).refusal(), (5, "revoked".to_owned()));
    till.sound();
}
