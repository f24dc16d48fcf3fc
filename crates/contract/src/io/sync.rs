//! One sync, the last ones, and the one that runs.

use super::plain;
use crate::error::AppError;

plain! {
    /// What one sync did.
    pub struct SyncReport {
        /// Facts that the hub took.
        #[ts(type = "number")]
        pub pushed: u64,
        /// Facts that came.
        #[ts(type = "number")]
        pub pulled: u64,
        /// Requests made.
        pub requests: u32,
        /// Bytes sent on the socket, headers and TLS counted.
        #[ts(type = "number")]
        pub bytes_up: u64,
        /// Bytes received on the socket.
        #[ts(type = "number")]
        pub bytes_down: u64,
        /// How long it took.
        #[ts(type = "number")]
        pub elapsed_ms: u64,
        /// Frames that one side refused: `origin-sequence: code`.
        pub refused: Vec<String>,
    }

    /// The three truths: saved here, waiting, at the hub.
    pub struct SyncStatus {
        /// Facts saved here.
        #[ts(type = "number")]
        pub saved: u64,
        /// Own facts that the hub does not have yet.
        #[ts(type = "number")]
        pub waiting: u64,
        /// What those are about, the most first.
        pub waiting_kinds: Vec<WaitingKind>,
        /// So much waits that its kinds are counted on a part of it.
        pub waiting_kinds_are_about: bool,
        /// About how many bytes they take on the wire, judged by the last syncs.
        #[ts(type = "number")]
        pub waiting_bytes: u64,
        /// About how long all that waits takes, photos too, at the pace of the last syncs; absent
        /// when nothing waits or no sync ever told the pace.
        #[ts(type = "number", optional)]
        pub waiting_seconds: Option<u64>,
        /// As `waiting_seconds`, without photos.
        #[ts(type = "number", optional)]
        pub waiting_record_seconds: Option<u64>,
        /// Blobs that the hub does not have yet.
        #[ts(type = "number")]
        pub waiting_blobs: u64,
        /// Bytes of those blobs.
        #[ts(type = "number")]
        pub waiting_blob_bytes: u64,
        /// When the hub last answered, its own time; absent when never.
        #[ts(type = "number", optional)]
        pub last_heard_ms: Option<i64>,
        /// Facts and frames set aside: `origin-sequence: code`.
        pub refused: Vec<String>,
        /// The last syncs, latest first.
        pub history: Vec<SyncPast>,
    }

    /// Something set aside that somebody has seen.
    pub struct RefusalClose {
        /// The fact, or the first of a frame: `origin-sequence`.
        pub fact: String,
    }

    /// Waiting facts of one kind.
    pub struct WaitingKind {
        /// `order`, `lot`, `listing`, `villager`, `buyer`, `operator`, or `other`.
        pub kind: String,
        /// How many of these things have something to tell.
        #[ts(type = "number")]
        pub things: u64,
    }

    /// A past sync.
    pub struct SyncPast {
        /// When, by this device's wall.
        #[ts(type = "number")]
        pub at_ms: i64,
        /// An error's code; absent when it went well.
        #[ts(optional)]
        pub error: Option<String>,
        /// What it did.
        #[ts(optional)]
        pub report: Option<SyncReport>,
    }

    /// How far a sync has come, and what comes next. The screen asks for it again and again.
    pub struct SyncWatch {
        /// A hub knows this device.
        pub is_enrolled: bool,
        /// One runs.
        pub is_running: bool,
        /// Where it stands, or where the last one ended: `idle`, `connect`, `facts_up`,
        /// `facts_down`, `blobs_up`, `blobs_down`, `done`.
        pub phase: String,
        /// Bytes sent on the socket so far.
        #[ts(type = "number")]
        pub bytes_up: u64,
        /// Bytes received on the socket so far.
        #[ts(type = "number")]
        pub bytes_down: u64,
        /// Facts acknowledged so far, of those that waited when it began.
        #[ts(type = "number")]
        pub facts_done: u64,
        /// Facts that waited when it began.
        #[ts(type = "number")]
        pub facts_waiting: u64,
        /// Facts that came so far.
        #[ts(type = "number")]
        pub facts_pulled: u64,
        /// Why photos stay here: `paused` by hand, `paid` by the byte is the link; empty when they go.
        pub photos_held: String,
        /// Blobs exchanged so far.
        #[ts(type = "number")]
        pub blobs_done: u64,
        /// Blobs that waited when it began.
        #[ts(type = "number")]
        pub blobs_waiting: u64,
        /// When it began, by this device's wall; absent when none ever did.
        #[ts(type = "number", optional)]
        pub started_ms: Option<i64>,
        /// How long it has run, or ran.
        #[ts(type = "number")]
        pub elapsed_ms: u64,
        /// Bytes a second over the last moments, both ways.
        #[ts(type = "number")]
        pub bytes_per_second: u64,
        /// How long what is to be sent still takes, if that is known.
        #[ts(type = "number", optional)]
        pub seconds_left: Option<u64>,
        /// How the last one ended; absent when none did since the program began.
        #[ts(optional)]
        pub last: Option<SyncOutcome>,
        /// In how many seconds the next begins by itself; absent when none will.
        #[ts(type = "number", optional)]
        pub next_try_seconds: Option<u64>,
        /// Rises whenever facts arrived or were acknowledged: what is shown has to be read again.
        #[ts(type = "number")]
        pub generation: u64,
    }

    /// How a sync ended.
    pub struct SyncOutcome {
        /// When, by this device's wall.
        #[ts(type = "number")]
        pub at_ms: i64,
        /// What it did, when it went well.
        #[ts(optional)]
        pub report: Option<SyncReport>,
        /// Why not; `stopped` when a person stopped it.
        #[ts(optional)]
        pub error: Option<AppError>,
    }
}
