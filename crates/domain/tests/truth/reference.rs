//! The executable model's `view`, word for word, over types of its own: an independent judge of
//! what the crate settles. One lot and one line an order, as there; what takes the place of a placing
//! (decision 26) may be charged to two holders.

use std::collections::{BTreeMap, BTreeSet};

/// Lot, holder, place, delta.
pub(crate) type Leg = (u8, char, char, i64);
/// A fact: origin and place in its log, both plain numbers.
pub(crate) type Id = (u64, u64);
/// Lot, holder, place, keeper, quantity. Devices are letters; `T` is the road.
pub(crate) type Alloc = (u8, char, char, char, i64);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Asked,
    Placed,
    Confirmed,
    Packing,
    Packed,
    HandedOver,
    Completed,
    Cancelled,
}

#[derive(Clone, Debug)]
pub(crate) struct Mark {
    pub(crate) kind: Kind,
    pub(crate) sees: Vec<Id>,
    pub(crate) placed: Vec<Alloc>,
    pub(crate) by: char,
    pub(crate) before: bool,
    pub(crate) shipped: Vec<Alloc>,
    /// The placings in whose place this one stands (decision 26).
    pub(crate) frees: Vec<Id>,
    /// A person is asked (decision 26).
    pub(crate) asks: bool,
}

#[derive(Clone, Debug)]
pub(crate) enum Fact {
    Mark(String, Mark),
    /// Whether it is a Transfer; legs of lot, holder, place, delta; the count's view.
    Move(bool, Vec<Leg>, Vec<Id>),
    Takes(Vec<Id>),
}

/// What the model sees.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(crate) state: BTreeMap<String, &'static str>,
    pub(crate) on_hand: BTreeMap<(u8, char, char), i64>,
    pub(crate) share: BTreeMap<(u8, char, char), i64>,
    pub(crate) hold: BTreeMap<String, BTreeSet<(u8, char, char, i64)>>,
    pub(crate) ship: BTreeMap<String, Vec<(u8, char, char, i64)>>,
}

struct Model<'a> {
    takes: BTreeMap<u64, u64>,
    closes: Vec<(u8, char, BTreeMap<u64, u64>)>,
    moves: Vec<(Id, bool, &'a [Leg])>,
    marks: BTreeMap<&'a str, BTreeMap<Id, &'a Mark>>,
}

impl Model<'_> {
    fn late(&self, id: Id) -> bool {
        self.takes.get(&id.0).is_some_and(|last| id.1 > *last)
    }

    fn absorbed(&self, id: Id, lot: u8, place: char) -> bool {
        self.closes.iter().any(|(l, p, saw)| {
            *l == lot && *p == place && saw.get(&id.0).is_some_and(|seen| id.1 > *seen)
        })
    }
}

pub(crate) fn view(facts: &[(Id, Fact)]) -> Seen {
    let mut model = Model {
        takes: BTreeMap::new(),
        closes: Vec::new(),
        moves: Vec::new(),
        marks: BTreeMap::new(),
    };
    for (id, fact) in facts {
        match fact {
            Fact::Mark(order, mark) => {
                model.marks.entry(order).or_default().insert(*id, mark);
            }
            Fact::Takes(closed) => {
                for (origin, last) in closed {
                    let known = model.takes.entry(*origin).or_insert(u64::MAX);
                    *known = (*known).min(*last);
                }
            }
            Fact::Move(is_transfer, legs, saw) => {
                model.moves.push((*id, *is_transfer, legs));
                if !saw.is_empty() {
                    model
                        .closes
                        .push((legs[0].0, legs[0].2, saw.iter().copied().collect()));
                }
            }
        }
    }
    let mut seen = Seen::default();
    moved(&model, &mut seen.on_hand);
    let mut charge: BTreeMap<(u8, char, char), i64> = BTreeMap::new();
    for (order, marks) in &model.marks {
        let state = settle(&model, order, marks, &mut seen, &mut charge);
        seen.state.insert((*order).to_owned(), state);
    }
    seen.share = seen.on_hand.clone();
    for (key, grams) in charge {
        *seen.share.entry(key).or_default() -= grams;
    }
    seen
}

fn moved(model: &Model<'_>, on_hand: &mut BTreeMap<(u8, char, char), i64>) {
    for (id, is_transfer, legs) in &model.moves {
        if model.late(*id) && *is_transfer && legs.iter().all(|l| l.2 == legs[0].2) {
            continue;
        }
        let mut sums: BTreeMap<(u8, char), i64> = BTreeMap::new();
        for (l, _, p, d) in *legs {
            *sums.entry((*l, *p)).or_default() += d;
        }
        for (l, h, p, d) in *legs {
            if sums[&(*l, *p)] != 0 && model.absorbed(*id, *l, *p) {
                *on_hand.entry((*l, *p, *p)).or_default() -= d;
            }
            *on_hand.entry((*l, *h, *p)).or_default() += d;
        }
    }
}

fn past(id: Id, marks: &BTreeMap<Id, &Mark>) -> BTreeSet<Id> {
    let mut all = BTreeSet::from([id]);
    for named in marks.get(&id).map_or(&[][..], |m| &m.sees) {
        all.extend(past(*named, marks));
    }
    all
}

fn settle(
    model: &Model<'_>,
    order: &str,
    marks: &BTreeMap<Id, &Mark>,
    seen: &mut Seen,
    charge: &mut BTreeMap<(u8, char, char), i64>,
) -> &'static str {
    let answered: BTreeSet<Id> = marks
        .values()
        .flat_map(|m| m.sees.iter().copied())
        .collect();
    let kinds: BTreeSet<Kind> = marks
        .iter()
        .filter(|(i, _)| !answered.contains(*i))
        .map(|(_, m)| m.kind)
        .collect();
    let handed: Vec<Id> = marks
        .iter()
        .filter(|(_, m)| m.kind == Kind::HandedOver)
        .map(|(i, _)| *i)
        .collect();
    let mut holds: Vec<(&[Alloc], bool)> = Vec::new();
    let mut any_late = false;
    let held = |m: &Mark| matches!(m.kind, Kind::Placed | Kind::Packed);
    for (p, placed) in marks.iter().filter(|(_, m)| held(m)) {
        let Some(alloc) = placed.placed.first() else {
            continue;
        };
        let freed = marks.iter().any(|(c, m)| {
            let cancels = m.kind == Kind::Cancelled && past(*c, marks).contains(p);
            (cancels || m.frees.contains(p)) && m.by == alloc.3 && !model.late(*c)
        });
        any_late |= model.late(*p);
        holds.push((&placed.placed, freed || model.late(*p)));
    }
    let carried = |h: &&Id| !marks[*h].shipped.is_empty();
    let smallest = handed.iter().filter(carried);
    let smallest = smallest.map(|h| (model.late(*h), marks[h].shipped.as_slice()));
    if let Some((_, goods)) = smallest.min() {
        let by: Vec<&Id> = handed
            .iter()
            .filter(|h| marks[*h].shipped == goods)
            .collect();
        for &(l, h, p, _, g) in goods {
            let went = seen.ship.entry(order.to_owned()).or_default();
            went.push((l, h, p, g));
            *seen.on_hand.entry((l, h, p)).or_default() -= g;
            if by
                .iter()
                .all(|m| model.absorbed(**m, l, p) || marks[*m].before)
            {
                *seen.on_hand.entry((l, p, p)).or_default() += g;
            }
        }
    } else {
        let mut largest: BTreeMap<(u8, char, char), i64> = BTreeMap::new();
        let live = holds.iter().filter(|(_, freed)| !freed);
        for (l, h, p, _, g) in live.flat_map(|(goods, _)| *goods) {
            let known = largest.entry((*l, *h, *p)).or_default();
            *known = (*known).max(*g);
        }
        for ((l, h, p), g) in largest {
            *charge.entry((l, h, p)).or_default() += g;
            seen.hold
                .entry(order.to_owned())
                .or_default()
                .insert((l, h, p, g));
        }
    }
    name(
        &kinds,
        !handed.is_empty(),
        any_late,
        holds.iter().all(|(_, freed)| *freed),
        marks.iter().any(|(i, m)| m.asks && !answered.contains(i)),
    )
}

fn name(
    kinds: &BTreeSet<Kind>,
    handed: bool,
    any_late: bool,
    all_freed: bool,
    asked: bool,
) -> &'static str {
    let cancelled = kinds.contains(&Kind::Cancelled);
    match (handed, cancelled) {
        (false, false) if any_late && all_freed => "LateOrder",
        (true, true) => "NeedsDecision",
        (true, false) if kinds.contains(&Kind::Completed) => "Completed",
        (true, false) => "HandedOver",
        (false, true) if all_freed => "Cancelled",
        (false, true) => "CancelAsked",
        (false, false) if asked => "NeedsDecision",
        (false, false) => match kinds.iter().max() {
            Some(Kind::Asked) => "Asked",
            Some(Kind::Placed) => "Placed",
            Some(Kind::Confirmed) => "Confirmed",
            Some(Kind::Packing | Kind::Packed) => "Packing",
            Some(Kind::HandedOver) => "HandedOver",
            Some(Kind::Completed) => "Completed",
            Some(Kind::Cancelled) | None => "Draft",
        },
    }
}
