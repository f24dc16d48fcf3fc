//! What WebKitGTK does only when it is asked itself.

use gtk::prelude::CssProviderExt as _;
use std::cell::Cell;
use std::time::{Duration, Instant};
use tauri::WebviewWindow;
use webkit2gtk::{HitTestResultExt as _, WebViewExt as _};

/// A page that dies so soon again is not loaded once more.
const DIES_AGAIN: Duration = Duration::from_secs(20);

/// Tibetan stacks make a line of a theme's menu bar twice as high, and the screen is low.
const LOW_BAR: &[u8] =
    b"menubar > menuitem { padding: 0 9px; min-height: 0; } menubar > menuitem label { font-size: 88%; }";

/// Takes the air out of the menu bar.
pub(crate) fn lower_bar() {
    let style = gtk::CssProvider::new();
    let screen = gtk::gdk::Screen::default();
    match (style.load_from_data(LOW_BAR), screen) {
        (Ok(()), Some(screen)) => gtk::StyleContext::add_provider_for_screen(
            &screen,
            &style,
            gtk::STYLE_PROVIDER_PRIORITY_APPLICATION,
        ),
        (Err(error), _) => log::warn!("the menu bar stays high: {error}"),
        (Ok(()), None) => log::warn!("the menu bar stays high: no screen"),
    }
}

/// The page's own context menu has lines to go back and to load anew: it is shown only where text is
/// typed. A page whose process was ended (by a full memory, say) is loaded anew.
pub(crate) fn settle(window: &WebviewWindow) -> tauri::Result<()> {
    window.with_webview(|view| {
        let view = view.inner();
        view.connect_context_menu(|_, _, _, hit| !hit.context_is_editable());
        let died: Cell<Option<Instant>> = Cell::new(None);
        view.connect_web_process_terminated(move |view, reason| {
            log::error!("the page's process ended: {reason:?}");
            let last = died.replace(Some(Instant::now()));
            if last.is_none_or(|at| at.elapsed() > DIES_AGAIN) {
                view.reload();
            }
        });
    })
}

/// An editing command of WebKit: `Copy`, `Paste` …
pub(crate) fn edit(window: &WebviewWindow, command: &'static str) -> tauri::Result<()> {
    window.with_webview(move |view| view.inner().execute_editing_command(command))
}
