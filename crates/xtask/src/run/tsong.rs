//! The station's program, one call a command.

use crate::stage::show;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// What a program printed with `--json`: one object, or one a line.
#[derive(Clone, Debug, Default)]
pub(super) struct Answer(pub(super) Vec<Value>);

impl Answer {
    /// A field of the first object as a text; empty when there is none.
    pub(super) fn text(&self, key: &str) -> String {
        match self.0.first().and_then(|object| object.get(key)) {
            Some(Value::String(text)) => text.clone(),
            Some(value) => value.to_string(),
            None => String::new(),
        }
    }

    /// A field of the first object as a whole number; 0 when there is none.
    pub(super) fn number(&self, key: &str) -> i64 {
        self.0
            .first()
            .and_then(|object| object.get(key))
            .and_then(Value::as_i64)
            .unwrap_or(0)
    }
}

/// A failed command: its exit code, and what it wrote to stderr.
#[derive(Clone, Debug)]
pub(super) struct Failed {
    pub(super) exit: i32,
    pub(super) code: String,
    pub(super) message: String,
}

/// A station in a folder, with its operator signed in at each call.
pub(super) struct Station {
    program: PathBuf,
    data: PathBuf,
    pin_file: PathBuf,
    operator: String,
}

impl Station {
    pub(super) fn new(program: &Path, data: PathBuf, operator: &str, pin_file: PathBuf) -> Self {
        Self {
            program: program.to_path_buf(),
            data,
            pin_file,
            operator: operator.to_owned(),
        }
    }

    fn output(&self, words: &[&str]) -> Result<Output, String> {
        let mut command = Command::new(&self.program);
        command
            .arg("--data")
            .arg(&self.data)
            .args(["--json", "--keyring", "off"]);
        command
            .arg("--operator")
            .arg(&self.operator)
            .arg("--pin-file")
            .arg(&self.pin_file);
        command.args(words);
        command
            .output()
            .map_err(|e| format!("{}: {e}", show(&command)))
    }

    /// Runs a command that has to succeed.
    pub(super) fn call(&self, words: &[&str]) -> Result<Answer, String> {
        read(self.output(words)?).map_err(|failed| {
            format!(
                "tsong {}: {} ({})",
                words.join(" "),
                failed.message,
                failed.code
            )
        })
    }

    /// Runs a command of the one list.
    pub(super) fn list_call(&self, name: &str, input: &Value) -> Result<Answer, String> {
        self.call(&["call", name, &input.to_string()])
    }

    /// Runs a command that has to fail, and tells how it did.
    pub(super) fn call_failing(&self, words: &[&str]) -> Result<Failed, String> {
        match read(self.output(words)?) {
            Ok(answer) => Err(format!("tsong {} succeeded: {answer:?}", words.join(" "))),
            Err(failed) => Ok(failed),
        }
    }
}

/// Runs any program that prints JSON.
pub(super) fn run_json(command: &mut Command) -> Result<Answer, String> {
    let output = command
        .output()
        .map_err(|e| format!("{}: {e}", show(command)))?;
    read(output).map_err(|f| format!("{}: {} ({})", show(command), f.message, f.code))
}

fn read(output: Output) -> Result<Answer, Failed> {
    if output.status.success() {
        let text = String::from_utf8_lossy(&output.stdout);
        return Ok(Answer(
            text.lines()
                .filter_map(|l| serde_json::from_str(l).ok())
                .collect(),
        ));
    }
    let text = String::from_utf8_lossy(&output.stderr);
    let told: Option<Value> = text
        .lines()
        .rev()
        .find_map(|line| serde_json::from_str(line).ok());
    let field = |key| {
        told.as_ref()
            .and_then(|t| t.get(key))
            .and_then(Value::as_str)
    };
    Err(Failed {
        exit: output.status.code().unwrap_or(-1),
        code: field("code").unwrap_or("crashed").to_owned(),
        message: field("message").unwrap_or(text.trim()).to_owned(),
    })
}
