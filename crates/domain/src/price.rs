//! What a listing costs whom: a price for all, and prices under conditions.
//!
//! Each condition is a field of the listing of its own, so that two devices that set different ones
//! never disagree, and two that set the same one do.

use crate::field::{Fields, Value};
use crate::money::Fen;
use crate::order::Source;
use crate::produce::listing;
use crate::quantity::Quantity;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What the names of such fields begin with.
const PRICE: &str = "price/";
/// What the names of a villager's floors begin with.
const FLOOR: &str = "floor/";
const ANY: &str = "-";
const DAY: &str = "%Y-%m-%d";

/// When a price counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Condition {
    /// For orders that come so; absent for all.
    pub source: Option<Source>,
    /// From so much in one line, in grams or pieces; nothing for any.
    pub from: Quantity,
    /// From this local day on.
    pub since: Option<NaiveDate>,
    /// Up to this local day, which still counts.
    pub until: Option<NaiveDate>,
}

impl Condition {
    /// Whether it says anything: the price for all is a field of its own.
    #[must_use]
    pub fn is_any(&self) -> bool {
        *self == Self::default()
    }

    const fn is_dated(&self) -> bool {
        self.since.is_some() || self.until.is_some()
    }

    /// Whether it counts on a day.
    #[must_use]
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// The name of the listing's field that has its price.
    #[must_use]
    pub fn field(&self) -> String {
        let source = self.source.map_or(ANY, Source::word);
        let day = |day: Option<NaiveDate>| {
            day.map_or_else(|| ANY.to_owned(), |d| d.format(DAY).to_string())
        };
        let (since, until) = (day(self.since), day(self.until));
        format!("{PRICE}{source}/{}/{since}/{until}", self.from.get())
    }

    /// Reads a field's name; `None` for what no condition is called.
    #[must_use]
    pub fn of_field(name: &str) -> Option<Self> {
        let parts: Vec<&str> = name.strip_prefix(PRICE)?.split('/').collect();
        let [source, from, since, until] = parts.as_slice() else {
            return None;
        };
        let day = |text: &str| match text {
            ANY => Some(None),
            text => NaiveDate::parse_from_str(text, DAY).ok().map(Some),
        };
        let read = Self {
            source: match *source {
                ANY => None,
                word => Some(Source::from_word(word)?),
            },
            from: Quantity::new(from.parse().ok()?),
            since: day(since)?,
            until: day(until)?,
        };
        (read.field() == name).then_some(read)
    }
}

/// From a quantity on, a price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// From so much in one line.
    pub from: Quantity,
    /// Fen for a kilogram or a piece.
    pub price_fen: Fen,
}

/// All prices of a listing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prices {
    /// The price for all.
    pub base_fen: Fen,
    /// The others.
    pub under: Vec<(Condition, Fen)>,
}

impl Prices {
    /// As a listing's fields say. A price that was taken away is none.
    #[must_use]
    pub fn of(fields: &Fields) -> Self {
        let under = fields
            .names()
            .filter_map(Condition::of_field)
            .filter_map(|condition| Some((condition, Fen::new(fields.int(&condition.field())?))));
        Self {
            base_fen: Fen::new(fields.int(listing::PRICE).unwrap_or_default()),
            under: under.collect(),
        }
    }

    /// What a kilogram or piece costs in a line of `quantity` that comes by `source` on a day.
    ///
    /// A way in that has prices of its own uses these before those for all; then a price for these
    /// days goes before one for always; then the largest step that is reached; and the later
    /// beginning of two offers, at last the lower price.
    #[must_use]
    pub fn at(&self, source: Source, quantity: Quantity, day: NaiveDate) -> Fen {
        let fits = |(c, _): &&(Condition, Fen)| {
            c.source.is_none_or(|own| own == source) && c.from <= quantity && c.covers(day)
        };
        let best = self.under.iter().filter(fits).max_by_key(|(c, fen)| {
            let is_own = c.source.is_some();
            (is_own, c.is_dated(), c.from, c.since, fen.negated())
        });
        best.map_or(self.base_fen, |(_, fen)| *fen)
    }

    /// The steps by which the price goes with the quantity, the one for any quantity first.
    #[must_use]
    pub fn steps(&self, source: Source, day: NaiveDate) -> Vec<Step> {
        let from: BTreeSet<Quantity> = std::iter::once(Quantity::ZERO)
            .chain(self.under.iter().map(|(c, _)| c.from))
            .collect();
        let mut steps: Vec<Step> = Vec::new();
        for from in from {
            let price_fen = self.at(source, from, day);
            if steps.last().is_none_or(|last| last.price_fen != price_fen) {
                steps.push(Step { from, price_fen });
            }
        }
        steps
    }
}

/// The field of a villager that says below which price the own goods of a product and grade are not
/// sold. An empty grade is for those that have none of their own.
#[must_use]
pub fn floor_field(product: &str, grade: &str) -> String {
    format!("{FLOOR}{product}/{grade}")
}

/// A villager's floors: product, grade and fen for a kilogram or a piece.
#[must_use]
pub fn floors(fields: &Fields) -> Vec<(String, String, Fen)> {
    let named = fields.names().filter_map(|name| {
        let (product, grade) = name.strip_prefix(FLOOR)?.split_once('/')?;
        let Value::Int(fen) = fields.get(name)?.shown else {
            return None;
        };
        Some((product.to_owned(), grade.to_owned(), Fen::new(fen)))
    });
    named.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn when(source: Option<Source>, grams: i64, days: Option<(&str, &str)>) -> Condition {
        Condition {
            source,
            from: Quantity::new(grams),
            since: days.map(|(since, _)| day(since)),
            until: days.map(|(_, until)| day(until)),
        }
    }

    #[test]
    fn a_condition_is_the_name_of_its_field_and_back() {
        let all = [
            when(Some(Source::Message), 0, None),
            when(None, 5000, None),
            when(
                Some(Source::Livestream),
                200,
                Some(("2026-09-20", "2026-10-07")),
            ),
            Condition {
                until: Some(day("2026-12-31")),
                ..Condition::default()
            },
        ];
        for condition in all {
            assert_eq!(Condition::of_field(&condition.field()), Some(condition));
        }
        for strange in [
            "price_fen",
            "price/message/0/-",
            "price/nobody/0/-/-",
            "price/-/05/-/-",
            "price/-/1/2026-02-30/-",
        ] {
            assert_eq!(Condition::of_field(strange), None, "{strange}");
        }
    }

    #[test]
    fn the_most_particular_price_counts() {
        let autumn = Some(("2026-09-20", "2026-10-07"));
        let prices = Prices {
            base_fen: Fen::new(60_000),
            under: vec![
                (when(None, 5000, None), Fen::new(55_000)),
                (when(None, 20_000, None), Fen::new(50_000)),
                (when(Some(Source::Livestream), 0, None), Fen::new(65_000)),
                (when(None, 0, autumn), Fen::new(70_000)),
            ],
        };
        let at = |source, grams, on: &str| prices.at(source, Quantity::new(grams), day(on)).get();
        let counter = Source::Counter;
        assert_eq!(at(counter, 4999, "2026-08-18"), 60_000);
        assert_eq!(
            at(counter, 5000, "2026-08-18"),
            55_000,
            "the step is reached"
        );
        assert_eq!(at(counter, 90_000, "2026-08-18"), 50_000, "and the next");
        let live = Source::Livestream;
        assert_eq!(
            at(live, 9000, "2026-08-18"),
            65_000,
            "its own list, no step of all"
        );
        assert_eq!(
            at(counter, 9000, "2026-09-20"),
            70_000,
            "the first of the days"
        );
        assert_eq!(at(counter, 9000, "2026-10-07"), 70_000, "and the last");
        assert_eq!(at(counter, 9000, "2026-10-08"), 55_000);
        let steps = prices.steps(counter, day("2026-08-18"));
        let shown: Vec<_> = steps
            .iter()
            .map(|s| (s.from.get(), s.price_fen.get()))
            .collect();
        assert_eq!(shown, [(0, 60_000), (5000, 55_000), (20_000, 50_000)]);
        assert_eq!(prices.steps(live, day("2026-08-18")).len(), 1);
    }
}
