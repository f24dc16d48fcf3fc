//! Buyers in a long list, and one of them with the last orders.

use super::{contact_of, listed, twins};
use crate::fault::Fault;
use crate::orders::{light_rows, region};
use crate::produce::whole;
use crate::station::Station;
use tsong_contract::AppError;
use tsong_contract::io::{BuyerLight, BuyerList, BuyerListShown, BuyerShown, IdInput, read_id};
use tsong_domain::id::EntityId;
use tsong_domain::people::Right;
use tsong_domain::text::initials::initials;
use tsong_domain::text::mask;
use tsong_store::{Db, order, party, same};

/// The most rows of one answer.
const MOST: u32 = 1000;
/// The last orders of one buyer.
const ORDERS: usize = 20;

/// `buyer.list`: who came last first.
///
/// # Errors
/// Whatever the store says.
pub fn buyer_list(station: &mut Station, input: BuyerList) -> Result<BuyerListShown, AppError> {
    station.by(Right::Sell)?;
    let (offset, limit) = (whole(input.offset), whole(input.limit.min(MOST)));
    station.read(|db| {
        let (total, ids) = if input.find.trim().is_empty() {
            let total = party::count(db, "buyer")?;
            (total, party::window(db, "buyer", total, offset, limit)?)
        } else {
            let mut found = found(db, &input.find)?;
            let total = found.len();
            found = found.into_iter().skip(offset).take(limit).collect();
            (total, found)
        };
        Ok(BuyerListShown {
            total: i64::try_from(total).unwrap_or(i64::MAX),
            rows: ids
                .into_iter()
                .map(|id| row(db, id))
                .collect::<Result<_, _>>()?,
        })
    })
}

fn found(db: &Db<'_>, text: &str) -> Result<Vec<EntityId>, Fault> {
    let mut ids: Vec<EntityId> = listed(db, "buyer", text, 0)?
        .into_iter()
        .map(|party| party.id)
        .collect();
    ids.sort_unstable_by(|a, b| b.cmp(a));
    Ok(ids)
}

fn row(db: &Db<'_>, id: EntityId) -> Result<BuyerLight, Fault> {
    let contact = contact_of(db, id)?.unwrap_or_default();
    let is_contested = party::get(db, id)?.is_some_and(|p| !p.contested.is_empty());
    let (orders, last_ms) = order::count_of_buyer(db, id)?;
    Ok(BuyerLight {
        id: id.to_string(),
        initials: initials(&contact.name),
        phone_masked: mask::phone(&contact.phone),
        region: region(&contact.region),
        name: contact.name,
        orders,
        last_ms,
        is_contested,
    })
}

/// `buyer.show`.
///
/// # Errors
/// [`AppError::NotFound`].
pub fn buyer_show(station: &mut Station, input: IdInput) -> Result<BuyerShown, AppError> {
    station.by(Right::Sell)?;
    let id = read_id("id", &input.id)?;
    station.read(|db| {
        // An order may name who turned out to be somebody else.
        let id = same::root(db, id)?;
        let party = party::get(db, id)?
            .filter(|p| p.noun == "buyer")
            .ok_or_else(|| AppError::missing("buyer", id))?;
        let contact = contact_of(db, id)?;
        let is_erased = contact.is_none();
        let contact = contact.unwrap_or_default();
        let last = order::of_buyer(db, id, ORDERS)?;
        let (orders, last_ms) = order::count_of_buyer(db, id)?;
        Ok(BuyerShown {
            id: id.to_string(),
            initials: initials(&contact.name),
            name: contact.name,
            phone_masked: mask::phone(&contact.phone),
            region: contact.region,
            place: contact
                .place
                .map(|code| code.to_string())
                .unwrap_or_default(),
            address: contact.address,
            contested: party.contested,
            is_erased,
            orders,
            last_ms,
            last: light_rows(db, last)?,
            twins: twins(db, id)?,
        })
    })
}
