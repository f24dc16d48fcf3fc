//! The hub's quota given back, and what a restored device or hub has to do first.

use super::{Heard, leg, own, sane, within};
use crate::fact::Takes;
use crate::id::{DeviceId, EntityId, FactId, Origin};
use crate::mark::{Holder, Shelf};
use crate::movement::{MoveKind, Movement};
use crate::order::settle::World;
use crate::quantity::Quantity;
use crate::refusal::Refusal;
use crate::stock::{Cells, Readiness, share};

/// Where the hub stands after a restore (`rules.md` 9).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HubReadiness {
    /// It was restored: the rules below bind it.
    pub is_restored: bool,
    /// Every device has returned all facts that it holds, of any origin.
    pub has_heard_all: bool,
    /// Every shop was polled back past the backup.
    pub has_polled: bool,
}

impl HubReadiness {
    /// Whether it holds any quota to sell or to give back.
    #[must_use]
    pub const fn holds_quota(&self) -> bool {
        !self.is_restored || (self.has_heard_all && self.has_polled)
    }
}

/// How far this device had seen each of its older origins: what a count's envelope names
/// (`rules.md` 6). An older origin of which nothing is held is named with sequence 0.
#[must_use]
pub fn saw(older: &[Origin], heard: &Heard) -> Vec<FactId> {
    let mut saw: Vec<FactId> = older
        .iter()
        .map(|origin| FactId::new(*origin, heard.get(origin).copied().unwrap_or(0)))
        .collect();
    saw.sort_unstable();
    saw.dedup();
    saw
}

/// The hub lowers its own quota at `place`, on asking or at expiry: only what it has withdrawn from
/// the shops, and after a restore only once nobody can still bring a sale that it forgot
/// (`rules.md` 3, 9). `offered` is what the shops may have sold unheard: put on offer and not polled
/// since it was taken down.
///
/// # Errors
/// In this order: [`Refusal::Input`], [`Refusal::MissingMarks`] while the hub holds no quota,
/// [`Refusal::NotEnough`].
pub fn hand_back(
    cells: &Cells,
    place: DeviceId,
    hub: HubReadiness,
    lot: EntityId,
    offered: Quantity,
    quantity: Quantity,
) -> Result<Movement, Refusal> {
    sane(quantity)?;
    if !hub.holds_quota() {
        return Err(Refusal::MissingMarks);
    }
    let there = Shelf::Device(place);
    let free = share(cells, Holder::Hub, there).minus(offered);
    within(free, lot, quantity)?;
    let legs = vec![
        leg(lot, Holder::Hub, there, quantity.negated()),
        own(lot, place, quantity),
    ];
    Ok(Movement::of(MoveKind::Transfer, legs))
}

/// Both the hub and this device were restored: neither knows what the quota still owes, so it is
/// void, whatever it says, and the grams are the device's until it has counted (`rules.md` 10).
/// Paper only: the shelf is not touched.
///
/// # Errors
/// In this order: [`Refusal::NeedsTakeover`] on a device that was not restored or has yet to take
/// over, [`Refusal::AlreadyDone`] when the hub was not restored or has no quota here.
pub fn void_quota(
    cells: &Cells,
    me: DeviceId,
    readiness: &Readiness,
    hub: HubReadiness,
    lot: EntityId,
) -> Result<Movement, Refusal> {
    if !(readiness.is_restored && readiness.has_taken_over) {
        return Err(Refusal::NeedsTakeover);
    }
    let here = Shelf::Device(me);
    let quota = share(cells, Holder::Hub, here);
    if !hub.is_restored || quota == Quantity::ZERO {
        return Err(Refusal::AlreadyDone);
    }
    let legs = vec![
        leg(lot, Holder::Hub, here, quota.negated()),
        own(lot, me, quota),
    ];
    Ok(Movement::of(MoveKind::Correction, legs))
}

/// A restored device takes over its older origins, in the exchange in which the hub has delivered
/// all that it holds (`rules.md` 7).
///
/// # Errors
/// In this order: [`Refusal::AlreadyDone`] when there is nothing to take over,
/// [`Refusal::MissingMarks`] while the hub (`at_hub`) holds what this device has not `heard`.
pub fn takeover(
    me: DeviceId,
    readiness: &Readiness,
    older: &[Origin],
    heard: &Heard,
    at_hub: &Heard,
) -> Result<Takes, Refusal> {
    if readiness.may_release() {
        return Err(Refusal::AlreadyDone);
    }
    if at_hub
        .iter()
        .any(|(origin, last)| heard.get(origin).copied().unwrap_or(0) < *last)
    {
        return Err(Refusal::MissingMarks);
    }
    Ok(Takes {
        device: me,
        closed: saw(older, heard),
    })
}

/// Whether the hub accepts a takeover: every origin is the device's own, and the hub holds nothing
/// beyond the sequences at which it closes them.
#[must_use]
pub fn is_takeover_acceptable(takes: &Takes, world: &World, at_hub: &Heard) -> bool {
    takes.closed.iter().all(|closed| {
        world.devices.get(&closed.origin) == Some(&takes.device)
            && at_hub.get(&closed.origin).copied().unwrap_or(0) <= closed.sequence
    })
}
