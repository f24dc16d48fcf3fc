//! Bundles: a station's exchange on a stick. What a device carried here is taken in and answered; what
//! the hub has for devices is sealed to each of them; and a new PC begins from one sealed by its
//! one-time code.

mod give;
mod take;

pub use give::{Given, Giving, give, set_up};
pub use take::{Answering, Taken, take};

use crate::error::HubError;
use std::path::{Path, PathBuf};
use tsong_domain::id::EntityId;
use tsong_sync::bundle::{BundleError, EXTENSION, file};

/// What a bundle's failure is called.
fn failed(error: BundleError, path: &Path) -> HubError {
    let name = path.display();
    let refused = |code, what: &str| HubError::refused(code, format!("{name}: {what}"));
    match error {
        BundleError::NotABundle => refused("not_a_bundle", "no bundle of Tsong"),
        BundleError::Newer { found } => refused(
            "bundle_newer",
            &format!("format {found} is newer than this program: update tsong-hub"),
        ),
        BundleError::NotOurs => refused("bundle_not_ours", "sealed for somebody else"),
        BundleError::WrongCode => refused("bundle_not_ours", "sealed by a one-time code"),
        BundleError::Cut => refused(
            "bundle_cut",
            "not whole; what came before the end counts, copy it again",
        ),
        BundleError::Damaged => refused("bundle_damaged", "damaged; copy it again"),
        BundleError::Malformed => refused("bundle_malformed", "its content cannot be taken"),
        BundleError::BadSignature => refused("bad_signature", "its sender did not sign it"),
        BundleError::Io(error) if file::is_full(&error) => {
            refused("no_room", "there is no room for it")
        }
        BundleError::Io(error) => HubError::io(name.to_string())(error),
        BundleError::Storage(inner) => match inner.downcast::<HubError>() {
            Ok(error) => *error,
            Err(other) => HubError::Broken(other.to_string()),
        },
        BundleError::Frame(detail) => HubError::Broken(detail),
    }
}

/// Where a set-up bundle goes: each has a code of its own, so none replaces another.
fn place_set_up(path: &Path, station: EntityId, now_ms: i64) -> PathBuf {
    if path.is_dir() {
        path.join(format!("tsong-{station}-{now_ms}-setup.{EXTENSION}"))
    } else {
        path.to_owned()
    }
}
