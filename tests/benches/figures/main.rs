//! `cargo xtask bench`: what the house promises in figures, each measured beside what it is held
//! against, in one run and on one disk. It is no test: a missed figure is printed, not failed.
//!
//! The two programs and the find benchmark are named by `TSONG_BIN`, `TSONG_HUB_BIN` and
//! `TSONG_FIND_BENCH`; `--quick` takes a tenth of the facts for the hub's memory, `--save` measures
//! saving alone, `--stock` saving, the stock screen and a hot lot.
#![allow(clippy::print_stdout, reason = "a table is printed")]

mod bare;
mod find;
mod hot;
mod import;
mod link;
mod mirror;
mod records;
mod save;
mod stock;
mod table;

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;
use table::Table;

/// What a measurement may end with.
pub(crate) type Outcome<T> = Result<T, Box<dyn Error>>;

/// Facts at the hub when its memory is read, and those of a quick run.
const FACTS: u64 = 1_000_000;
const QUICK_FACTS: u64 = 100_000;

fn main() -> ExitCode {
    let is_quick = std::env::args().any(|word| word == "--quick");
    let is_save_alone = std::env::args().any(|word| word == "--save");
    let is_stock_alone = std::env::args().any(|word| word == "--stock");
    match measure(is_quick, is_save_alone, is_stock_alone) {
        Ok(table) => {
            println!("\n{table}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("figures: {error}");
            ExitCode::FAILURE
        }
    }
}

fn measure(is_quick: bool, is_save_alone: bool, is_stock_alone: bool) -> Outcome<Table> {
    let mut table = Table::default();
    let dir = tempfile::tempdir()?;
    save::measure(dir.path(), &mut table)?;
    if is_save_alone {
        return Ok(table);
    }
    stock::measure(dir.path(), &mut table)?;
    hot::measure(dir.path(), &mut table)?;
    if is_stock_alone {
        return Ok(table);
    }
    find::measure(&mut table)?;
    let station = dir.path().join("station");
    import::measure(&station, &mut table)?;
    let facts = if is_quick { QUICK_FACTS } else { FACTS };
    link::measure(dir.path(), &station, facts, &mut table)?;
    Ok(table)
}

/// A program that the caller of the benchmark has built.
pub(crate) fn program(variable: &str) -> Outcome<PathBuf> {
    let path = std::env::var_os(variable)
        .ok_or_else(|| format!("{variable} is not set: run this by cargo xtask bench"))?;
    Ok(PathBuf::from(path))
}
