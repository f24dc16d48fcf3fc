//! The way out: never in the middle of a save.

use crate::calls::Calls;
use crate::{STATION, window};
use std::sync::Arc;
use tauri::{AppHandle, Manager as _};
use tauri_plugin_window_state::AppHandleExt as _;

/// Closes: the window goes at once, the program when what runs has ended.
pub(crate) fn begin(app: &AppHandle) {
    if let Err(error) = app.save_window_state(window::KEPT) {
        log::warn!("the window's place was not kept: {error}");
    }
    if let Some(window) = app.get_webview_window(STATION)
        && let Err(error) = window.hide()
    {
        log::warn!("not hidden: {error}");
    }
    let app = app.clone();
    let waiting = std::thread::Builder::new()
        .name("closing".to_owned())
        .spawn({
            let app = app.clone();
            move || {
                let is_done = app.state::<Arc<Calls>>().shut();
                log::info!("closed; all calls had ended: {is_done}");
                app.exit(0);
            }
        });
    if waiting.is_err() {
        app.exit(0);
    }
}
