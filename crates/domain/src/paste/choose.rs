//! Choosing the name among the words beside the region.

use super::names;
use super::remarks::is_remark;
use super::tokens::{Token, glued_name};

/// The word that is most like a name: its score, whether it is before the region, its index.
pub(super) fn best_name(pre: &[Token], post: &[Token]) -> Option<(u8, bool, usize)> {
    let mut best: Option<(u8, u8, bool, usize)> = None;
    let mut offer = |score: u8, bonus: u8, in_pre: bool, at: usize| {
        let total = score.saturating_add(bonus);
        if best.is_none_or(|(most, ..)| total > most) {
            best = Some((total, score, in_pre, at));
        }
    };
    for (at, token) in pre.iter().enumerate() {
        let score = if is_remark(&token.text) {
            0
        } else {
            names::score(names::bare(&token.text))
        };
        let near = token.near_phone || at == 0 || token.opens_line;
        if score >= names::SURE || (score > 0 && near) {
            offer(
                score,
                6 + u8::from(token.near_phone) * 8 + u8::from(at == 0) * 4,
                true,
                at,
            );
        }
    }
    for (at, token) in post.iter().enumerate() {
        let score = if is_remark(&token.text) {
            0
        } else {
            names::score(names::bare(&token.text))
        };
        let last = post.iter().skip(at + 1).all(|later| is_remark(&later.text));
        let own_line = token.opens_line && post.get(at + 1).is_none_or(|next| next.opens_line);
        let placed = token.near_phone || last || own_line;
        if placed && (score >= names::SURE || (token.near_phone && score > 0)) {
            offer(score, u8::from(token.near_phone) * 8, false, at);
        }
    }
    best.map(|(_, score, in_pre, at)| (score, in_pre, at))
}

/// A name glued to the end of an address: in which list, which word, where it begins.
pub(super) fn glued_in(pre: &[Token], post: &[Token]) -> Option<(bool, usize, usize, String)> {
    let sides = [(false, post), (true, pre)];
    for (in_pre, side) in sides {
        for (at, token) in side.iter().enumerate() {
            let last = side.iter().skip(at + 1).all(|later| is_remark(&later.text));
            if (token.near_phone || last)
                && !is_remark(&token.text)
                && let Some((start, name)) = glued_name(&token.text)
            {
                return Some((in_pre, at, start, name.to_owned()));
            }
        }
    }
    None
}
