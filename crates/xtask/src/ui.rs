//! The screens: installed, built when their sources changed, checked.

use crate::house::House;
use crate::stage::{succeed, works};
use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Vite and vitest want it.
const NODE_MAJOR: u32 = 20;
/// What the screens are built from, beside the folder `ui` itself.
const SOURCES: &[&str] = &["ui", "assets"];
const NOT_SOURCES: &[&str] = &["node_modules", "dist"];

/// Installs the packages of `ui/package-lock.json` unless they are there.
///
/// # Errors
/// When there is no Node or npm cannot install.
pub fn install(house: &House) -> Result<(), String> {
    node()?;
    let lock = house.root.join("ui/package-lock.json");
    let stamp = house.root.join("ui/node_modules/.tsong-installed");
    let wanted = fs::read(&lock).map_err(|e| format!("{}: {e}", lock.display()))?;
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    succeed(npm(house).args(["ci", "--no-audit", "--no-fund"]))?;
    fs::write(&stamp, wanted).map_err(|e| format!("{}: {e}", stamp.display()))
}

/// Builds `ui/dist` unless it was built from the sources as they are.
///
/// # Errors
/// When it does not build.
pub fn build(house: &House) -> Result<(), String> {
    install(house)?;
    let stamp = house.root.join("ui/dist/.tsong-built");
    let sources = fingerprint(&house.root)?;
    if fs::read_to_string(&stamp).is_ok_and(|built| built == sources) {
        return Ok(());
    }
    succeed(npm(house).args(["run", "--silent", "build"]))?;
    for page in ["index.html", "desk.html"] {
        if !house.root.join("ui/dist").join(page).is_file() {
            return Err(format!("the build of ui made no {page}"));
        }
    }
    // The build may have written sources of its own; they are part of what was built.
    let sources = fingerprint(&house.root)?;
    fs::write(&stamp, sources).map_err(|e| format!("{}: {e}", stamp.display()))
}

/// Types, lints and unit tests of the screens.
///
/// # Errors
/// Names what failed.
pub fn check(house: &House) -> Result<(), String> {
    install(house)?;
    let mut failed = Vec::new();
    for script in ["types", "lint", "test"] {
        if let Err(why) = succeed(npm(house).args(["run", "--silent", script])) {
            println!("{why}");
            failed.push(script);
        }
    }
    if failed.is_empty() {
        Ok(())
    } else {
        Err(format!("ui: {}", failed.join(", ")))
    }
}

fn npm(house: &House) -> Command {
    let mut command = house.command(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.args(["--prefix", "ui"]);
    command
}

fn node() -> Result<(), String> {
    let output = Command::new("node").arg("--version").output();
    let version = output.map_or_else(
        |_| String::new(),
        |output| String::from_utf8_lossy(&output.stdout).trim().to_owned(),
    );
    match major(&version) {
        Some(found) if found >= NODE_MAJOR && works(Command::new("npm").arg("--version")) => Ok(()),
        Some(found) if found >= NODE_MAJOR => Err("npm is missing; install it".to_owned()),
        _ => Err(format!(
            "the screens need Node {NODE_MAJOR} or later with npm; found: {}",
            if version.is_empty() { "none" } else { &version }
        )),
    }
}

/// The first number of `v20.19.2`.
fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// Path, size and time of every source, in one number: a deleted file changes it, too.
fn fingerprint(root: &Path) -> Result<String, String> {
    let mut files = Vec::new();
    for source in SOURCES {
        collect(&root.join(source), &mut files)?;
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    for path in files {
        let told = |e: std::io::Error| format!("{}: {e}", path.display());
        let meta = fs::metadata(&path).map_err(told)?;
        let within = path.strip_prefix(root).unwrap_or(&path);
        (within, meta.len(), meta.modified().map_err(told)?).hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn collect(dir: &Path, files: &mut Vec<PathBuf>) -> Result<(), String> {
    let told = |e: std::io::Error| format!("{}: {e}", dir.display());
    for entry in fs::read_dir(dir).map_err(told)? {
        let entry = entry.map_err(told)?;
        let path = entry.path();
        if path.is_dir() {
            if !NOT_SOURCES.iter().any(|skip| entry.file_name() == *skip) {
                collect(&path, files)?;
            }
        } else {
            files.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_version_is_read() {
        assert_eq!(major("v20.19.2"), Some(20));
        assert_eq!(major("v9"), Some(9));
        assert_eq!(major(""), None, "no node at all");
    }

    #[test]
    fn a_changed_and_a_deleted_source_are_seen() {
        let root = std::env::temp_dir().join(format!("tsong-ui-{}", std::process::id()));
        for dir in ["ui/src", "ui/node_modules/x", "assets"] {
            fs::create_dir_all(root.join(dir)).unwrap();
        }
        let write = |name: &str, text: &str| fs::write(root.join(name), text).unwrap();
        write("ui/src/a.ts", "a");
        write("assets/b.svg", "b");
        let first = fingerprint(&root).unwrap();
        write("ui/node_modules/x/y.js", "y");
        assert_eq!(
            fingerprint(&root).unwrap(),
            first,
            "packages are no sources"
        );
        write("ui/src/a.ts", "ab");
        let second = fingerprint(&root).unwrap();
        assert_ne!(second, first, "a changed file builds anew");
        fs::remove_file(root.join("assets/b.svg")).unwrap();
        assert_ne!(fingerprint(&root).unwrap(), second, "and a deleted one");
        fs::remove_dir_all(&root).unwrap();
    }
}
