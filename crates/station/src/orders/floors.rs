//! Villagers' floors: below them their goods fill no line.

use crate::fault::Fault;
use crate::people;
use crate::products::Titles;
use tsong_contract::AppError;
use tsong_domain::fact::Actor;
use tsong_domain::id::EntityId;
use tsong_domain::mark::Placing;
use tsong_domain::money::Fen;
use tsong_domain::order::Line;
use tsong_domain::order::decide::Offer;
use tsong_domain::text::money::yuan;
use tsong_store::floor::FloorRow;
use tsong_store::{Db, floor, lot, same};

/// The floors for the product of one line.
pub(super) struct Floors {
    rows: Vec<FloorRow>,
}

impl Floors {
    pub(super) fn of(db: &Db<'_>, line: &Line) -> Result<Self, Fault> {
        let rows = floor::of_product(db, &line.product)?;
        Ok(Self { rows })
    }

    /// A villager's floor for a grade: its own, else the one for grades that have none. Of two people
    /// who turned out to be one the higher counts.
    fn floor(&self, villager: EntityId, grade: &str) -> Option<Fen> {
        let of = |grade: &str| {
            let row = |r: &&FloorRow| r.villager == villager && r.grade == grade;
            self.rows.iter().filter(row).map(|r| r.price_fen).max()
        };
        of(grade).or_else(|| of(""))
    }

    /// Takes what may not be sold at a price out of the offers: villager and floor of each.
    pub(super) fn set_aside(
        &self,
        db: &Db<'_>,
        offers: &mut Vec<Offer>,
        price_fen: Fen,
    ) -> Result<Vec<(EntityId, Fen)>, Fault> {
        let mut aside = Vec::new();
        if self.rows.is_empty() {
            return Ok(aside);
        }
        let mut left = Vec::new();
        for offer in offers.drain(..) {
            match self.broken(db, offer.lot, offer.villager, price_fen)? {
                Some(floor) => aside.push((offer.villager, floor)),
                None => left.push(offer),
            }
        }
        *offers = left;
        Ok(aside)
    }

    /// The floor of a lot that a price is below.
    fn broken(
        &self,
        db: &Db<'_>,
        lot: EntityId,
        villager: EntityId,
        price_fen: Fen,
    ) -> Result<Option<Fen>, Fault> {
        if self.rows.is_empty() {
            return Ok(None);
        }
        let villager = same::root(db, villager)?;
        if !self.rows.iter().any(|r| r.villager == villager) {
            return Ok(None);
        }
        let grade = lot::get(db, lot)?.map(|row| row.taken.grade);
        let floor = self.floor(villager, &grade.unwrap_or_default());
        Ok(floor.filter(|floor| price_fen < *floor))
    }
}

/// Says whose floor a price is below: the lowest that would do.
pub(super) fn refused(
    db: &Db<'_>,
    line: &Line,
    aside: &[(EntityId, Fen)],
    titles: &Titles,
) -> Result<Fault, Fault> {
    let lowest = aside.iter().min_by_key(|(villager, fen)| (*fen, *villager));
    let (villager, floor) = lowest.copied().unwrap_or_default();
    Ok(AppError::BelowFloor {
        product: titles.of(&line.product),
        villager: people::actor_name(db, Actor::Person(villager))?,
        floor: yuan(floor),
    }
    .into())
}

/// Checks that goods which a line has already may be sold at its price.
///
/// # Errors
/// [`AppError::BelowFloor`].
pub(super) fn check<'g>(
    db: &Db<'_>,
    line: &Line,
    goods: impl Iterator<Item = &'g Placing>,
    titles: &Titles,
) -> Result<(), Fault> {
    let floors = Floors::of(db, line)?;
    for placing in goods {
        let floor = floors.broken(db, placing.lot, placing.villager, line.price_fen)?;
        if let Some(floor) = floor {
            return Err(refused(db, line, &[(placing.villager, floor)], titles)?);
        }
    }
    Ok(())
}
