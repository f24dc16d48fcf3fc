//! Whether there is a screen, and what WebKitGTK has to be told about it.

/// Makes sure that a window can be shown.
///
/// # Errors
/// When there is no display that lets us in.
#[cfg(target_os = "linux")]
pub(crate) fn prepare() -> Result<(), NoDisplay> {
    spare_the_driver();
    gtk::init().map_err(|_| NoDisplay)
}

/// Other systems start a program of this kind only in a session with a screen.
///
/// # Errors
/// None.
#[cfg(not(target_os = "linux"))]
pub(crate) const fn prepare() -> Result<(), NoDisplay> {
    Ok(())
}

/// No display lets us in.
#[derive(Debug)]
pub(crate) struct NoDisplay;

/// What tells WebKitGTK to let the processor paint alone.
#[cfg(target_os = "linux")]
const SWITCH: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// With NVIDIA's own driver WebKitGTK's sharing of buffers shows an empty window or crashes; without
/// a card its layers are put together by a GL of the processor's, which takes ten times as long as
/// painting the page there at once. In both cases the page is painted by the processor alone. The
/// switch must stand before WebKit begins.
#[cfg(target_os = "linux")]
fn spare_the_driver() {
    let has_driver = std::path::Path::new("/proc/driver/nvidia/version").exists();
    let is_shared = has_card(std::path::Path::new("/dev/dri")) && !has_driver;
    // What somebody set for this PC stays, one way or the other.
    if is_shared || std::env::var_os(SWITCH).is_some() {
        return;
    }
    // No thread of ours runs yet that could read the environment meanwhile.
    if let Err(error) = gtk::glib::setenv(SWITCH, "1", false) {
        log::warn!("the page is painted as WebKit likes: {error}");
    }
}

/// Whether the processor paints the page alone; what is costly to paint is left out then.
#[cfg(target_os = "linux")]
pub(crate) fn is_painted_plainly() -> bool {
    std::env::var_os(SWITCH).is_some_and(|value| value != "0")
}

/// Elsewhere the system's own webview knows how it paints.
#[cfg(not(target_os = "linux"))]
pub(crate) const fn is_painted_plainly() -> bool {
    false
}

/// Whether a card that can draw is told of in the folder of such devices.
#[cfg(target_os = "linux")]
fn has_card(devices: &std::path::Path) -> bool {
    std::fs::read_dir(devices).is_ok_and(|all| {
        all.flatten()
            .any(|one| one.file_name().to_string_lossy().starts_with("renderD"))
    })
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_screen_alone_is_no_card_that_can_draw() {
        let dir = tempfile::tempdir().unwrap();
        let devices = dir.path().join("dri");
        assert!(!has_card(&devices), "a machine without any");
        std::fs::create_dir(&devices).unwrap();
        std::fs::write(devices.join("card0"), "").unwrap();
        assert!(
            !has_card(&devices),
            "a plain screen, as of a virtual machine"
        );
        std::fs::write(devices.join("renderD128"), "").unwrap();
        assert!(has_card(&devices));
    }
}
