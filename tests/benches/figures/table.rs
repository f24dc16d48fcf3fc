//! The table that a run ends with.

use std::fmt;
use std::time::Duration;

/// Figures in the order in which they were measured.
#[derive(Default)]
pub(crate) struct Table {
    rows: Vec<Row>,
}

struct Row {
    what: String,
    measured: String,
    bound: String,
    is_held: bool,
}

impl Table {
    /// Adds a figure and prints it at once: a whole run takes minutes.
    pub(crate) fn add(&mut self, what: &str, measured: String, bound: &str, is_held: bool) {
        println!("{what}: {measured}");
        let row = Row {
            what: what.to_owned(),
            measured,
            bound: bound.to_owned(),
            is_held,
        };
        self.rows.push(row);
    }

    /// Adds how many times as long as the bare work something takes, at most `bound` times.
    pub(crate) fn add_ratio(&mut self, what: &str, ours: Duration, bare: Duration, bound: u128) {
        let percent = hundredths(ours.as_nanos(), bare.as_nanos());
        let measured = format!("{} × ({ours:.2?} / {bare:.2?})", decimal(percent));
        let is_held = percent <= bound.saturating_mul(100);
        self.add(what, measured, &format!("≤ {bound} ×"), is_held);
    }

    /// As [`Table::add_ratio`], with a bound in tenths.
    pub(crate) fn add_tenths(&mut self, what: &str, ours: Duration, bare: Duration, bound: u128) {
        let percent = hundredths(ours.as_nanos(), bare.as_nanos());
        let measured = format!("{} × ({ours:.2?} / {bare:.2?})", decimal(percent));
        let is_held = percent <= bound.saturating_mul(10);
        let bound = format!("≤ {} ×", decimal(bound.saturating_mul(10)));
        self.add(what, measured, &bound, is_held);
    }

    /// Adds bytes shared among things, at most `bound` each.
    pub(crate) fn add_each(&mut self, what: &str, bytes: u64, things: u64, bound: u128) {
        let each = hundredths(u128::from(bytes), u128::from(things));
        let measured = format!("{} B ({bytes} B)", decimal(each));
        let is_held = each <= bound.saturating_mul(100);
        self.add(what, measured, &format!("≤ {bound} B"), is_held);
    }

    /// Adds a number with its unit, at most `bound`.
    pub(crate) fn add_most(&mut self, what: &str, found: u64, unit: &str, bound: u64) {
        let measured = format!("{found}{unit}");
        self.add(what, measured, &format!("≤ {bound}{unit}"), found <= bound);
    }
}

fn hundredths(of: u128, by: u128) -> u128 {
    of.saturating_mul(100).div_ceil(by.max(1))
}

fn decimal(hundredths: u128) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:<44} {:<34} {:<10} held",
            "figure", "measured", "bound"
        )?;
        for row in &self.rows {
            let held = if row.is_held { "yes" } else { "NO" };
            writeln!(
                f,
                "{:<44} {:<34} {:<10} {held}",
                row.what, row.measured, row.bound
            )?;
        }
        Ok(())
    }
}
