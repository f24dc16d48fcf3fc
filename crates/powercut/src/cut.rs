//! The disk as a power cut leaves it.

use crate::dice::Dice;
use crate::record::{Op, Recording, named, put};
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// What a disk writes at once.
const SECTOR: usize = 512;

/// The files of a disk by their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Image(pub BTreeMap<String, Vec<u8>>);

impl Image {
    /// Reads files of a real folder.
    ///
    /// # Errors
    /// When one cannot be read.
    pub fn read(folder: &Path, names: &[&str]) -> io::Result<Self> {
        let read = |name: &&str| Ok(((*name).to_owned(), std::fs::read(folder.join(name))?));
        names.iter().map(read).collect::<io::Result<_>>().map(Self)
    }
}

/// How a cut treats what was not synced.
#[derive(Clone, Copy, Debug)]
enum Manner {
    /// All of it is gone.
    Gone,
    /// All of it is there.
    There,
    /// All of it is there, the last write in part.
    TornEnd,
    /// Each is there or not, by a chance of so many in eight.
    Chance { in_eight: usize },
    /// The later half came first, in part.
    Reversed,
    /// Each sector is there or not; noise stands in some.
    Sectors { has_noise: bool },
}

impl Manner {
    fn roll(dice: &mut Dice) -> Self {
        match dice.below(8) {
            0 => Self::Gone,
            1 => Self::There,
            2 => Self::TornEnd,
            3 => Self::Reversed,
            4 => Self::Sectors { has_noise: false },
            5 => Self::Sectors { has_noise: true },
            _ => Self::Chance {
                in_eight: dice.below(7).saturating_add(1),
            },
        }
    }
}

/// What became of one thing in doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Kept,
    Lost,
    Torn { has_noise: bool },
}

impl Recording {
    /// The disk after a cut between the first `at` things that happened and the next.
    #[must_use]
    pub fn cut(&self, at: usize, dice: &mut Dice) -> Image {
        let manner = Manner::roll(dice);
        let in_doubt = self.in_doubt(at);
        let doubts = in_doubt.iter().filter(|d| **d).count();
        let (mut nodes, mut names) = self.start();
        let mut nth = 0usize;
        for (op, is_in_doubt) in self.ops.iter().zip(in_doubt) {
            let fate = if is_in_doubt {
                nth = nth.saturating_add(1);
                fate(manner, nth, doubts, dice)
            } else {
                Fate::Kept
            };
            match op {
                Op::Write {
                    node,
                    offset,
                    bytes,
                } => {
                    let file = nodes.entry(*node).or_default();
                    match fate {
                        Fate::Kept => put(file, *offset, bytes),
                        Fate::Torn { has_noise } => tear(file, *offset, bytes, has_noise, dice),
                        Fate::Lost => {}
                    }
                }
                // What else is there than whole: a file's length and a folder change at once.
                Op::Truncate { node, length } if fate != Fate::Lost => {
                    nodes.entry(*node).or_default().resize(*length, 0);
                }
                Op::Link { name, node } if fate != Fate::Lost => {
                    names.insert(name.clone(), *node);
                }
                Op::Unlink { name } if fate != Fate::Lost => {
                    names.remove(name);
                }
                Op::Truncate { .. }
                | Op::Link { .. }
                | Op::Unlink { .. }
                | Op::Sync { .. }
                | Op::SyncFailed { .. }
                | Op::SyncFolder => {}
            }
        }
        named(nodes, names)
    }

    /// For each of the first `at` things, whether no sync has covered it.
    fn in_doubt(&self, at: usize) -> Vec<bool> {
        let mut is_synced: BTreeMap<usize, bool> = BTreeMap::new();
        let mut is_folder_synced = false;
        let mut in_doubt: Vec<bool> = self
            .ops
            .iter()
            .take(at)
            .rev()
            .map(|op| match op {
                Op::Write { node, .. } | Op::Truncate { node, .. } => {
                    !is_synced.get(node).copied().unwrap_or(false)
                }
                Op::Link { .. } | Op::Unlink { .. } => !is_folder_synced,
                Op::Sync { node } => {
                    is_synced.insert(*node, true);
                    false
                }
                // The system may have dropped what it could not write, and tell it only once.
                Op::SyncFailed { node } => {
                    is_synced.insert(*node, false);
                    false
                }
                Op::SyncFolder => {
                    is_folder_synced = true;
                    false
                }
            })
            .collect();
        in_doubt.reverse();
        in_doubt
    }
}

fn fate(manner: Manner, nth: usize, doubts: usize, dice: &mut Dice) -> Fate {
    let either = |is_kept: bool| if is_kept { Fate::Kept } else { Fate::Lost };
    match manner {
        Manner::Gone => Fate::Lost,
        Manner::There => Fate::Kept,
        Manner::TornEnd if nth == doubts => Fate::Torn { has_noise: false },
        Manner::TornEnd => Fate::Kept,
        Manner::Chance { in_eight } => either(dice.below(8) < in_eight),
        Manner::Reversed if nth.saturating_mul(2) > doubts => either(!dice.one_in(4)),
        Manner::Reversed => Fate::Lost,
        Manner::Sectors { has_noise } => Fate::Torn { has_noise },
    }
}

/// Writes some of the sectors that a write touches.
fn tear(file: &mut Vec<u8>, offset: usize, bytes: &[u8], has_noise: bool, dice: &mut Dice) {
    // The new length may be known while what stands there is not yet.
    if dice.one_in(2) && file.len() < offset.saturating_add(bytes.len()) {
        file.resize(offset.saturating_add(bytes.len()), 0);
    }
    let (mut from, mut rest) = (offset, bytes);
    while !rest.is_empty() {
        let into = from.checked_rem(SECTOR).unwrap_or(0);
        let length = SECTOR.saturating_sub(into).min(rest.len());
        let (sector, after) = rest.split_at(length);
        if has_noise && dice.one_in(8) {
            let mut noise = vec![0; length];
            dice.fill(&mut noise);
            put(file, from, &noise);
        } else if dice.one_in(2) {
            put(file, from, sector);
        }
        from = from.saturating_add(length);
        rest = after;
    }
}
