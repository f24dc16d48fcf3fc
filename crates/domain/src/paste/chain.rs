//! Reading one place's name after another, each under the one before it.

use super::prepare::TAKEN;
use super::remarks::{is_street, opens_a_street};
use crate::places::{Form, Gazetteer, Hit, Level, PlaceCode};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Words between the parts of a region that say nothing.
#[rustfmt::skip]
const FILLERS: &[&str] = &[
    "市辖区", "省直辖县级行政区划", "自治区直辖县级行政区划", "中国", "CN", "生产建设兵团", "第一师", "第二师", "第三师", "第四师",
    "第五师", "第六师", "第七师", "第八师", "第九师", "第十师", "第十二师", "第十三师", "第十四师",
];

/// Bounds the work on a text of nothing but names of places.
const MAX_STEPS: usize = 20_000;

/// Names of places that follow each other in a text.
#[derive(Clone, Debug)]
pub(super) struct Chain {
    pub(super) code: PlaceCode,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) score: usize,
    /// Names read, and those of them that said something new.
    names: usize,
    pub(super) parts: usize,
    pub(super) old: bool,
    pub(super) last: Form,
}

pub(super) const fn is_separator(c: char) -> bool {
    matches!(
        c,
        ' ' | '\n' | ',' | ';' | '-' | '/' | '·' | '.' | '\'' | '\\'
    )
}

pub(super) fn skip_separators(text: &str, from: usize) -> usize {
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

pub(super) struct Search<'a> {
    text: &'a str,
    gaz: &'a Gazetteer,
    /// What begins at each byte of the text that was looked at.
    seen: BTreeMap<usize, Rc<[Hit]>>,
    steps_left: usize,
}

impl<'a> Search<'a> {
    pub(super) const fn new(text: &'a str, gaz: &'a Gazetteer) -> Self {
        Self {
            text,
            gaz,
            seen: BTreeMap::new(),
            steps_left: MAX_STEPS,
        }
    }

    /// Lengthens a chain, or begins one at `from`, by every name that stands there; `open` says
    /// whether a bare stem may follow.
    pub(super) fn extend(
        &mut self,
        chain: Option<&Chain>,
        from: usize,
        open: bool,
        found: &mut Vec<Chain>,
    ) {
        if self.steps_left == 0 || chain.is_some_and(|chain| chain.names > 8) {
            return;
        }
        self.steps_left -= 1;
        let at = chain.map(|chain| chain.code);
        let from = if at.is_some() {
            skip_separators(self.text, from)
        } else {
            from
        };
        let rest = self.text.get(from..).unwrap_or_default();
        let gaz = self.gaz;
        let hits = Rc::clone(
            self.seen
                .entry(from)
                .or_insert_with(|| gaz.spot(rest).into()),
        );
        for hit in hits.iter().copied() {
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
                Form::Full | Form::Old => !(is_street(tail) && hit.code.level() == Level::Town),
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
