//! The words by which things are found: what of each goes into the index.

use crate::day::date;
use crate::products::Titles;
use crate::tokens::{Texts, confirms, index};
use tsong_contract::order_row::OrderRow;
use tsong_domain::field::Personal;
use tsong_domain::produce::LotTaken;
use tsong_store::listing::ListingRow;

/// The words of an order: number, buyer, phone, goods, day.
#[must_use]
pub fn order(row: &OrderRow, contact: Option<&Personal>, note: &str, titles: &Titles) -> String {
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
    index(&texts)
}

/// The words of a villager, a buyer or an operator.
#[must_use]
pub fn person(person: &Personal) -> String {
    let mut texts = Texts::default();
    add_person(&mut texts, person);
    index(&texts)
}

/// Whether a person really has every word of a search, where the index knows neighbours only: of
/// two phones that end alike the one that was typed.
#[must_use]
pub fn is_person(text: &str, person: &Personal) -> bool {
    let mut texts = Texts::default();
    add_person(&mut texts, person);
    confirms(text, &texts)
}

fn add_person<'a>(texts: &mut Texts<'a>, person: &'a Personal) {
    texts
        .names
        .extend([person.name.as_str(), person.name_bo.as_str()]);
    texts.phones.push(&person.phone);
}

/// The words of a listing: its product's and grade's names and codes, its own title.
#[must_use]
pub fn listing(row: &ListingRow, titles: &Titles) -> String {
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
    index(&texts)
}

/// The words of a lot: its number, product, grade and villager.
#[must_use]
pub fn lot(taken: &LotTaken, villager: Option<&Personal>, titles: &Titles) -> String {
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
    index(&texts)
}
