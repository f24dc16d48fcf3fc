//! Writes the TypeScript bindings of the one list of commands, or checks that the committed ones
//! are what it would write: `cargo run -p tsong-contract --example bindings -- [--check]`.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;
use ts_rs::{Config, TS, TypeVisitor};
use tsong_contract::command::{COMMANDS, visit_types};

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

fn text() -> String {
    let config = Config::default();
    let mut collector = Collector {
        config: Config::default(),
        decls: BTreeMap::new(),
    };
    visit_types(&mut collector);
    let mut out = String::from(
        "// Made by `cargo xtask bindings` from crates/contract: change it there.\n\n",
    );
    for decl in collector.decls.values() {
        out.push_str(decl);
        out.push_str("\n\n");
    }
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

fn main() -> ExitCode {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/bindings/commands.ts");
    let wanted = text();
    if std::env::args().any(|a| a == "--check") {
        let found = std::fs::read_to_string(&file).unwrap_or_default();
        if found == wanted {
            return ExitCode::SUCCESS;
        }
        eprintln!("ui/bindings/commands.ts is not what the contract says: cargo xtask bindings");
        return ExitCode::FAILURE;
    }
    let written = file
        .parent()
        .map_or(Ok(()), std::fs::create_dir_all)
        .and_then(|()| std::fs::write(&file, wanted));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {error}", file.display());
            ExitCode::FAILURE
        }
    }
}
