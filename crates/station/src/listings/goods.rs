//! What can be sold of products, and until when: derived from the lots at every look.

use crate::day;
use crate::fault::Fault;
use crate::lots::{Eyes, Life};
use crate::prices;
use crate::products::Titles;
use crate::searching::Keys;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use tsong_contract::io::ListingRow;
use tsong_domain::mark::Holder;
use tsong_domain::quantity::Quantity;
use tsong_store::{Db, listing, lot};

/// What can be sold of one grade.
#[derive(Clone, Copy, Debug, Default)]
struct Part {
    here: Quantity,
    at_hub: Quantity,
    sold_there: Quantity,
    /// When the first of the lots that can still leave has to.
    ship_by_ms: Option<i64>,
    /// Of the lots the most urgent that can be sold, else what stands in the way.
    life: Option<Life>,
}

impl Part {
    fn with(self, other: Self) -> Self {
        Self {
            here: self.here.plus(other.here),
            at_hub: self.at_hub.plus(other.at_hub),
            sold_there: self.sold_there.plus(other.sold_there),
            ship_by_ms: self.ship_by_ms.into_iter().chain(other.ship_by_ms).min(),
            life: self.life.into_iter().chain(other.life).min(),
        }
    }
}

/// What can be sold of products, each looked up once.
pub(crate) struct Goods<'a> {
    db: &'a Db<'a>,
    eyes: Eyes,
    /// By product and grade.
    known: BTreeMap<String, BTreeMap<String, Part>>,
    today: NaiveDate,
}

impl<'a> Goods<'a> {
    pub(crate) fn new(db: &'a Db<'a>, now_ms: i64) -> Result<Self, Fault> {
        Ok(Self {
            db,
            eyes: Eyes::open(db, now_ms)?,
            known: BTreeMap::new(),
            today: day::date(now_ms).unwrap_or_default(),
        })
    }

    /// This device's part and the hub's, of one grade or of all when it is empty.
    pub(crate) fn of(&mut self, product: &str, grade: &str) -> Result<(Quantity, Quantity), Fault> {
        let part = self.part(product, grade)?;
        Ok((part.here, part.at_hub))
    }

    fn part(&mut self, product: &str, grade: &str) -> Result<Part, Fault> {
        if !self.known.contains_key(product) {
            let mut grades: BTreeMap<String, Part> = BTreeMap::new();
            for row in lot::open_of_product(self.db, product, "")? {
                let part = self.of_lot(&row)?;
                let sum = grades.entry(row.taken.grade).or_default();
                *sum = sum.with(part);
            }
            self.known.insert(product.to_owned(), grades);
        }
        let grades = self.known.get(product).into_iter().flatten();
        Ok(grades
            .filter(|(own, _)| grade.is_empty() || *own == grade)
            .fold(Part::default(), |sum, (_, part)| sum.with(*part)))
    }

    fn of_lot(&self, row: &lot::LotRow) -> Result<Part, Fault> {
        let cells = lot::cells(self.db, row.id)?;
        let (here, at_hub) = self.eyes.sellable(row, &cells);
        let life = self.eyes.life(row, &cells);
        let of_hub = cells
            .iter()
            .filter(|((holder, _), _)| *holder == Holder::Hub);
        let sold_there = of_hub.fold(Quantity::ZERO, |sum, (_, cell)| sum.plus(cell.held));
        let is_leaving = matches!(life, Life::LastCall | Life::OnSale);
        Ok(Part {
            here,
            at_hub,
            sold_there,
            ship_by_ms: self.eyes.ship_by_ms(row).filter(|_| is_leaving),
            life: Some(life),
        })
    }
}

/// A listing as it is shown.
pub(super) fn shown(
    goods: &mut Goods<'_>,
    keys: &mut Keys<'_>,
    row: listing::ListingRow,
) -> Result<ListingRow, Fault> {
    let part = goods.part(&row.product, &row.grade)?;
    Ok(ListingRow {
        steps: prices::steps(&row.prices(), goods.today),
        id: row.id.to_string(),
        keys: keys.listing(&row.product, &row.grade, &row.title),
        code: Titles::product(&row.product)
            .map(|p| p.code.clone())
            .unwrap_or_default(),
        picture: Titles::picture(&row.product),
        ship_by_ms: part.ship_by_ms,
        life: part.life.unwrap_or(Life::SoldOut).word().to_owned(),
        product: row.product,
        grade: row.grade,
        measure: row.measure,
        price_fen: row.price_fen,
        title: row.title.into(),
        wording: row.wording.into(),
        photo: row.photo.map(|h| h.to_string()).unwrap_or_default(),
        thumbnail: row.thumbnail.map(|h| h.to_string()).unwrap_or_default(),
        state: row.state,
        here: part.here.get(),
        at_hub: part.at_hub.get(),
        sold_there: part.sold_there.get(),
        contested: row.contested,
    })
}
