//! Finding the region in a text: a chain of place names, each under the one before it.

use super::chain::{Chain, Search, is_separator, skip_separators};
use super::prepare::is_han;
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

/// How long a name may be that is glued to the region.
const MAX_GLUED_CHARS: usize = 6;

/// The best region of a text; `hints` are codes that stood in it and decide between equals.
pub(super) fn find(text: &str, hints: &[PlaceCode], gaz: &Gazetteer) -> Option<Region> {
    let mut chains = Vec::new();
    let mut search = Search::new(text, gaz);
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
        search.extend(None, at, true, &mut found);
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
    let mut tied: Vec<&Chain> = chains
        .iter()
        .filter(|c| c.score == best && c.start == first.start)
        .collect();
    let hinted = |chain: &Chain| hints.iter().any(|hint| chain.code.contains(*hint));
    if tied.iter().any(|chain| hinted(chain)) {
        tied.retain(|chain| hinted(chain));
    }
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
