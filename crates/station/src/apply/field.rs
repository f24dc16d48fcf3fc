//! What consists of fields derived: people, listings, own products, the station itself.

use super::Batch;
use crate::fault::Fault;
use crate::indexing;
use crate::me::{self, StationView};
use crate::morning::promised;
use crate::people::{contested, derive_twins};
use crate::shift;
use crate::tokens::index;
use crate::world::fold_fields;
use tsong_domain::field::Fields;
use tsong_domain::id::EntityId;
use tsong_domain::people::fields as people;
use tsong_domain::price::{Prices, floors};
use tsong_domain::produce::{listing as listing_fields, product as product_fields};
use tsong_store::listing::{ListingRow, ProductRow};
use tsong_store::party::PartyRow;
use tsong_store::{find, floor, listing, order, party, promise};

pub(super) fn derive(batch: &mut Batch<'_>, id: EntityId) -> Result<(), Fault> {
    let facts = batch.facts_of(id)?;
    let Some((noun, fields)) = fold_fields(&facts) else {
        return Ok(());
    };
    match noun.as_str() {
        "station" => derive_station(batch, &fields),
        "villager" | "buyer" | "operator" => derive_party(batch, id, &noun, &fields),
        "shift" => shift::derive(batch.db, &facts, &fields),
        "promise" => match promised(id, &fields) {
            Some(row) => Ok(promise::put(batch.db, &row)?),
            None => Ok(()),
        },
        "listing" => derive_listing(batch, id, &fields),
        "product" => derive_product(batch, id, &fields),
        // The order's own fields are folded with its marks; what a newer version writes waits raw.
        _ => Ok(()),
    }
}

fn derive_station(batch: &Batch<'_>, fields: &Fields) -> Result<(), Fault> {
    let view = StationView {
        name: fields.text(me::fields::NAME).unwrap_or_default(),
        place: fields
            .int(me::fields::PLACE)
            .and_then(|p| u64::try_from(p).ok()),
        commission_permille: fields
            .int(me::fields::COMMISSION)
            .and_then(|c| u16::try_from(c).ok())
            .unwrap_or(0),
        road_hours: me::fields::ROAD.map(|field| {
            fields
                .int(field)
                .and_then(|hours| u16::try_from(hours).ok())
        }),
        phone: fields.text(me::fields::PHONE).unwrap_or_default(),
        cut_off_minutes: fields
            .int(me::fields::CUT_OFF)
            .and_then(|m| u16::try_from(m).ok())
            .unwrap_or(me::CUT_OFF_MINUTES),
        packing_capacity: fields
            .int(me::fields::CAPACITY)
            .and_then(|c| u32::try_from(c).ok())
            .unwrap_or(0),
        pay_codes: me::fields::PAY_CODES.map(|field| fields.hash(field)),
    };
    view.save(batch.db)
}

fn derive_party(
    batch: &mut Batch<'_>,
    id: EntityId,
    noun: &str,
    fields: &Fields,
) -> Result<(), Fault> {
    let written = |field: &str| fields.get(field).map(|r| r.fact);
    let contact = written(people::CONTACT);
    let personal = match contact {
        Some(contact) => batch.personal_of(contact)?,
        None => None,
    };
    let row = PartyRow {
        id,
        noun: noun.to_owned(),
        contact: contact.filter(|_| personal.is_some()),
        account: written(people::ACCOUNT),
        payout: fields.text(people::PAYOUT).unwrap_or_default(),
        place: fields.int(people::PLACE),
        photo: fields.hash(people::PHOTO),
        thumbnail: fields.hash(people::THUMBNAIL),
        role: fields.text(people::ROLE).unwrap_or_default(),
        is_active: fields.flag(people::ACTIVE).unwrap_or(true),
        contested: contested(batch.db, fields)?,
    };
    party::put(batch.db, &row)?;
    derive_twins(batch.db, noun, id, fields)?;
    if noun == "villager" {
        floor::put(batch.db, id, &floors(fields))?;
    }
    let Some(contact) = contact else {
        return Ok(());
    };
    if !batch.arrival.is_own {
        // An order may have arrived before the contact that it goes to.
        batch.orders.extend(order::waited(batch.db, contact)?);
    }
    match personal {
        Some(personal) => batch.to_be_found(noun, id, || indexing::of_person(&personal, index)),
        None => Ok(find::drop(batch.db, noun, id)?),
    }
}

fn derive_listing(batch: &Batch<'_>, id: EntityId, fields: &Fields) -> Result<(), Fault> {
    let row = ListingRow {
        id,
        product: fields.text(listing_fields::PRODUCT).unwrap_or_default(),
        grade: fields.text(listing_fields::GRADE).unwrap_or_default(),
        measure: fields.text(listing_fields::MEASURE).unwrap_or_default(),
        price_fen: fields.int(listing_fields::PRICE).unwrap_or_default(),
        title: fields.in_three(listing_fields::TITLE).unwrap_or_default(),
        wording: fields.in_three(listing_fields::WORDING).unwrap_or_default(),
        photo: fields.hash(listing_fields::PHOTO),
        thumbnail: fields.hash(listing_fields::THUMBNAIL),
        state: fields.text(listing_fields::STATE).unwrap_or_default(),
        contested: fields.contested(),
        under: Prices::of(fields).under,
    };
    listing::put(batch.db, &row)?;
    let titles = batch.titles()?;
    batch.to_be_found("listing", id, || indexing::of_listing(&row, titles, index))
}

fn derive_product(batch: &mut Batch<'_>, id: EntityId, fields: &Fields) -> Result<(), Fault> {
    let Some(key) = fields.text("key") else {
        return Ok(());
    };
    let row = ProductRow {
        key,
        id,
        names: fields.in_three(product_fields::NAMES).unwrap_or_default(),
        measure: fields
            .text(product_fields::MEASURE)
            .unwrap_or_else(|| "weight".to_owned()),
    };
    batch.forget_titles();
    Ok(listing::put_product(batch.db, &row)?)
}
