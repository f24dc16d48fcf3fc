//! The real program, in processes of their own beside a running server.

use crate::house::{order, uuid};
use crate::http::Http;
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use tempfile::TempDir;
use tsong_domain::id::DeviceId;
use tsong_sync::exchange::{EnrolAsk, Limits, enroll, sync};
use tsong_sync::memory::{Replica, public};

pub(crate) fn program(dir: &Path, args: &[&str]) -> Output {
    let bin = env!("CARGO_BIN_EXE_tsong-hub");
    Command::new(bin)
        .arg("--data")
        .arg(dir)
        .arg("--json")
        .args(args)
        .output()
        .unwrap()
}

pub(crate) fn json(output: &Output) -> Vec<Value> {
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    text.lines()
        .map(|l| serde_json::from_str(l).unwrap())
        .collect()
}

fn refused(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1));
    let error: Value = serde_json::from_slice(&output.stderr).unwrap();
    assert!(!error["message"].as_str().unwrap().is_empty());
    error["code"].as_str().unwrap().to_owned()
}

pub(crate) struct Server(pub(crate) Child);

impl Server {
    pub(crate) fn start(dir: &Path) -> (Self, Http) {
        let bin = env!("CARGO_BIN_EXE_tsong-hub");
        let mut child = Command::new(bin)
            .args(["--json", "--data"])
            .arg(dir)
            .args(["serve", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let ready: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(ready["ready"], true);
        let address = ready["address"]
            .as_str()
            .unwrap()
            .strip_prefix("http://")
            .unwrap();
        let http = Http::to(address.parse().unwrap());
        (Self(child), http)
    }

    pub(crate) fn stop(mut self, signal: &str) -> bool {
        let id = self.0.id().to_string();
        assert!(
            Command::new("kill")
                .args([signal, &id])
                .status()
                .unwrap()
                .success()
        );
        self.0.wait().unwrap().success()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if self.0.try_wait().is_ok_and(|s| s.is_none()) {
            self.0.kill().unwrap();
            self.0.wait().unwrap();
        }
    }
}

pub(crate) fn join(http: &mut Http, replica: &mut Replica, code: &str) {
    let ask = EnrolAsk {
        code: code.into(),
        device: replica.device,
        key: public(&replica.key),
        origin: replica.origin,
        name: "till".into(),
        version: "0".into(),
    };
    let tell = enroll(http, &ask).unwrap();
    replica.hub = Some(tell.hub_key);
    replica.nonce = tell.nonce.0;
}

#[test]
fn commands_work_beside_a_running_server_and_a_kill_loses_nothing() {
    let dir = TempDir::new().unwrap();
    let path = dir.path();
    let (server, mut http) = Server::start(path);
    let added = &json(&program(
        path,
        &["station", "add", "--name", "巴河站", "--place", "540421102"],
    ))[0];
    let (station, code) = (
        added["station"].as_str().unwrap(),
        added["code"].as_str().unwrap(),
    );
    let mut a = Replica::new(DeviceId(1), 1, Vec::new());
    order(&mut a, uuid(1), None);
    join(&mut http, &mut a, code);
    sync(&mut a, &mut http, &Limits::default(), &mut |_| {}).unwrap();
    let rows = json(&program(path, &["orders", "--station", "巴河站"]));
    assert_eq!(rows[0]["id"], uuid(1).to_string(), "acknowledged, so there");
    assert!(!server.stop("-KILL"), "killed without a chance to end");
    let (server, mut http) = Server::start(path);
    assert!(
        sync(&mut a, &mut http, &Limits::default(), &mut |_| {})
            .unwrap()
            .is_same
    );
    assert_eq!(
        json(&program(
            path,
            &["orders", "--station", station, "--state", "Placed"]
        ))
        .len(),
        1
    );
    assert!(
        json(&program(
            path,
            &["orders", "--station", station, "--state", "Completed"]
        ))
        .is_empty()
    );
    assert_eq!(json(&program(path, &["stations"]))[0]["orders"], 1);
    let code = json(&program(path, &["device", "code", "--station", station]));
    assert_eq!(code[0]["code"].as_str().unwrap().len(), 19);
    assert!(
        json(&program(path, &["staff", "token"]))[0]["token"]
            .as_str()
            .unwrap()
            .len()
            > 40
    );
    let verdict = &json(&program(path, &["verify"]))[0];
    assert_eq!(
        (verdict["ok"].as_bool(), verdict["orders"].as_u64()),
        (Some(true), Some(1))
    );
    let file = path.join("copy.db");
    assert_eq!(
        json(&program(path, &["backup", file.to_str().unwrap()]))[0]["facts"],
        5
    );
    let device = a.device.to_string();
    json(&program(
        path,
        &[
            "device",
            "revoke",
            "--station",
            station,
            "--device",
            &device,
        ],
    ));
    let error = sync(&mut a, &mut http, &Limits::default(), &mut |_| {}).unwrap_err();
    assert_eq!(error.code(), "revoked", "at once, in the running server");
    assert!(
        server.stop("-TERM"),
        "a server that is asked to stop ends well"
    );
}

#[test]
fn what_cannot_be_is_told_with_a_code() {
    let dir = TempDir::new().unwrap();
    let path = dir.path();
    assert_eq!(
        refused(&program(path, &["orders", "--station", "nowhere"])),
        "station_unknown"
    );
    assert_eq!(
        refused(&program(path, &["serve", "--listen", "0.0.0.0:0"])),
        "plain_http"
    );
    assert_eq!(
        refused(&program(
            path,
            &["station", "add", "--name", " ", "--place", "1"]
        )),
        "bad_name"
    );
    let key = path.join("hub.key");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(&key).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "only its owner reads the hub's key");
    }
    let kept = std::fs::read(&key).unwrap();
    std::fs::remove_file(&key).unwrap();
    assert_eq!(
        refused(&program(path, &["stations"])),
        "key_missing",
        "no second key is made"
    );
    std::fs::write(&key, format!("{}\n", "00".repeat(32))).unwrap();
    assert_eq!(refused(&program(path, &["stations"])), "key_other");
    std::fs::write(&key, kept).unwrap();
    json(&program(path, &["stations"]));
    let database = rusqlite::Connection::open(path.join("hub.db")).unwrap();
    database.execute_batch("PRAGMA user_version = 99").unwrap();
    assert_eq!(refused(&program(path, &["stations"])), "database_newer");
    drop(database);
    std::fs::write(
        path.join("hub.db"),
        b"this is no database, whatever its name",
    )
    .unwrap();
    assert_eq!(refused(&program(path, &["stations"])), "database");
}
