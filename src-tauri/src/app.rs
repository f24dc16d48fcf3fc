//! The program put together: plugins, menu, tray, window, and the page's one command.

use crate::calls::{self, Calls};
use crate::kept::{Kept, PLACE};
use crate::words::Language;
use crate::{closing, menu, tray, window};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::Path;
use std::sync::Arc;
use tauri::{App, Manager as _, WindowEvent};

const ID: &str = "org.tsong.Tsong";

/// Builds the program; its window opens when it runs.
///
/// # Errors
/// When the system gives no window.
pub(crate) fn build(kept: Kept, calls: Arc<Calls>, language: Language) -> tauri::Result<App> {
    let place = kept.own.join(PLACE);
    let one = tauri_plugin_single_instance::Builder::new()
        .dbus_id(bus_name(&kept.folder))
        .callback(|app, _, _| window::bring_forward(app))
        .build();
    let state = tauri_plugin_window_state::Builder::new()
        .with_state_flags(window::KEPT)
        // An absolute path takes the place of the plugin's own folder.
        .with_filename(place.to_string_lossy())
        .build();
    tauri::Builder::default()
        .plugin(one)
        .plugin(state)
        .manage(kept)
        .manage(calls)
        .invoke_handler(tauri::generate_handler![calls::call])
        .menu(move |app| menu::bar(app, language))
        .on_menu_event(|app, event| menu::act(app, event.id().as_ref()))
        .on_window_event(|window, event| {
            if let WindowEvent::CloseRequested { api, .. } = event {
                api.prevent_close();
                closing::begin(window.app_handle());
            }
        })
        .setup(move |app| {
            window::open(app.handle())?;
            tray::put_up_soon(app.handle());
            Ok(())
        })
        .build(tauri::generate_context!())
}

/// One name a folder on the session's bus: a sample station may be open beside the real one.
fn bus_name(folder: &Path) -> String {
    let mut hasher = DefaultHasher::new();
    folder.hash(&mut hasher);
    format!("{ID}.f{:016x}", hasher.finish())
}
