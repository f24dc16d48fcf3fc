//! The crate's facts and views in the words of the reference.

use crate::log::{A, B, HUB, device_of};
use crate::reference::{Alloc, Fact as Plain, Id, Kind, Mark as PlainMark, Seen};
use crate::view::View;
use serde_json::Value;
use tsong_domain::fact::{Body, Fact};
use tsong_domain::id::{DeviceId, EntityId, FactId};
use tsong_domain::mark::{Holder, Mark, MarkKind, Placing, Shelf};
use tsong_domain::movement::MoveKind;
use tsong_domain::order::settle::{Doubt, Settled, State};

pub(crate) fn letter_device(letter: char) -> DeviceId {
    match letter {
        'A' => A,
        'B' => B,
        'H' => HUB,
        _ => panic!("no device {letter}"),
    }
}

fn letter(device: DeviceId) -> char {
    match device {
        A => 'A',
        B => 'B',
        HUB => 'H',
        DeviceId(other) => panic!("no device {other}"),
    }
}

fn holder_letter(holder: Holder) -> char {
    match holder {
        Holder::Device(device) => letter(device),
        Holder::Hub => 'H',
        Holder::Transit => 'T',
        Holder::Allotment(_) | Holder::Warehouse(_) => panic!("the model has no {holder:?}"),
    }
}

fn shelf_letter(shelf: Shelf) -> char {
    match shelf {
        Shelf::Device(device) => letter(device),
        Shelf::Transit => 'T',
        Shelf::Warehouse(_) => panic!("the model has no {shelf:?}"),
    }
}

pub(crate) fn char_of(value: &Value) -> char {
    value.as_str().and_then(|s| s.chars().next()).unwrap()
}

fn order_name(order: EntityId) -> String {
    format!("O{}", order.0[0] - 0x80)
}

pub(crate) fn kind_of(word: &str) -> MarkKind {
    match word {
        "Asked" => MarkKind::Asked,
        "Placed" => MarkKind::Placed,
        "Confirmed" => MarkKind::Confirmed,
        "Packing" => MarkKind::Packing,
        "HandedOver" => MarkKind::HandedOver,
        "Completed" => MarkKind::Completed,
        "Cancelled" => MarkKind::Cancelled,
        other => panic!("no mark {other}"),
    }
}

pub(crate) fn state_word(word: &str) -> &'static str {
    let known = [
        "Asked",
        "Placed",
        "Confirmed",
        "Packing",
        "HandedOver",
        "Completed",
        "CancelAsked",
        "Cancelled",
        "NeedsDecision",
        "LateOrder",
        "Draft",
    ];
    known.into_iter().find(|k| *k == word).unwrap()
}

fn state(settled: &Settled) -> &'static str {
    match (settled.state, settled.doubt) {
        (State::NeedsDecision, Some(Doubt::LateOrder)) => "LateOrder",
        (State::NeedsDecision, _) => "NeedsDecision",
        (State::Draft, _) => "Draft",
        (State::Asked, _) => "Asked",
        (State::Placed, _) => "Placed",
        (State::Confirmed, _) => "Confirmed",
        (State::Packing, _) => "Packing",
        (State::HandedOver, _) => "HandedOver",
        (State::Completed, _) => "Completed",
        (State::CancelAsked, _) => "CancelAsked",
        (State::Cancelled, _) => "Cancelled",
    }
}

const fn plain(id: FactId) -> Id {
    (id.origin.0, id.sequence)
}

fn allocs(mark: &Mark) -> Vec<Alloc> {
    let one = |g: &Placing| {
        let place = shelf_letter(g.place);
        // Where goods lie is who keeps them: the model's placings say both.
        let who = holder_letter(g.holder);
        (g.lot.0[0], who, place, place, g.quantity.get())
    };
    mark.goods.iter().map(one).collect()
}

fn kind(kind: &MarkKind) -> Option<Kind> {
    let kinds = [
        (MarkKind::Asked, Kind::Asked),
        (MarkKind::Placed, Kind::Placed),
        (MarkKind::Confirmed, Kind::Confirmed),
        (MarkKind::Packing, Kind::Packing),
        (MarkKind::Packed, Kind::Packed),
        (MarkKind::HandedOver, Kind::HandedOver),
        (MarkKind::Completed, Kind::Completed),
        (MarkKind::Cancelled, Kind::Cancelled),
    ];
    kinds.into_iter().find(|(k, _)| k == kind).map(|(_, k)| k)
}

/// The facts as the reference reads them; what it has no word for is left out.
pub(crate) fn facts<'a>(known: impl IntoIterator<Item = &'a Fact>) -> Vec<(Id, Plain)> {
    known
        .into_iter()
        .filter_map(|fact| Some((plain(fact.header.id), one(fact)?)))
        .collect()
}

fn one(fact: &Fact) -> Option<Plain> {
    match &fact.body {
        Body::Mark(mark) => {
            let kind = kind(&mark.kind)?;
            let only = |is_so: bool| if is_so { allocs(mark) } else { Vec::new() };
            let plain = PlainMark {
                kind,
                sees: mark.sees.iter().copied().map(plain).collect(),
                placed: only(matches!(kind, Kind::Placed | Kind::Packed)),
                by: letter(device_of(fact.header.id.origin)),
                before: mark.before_count,
                shipped: only(kind == Kind::HandedOver),
                frees: mark.frees.iter().copied().map(plain).collect(),
                asks: mark.asks.is_some(),
            };
            Some(Plain::Mark(order_name(fact.header.entity), plain))
        }
        Body::Move(movement) => {
            let legs = movement.legs.iter().map(|l| {
                (
                    l.lot.0[0],
                    holder_letter(l.holder),
                    shelf_letter(l.place),
                    l.delta.get(),
                )
            });
            let saw = movement.saw.iter().copied().map(plain).collect();
            Some(Plain::Move(
                movement.kind == MoveKind::Transfer,
                legs.collect(),
                saw,
            ))
        }
        Body::Takes(takes) => Some(Plain::Takes(
            takes.closed.iter().copied().map(plain).collect(),
        )),
        Body::Origin(_)
        | Body::Retire(_)
        | Body::Field(_)
        | Body::Order(_)
        | Body::Lot(_)
        | Body::Erase(_)
        | Body::Access(_) => None,
    }
}

/// Leaves out what is nothing, so that a cell that was never touched equals an empty one.
pub(crate) fn normal(mut seen: Seen) -> Seen {
    seen.on_hand.retain(|_, g| *g != 0);
    seen.share.retain(|_, g| *g != 0);
    seen
}

/// What the crate sees, in the reference's words. Orders of which no mark arrived are left out.
pub(crate) fn seen(view: &View) -> Seen {
    let mut seen = Seen::default();
    for (lot, cells) in &view.cells {
        for ((holder, place), cell) in cells {
            let key = (lot.0[0], holder_letter(*holder), shelf_letter(*place));
            seen.on_hand.insert(key, cell.on_hand.get());
            seen.share.insert(key, cell.share().get());
        }
    }
    let marked = |id: &EntityId| view.orders.get(id).is_some_and(|o| !o.marks.is_empty());
    for (order, settled) in view.settled.iter().filter(|(id, _)| marked(id)) {
        let name = order_name(*order);
        seen.state.insert(name.clone(), state(settled));
        let holds = settled.holds.iter().map(|(k, h)| {
            let (who, place) = (holder_letter(k.holder), shelf_letter(k.place));
            (k.lot.0[0], who, place, h.quantity.get())
        });
        let holds: std::collections::BTreeSet<_> = holds.collect();
        if !holds.is_empty() {
            seen.hold.insert(name.clone(), holds);
        }
        let went = settled.shipment.iter().flat_map(|s| &s.goods);
        let went = went.map(|g| {
            let (who, place) = (holder_letter(g.holder), shelf_letter(g.place));
            (g.lot.0[0], who, place, g.quantity.get())
        });
        let went: Vec<_> = went.collect();
        if !went.is_empty() {
            seen.ship.insert(name, went);
        }
    }
    normal(seen)
}

/// Where the reference and the crate differ, in words; `None` when they agree.
pub(crate) fn difference(known: &[Fact], view: &View) -> Option<String> {
    let ours = seen(view);
    let model = normal(crate::reference::view(&facts(known)));
    (ours != model).then(|| format!("the crate {ours:?}, the reference {model:?}"))
}
