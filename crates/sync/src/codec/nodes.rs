//! The nodes of a tree, each at its place.

use super::CodecError;
use super::engine::mix;
use super::tree::{Kind, Node, put_fact, put_head, put_text};
use super::walk::Walk;
use super::wire::wide;
use std::collections::HashMap;
use tsong_domain::id::EntityId;

/// Below this many bytes a byte string is told bit by bit, above it goes to the pool.
const MAX_PLAIN: u64 = 64;
/// How deep a tree may be that is read from a frame.
const MAX_DEPTH: u32 = 16;

/// Where a node stands.
#[derive(Clone, Copy)]
pub(crate) struct Stand {
    place: u32,
    /// Its key, whatever it stands in.
    key: u32,
    in_array: bool,
    depth: u32,
}

/// A key as a part of a place.
fn hash(key: &str) -> u32 {
    key.bytes().fold(0x811c_9dc5, |h, b| mix(h, u32::from(b)))
}

impl Stand {
    pub(crate) const fn root(place: u32) -> Self {
        Self {
            place,
            key: 0,
            in_array: false,
            depth: 0,
        }
    }

    fn under(self, key: &str) -> Self {
        let key = hash(key);
        Self {
            place: mix(self.place, key),
            key,
            depth: self.depth + 1,
            ..self
        }
    }

    /// Items that are maps share a place; of others the first few have their own.
    fn item(self, number: usize, kind: Kind) -> Self {
        let own = if kind == Kind::Map {
            0
        } else {
            number.min(7).saturating_add(1)
        };
        let place = mix(self.place, mix(91, u32::try_from(own).unwrap_or(0)));
        Self {
            place,
            in_array: true,
            depth: self.depth + 1,
            ..self
        }
    }
}

/// The numbers of a tree by their places; of the rows of an array the last one's.
pub(crate) fn tell_numbers(stand: Stand, node: &Node<'_>, numbers: &mut HashMap<u32, u64>) {
    if let Some(number) = node.wrapped() {
        numbers.insert(stand.place, number);
    }
    for (i, item) in (0..).zip(node.items().unwrap_or_default()) {
        tell_numbers(stand.item(i, item.kind()), item, numbers);
    }
    for (key, value) in node.entries().unwrap_or_default() {
        tell_numbers(stand.under(key), value, numbers);
    }
}

impl Walk<'_> {
    pub(crate) fn node(
        &mut self,
        stand: Stand,
        kind: Kind,
        known: Option<&Node<'_>>,
        out: &mut Vec<u8>,
    ) -> Result<(), CodecError> {
        self.spend(1)?;
        if stand.depth > MAX_DEPTH {
            return Err(CodecError::Malformed);
        }
        match kind {
            Kind::Uint | Kind::Nint => self.leaf_number(stand, kind, known, out)?,
            Kind::Bytes => self.leaf_bytes(stand, known, out)?,
            Kind::Text => {
                let text = known.and_then(Node::text);
                self.leaf_text(stand.place, text, out)?;
                // What is not in an array, such as a mark's kind, says what the fact is.
                if !stand.in_array {
                    self.history.this_fact = mix(self.history.this_fact, self.history.recent);
                }
            }
            Kind::Fact => {
                let known = known.and_then(Node::fact);
                let (origin, sequence) = self.fact(stand.place, known)?;
                put_fact(out, origin, sequence);
            }
            Kind::Array => self.array(stand, known, out)?,
            Kind::Map => self.map(stand, known, out)?,
            Kind::Null => out.push(0xf6),
            Kind::False => out.push(0xf4),
            Kind::True => out.push(0xf5),
        }
        Ok(())
    }

    fn leaf_number(
        &mut self,
        stand: Stand,
        kind: Kind,
        known: Option<&Node<'_>>,
        out: &mut Vec<u8>,
    ) -> Result<(), CodecError> {
        let known = known.and_then(Node::wrapped);
        let value = self.tree_number(stand.place, stand.key, stand.in_array, known)?;
        if kind == Kind::Uint {
            put_head(out, 0, value);
        } else {
            put_head(out, 1, !value);
        }
        Ok(())
    }

    fn leaf_bytes(
        &mut self,
        stand: Stand,
        known: Option<&Node<'_>>,
        out: &mut Vec<u8>,
    ) -> Result<(), CodecError> {
        let known = known.and_then(Node::bytes);
        let place = mix(stand.place, 92);
        // Sixteen bytes, an id, are nought.
        let length = self.number(place, 6, known.map(|k| wide(k.len()) ^ 16))? ^ 16;
        if length == 16 {
            let id = known.and_then(|k| k.try_into().ok()).map(EntityId);
            let after = stand.in_array.then(|| self.seen.after(stand.place));
            let id = self.entity(stand.place, after, id)?;
            put_head(out, 2, length);
            out.extend_from_slice(&id.0);
            return Ok(());
        }
        let size = usize::try_from(length).map_err(|_| CodecError::Malformed)?;
        self.spend(size)?;
        put_head(out, 2, length);
        if length > MAX_PLAIN {
            out.extend_from_slice(&self.pool.bytes(size, known)?);
            return Ok(());
        }
        for i in 0..size {
            let byte = known.and_then(|k| k.get(i).copied()).map(u64::from);
            let byte = self.coder.plain(8, byte)?;
            out.push(u8::try_from(byte).map_err(|_| CodecError::Malformed)?);
        }
        Ok(())
    }

    fn array(
        &mut self,
        stand: Stand,
        known: Option<&Node<'_>>,
        out: &mut Vec<u8>,
    ) -> Result<(), CodecError> {
        let items = known.and_then(Node::items);
        // As many as the array before had, perhaps.
        let before = u32::try_from(self.seen.rows.count.min(9)).unwrap_or(9);
        let place = mix(mix(stand.place, 93), before);
        let count = self.number(place, 5, items.map(|i| wide(i.len())))?;
        let size = usize::try_from(count).map_err(|_| CodecError::Malformed)?;
        self.spend(size)?;
        self.note(stand.place, u32::try_from(count.min(9)).unwrap_or(9));
        put_head(out, 4, count);
        let mut is_rows = false;
        for i in 0..size {
            let item = items.and_then(|items| items.get(i));
            let kind = item.map(|n| n.kind().number());
            let kind = self.number(mix(stand.place, 94), 4, kind)?;
            let kind = Kind::of_number(kind).ok_or(CodecError::Malformed)?;
            self.seen.rows.begin(i);
            self.node(stand.item(i, kind), kind, item, out)?;
            is_rows |= kind == Kind::Map;
        }
        if is_rows {
            self.seen.rows.end_of_array(size);
        }
        self.seen.tree.end_of_array();
        Ok(())
    }

    fn map(
        &mut self,
        stand: Stand,
        known: Option<&Node<'_>>,
        out: &mut Vec<u8>,
    ) -> Result<(), CodecError> {
        let entries = known.and_then(Node::entries);
        let (shape, number) = self.shape(stand.place, entries)?;
        self.note(stand.place, number);
        if !stand.in_array {
            self.history.this_fact = mix(self.history.this_fact, self.history.recent);
        }
        let outer = std::mem::take(&mut self.history.first_word);
        put_head(out, 5, wide(shape.len()));
        for (i, (key, kind)) in shape.iter().enumerate() {
            self.spend(key.len())?;
            put_text(out, key);
            let value = entries.and_then(|e| e.get(i)).map(|(_, value)| value);
            self.node(stand.under(key), *kind, value, out)?;
        }
        if stand.in_array {
            self.seen.rows.end(self.history.first_word);
        }
        self.history.first_word = outer;
        Ok(())
    }
}
