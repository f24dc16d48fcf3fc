//! What happened on a disk, in order.

use crate::cut::Image;
use std::collections::BTreeMap;

/// Bytes of the header that stands before a page in a write-ahead log.
const FRAME_HEADER: usize = 24;

/// One thing that happened. `node` is a file as it was made, whatever it is called.
#[derive(Clone, Debug)]
pub(crate) enum Op {
    Write {
        node: usize,
        offset: usize,
        bytes: Vec<u8>,
    },
    Truncate {
        node: usize,
        length: usize,
    },
    Sync {
        node: usize,
    },
    SyncFailed {
        node: usize,
    },
    Link {
        name: String,
        node: usize,
    },
    Unlink {
        name: String,
    },
    SyncFolder,
}

/// A disk as it was mounted, all of it synced, and what happened since.
#[derive(Clone, Debug)]
pub struct Recording {
    pub(crate) base: Image,
    pub(crate) ops: Vec<Op>,
}

impl Recording {
    /// How many things happened; a cut may come before the first and after the last.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.ops.len()
    }

    /// Whether nothing happened.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.ops.is_empty()
    }

    /// How many syncs were asked for and done.
    #[must_use]
    pub fn syncs(&self) -> usize {
        let is_sync = |op: &&Op| matches!(op, Op::Sync { .. });
        self.ops.iter().filter(is_sync).count()
    }

    /// Where a transaction's last page had just been written to a write-ahead log: only there do
    /// the tables as a reader sees them change.
    #[must_use]
    pub fn commits(&self) -> Vec<usize> {
        let is_end = |op: &Op| match op {
            Op::Write { bytes, .. } => {
                bytes.len() == FRAME_HEADER
                    && bytes.get(4..8).is_some_and(|pages| pages != [0, 0, 0, 0])
            }
            Op::Truncate { .. }
            | Op::Sync { .. }
            | Op::SyncFailed { .. }
            | Op::Link { .. }
            | Op::Unlink { .. }
            | Op::SyncFolder => false,
        };
        let ends = self.ops.iter().enumerate().filter(|(_, op)| is_end(op));
        ends.map(|(at, _)| at.saturating_add(2).min(self.ops.len()))
            .collect()
    }

    /// The disk after the first `at` things that happened, with nothing lost: what a killed program
    /// leaves.
    #[must_use]
    pub fn whole(&self, at: usize) -> Image {
        let (mut nodes, mut names) = self.start();
        for op in self.ops.iter().take(at) {
            match op {
                Op::Write {
                    node,
                    offset,
                    bytes,
                } => put(nodes.entry(*node).or_default(), *offset, bytes),
                Op::Truncate { node, length } => {
                    nodes.entry(*node).or_default().resize(*length, 0);
                }
                Op::Link { name, node } => {
                    names.insert(name.clone(), *node);
                }
                Op::Unlink { name } => {
                    names.remove(name);
                }
                Op::Sync { .. } | Op::SyncFailed { .. } | Op::SyncFolder => {}
            }
        }
        named(nodes, names)
    }

    /// The files as they were mounted, numbered in the order of their names.
    pub(crate) fn start(&self) -> (BTreeMap<usize, Vec<u8>>, BTreeMap<String, usize>) {
        let files = self.base.0.iter().enumerate();
        let names = files.clone().map(|(node, (name, _))| (name.clone(), node));
        let nodes = files.map(|(node, (_, bytes))| (node, bytes.clone()));
        (nodes.collect(), names.collect())
    }
}

/// Files by their names.
pub(crate) fn named(mut nodes: BTreeMap<usize, Vec<u8>>, names: BTreeMap<String, usize>) -> Image {
    let files = names
        .into_iter()
        .map(|(name, node)| (name, nodes.remove(&node).unwrap_or_default()));
    Image(files.collect())
}

/// Writes into a file, which grows with zeros as far as it must.
pub(crate) fn put(file: &mut Vec<u8>, offset: usize, bytes: &[u8]) {
    let end = offset.saturating_add(bytes.len());
    if file.len() < end {
        file.resize(end, 0);
    }
    if let Some(range) = file.get_mut(offset..end) {
        range.copy_from_slice(bytes);
    }
}
