//! The tray: show, sync, quit.

use crate::kept::Kept;
use crate::menu;
use crate::words::Language;
use std::time::Duration;
use tauri::image::Image;
use tauri::menu::Menu;
use tauri::tray::{MouseButton, TrayIconBuilder, TrayIconEvent};
use tauri::{AppHandle, Manager as _, Wry};

const ID: &str = "tsong";
const ICON: &[u8] = include_bytes!("../icons/tray.png");

/// The page stands by then: it and the tray want the same thread, and nobody waits for a tray.
const AFTER: Duration = Duration::from_millis(800);

/// Puts the icon up a moment after the window. A desktop without a tray has a window all the same.
pub(crate) fn put_up_soon(app: &AppHandle) {
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || {
        std::thread::sleep(AFTER);
        let here = app.clone();
        if let Err(error) = app.run_on_main_thread(move || put_up(&here)) {
            log::warn!("no tray: {error}");
        }
    });
}

fn put_up(app: &AppHandle) {
    if !can_have_one() {
        log::warn!("no tray: its library is not there");
        return;
    }
    if let Err(error) = build(app, app.state::<Kept>().spoken()) {
        log::warn!("no tray: {error}");
    }
}

/// Says the menu anew.
pub(crate) fn speak(app: &AppHandle, language: Language) -> tauri::Result<()> {
    match app.tray_by_id(ID) {
        Some(tray) => tray.set_menu(Some(lines(app, language)?)),
        None => Ok(()),
    }
}

fn lines(app: &AppHandle, language: Language) -> tauri::Result<Menu<Wry>> {
    let show = menu::line(app, language, "show", None)?;
    let sync = menu::line(app, language, "sync", None)?;
    let quit = menu::line(app, language, "quit", None)?;
    Menu::with_items(app, &[&show, &sync, &quit])
}

fn build(app: &AppHandle, language: Language) -> tauri::Result<()> {
    TrayIconBuilder::with_id(ID)
        .icon(Image::from_bytes(ICON)?)
        .tooltip("Tsong ཚོང་")
        .menu(&lines(app, language)?)
        .show_menu_on_left_click(false)
        .on_tray_icon_event(|tray, event| {
            if let TrayIconEvent::DoubleClick {
                button: MouseButton::Left,
                ..
            } = event
            {
                menu::act(tray.app_handle(), "show");
            }
        })
        .build(app)?;
    Ok(())
}

/// The tray's library is loaded when it is first used, and ends the program where it is missing.
#[cfg(target_os = "linux")]
fn can_have_one() -> bool {
    const LIBRARY: &str = "libayatana-appindicator3.so.1";
    let named = std::env::var_os("LD_LIBRARY_PATH").unwrap_or_default();
    let triplet = format!("/usr/lib/{}-linux-gnu", std::env::consts::ARCH);
    ["/usr/lib", "/usr/lib64", "/lib64", &triplet]
        .into_iter()
        .map(std::path::PathBuf::from)
        .chain(std::env::split_paths(&named))
        .any(|dir| dir.join(LIBRARY).exists())
}

#[cfg(not(target_os = "linux"))]
const fn can_have_one() -> bool {
    true
}
