//! Errors as a screen sees them: a code to act on and the data of its sentence. The words are in
//! the catalogues (`wording`).

use crate::wording::{Language, sentence};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use tsong_domain::text::InputError;

macro_rules! errors {
    ($($(#[$doc:meta])* $variant:ident $({ $($(#[$fdoc:meta])* $field:ident : $ty:ty),+ $(,)? })?),+ $(,)?) => {
        /// What a command answers when it does not do what was asked. Nothing was written then.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
        #[serde(tag = "code", rename_all = "snake_case")]
        pub enum AppError {
            $($(#[$doc])* $variant $({ $($(#[$fdoc])* $field: $ty),+ })?,)+
        }

        /// Every variant's name, for the list of codes.
        const VARIANTS: &[&str] = &[$(stringify!($variant)),+];
    };
}

errors! {
    /// Somebody has to sign in first.
    SignInNeeded,
    /// The PIN does not fit.
    WrongPin {
        /// How many more may be tried before a wait.
        tries_left: u32
    },
    /// Too many wrong PINs.
    LockedOut {
        /// How long to wait.
        #[ts(type = "number")]
        wait_seconds: u64
    },
    /// The role does not allow it.
    NotAllowed {
        /// Which right is missing.
        right: String
    },
    /// There is no such thing.
    NotFound {
        /// What kind.
        what: String,
        /// Which.
        id: String
    },
    /// A field of the input is not readable.
    BadInput {
        /// Which.
        field: String,
        /// Why, a code of its own.
        reason: String
    },
    /// The input is not the JSON that the command takes.
    BadJson {
        /// What the reader says.
        detail: String
    },
    /// No command of this name.
    UnknownCommand {
        /// The name.
        name: String
    },
    /// Not a photo.
    NotAPhoto,
    /// A photo of too many pixels or bytes.
    PhotoTooLarge,
    /// A newer version wrote the database.
    DatabaseNewer {
        /// Its version.
        #[ts(type = "number")]
        found: i64,
        /// What this program knows.
        #[ts(type = "number")]
        known: i64
    },
    /// The database is cut or damaged.
    DatabaseDamaged,
    /// The key does not open the database.
    WrongKey,
    /// No database here.
    NoDatabase {
        /// Where it was looked for.
        path: String
    },
    /// There is a database already.
    DatabaseExists {
        /// Where.
        path: String
    },
    /// The disk is full.
    DiskFull,
    /// Another program holds the database.
    DatabaseBusy,
    /// Anything else of the disk or of SQLite.
    Storage {
        /// Its words.
        detail: String
    },
    /// This device cannot promise so much.
    NotEnoughStock {
        /// Of which product.
        product: String,
        /// What was asked, in grams or pieces.
        #[ts(type = "number")]
        asked: i64,
        /// What there is.
        #[ts(type = "number")]
        available: i64
    },
    /// The price is below what the villagers whose goods there are agreed to.
    BelowFloor {
        /// Of which product.
        product: String,
        /// One of them.
        villager: String,
        /// The lowest price that is agreed to, in yuan for a kilogram or a piece.
        floor: String
    },
    /// The state does not allow it.
    WrongState {
        /// The state's word.
        state: String
    },
    /// Too late to undo.
    UndoExpired,
    /// A part of the record has not arrived yet.
    MissingMarks,
    /// The goods lie at another device.
    NotTheKeeper,
    /// Count the lot again first.
    NeedsRecount,
    /// Take over from the lost disk first: sync.
    NeedsTakeover,
    /// Done already.
    AlreadyDone,
    /// A hub knows this device already.
    AlreadyEnrolled,
    /// No hub knows this device.
    NotEnrolled,
    /// No link to the hub.
    NoLink,
    /// The link stalled or was cut; what arrived counts.
    LinkStalled,
    /// A person stopped it; what arrived counts.
    Stopped,
    /// A network's sign-in page answered.
    CaptivePortal,
    /// What answered is no hub.
    NotAHub,
    /// The hub's certificate is not trusted.
    BadCertificate,
    /// The hub refused.
    HubRefused {
        /// Its reason, a code.
        reason: String
    },
    /// The one-time code is wrong.
    BadCode,
    /// The one-time code was used.
    CodeUsed,
    /// The hub has shut this device out.
    Revoked,
    /// This device's log has forked: a disk was copied back.
    Fork,
    /// A signature does not fit.
    BadSignature,
    /// The recovery key is mistyped or another's.
    RecoveryKeyWrong,
    /// The key is not where it was kept.
    KeyMissing,
    /// The system's keyring cannot be reached.
    KeyringUnavailable,
    /// The backup cannot be read.
    BackupDamaged,
    /// Some other file where a bundle was looked for, or would be written over.
    NotABundle,
    /// A newer version wrote the bundle.
    BundleNewer {
        /// Its format.
        found: u8
    },
    /// The bundle is sealed to somebody else.
    BundleNotOurs,
    /// The bundle ends before its end; what came before counts.
    BundleCut,
    /// The bundle is not what was written.
    BundleDamaged,
    /// No bundle here that is for this device.
    NoBundle,
    /// No room for a bundle on what it goes to.
    BundleNoRoom,
    /// The folder is not empty.
    DirectoryNotEmpty {
        /// Which.
        path: String
    },
    /// A PIN of too few digits.
    PinTooShort,
    /// Somebody has this name.
    NameTaken,
    /// The last keeper cannot go.
    LastKeeper,
    /// An order needs lines.
    NoLines,
    /// A sum is past what a station can have.
    TooLarge,
    /// Some lines of an import were refused.
    ImportPartly {
        /// How many.
        rejected: u32
    },
    /// Something does not add up.
    VerifyFailed {
        /// What.
        detail: String
    },
    /// A file cannot be read or written.
    Io {
        /// What the system says.
        detail: String
    },
    /// A fault of the program itself.
    Internal {
        /// Where.
        detail: String
    },
}

impl AppError {
    /// The code: the variant in small letters, with underscores.
    #[must_use]
    pub fn code(&self) -> String {
        match serde_json::to_value(self) {
            Ok(serde_json::Value::Object(map)) => map
                .get("code")
                .and_then(|c| c.as_str())
                .unwrap_or("internal")
                .to_owned(),
            Ok(_) | Err(_) => "internal".to_owned(),
        }
    }

    /// The sentence in a person's language.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        let mut args: Vec<(String, String)> = Vec::new();
        if let Ok(serde_json::Value::Object(map)) = serde_json::to_value(self) {
            for (name, value) in map {
                let text = value
                    .as_str()
                    .map_or_else(|| value.to_string(), str::to_owned);
                args.push((name, text));
            }
        }
        let args: Vec<(&str, String)> = args
            .iter()
            .map(|(name, value)| (name.as_str(), value.clone()))
            .collect();
        sentence(
            language,
            &format!("error-{}", self.code().replace('_', "-")),
            &args,
        )
    }

    /// A field that a person filled in wrongly.
    #[must_use]
    pub fn input(field: &str, error: InputError) -> Self {
        let reason = match serde_json::to_value(error) {
            Ok(serde_json::Value::Object(map)) => map
                .get("code")
                .and_then(|c| c.as_str())
                .unwrap_or("empty")
                .to_owned(),
            Ok(_) | Err(_) => "empty".to_owned(),
        };
        Self::BadInput {
            field: field.to_owned(),
            reason,
        }
    }

    /// Something that is not there.
    #[must_use]
    pub fn missing(what: &str, id: impl std::fmt::Display) -> Self {
        Self::NotFound {
            what: what.to_owned(),
            id: id.to_string(),
        }
    }
}

/// Every code that a command can answer.
#[must_use]
pub fn codes() -> Vec<String> {
    VARIANTS
        .iter()
        .map(|name| {
            let mut code = String::new();
            for c in name.chars() {
                if c.is_uppercase() && !code.is_empty() {
                    code.push('_');
                }
                code.extend(c.to_lowercase());
            }
            code
        })
        .collect()
}

/// The codes with which a line of an import is refused.
pub const IMPORT_CODES: &[&str] = &[
    "broken_json",
    "bad_id",
    "bad_amount",
    "no_lines",
    "unknown_status",
    "bad_weight",
    "bad_input",
    "wrong_state",
];
