//! The menu bar and the tray's menu, spoken in the station's language and changed in place.

use crate::words::{Language, word};
use crate::{Kept, STATION, calls::Calls, closing, tray, window};
use serde_json::json;
use std::sync::Arc;
use tauri::menu::{AboutMetadata, Menu, MenuItem, PredefinedMenuItem, Submenu};
use tauri::{AppHandle, Manager as _, Wry};

/// A line of a menu; its id is its key.
pub(crate) fn line(
    app: &AppHandle,
    language: Language,
    key: &'static str,
    keys: Option<&str>,
) -> tauri::Result<MenuItem<Wry>> {
    MenuItem::with_id(app, key, word(language, key), true, keys)
}

fn submenu(
    app: &AppHandle,
    language: Language,
    key: &'static str,
    lines: &[(&'static str, Option<&str>)],
) -> tauri::Result<Submenu<Wry>> {
    let menu = Submenu::new(app, word(language, key), true)?;
    for (key, keys) in lines {
        if key.is_empty() {
            menu.append(&PredefinedMenuItem::separator(app)?)?;
        } else {
            menu.append(&line(app, language, key, *keys)?)?;
        }
    }
    Ok(menu)
}

/// The menu bar. Cut, copy and paste have their keys in the page itself, and no letter is underlined:
/// holding Alt shows the keys of the screen.
pub(crate) fn bar(app: &AppHandle, language: Language) -> tauri::Result<Menu<Wry>> {
    let file = submenu(
        app,
        language,
        "file",
        &[
            ("print", Some("CmdOrCtrl+P")),
            ("lock", Some("CmdOrCtrl+L")),
            ("", None),
            ("quit", Some("CmdOrCtrl+Q")),
        ],
    )?;
    let edit = submenu(
        app,
        language,
        "edit",
        &[
            ("undo", None),
            ("", None),
            ("cut", None),
            ("copy", None),
            ("paste", None),
            ("", None),
            ("select-all", None),
        ],
    )?;
    let view = submenu(
        app,
        language,
        "view",
        &[
            ("zoom-in", Some("CmdOrCtrl+=")),
            ("zoom-out", Some("CmdOrCtrl+-")),
            ("zoom-reset", Some("CmdOrCtrl+0")),
            ("", None),
            ("full-screen", Some("F11")),
        ],
    )?;
    let help = submenu(app, language, "help", &[("keys", Some("F1"))])?;
    help.append(&PredefinedMenuItem::about(
        app,
        Some(&word(language, "about")),
        Some(about(app)),
    )?)?;
    Menu::with_items(app, &[&file, &edit, &view, &help])
}

fn about(app: &AppHandle) -> AboutMetadata<'static> {
    AboutMetadata {
        name: Some("Tsong ཚོང་".to_owned()),
        version: Some(app.package_info().version.to_string()),
        license: Some("MIT".to_owned()),
        icon: app
            .default_window_icon()
            .map(|icon| icon.clone().to_owned()),
        ..AboutMetadata::default()
    }
}

/// Says everything anew, when the language is another one. The bar is put up anew: the heads of its
/// menus cannot be renamed in GTK.
pub(crate) fn speak(app: &AppHandle, language: Language) {
    if app.state::<Kept>().speaks(language) {
        return;
    }
    let said = bar(app, language)
        .and_then(|bar| app.set_menu(bar))
        .and_then(|_| tray::speak(app, language));
    if let Err(error) = said {
        log::warn!("the menu speaks as before: {error}");
    }
}

/// Does what was chosen in the bar or in the tray's menu.
pub(crate) fn act(app: &AppHandle, key: &str) {
    log::info!("menu: {key}");
    match key {
        "quit" => closing::begin(app),
        "show" => window::bring_forward(app),
        "sync" => sync(app),
        "zoom-in" => window::zoom(app, 1),
        "zoom-out" => window::zoom(app, -1),
        "zoom-reset" => window::zoom(app, 0),
        "full-screen" => window::full_screen(app),
        "undo" => edit(app, "Undo"),
        "cut" => edit(app, "Cut"),
        "copy" => edit(app, "Copy"),
        "paste" => edit(app, "Paste"),
        "select-all" => edit(app, "SelectAll"),
        // What the page does by a key of its own. A screen without a paper is printed as it stands.
        "print" => press(app, "p", "KeyP", true, "window.print()"),
        "lock" => press(app, "l", "KeyL", true, "null"),
        "keys" => press(app, "F1", "F1", false, "null"),
        other => log::warn!("no such menu line: {other}"),
    }
}

/// Lets the page hear a key, and does `otherwise` when nothing on the screen took it. All words are
/// ours, never text from outside.
fn press(app: &AppHandle, key: &str, code: &str, has_ctrl: bool, otherwise: &str) {
    let Some(page) = app.get_webview_window(STATION) else {
        return;
    };
    let event = json!({ "key": key, "code": code, "ctrlKey": has_ctrl, "cancelable": true });
    let script =
        format!("if (window.dispatchEvent(new KeyboardEvent(\"keydown\", {event}))) {otherwise};");
    if let Err(error) = page.eval(script) {
        log::warn!("the page did not hear {key}: {error}");
    }
}

fn edit(app: &AppHandle, command: &'static str) {
    let Some(page) = app.get_webview_window(STATION) else {
        return;
    };
    if let Err(error) = window::edit(&page, command) {
        log::warn!("{command}: {error}");
    }
}

fn sync(app: &AppHandle) {
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || {
        let calls = app.state::<Arc<Calls>>();
        if calls.run("sync.start", json!({})).is_err() {
            // Why stands in the log and on the sync screen: nobody signed in, no hub, no link.
            window::bring_forward(&app);
        }
    });
}
