//! From facts to tables. The same code applies what was written here and what came from elsewhere,
//! so that replicas which hold the same facts show the same.

mod field;
mod order;
pub(crate) mod stock;

pub(crate) use order::doubt_word;

use crate::fault::Fault;
use crate::indexing;
use crate::me::{self, Me};
use crate::products::Titles;
use crate::world;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use tsong_domain::fact::{Body, Fact, Takes};
use tsong_domain::field::Personal;
use tsong_domain::id::{EntityId, FactId, Origin};
use tsong_domain::order::settle::World;
use tsong_domain::produce::{LotTaken, PhotoRef};
use tsong_store::lot::LotRow;
use tsong_store::{Db, blob, fact, find, leg, lot, origin, person, seal};
use tsong_sync::chain::personal_commitment;
use tsong_sync::salt::shared;

/// How facts arrived.
#[derive(Clone, Copy, Debug)]
pub struct Arrival {
    /// They were written here just now: what they are about is known, and nobody waits for them.
    pub is_own: bool,
    /// The wall when they arrived.
    pub now_ms: i64,
}

impl Arrival {
    /// Written here.
    #[must_use]
    pub const fn own(now_ms: i64) -> Self {
        Self {
            is_own: true,
            now_ms,
        }
    }

    /// Come from elsewhere.
    #[must_use]
    pub const fn from_elsewhere(now_ms: i64) -> Self {
        Self {
            is_own: false,
            now_ms,
        }
    }
}

/// What a batch of facts touches.
pub(crate) struct Batch<'a> {
    pub(crate) db: &'a Db<'a>,
    pub(crate) world: World,
    pub(crate) arrival: Arrival,
    /// The batch's facts by entity, in order.
    pub(crate) by_entity: BTreeMap<EntityId, Vec<&'a Fact>>,
    /// Personal sections of the batch.
    pub(crate) personal: BTreeMap<FactId, &'a Personal>,
    /// The origin under which this device writes now.
    pub(crate) own: Origin,
    /// Product names, read when they are first asked for.
    titles: OnceCell<Titles>,
    orders: BTreeSet<EntityId>,
    things: BTreeSet<EntityId>,
    lots: BTreeSet<EntityId>,
    is_erasing: bool,
    is_large: bool,
}

/// More facts than this are indexed at once, from what is in memory; fewer are noted for later.
const LARGE: usize = 64;

/// Applies stored facts to every derived table; `own` is the origin under which this device writes.
///
/// # Errors
/// Whatever the store says.
pub fn apply(db: &Db<'_>, own: Origin, facts: &[Fact], arrival: &Arrival) -> Result<(), Fault> {
    let mut batch = Batch::new(db, own, arrival)?;
    batch.is_large = facts.len() > LARGE;
    // What was written just now cannot have been erased before.
    let erased = if arrival.is_own {
        BTreeSet::new()
    } else {
        me::erased(db)?
    };
    for fact in facts {
        batch
            .by_entity
            .entry(fact.header.entity)
            .or_default()
            .push(fact);
        batch.sort(fact, &erased)?;
    }
    batch.settle()
}

/// Derives everything about these entities and lots again from the log.
///
/// # Errors
/// Whatever the store says.
pub fn derive_again(
    db: &Db<'_>,
    entities: &[EntityId],
    lots: &[EntityId],
    now_ms: i64,
) -> Result<(), Fault> {
    let own = Me::load(db)?.origin;
    let mut batch = Batch::new(db, own, &Arrival::from_elsewhere(now_ms))?;
    batch.orders.extend(entities);
    batch.things.extend(entities);
    batch.lots.extend(lots);
    batch.settle()
}

impl<'a> Batch<'a> {
    fn new(db: &'a Db<'a>, own: Origin, arrival: &Arrival) -> Result<Self, Fault> {
        Ok(Self {
            db,
            world: world::world(db)?,
            arrival: *arrival,
            by_entity: BTreeMap::new(),
            personal: BTreeMap::new(),
            own,
            titles: OnceCell::new(),
            orders: BTreeSet::new(),
            things: BTreeSet::new(),
            lots: BTreeSet::new(),
            is_erasing: false,
            is_large: false,
        })
    }

    /// Puts one fact where it belongs and notes what it touches.
    fn sort(&mut self, f: &'a Fact, erased: &BTreeSet<FactId>) -> Result<(), Fault> {
        let (id, entity) = (f.header.id, f.header.entity);
        if let Some(personal) = &f.personal {
            if erased.contains(&id) {
                erase(self.db, id)?;
            } else {
                person::put(self.db, id, entity, personal)?;
                self.personal.insert(id, personal);
            }
        }
        match &f.body {
            Body::Origin(_) => {}
            Body::Takes(takes) => self.take_over(takes)?,
            Body::Retire(retire) => {
                let movement = tsong_domain::movement::Movement::of(
                    tsong_domain::movement::MoveKind::Other("retire".to_owned()),
                    retire.legs.clone(),
                );
                leg::put(self.db, id, &movement)?;
                self.lots.extend(retire.legs.iter().map(|l| l.lot));
            }
            Body::Field(write) => {
                self.things.insert(entity);
                for w in &write.writes {
                    if let tsong_domain::field::Value::Hash(hash) = &w.value {
                        blob::want(self.db, hash, w.field.contains("thumb"))?;
                    }
                }
                if write.noun == "order" {
                    self.orders.insert(entity);
                }
            }
            Body::Order(_) => {
                self.orders.insert(entity);
            }
            Body::Mark(mark) => {
                want(self.db, mark.photo)?;
                self.orders.insert(entity);
            }
            Body::Lot(taken) => self.bring(f, taken)?,
            Body::Move(movement) => {
                leg::put(self.db, id, movement)?;
                if self.world.late(id) && movement.is_paper_transfer() {
                    let closed = self
                        .world
                        .closed
                        .get(&id.origin)
                        .copied()
                        .unwrap_or_default();
                    leg::void_late(self.db, FactId::new(id.origin, closed))?;
                }
                self.lots.extend(movement.legs.iter().map(|l| l.lot));
                stock::post_movement(self, f, movement)?;
            }
            Body::Erase(erase_body) => self.forget(&erase_body.facts)?,
            Body::Access(access) => {
                me::note_access(self.db, access.device, &access.key, access.allowed)?;
            }
        }
        Ok(())
    }

    /// A lot; of two facts that both say what it is the first counts.
    fn bring(&mut self, f: &Fact, taken: &LotTaken) -> Result<(), Fault> {
        let row = LotRow {
            id: f.header.entity,
            fact: f.header.id,
            brought_ms: f.header.time.ms(),
            taken: taken.clone(),
        };
        if lot::get(self.db, row.id)?.is_none_or(|known| row.fact <= known.fact) {
            lot::put(self.db, &row)?;
        }
        want(self.db, taken.photo)?;
        self.lots.insert(row.id);
        Ok(())
    }

    /// A takeover closes older origins: what they wrote past it is settled anew.
    fn take_over(&mut self, takes: &Takes) -> Result<(), Fault> {
        for last in &takes.closed {
            origin::close(self.db, last.origin, last.sequence)?;
            leg::void_late(self.db, *last)?;
            self.lots.extend(leg::lots_past(self.db, *last)?);
            let late = fact::entities_past(self.db, last.origin, last.sequence)?;
            self.orders.extend(late);
        }
        self.world.close(&takes.closed);
        Ok(())
    }

    /// A person is forgotten: the sections go, also those that have yet to arrive.
    fn forget(&mut self, facts: &[FactId]) -> Result<(), Fault> {
        me::note_erased(self.db, facts)?;
        self.is_erasing = true;
        for gone in facts {
            if let Some(stored) = fact::get(self.db, *gone)? {
                self.things.insert(stored.raw.header.entity);
                self.orders.insert(stored.raw.header.entity);
                self.orders
                    .extend(tsong_store::order::with_contact(self.db, *gone)?);
            }
            erase(self.db, *gone)?;
        }
        Ok(())
    }

    fn settle(&mut self) -> Result<(), Fault> {
        let is_erasing = self.is_erasing;
        for id in std::mem::take(&mut self.things) {
            field::derive(self, id)?;
        }
        for id in std::mem::take(&mut self.orders) {
            let lots = order::derive(self, id)?;
            self.lots.extend(lots);
        }
        for id in std::mem::take(&mut self.lots) {
            stock::derive(self, id)?;
        }
        let is_known = |id| self.is_large && self.by_entity.contains_key(&id);
        let all = is_erasing || self.is_large;
        indexing::refresh(self.db, || self.titles(), all, is_known)?;
        if is_erasing {
            // A name that was dropped must not linger in the index's blocks.
            find::scrub(self.db)?;
        }
        Ok(())
    }

    /// Sees to it that a thing is found by its words as they now are.
    pub(crate) fn to_be_found(
        &self,
        noun: &str,
        id: EntityId,
        words: impl FnOnce() -> String,
    ) -> Result<(), Fault> {
        if self.is_large {
            indexing::put(self.db, noun, id, &words())
        } else if self.by_entity.contains_key(&id) {
            // The log itself says that it is fresh.
            Ok(())
        } else {
            Ok(find::touch(self.db, noun, id)?)
        }
    }

    /// The facts of an entity: the batch's alone when the entity was born in it, else all stored.
    pub(crate) fn facts_of(&self, id: EntityId) -> Result<Vec<Fact>, Fault> {
        let here = self
            .by_entity
            .get(&id)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let is_born_here =
            self.arrival.is_own && !here.is_empty() && fact::is_alone(self.db, id, here.len())?;
        if is_born_here {
            Ok(here.iter().map(|f| (*f).clone()).collect())
        } else {
            world::facts(self.db, id)
        }
    }

    /// Product names.
    pub(crate) fn titles(&self) -> Result<&Titles, Fault> {
        if let Some(titles) = self.titles.get() {
            return Ok(titles);
        }
        let read = Titles::load(self.db)?;
        Ok(self.titles.get_or_init(|| read))
    }

    /// A product was written: its name is read anew.
    pub(crate) fn forget_titles(&mut self) {
        self.titles = OnceCell::new();
    }

    /// A personal section, from the batch or the table.
    pub(crate) fn personal_of(&self, fact: FactId) -> Result<Option<Personal>, Fault> {
        match self.personal.get(&fact) {
            Some(personal) => Ok(Some((*personal).clone())),
            None => Ok(person::get(self.db, fact)?),
        }
    }
}

/// A photo that a fact names is fetched, its thumbnail first.
fn want(db: &Db<'_>, photo: Option<PhotoRef>) -> Result<(), Fault> {
    if let Some(photo) = photo {
        blob::want(db, &photo.thumbnail, true)?;
        blob::want(db, &photo.main, false)?;
    }
    Ok(())
}

/// Drops a fact's personal section, its row and the seed that could make its salt again.
fn erase(db: &Db<'_>, id: FactId) -> Result<(), Fault> {
    if let Some(stored) = fact::get(db, id)?
        && let Some(sealed) = &stored.raw.personal
    {
        fact::erase(db, id, &personal_commitment(sealed))?;
        for known in seal::seeds(db, id.origin, id.sequence, id.sequence)? {
            seal::forget_seed(db, id.origin, shared(known.first), &known.seed)?;
        }
    }
    person::drop(db, id)?;
    Ok(())
}
