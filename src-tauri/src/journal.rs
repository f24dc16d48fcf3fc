//! The log, and what a crash leaves for the next start. Neither holds what a person typed: lines are
//! made of command names, error codes and places in the source, never of input, output or details.

use flexi_logger::{
    Age, Cleanup, Criterion, DeferredNow, FileSpec, LogSpecification, Logger, LoggerHandle, Naming,
};
use log::{LevelFilter, Record};
use serde_json::{Value, json};
use std::io::Write;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

const SIZE_BYTES: u64 = 1_000_000;
const OLDER_FILES: usize = 3;
const CRASH: &str = "crash.json";

/// Opens the log in `dir`. The window opens without one, too: a full disk is told by the station.
pub(crate) fn open(dir: &Path) -> Option<LoggerHandle> {
    // What other crates say may quote what it was given.
    let ours = LogSpecification::builder()
        .default(LevelFilter::Off)
        .module("tsong", LevelFilter::Info)
        .build();
    Logger::with(ours)
        .log_to_file(
            FileSpec::default()
                .directory(dir)
                .basename("window")
                .suppress_timestamp(),
        )
        .append()
        .rotate(
            Criterion::AgeOrSize(Age::Day, SIZE_BYTES),
            Naming::Numbers,
            Cleanup::KeepLogFiles(OLDER_FILES),
        )
        .format(line)
        .start()
        .ok()
}

fn line(to: &mut dyn Write, now: &mut DeferredNow, record: &Record<'_>) -> std::io::Result<()> {
    let time = now.format("%Y-%m-%d %H:%M:%S%.3f");
    write!(to, "{time} {} {}", record.level(), record.args())
}

/// From here on a panic is written to the log and left for the next start to tell.
pub(crate) fn note_panics(dir: PathBuf) {
    std::panic::set_hook(Box::new(move |panic| {
        let place = place(panic);
        log::error!("panic at {place}: {}", said(panic));
        complain(&format!("tsong-desktop: a fault of the program at {place}"));
        let crash = json!({ "at_ms": now_ms(), "place": place });
        // There is nothing left to do when even this fails; the log has it.
        let _noted = std::fs::write(dir.join(CRASH), crash.to_string());
    }));
}

/// What the last run left when it crashed: `{"at_ms", "place"}`. Told once.
pub(crate) fn take_crash(dir: &Path) -> Option<Value> {
    let file = dir.join(CRASH);
    let text = std::fs::read(&file).ok()?;
    let _told = std::fs::remove_file(&file);
    // A crash note that was itself cut still says that there was a crash.
    Some(serde_json::from_slice(&text).unwrap_or_else(|_| json!({ "at_ms": 0, "place": "" })))
}

fn place(panic: &PanicHookInfo<'_>) -> String {
    panic.location().map_or_else(String::new, |at| {
        format!("{}:{}:{}", at.file(), at.line(), at.column())
    })
}

/// The words of a panic only where they stand in the source: a formatted one may quote a name.
fn said(panic: &PanicHookInfo<'_>) -> &'static str {
    panic
        .payload()
        .downcast_ref::<&'static str>()
        .copied()
        .unwrap_or("(not kept)")
}

fn now_ms() -> i64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| {
            i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
        })
}

/// A line for whoever started the program from a terminal.
pub(crate) fn complain(text: &str) {
    // Nobody is left to be told when standard error itself is closed.
    let _written = writeln!(std::io::stderr().lock(), "{text}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crash_is_told_once_and_names_nobody() {
        let dir = tempfile::tempdir().unwrap();
        let kept = std::panic::take_hook();
        note_panics(dir.path().to_path_buf());
        let name = "Dawa".to_owned();
        let crashed = std::thread::spawn(move || panic!("cannot read {name}")).join();
        std::panic::set_hook(kept);
        assert!(crashed.is_err());

        let crash = take_crash(dir.path()).expect("the next start hears of it");
        assert!(
            crash["place"].as_str().unwrap().contains("journal.rs"),
            "{crash}"
        );
        assert!(!crash.to_string().contains("Dawa"), "{crash}");
        assert_eq!(take_crash(dir.path()), None, "and is told once");
    }

    #[test]
    fn a_cut_note_still_says_that_there_was_a_crash() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join(CRASH), "{\"at").unwrap();
        assert!(take_crash(dir.path()).is_some());
    }
}
