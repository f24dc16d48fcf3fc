//! Writes the TypeScript bindings of the one list of commands and of the county's desk, or checks
//! that the committed ones are what it would write: `cargo run -p tsong-contract --example bindings -- [--check]`.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;
use ts_rs::{Config, TS, TypeVisitor};
use tsong_contract::command::{self, COMMANDS};
use tsong_contract::desk::{self, ENDPOINTS, Endpoint};

/// Collects each type's declaration once, with those that it needs.
struct Collector {
    config: Config,
    decls: BTreeMap<String, String>,
}

impl TypeVisitor for Collector {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Lists, options and plain values have no declaration of their own.
        if T::output_path().is_some() {
            let name = T::ident(&self.config);
            if self.decls.contains_key(&name) {
                return;
            }
            let docs = T::docs().unwrap_or_default();
            let decl = format!("{docs}export {}", T::decl(&self.config));
            self.decls.insert(name, decl);
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

fn declarations(visit: impl Fn(&mut Collector)) -> String {
    let mut collector = Collector {
        config: Config::default(),
        decls: BTreeMap::new(),
    };
    visit(&mut collector);
    let mut out = String::from(
        "// Made by `cargo xtask bindings` from crates/contract: change it there.\n\n",
    );
    for decl in collector.decls.values() {
        out.push_str(decl);
        out.push_str("\n\n");
    }
    out
}

fn commands() -> String {
    let config = Config::default();
    let mut out = declarations(command::visit_types);
    out.push_str("/** The one list of commands: what each takes and gives. */\n");
    out.push_str("export type Commands = {\n");
    for command in COMMANDS {
        let (input, output) = (command.types)(&config);
        let line = format!(
            "  /** {} */\n  \"{}\": {{ input: {input}; output: {output} }};\n",
            command.doc, command.name
        );
        out.push_str(&line);
    }
    out.push_str("};\n\n/** The right that each command needs. */\nexport const rights = {\n");
    for command in COMMANDS {
        let right = format!("{:?}", command.right).to_lowercase();
        out.push_str(&format!("  \"{}\": \"{right}\",\n", command.name));
    }
    out.push_str("} as const satisfies Record<keyof Commands, string>;\n");
    out
}

fn county() -> String {
    let config = Config::default();
    let mut out = declarations(desk::visit_types);
    out.push_str("/** What the desk asks the hub for: a query or body, and the answer. */\n");
    out.push_str("export type Desk = {\n");
    for endpoint in ENDPOINTS {
        let (input, output) = (endpoint.types)(&config);
        let line = format!(
            "  /** {} */\n  \"{}\": {{ input: {input}; output: {output} }};\n",
            endpoint.doc, endpoint.name
        );
        out.push_str(&line);
    }
    out.push_str("};\n\n/** Where each is asked for. */\nexport const endpoints = {\n");
    for endpoint in ENDPOINTS {
        let Endpoint {
            name, method, path, ..
        } = endpoint;
        out.push_str(&format!(
            "  \"{name}\": {{ method: \"{method}\", path: \"{path}\" }},\n"
        ));
    }
    out.push_str("} as const satisfies Record<keyof Desk, { method: string; path: string }>;\n");
    out
}

fn put(name: &str, wanted: &str, is_check: bool) -> Result<(), String> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/bindings");
    let file = dir.join(name);
    if is_check {
        let found = std::fs::read_to_string(&file).unwrap_or_default();
        let stale =
            format!("ui/bindings/{name} is not what the contract says: cargo xtask bindings");
        return (found == wanted).then_some(()).ok_or(stale);
    }
    std::fs::create_dir_all(&dir)
        .and_then(|()| std::fs::write(&file, wanted))
        .map_err(|error| format!("{}: {error}", file.display()))
}

fn main() -> ExitCode {
    let is_check = std::env::args().any(|a| a == "--check");
    let files = [("commands.ts", commands()), ("desk.ts", county())];
    let done = files
        .iter()
        .try_for_each(|(name, text)| put(name, text, is_check));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
