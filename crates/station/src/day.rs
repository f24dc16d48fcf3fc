//! Local days. Stations live by Beijing time, all year, everywhere.

use chrono::{DateTime, NaiveDate};

const OFFSET_MS: i64 = 8 * 3600 * 1000;

/// The local date of a time; `None` past the calendar.
#[must_use]
pub fn date(ms: i64) -> Option<NaiveDate> {
    DateTime::from_timestamp_millis(ms.saturating_add(OFFSET_MS)).map(|t| t.date_naive())
}

/// The local day of a time, `2026-08-18`.
#[must_use]
pub fn local_day(ms: i64) -> String {
    date(ms).unwrap_or_default().format("%Y-%m-%d").to_string()
}

/// The first millisecond of a local day and of the next; `None` for what is no day.
#[must_use]
pub fn span_ms(day: &str) -> Option<(i64, i64)> {
    let date = NaiveDate::parse_from_str(day.trim(), "%Y-%m-%d").ok()?;
    let start = |d: NaiveDate| {
        Some(
            d.and_hms_opt(0, 0, 0)?
                .and_utc()
                .timestamp_millis()
                .saturating_sub(OFFSET_MS),
        )
    };
    Some((start(date)?, start(date.succ_opt()?)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_in_beijing() {
        let (from, until) = span_ms("2026-08-18").unwrap();
        assert_eq!(local_day(from), "2026-08-18");
        assert_eq!(local_day(from - 1), "2026-08-17");
        assert_eq!(local_day(until), "2026-08-19");
        assert_eq!(span_ms("2026-02-30"), None);
    }
}
