//! The frame's content: facts taken apart into columns, and put together again.

pub(crate) mod wire;

use crate::frame::Ids;
use crate::salt::{SaltSeed, salt};
use tsong_domain::fact::{Actor, Header, RawFact, Sealed};
use tsong_domain::id::{EntityId, FactId, Hash32, Origin};
use tsong_domain::time::Hlc;
use wire::{Reader, put_length, put_varint};

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

/// What the receiver knows before it reads the content.
pub(crate) struct Outside<'a> {
    pub(crate) origin: Origin,
    pub(crate) first: u64,
    pub(crate) count: usize,
    pub(crate) ids: &'a dyn Ids,
    /// The most that all bodies and sections may come to.
    pub(crate) limit: usize,
}

pub(crate) fn pack(_outside: &Outside<'_>, facts: &[RawFact], seeds: &[SaltSeed]) -> Result<Vec<u8>, CodecError> {
    let mut out = Vec::new();
    put_length(&mut out, seeds.len());
    for s in seeds {
        put_varint(&mut out, s.first);
        put_varint(&mut out, s.last);
        out.extend_from_slice(&s.seed);
    }
    for f in facts {
        let h = &f.header;
        put_varint(&mut out, h.time.raw());
        let actor = match h.actor { Actor::Station => None, Actor::Person(p) => Some(p) };
        let section = match &f.personal { None => 0, Some(Sealed::Erased(_)) => 1, Some(Sealed::Open { salt: s, .. }) => {
            if seeds.iter().any(|x| x.covers(h.id.sequence) && salt(&x.seed, h.id) == *s) { 2 } else { 3 }
        } };
        out.push(u8::from(h.doubtful) | u8::from(h.more) << 1 | u8::from(actor.is_some()) << 2 | section << 3);
        if let Some(p) = actor { out.extend_from_slice(&p.0); }
        out.extend_from_slice(&h.entity.0);
        put_length(&mut out, f.body.len());
        out.extend_from_slice(&f.body);
        match &f.personal {
            None => {}
            Some(Sealed::Erased(c)) => out.extend_from_slice(&c.0),
            Some(Sealed::Open { salt: s, bytes }) => {
                if section == 3 { out.extend_from_slice(s); }
                put_length(&mut out, bytes.len());
                out.extend_from_slice(bytes);
            }
        }
    }
    Ok(out)
}

pub(crate) fn unpack(outside: &Outside<'_>, payload: &[u8]) -> Result<(Vec<RawFact>, Vec<SaltSeed>), CodecError> {
    let mut r = Reader::new(payload);
    let mut seeds = Vec::new();
    for _ in 0..r.length(outside.count)? {
        seeds.push(SaltSeed { first: r.varint()?, last: r.varint()?, seed: r.array()? });
    }
    let mut facts = Vec::new();
    for sequence in outside.first.. {
        if facts.len() >= outside.count { break; }
        let id = FactId::new(outside.origin, sequence);
        let time = Hlc::from_raw(r.varint()?);
        let flags = r.byte()?;
        let actor = if flags & 4 != 0 { Actor::Person(EntityId(r.array()?)) } else { Actor::Station };
        let entity = EntityId(r.array()?);
        let n = r.length(outside.limit)?;
        let body = r.bytes(n)?.to_vec();
        let personal = match flags >> 3 {
            0 => None,
            1 => Some(Sealed::Erased(Hash32(r.array()?))),
            kind => {
                let s = if kind == 2 {
                    let seed = seeds.iter().find(|x| x.covers(sequence)).ok_or(CodecError::Malformed)?;
                    salt(&seed.seed, id)
                } else { r.array()? };
                let n = r.length(outside.limit)?;
                Some(Sealed::Open { salt: s, bytes: r.bytes(n)?.to_vec() })
            }
        };
        facts.push(RawFact { header: Header { id, time, doubtful: flags & 1 != 0, actor, entity, more: flags & 2 != 0 }, body, personal });
    }
    if r.is_empty() { Ok((facts, seeds)) } else { Err(CodecError::Malformed) }
}
