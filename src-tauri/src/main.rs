//! `tsong-desktop`: the station's window.

#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

mod app;
mod args;
mod calls;
mod closing;
mod display;
mod journal;
mod kept;
#[cfg(target_os = "linux")]
mod linux;
mod menu;
mod tray;
mod window;
mod words;

use args::Args;
use calls::Calls;
use clap::Parser as _;
use journal::complain;
use kept::Kept;
use std::process::ExitCode;
use std::sync::Arc;
use words::{about_path, word};

/// The one window's name, in the capability file, too.
const STATION: &str = "station";

fn main() -> ExitCode {
    let args = Args::parse();
    let folder = args.folder();
    let language = tsong_host::chosen_language(&folder);
    if display::prepare().is_err() {
        complain(&word(language, "no-display"));
        return ExitCode::FAILURE;
    }
    let own = folder.join(kept::FOLDER);
    let Ok(lock) = kept::lock(&own) else {
        complain(&about_path(language, "no-folder", &folder));
        return ExitCode::FAILURE;
    };
    let is_first = lock.is_ours;
    let _log = journal::open(&own);
    journal::note_panics(own.clone());
    let crash = is_first.then(|| journal::take_crash(&own)).flatten();
    log::info!("started, version {}", env!("CARGO_PKG_VERSION"));

    let calls = Arc::new(Calls::default());
    if is_first {
        // The database opens while the window does.
        calls::open_behind(&calls, &args, &folder);
    }
    let kept = Kept::new(folder.clone(), crash, language);
    let app = match app::build(kept, calls, language) {
        Ok(app) => app,
        Err(error) => {
            log::error!("no window: {error}");
            complain(&about_path(language, "fault", &own));
            return ExitCode::FAILURE;
        }
    };
    // Where there is a bus the first window has come forward, and this program has ended by now.
    if !is_first {
        complain(&about_path(language, "open-already", &folder));
        return ExitCode::FAILURE;
    }
    app.run(|_, event| {
        if let tauri::RunEvent::Exit = event {
            log::info!("ended");
        }
    });
    ExitCode::SUCCESS
}
