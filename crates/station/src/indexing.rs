//! The words by which things are found: what of each goes into the index.

use crate::day::date;
use crate::fault::Fault;
use crate::people;
use crate::products::Titles;
use crate::tokens::{Texts, index};
use tsong_contract::order_row::OrderRow;
use tsong_domain::field::Personal;
use tsong_domain::id::{EntityId, FactId};
use tsong_domain::produce::LotTaken;
use tsong_store::listing::{self, ListingRow};
use tsong_store::{Db, StoreError, find, lot, order, person};

/// So many facts arrive before what they speak of is taken into the index, some forty orders. One
/// search confirms them all, one save pays for them all.
const FRESH: i64 = 128;

/// Takes what is fresh into the index, if it is much or `all` is wanted; what is in it already is
/// `known`.
///
/// # Errors
/// Whatever the store says.
pub fn refresh<'t>(
    db: &Db<'_>,
    titles: impl FnOnce() -> Result<&'t Titles, Fault>,
    all: bool,
    known: impl Fn(EntityId) -> bool,
) -> Result<(), Fault> {
    let things = find::take_fresh(db, if all { 1 } else { FRESH })?;
    if things.is_empty() {
        return Ok(());
    }
    let titles = titles()?;
    for (noun, id) in things {
        if known(id) {
            continue;
        }
        match words(db, &noun, id, titles, index)? {
            Some(tokens) => put(db, &noun, id, &tokens)?,
            None => find::drop(db, &noun, id)?,
        }
    }
    Ok(())
}

/// Puts the words of a thing into the index.
///
/// # Errors
/// Whatever the store says.
pub fn put(db: &Db<'_>, noun: &str, id: EntityId, tokens: &str) -> Result<(), Fault> {
    let doc = find::put(db, noun, id, tokens)?;
    if noun == "order" {
        order::indexed(db, id, doc)?;
    }
    Ok(())
}

/// What `read` makes of the words by which a stored thing is found; `None` when it is not there,
/// or when the person was erased.
///
/// # Errors
/// Whatever the store says.
pub fn words<T>(
    db: &Db<'_>,
    noun: &str,
    id: EntityId,
    titles: &Titles,
    read: impl FnOnce(&Texts<'_>) -> T,
) -> Result<Option<T>, Fault> {
    Ok(match noun {
        "order" => match order::get(db, id)? {
            Some(record) => {
                let row: OrderRow = serde_json::from_str(&record.shown)
                    .map_err(|_| StoreError::Unreadable { what: "order" })?;
                let section = |fact: Option<FactId>| match fact {
                    Some(fact) => person::get(db, fact),
                    None => Ok(None),
                };
                let (contact, note) = (section(record.contact)?, section(record.note)?);
                let note = note.map(|p| p.note).unwrap_or_default();
                Some(of_order(&row, contact.as_ref(), &note, titles, read))
            }
            None => None,
        },
        "listing" => listing::get(db, id)?.map(|row| of_listing(&row, titles, read)),
        "lot" => match lot::get(db, id)? {
            Some(row) => {
                let villager = people::contact_of(db, row.taken.villager)?;
                Some(of_lot(&row.taken, villager.as_ref(), titles, read))
            }
            None => None,
        },
        _ => people::contact_of(db, id)?.map(|person| of_person(&person, read)),
    })
}

/// The words of an order: number, buyer, phone, goods, day.
pub fn of_order<T>(
    row: &OrderRow,
    contact: Option<&Personal>,
    note: &str,
    titles: &Titles,
    read: impl FnOnce(&Texts<'_>) -> T,
) -> T {
    let goods: Vec<[String; 3]> = row
        .lines
        .iter()
        .map(|l| titles.words(&l.product, &l.title))
        .collect();
    let mut texts = Texts {
        codes: vec![&row.number],
        words: vec![note],
        ..Texts::default()
    };
    texts.names.extend(
        goods
            .iter()
            .flatten()
            .map(String::as_str)
            .filter(|t| !t.is_empty()),
    );
    texts.days.extend(date(row.created_at));
    if let Some(person) = contact {
        add_person(&mut texts, person);
    }
    read(&texts)
}

/// The words of a villager, a buyer or an operator.
pub fn of_person<T>(person: &Personal, read: impl FnOnce(&Texts<'_>) -> T) -> T {
    let mut texts = Texts::default();
    add_person(&mut texts, person);
    read(&texts)
}

fn add_person<'a>(texts: &mut Texts<'a>, person: &'a Personal) {
    texts
        .names
        .extend([person.name.as_str(), person.name_bo.as_str()]);
    texts.phones.push(&person.phone);
}

/// The words of a listing: its product's and grade's names and codes, its own title.
pub fn of_listing<T>(row: &ListingRow, titles: &Titles, read: impl FnOnce(&Texts<'_>) -> T) -> T {
    let product = titles.all_words(&row.product, &row.grade);
    let mut texts = Texts {
        codes: vec![&row.product],
        ..Texts::default()
    };
    texts.names.extend([
        row.title.bo.as_str(),
        row.title.zh.as_str(),
        row.title.en.as_str(),
    ]);
    texts.names.extend(product.names.iter().map(String::as_str));
    texts.codes.extend(product.codes.iter().map(String::as_str));
    texts.words.extend([
        row.wording.bo.as_str(),
        row.wording.zh.as_str(),
        row.wording.en.as_str(),
    ]);
    read(&texts)
}

/// The words of a lot: its number, product, grade and villager.
pub fn of_lot<T>(
    taken: &LotTaken,
    villager: Option<&Personal>,
    titles: &Titles,
    read: impl FnOnce(&Texts<'_>) -> T,
) -> T {
    let product = titles.all_words(&taken.product, &taken.grade);
    let mut texts = Texts {
        codes: vec![&taken.number, &taken.product],
        ..Texts::default()
    };
    texts.names.extend(product.names.iter().map(String::as_str));
    texts.codes.extend(product.codes.iter().map(String::as_str));
    texts.days.extend(date(taken.harvested_ms));
    if let Some(person) = villager {
        add_person(&mut texts, person);
    }
    read(&texts)
}
