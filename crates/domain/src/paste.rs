//! A buyer out of one pasted block of chat text: name, phone, place and address, each correctable.
//!
//! What people send has no grammar. The parser takes what it is sure of (labels, phones, places
//! that the table knows), reads names by surname, title and Tibetan name parts, and puts the rest
//! where it does no harm; what it had to guess it says in [`PastedContact::doubts`]. Nothing that
//! was typed is thrown away except labels, emoji and what cannot be seen.

use crate::places::{Gazetteer, PlaceCode};
use serde::{Deserialize, Serialize};

mod assemble;
mod chain;
mod choose;
mod label_words;
mod labels;
mod name_words;
mod names;
mod phone;
mod prepare;
mod region;
mod remarks;
mod sort;
mod tokens;

/// What a pasted text says. Empty strings are what it does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastedContact {
    /// The receiver's name as typed, with a title such as 先生.
    pub name: String,
    /// The first phone: `13812345678`, `17012345678-1234` (with an extension), `0894-5822345`,
    /// `4001234567`, `+85291234567`; as typed if it is none of these.
    pub phone: String,
    /// Names of province, city, county and town, each empty where there is none: a district of
    /// 北京市 has no city, a town of 东莞市 no county.
    pub region: [String; 4],
    /// The deepest place that fits, a village where the table knows it.
    pub place: Option<PlaceCode>,
    /// Street, number and door; the village too. All of the place's text if no place fits.
    pub address: String,
    /// Six digits.
    pub postcode: String,
    /// Remarks, further phones, and whatever found no other field.
    pub note: String,
    /// The text of a sender's block, which is not read further.
    pub sender: String,
    /// What a person should look at.
    pub doubts: Vec<Doubt>,
}

/// Why a part of a [`PastedContact`] should be looked at. Its code is the key of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Doubt {
    /// No name was found.
    NoName,
    /// The name is a guess.
    NameUnsure,
    /// No phone was found.
    NoPhone,
    /// The phone has not the length of one, or is masked.
    PhoneOdd,
    /// There are several phones; the others are in the note.
    PhonesSeveral,
    /// No place fits.
    PlaceUnknown,
    /// Several places fit equally well.
    PlaceAmbiguous {
        /// At most five of them, Tibet's first.
        candidates: Vec<PlaceCode>,
    },
    /// Parts of the region exclude each other.
    PlaceContradictory,
    /// The place was found by a name that it no longer has.
    PlaceOldName,
    /// The place is known only down to its city or province.
    PlaceShallow,
    /// The place was found by a county's or a town's name alone.
    PlaceGuessed,
    /// There is no street, number or door.
    NoAddress,
    /// The text was longer than is read; the end is missing.
    TooLong,
}

/// How far a [`PastedContact`] can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Name, phone or place is missing.
    Poor,
    /// All is there, something should be looked at.
    Check,
    /// Nothing is in doubt.
    Sure,
}

impl PastedContact {
    /// The worst of the doubts.
    #[must_use]
    pub fn confidence(&self) -> Confidence {
        let worst = self.doubts.iter().map(|doubt| match doubt {
            Doubt::NoName | Doubt::NoPhone | Doubt::PlaceUnknown => Confidence::Poor,
            Doubt::PlaceAmbiguous { .. } if self.place.is_none() => Confidence::Poor,
            Doubt::PlaceAmbiguous { .. }
            | Doubt::NameUnsure
            | Doubt::PhoneOdd
            | Doubt::PhonesSeveral
            | Doubt::PlaceContradictory
            | Doubt::PlaceOldName
            | Doubt::PlaceShallow
            | Doubt::PlaceGuessed
            | Doubt::NoAddress
            | Doubt::TooLong => Confidence::Check,
        });
        worst.min().unwrap_or(Confidence::Sure)
    }
}

/// Reads a pasted text. Cannot fail: what it does not understand ends in the address or the note.
/// Only the first 2,000 characters are read.
#[must_use]
pub fn parse_contact(text: &str, gaz: &Gazetteer) -> PastedContact {
    assemble::assemble(text, gaz)
}

#[cfg(test)]
mod tests;
