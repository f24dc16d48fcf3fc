//! The seeds of salts. Transactions that begin near each other share theirs, and each that has a
//! section under it has a seed: so the runs are told alone, before the model's part, and a reader
//! finds from the facts what each run's seeds cover.

use super::CodecError;
use super::wire::{Reader, put_varint, unzigzag, wide, zigzag};
use crate::salt::{SaltSeed, salt};
use tsong_domain::fact::{RawFact, Sealed};

/// Every seed is told as it is.
const EACH: u64 = 0;
/// Runs of the same seed are told.
const RUNS: u64 = 1;

/// Neighbours that are the same as one.
fn runs_of(seeds: &[SaltSeed]) -> Vec<SaltSeed> {
    let mut runs: Vec<SaltSeed> = Vec::new();
    for seed in seeds {
        match runs.last_mut() {
            Some(run) if run.seed == seed.seed && run.last < seed.first => run.last = seed.last,
            Some(_) | None => runs.push(*seed),
        }
    }
    runs
}

/// The seed of every transaction that has a section under a run's.
fn found(runs: &[SaltSeed], facts: &[RawFact]) -> Vec<SaltSeed> {
    let mut seeds = Vec::new();
    for transaction in facts.chunk_by(|fact, _| fact.header.more) {
        let (Some(first), Some(last)) = (transaction.first(), transaction.last()) else {
            continue;
        };
        let (first, last) = (first.header.id.sequence, last.header.id.sequence);
        let is_under = |run: &&SaltSeed| {
            transaction.iter().any(|f| match &f.personal {
                Some(Sealed::Open { salt: own, .. }) => {
                    run.covers(f.header.id.sequence) && salt(&run.seed, f.header.id) == *own
                }
                Some(Sealed::Erased(_)) | None => false,
            })
        };
        let seed = runs.iter().find(is_under).map(|run| run.seed);
        seeds.extend(seed.map(|seed| SaltSeed { first, last, seed }));
    }
    seeds
}

/// Appends the seeds of a frame whose first fact is `first`.
pub(super) fn put(out: &mut Vec<u8>, first: u64, seeds: &[SaltSeed], facts: &[RawFact]) {
    let runs = runs_of(seeds);
    let (way, told) = if found(&runs, facts) == seeds {
        (RUNS, runs.as_slice())
    } else {
        (EACH, seeds)
    };
    put_varint(out, wide(told.len()) << 1 | way);
    let mut next = first;
    for seed in told {
        put_varint(out, zigzag(seed.first.wrapping_sub(next)));
        put_varint(out, seed.last.wrapping_sub(seed.first));
        out.extend_from_slice(&seed.seed);
        next = seed.last.wrapping_add(1);
    }
}

/// What [`put`] appended.
pub(super) struct Told {
    /// What the salts of the facts come from.
    pub(super) seeds: Vec<SaltSeed>,
    way: u64,
}

impl Told {
    /// Reads what was told of a frame of `count` facts from `first` on.
    pub(super) fn read(
        reader: &mut Reader<'_>,
        first: u64,
        count: usize,
    ) -> Result<Self, CodecError> {
        let word = reader.varint()?;
        // A seed covers a transaction of the frame; none has more than it has facts.
        if word >> 1 > wide(count) {
            return Err(CodecError::TooBig);
        }
        let mut seeds = Vec::new();
        let mut next = first;
        for _ in 0..word >> 1 {
            let first = next.wrapping_add(unzigzag(reader.varint()?));
            let last = first.wrapping_add(reader.varint()?);
            let seed = reader.array()?;
            seeds.push(SaltSeed { first, last, seed });
            next = last.wrapping_add(1);
        }
        Ok(Self {
            seeds,
            way: word & 1,
        })
    }

    /// The seeds of these facts.
    pub(super) fn of(self, facts: &[RawFact]) -> Vec<SaltSeed> {
        if self.way == RUNS {
            found(&self.seeds, facts)
        } else {
            self.seeds
        }
    }
}
