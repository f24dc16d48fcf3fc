//! Fields: a price, a name, a note. A write names the versions that it saw; what nobody names any
//! more is current, and two that do not know of each other are shown and marked contested.

use crate::id::{EntityId, FactId, Hash32};
use crate::names::Names;
use crate::order::Line;
use crate::time::Hlc;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A value of a field. The kinds are few, so that a version which does not know a field still
/// merges it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// Emptied.
    Nothing,
    /// Yes or no.
    Flag(bool),
    /// A number: fen, grams, milliseconds, a code; the field's name says which.
    Int(i64),
    /// A text that is not about a person.
    Text(String),
    /// Another entity.
    Id(EntityId),
    /// A fact, such as the version of a contact.
    Fact(FactId),
    /// A blob by its content.
    Hash(Hash32),
    /// One thing in three languages.
    Names(Names),
    /// The lines of an order.
    Lines(Vec<Line>),
    /// It stands in the fact's personal section.
    Personal,
}

/// One field's new value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Write {
    /// The field's name within its entity, such as `price_fen`.
    pub field: String,
    /// The value.
    pub value: Value,
    /// The versions that its author saw and replaces.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replaces: Vec<FactId>,
}

/// One or more fields of one entity, written together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldWrite {
    /// What kind of entity it is, such as `villager`.
    pub noun: String,
    /// The fields.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub writes: Vec<Write>,
    /// When it was so by an imported record's own clock, milliseconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_ms: Option<i64>,
}

/// A person's data: kept in rows of its own, erased on request, never in a body.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Personal {
    /// The name as it is written (Chinese, or as pasted).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The name in Tibetan.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name_bo: String,
    /// The telephone, normalised digits.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// Province, city, county, town: as names, outermost first; shorter where unknown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub region: Vec<String>,
    /// The place's code where one fits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<u64>,
    /// Street, number, door.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// The account that a villager is paid to.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub account: String,
    /// What a person wrote for the station to heed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// The person asked to be forgotten. Personal sections of the facts named, and of every fact on
/// the entity that arrives later with a sequence at or below `through`, are dropped on sight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erase {
    /// The facts whose sections go.
    pub facts: Vec<FactId>,
}

/// One written version of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version<T> {
    /// The fact that wrote it.
    pub fact: FactId,
    /// When.
    pub time: Hlc,
    /// What it replaced.
    pub replaces: Vec<FactId>,
    /// The value.
    pub value: T,
}

/// What a field says now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved<T> {
    /// The value shown: of true concurrents the later by (hybrid time, origin).
    pub shown: T,
    /// The version shown.
    pub fact: FactId,
    /// Every version that nobody has replaced: what a new write has to name.
    pub current: Vec<FactId>,
    /// Two people wrote different values without knowing of each other.
    pub is_contested: bool,
}

/// Settles a field. `None` when nothing was written. The order of `versions` does not matter.
pub fn resolve<T: Clone + PartialEq>(versions: &[Version<T>]) -> Option<Resolved<T>> {
    let replaced: BTreeSet<FactId> = versions
        .iter()
        .flat_map(|v| v.replaces.iter().copied())
        .filter(|r| {
            // A version that names itself, by mistake or malice, does not vanish.
            !versions
                .iter()
                .any(|v| v.fact == *r && v.replaces.contains(r))
        })
        .collect();
    let mut current: Vec<&Version<T>> = versions
        .iter()
        .filter(|v| !replaced.contains(&v.fact))
        .collect();
    if current.is_empty() {
        // Only a forged circle of names gets here; show the latest rather than nothing.
        current = versions.iter().collect();
    }
    let shown = current
        .iter()
        .max_by_key(|v| (v.time, v.fact.origin, v.fact.sequence))?;
    let mut facts: Vec<FactId> = current.iter().map(|v| v.fact).collect();
    facts.sort_unstable();
    facts.dedup();
    let is_contested = current.iter().any(|v| v.value != shown.value);
    Some(Resolved {
        shown: shown.value.clone(),
        fact: shown.fact,
        current: facts,
        is_contested,
    })
}

/// Every field of one entity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    versions: BTreeMap<String, Vec<Version<Value>>>,
}

impl Fields {
    /// No field yet.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            versions: BTreeMap::new(),
        }
    }

    /// Takes in one version; the same one twice counts once.
    pub fn add(&mut self, field: &str, version: Version<Value>) {
        let versions = self.versions.entry(field.to_owned()).or_default();
        // Kept in the order of the facts, so that replicas which heard them otherwise are equal.
        if let Err(at) = versions.binary_search_by_key(&version.fact, |v| v.fact) {
            versions.insert(at, version);
        }
    }

    /// Takes in every write of a fact.
    pub fn apply(&mut self, fact: FactId, time: Hlc, write: &FieldWrite) {
        for w in &write.writes {
            let version = Version {
                fact,
                time,
                replaces: w.replaces.clone(),
                value: w.value.clone(),
            };
            self.add(&w.field, version);
        }
    }

    /// What a field says now.
    #[must_use]
    pub fn get(&self, field: &str) -> Option<Resolved<Value>> {
        self.versions.get(field).and_then(|v| resolve(v))
    }

    /// Every version of a field that nobody has replaced, the one that is shown first.
    #[must_use]
    pub fn values(&self, field: &str) -> Vec<&Version<Value>> {
        let Some(now) = self.get(field) else {
            return Vec::new();
        };
        let versions = self.versions.get(field).into_iter().flatten();
        let mut values: Vec<_> = versions.filter(|v| now.current.contains(&v.fact)).collect();
        values.sort_by_key(|v| v.fact != now.fact);
        values
    }

    /// The versions that a new write of this field has to name.
    #[must_use]
    pub fn current(&self, field: &str) -> Vec<FactId> {
        self.get(field).map(|r| r.current).unwrap_or_default()
    }

    /// The names of all fields that were ever written, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.versions.keys().map(String::as_str)
    }

    /// The fields on which two people disagree.
    #[must_use]
    pub fn contested(&self) -> Vec<String> {
        self.names()
            .filter(|n| self.get(n).is_some_and(|r| r.is_contested))
            .map(str::to_owned)
            .collect()
    }

    /// A write of `field` that replaces what is current.
    #[must_use]
    pub fn write(&self, field: &str, value: Value) -> Write {
        Write {
            field: field.to_owned(),
            value,
            replaces: self.current(field),
        }
    }

    /// The value as a text; `None` when nothing of that kind was written.
    #[must_use]
    pub fn text(&self, field: &str) -> Option<String> {
        let Value::Text(value) = self.get(field)?.shown else {
            return None;
        };
        Some(value)
    }

    /// The value as a number; `None` when nothing of that kind was written.
    #[must_use]
    pub fn int(&self, field: &str) -> Option<i64> {
        let Value::Int(value) = self.get(field)?.shown else {
            return None;
        };
        Some(value)
    }

    /// The value as yes or no; `None` when nothing of that kind was written.
    #[must_use]
    pub fn flag(&self, field: &str) -> Option<bool> {
        let Value::Flag(value) = self.get(field)?.shown else {
            return None;
        };
        Some(value)
    }

    /// The value as a name in three languages; `None` when nothing of that kind was written.
    #[must_use]
    pub fn in_three(&self, field: &str) -> Option<Names> {
        let Value::Names(value) = self.get(field)?.shown else {
            return None;
        };
        Some(value)
    }

    /// The value as a blob's address; `None` when nothing of that kind was written.
    #[must_use]
    pub fn hash(&self, field: &str) -> Option<Hash32> {
        let Value::Hash(value) = self.get(field)?.shown else {
            return None;
        };
        Some(value)
    }

    /// The value as another entity; `None` when nothing of that kind was written.
    #[must_use]
    pub fn id(&self, field: &str) -> Option<EntityId> {
        let Value::Id(value) = self.get(field)?.shown else {
            return None;
        };
        Some(value)
    }

    /// The value as a fact; `None` when nothing of that kind was written.
    #[must_use]
    pub fn fact(&self, field: &str) -> Option<FactId> {
        let Value::Fact(value) = self.get(field)?.shown else {
            return None;
        };
        Some(value)
    }

    /// The value as the lines of an order; `None` when nothing of that kind was written.
    #[must_use]
    pub fn lines(&self, field: &str) -> Option<Vec<Line>> {
        let Value::Lines(value) = self.get(field)?.shown else {
            return None;
        };
        Some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Origin;

    fn version(
        origin: u64,
        sequence: u64,
        ms: i64,
        replaces: &[FactId],
        value: i64,
    ) -> Version<i64> {
        Version {
            fact: FactId::new(Origin(origin), sequence),
            time: Hlc::at_ms(ms),
            replaces: replaces.to_vec(),
            value,
        }
    }

    #[test]
    fn a_wall_clock_of_2099_does_not_win_for_ever() {
        let wild = version(1, 1, 4_080_000_000_000, &[], 99);
        let answer = version(2, 1, 1_790_000_000_000, &[wild.fact], 42);
        let shown = resolve(&[wild, answer]).unwrap();
        assert_eq!(
            shown.shown, 42,
            "who saw the wild write and replaced it wins, whatever the clocks say"
        );
        assert!(!shown.is_contested);
    }

    #[test]
    fn true_concurrents_show_the_later_and_are_contested_in_any_order() {
        let a = version(1, 1, 10, &[], 1);
        let b = version(2, 1, 20, &[], 2);
        for versions in [[a.clone(), b.clone()], [b.clone(), a.clone()]] {
            let shown = resolve(&versions).unwrap();
            assert_eq!(shown.shown, 2);
            assert!(shown.is_contested, "a person has to choose");
        }
        let chosen = version(1, 2, 30, &[a.fact, b.fact], 1);
        assert!(!resolve(&[b, chosen, a]).unwrap().is_contested);
    }
}
