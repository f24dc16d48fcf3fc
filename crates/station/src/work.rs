//! One transaction of work: facts are decided, numbered, chained and written together with every
//! table that is derived from them.

use crate::apply;
use crate::fault::Fault;
use crate::me::{self, Counters, Me};
use tsong_domain::fact::{Actor, Draft, Fact, Header, RawFact, Sealed};
use tsong_domain::id::{EntityId, FactId, Hash32};
use tsong_domain::time::{Clock, Hlc};
use tsong_store::origin::OriginRow;
use tsong_store::{Db, fact, origin, seal};
use tsong_sync::chain::next_head;
use tsong_sync::chance;
use tsong_sync::encode::{encode_body, encode_personal};
use tsong_sync::salt::{run_start, salt};

/// A transaction under way. Nothing is written before [`Work::finish`].
pub struct Work<'a> {
    /// The database within the transaction.
    pub db: &'a Db<'a>,
    /// This device.
    pub me: Me,
    /// Who does it.
    pub actor: Actor,
    /// The wall, milliseconds since 1970; doubted or not.
    pub now_ms: i64,
    /// Now as far as the wall is believed, else the last time that was: what judges shelf lives.
    pub believed_ms: i64,
    clock: Clock,
    counters: Counters,
    /// As they were read: what did not change is not written.
    was: (Me, Counters),
    row: OriginRow,
    facts: Vec<Fact>,
}

impl<'a> Work<'a> {
    /// Begins.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn begin(db: &'a Db<'a>, actor: Actor, now_ms: i64) -> Result<Self, Fault> {
        let me = Me::load(db)?;
        let row = origin::get(db, me.origin)?.ok_or(Fault::Store(
            tsong_store::StoreError::Unreadable { what: "origin" },
        ))?;
        let clock = me::clock(db)?;
        let believed_ms = if clock.doubts(now_ms) {
            clock.high_water_ms
        } else {
            now_ms
        };
        let counters = Counters::load(db)?;
        Ok(Self {
            db,
            was: (me.clone(), counters),
            me,
            actor,
            now_ms,
            believed_ms,
            clock,
            counters,
            row,
            facts: Vec::new(),
        })
    }

    /// A new identity.
    pub fn mint(&mut self) -> EntityId {
        self.counters.minted = self.counters.minted.saturating_add(1);
        EntityId::mint(self.me.origin, self.counters.minted, self.now_ms)
    }

    /// The next order number: two letters of the device and a running number.
    pub fn order_number(&mut self) -> String {
        self.counters.orders = self.counters.orders.saturating_add(1);
        format!(
            "{}-{:05}",
            me::letters(self.me.origin),
            self.counters.orders
        )
    }

    /// The next lot number.
    pub fn lot_number(&mut self) -> String {
        self.counters.lots = self.counters.lots.saturating_add(1);
        format!("L{}-{:04}", me::letters(self.me.origin), self.counters.lots)
    }

    /// Writes facts; they get their ids now and are stored by [`Work::finish`].
    pub fn write(&mut self, drafts: impl IntoIterator<Item = Draft>) -> Vec<FactId> {
        drafts
            .into_iter()
            .map(|draft| self.write_one(draft))
            .collect()
    }

    /// Writes one fact.
    pub fn write_one(&mut self, draft: Draft) -> FactId {
        let ticked = self.clock.tick(self.now_ms);
        self.row.sequence = self.row.sequence.saturating_add(1);
        let id = FactId::new(self.row.origin, self.row.sequence);
        let header = Header {
            id,
            time: ticked.time,
            doubtful: ticked.doubtful,
            actor: self.actor,
            entity: draft.entity,
            more: true,
        };
        self.facts.push(Fact {
            header,
            body: draft.body,
            personal: draft.personal,
        });
        id
    }

    /// The time of the last fact written.
    #[must_use]
    pub fn last_time(&self) -> Hlc {
        self.clock.last
    }

    /// How many facts are written so far.
    #[must_use]
    pub fn len(&self) -> usize {
        self.facts.len()
    }

    /// Whether nothing is written so far.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty()
    }

    /// Stores the facts and everything derived from them.
    ///
    /// # Errors
    /// Whatever the store says; the caller's transaction must then be dropped.
    pub fn finish(mut self) -> Result<Vec<Fact>, Fault> {
        if self.counters != self.was.1 {
            self.counters.save(self.db)?;
        }
        let Some(last) = self.facts.last_mut() else {
            return Ok(Vec::new());
        };
        last.header.more = false;
        self.store()?;
        me::save_clock(self.db, &self.clock)?;
        if self.me != self.was.0 {
            self.me.save(self.db)?;
        }
        origin::put(self.db, &self.row)?;
        let arrival = apply::Arrival::own(self.now_ms);
        apply::apply(self.db, self.me.origin, &self.facts, &arrival)?;
        Ok(self.facts)
    }

    /// What the salts of a transaction that begins at `first` come from: what those of its run's
    /// last one do.
    fn seed(&self, first: u64) -> Result<[u8; 16], Fault> {
        if let Some(seed) = seal::last_seed(self.db, self.row.origin, run_start(first))? {
            return Ok(seed);
        }
        let mut seed = [0; 16];
        chance::fill(&mut seed).map_err(|_| Fault::Random)?;
        Ok(seed)
    }

    fn store(&mut self) -> Result<(), Fault> {
        let is_personal = self.facts.iter().any(|f| f.personal.is_some());
        let seed = match self.facts.first() {
            Some(first) if is_personal => self.seed(first.header.id.sequence)?,
            Some(_) | None => [0; 16],
        };
        let mut head: Hash32 = self.row.head;
        for f in &self.facts {
            let personal = match &f.personal {
                None => None,
                Some(p) => Some(Sealed::Open {
                    salt: salt(&seed, f.header.id),
                    bytes: encode_personal(p)?,
                }),
            };
            let raw = RawFact {
                header: f.header.clone(),
                body: encode_body(&f.body)?,
                personal,
            };
            head = next_head(&head, &raw);
            fact::append(self.db, &raw, &head)?;
        }
        if is_personal && let (Some(first), Some(last)) = (self.facts.first(), self.facts.last()) {
            let seed = seal::Seed {
                first: first.header.id.sequence,
                last: last.header.id.sequence,
                seed,
            };
            seal::put_seed(self.db, self.row.origin, &seed)?;
        }
        self.row.head = head;
        Ok(())
    }
}
