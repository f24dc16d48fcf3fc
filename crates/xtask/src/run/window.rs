//! The sample station in its window.

use super::hub::Hub;
use super::programs::Programs;
use super::tsong::run_json;
use crate::stage::{seconds, succeed};
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// Whether a window can be opened; only where windows come from X or Wayland can there be none.
pub(super) fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

/// Starts a hub, makes the sample station enrolled at it, opens the window, and waits until it is
/// closed.
pub(super) fn open(programs: &Programs, dir: &Path, is_busy: bool) -> Result<(), String> {
    let hub = Hub::new(&programs.hub, dir.join("hub"));
    let serving = hub.serve("127.0.0.1:0")?;
    let added = hub.call(&["station", "add", "--name", "巴河站", "--place", "540421102"])?;
    let station = dir.join("station");
    let begun = Instant::now();
    let code = added.text("code");
    let mut command = Command::new(&programs.sample);
    command.arg(&station).args([&serving.address, &code]);
    if is_busy {
        command.arg("--busy");
    }
    let made = run_json(&mut command)?;
    println!(
        "The sample station {} is ready, made in {}.",
        made.text("station"),
        seconds(begun.elapsed())
    );
    for (name, pin) in [("operator", "pin"), ("second", "second_pin")] {
        println!("  {}: PIN {}", made.text(name), made.text(pin));
    }
    println!("  recovery key: {}", made.text("recovery_key"));
    println!("  hub: {}", serving.address);
    println!("Close its window to end.");
    let mut window = Command::new(&programs.desktop);
    window
        .arg("--data")
        .arg(&station)
        .args(["--keyring", "off"]);
    succeed(&mut window)
}
