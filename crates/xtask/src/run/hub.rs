//! The county's hub as a process beside us.

use super::tsong::{Answer, run_json};
use serde_json::Value;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A hub's folder and program; a server runs while [`Serving`] lives.
pub(super) struct Hub {
    program: PathBuf,
    data: PathBuf,
}

/// A running server.
pub(super) struct Serving {
    child: Child,
    /// Where it listens.
    pub(super) address: String,
}

impl Hub {
    pub(super) fn new(program: &Path, data: PathBuf) -> Self {
        Self {
            program: program.to_path_buf(),
            data,
        }
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.arg("--data").arg(&self.data).arg("--json");
        command
    }

    /// Starts the server and waits for its one ready line.
    pub(super) fn serve(&self, listen: &str) -> Result<Serving, String> {
        let mut child = self
            .command()
            .args(["serve", "--listen", listen])
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|e| format!("{}: {e}", self.program.display()))?;
        let mut line = String::new();
        if let Some(output) = child.stdout.take() {
            BufReader::new(output)
                .read_line(&mut line)
                .map_err(|e| format!("tsong-hub: {e}"))?;
        }
        let ready: Value = serde_json::from_str(&line).unwrap_or(Value::Null);
        let address = ready
            .get("address")
            .and_then(Value::as_str)
            .map(str::to_owned);
        let serving = Serving {
            child,
            address: address.clone().unwrap_or_default(),
        };
        match address {
            Some(_) => Ok(serving),
            None => Err(format!("tsong-hub was not ready: {line}")),
        }
    }

    /// Runs a command beside the server.
    pub(super) fn call(&self, words: &[&str]) -> Result<Answer, String> {
        let mut command = self.command();
        command.args(words);
        run_json(&mut command)
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        for result in [self.child.kill(), self.child.wait().map(drop)] {
            if let Err(error) = result {
                eprintln!("tsong-hub: {error}");
            }
        }
    }
}
