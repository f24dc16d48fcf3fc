//! The PC that a person sits at: setting it up, signing in, its settings.

use super::plain;
use crate::error::AppError;

plain! {
    /// What state this PC is in.
    pub struct SetupStatus {
        /// `absent` (nothing is set up), `ready`, or `trouble`.
        pub state: String,
        /// What the trouble is.
        #[ts(optional)]
        pub trouble: Option<AppError>,
        /// The station's folder.
        pub folder: String,
        /// The program's version.
        pub version: String,
        /// The system and the machine: `linux-x86_64`.
        pub platform: String,
        /// The system has a keyring that can be used.
        pub has_keyring: bool,
        /// The language of this device: `bo`, `zh-CN`, `en`.
        pub language: String,
        /// Backups in the folder, latest first.
        pub backups: Vec<BackupRow>,
        /// Why today's backup was not kept, when it was not.
        #[ts(optional)]
        pub backup_trouble: Option<AppError>,
    }

    /// A backup file.
    pub struct BackupRow {
        /// Where.
        pub path: String,
        /// How big.
        #[ts(type = "number")]
        pub bytes: u64,
        /// When it was last written, milliseconds since 1970.
        #[ts(type = "number")]
        pub at_ms: i64,
        /// The day that its name tells, 2026-08-18; empty when it tells none.
        pub day: String,
    }

    /// A station to be.
    pub struct SetupCreate {
        /// The station's name.
        pub name: String,
        /// Its place code; empty when unknown.
        #[serde(default)]
        pub place: String,
        /// The first keeper's name.
        pub operator: String,
        /// The first keeper's PIN, at least four digits.
        pub pin: String,
    }

    /// A station that was set up.
    pub struct SetupCreated {
        /// The recovery key, to be printed and kept apart from this PC.
        pub recovery_key: String,
        /// What to know: `pin_too_simple`, `keys_in_files`.
        pub warnings: Vec<String>,
        /// The keeper, signed in.
        pub session: SessionRow,
    }

    /// A backup to bring back.
    pub struct SetupRestore {
        /// The backup's file.
        pub path: String,
        /// The recovery key that was printed at set-up.
        pub recovery_key: String,
    }

    /// A key to put back.
    pub struct SetupUnlock {
        /// The recovery key that was printed at set-up.
        pub recovery_key: String,
    }

    /// A station that is back.
    pub struct SetupRestored {
        /// Where what lay here before was moved; absent when nothing was.
        #[ts(optional)]
        pub moved_to: Option<String>,
        /// It writes under a new origin: enrol, sync and count before selling.
        pub needs_enrolment: bool,
        /// What to know: `keys_in_files`.
        pub warnings: Vec<String>,
        /// This PC now.
        pub status: SetupStatus,
    }

    /// One's own PIN.
    pub struct PinInput {
        /// As typed.
        pub pin: String,
    }

    /// The recovery key.
    pub struct RecoveryKey {
        /// As it is printed.
        pub recovery_key: String,
    }

    /// Who signs in.
    pub struct SignIn {
        /// The operator's id, or the name.
        pub operator: String,
        /// The PIN.
        pub pin: String,
    }

    /// Who is signed in.
    pub struct SessionRow {
        /// The operator.
        pub id: String,
        /// The name.
        pub name: String,
        /// A letter or two of the name.
        pub initials: String,
        /// `keeper`, `operator`, `helper` or `host`.
        pub role: String,
        /// What the role allows: `open`, `see`, `stock`, `pack`, `sell`, `keep`.
        pub rights: Vec<String>,
    }

    /// Who is signed in, if anybody.
    pub struct SessionShown {
        /// Absent when nobody is.
        #[ts(optional)]
        pub session: Option<SessionRow>,
    }

    /// The settings of this device.
    pub struct Settings {
        /// `bo`, `zh-CN` or `en`.
        pub language: String,
        /// `light`, `dark`, `contrast` or `system`.
        pub look: String,
        /// Syncs by itself.
        pub is_sync_automatic: bool,
        /// Minutes between two syncs that begin by themselves, 5 to 1440.
        pub sync_minutes: u32,
        /// Whether photos go with a sync: `go`, `unpaid` (not over a link that the system knows to be
        /// paid by the byte) or `paused`.
        pub photos: String,
        /// Minutes without a key or a click until the screen locks; 0 for never.
        pub idle_minutes: u32,
        /// The printer for slips, as the system names it; empty for its own choice.
        pub printer: String,
        /// A note about the printer: its paper, where it stands.
        pub printer_note: String,
        /// The paper of slips and receipts: `a5`, `a6` or `roll80`.
        pub slip_paper: String,
        /// The unit in which weights are shown: `kg` or `jin`.
        pub weight_unit: String,
        /// Numbers on labels are written in Tibetan digits.
        pub has_tibetan_digits: bool,
        /// What to know: `settings_broken` when the file of them could not be read.
        pub notices: Vec<String>,
    }

    /// What to change about the settings; absent stays.
    #[derive(Default)]
    pub struct SettingsChange {
        /// `bo`, `zh-CN` or `en`.
        #[serde(default)]
        #[ts(optional)]
        pub language: Option<String>,
        /// `light`, `dark`, `contrast` or `system`.
        #[serde(default)]
        #[ts(optional)]
        pub look: Option<String>,
        /// Syncs by itself.
        #[serde(default)]
        #[ts(optional)]
        pub is_sync_automatic: Option<bool>,
        /// Minutes between two syncs that begin by themselves, 5 to 1440.
        #[serde(default)]
        #[ts(optional)]
        pub sync_minutes: Option<u32>,
        /// `go`, `unpaid` or `paused`.
        #[serde(default)]
        #[ts(optional)]
        pub photos: Option<String>,
        /// Minutes until the screen locks, up to 240; 0 for never.
        #[serde(default)]
        #[ts(optional)]
        pub idle_minutes: Option<u32>,
        /// The printer for slips.
        #[serde(default)]
        #[ts(optional)]
        pub printer: Option<String>,
        /// A note about the printer.
        #[serde(default)]
        #[ts(optional)]
        pub printer_note: Option<String>,
        /// `a5`, `a6` or `roll80`.
        #[serde(default)]
        #[ts(optional)]
        pub slip_paper: Option<String>,
        /// `kg` or `jin`.
        #[serde(default)]
        #[ts(optional)]
        pub weight_unit: Option<String>,
        /// Numbers on labels are written in Tibetan digits.
        #[serde(default)]
        #[ts(optional)]
        pub has_tibetan_digits: Option<bool>,
    }
}
