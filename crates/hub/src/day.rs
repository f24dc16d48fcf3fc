//! Days and hours by the one clock that China has, Beijing's.

use chrono::{DateTime, NaiveDate};

const OFFSET_MS: i64 = 8 * HOUR_MS;
/// One hour.
pub(crate) const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;

/// The day of a time, counted since 1970.
pub(crate) const fn day_of(ms: i64) -> i64 {
    ms.saturating_add(OFFSET_MS).div_euclid(DAY_MS)
}

/// The hour of a time, counted since 1970.
pub(crate) const fn hour_of(ms: i64) -> i64 {
    ms.div_euclid(HOUR_MS)
}

/// A day as people write it, `2026-08-18`.
pub(crate) fn written(day: i64) -> String {
    DateTime::from_timestamp_millis(day.saturating_mul(DAY_MS)).map_or_else(String::new, |t| {
        t.date_naive().format("%Y-%m-%d").to_string()
    })
}

/// The first millisecond of a written day and of the next; `None` for what is no day.
pub(crate) fn span_ms(text: &str) -> Option<(i64, i64)> {
    let date = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok()?;
    let midnight = date.and_hms_opt(0, 0, 0)?.and_utc().timestamp_millis();
    let from = midnight.saturating_sub(OFFSET_MS);
    Some((from, from.saturating_add(DAY_MS)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_in_beijing() {
        let (from, until) = span_ms("2026-08-18").unwrap();
        assert_eq!(written(day_of(from)), "2026-08-18");
        assert_eq!(written(day_of(from - 1)), "2026-08-17");
        assert_eq!(written(day_of(until)), "2026-08-19");
        assert_eq!(span_ms("2026-02-30"), None);
        assert_eq!(day_of(-OFFSET_MS - 1), -1, "before 1970, too");
    }
}
