//! What was packed is installed into an empty root and started from there.

use super::Packages;
use crate::house::House;
use crate::setup::is_root;
use crate::stage::succeed;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A slow machine needs some seconds; a program that hangs is told.
const PATIENCE: Duration = Duration::from_secs(60);
/// The house that is drawn at the first start has thousands of colours, menu and title some hundreds.
const COLOURS: u32 = 2000;

pub(super) fn check(house: &House, packages: &Packages) -> Result<(), String> {
    let out = house.target.join("packages");
    let root = out.join("installed");
    install(&root, packages)?;
    hub_answers(&root)?;
    let picture = out.join("desktop.png");
    window_opens(&root, &picture)?;
    println!("installed and started; see {}", picture.display());
    Ok(())
}

/// dpkg installs into an empty root where it may, and where it may not the files are unpacked.
fn install(root: &Path, packages: &Packages) -> Result<(), String> {
    if root.exists() {
        fs::remove_dir_all(root).map_err(|e| format!("{}: {e}", root.display()))?;
    }
    let database = root.join("var/lib/dpkg");
    for dir in ["info", "updates"] {
        fs::create_dir_all(database.join(dir)).map_err(|e| e.to_string())?;
    }
    fs::write(database.join("status"), "").map_err(|e| e.to_string())?;
    for package in [&packages.desktop, &packages.hub] {
        let mut command = Command::new("dpkg");
        if is_root() {
            command
                .arg(format!("--root={}", root.display()))
                .arg(format!("--log={}", root.join("dpkg.log").display()))
                // The libraries are the system's; the scripts hear by DPKG_ROOT where they are.
                .args(["--force-depends", "--force-script-chrootless", "--install"])
                .arg(package);
        } else {
            command.arg("--extract").arg(package).arg(root);
        }
        succeed(&mut command)?;
    }
    for file in [
        "usr/bin/tsong",
        "usr/bin/tsong-desktop",
        "usr/bin/tsong-hub",
        "usr/share/applications/org.tsong.Tsong.desktop",
        "usr/share/icons/hicolor/48x48/apps/org.tsong.Tsong.png",
        "usr/lib/systemd/system/tsong-hub.service",
        "etc/tsong-hub/hub.conf",
    ] {
        if !root.join(file).is_file() {
            return Err(format!("/{file} was not installed"));
        }
    }
    Ok(())
}

/// A program that ends with this value.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        for result in [self.0.kill(), self.0.wait().map(drop)] {
            if let Err(error) = result {
                eprintln!("process {}: {error}", self.0.id());
            }
        }
    }
}

fn start(command: &mut Command) -> Result<Running, String> {
    let name = command.get_program().to_string_lossy().into_owned();
    command
        .spawn()
        .map(Running)
        .map_err(|e| format!("{name}: {e}"))
}

fn first_line(running: &mut Running) -> Result<String, String> {
    let mut line = String::new();
    let output = running.0.stdout.take().ok_or("no output")?;
    BufReader::new(output)
        .read_line(&mut line)
        .map_err(|e| e.to_string())?;
    Ok(line.trim().to_owned())
}

fn hub_answers(root: &Path) -> Result<(), String> {
    let mut hub = Command::new(root.join("usr/bin/tsong-hub"));
    hub.arg("--data").arg(root.join("var/lib/tsong-hub"));
    hub.args(["--json", "serve", "--listen", "127.0.0.1:0"]);
    let mut hub = start(hub.stdout(Stdio::piped()))?;
    let ready = first_line(&mut hub)?;
    let ready: serde_json::Value =
        serde_json::from_str(&ready).map_err(|e| format!("tsong-hub: {ready}: {e}"))?;
    let address = ready
        .get("address")
        .and_then(serde_json::Value::as_str)
        .and_then(|url| url.strip_prefix("http://"))
        .ok_or_else(|| format!("tsong-hub told no address: {ready}"))?
        .to_owned();
    let answer = get(&address, "/healthz")?;
    if answer.starts_with("HTTP/1.1 200") {
        Ok(())
    } else {
        Err(format!("/healthz: {answer}"))
    }
}

fn get(address: &str, path: &str) -> Result<String, String> {
    let told = |e: std::io::Error| format!("{address}{path}: {e}");
    let mut stream = TcpStream::connect(address).map_err(told)?;
    stream.set_read_timeout(Some(PATIENCE)).map_err(told)?;
    let request = format!("GET {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).map_err(told)?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).map_err(told)?;
    Ok(answer)
}

/// The window is drawn on a screen without a monitor, and closes by its key.
fn window_opens(root: &Path, picture: &Path) -> Result<(), String> {
    let mut screen = Command::new("Xvfb");
    screen.args([
        "-displayfd",
        "1",
        "-nolisten",
        "tcp",
        "-screen",
        "0",
        "1366x768x24",
    ]);
    screen.stdout(Stdio::piped()).stderr(Stdio::null());
    let mut screen = start(&mut screen)?;
    let display = format!(":{}", first_line(&mut screen)?);
    let on_screen = |program: &str| {
        let mut command = Command::new(program);
        command
            .env("DISPLAY", &display)
            .env_remove("WAYLAND_DISPLAY")
            // The user's own folders stay as they are.
            .env("HOME", root.join("home"));
        command
    };
    let mut desktop = on_screen("dbus-run-session");
    desktop.arg("--").arg(root.join("usr/bin/tsong-desktop"));
    desktop.arg("--data").arg(root.join("home/station"));
    desktop.args(["--keyring", "off"]);
    let mut desktop = start(&mut desktop)?;

    let begun = Instant::now();
    let window = loop {
        if let Some(window) =
            said(on_screen("xdotool").args(["search", "--onlyvisible", "--name", "^Tsong"]))
            && colours(&mut on_screen("import"), picture) >= COLOURS
        {
            break window;
        }
        if begun.elapsed() > PATIENCE {
            return Err(format!("nothing was drawn; see {}", picture.display()));
        }
        if let Ok(Some(status)) = desktop.0.try_wait() {
            return Err(format!("tsong-desktop ended: {status}"));
        }
        sleep(Duration::from_millis(250));
    };
    let window = window.lines().last().unwrap_or_default().to_owned();
    succeed(on_screen("xdotool").args([
        "windowfocus",
        &window,
        "key",
        "--clearmodifiers",
        "ctrl+q",
    ]))?;
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        if let Some(status) = desktop.0.try_wait().map_err(|e| e.to_string())? {
            return if status.success() {
                Ok(())
            } else {
                Err(format!("the window closed with {status}"))
            };
        }
        sleep(Duration::from_millis(100));
    }
    Err("the window did not close by its key".to_owned())
}

fn said(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    (output.status.success() && !text.is_empty()).then_some(text)
}

/// How many colours the screen shows; none while nothing can be taken.
fn colours(take: &mut Command, picture: &Path) -> u32 {
    let picture: PathBuf = picture.to_path_buf();
    if said(take.args(["-window", "root"]).arg(&picture)).is_none() && !picture.is_file() {
        return 0;
    }
    said(
        Command::new("identify")
            .args(["-format", "%k"])
            .arg(&picture),
    )
    .and_then(|count| count.parse().ok())
    .unwrap_or(0)
}
