//! Finds: the station's own benchmark of its index, whose slowest kind of search is taken.

use crate::table::Table;
use crate::{Outcome, program};
use std::process::Command;

pub(crate) fn measure(table: &mut Table) -> Outcome<()> {
    let output = Command::new(program("TSONG_FIND_BENCH")?).output()?;
    let text = String::from_utf8_lossy(&output.stdout);
    let slowest_us: u64 = text
        .lines()
        .find_map(|line| line.strip_prefix("slowest p95 us: "))
        .ok_or_else(|| format!("the find benchmark told no figure: {text}"))?
        .trim()
        .parse()?;
    table.add_most(
        "finding in 100,000 orders, 10,000 listings",
        slowest_us,
        " µs p95",
        16_000,
    );
    Ok(())
}
