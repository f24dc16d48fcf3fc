//! The one window: where it stands, what it may open, how large its page is drawn.

use crate::STATION;
use crate::display;
use crate::kept::{Kept, WEB};
use serde_json::Value;
use tauri::utils::config::Color;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager as _, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder};
use tauri_plugin_window_state::StateFlags;

/// The ground of `ui`'s tokens, so that nothing flashes before the first paint.
const GROUND: Color = Color(0xF5, 0xF0, 0xE6, 0xFF);
const TITLE: &str = "Tsong ཚོང་";
/// Steps of the page's size, in hundredths.
const ZOOM: &[u16] = &[75, 90, 100, 110, 125, 150, 175, 200];

/// What is kept of the window between two runs.
pub(crate) const KEPT: StateFlags = StateFlags::SIZE
    .union(StateFlags::POSITION)
    .union(StateFlags::MAXIMIZED);

/// Opens the window.
pub(crate) fn open(app: &AppHandle) -> tauri::Result<WebviewWindow> {
    let kept = app.state::<Kept>();
    let page = WebviewUrl::App("index.html".into());
    let window = WebviewWindowBuilder::new(app, STATION, page)
        .title(TITLE)
        .inner_size(1366.0, 768.0)
        .min_inner_size(1024.0, 640.0)
        .prevent_overflow()
        .background_color(GROUND)
        // Photos are dropped on the page, which takes them; anything else that is dropped would be
        // a navigation, and those are refused.
        .disable_drag_drop_handler()
        .on_navigation(is_own)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        // The page keeps nothing; what a webview keeps by itself lies with the rest of the window's.
        .data_directory(kept.own.join(WEB))
        .initialization_script(told(&kept, display::is_painted_plainly()))
        .build()?;
    #[cfg(target_os = "linux")]
    {
        crate::linux::lower_bar();
        crate::linux::settle(&window)?;
    }
    draw_at(&window, kept.zoom());
    Ok(window)
}

/// What the page knows from the start: `tsongCrash`, what the last run left when it crashed, `{at_ms,
/// place}` or null; `tsongPaint`, `plain` where the processor paints alone, else `full`; `tsongLanguage`,
/// whose words the page begins to read before the station is open.
fn told(kept: &Kept, is_painted_plainly: bool) -> String {
    let paint = if is_painted_plainly { "plain" } else { "full" };
    let language = kept.spoken().tag();
    format!(
        "Object.defineProperty(window, \"tsongCrash\", {{ value: {} }});
         Object.defineProperty(window, \"tsongPaint\", {{ value: \"{paint}\" }});
         Object.defineProperty(window, \"tsongLanguage\", {{ value: \"{language}\" }});",
        kept.crash.as_ref().unwrap_or(&Value::Null)
    )
}

/// Whether an address is one of our own pages.
fn is_own(url: &Url) -> bool {
    let on_windows = matches!(url.scheme(), "http" | "https")
        && url.host_str() == Some("tauri.localhost")
        && url.port().is_none();
    let is_own = url.scheme() == "tauri" || on_windows;
    if !is_own {
        log::warn!(
            "refused to leave the page for an address of kind {}",
            url.scheme()
        );
    }
    is_own
}

/// Brings the window to the front, wherever it was.
pub(crate) fn bring_forward(app: &AppHandle) {
    let Some(window) = app.get_webview_window(STATION) else {
        return;
    };
    let done = window
        .unminimize()
        .and_then(|()| window.show())
        .and_then(|()| window.set_focus());
    if let Err(error) = done {
        log::warn!("not brought forward: {error}");
    }
}

/// Draws the page a step larger (1), a step smaller (-1), or at its own size (0).
pub(crate) fn zoom(app: &AppHandle, step: i8) {
    let kept = app.state::<Kept>();
    let percent = next_zoom(kept.zoom(), step);
    kept.keep_zoom(percent);
    if let Some(window) = app.get_webview_window(STATION) {
        draw_at(&window, percent);
    }
}

fn next_zoom(percent: u16, step: i8) -> u16 {
    let next = match step {
        1.. => ZOOM.iter().find(|z| **z > percent),
        0 => None,
        i8::MIN..0 => ZOOM.iter().rev().find(|z| **z < percent),
    };
    match (next, step) {
        (Some(next), _) => *next,
        (None, 0) => 100,
        (None, _) => percent,
    }
}

/// A size that was kept, or 100 when it is none of ours.
pub(crate) fn known_zoom(percent: u16) -> u16 {
    if ZOOM.contains(&percent) {
        percent
    } else {
        100
    }
}

#[allow(
    clippy::float_arithmetic,
    reason = "the webview takes its size as a fraction; nothing is counted with it"
)]
fn draw_at(window: &WebviewWindow, percent: u16) {
    if let Err(error) = window.set_zoom(f64::from(percent) / 100.0) {
        log::warn!("not drawn at {percent} %: {error}");
    }
}

/// The whole screen, or back.
pub(crate) fn full_screen(app: &AppHandle) {
    let Some(window) = app.get_webview_window(STATION) else {
        return;
    };
    let done = window
        .is_fullscreen()
        .and_then(|is_full| window.set_fullscreen(!is_full));
    if let Err(error) = done {
        log::warn!("full screen: {error}");
    }
}

/// Cut, copy and the like, as the webview does them.
#[cfg(target_os = "linux")]
pub(crate) fn edit(window: &WebviewWindow, command: &'static str) -> tauri::Result<()> {
    crate::linux::edit(window, command)
}

/// Elsewhere the menu holds the system's own lines, and this is not reached.
#[cfg(not(target_os = "linux"))]
pub(crate) fn edit(_window: &WebviewWindow, _command: &'static str) -> tauri::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_never_left() {
        for own in ["tauri://localhost/index.html", "http://tauri.localhost/"] {
            assert!(is_own(&own.parse().unwrap()), "{own}");
        }
        for other in [
            "https://example.org/",
            "file:///etc/passwd",
            "http://localhost:1420/",
            "http://tauri.localhost.example.org/",
            "http://tauri.localhost:8080/",
            "javascript:alert(1)",
            "data:text/html,hello",
        ] {
            assert!(!is_own(&other.parse().unwrap()), "{other}");
        }
    }

    #[test]
    fn the_page_grows_and_shrinks_in_steps_and_stops_at_the_ends() {
        assert_eq!(next_zoom(100, 1), 110);
        assert_eq!(next_zoom(100, -1), 90);
        assert_eq!(next_zoom(200, 1), 200);
        assert_eq!(next_zoom(75, -1), 75);
        assert_eq!(next_zoom(175, 0), 100);
        assert_eq!(known_zoom(0), 100);
        assert_eq!(known_zoom(150), 150);
    }
}
