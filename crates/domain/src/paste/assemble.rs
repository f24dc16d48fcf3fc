//! Putting the parts together.

use super::labels::{self, Kind};
use super::phone::{self, Phone};
use super::prepare::{TAKEN, prepare};
use super::region::{self, Region};
use super::remarks::{is_address, is_remark};
use super::tokens::{Token, glued_name, tokens};
use super::{Doubt, PastedContact, names};
use crate::places::{Gazetteer, Level, PlaceCode};

pub(super) fn assemble(text: &str, gaz: &Gazetteer) -> PastedContact {
    let (plain, cut) = prepare(text);
    let mut draft = Draft {
        gaz,
        phones: Vec::new(),
        codes: Vec::new(),
        made: PastedContact::default(),
    };
    if cut {
        draft.made.doubts.push(Doubt::TooLong);
    }
    let body = draft.sort_pieces(&plain);
    let found = region::find(&body, gaz);
    let (pre, post) = match &found {
        Some(region) => {
            let end = if region.place.is_some() {
                region.end
            } else {
                region.start
            };
            (
                body.get(..region.start).unwrap_or_default(),
                body.get(end..).unwrap_or_default(),
            )
        }
        None => (body.as_str(), ""),
    };
    let mut pre = tokens(pre);
    let mut post = tokens(post);
    draft.take_numbers(&mut pre, found.as_ref());
    draft.take_numbers(&mut post, found.as_ref());
    draft.take_name(&mut pre, &mut post);
    draft.share_out(pre, post, found.is_some());
    draft.settle_place(found);
    draft.settle_phone();
    draft.settle_doubts();
    draft.made
}

struct Draft<'a> {
    gaz: &'a Gazetteer,
    phones: Vec<Phone>,
    codes: Vec<PlaceCode>,
    made: PastedContact,
}

impl Draft<'_> {
    /// Fills what is labelled, and returns the text in which the region is looked for: what stood
    /// before the address, the region, the address, what stood after it.
    fn sort_pieces(&mut self, plain: &str) -> String {
        let mut parts: [Vec<String>; 4] = Default::default();
        let [before, regions, addresses, after] = &mut parts;
        let mut body_seen = false;
        let pieces = labels::pieces(plain);
        let labelled: Vec<Phone> = self.phones_of(&pieces);
        self.phones = labelled;
        for piece in pieces {
            let rest = match piece.kind {
                Kind::Sender => {
                    add(&mut self.made.sender, piece.text, " ");
                    continue;
                }
                Kind::Note => {
                    add(&mut self.made.note, &one_line(piece.text), "; ");
                    continue;
                }
                Kind::Order => {
                    let whole = format!("{}: {}", piece.label, one_line(piece.text));
                    add(&mut self.made.note, &whole, "; ");
                    continue;
                }
                Kind::Postcode | Kind::Code => self.take_code(piece.kind, piece.text),
                Kind::Phone => self.take_phones(piece.text, true),
                Kind::Name => self.take_labelled_name(piece.text),
                Kind::Free | Kind::Region | Kind::Address | Kind::Receiver => {
                    self.take_phones(piece.text, false)
                }
            };
            let target = match piece.kind {
                Kind::Region => &mut *regions,
                Kind::Address => &mut *addresses,
                _ if body_seen => &mut *after,
                _ => &mut *before,
            };
            body_seen |= matches!(piece.kind, Kind::Region | Kind::Address);
            if rest.chars().any(|c| c != TAKEN && !c.is_whitespace()) {
                target.push(rest);
            }
        }
        [
            before.join("\n"),
            regions.join(" "),
            addresses.join(" "),
            after.join("\n"),
        ]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
    }

    /// Phones with a label come first, wherever they stand.
    fn phones_of(&self, pieces: &[labels::Piece<'_>]) -> Vec<Phone> {
        let labelled = pieces.iter().filter(|piece| piece.kind == Kind::Phone);
        labelled
            .flat_map(|piece| phone::take(piece.text, true, &|_| false).0)
            .collect()
    }

    fn take_phones(&mut self, text: &str, labelled: bool) -> String {
        let gaz = self.gaz;
        let is_code = |digits: &str| !labelled && code_in(digits, gaz).is_some();
        let (found, rest) = phone::take(text, labelled, &is_code);
        if !labelled {
            self.phones.extend(found);
        }
        rest
    }

    fn take_code(&mut self, kind: Kind, text: &str) -> String {
        let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
        let rest = text.get(digits.len()..).unwrap_or_default().to_owned();
        match (kind, code_in(&digits, self.gaz)) {
            (Kind::Code, Some(code)) => self.codes.push(code),
            _ if digits.len() == 6 => self.made.postcode = digits,
            _ => return text.to_owned(),
        }
        rest
    }

    /// The name after its label; what follows it is returned.
    fn take_labelled_name(&mut self, text: &str) -> String {
        let rest = self.take_phones(text, false);
        let (pre, post) = match region::find(&rest, self.gaz) {
            Some(region) if region.start > 0 => rest.split_at(region.start),
            _ => (rest.as_str(), ""),
        };
        let mut words = tokens(pre);
        let first = words
            .first()
            .map(|token| names::bare(&token.text).to_owned());
        let Some(name) = first.filter(|name| !name.is_empty() && self.made.name.is_empty()) else {
            return rest;
        };
        if name.chars().count() > 40 || (words.len() == 1 && is_long_address(&name)) {
            return rest;
        }
        if names::score(&name) == 0 && name.chars().count() > 8 {
            self.made.doubts.push(Doubt::NameUnsure);
        }
        self.made.name = name;
        words.remove(0);
        let left: Vec<String> = words.into_iter().map(|token| token.text).collect();
        format!("{} {post}", left.join(" "))
    }

    /// Postcodes, codes of places and numbers that were meant as phones, out of the words.
    fn take_numbers(&mut self, words: &mut Vec<Token>, region: Option<&Region>) {
        let gaz = self.gaz;
        words.retain(|token| {
            let digits = token.text.trim_matches(['(', ')']);
            if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
                return true;
            }
            let place = region.and_then(|region| region.place);
            let code = code_in(digits, gaz);
            let fits = code.is_some_and(|code| place.is_some_and(|place| place.contains(code)));
            if let Some(code) = code.filter(|_| digits.len() > 6 || fits) {
                self.codes.push(code);
            } else if digits.len() == 6 && self.made.postcode.is_empty() && digits < "9" {
                digits.clone_into(&mut self.made.postcode);
            } else if (10..=12).contains(&digits.len()) && digits.starts_with('1') {
                self.phones.push(Phone {
                    number: digits.to_owned(),
                    odd: true,
                });
            } else {
                return true;
            }
            false
        });
    }

    fn take_name(&mut self, pre: &mut Vec<Token>, post: &mut Vec<Token>) {
        if !self.made.name.is_empty() {
            return;
        }
        let best = best_name(pre, post);
        if let Some((score, in_pre, at)) = best
            && (score >= names::SURE || glued_in(pre, post).is_none())
        {
            let token = if in_pre { pre } else { post }.remove(at);
            names::bare(&token.text).clone_into(&mut self.made.name);
            if score < names::SURE {
                self.made.doubts.push(Doubt::NameUnsure);
            }
            return;
        }
        if let Some((in_pre, at, start, name)) = glued_in(pre, post)
            && let Some(token) = (if in_pre { pre } else { post }).get_mut(at)
        {
            self.made.name = name;
            token.text.truncate(start);
        }
    }

    /// What is left goes into the address or the note.
    fn share_out(&mut self, pre: Vec<Token>, post: Vec<Token>, placed: bool) {
        let mut address = Vec::new();
        for token in pre {
            if NOTHING.contains(&token.text.as_str()) {
                continue;
            }
            let remark = is_remark(&token.text);
            if !remark && (!placed || is_address(&token.text)) {
                address.push(token.text);
            } else {
                add(&mut self.made.note, &token.text, "; ");
            }
        }
        for token in post {
            let stray = token.after_phone && !is_address(&token.text);
            if is_remark(&token.text) || stray {
                add(&mut self.made.note, &token.text, "; ");
            } else {
                address.push(token.text);
            }
        }
        self.made.address = address.join(" ");
    }

    fn settle_place(&mut self, found: Option<Region>) {
        let mut place = None;
        if let Some(region) = found {
            place = region.place;
            let doubts = &mut self.made.doubts;
            if region.contradictory {
                doubts.push(Doubt::PlaceContradictory);
            }
            if region.old {
                doubts.push(Doubt::PlaceOldName);
            }
            if region.guessed {
                doubts.push(Doubt::PlaceGuessed);
            }
            if !region.candidates.is_empty() {
                doubts.push(Doubt::PlaceAmbiguous {
                    candidates: region.candidates,
                });
            }
        }
        for code in std::mem::take(&mut self.codes) {
            match place {
                Some(place) if code.contains(place) => {}
                Some(known) if !known.contains(code) => {
                    add(&mut self.made.note, &code.to_string(), "; ");
                    self.made.doubts.push(Doubt::PlaceContradictory);
                }
                _ => place = Some(code),
            }
        }
        let village = place.and_then(|town| self.gaz.village_at(town, &self.made.address));
        if let Some(place) = place {
            self.made.region = self.gaz.region(place);
            let deeper = !self.gaz.children(Some(place)).is_empty();
            if place.level() < Level::County && deeper {
                self.made.doubts.push(Doubt::PlaceShallow);
            }
        }
        self.made.place = village.or(place);
    }

    fn settle_phone(&mut self) {
        let mut phones = std::mem::take(&mut self.phones);
        phones.sort_by_key(|phone| phone.odd);
        let mut seen: Vec<Phone> = Vec::new();
        for phone in phones {
            if !seen.iter().any(|known| known.number == phone.number) {
                seen.push(phone);
            }
        }
        let mobile = seen
            .iter()
            .position(|phone| phone.number.starts_with('1') && !phone.odd);
        if !seen.is_empty() {
            let first = seen.remove(mobile.unwrap_or(0));
            if first.odd {
                self.made.doubts.push(Doubt::PhoneOdd);
            }
            self.made.phone = first.number;
        }
        if !seen.is_empty() {
            self.made.doubts.push(Doubt::PhonesSeveral);
        }
        for other in seen {
            add(&mut self.made.note, &other.number, "; ");
        }
    }

    fn settle_doubts(&mut self) {
        let made = &mut self.made;
        let unsure = made
            .doubts
            .iter()
            .any(|doubt| matches!(doubt, Doubt::PlaceAmbiguous { .. }));
        for (missing, doubt) in [
            (made.name.is_empty(), Doubt::NoName),
            (made.phone.is_empty(), Doubt::NoPhone),
            (made.place.is_none() && !unsure, Doubt::PlaceUnknown),
            (made.address.is_empty(), Doubt::NoAddress),
        ] {
            if missing {
                made.doubts.push(doubt);
            }
        }
    }
}

/// Words before a region that say nothing.
const NOTHING: &[&str] = &[
    "寄到",
    "发到",
    "送到",
    "寄往",
    "发往",
    "邮寄到",
    "地址是",
    "我在",
    "住在",
    "在",
    "到",
    "我的地址是",
    "(",
    ")",
];

fn add(field: &mut String, text: &str, between: &str) {
    let text = text.trim();
    if text.is_empty() {
        return;
    }
    if !field.is_empty() {
        field.push_str(between);
    }
    field.push_str(text);
}

fn one_line(text: &str) -> String {
    text.replace(['\n', TAKEN], " ")
}

fn is_long_address(text: &str) -> bool {
    text.chars().count() > 8 && text.chars().any(|c| c.is_ascii_digit())
}

/// The place of a number of 6, 9 or 12 digits; the town of a village that the table has not.
fn code_in(digits: &str, gaz: &Gazetteer) -> Option<PlaceCode> {
    if !matches!(digits.len(), 6 | 9 | 12) {
        return None;
    }
    let code: PlaceCode = digits.parse().ok()?;
    let known = gaz.place(code).map(|place| place.code);
    let town = code.up().filter(|town| town.level() == Level::Town);
    known.or_else(|| {
        town.and_then(|town| gaz.place(town))
            .map(|place| place.code)
    })
}

/// The word that is most like a name: its score, whether it is before the region, its index.
fn best_name(pre: &[Token], post: &[Token]) -> Option<(u8, bool, usize)> {
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
        if placed && (score >= names::SURE || (token.near_phone && score >= 40)) {
            offer(score, u8::from(token.near_phone) * 8, false, at);
        }
    }
    best.map(|(_, score, in_pre, at)| (score, in_pre, at))
}

/// A name glued to the end of an address: in which list, which word, where it begins.
fn glued_in(pre: &[Token], post: &[Token]) -> Option<(bool, usize, usize, String)> {
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
