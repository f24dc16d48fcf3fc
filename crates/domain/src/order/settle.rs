//! The settlement table of fulfilment and the effects on stock, exactly as `rules.md` defines them.

mod state;
mod world;

pub use state::{Doubt, State};
pub use world::World;

use crate::id::{DeviceId, EntityId, FactId};
use crate::mark::{Aspect, Holder, Mark, MarkKind, Placing, Question, Shelf, Stance};
use crate::quantity::Quantity;
use std::collections::{BTreeMap, BTreeSet};

/// What an effect is charged to: `hold:<line>:<lot>:<holder>` at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EffectKey {
    /// The order's line.
    pub line: u32,
    /// The lot.
    pub lot: EntityId,
    /// Whose share.
    pub holder: Holder,
    /// Where.
    pub place: Shelf,
}

/// A promise that is still open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    /// How much, the largest of all live placings with this key.
    pub quantity: Quantity,
    /// Whose goods.
    pub villager: EntityId,
    /// The devices whose cancel frees it.
    pub keepers: BTreeSet<DeviceId>,
}

/// What went to the buyer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shipment {
    /// The goods, once, however many marked it.
    pub goods: Vec<Placing>,
    /// The marks that carry exactly these goods, and whether each was written before a count.
    pub marks: Vec<(FactId, bool)>,
}

/// What the marks of fulfilment come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// The state.
    pub state: State,
    /// Why a person has to decide, if one has to.
    pub doubt: Option<Doubt>,
    /// The marks that no mark names: what a new mark must see.
    pub unanswered: Vec<FactId>,
    /// What is held.
    pub holds: BTreeMap<EffectKey, Hold>,
    /// What went, if anything did; empty goods for an order that was lived elsewhere.
    pub shipment: Option<Shipment>,
    /// The placings that hold, latest last.
    pub live: Vec<FactId>,
    /// Somebody packed it before it was cancelled: unpack.
    pub unpack: bool,
}

enum Role {
    Asked,
    Hold,
    Confirm,
    Pack,
    Packed,
    Ship,
    Done,
    Free,
    Nothing,
}

impl Role {
    const fn holds(&self) -> bool {
        matches!(self, Self::Hold | Self::Packed)
    }
}

/// The role of a mark in fulfilment. A kind of a newer version plays the role of its stance.
fn role(mark: &Mark) -> Role {
    match &mark.kind {
        MarkKind::Asked => Role::Asked,
        MarkKind::Placed => Role::Hold,
        MarkKind::Confirmed => Role::Confirm,
        MarkKind::Packing => Role::Pack,
        MarkKind::Packed => Role::Packed,
        MarkKind::HandedOver => Role::Ship,
        MarkKind::Completed => Role::Done,
        MarkKind::Cancelled => Role::Free,
        MarkKind::Other(_) => match mark.stance {
            Stance::None => Role::Nothing,
            Stance::Hold => Role::Hold,
            Stance::Ship => Role::Ship,
            Stance::Free => Role::Free,
        },
        MarkKind::Doubted
        | MarkKind::Expected
        | MarkKind::Reported
        | MarkKind::Cleared
        | MarkKind::PartRefunded
        | MarkKind::Refunded
        | MarkKind::Void
        | MarkKind::Requested
        | MarkKind::Agreed
        | MarkKind::AwaitGoods
        | MarkKind::Inspected
        | MarkKind::Refused
        | MarkKind::Withdrawn => Role::Nothing,
    }
}

/// A mark with all that it names, and all that those name.
fn past(start: FactId, marks: &BTreeMap<FactId, &Mark>) -> BTreeSet<FactId> {
    let mut seen = BTreeSet::from([start]);
    let mut open = vec![start];
    while let Some(id) = open.pop() {
        for named in marks
            .get(&id)
            .map(|m| m.sees.as_slice())
            .unwrap_or_default()
        {
            if seen.insert(*named) {
                open.push(*named);
            }
        }
    }
    seen
}

/// Settles the marks of fulfilment among `marks` (others are passed over).
pub fn settle<'a>(marks: impl IntoIterator<Item = (FactId, &'a Mark)>, world: &World) -> Settled {
    let marks: BTreeMap<FactId, &Mark> = marks
        .into_iter()
        .filter(|(_, m)| m.aspect == Aspect::Fulfilment)
        .collect();
    let answered: BTreeSet<FactId> = marks
        .values()
        .flat_map(|m| m.sees.iter().copied())
        .collect();
    let unanswered: Vec<FactId> = marks
        .keys()
        .filter(|id| !answered.contains(id))
        .copied()
        .collect();

    let (live, placings, late) = live_placings(&marks, world);
    let shipment = shipment(&marks, world);
    let holds = if shipment.is_some() {
        BTreeMap::new()
    } else {
        holds(&live, &marks)
    };
    let in_u = |wanted: fn(&Role) -> bool| {
        unanswered
            .iter()
            .any(|id| marks.get(id).is_some_and(|m| wanted(&role(m))))
    };
    let cancelled = in_u(|r| matches!(r, Role::Free));
    let packed = marks
        .values()
        .any(|m| matches!(role(m), Role::Pack | Role::Packed));

    let (state, doubt) = if shipment.is_some() {
        if cancelled {
            (State::NeedsDecision, Some(Doubt::HandedOverAndCancelled))
        } else if in_u(|r| matches!(r, Role::Done)) {
            (State::Completed, None)
        } else {
            (State::HandedOver, None)
        }
    } else if cancelled {
        (
            if live.is_empty() {
                State::Cancelled
            } else {
                State::CancelAsked
            },
            None,
        )
    } else if late && live.is_empty() && placings > 0 {
        (State::NeedsDecision, Some(Doubt::LateOrder))
    } else if let Some(question) = asked(&unanswered, &marks) {
        (State::NeedsDecision, Some(Doubt::of(question)))
    } else {
        (furthest(&unanswered, &marks), None)
    };
    let unpack = state == State::Cancelled && packed;
    Settled {
        state,
        doubt,
        unanswered,
        holds,
        shipment,
        live,
        unpack,
    }
}

/// What an unanswered mark asks a person; of several the first in the order of the questions.
fn asked<'a>(unanswered: &[FactId], marks: &BTreeMap<FactId, &'a Mark>) -> Option<&'a Question> {
    let open = unanswered.iter().filter_map(|id| marks.get(id));
    open.filter_map(|mark| mark.asks.as_ref()).min()
}

/// The placings that hold, how many there are in all, and whether any came late.
fn live_placings(marks: &BTreeMap<FactId, &Mark>, world: &World) -> (Vec<FactId>, usize, bool) {
    let freeing: Vec<(FactId, BTreeSet<FactId>)> = marks
        .iter()
        .filter(|(id, m)| matches!(role(m), Role::Free) && !world.late(**id))
        .map(|(id, _)| (*id, past(*id, marks)))
        .collect();
    let replacing: Vec<(FactId, &[FactId])> = marks
        .iter()
        .filter(|(id, m)| !m.frees.is_empty() && !world.late(**id))
        .map(|(id, m)| (*id, m.frees.as_slice()))
        .collect();
    let mut live = Vec::new();
    let (mut all, mut late) = (0usize, false);
    for (id, mark) in marks.iter().filter(|(_, m)| role(m).holds()) {
        all = all.saturating_add(1);
        if world.late(*id) {
            late = true;
            continue;
        }
        // Only the keeper frees: by a cancel, or by holding other goods in their place.
        let by_keeper = |by: FactId| {
            mark.keeper
                .is_none_or(|keeper| world.device(by) == Some(keeper))
        };
        let freed = freeing
            .iter()
            .any(|(cancel, before)| before.contains(id) && by_keeper(*cancel))
            || replacing
                .iter()
                .any(|(by, frees)| frees.contains(id) && by_keeper(*by));
        if !freed {
            live.push(*id);
        }
    }
    (live, all, late)
}

/// One shipment an order: the smallest that any hand-over carries, answered or not. What a person
/// wrote since a takeover stands before what turns up of the lost disk: a count has gone by it, and
/// the two may differ where the lost disk had packed or amended the order (decision 26).
fn shipment(marks: &BTreeMap<FactId, &Mark>, world: &World) -> Option<Shipment> {
    let gone: Vec<(FactId, &Mark)> = marks
        .iter()
        .filter(|(_, m)| matches!(role(m), Role::Ship))
        .map(|(id, m)| (*id, *m))
        .collect();
    gone.first()?;
    let goods = gone
        .iter()
        .filter(|(_, m)| !m.goods.is_empty())
        .map(|(id, m)| (world.late(*id), &m.goods))
        .min()
        .map(|(_, goods)| goods.clone())
        .unwrap_or_default();
    let marks = gone
        .iter()
        .filter(|(_, m)| m.goods == goods)
        .map(|(id, m)| (*id, m.before_count))
        .collect();
    Some(Shipment { goods, marks })
}

/// What the live placings hold: per key the largest, so that two who placed alike hold once, and
/// two holders both hold until answered.
fn holds(live: &[FactId], marks: &BTreeMap<FactId, &Mark>) -> BTreeMap<EffectKey, Hold> {
    let mut holds: BTreeMap<EffectKey, Hold> = BTreeMap::new();
    for mark in live.iter().filter_map(|id| marks.get(id)) {
        let mut own: BTreeMap<EffectKey, Hold> = BTreeMap::new();
        for g in &mark.goods {
            let key = EffectKey {
                line: g.line,
                lot: g.lot,
                holder: g.holder,
                place: g.place,
            };
            let hold = own.entry(key).or_insert_with(|| Hold {
                quantity: Quantity::ZERO,
                villager: g.villager,
                keepers: mark.keeper.into_iter().collect(),
            });
            hold.quantity = hold.quantity.plus(g.quantity);
        }
        for (key, hold) in own {
            holds
                .entry(key)
                .and_modify(|known| {
                    known.quantity = known.quantity.max(hold.quantity);
                    known.keepers.extend(&hold.keepers);
                })
                .or_insert(hold);
        }
    }
    holds
}

/// The furthest of the unanswered marks; equal kinds join. A Completed whose hand-over has not
/// arrived yet counts as what it says.
fn furthest(unanswered: &[FactId], marks: &BTreeMap<FactId, &Mark>) -> State {
    unanswered
        .iter()
        .filter_map(|id| marks.get(id))
        .map(|mark| match role(mark) {
            Role::Asked => State::Asked,
            Role::Hold => State::Placed,
            Role::Confirm => State::Confirmed,
            Role::Pack | Role::Packed => State::Packing,
            Role::Ship => State::HandedOver,
            Role::Done => State::Completed,
            Role::Free | Role::Nothing => State::Draft,
        })
        .max()
        .unwrap_or(State::Draft)
}
