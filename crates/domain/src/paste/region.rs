//! Finding the region in a text: a chain of place names, each under the one before it.

use super::prepare::{TAKEN, is_han};
use super::remarks::opens_a_street;
use crate::places::{Form, Gazetteer, Hit, Level, PlaceCode};

/// Where the region stands and what it is.
#[derive(Clone, Debug)]
pub(super) struct Region {
    /// Byte span of the text that names it; empty if nothing but its start is settled.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) place: Option<PlaceCode>,
    /// Several places that fit as well.
    pub(super) candidates: Vec<PlaceCode>,
    pub(super) old: bool,
    pub(super) guessed: bool,
    pub(super) contradictory: bool,
}

#[derive(Clone, Debug)]
struct Chain {
    code: PlaceCode,
    start: usize,
    end: usize,
    score: usize,
    /// Names read, and those of them that said something new.
    names: usize,
    parts: usize,
    old: bool,
    last: Form,
}

/// Words between the parts of a region that say nothing.
const FILLERS: &[&str] = &[
    "市辖区",
    "省直辖县级行政区划",
    "自治区直辖县级行政区划",
    "中国",
    "CN",
];

/// How long a name may be that is glued to the region.
const MAX_GLUED_CHARS: usize = 6;

/// The best region of a text.
pub(super) fn find(text: &str, gaz: &Gazetteer) -> Option<Region> {
    let mut chains = Vec::new();
    let mut glued = 0_usize;
    let mut before = '\n';
    for (at, c) in text.char_indices() {
        let apart = !before.is_alphanumeric();
        glued = if apart { 0 } else { glued + 1 };
        before = c;
        if !is_han(c) || glued > MAX_GLUED_CHARS {
            continue;
        }
        let mut found = Vec::new();
        Search { text, gaz }.extend(None, at, true, &mut found);
        found.retain(|chain| credible(chain, apart, text));
        if !apart {
            found
                .iter_mut()
                .for_each(|chain| chain.score = chain.score.saturating_sub(4));
        }
        chains.append(&mut found);
    }
    let best = chains.iter().map(|chain| chain.score).max()?;
    let first = chains
        .iter()
        .filter(|chain| chain.score == best)
        .min_by_key(|chain| chain.start)?;
    let tied: Vec<&Chain> = chains
        .iter()
        .filter(|c| c.score == best && c.start == first.start)
        .collect();
    Some(settle(&tied, &chains, text, gaz))
}

/// Whether a chain says enough to be a region at all.
fn credible(chain: &Chain, apart: bool, text: &str) -> bool {
    if chain.parts > 1 {
        return true;
    }
    match (chain.code.level(), chain.last) {
        (Level::Province | Level::City, Form::Full | Form::Old) => true,
        (Level::County | Level::Town, Form::Full | Form::Old)
        | (Level::Province | Level::City, Form::Short) => apart,
        (Level::County, Form::Short) => apart && ends(text, chain.end),
        (Level::Town, Form::Short) | (Level::Village, _) => false,
    }
}

fn ends(text: &str, at: usize) -> bool {
    text.get(at..)
        .and_then(|rest| rest.chars().next())
        .is_none_or(|c| !c.is_alphanumeric())
}

/// One region out of the chains that are equally good.
fn settle(tied: &[&Chain], all: &[Chain], text: &str, gaz: &Gazetteer) -> Region {
    let mut codes: Vec<PlaceCode> = tied.iter().map(|chain| chain.code).collect();
    codes.sort_unstable_by_key(|code| {
        (
            code.number().to_string().get(..2) != Some("54"),
            code.number(),
        )
    });
    codes.dedup();
    let top = codes
        .iter()
        .copied()
        .find(|code| codes.iter().all(|other| code.contains(*other)));
    let start = tied.first().map_or(0, |chain| chain.start);
    let place = top.or_else(|| common(&codes, gaz));
    let chain = all
        .iter()
        .filter(|chain| chain.start == start && Some(chain.code) == place)
        .max_by_key(|chain| chain.score);
    let end = chain.map_or(start, |chain| chain.end);
    let place = chain.map(|chain| chain.code);
    codes.truncate(5);
    Region {
        start,
        end,
        place,
        candidates: if top.is_some() { Vec::new() } else { codes },
        old: chain.is_some_and(|chain| chain.old),
        guessed: chain.is_some_and(|chain| chain.parts == 1 && alone(chain)),
        contradictory: place.is_some_and(|place| contradicted(place, start, end, text, gaz)),
    }
}

fn alone(chain: &Chain) -> bool {
    chain.code.level() == Level::Town
        || (chain.code.level() == Level::County && chain.last == Form::Short)
}

/// The deepest place that contains them all.
fn common(codes: &[PlaceCode], gaz: &Gazetteer) -> Option<PlaceCode> {
    let mut common = codes.first().copied()?;
    while !codes.iter().all(|code| common.contains(*code)) {
        common = gaz.place(common)?.parent?;
    }
    Some(common)
}

/// True when a whole name of a province, city or county beside the region lies elsewhere.
fn contradicted(place: PlaceCode, start: usize, end: usize, text: &str, gaz: &Gazetteer) -> bool {
    let elsewhere = |hit: &Hit| {
        hit.form == Form::Full
            && hit.code.level() <= Level::County
            && !hit.code.contains(place)
            && !place.contains(hit.code)
    };
    let whole = |at: usize, until: Option<usize>| {
        let hits = gaz.spot(text.get(at..).unwrap_or_default());
        let fitting: Vec<&Hit> = hits
            .iter()
            .filter(|hit| hit.form == Form::Full && until.is_none_or(|until| at + hit.len == until))
            .filter(|hit| !opens_a_street(text.get(at + hit.len..).unwrap_or_default()))
            .collect();
        !fitting.is_empty() && fitting.into_iter().all(elsewhere)
    };
    let after = skip_separators(text, end);
    let before = text
        .get(..start)
        .unwrap_or_default()
        .trim_end_matches(is_separator);
    let starts = before.char_indices().rev().take(12).map(|(at, _)| at);
    whole(after, None) || starts.into_iter().any(|at| whole(at, Some(before.len())))
}

const fn is_separator(c: char) -> bool {
    matches!(
        c,
        ' ' | '\n' | ',' | ';' | '-' | '/' | '·' | '.' | '\'' | '\\'
    )
}

fn skip_separators(text: &str, from: usize) -> usize {
    let mut at = from;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let trimmed = rest.trim_start_matches(is_separator);
        let filler = FILLERS.iter().find(|filler| trimmed.starts_with(**filler));
        let next = text.len() - trimmed.len() + filler.map_or(0, |filler| filler.len());
        if next == at || trimmed.starts_with(TAKEN) {
            return next;
        }
        at = next;
    }
}

struct Search<'a> {
    text: &'a str,
    gaz: &'a Gazetteer,
}

impl Search<'_> {
    /// Lengthens a chain, or begins one at `from`, by every name that stands there; `open` says
    /// whether a bare stem may follow.
    fn extend(&self, chain: Option<&Chain>, from: usize, open: bool, found: &mut Vec<Chain>) {
        if found.len() > 400 || chain.is_some_and(|chain| chain.names > 8) {
            return;
        }
        let at = chain.map(|chain| chain.code);
        let from = if at.is_some() {
            skip_separators(self.text, from)
        } else {
            from
        };
        let rest = self.text.get(from..).unwrap_or_default();
        for hit in self.gaz.spot(rest) {
            let tail = rest.get(hit.len..).unwrap_or_default();
            let street = opens_a_street(tail);
            let repeated = at.is_some_and(|at| hit.code.contains(at));
            let follows = repeated || self.may_follow(at, hit, tail, street);
            if !follows || (hit.form == Form::Short && !open) {
                continue;
            }
            let mut next = chain.cloned().unwrap_or(Chain {
                code: hit.code,
                start: from,
                end: from,
                score: 0,
                names: 0,
                parts: 0,
                old: false,
                last: hit.form,
            });
            next.end = from + hit.len;
            next.names += 1;
            let settled = match hit.form {
                Form::Full | Form::Old => !(street && hit.code.level() == Level::Town),
                Form::Short => !street && !repeated,
            };
            if !repeated {
                next.code = hit.code;
                next.score += worth(hit, rest);
                next.parts += 1;
                next.old |= hit.form == Form::Old;
                next.last = hit.form;
            }
            if settled {
                found.push(next.clone());
            }
            self.extend(Some(&next), next.end, settled || repeated, found);
        }
    }

    fn may_follow(&self, at: Option<PlaceCode>, hit: Hit, tail: &str, street: bool) -> bool {
        let level = hit.code.level();
        let Some(at) = at else {
            return level != Level::Town || hit.form == Form::Full;
        };
        if !at.contains(hit.code) {
            return false;
        }
        match (level, hit.form) {
            (Level::Town, Form::Short) => {
                let apart = tail.chars().next().is_none_or(|c| !c.is_alphanumeric());
                at.level() == Level::County && apart && !street
            }
            (Level::Town, Form::Old) => at.level() == Level::County && !self.name_is_taken(at, hit),
            _ => true,
        }
    }

    /// 八一乡 is no old name of 八一镇 where another town has the same stem.
    fn name_is_taken(&self, county: PlaceCode, hit: Hit) -> bool {
        let name = self
            .gaz
            .place(hit.code)
            .map(|place| place.name.to_owned())
            .unwrap_or_default();
        let stem: String = name.chars().take(2).collect();
        let alike = self.gaz.children(Some(county)).into_iter().filter(|code| {
            *code != hit.code
                && self.gaz.place(*code).is_some_and(|place| {
                    place.name.starts_with(&stem)
                        && place.name.chars().count() == name.chars().count()
                })
        });
        alike.count() > 0
    }
}

fn worth(hit: Hit, rest: &str) -> usize {
    let base = match (hit.code.level(), hit.form) {
        (Level::Town | Level::Village, Form::Full) => 9,
        (_, Form::Full) => 10,
        (Level::Town | Level::Village, Form::Old) => 7,
        (_, Form::Old) => 9,
        (Level::Province, Form::Short) => 7,
        (Level::City, Form::Short) => 6,
        (Level::County, Form::Short) => 5,
        (Level::Town | Level::Village, Form::Short) => 3,
    };
    let chars = rest.get(..hit.len).map_or(0, |named| named.chars().count());
    base + chars.min(6)
}
