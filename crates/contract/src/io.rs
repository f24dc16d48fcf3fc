//! What commands take and give: plain types, one file a noun.

mod bundle;
mod buyer;
mod contested;
mod day;
mod lot;
mod morning;
mod order;
mod order_shown;
mod order_window;
mod people;
mod price;
mod print;
mod produce;
mod seat;
mod shift;
mod station;
mod sync;

pub use bundle::*;
pub use buyer::*;
pub use contested::*;
pub use day::*;
pub use lot::*;
pub use morning::*;
pub use order::*;
pub use order_shown::*;
pub use order_window::*;
pub use people::*;
pub use price::*;
pub use print::*;
pub use produce::*;
pub use seat::*;
pub use shift::*;
pub use station::*;
pub use sync::*;

use crate::error::AppError;
pub use crate::order_row::{BuyerRow, LineRow, OrderRow, OrderState, PaymentState};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use tsong_domain::id::EntityId;
use tsong_domain::text::InputError;

macro_rules! plain {
    ($($item:item)+) => {
        $(
            // What is absent in an answer is left out, as the bindings say; never null.
            #[serde_with::skip_serializing_none]
            #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize,
                     schemars::JsonSchema, ts_rs::TS)]
            $item
        )+
    };
}
pub(crate) use plain;

/// No input.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Empty {}

plain! {
    /// It was done.
    pub struct Done {
        /// Always true.
        pub done: bool,
    }

    /// One thing by its id.
    pub struct IdInput {
        /// A UUID.
        pub id: String,
    }

    /// A file.
    pub struct PathInput {
        /// Where, on this machine.
        pub path: String,
    }
}

/// A list, narrowed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(default)]
pub struct ListInput {
    /// Any text to find by; empty for all.
    pub find: String,
    /// A state's word, where the things have states; empty for all.
    pub state: String,
    /// At most so many; 0 for all.
    pub limit: u32,
    /// Go on after this id.
    #[ts(optional)]
    pub after: Option<String>,
    /// Sort by name as this language does: `bo`, `zh-CN`, `en`; empty for the list's own order.
    #[ts(optional)]
    pub language: Option<String>,
}

/// What a person typed, or a whole number in the base unit: fen, grams, pieces.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(untagged)]
pub enum Typed {
    /// In the base unit.
    Number(#[ts(type = "number")] i64),
    /// As typed: `2.5kg`, `三斤`, `68元5角`, with full-width or Tibetan digits.
    Text(String),
}

/// Names in three languages; any may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(default)]
pub struct Trilingual {
    /// Tibetan.
    pub bo: String,
    /// Chinese.
    #[serde(rename = "zh-CN")]
    pub zh: String,
    /// English.
    pub en: String,
}

impl From<tsong_domain::names::Names> for Trilingual {
    fn from(n: tsong_domain::names::Names) -> Self {
        Self {
            bo: n.bo,
            zh: n.zh,
            en: n.en,
        }
    }
}

impl From<Trilingual> for tsong_domain::names::Names {
    fn from(n: Trilingual) -> Self {
        Self {
            bo: n.bo,
            zh: n.zh,
            en: n.en,
        }
    }
}

/// Reads an id.
///
/// # Errors
/// [`AppError::BadInput`] naming the field.
pub fn read_id(field: &str, text: &str) -> Result<EntityId, AppError> {
    text.parse()
        .map_err(|_| AppError::input(field, InputError::NotANumber))
        .map_err(|_| AppError::BadInput {
            field: field.to_owned(),
            reason: "bad_id".to_owned(),
        })
}
