//! Why a decision was refused, in the order in which the rules look.

use crate::id::EntityId;
use crate::money::Fen;
use crate::quantity::Quantity;
use crate::text::InputError;

/// A refusal of `decide`: nothing was written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A mark that the entity's marks name has not arrived yet: nobody marks it now (`rules.md` 8).
    #[error("a part of this record has not arrived yet")]
    MissingMarks,
    /// The state does not allow it.
    #[error("not possible while {state}")]
    WrongState {
        /// The state's word.
        state: &'static str,
    },
    /// Only the keeper of the goods may do it; another asks or is warned.
    #[error("the goods lie at another device")]
    NotTheKeeper,
    /// The holder's own share is smaller than what is asked.
    #[error("not enough of it")]
    NotEnough {
        /// The line that fell short.
        line: u32,
        /// The lot, when one was chosen.
        lot: Option<EntityId>,
        /// What was asked.
        asked: Quantity,
        /// What this holder can promise.
        available: Quantity,
    },
    /// Restored, and the lot was not counted again.
    #[error("count this lot again first")]
    NeedsRecount {
        /// The lot.
        lot: EntityId,
    },
    /// Restored, and the hub has not handed the device back what it holds.
    #[error("take over from the lost disk first")]
    NeedsTakeover,
    /// The same thing was done before.
    #[error("done already")]
    AlreadyDone,
    /// Too late to undo.
    #[error("can no longer be undone")]
    UndoExpired,
    /// A value is not one that a station can have.
    #[error("{field}: {error}")]
    Input {
        /// Which.
        field: &'static str,
        /// Why.
        error: InputError,
    },
    /// What comes out of a lot and what is lost are not what went in.
    #[error("what comes out and what is lost are not what went in")]
    DoesNotAddUp {
        /// What went in.
        taken: Quantity,
        /// What came out.
        out: Quantity,
        /// What was said to be lost.
        lost: Quantity,
    },
    /// What was packed is not what was picked for the order.
    #[error("this lot was not picked")]
    NotPicked {
        /// The line.
        line: u32,
        /// The lot.
        lot: EntityId,
    },
    /// What perishes is refunded without coming back.
    #[error("perishable goods are not sent back")]
    Perishes,
    /// More would go back than came.
    #[error("more than was paid")]
    MoreThanPaid {
        /// What can still go back.
        most_fen: Fen,
    },
    /// A sum leaves the range of money.
    #[error("too large")]
    TooLarge,
    /// An order without lines.
    #[error("no lines")]
    NoLines,
}
