//! Where the workspace lies and where it builds.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The build folder of our own is emptied when it passes this: two profiles of the whole house
/// take a few gigabytes, the rest is what older versions of the dependencies left behind.
const TARGET_LIMIT_BYTES: u64 = 15 * 1024 * 1024 * 1024;

/// The workspace and its build folder.
#[derive(Clone, Debug)]
pub struct House {
    /// The folder of the workspace's Cargo.toml.
    pub root: PathBuf,
    /// Where cargo builds.
    pub target: PathBuf,
    /// The build folder is ours to empty, not one that the caller named.
    is_own_target: bool,
}

impl House {
    /// Finds the workspace from this crate's place in it. The build folder is `CARGO_TARGET_DIR`
    /// or, when that is unset, `tsong/target` in the user's cache folder, so that every clone and
    /// every CI run shares one.
    ///
    /// # Errors
    /// When the workspace cannot be found.
    pub fn find() -> Result<Self, String> {
        let manifest_dir = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest_dir
            .ancestors()
            .find(|dir| dir.join("Cargo.toml").is_file() && dir.join("crates").is_dir())
            .ok_or("run this inside the workspace")?
            .to_path_buf();
        let named = std::env::var_os("CARGO_TARGET_DIR").filter(|dir| !dir.is_empty());
        let is_own_target = named.is_none();
        let target = named
            .map(PathBuf::from)
            .or_else(own_target)
            .unwrap_or_else(|| root.join("target"));
        Ok(Self {
            root,
            target,
            is_own_target,
        })
    }

    /// A command that runs in the workspace and builds in its build folder.
    #[must_use]
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", &self.target);
        command
    }

    /// The same cargo that runs us.
    #[must_use]
    pub fn cargo(&self) -> Command {
        let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
        self.command(&cargo)
    }

    /// A program that cargo built in the dev (`debug`) or release profile.
    #[must_use]
    pub fn built(&self, profile: &str, name: &str) -> PathBuf {
        self.target
            .join(profile)
            .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }

    /// Empties our own build folder when it has grown past its limit; a folder that the caller
    /// named is left alone.
    ///
    /// # Errors
    /// When the folder cannot be removed.
    pub fn trim_target(&self) -> Result<Option<u64>, String> {
        if !self.is_own_target {
            return Ok(None);
        }
        let bytes = size_of(&self.target);
        if bytes <= TARGET_LIMIT_BYTES {
            return Ok(None);
        }
        fs::remove_dir_all(&self.target).map_err(|e| format!("{}: {e}", self.target.display()))?;
        Ok(Some(bytes))
    }
}

fn own_target() -> Option<PathBuf> {
    let set = |name| {
        std::env::var_os(name)
            .filter(|v| !v.is_empty())
            .map(PathBuf::from)
    };
    let cache = set("XDG_CACHE_HOME")
        .or_else(|| set("LOCALAPPDATA"))
        .or_else(|| set("HOME").map(|home| home.join(".cache")))?;
    Some(cache.join("tsong").join("target"))
}

fn size_of(dir: &Path) -> u64 {
    let mut open = vec![dir.to_path_buf()];
    let mut bytes = 0u64;
    while let Some(dir) = open.pop() {
        for entry in fs::read_dir(&dir).into_iter().flatten().flatten() {
            match entry.metadata() {
                Ok(meta) if meta.is_dir() => open.push(entry.path()),
                Ok(meta) => bytes = bytes.saturating_add(meta.len()),
                Err(_) => {}
            }
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_the_caller_named_is_never_emptied() {
        let house = House {
            root: PathBuf::from("."),
            target: PathBuf::from("/nowhere"),
            is_own_target: false,
        };
        assert_eq!(house.trim_target(), Ok(None));
    }

    #[test]
    fn the_workspace_is_found_from_its_crate() {
        let house = House::find().unwrap();
        assert!(
            house.root.join("crates/xtask/src/house.rs").is_file(),
            "{}",
            house.root.display()
        );
    }
}
