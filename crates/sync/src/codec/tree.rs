//! CBOR as a tree of what the codec can take apart, and back to the same bytes. What would not come
//! back to the same bytes (floats, tags, long heads, other keys than text) is no tree.

use super::wire::wide;
use super::words::MAX_ENTRIES;
use minicbor::data::Type;
use minicbor::decode::Decoder;

/// How deep a tree may be; our own bodies reach seven.
const MAX_DEPTH: usize = 12;
/// From here on a first number of two is an origin, which is random.
const ORIGINS_FROM: u64 = 1 << 32;

/// What a leaf or branch is; part of the shape of the map that it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Uint,
    /// Stands for -1 - n.
    Nint,
    Bytes,
    Text,
    /// Two numbers: an origin and a sequence.
    Fact,
    Array,
    Map,
    Null,
    False,
    True,
}

impl Kind {
    const ALL: [Self; 10] = [
        Self::Uint,
        Self::Nint,
        Self::Bytes,
        Self::Text,
        Self::Fact,
        Self::Array,
        Self::Map,
        Self::Null,
        Self::False,
        Self::True,
    ];

    /// Its number on the wire.
    pub(crate) fn number(self) -> u64 {
        wide(Self::ALL.iter().position(|k| *k == self).unwrap_or(0))
    }

    pub(crate) fn of_number(number: u64) -> Option<Self> {
        Self::ALL.get(usize::try_from(number).ok()?).copied()
    }
}

/// A tree that borrows its texts and bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Node<'a> {
    Uint(u64),
    Nint(u64),
    Bytes(&'a [u8]),
    Text(&'a str),
    Fact(u64, u64),
    Array(Vec<Node<'a>>),
    Map(Vec<(&'a str, Node<'a>)>),
    Null,
    False,
    True,
}

impl<'a> Node<'a> {
    /// The tree of these bytes, if it comes back to them.
    pub(crate) fn read(bytes: &'a [u8]) -> Option<Self> {
        let mut decoder = Decoder::new(bytes);
        let node = Self::next(&mut decoder, MAX_DEPTH)?;
        let mut back = Vec::with_capacity(bytes.len());
        node.write(&mut back);
        (back == bytes).then_some(node)
    }

    fn next(decoder: &mut Decoder<'a>, depth: usize) -> Option<Self> {
        let depth = depth.checked_sub(1)?;
        let kind = decoder.datatype().ok()?;
        Some(match kind {
            Type::U8 | Type::U16 | Type::U32 | Type::U64 => Self::Uint(decoder.u64().ok()?),
            Type::I8 | Type::I16 | Type::I32 | Type::I64 | Type::Int => {
                let value = i128::from(decoder.int().ok()?);
                Self::Nint(u64::try_from(-1 - value).ok()?)
            }
            Type::Bytes => Self::Bytes(decoder.bytes().ok()?),
            Type::String => Self::Text(decoder.str().ok()?),
            Type::Null => {
                decoder.null().ok()?;
                Self::Null
            }
            Type::Bool => {
                if decoder.bool().ok()? {
                    Self::True
                } else {
                    Self::False
                }
            }
            Type::Array => Self::array(decoder, depth)?,
            Type::Map => {
                let mut entries = Vec::new();
                let count = decoder.map().ok()??;
                if count > wide(MAX_ENTRIES) {
                    return None;
                }
                for _ in 0..count {
                    entries.push((decoder.str().ok()?, Self::next(decoder, depth)?));
                }
                Self::Map(entries)
            }
            Type::F16
            | Type::F32
            | Type::F64
            | Type::Simple
            | Type::Undefined
            | Type::BytesIndef
            | Type::StringIndef
            | Type::ArrayIndef
            | Type::MapIndef
            | Type::Tag
            | Type::Break
            | Type::Unknown(_) => return None,
        })
    }

    fn array(decoder: &mut Decoder<'a>, depth: usize) -> Option<Self> {
        let mut items = Vec::new();
        for _ in 0..decoder.array().ok()?? {
            items.push(Self::next(decoder, depth)?);
        }
        Some(match items.as_slice() {
            [Self::Uint(origin), Self::Uint(sequence)] if *origin >= ORIGINS_FROM => {
                Self::Fact(*origin, *sequence)
            }
            _ => Self::Array(items),
        })
    }

    pub(crate) const fn kind(&self) -> Kind {
        match self {
            Self::Uint(_) => Kind::Uint,
            Self::Nint(_) => Kind::Nint,
            Self::Bytes(_) => Kind::Bytes,
            Self::Text(_) => Kind::Text,
            Self::Fact(..) => Kind::Fact,
            Self::Array(_) => Kind::Array,
            Self::Map(_) => Kind::Map,
            Self::Null => Kind::Null,
            Self::False => Kind::False,
            Self::True => Kind::True,
        }
    }

    pub(crate) const fn text(&self) -> Option<&'a str> {
        if let Self::Text(text) = self {
            Some(text)
        } else {
            None
        }
    }

    pub(crate) const fn bytes(&self) -> Option<&'a [u8]> {
        if let Self::Bytes(bytes) = self {
            Some(bytes)
        } else {
            None
        }
    }

    pub(crate) const fn fact(&self) -> Option<(u64, u64)> {
        if let Self::Fact(origin, sequence) = self {
            Some((*origin, *sequence))
        } else {
            None
        }
    }

    pub(crate) const fn items(&self) -> Option<&[Self]> {
        if let Self::Array(items) = self {
            Some(items.as_slice())
        } else {
            None
        }
    }

    pub(crate) const fn entries(&self) -> Option<&[(&'a str, Self)]> {
        if let Self::Map(entries) = self {
            Some(entries.as_slice())
        } else {
            None
        }
    }

    /// A whole number, a negative one wrapped around.
    pub(crate) const fn wrapped(&self) -> Option<u64> {
        match self {
            Self::Uint(n) => Some(*n),
            Self::Nint(n) => Some(!*n),
            Self::Bytes(_)
            | Self::Text(_)
            | Self::Fact(..)
            | Self::Array(_)
            | Self::Map(_)
            | Self::Null
            | Self::False
            | Self::True => None,
        }
    }

    fn write(&self, out: &mut Vec<u8>) {
        match self {
            Self::Uint(n) => put_head(out, 0, *n),
            Self::Nint(n) => put_head(out, 1, *n),
            Self::Bytes(bytes) => {
                put_head(out, 2, wide(bytes.len()));
                out.extend_from_slice(bytes);
            }
            Self::Text(text) => put_text(out, text),
            Self::Fact(origin, sequence) => put_fact(out, *origin, *sequence),
            Self::Array(items) => {
                put_head(out, 4, wide(items.len()));
                items.iter().for_each(|n| n.write(out));
            }
            Self::Map(entries) => {
                put_head(out, 5, wide(entries.len()));
                for (key, value) in entries {
                    put_text(out, key);
                    value.write(out);
                }
            }
            Self::False => out.push(0xf4),
            Self::True => out.push(0xf5),
            Self::Null => out.push(0xf6),
        }
    }
}

/// Appends a head: a major type (0 to 7) and its argument in the fewest bytes.
pub(crate) fn put_head(out: &mut Vec<u8>, major: u8, argument: u64) {
    let bytes = argument.to_be_bytes();
    let [_, _, _, _, a, b, c, d] = bytes;
    let top = major << 5;
    if argument < 24 {
        out.push(top | d);
    } else if argument <= 0xff {
        out.extend_from_slice(&[top | 24, d]);
    } else if argument <= 0xffff {
        out.extend_from_slice(&[top | 25, c, d]);
    } else if argument <= 0xffff_ffff {
        out.extend_from_slice(&[top | 26, a, b, c, d]);
    } else {
        out.push(top | 27);
        out.extend_from_slice(&bytes);
    }
}

/// Appends a text with its head.
pub(crate) fn put_text(out: &mut Vec<u8>, text: &str) {
    put_head(out, 3, wide(text.len()));
    out.extend_from_slice(text.as_bytes());
}

/// Appends a fact's id.
pub(crate) fn put_fact(out: &mut Vec<u8>, origin: u64, sequence: u64) {
    put_head(out, 4, 2);
    put_head(out, 0, origin);
    put_head(out, 0, sequence);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_what_comes_back_is_a_tree() {
        let trees: [&[u8]; 6] = [
            &[0xa1, 0x61, b'k', 0x01],
            &[0x20],
            &[0x3b, 255, 255, 255, 255, 255, 255, 255, 255],
            &[0xf5],
            &[0x80],
            &[0x44, 1, 2, 3, 4],
        ];
        for bytes in trees {
            assert!(Node::read(bytes).is_some(), "{bytes:02x?} is a tree");
        }
        let others: [&[u8]; 9] = [
            &[],
            &[0x18, 0x05],
            &[0x9f, 0xff],
            &[0xf9, 0, 0],
            &[0xa1, 0x01, 0x01],
            &[0xc0, 0x01],
            &[0x01, 0x01],
            &[0x61, 0xff],
            &[0x81; 40],
        ];
        for bytes in others {
            assert!(
                Node::read(bytes).is_none(),
                "{bytes:02x?} would not come back"
            );
        }
        assert!(Node::read(&[0x9b, 255, 255, 255, 255, 255, 255, 255, 255]).is_none());
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_panic(bytes: Vec<u8>) {
            if let Some(node) = Node::read(&bytes) {
                let mut back = Vec::new();
                node.write(&mut back);
                prop_assert_eq!(back, bytes);
            }
        }
    }
}
