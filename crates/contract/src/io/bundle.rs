//! Bundles on a stick: what is written, what is there, what was taken in.

use super::plain;
use super::seat::SessionRow;
use crate::error::AppError;

plain! {
    /// Where a bundle goes.
    pub struct BundleExport {
        /// A folder, which gets one file for this device that the next replaces; or the file.
        pub path: String,
        /// The most bytes that all photos in it may have together; none without it.
        #[serde(default)]
        #[ts(type = "number", optional)]
        pub photo_bytes: Option<u64>,
    }

    /// A bundle that was written.
    pub struct BundleWritten {
        /// The file.
        pub path: String,
        /// Its size.
        #[ts(type = "number")]
        pub bytes: u64,
        /// Facts in it: all that the hub is not known to have.
        #[ts(type = "number")]
        pub facts: u64,
        /// Photos in it.
        #[ts(type = "number")]
        pub photos: u64,
        /// Photos that found no room in it.
        #[ts(type = "number")]
        pub photos_left: u64,
    }

    /// What to take in.
    pub struct BundleImport {
        /// A file, or a folder of which everything for this device is taken.
        pub path: String,
        /// The one-time code, for a bundle that a new PC begins with.
        #[serde(default)]
        #[ts(optional)]
        pub code: Option<String>,
    }

    /// A bundle as it lies there.
    pub struct BundleRow {
        /// The file.
        pub path: String,
        /// Its size.
        #[ts(type = "number")]
        pub bytes: u64,
        /// `up` (for the hub), `down` (from the hub), `setup` (a new PC begins with it); empty when
        /// it cannot be told.
        pub kind: String,
        /// When it was made by its sender's clock; absent when it cannot be told.
        #[ts(type = "number", optional)]
        pub made_ms: Option<i64>,
        /// It was written by this device, or is sealed to it.
        pub is_ours: bool,
        /// What is wrong with it.
        #[ts(optional)]
        pub trouble: Option<AppError>,
    }

    /// What bundles brought.
    pub struct BundleTaken {
        /// Each of them.
        pub bundles: Vec<BundleRow>,
        /// Facts that came.
        #[ts(type = "number")]
        pub pulled: u64,
        /// Facts that the hub says it has now.
        #[ts(type = "number")]
        pub pushed: u64,
        /// Photos that came.
        #[ts(type = "number")]
        pub photos: u64,
        /// What one side refused: `origin-sequence: code`.
        pub refused: Vec<String>,
        /// Facts that still wait for the hub: write a bundle to carry them.
        #[ts(type = "number")]
        pub waiting: u64,
        /// The hub does not know this device yet: the next bundle to it asks to be let in.
        pub needs_answer: bool,
    }

    /// Where the bundle of a new or replaced PC lies, before anything is set up.
    pub struct SetupLook {
        /// The bundle, or the folder that it lies in.
        pub path: String,
        /// The one-time code that opens it.
        pub code: String,
    }

    /// A bundle that a new or replaced PC can begin with.
    pub struct SetupSeen {
        /// The bundle's file.
        pub path: String,
        /// The folder that it lies in, where the answer to it goes.
        pub folder: String,
        /// The station that it is for.
        pub station: String,
    }

    /// A new or replaced PC that begins with what the county wrote on a stick.
    pub struct SetupFromBundle {
        /// The bundle, or the folder that it lies in.
        pub path: String,
        /// The one-time code that opens it.
        pub code: String,
        /// The first keeper's name on this PC.
        pub operator: String,
        /// The first keeper's PIN, at least four digits.
        pub pin: String,
    }

    /// A PC that began with a bundle.
    pub struct SetupFilled {
        /// The recovery key, to be printed and kept apart from this PC.
        pub recovery_key: String,
        /// What to know: `pin_too_simple`, `keys_in_files`.
        pub warnings: Vec<String>,
        /// The keeper, signed in.
        pub session: SessionRow,
        /// What the bundle brought.
        pub taken: BundleTaken,
    }
}
