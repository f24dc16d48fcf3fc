//! What has been acknowledged, and must be there once: each fact by what it says, for a fact that is
//! written again under a new origin says the same.

use std::collections::{BTreeMap, BTreeSet};
use tsong_domain::fact::{Body, RawFact};
use tsong_domain::field::Value;
use tsong_domain::id::{FactId, Hash32};
use tsong_sync::encode::{Read, read_fact};

/// Facts of a station wherever they lie, each with what it says.
pub(crate) type Everywhere = BTreeMap<(FactId, Hash32), String>;

/// How often each thing was said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Book(BTreeMap<String, i64>);

/// What a fact says, without the names of other facts; `None` for what devices and the hub write for
/// themselves.
pub(crate) fn said(raw: &RawFact) -> Option<String> {
    let fact = match read_fact(raw) {
        Read::Known(fact) => fact,
        Read::Unknown => return Some(format!("{} {:?}", raw.header.entity, raw.body)),
        Read::Malformed => panic!("{} cannot be read", raw.header.id),
    };
    let body = match fact.body {
        Body::Origin(_) | Body::Takes(_) | Body::Access(_) => return None,
        Body::Field(mut write) => {
            for one in &mut write.writes {
                one.replaces.clear();
                if matches!(one.value, Value::Fact(_)) {
                    one.value = Value::Nothing;
                }
            }
            Body::Field(write)
        }
        Body::Order(mut taken) => {
            taken.contact = None;
            Body::Order(taken)
        }
        Body::Mark(mut mark) => {
            mark.sees.clear();
            Body::Mark(mark)
        }
        Body::Move(mut movement) => {
            movement.about = None;
            Body::Move(movement)
        }
        Body::Erase(mut erase) => {
            erase.facts.clear();
            Body::Erase(erase)
        }
        other @ (Body::Retire(_) | Body::Lot(_)) => other,
    };
    Some(format!("{} {body:?}", raw.header.entity))
}

impl Book {
    pub(crate) fn add(&mut self, raw: &RawFact) {
        if let Some(said) = said(raw) {
            *self.0.entry(said).or_default() += 1;
        }
    }

    /// A disk or the hub was replaced: what only lay there is gone, what the new one brings is back.
    pub(crate) fn replaced(&mut self, before: &Everywhere, after: &Everywhere) {
        for (fact, said) in before {
            if !after.contains_key(fact) {
                *self.0.entry(said.clone()).or_default() -= 1;
            }
        }
        for (fact, said) in after {
            if !before.contains_key(fact) {
                *self.0.entry(said.clone()).or_default() += 1;
            }
        }
        self.0.retain(|_, count| *count != 0);
    }

    /// A stick brought what a lost disk had written. What was only written again is no news, and what
    /// went by it is missed.
    pub(crate) fn came(&mut self, before: &Everywhere, after: &Everywhere) {
        let mut news: BTreeMap<&String, i64> = BTreeMap::new();
        for (_, said) in after.iter().filter(|(f, _)| !before.contains_key(f)) {
            *news.entry(said).or_default() += 1;
        }
        for (_, said) in before.iter().filter(|(f, _)| !after.contains_key(f)) {
            *news.entry(said).or_default() -= 1;
        }
        for (said, count) in news.into_iter().filter(|(_, count)| *count > 0) {
            *self.0.entry(said.clone()).or_default() += count;
        }
        self.0.retain(|_, count| *count != 0);
    }

    pub(crate) fn of<'a>(facts: impl IntoIterator<Item = &'a RawFact>) -> Self {
        let mut book = Self::default();
        for raw in facts {
            book.add(raw);
        }
        book
    }

    /// What differs from what is there, in words.
    pub(crate) fn differs(&self, there: &Self) -> Vec<String> {
        let all: BTreeSet<&String> = self.0.keys().chain(there.0.keys()).collect();
        let count = |book: &Self, said: &String| book.0.get(said).copied().unwrap_or(0);
        all.into_iter()
            .filter(|said| count(self, said) != count(there, said))
            .map(|said| {
                let (wanted, found) = (count(self, said), count(there, said));
                format!("acknowledged {wanted} times, there {found} times: {said}")
            })
            .collect()
    }
}
