//! The two programs as they were built, run in processes of their own.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use tempfile::TempDir;

const KEEPER: &str = "卓玛";
const PIN: &str = "428613";

/// Where a program lies: where `cargo xtask test` says, else beside this test.
fn program(variable: &str, name: &str) -> PathBuf {
    let beside = || {
        let test = std::env::current_exe().unwrap();
        let folder = test.parent().and_then(Path::parent).unwrap();
        folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    };
    let path = std::env::var_os(variable).map_or_else(beside, PathBuf::from);
    assert!(
        path.is_file(),
        "{} is not built: run `cargo build -p tsong-cli -p tsong-hub` or `cargo xtask test`",
        path.display()
    );
    path
}

/// What a program answered.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) exit: Option<i32>,
    pub(crate) rows: Vec<Value>,
    pub(crate) errors: Vec<Value>,
}

impl Answer {
    pub(crate) fn of(output: &Output) -> Self {
        let lines = |bytes: &[u8]| {
            let text = String::from_utf8_lossy(bytes).into_owned();
            text.lines().map(str::to_owned).collect::<Vec<_>>()
        };
        let rows = lines(&output.stdout)
            .iter()
            .map(|l| serde_json::from_str(l).unwrap_or_else(|_| panic!("not JSON: {l}")))
            .collect();
        // The cipher's own log may stand before the error on the same stream.
        let errors = lines(&output.stderr)
            .iter()
            .filter_map(|l| serde_json::from_str(l).ok())
            .collect();
        Self {
            exit: output.status.code(),
            rows,
            errors,
        }
    }

    /// The exit status and the error's code.
    pub(crate) fn refusal(&self) -> (i32, String) {
        let error = self
            .errors
            .last()
            .unwrap_or_else(|| panic!("no error was told: {self:?}"));
        assert!(
            error["message"].as_str().is_some_and(|m| !m.is_empty()),
            "an error has a sentence: {error}"
        );
        (
            self.exit.unwrap(),
            error["code"].as_str().unwrap().to_owned(),
        )
    }
}

/// `tsong` on a folder.
pub(crate) struct Tsong {
    pub(crate) dir: TempDir,
}

impl Tsong {
    /// A station, set up.
    pub(crate) fn new() -> Self {
        let tsong = Self {
            dir: tempfile::tempdir().unwrap(),
        };
        tsong.must(&["init", "--name", "巴河站"]);
        tsong
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.dir.path().join("station")
    }

    pub(crate) fn command_on(data: &Path, args: &[&str]) -> Command {
        let mut command = Command::new(program("TSONG_BIN", "tsong"));
        command
            .env("TSONG_OPERATOR", KEEPER)
            .env("TSONG_PIN", PIN)
            .args(["--json", "--keyring", "off", "--data"])
            .arg(data)
            .args(args)
            .stdin(Stdio::null());
        command
    }

    pub(crate) fn command(&self, args: &[&str]) -> Command {
        Self::command_on(&self.data(), args)
    }

    pub(crate) fn run(&self, args: &[&str]) -> Answer {
        Answer::of(&self.command(args).output().unwrap())
    }

    #[track_caller]
    pub(crate) fn must(&self, args: &[&str]) -> Vec<Value> {
        let answer = self.run(args);
        assert_eq!(answer.exit, Some(0), "tsong {args:?}: {answer:?}");
        answer.rows
    }

    pub(crate) fn call(&self, name: &str, input: &Value) -> Answer {
        self.run(&["call", name, &input.to_string()])
    }

    /// What the log and the tables say; they agree.
    #[track_caller]
    pub(crate) fn sound(&self) -> Value {
        let report = self.must(&["verify"]).remove(0);
        assert_eq!(report["ok"], true, "{report}");
        report
    }

    /// Starts it and kills it after a while (SIGKILL: nothing of it gets to run); whether it had
    /// ended by itself.
    pub(crate) fn killed_after(&self, args: &[&str], wait_ms: u64) -> bool {
        let mut child = self
            .command(args)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_millis(wait_ms));
        let had_ended = child.try_wait().unwrap().is_some();
        child.kill().unwrap();
        child.wait().unwrap();
        had_ended
    }
}

/// `tsong-hub` serving a folder; killed when dropped.
pub(crate) struct Serving {
    child: Child,
    dir: TempDir,
    pub(crate) url: String,
}

impl Serving {
    pub(crate) fn new() -> Self {
        Self::over(tempfile::tempdir().unwrap())
    }

    pub(crate) fn over(dir: TempDir) -> Self {
        let mut child = Self::on(dir.path(), &["serve", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let ready: Value = serde_json::from_str(&line).unwrap();
        let url = ready["address"].as_str().unwrap().to_owned();
        Self { child, dir, url }
    }

    fn on(data: &Path, args: &[&str]) -> Command {
        let mut command = Command::new(program("TSONG_HUB_BIN", "tsong-hub"));
        command
            .args(["--json", "--data"])
            .arg(data)
            .args(args)
            .stdin(Stdio::null());
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Answer {
        Answer::of(&Self::on(self.dir.path(), args).output().unwrap())
    }

    #[track_caller]
    pub(crate) fn must(&self, args: &[&str]) -> Vec<Value> {
        let answer = self.run(args);
        assert_eq!(answer.exit, Some(0), "tsong-hub {args:?}: {answer:?}");
        answer.rows
    }

    /// A new station that `till` is enrolled in; its id.
    pub(crate) fn let_in(&self, till: &Tsong) -> String {
        let added = self.must(&["station", "add", "--name", "巴河", "--place", "540421102"]);
        let code = added[0]["code"].as_str().unwrap();
        till.must(&["enroll", "--hub", &self.url, "--code", code]);
        added[0]["station"].as_str().unwrap().to_owned()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // It may have ended already; then there is nothing to end.
        let _gone = (self.child.kill(), self.child.wait());
    }
}

/// Order `n` as another program would export it.
pub(crate) fn record(n: u32) -> Value {
    let at_ms = 1_767_225_600_000_i64 + i64::from(n) * 60_000;
    json!({
        "id": format!("019b75b7-e000-7abc-8def-{n:012x}"), "station_id": "st-0417",
        "order_no": format!("ST0417-{n:08}"), "status": "created",
        "buyer": {"name": "刘春梅", "phone": format!("138{n:08}"), "province": "四川省",
            "city": "成都市", "county": "武侯区", "town": "", "address": "人民路12号"},
        "lines": [{"product_id": "p-021", "title": "荔浦芋头", "grade": "特级", "weight_g": 1500,
            "unit_price_fen": 1033, "amount_fen": 1549}],
        "goods_fen": 1549, "shipping_fen": 800, "total_fen": 2349, "note": "放门卫处",
        "created_at": at_ms, "updated_at": at_ms,
    })
}
