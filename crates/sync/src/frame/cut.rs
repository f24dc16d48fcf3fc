//! Where to end a frame.

use super::{MAX_FACTS, MAX_FRAME_BYTES, TARGET_FRAME_BYTES};
use tsong_domain::fact::{RawFact, Sealed};

/// What a body's bytes shrink to in a frame of many alike, in parts of them (measured on orders).
const BODY_PARTS: usize = 32;
/// What a personal section's bytes shrink to: names, numbers of telephones and doors are new.
const SECTION_PARTS: usize = 8;

/// What a header takes when nothing in it repeats.
const HEADER_BYTES: usize = 32;

/// About what a fact will take in a frame.
fn guess_bytes(fact: &RawFact) -> usize {
    let section = match &fact.personal {
        None => 0,
        Some(Sealed::Open { bytes, .. }) => bytes.len() / SECTION_PARTS,
        Some(Sealed::Erased(_)) => 32,
    };
    section
        .saturating_add(fact.body.len() / BODY_PARTS)
        .saturating_add(1)
}

/// What a fact takes at most, where nothing in it repeats.
fn content_bytes(fact: &RawFact) -> usize {
    let section = match &fact.personal {
        Some(Sealed::Open { bytes, .. }) => bytes.len(),
        Some(Sealed::Erased(_)) | None => 0,
    };
    section
        .saturating_add(fact.body.len())
        .saturating_add(HEADER_BYTES)
}

/// How many of these facts, from the first, make a frame of about [`TARGET_FRAME_BYTES`]. It ends
/// where a transaction ends: a transaction is never split, so one that is bigger than the target
/// makes a bigger frame. Nought when no transaction ends within `facts`.
#[must_use]
pub fn cut(facts: &[RawFact]) -> usize {
    let (mut guess, mut content, mut end) = (0usize, 0usize, 0usize);
    for (i, fact) in facts.iter().enumerate() {
        guess = guess.saturating_add(guess_bytes(fact));
        content = content.saturating_add(content_bytes(fact));
        let full =
            guess > TARGET_FRAME_BYTES / 8 * 9 || content > MAX_FRAME_BYTES || i >= MAX_FACTS;
        if full && end > 0 {
            break;
        }
        if !fact.header.more {
            end = i.saturating_add(1);
        }
    }
    end
}
