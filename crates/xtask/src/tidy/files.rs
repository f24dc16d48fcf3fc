//! What stands in the files: sizes, marks of unfinished work, floats near money, the wall's clock.

use super::Finding;
use crate::house::House;
use std::fs;
use std::path::{Path, PathBuf};

const WARN_LINES: usize = 400;
const FAIL_LINES: usize = 500;

/// Not ours, or made by a program.
const SKIPPED_DIRS: &[&str] = &[
    "target",
    "node_modules",
    "dist",
    "gen",
    "generated",
    "bindings",
    "fixtures",
    "permissions",
    "screenshots",
];
const SOURCES: &[&str] = &["rs", "ts", "tsx", "mjs", "css", "sh", "toml"];
/// Made by a program, and in no commit.
const SKIPPED_FILES: &[&str] = &["ui/src/words/keys.ts"];

// Written in two halves, so that this file does not find itself.
const UNFINISHED: &[&str] = &[
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("unimpl", "emented!"),
    concat!("to", "do!("),
    concat!("db", "g!("),
];
const FLOATS: &[&str] = &[concat!("f", "32"), concat!("f", "64")];
const WALL_CLOCKS: &[&str] = &[
    concat!("SystemTime", "::now"),
    concat!("Utc", "::now"),
    concat!("Local", "::now"),
];

/// Where money and weight are counted; a picture's pixels are neither.
const EXACT: &[&str] = &[
    "crates/domain/",
    "crates/store/",
    "crates/station/",
    "crates/contract/",
];
const INEXACT: &[&str] = &["crates/station/src/photo"];

/// Hosts and tools may ask the wall; of the rest, only a crate's one file for it.
const MAY_ASK_THE_WALL: &[&str] = &[
    "crates/cli/",
    "crates/hub/",
    "src-tauri/",
    "crates/xtask/",
    "tests/",
    "crates/host/src/clock.rs",
    "crates/station/src/clock.rs",
    "crates/link/src/clock.rs",
];

/// The one crate that speaks to C, and so has lints of its own.
const UNSAFE: &str = "crates/powercut/Cargo.toml";

/// Checks every source file and manifest of the workspace.
///
/// # Errors
/// When a file cannot be read.
pub fn check(house: &House) -> Result<Vec<Finding>, String> {
    let mut found = Vec::new();
    for path in sources(&house.root)? {
        let within = path.strip_prefix(&house.root).unwrap_or(&path);
        let name = within.to_string_lossy().replace('\\', "/");
        if SKIPPED_FILES.contains(&name.as_str()) {
            continue;
        }
        let text = fs::read_to_string(&path).map_err(|e| format!("{name}: {e}"))?;
        found.extend(findings(&name, &text));
    }
    Ok(found)
}

fn sources(root: &Path) -> Result<Vec<PathBuf>, String> {
    let mut files = Vec::new();
    let mut open = vec![root.to_path_buf()];
    while let Some(dir) = open.pop() {
        for entry in fs::read_dir(&dir).map_err(|e| format!("{}: {e}", dir.display()))? {
            let path = entry.map_err(|e| e.to_string())?.path();
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            if path.is_dir() {
                if !name.starts_with('.') && !SKIPPED_DIRS.contains(&name.as_str()) {
                    open.push(path);
                }
            } else if path
                .extension()
                .is_some_and(|e| SOURCES.iter().any(|s| e == *s))
            {
                files.push(path);
            }
        }
    }
    Ok(files)
}

/// The findings in one file; `name` is its path within the workspace.
#[must_use]
pub fn findings(name: &str, text: &str) -> Vec<Finding> {
    if name.ends_with(".toml") {
        return manifest(name, text);
    }
    let mut found = Vec::new();
    let lines = text.lines().count();
    if lines > WARN_LINES {
        let mut finding = Finding::new(
            name,
            format!("{lines} lines: aim under 300, never over {FAIL_LINES}"),
        );
        finding.is_warning = lines <= FAIL_LINES;
        found.push(finding);
    }
    let begins = |starts: &[&str]| starts.iter().any(|start| name.starts_with(start));
    let is_exact = begins(EXACT) && !begins(INEXACT);
    let has_no_wall = name.ends_with(".rs") && !begins(MAY_ASK_THE_WALL);
    for (number, line) in text.lines().enumerate() {
        let mut tell = |what: String| {
            found.push(Finding::new(
                format!("{name}:{}", number.saturating_add(1)),
                what,
            ));
        };
        for mark in UNFINISHED.iter().filter(|mark| has_word(line, mark)) {
            tell(format!("{mark}: finish it or write it down in an issue"));
        }
        if line.trim_start().starts_with("//") {
            continue;
        }
        for float in FLOATS
            .iter()
            .filter(|float| is_exact && has_word(line, float))
        {
            tell(format!("{float}: money and weight are whole numbers"));
        }
        for clock in WALL_CLOCKS
            .iter()
            .filter(|clock| has_no_wall && has_word(line, clock))
        {
            tell(format!(
                "{clock}: time comes in as an argument, or from clock.rs"
            ));
        }
    }
    found
}

/// A manifest inherits the lints, and leaves versions to the workspace.
fn manifest(name: &str, text: &str) -> Vec<Finding> {
    if !text.contains("[package]") {
        return Vec::new();
    }
    let mut found = Vec::new();
    let (mut section, mut has_lints) = (String::new(), false);
    for (number, line) in text.lines().enumerate() {
        let line = line.trim();
        let is_target = line.starts_with("[target.");
        if line.starts_with('[') && line.ends_with(']') && (is_target || !line.contains('=')) {
            section = line.to_owned();
            continue;
        }
        let plain = line.replace(' ', "");
        has_lints |= section == "[lints]" && plain == "workspace=true";
        has_lints |= plain == "lints.workspace=true";
        let Some((_, value)) = plain.split_once('=') else {
            continue;
        };
        if section.contains("dependencies]")
            && (value.starts_with('"') || value.contains("version="))
        {
            let place = format!("{name}:{}", number.saturating_add(1));
            found.push(Finding::new(
                place,
                "versions stand in the workspace's Cargo.toml alone",
            ));
        }
    }
    if name == UNSAFE {
        if !text.contains("undocumented_unsafe_blocks = \"deny\"") {
            found.push(Finding::new(
                name,
                "every unsafe block says why it is sound",
            ));
        }
    } else if !has_lints {
        found.push(Finding::new(name, "lacks [lints] workspace = true"));
    }
    found
}

/// Whether `word` stands in `line` and not as a part of a longer word.
fn has_word(line: &str, word: &str) -> bool {
    let is_inner = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let ends_inner = word.ends_with(is_inner);
    line.match_indices(word).any(|(at, _)| {
        let before = line.get(..at).and_then(|s| s.chars().next_back());
        let after = line
            .get(at.saturating_add(word.len())..)
            .and_then(|s| s.chars().next());
        !(before.is_some_and(is_inner) || ends_inner && after.is_some_and(is_inner))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(name: &str, text: &str) -> String {
        findings(name, text)
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("\n")
    }

    #[test]
    fn a_file_that_grew_too_long_is_told_then_refused() {
        assert_eq!(says("crates/a/src/a.rs", &"x\n".repeat(400)), "");
        assert!(says("crates/a/src/a.rs", &"x\n".repeat(401)).starts_with("warning"));
        for name in [
            "crates/a/src/a.rs",
            "ui/src/parts/a.tsx",
            "src-tauri/src/a.rs",
        ] {
            assert!(
                says(name, &"x\n".repeat(501)).starts_with("error"),
                "{name}"
            );
        }
    }

    #[test]
    fn unfinished_work_is_found_with_its_line() {
        for mark in UNFINISHED {
            let text = format!("fn a() {{}}\n// {mark} later\n");
            assert!(
                says("crates/a/src/a.rs", &text).contains("a.rs:2"),
                "{mark}"
            );
        }
        let inner = format!("let {}NE = 1;", concat!("TO", "DO"));
        assert_eq!(
            says("crates/a/src/a.rs", &inner),
            "",
            "part of a longer word"
        );
    }

    #[test]
    fn no_float_stands_near_money() {
        let line = format!("fn price() -> {} {{ 0.into() }}", FLOATS[1]);
        assert!(says("crates/domain/src/money.rs", &line).contains("whole numbers"));
        assert_eq!(
            says("crates/station/src/photo/jpeg.rs", &line),
            "",
            "pixels are no money"
        );
        assert_eq!(says("crates/domain/src/money.rs", "d.as_secs_f64();"), "");
    }

    #[test]
    fn only_hosts_and_clock_files_ask_the_wall() {
        let line = format!("let now = {}();", WALL_CLOCKS[0]);
        assert!(says("crates/station/src/order.rs", &line).contains("clock.rs"));
        for fine in [
            "crates/station/src/clock.rs",
            "crates/cli/src/main.rs",
            "tests/src/lib.rs",
        ] {
            assert_eq!(says(fine, &line), "", "{fine}");
        }
    }

    #[test]
    fn manifests_inherit_lints_and_versions() {
        let good = "[package]\n[lints]\nworkspace = true\n[dependencies]\na.workspace = true\n\
                    b = { workspace = true, features = [\"c\"] }\n";
        assert_eq!(says("crates/a/Cargo.toml", good), "");
        assert!(says("crates/a/Cargo.toml", "[package]\n").contains("lints"));
        assert!(says(UNSAFE, "[package]\n").contains("unsafe block"));
        let reasoned = "[package]\n[lints.clippy]\nundocumented_unsafe_blocks = \"deny\"\n";
        assert_eq!(says(UNSAFE, reasoned), "");
        assert!(
            says("crates/a/Cargo.toml", reasoned).contains("lints"),
            "no other crate has lints of its own"
        );
        let linux = format!("{good}[target.'cfg(target_os = \"linux\")'.dependencies]\n");
        assert_eq!(says("crates/a/Cargo.toml", &linux), "");
        assert!(
            says("crates/a/Cargo.toml", &format!("{linux}d = \"1.0\"\n"))
                .contains("versions stand"),
            "what only one system needs is pinned there, too"
        );
        let own = format!("{good}d = \"1.0\"\n");
        assert!(says("crates/a/Cargo.toml", &own).contains("versions stand"));
    }
}
