//! Putting the parts together.

use super::choose::{best_name, glued_in};

use super::phone::Phone;
use super::prepare::prepare;
use super::region::{self, Region};
use super::remarks::{is_address, is_remark, is_street};
use super::sort::{add, code_in};
use super::tokens::{Token, tokens};
use super::{Doubt, PastedContact, names};
use crate::places::{Form, Gazetteer, Level, PlaceCode};

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
    let body = draft.take_codes(&body);
    let found = region::find(&body, &draft.codes, gaz);
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
    draft.drop_extension(&mut pre);
    draft.drop_extension(&mut post);
    draft.take_numbers(&mut pre, found.as_ref());
    draft.take_numbers(&mut post, found.as_ref());
    draft.take_name(&mut pre, &mut post);
    if found.is_some() {
        draft.take_shop(&mut pre);
    }
    draft.share_out(pre, post, found.is_some());
    draft.settle_place(found);
    draft.settle_phone();
    draft.settle_doubts();
    draft.made
}

pub(super) struct Draft<'a> {
    pub(super) gaz: &'a Gazetteer,
    pub(super) phones: Vec<Phone>,
    pub(super) codes: Vec<PlaceCode>,
    pub(super) made: PastedContact,
}

impl Draft<'_> {
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

    /// Platforms repeat a virtual number's extension behind the name and the address.
    fn drop_extension(&self, words: &mut Vec<Token>) {
        let extensions: Vec<&str> = self
            .phones
            .iter()
            .filter_map(|phone| phone.number.split_once('-'))
            .map(|(_, e)| e)
            .collect();
        words.retain(|token| !extensions.contains(&token.text.as_str()));
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
            let kept = token.text.trim_end_matches(['-', '/', ' ']).len();
            token.text.truncate(kept);
        }
    }

    /// A shop or an office that receives, where nobody is named: 林芝特产店.
    fn take_shop(&mut self, pre: &mut Vec<Token>) {
        let fits = |token: &&Token| {
            let short = token.text.chars().count() <= 12;
            let digits = token.text.chars().any(|c| c.is_ascii_digit());
            short && !digits && token.near_phone && !is_remark(&token.text)
        };
        if self.made.name.is_empty() && pre.iter().filter(fits).count() == 1 {
            let at = pre.iter().position(|token| fits(&token)).unwrap_or(0);
            self.made.name = pre.remove(at).text;
            self.made.doubts.push(Doubt::NameUnsure);
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
        place = place.map(|place| self.deepen(place));
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

    /// A town or county that opens the address, as when a name stood before it.
    fn deepen(&mut self, place: PlaceCode) -> PlaceCode {
        let hits = self.gaz.spot(&self.made.address);
        let mut under = hits
            .iter()
            .filter(|hit| hit.form == Form::Full && hit.code != place && place.contains(hit.code));
        let (Some(hit), None) = (under.next(), under.next()) else {
            return place;
        };
        let rest = self.made.address.get(hit.len..).unwrap_or_default();
        if is_street(rest) {
            return place;
        }
        self.made.address = rest.trim_start_matches([' ', '-', '/']).to_owned();
        hit.code
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
