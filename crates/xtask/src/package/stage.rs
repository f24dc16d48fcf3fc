//! A package's files, put together in a folder and packed.

use super::control::Package;
use crate::house::House;
use crate::stage::{show, succeed};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const VERSION: &str = env!("CARGO_PKG_VERSION");
/// Whose licences stand beside what the programs carry.
const LICENCES: &[&str] = &["LICENSE", "assets"];

/// A folder that becomes a package.
pub(super) struct Stage<'a> {
    house: &'a House,
    out: PathBuf,
    root: PathBuf,
    programs: Vec<PathBuf>,
    conffiles: String,
}

impl<'a> Stage<'a> {
    pub(super) fn new(house: &'a House, out: &Path, name: &str) -> Result<Self, String> {
        let root = out.join(format!("{name}.root"));
        if root.exists() {
            fs::remove_dir_all(&root).map_err(|e| format!("{}: {e}", root.display()))?;
        }
        let mut stage = Self {
            house,
            out: out.to_path_buf(),
            root,
            programs: Vec::new(),
            conffiles: String::new(),
        };
        let doc = format!("usr/share/doc/{name}");
        stage.text(&format!("{doc}/copyright"), &copyright(&house.root)?)?;
        stage.copy("CHANGELOG.md", &format!("{doc}/CHANGELOG.md"))?;
        stage.copy("README.md", &format!("{doc}/README.md"))?;
        Ok(stage)
    }

    fn place(&self, within: &str) -> Result<PathBuf, String> {
        let to = self.root.join(within);
        let dir = to.parent().unwrap_or(&self.root);
        fs::create_dir_all(dir).map_err(|e| format!("{}: {e}", dir.display()))?;
        Ok(to)
    }

    fn put(&self, from: &Path, within: &str, mode: u32) -> Result<PathBuf, String> {
        let to = self.place(within)?;
        fs::copy(from, &to).map_err(|e| format!("{}: {e}", from.display()))?;
        allow(&to, mode)?;
        Ok(to)
    }

    fn text(&self, within: &str, text: &str) -> Result<(), String> {
        let to = self.place(within)?;
        fs::write(&to, text).map_err(|e| format!("{}: {e}", to.display()))?;
        allow(&to, 0o644)
    }

    /// A file of the workspace.
    pub(super) fn copy(&mut self, from: &str, within: &str) -> Result<(), String> {
        self.put(&self.house.root.join(from), within, 0o644)
            .map(drop)
    }

    /// A program, without what only a debugger reads.
    pub(super) fn program(&mut self, from: &Path, within: &str) -> Result<(), String> {
        let to = self.put(from, within, 0o755)?;
        let mut strip = Command::new("strip");
        strip.args(["--strip-unneeded", "--remove-section=.comment"]);
        succeed(strip.arg(&to))?;
        self.programs.push(to);
        Ok(())
    }

    /// A script of the package itself.
    pub(super) fn script(&mut self, from: &str, name: &str) -> Result<(), String> {
        let from = self.house.root.join(from);
        self.put(&from, &format!("DEBIAN/{name}"), 0o755).map(drop)
    }

    /// A file that the county may have changed: an upgrade keeps it.
    pub(super) fn conffile(&mut self, within: &str) {
        self.conffiles.push_str(&format!("/{within}\n"));
    }

    /// Packs the folder.
    pub(super) fn build(self, package: &Package) -> Result<PathBuf, String> {
        let architecture = said(Command::new("dpkg").arg("--print-architecture"))?;
        let depends = self.depends()?;
        let installed_kb = size_of(&self.root)?.div_ceil(1024);
        let control = package.control(VERSION, &architecture, &depends, installed_kb);
        self.text("DEBIAN/control", &control)?;
        if !self.conffiles.is_empty() {
            self.text("DEBIAN/conffiles", &self.conffiles)?;
        }
        let file = self
            .out
            .join(format!("{}_{VERSION}_{architecture}.deb", package.name));
        let mut pack = Command::new("dpkg-deb");
        pack.args(["--root-owner-group", "-Zxz", "--build"]);
        succeed(pack.arg(&self.root).arg(&file))?;
        Ok(file)
    }

    /// The packages of the libraries that the programs name, with the versions that they need.
    fn depends(&self) -> Result<String, String> {
        // The tool wants to stand in a source package.
        let source = self.out.join("source");
        fs::create_dir_all(source.join("debian")).map_err(|e| e.to_string())?;
        fs::write(source.join("debian/control"), "Source: tsong\n").map_err(|e| e.to_string())?;
        let mut find = Command::new("dpkg-shlibdeps");
        find.current_dir(&source).args(["-O", "--warnings=0"]);
        for program in &self.programs {
            find.arg(format!("-e{}", program.display()));
        }
        let found = said(&mut find)?;
        found
            .strip_prefix("shlibs:Depends=")
            .map(str::to_owned)
            .ok_or_else(|| format!("dpkg-shlibdeps said: {found}"))
    }
}

#[cfg(unix)]
fn allow(path: &Path, mode: u32) -> Result<(), String> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
        .map_err(|e| format!("{}: {e}", path.display()))
}

#[cfg(not(unix))]
fn allow(_path: &Path, _mode: u32) -> Result<(), String> {
    Err("packages are made on Debian".to_owned())
}

fn said(command: &mut Command) -> Result<String, String> {
    let shown = show(command);
    let output = command.output().map_err(|e| format!("{shown}: {e}"))?;
    if !output.status.success() {
        let why = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{shown}: {}", why.trim()));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Our licence, and those of what we carry, each under the file's name.
fn copyright(root: &Path) -> Result<String, String> {
    let mut files = Vec::new();
    for start in LICENCES {
        licences(&root.join(start), &mut files)?;
    }
    files.sort();
    let mut all = String::new();
    for file in files {
        let text = fs::read_to_string(&file).map_err(|e| format!("{}: {e}", file.display()))?;
        let within = file.strip_prefix(root).unwrap_or(&file);
        all.push_str(&format!("== {}\n\n{}\n\n", within.display(), text.trim()));
    }
    Ok(all)
}

fn licences(path: &Path, files: &mut Vec<PathBuf>) -> Result<(), String> {
    if path.is_file() {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.contains("LICENSE") {
            files.push(path.to_path_buf());
        }
        return Ok(());
    }
    for entry in fs::read_dir(path).map_err(|e| format!("{}: {e}", path.display()))? {
        licences(&entry.map_err(|e| e.to_string())?.path(), files)?;
    }
    Ok(())
}

fn size_of(dir: &Path) -> Result<u64, String> {
    let mut bytes = 0u64;
    for entry in fs::read_dir(dir).map_err(|e| format!("{}: {e}", dir.display()))? {
        let path = entry.map_err(|e| e.to_string())?.path();
        let more = if path.is_dir() {
            size_of(&path)?
        } else {
            fs::metadata(&path).map_err(|e| e.to_string())?.len()
        };
        bytes = bytes.saturating_add(more);
    }
    Ok(bytes)
}
