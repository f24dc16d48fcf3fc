//! Texts, and the shapes of maps: each remembered by the place where it stood, so that the next
//! time its number there is told.

use super::CodecError;
use super::engine::mix;
use super::tree::{Kind, Node, put_text};
use super::walk::Walk;
use super::wire::wide;
use std::collections::HashMap;
use std::sync::Arc;

/// The longest text that is spelled by the model; longer ones go to the pool.
const MAX_SPELLED: usize = 240;
/// The most entries of a map.
pub(crate) const MAX_ENTRIES: usize = 64;
/// How far a counted text may be from the one before.
const MAX_STEP: u64 = 999;
/// Where keys of maps stand.
const KEYS: u32 = 0x6b65_7973;

const IN_LIST: u32 = 0;
const COUNTED: u32 = 1;
const SPELLED: u32 = 2;
const POOLED: u32 = 3;

/// The keys of a map and what each holds.
pub(crate) type Shape = Vec<(Arc<str>, Kind)>;

/// Texts in the order in which they first came.
#[derive(Clone, Debug, Default)]
struct Listed {
    numbers: HashMap<Arc<str>, u64>,
    items: Vec<Arc<str>>,
}

impl Listed {
    fn at(&self, number: u64) -> Option<Arc<str>> {
        self.items.get(usize::try_from(number).ok()?).cloned()
    }

    fn add(&mut self, item: Arc<str>) {
        self.numbers
            .entry(Arc::clone(&item))
            .or_insert(wide(self.items.len()));
        self.items.push(item);
    }
}

/// Texts and shapes by place.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    texts: HashMap<u32, Listed>,
    last: HashMap<u32, Arc<str>>,
    shapes: HashMap<u32, Vec<Arc<Shape>>>,
}

/// How many shapes of a place are searched for the one at hand.
const MAX_SEARCHED: usize = 256;

fn fits(shape: &Shape, entries: &[(&str, Node<'_>)]) -> bool {
    shape.len() == entries.len()
        && shape
            .iter()
            .zip(entries)
            .all(|((key, kind), (k, n))| **key == **k && *kind == n.kind())
}

/// A text that ends in digits: what stands before them, how many they are, and their number.
fn counter(text: &str) -> Option<(&str, usize, u64)> {
    let digits = text
        .bytes()
        .rev()
        .take_while(u8::is_ascii_digit)
        .count()
        .min(18);
    let (before, number) = text.split_at_checked(text.len().checked_sub(digits)?)?;
    Some((before, digits, number.parse().ok()?))
}

/// How far `text` is counted on from `last`.
fn step(last: &str, text: &str) -> Option<u64> {
    let (before, digits, number) = counter(last)?;
    let (same, width, next) = counter(text)?;
    let step = next.checked_sub(number)?;
    (before == same && digits == width && (1..=MAX_STEP).contains(&step)).then_some(step)
}

/// `last`, counted on.
fn counted(last: &str, step: u64) -> Option<String> {
    let (before, digits, number) = counter(last)?;
    let text = format!("{before}{:0digits$}", number.checked_add(step)?);
    (text.len() == last.len()).then_some(text)
}

impl Walk<'_> {
    /// A text. Its symbol tells the history which of the place's texts it was.
    pub(crate) fn text(
        &mut self,
        place: u32,
        known: Option<&str>,
    ) -> Result<(Arc<str>, u32), CodecError> {
        let words = &self.learned.words;
        let number_known = known.and_then(|k| {
            words
                .texts
                .get(&place)
                .and_then(|t| t.numbers.get(k))
                .copied()
        });
        let last = words.last.get(&place).cloned();
        let step_known = known.and_then(|k| last.as_deref().and_then(|l| step(l, k)));
        let way = known.map(|k| match (number_known, step_known) {
            (Some(_), _) => IN_LIST,
            (None, Some(_)) => COUNTED,
            (None, None) if k.len() <= MAX_SPELLED => SPELLED,
            (None, None) => POOLED,
        });
        let way = self.pick(mix(place, 21), POOLED, way)?;
        let mut counted_by = 0;
        let text: Arc<str> = match way {
            IN_LIST => {
                let number = self.number(mix(place, 22), 16, number_known)?;
                let texts = self
                    .learned
                    .words
                    .texts
                    .get(&place)
                    .ok_or(CodecError::Malformed)?;
                let text = texts.at(number).ok_or(CodecError::Malformed)?;
                self.spend(text.len())?;
                self.learned.words.last.insert(place, Arc::clone(&text));
                return Ok((text, u32::try_from(number).unwrap_or(u32::MAX)));
            }
            COUNTED => {
                let step = self.number(mix(place, 23), 8, step_known)?;
                counted_by = step;
                let last = last.ok_or(CodecError::Malformed)?;
                counted(&last, step).ok_or(CodecError::Malformed)?.into()
            }
            SPELLED => self.spell(place, known)?,
            _ => {
                let length = self.number(mix(place, 24), 4, known.map(|k| wide(k.len())))?;
                let length = usize::try_from(length).map_err(|_| CodecError::Malformed)?;
                let bytes = self.pool.bytes(length, known.map(str::as_bytes))?;
                String::from_utf8(bytes)
                    .map_err(|_| CodecError::Malformed)?
                    .into()
            }
        };
        self.spend(text.len())?;
        if self.learned.remember() {
            // What is counted by one is told from the last one and never looked up again.
            if way != COUNTED || counted_by != 1 {
                self.learned
                    .words
                    .texts
                    .entry(place)
                    .or_default()
                    .add(Arc::clone(&text));
            }
            self.learned.words.last.insert(place, Arc::clone(&text));
        }
        Ok((text, u32::MAX))
    }

    fn spell(&mut self, place: u32, known: Option<&str>) -> Result<Arc<str>, CodecError> {
        let mut so_far = Vec::new();
        let mut letters = known.map(str::bytes);
        while let Some(byte) = self.letter(place, &so_far, letters.as_mut().map(Iterator::next))? {
            if so_far.len() >= MAX_SPELLED {
                return Err(CodecError::Malformed);
            }
            so_far.push(byte);
        }
        String::from_utf8(so_far)
            .map(Arc::from)
            .map_err(|_| CodecError::Malformed)
    }

    /// The shape of the map at `place`, and its number there.
    pub(crate) fn shape(
        &mut self,
        place: u32,
        known: Option<&[(&str, Node<'_>)]>,
    ) -> Result<(Arc<Shape>, u32), CodecError> {
        let here = self
            .learned
            .words
            .shapes
            .get(&place)
            .map_or(&[][..], Vec::as_slice);
        let new = wide(here.len());
        let number_known = known.map(|k| {
            here.iter()
                .take(MAX_SEARCHED)
                .position(|s| fits(s, k))
                .map_or(new, wide)
        });
        let number = self.number(mix(place, 31), 12, number_known)?;
        let symbol = u32::try_from(number).unwrap_or(u32::MAX);
        if number != new {
            let shapes = self
                .learned
                .words
                .shapes
                .get(&place)
                .ok_or(CodecError::Malformed)?;
            let at = usize::try_from(number).map_err(|_| CodecError::Malformed)?;
            return Ok((
                Arc::clone(shapes.get(at).ok_or(CodecError::Malformed)?),
                symbol,
            ));
        }
        let count = self.number(mix(KEYS, 1), 6, known.map(|k| wide(k.len())))?;
        if count > wide(MAX_ENTRIES) {
            return Err(CodecError::Malformed);
        }
        let mut entries = known.map(<[_]>::iter);
        let mut shape = Shape::new();
        for _ in 0..count {
            let entry = entries.as_mut().and_then(Iterator::next);
            let (key, at) = self.text(KEYS, entry.map(|(key, _)| *key))?;
            let kind = entry.map(|(_, node)| node.kind().number());
            let kind = self.number(mix(KEYS, mix(2, at)), 4, kind)?;
            shape.push((key, Kind::of_number(kind).ok_or(CodecError::Malformed)?));
        }
        let shape = Arc::new(shape);
        if self.learned.remember() {
            self.learned
                .words
                .shapes
                .entry(place)
                .or_default()
                .push(Arc::clone(&shape));
        }
        Ok((shape, symbol))
    }

    /// A text, told to the history and appended as CBOR.
    pub(crate) fn leaf_text(
        &mut self,
        place: u32,
        known: Option<&str>,
        out: &mut Vec<u8>,
    ) -> Result<(), CodecError> {
        let (text, symbol) = self.text(place, known)?;
        self.note(place, symbol);
        if self.history.first_word == 0 {
            self.history.first_word = mix(place, symbol);
        }
        put_text(out, &text);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_orders_are_counted_on() {
        assert_eq!(step("ST0417-00000009", "ST0417-00000010"), Some(1));
        assert_eq!(
            counted("ST0417-00000009", 1).as_deref(),
            Some("ST0417-00000010")
        );
        assert_eq!(step("A9", "A10"), None, "another width is spelled");
        assert_eq!(step("A9", "B10"), None);
        assert_eq!(step("A9", "A9"), None);
        assert_eq!(counted("99", 1), None);
        assert_eq!(counter("no digits").map(|c| c.2), None);
    }
}
