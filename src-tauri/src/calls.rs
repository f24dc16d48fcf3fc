//! The one command of the page, and the door that a closing window waits at: what began is finished,
//! nothing new begins.

use crate::args::Args;
use crate::menu;
use crate::words::Language;
use serde_json::Value;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;
use tauri::{AppHandle, Manager as _, State};
use tsong_contract::AppError;
use tsong_host::{Bridge, Options};

/// How long a closing window waits for what runs. A save takes milliseconds; what is cut after this
/// time is undone or kept whole by the database, as at a power cut.
const PATIENCE: Duration = Duration::from_secs(20);

/// The station behind the window, opened in the background while the page loads.
#[derive(Default)]
pub(crate) struct Calls {
    bridge: OnceLock<Bridge>,
    door: Mutex<Door>,
    empty: Condvar,
}

#[derive(Default)]
struct Door {
    inside: usize,
    is_shut: bool,
}

/// One call inside; leaving it, by an answer or a panic, opens the way for a window that closes.
struct Inside<'a>(&'a Calls);

impl Drop for Inside<'_> {
    fn drop(&mut self) {
        let mut door = self.0.door();
        door.inside = door.inside.saturating_sub(1);
        if door.inside == 0 {
            self.0.empty.notify_all();
        }
    }
}

impl Calls {
    /// The station is there; calls that came before go on now.
    pub(crate) fn open(&self, bridge: Bridge) {
        if self.bridge.set(bridge).is_err() {
            log::error!("a station was opened twice");
        }
    }

    /// The station, once it is open.
    pub(crate) fn bridge(&self) -> &Bridge {
        self.bridge.wait()
    }

    fn door(&self) -> MutexGuard<'_, Door> {
        self.door.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn enter(&self) -> Result<Inside<'_>, AppError> {
        let mut door = self.door();
        if door.is_shut {
            return Err(AppError::Stopped);
        }
        door.inside = door.inside.saturating_add(1);
        Ok(Inside(self))
    }

    /// Runs a command of the station.
    pub(crate) fn run(&self, name: &str, input: Value) -> Result<Value, AppError> {
        let _inside = self.enter()?;
        self.bridge().call(name, input)
    }

    /// Lets nothing new begin and waits for what runs; false when it did not end in time.
    pub(crate) fn shut(&self) -> bool {
        let mut door = self.door();
        door.is_shut = true;
        let (door, _) = self
            .empty
            .wait_timeout_while(door, PATIENCE, |door| door.inside > 0)
            .unwrap_or_else(PoisonError::into_inner);
        let is_done = door.inside == 0;
        drop(door);
        // A sync in the background is stopped, and the day's copy finished.
        self.bridge().close();
        is_done
    }
}

/// The page's one command: `invoke("call", {name, input})`.
#[tauri::command]
pub(crate) async fn call(app: AppHandle, name: String, input: Value) -> Result<Value, AppError> {
    let work = move || {
        let calls: State<'_, Arc<Calls>> = app.state();
        let answer = calls.run(&name, input)?;
        follow(&app, &name, &answer);
        Ok(answer)
    };
    // The main thread draws and hears the keys; it never waits for the disk or the link.
    tauri::async_runtime::spawn_blocking(work)
        .await
        .unwrap_or_else(|_| {
            Err(AppError::Internal {
                detail: "panic".to_owned(),
            })
        })
}

/// Menu and tray speak what the screen speaks.
fn follow(app: &AppHandle, name: &str, answer: &Value) {
    if !name.starts_with("settings.") {
        return;
    }
    let tag = answer.get("language").and_then(Value::as_str);
    if let Some(language) = tag.and_then(|tag| tag.parse::<Language>().ok()) {
        menu::speak(app, language);
    }
}

/// Opens the station on a thread of its own. Whatever is wrong with it is told by `setup.status`.
pub(crate) fn open_behind(calls: &Arc<Calls>, args: &Args, folder: &Path) {
    let options = Options::new(folder, args.keyring.into(), args.ca.clone());
    let opened = std::thread::Builder::new()
        .name("opening".to_owned())
        .spawn({
            let (calls, options) = (Arc::clone(calls), options.clone());
            move || {
                calls.open(Bridge::open(options));
                calls.bridge().read_ahead();
            }
        });
    if opened.is_err() {
        calls.open(Bridge::open(options));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::sync::mpsc::channel;

    fn on_an_empty_folder() -> (tempfile::TempDir, Arc<Calls>) {
        let dir = tempfile::tempdir().unwrap();
        let calls = Arc::new(Calls::default());
        let options = Options::new(dir.path(), tsong_host::Keyring::Off, None);
        calls.open(Bridge::open(options));
        (dir, calls)
    }

    #[test]
    fn a_closing_window_waits_for_what_runs_and_lets_nothing_new_begin() {
        let (_dir, calls) = on_an_empty_folder();
        let is_saved = Arc::new(AtomicBool::new(false));
        let (began, has_begun) = channel();
        let saving = std::thread::spawn({
            let (calls, is_saved) = (Arc::clone(&calls), Arc::clone(&is_saved));
            move || {
                let inside = calls.enter().unwrap();
                began.send(()).unwrap();
                // The window begins to close while this is half-way.
                while !calls.door().is_shut {
                    std::thread::yield_now();
                }
                is_saved.store(true, Ordering::SeqCst);
                drop(inside);
            }
        });
        has_begun.recv().unwrap();
        assert!(calls.shut(), "what ran has ended in time");
        assert!(
            is_saved.load(Ordering::SeqCst),
            "the save was finished before the window was"
        );
        saving.join().unwrap();
        assert_eq!(
            calls.run("setup.status", json!({})),
            Err(AppError::Stopped),
            "nothing begins in a window that closes"
        );
    }

    #[test]
    fn a_call_that_panics_does_not_keep_the_window_open() {
        let (_dir, calls) = on_an_empty_folder();
        let panicked = std::thread::spawn({
            let calls = Arc::clone(&calls);
            move || {
                let _inside = calls.enter().unwrap();
                panic!("a fault in a command");
            }
        });
        assert!(panicked.join().is_err());
        assert!(calls.shut());
    }

    #[test]
    fn a_station_that_is_not_there_answers_what_is_wrong() {
        let (_dir, calls) = on_an_empty_folder();
        let status = calls.run("setup.status", json!({})).unwrap();
        assert_eq!(status["state"], "absent", "the window opens all the same");
    }
}
