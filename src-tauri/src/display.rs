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

/// With NVIDIA's own driver WebKitGTK's sharing of buffers shows an empty window or crashes; without
/// it the same page is painted by the processor. The variable must stand before WebKit is loaded,
/// so the program starts itself once more.
#[cfg(target_os = "linux")]
fn spare_the_driver() {
    use std::os::unix::process::CommandExt as _;
    const SWITCH: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    let has_driver = std::path::Path::new("/proc/driver/nvidia/version").exists();
    if !has_driver || std::env::var_os(SWITCH).is_some() {
        return;
    }
    let Ok(program) = std::env::current_exe() else {
        return;
    };
    let failed = std::process::Command::new(program)
        .args(std::env::args_os().skip(1))
        .env(SWITCH, "1")
        .exec();
    log::warn!("not started anew: {:?}", failed.kind());
}
