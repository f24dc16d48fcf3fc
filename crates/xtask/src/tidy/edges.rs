//! Who may depend on whom.

use super::Finding;
use crate::house::House;
use serde_json::Value;
use std::path::Path;

/// The crates of the house, and which of them each may name: imports run downward only. A crate is
/// known by its folder. `xtask` and `tests` stand beside the house and may name all.
const DOWNWARD: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("contract", &["domain"]),
    ("store", &["domain"]),
    ("sync", &["domain"]),
    ("powercut", &[]),
    ("paper", &["domain"]),
    ("link", &["domain", "sync"]),
    ("station", &["contract", "domain", "store", "sync"]),
    ("channels", &["contract", "domain"]),
    ("hub", &["channels", "contract", "domain", "paper", "sync"]),
    ("host", &["contract", "domain", "link", "station", "sync"]),
    (
        "cli",
        &[
            "contract", "domain", "host", "link", "paper", "station", "store", "sync",
        ],
    ),
    (
        "src-tauri",
        &[
            "contract", "domain", "host", "link", "paper", "station", "store", "sync",
        ],
    ),
];
/// What tests alone may name besides: a host is tried against a real hub.
const IN_TESTS: &[(&str, &str)] = &[("host", "hub"), ("cli", "hub")];
const FREE: &[&str] = &["xtask", "tests"];

/// Libraries that belong to a few crates. A name that ends in `*` stands for all that begin so.
const OWNED: &[(&str, &[&str], &str)] = &[
    (
        "rusqlite",
        &["store", "hub", "powercut"],
        "SQL belongs to store and hub, and powercut is a disk under it",
    ),
    ("tauri*", &["src-tauri"], "the window belongs to src-tauri"),
    ("gtk*", &["src-tauri"], "the window belongs to src-tauri"),
    (
        "webkit2gtk*",
        &["src-tauri"],
        "the window belongs to src-tauri",
    ),
    (
        "reqwest",
        &["link", "channels", "src-tauri"],
        "requests go out by link and channels",
    ),
    ("hyper*", &["link"], "requests go out by link and channels"),
    (
        "axum*",
        &["hub", "cli"],
        "only the hub serves, and cli on loopback",
    ),
    (
        "typst*",
        &["paper"],
        "only paper draws, and only hosts link it",
    ),
];

/// All that the rules may use.
const DOMAIN_USES: &[&str] = &["serde", "thiserror", "chrono"];

/// Reads the manifests through cargo and checks every edge.
///
/// # Errors
/// When cargo cannot read them.
pub fn check(house: &House) -> Result<Vec<Finding>, String> {
    let output = house
        .cargo()
        .args([
            "metadata",
            "--no-deps",
            "--offline",
            "--format-version",
            "1",
        ])
        .output()
        .map_err(|e| format!("cargo metadata: {e}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let metadata: Value =
        serde_json::from_slice(&output.stdout).map_err(|e| format!("cargo metadata: {e}"))?;
    Ok(findings(&metadata, &house.root))
}

/// The findings in what `cargo metadata --no-deps` printed.
#[must_use]
pub fn findings(metadata: &Value, root: &Path) -> Vec<Finding> {
    let packages = list(metadata, "packages");
    let mut found = Vec::new();
    for package in packages {
        let name = folder(text(package, "manifest_path"), root);
        if !FREE.contains(&name.as_str()) && !DOWNWARD.iter().any(|(n, _)| *n == name) {
            found.push(Finding::new(
                &name,
                "is not in the dependency rule (tidy/edges.rs)",
            ));
            continue;
        }
        for dependency in list(package, "dependencies") {
            found.extend(edge(&name, dependency, root));
        }
    }
    found
}

fn edge(name: &str, dependency: &Value, root: &Path) -> Option<Finding> {
    if FREE.contains(&name) {
        return None;
    }
    let target = text(dependency, "name");
    let path = text(dependency, "path");
    if !path.is_empty() {
        let target = folder(&format!("{path}/Cargo.toml"), root);
        let allowed = DOWNWARD
            .iter()
            .find(|(n, _)| *n == name)
            .map_or(&[][..], |(_, to)| to);
        // A crate may name itself to switch on a feature for its own tests.
        let is_test = text(dependency, "kind") == "dev";
        let fits = allowed.contains(&target.as_str())
            || target == name
            || (is_test && IN_TESTS.contains(&(name, target.as_str())));
        return (!fits).then(|| {
            Finding::new(
                name,
                format!("may not depend on {target}: imports run downward"),
            )
        });
    }
    if text(dependency, "kind") == "dev" {
        return None;
    }
    if name == "domain" {
        if !DOMAIN_USES.contains(&target) {
            return Some(Finding::new(
                name,
                format!("the rules may not use {target}"),
            ));
        }
        let has = |feature| list(dependency, "features").iter().any(|f| f == feature);
        let by_default = dependency.get("uses_default_features") != Some(&Value::Bool(false));
        if target == "chrono" && (by_default || has("clock") || has("now")) {
            return Some(Finding::new(
                name,
                "chrono comes with its clock: the rules have none",
            ));
        }
    }
    let owned = OWNED
        .iter()
        .find(|(library, _, _)| match library.strip_suffix('*') {
            Some(start) => target.starts_with(start),
            None => *library == target,
        });
    let (_, owners, why) = owned?;
    (!owners.contains(&name)).then(|| Finding::new(name, format!("may not use {target}: {why}")))
}

/// The folder by which a crate is known: the last one of its manifest's path within the workspace.
fn folder(manifest: &str, root: &Path) -> String {
    let dir = Path::new(manifest).parent().unwrap_or(root);
    let within = dir.strip_prefix(root).unwrap_or(dir);
    within
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value
        .get(key)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn says(folder: &str, dependency: Value) -> String {
        let metadata = json!({"packages": [
            {"manifest_path": format!("/house/{folder}/Cargo.toml"), "dependencies": [dependency]}
        ]});
        let found = findings(&metadata, Path::new("/house"));
        found
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("\n")
    }

    fn own(name: &str) -> Value {
        json!({"name": format!("tsong-{name}"), "path": format!("/house/crates/{name}"), "kind": null})
    }

    fn other(name: &str, kind: Option<&str>) -> Value {
        json!({"name": name, "kind": kind, "features": [], "uses_default_features": true})
    }

    #[test]
    fn imports_run_downward_only() {
        for (from, to) in [
            ("crates/cli", "link"),
            ("crates/station", "store"),
            ("src-tauri", "host"),
            ("tests", "hub"),
        ] {
            assert_eq!(says(from, own(to)), "", "{from} may name {to}");
        }
        for (from, to) in [
            ("crates/domain", "store"),
            ("crates/store", "sync"),
            ("crates/station", "paper"),
            ("crates/station", "link"),
            ("crates/hub", "station"),
            ("crates/cli", "channels"),
            ("crates/host", "store"),
            ("crates/host", "hub"),
            ("crates/station", "host"),
            ("src-tauri", "hub"),
        ] {
            assert!(
                says(from, own(to)).contains("imports run downward"),
                "{from} names {to}"
            );
        }
    }

    #[test]
    fn a_test_only_edge_upward_is_an_edge_too() {
        let mut edge = own("hub");
        edge["kind"] = json!("dev");
        assert!(says("crates/station", edge.clone()).contains("may not depend on hub"));
        assert_eq!(
            says("crates/host", edge),
            "",
            "a host is tried against a hub"
        );
    }

    #[test]
    fn libraries_stay_with_their_owners() {
        assert!(says("crates/station", other("rusqlite", None)).contains("SQL belongs"));
        assert_eq!(says("crates/hub", other("rusqlite", None)), "");
        for library in [
            "tauri-build",
            "tauri-plugin-window-state",
            "gtk",
            "webkit2gtk",
        ] {
            assert!(
                says("crates/cli", other(library, Some("build"))).contains("window"),
                "{library} is not for the headless program"
            );
            assert_eq!(says("src-tauri", other(library, None)), "");
        }
        assert!(says("crates/hub", other("reqwest", None)).contains("requests go out"));
        assert_eq!(
            says("crates/hub", other("reqwest", Some("dev"))),
            "",
            "a test asks its own hub"
        );
    }

    #[test]
    fn the_rules_have_no_clock_and_few_friends() {
        assert!(says("crates/domain", other("serde_json", None)).contains("may not use"));
        assert_eq!(says("crates/domain", other("serde_json", Some("dev"))), "");
        assert!(says("crates/domain", other("chrono", None)).contains("clock"));
        let quiet = json!({"name": "chrono", "kind": null, "features": ["alloc"],
            "uses_default_features": false});
        assert_eq!(says("crates/domain", quiet.clone()), "");
        let mut clock = quiet;
        clock["features"] = json!(["clock"]);
        assert!(says("crates/domain", clock).contains("clock"));
    }

    #[test]
    fn a_crate_without_a_place_in_the_rule_is_told() {
        assert!(says("crates/helper", own("domain")).contains("not in the dependency rule"));
    }
}
