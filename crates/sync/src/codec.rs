//! The frame's content, revision 1. Bodies and sections are taken apart into the shapes of their
//! maps and into leaves; each shape and leaf is coded by how likely a learning model finds it at
//! its place. Lossless by construction: what would not come back to the same bytes goes as it is.
//!
//! Released frames stay readable for ever, so what is below `codec` is frozen with its samples at
//! the first release; another way of coding is another revision beside it.

mod coder;
mod engine;
mod facts;
mod ids;
mod nodes;
mod numbers;
mod pool;
mod prime;
mod rows;
mod seeds;
mod seen;
pub(crate) mod squeeze;
mod tree;
mod walk;
pub(crate) mod wire;
mod words;

use crate::frame::Ids;
use crate::salt::SaltSeed;
use coder::Coder;
use pool::Pool;
use seeds::Told;
use tsong_domain::fact::RawFact;
use tsong_domain::id::{FactId, Origin};
pub(crate) use walk::Memory;
use walk::Walk;
use wire::{Reader, put_length};

/// Why content cannot be taken apart or put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CodecError {
    /// Not what this codec writes.
    Malformed,
    /// More than a frame may hold.
    TooBig,
    /// A reference to a fact that the receiver does not have.
    UnknownReference(FactId),
}

/// What both ends know besides the content.
pub(crate) struct Outside<'a> {
    pub(crate) first: u64,
    pub(crate) count: usize,
    pub(crate) ids: &'a dyn Ids,
    /// The most that all bodies and sections may come to.
    pub(crate) limit: usize,
}

/// What the model knows before an origin's fact `first` of nothing but the samples.
pub(crate) fn fresh(origin: Origin, first: u64) -> Memory {
    Memory::new(prime::learned(), origin, first)
}

/// Learns from facts that both ends have, as if they had been packed.
pub(crate) fn learn(
    ids: &dyn Ids,
    memory: Memory,
    facts: &[RawFact],
) -> Result<Memory, CodecError> {
    let outside = Outside {
        first: 0,
        count: facts.len(),
        ids,
        limit: usize::MAX,
    };
    let mut walk = Walk::new(&outside, memory, Coder::learner(), Pool::empty());
    for fact in facts {
        walk.raw_fact(&[], Some(fact))?;
    }
    Ok(walk.end().2)
}

/// The content's bytes, and what the model knows after it.
pub(crate) fn pack(
    outside: &Outside<'_>,
    memory: Memory,
    facts: &[RawFact],
    seeds: &[SaltSeed],
) -> Result<(Vec<u8>, Memory), CodecError> {
    let mut walk = Walk::new(outside, memory, Coder::writer(), Pool::empty());
    for fact in facts {
        let back = walk.raw_fact(seeds, Some(fact))?;
        // What the reader will see; a difference would be a mistake of the codec itself.
        if back != *fact {
            return Err(CodecError::Malformed);
        }
    }
    let (coded, pool, memory) = walk.end();
    let mut out = Vec::with_capacity(coded.len().saturating_add(64));
    seeds::put(&mut out, outside.first, seeds, facts);
    put_length(&mut out, coded.len());
    out.extend_from_slice(&coded);
    pool.finish(&mut out)?;
    Ok((out, memory))
}

/// What a content holds.
pub(crate) struct Unpacked {
    pub(crate) facts: Vec<RawFact>,
    pub(crate) seeds: Vec<SaltSeed>,
    /// What the model knows after it.
    pub(crate) memory: Memory,
}

/// The facts and seeds of a content.
pub(crate) fn unpack(
    outside: &Outside<'_>,
    memory: Memory,
    content: &[u8],
) -> Result<Unpacked, CodecError> {
    let mut reader = Reader::new(content);
    let told = Told::read(&mut reader, outside.first, outside.count)?;
    let length = reader.length(content.len())?;
    let coded = reader.bytes(length)?;
    let pooled = Pool::unpack(&mut reader, outside.limit)?;
    let mut walk = Walk::new(outside, memory, Coder::reader(coded), Pool::of(&pooled));
    let mut facts = Vec::new();
    for _ in 0..outside.count {
        facts.push(walk.raw_fact(&told.seeds, None)?);
    }
    let seeds = told.of(&facts);
    Ok(Unpacked {
        facts,
        seeds,
        memory: walk.end().2,
    })
}
