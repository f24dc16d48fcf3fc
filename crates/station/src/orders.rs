//! Orders: taken, stepped on, paid, taken back; each in one transaction with its stock.

mod act;
mod after;
mod amend;
mod back;
mod filling;
mod floors;
mod fresh;
mod list;
mod pack;
mod place;
mod shown;
mod split;
mod window;

pub use act::{answer, cancel, change, hand_over, pay, step, undo};
pub use after::after_sale;
pub use amend::{amend, doubt};
pub use back::take_back;
pub use fresh::fresh;
pub use list::list;
pub use pack::pack;
pub(crate) use place::measure_word;
pub use place::place;
pub(crate) use shown::holder_word;
pub use shown::show;
pub use split::split;
pub use window::window;
pub(crate) use window::{light_rows, region};
