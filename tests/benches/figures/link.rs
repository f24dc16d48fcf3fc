//! The link over loopback, by the real programs: bytes, requests, and what the hub keeps in memory.

use crate::import::ORDERS;
use crate::table::Table;
use crate::{Outcome, bare, program, records};
use serde_json::Value;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// How many orders are changed.
const CHANGED: u16 = 100;

/// A running hub, ended with this value.
pub(crate) struct Hub {
    child: Child,
    pub(crate) address: String,
    data: PathBuf,
}

/// The station's program on a folder.
pub(crate) struct Desk {
    pub(crate) data: PathBuf,
    pub(crate) pin_file: PathBuf,
}

/// Syncs the station of the import, some changes and nothing; then fills the hub with `facts`.
pub(crate) fn measure(dir: &Path, home: &Path, facts: u64, table: &mut Table) -> Outcome<()> {
    let desk = Desk {
        data: home.to_owned(),
        pin_file: dir.join("pin"),
    };
    std::fs::write(&desk.pin_file, bare::PIN)?;
    let hub = Hub::serve(dir.join("hub"))?;
    let added = hub.call(&["station", "add", "--name", "Bahe", "--place", "540421102"])?;
    let code = added.get("code").and_then(Value::as_str).unwrap_or("");
    desk.call(&["enroll", "--hub", &hub.address, "--code", code])?;

    let all = desk.call(&["sync"])?;
    table.add_each(
        "10,000 orders up, an order",
        number(&all, "bytes_up"),
        ORDERS,
        60,
    );
    table.add_most(
        "10,000 orders up, requests",
        number(&all, "requests"),
        "",
        5,
    );

    let file = dir.join("more.jsonl");
    let changes = records::changed(&records::new(0, ORDERS), usize::from(CHANGED));
    records::write(&file, changes)?;
    let changed = desk.import(&file)?;
    if number(&changed, "changed") != u64::from(CHANGED) {
        return Err(format!("not all changes were taken: {changed}").into());
    }
    let some = desk.call(&["sync"])?;
    let bytes = number(&some, "bytes_up");
    table.add_each(
        "100 changed orders up, an order",
        bytes,
        u64::from(CHANGED),
        25,
    );

    let none = desk.call(&["sync"])?;
    table.add_most("nothing new, requests", number(&none, "requests"), "", 1);
    table.add_most("nothing new, up", number(&none, "bytes_up"), " B", 800);
    table.add_most("nothing new, down", number(&none, "bytes_down"), " B", 800);

    let mut first = ORDERS;
    let held = loop {
        let status = desk.call(&["call", "sync.status"])?;
        let saved = number(&status, "saved");
        if saved >= facts {
            break saved;
        }
        records::write(&file, records::new(first, ORDERS))?;
        desk.import(&file)?;
        desk.call(&["sync"])?;
        first = first.saturating_add(ORDERS);
    };
    let what = format!("tsong-hub's most memory, {held} facts");
    match hub.most_memory_kb()? {
        Some(kb) => table.add_most(&what, kb.div_ceil(1000), " MB", 100),
        None => table.add(
            &what,
            "not told by this system".to_owned(),
            "≤ 100 MB",
            true,
        ),
    }
    Ok(())
}

impl Desk {
    pub(crate) fn call(&self, words: &[&str]) -> Outcome<Value> {
        let mut command = Command::new(program("TSONG_BIN")?);
        command.arg("--data").arg(&self.data);
        command.args(["--json", "--keyring", "off", "--operator", bare::KEEPER]);
        command.arg("--pin-file").arg(&self.pin_file).args(words);
        run(&mut command, words)
    }

    fn import(&self, file: &Path) -> Outcome<Value> {
        self.call(&["import", &file.display().to_string()])
    }
}

impl Hub {
    pub(crate) fn serve(data: PathBuf) -> Outcome<Self> {
        let mut child = Command::new(program("TSONG_HUB_BIN")?)
            .arg("--data")
            .arg(&data)
            .args(["--json", "serve", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .spawn()?;
        let output = child.stdout.take();
        // From here on the process ends with the value, whatever goes wrong.
        let mut hub = Self {
            child,
            address: String::new(),
            data,
        };
        let mut line = String::new();
        if let Some(output) = output {
            BufReader::new(output).read_line(&mut line)?;
        }
        let ready: Value = serde_json::from_str(&line)?;
        let address = ready.get("address").and_then(Value::as_str);
        hub.address = address.ok_or("the hub told no address")?.to_owned();
        Ok(hub)
    }

    pub(crate) fn call(&self, words: &[&str]) -> Outcome<Value> {
        let mut command = Command::new(program("TSONG_HUB_BIN")?);
        command.arg("--data").arg(&self.data).arg("--json");
        run(command.args(words), words)
    }

    /// The most memory that the process ever had resident, in kB; only Linux tells it so.
    fn most_memory_kb(&self) -> Outcome<Option<u64>> {
        let file = PathBuf::from(format!("/proc/{}/status", self.child.id()));
        if !file.exists() {
            return Ok(None);
        }
        let text = std::fs::read_to_string(file)?;
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kb = line.and_then(|rest| rest.trim().strip_suffix(" kB"));
        Ok(kb.and_then(|kb| kb.trim().parse().ok()))
    }
}

impl Drop for Hub {
    fn drop(&mut self) {
        for result in [self.child.kill(), self.child.wait().map(drop)] {
            if let Err(error) = result {
                eprintln!("tsong-hub: {error}");
            }
        }
    }
}

fn run(command: &mut Command, words: &[&str]) -> Outcome<Value> {
    let output = command.output()?;
    if !output.status.success() {
        let told = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{}: {}", words.join(" "), told.trim()).into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

fn number(report: &Value, field: &str) -> u64 {
    report
        .get(field)
        .and_then(Value::as_u64)
        .unwrap_or_default()
}
