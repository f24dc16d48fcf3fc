//! Taking apart what is labelled, phones and codes; what is left is the text of a region.

use super::assemble::Draft;
use super::labels::{self, Kind};
use super::phone::{self, Phone};
use super::prepare::TAKEN;
use super::tokens::tokens;
use super::{Doubt, names, region};
use crate::places::{Gazetteer, Level, PlaceCode};

impl Draft<'_> {
    /// Fills what is labelled, and returns the text in which the region is looked for: what stood
    /// before the address, the region, the address, what stood after it.
    pub(super) fn sort_pieces(&mut self, plain: &str) -> String {
        let mut parts: [Vec<String>; 4] = Default::default();
        let [before, regions, addresses, after] = &mut parts;
        let mut body_seen = false;
        let pieces = labels::pieces(plain);
        let labelled: Vec<Phone> = self.phones_of(&pieces);
        self.phones = labelled;
        for piece in pieces {
            let rest = match piece.kind {
                Kind::Sender => {
                    add(&mut self.made.sender, &one_line(piece.text), " ");
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
                Kind::Free
                | Kind::Name
                | Kind::Phone
                | Kind::Postcode
                | Kind::Code
                | Kind::Note
                | Kind::Order
                | Kind::Sender
                | Kind::Receiver => {
                    if body_seen {
                        &mut *after
                    } else {
                        &mut *before
                    }
                }
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

    /// Codes of towns and villages out of the body; they are no words of an address.
    pub(super) fn take_codes(&mut self, body: &str) -> String {
        let mut out = String::with_capacity(body.len());
        let mut digits = String::new();
        let mut fresh = true;
        for c in body.chars().chain(['\n']) {
            if c.is_ascii_digit() {
                digits.push(c);
                continue;
            }
            let long = fresh && digits.len() > 6 && !c.is_ascii_alphanumeric() && c != '-';
            match code_in(&digits, self.gaz).filter(|_| long) {
                Some(code) => {
                    self.codes.push(code);
                    out.push(' ');
                    // A village that the table has not: its town is known, its digits are kept.
                    if code.to_string() != digits {
                        add(&mut self.made.note, &digits, "; ");
                    }
                }
                None => out.push_str(&digits),
            }
            digits.clear();
            fresh = !(c.is_ascii_alphanumeric() || c == '-');
            out.push(c);
        }
        out.pop();
        out
    }

    /// The name after its label; what follows it is returned.
    fn take_labelled_name(&mut self, text: &str) -> String {
        let rest = self.take_phones(text, false);
        let region = region::find(&rest, &[], self.gaz);
        let at_once = region.as_ref().filter(|region| region.start == 0);
        if at_once
            .and_then(|region| region.place)
            .is_some_and(|p| p.level() >= Level::County)
        {
            return rest;
        }
        let (pre, post) = match region {
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
}

pub(super) fn add(field: &mut String, text: &str, between: &str) {
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
pub(super) fn code_in(digits: &str, gaz: &Gazetteer) -> Option<PlaceCode> {
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
