//! What WebKitGTK does only when it is asked itself.

use crate::calls::Calls;
use gtk::prelude::CssProviderExt as _;
use gtk::{PageSetup, PaperSize, Unit};
use serde_json::{Value, json};
use std::cell::Cell;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tauri::{AppHandle, Manager as _, WebviewWindow};
use webkit2gtk::{HitTestResultExt as _, PrintOperationExt as _, WebViewExt as _};

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
/// typed. A page whose process was ended (by a full memory, say) is loaded anew. The dialog for printing
/// begins with the paper that this PC is set to: WebKit takes no size from the page.
pub(crate) fn settle(window: &WebviewWindow) -> tauri::Result<()> {
    let app = window.app_handle().clone();
    window.with_webview(move |view| {
        let view = view.inner();
        view.connect_context_menu(|_, _, _, hit| !hit.context_is_editable());
        view.connect_print(move |_, printing| {
            printing.set_page_setup(&page_setup(&slip_paper(&app)));
            false
        });
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

/// What slips are printed on here, a word of the settings.
fn slip_paper(app: &AppHandle) -> String {
    let settings = app
        .state::<Arc<Calls>>()
        .run("settings.show", json!({}))
        .unwrap_or_default();
    let paper = settings.get("slip_paper").and_then(Value::as_str);
    paper.unwrap_or_default().to_owned()
}

/// A paper with the margins that the page is drawn for, in millimetres. A roll is cut by hand.
fn page_setup(paper: &str) -> PageSetup {
    let (size, side, top) = match paper {
        "a5" => (PaperSize::new(Some("iso_a5")), 9.0, 9.0),
        "roll80" => (
            PaperSize::new_custom("tsong_roll80", "80 mm", 80.0, 297.0, Unit::Mm),
            4.0,
            3.0,
        ),
        _ => (PaperSize::new(Some("iso_a6")), 5.0, 5.0),
    };
    let setup = PageSetup::new();
    setup.set_paper_size(&size);
    setup.set_left_margin(side, Unit::Mm);
    setup.set_right_margin(side, Unit::Mm);
    setup.set_top_margin(top, Unit::Mm);
    setup.set_bottom_margin(top, Unit::Mm);
    setup
}

/// An editing command of WebKit: `Copy`, `Paste` …
pub(crate) fn edit(window: &WebviewWindow, command: &'static str) -> tauri::Result<()> {
    window.with_webview(move |view| view.inner().execute_editing_command(command))
}
