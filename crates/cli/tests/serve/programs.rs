//! The program as it was built, in processes of its own.

use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tempfile::TempDir;

fn tsong(data: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tsong"));
    command
        .env("TSONG_OPERATOR", "卓玛")
        .env("TSONG_PIN", "428613")
        .args(["--json", "--keyring", "off", "--data"])
        .arg(data)
        .args(args)
        .stdin(Stdio::null());
    command
}

/// What a run answered.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) row: Value,
    pub(crate) error: Value,
}

/// Runs it to its end.
pub(crate) fn called(data: &Path, args: &[&str]) -> Run {
    let output = tsong(data, args).output().unwrap();
    let last = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes).into_owned();
        text.lines()
            .last()
            .and_then(|line| serde_json::from_str(line).ok())
            .unwrap_or(Value::Null)
    };
    Run {
        status: output.status.code().unwrap(),
        row: last(&output.stdout),
        error: last(&output.stderr),
    }
}

/// Starts it and kills it after a while (SIGKILL: nothing of it gets to run).
pub(crate) fn killed_after(data: &Path, args: &[&str], wait_ms: u64) {
    let mut child = tsong(data, args)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(Duration::from_millis(wait_ms));
    child.kill().unwrap();
    child.wait().unwrap();
}

/// `tsong serve` on an empty folder; killed when dropped.
pub(crate) struct Serving {
    child: Child,
    _dir: TempDir,
    /// Where it listens, `http://…`.
    pub(crate) address: String,
    /// What opens it once.
    pub(crate) token: String,
}

impl Serving {
    pub(crate) fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let ui = dir.path().join("ui");
        std::fs::create_dir_all(ui.join("assets")).unwrap();
        for (name, text) in [
            ("ui/index.html", "<!doctype html><title>the screen</title>"),
            ("ui/assets/app-1.js", "1"),
            ("ui/.hidden", "secret"),
            ("secret.txt", "secret"),
        ] {
            std::fs::write(dir.path().join(name), text).unwrap();
        }
        let mut child = tsong(
            &dir.path().join("station"),
            &["serve", "--ui", ui.to_str().unwrap()],
        )
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let ready: Value = serde_json::from_str(&line).unwrap();
        let open = ready["open"].as_str().unwrap();
        Self {
            child,
            address: ready["address"].as_str().unwrap().to_owned(),
            token: open.split_once("token=").unwrap().1.to_owned(),
            _dir: dir,
        }
    }

    /// Host and port.
    pub(crate) fn host(&self) -> String {
        self.address.trim_start_matches("http://").to_owned()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // It may have ended already; then there is nothing to end.
        let _gone = (self.child.kill(), self.child.wait());
    }
}
