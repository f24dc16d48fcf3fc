//! Stages: what is run, whether it went well, and how long it took.

use std::process::Command;
use std::time::{Duration, Instant};

/// What ran so far.
#[derive(Debug, Default)]
pub struct Stages {
    done: Vec<(String, Duration, Result<(), String>)>,
}

impl Stages {
    /// Runs one stage and notes its time. A stage that fails does not stop the next: one run tells
    /// all that is wrong.
    pub fn run(&mut self, name: &str, work: impl FnOnce() -> Result<(), String>) {
        println!("\n== {name}");
        let begun = Instant::now();
        let result = work();
        let took = begun.elapsed();
        if let Err(why) = &result {
            println!("{why}");
        }
        println!("== {name}: {} in {}", word(&result), seconds(took));
        self.done.push((name.to_owned(), took, result));
    }

    /// Prints the summary.
    ///
    /// # Errors
    /// Names the stages that failed.
    pub fn finish(self) -> Result<(), String> {
        println!("\n== summary");
        for (name, took, result) in &self.done {
            println!("{:<6} {name:<10} {:>9}", word(result), seconds(*took));
        }
        let all = self.done.iter().map(|(_, took, _)| *took).sum();
        println!("{:<6} {:<10} {:>9}", "", "all", seconds(all));
        let failed: Vec<&str> = self
            .done
            .iter()
            .filter(|s| s.2.is_err())
            .map(|s| s.0.as_str())
            .collect();
        if failed.is_empty() {
            Ok(())
        } else {
            Err(format!("failed: {}", failed.join(", ")))
        }
    }
}

const fn word(result: &Result<(), String>) -> &'static str {
    if result.is_ok() { "ok" } else { "FAILED" }
}

/// A time to a tenth of a second.
#[must_use]
pub fn seconds(took: Duration) -> String {
    format!("{}.{} s", took.as_secs(), took.subsec_millis() / 100)
}

/// Runs a command with our own terminal.
///
/// # Errors
/// When it cannot be started or does not succeed; names the command.
pub fn succeed(command: &mut Command) -> Result<(), String> {
    let shown = show(command);
    let status = command.status().map_err(|e| format!("{shown}: {e}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{shown}: {status}"))
    }
}

/// Whether a command can be started and succeeds; it prints nothing.
#[must_use]
pub fn works(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

/// A command as a person would type it.
#[must_use]
pub fn show(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(
        command
            .get_args()
            .map(|word| word.to_string_lossy().into_owned()),
    );
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_stage_is_named_and_does_not_stop_the_next() {
        let mut stages = Stages::default();
        let mut ran = Vec::new();
        stages.run("one", || Err("broken".to_owned()));
        stages.run("two", || {
            ran.push("two");
            Ok(())
        });
        assert_eq!(ran, ["two"], "the stage after a failed one still runs");
        assert_eq!(stages.finish(), Err("failed: one".to_owned()));
    }
}
