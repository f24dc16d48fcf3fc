//! The orders that are imported: those of the sample station, too.

pub(crate) use tsong_tests::records::{changed, new, write};
