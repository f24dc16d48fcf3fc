//! What the device knows about itself, kept beside the log and never synced.

use crate::fault::Fault;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use tsong_domain::id::{DeviceId, EntityId, FactId, Hash32, Origin};
use tsong_domain::stock::Readiness;
use tsong_domain::time::Clock;
use tsong_store::{Db, meta, origin};

/// Who this device is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    /// The device, the same after a restore.
    pub device: DeviceId,
    /// The origin under which it writes now.
    pub origin: Origin,
    /// Its older origins, oldest first.
    pub older: Vec<Origin>,
    /// It was restored (or found its chain forked) and these rules bind it.
    pub is_restored: bool,
    /// Its takeover was accepted.
    pub has_taken_over: bool,
    /// The lots that it has counted since.
    pub counted: BTreeSet<EntityId>,
}

impl Me {
    const NAME: &'static str = "me";

    /// Whether this device writes under an origin, or did before it was restored.
    #[must_use]
    pub fn wrote(&self, origin: Origin) -> bool {
        origin == self.origin || self.older.contains(&origin)
    }

    /// Reads it.
    ///
    /// # Errors
    /// Whatever the store says; a database without it is unreadable.
    pub fn load(db: &Db<'_>) -> Result<Self, Fault> {
        meta::get(db, Self::NAME)?.ok_or(Fault::Store(tsong_store::StoreError::Unreadable {
            what: "me",
        }))
    }

    /// Writes it.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn save(&self, db: &Db<'_>) -> Result<(), Fault> {
        Ok(meta::put(db, Self::NAME, self)?)
    }

    /// Where it stands after a restore.
    #[must_use]
    pub fn readiness(&self) -> Readiness {
        Readiness {
            is_restored: self.is_restored,
            has_taken_over: self.has_taken_over,
            counted: self.counted.clone(),
        }
    }
}

/// The bond with a hub.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bond {
    /// The hub's address; empty when it is only reached by stick.
    pub url: String,
    /// The hub's public key, pinned at enrolment.
    pub hub_key: Hash32,
    /// The station's id at the hub.
    pub station: EntityId,
    /// The nonce that the hub gave for signing requests.
    pub nonce: [u8; 16],
    /// The last number of a signed request.
    pub request_sequence: u64,
    /// When the hub last answered, its time.
    pub heard_ms: Option<i64>,
    /// The one-time code of a set-up bundle, until the hub says that it let this device in.
    #[serde(default)]
    pub code: Option<String>,
}

impl Bond {
    const NAME: &'static str = "bond";

    /// Reads it; `None` before enrolment.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn load(db: &Db<'_>) -> Result<Option<Self>, Fault> {
        Ok(meta::get(db, Self::NAME)?.flatten())
    }

    /// Writes it.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn save(&self, db: &Db<'_>) -> Result<(), Fault> {
        Ok(meta::put(db, Self::NAME, &Some(self))?)
    }

    /// Forgets it: a restored device enrols anew.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn forget(db: &Db<'_>) -> Result<(), Fault> {
        Ok(meta::put(db, Self::NAME, &None::<Self>)?)
    }
}

/// Running numbers of this device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counters {
    /// Entities minted under the current origin.
    pub minted: u64,
    /// Order numbers.
    pub orders: u64,
    /// Lot numbers.
    pub lots: u64,
}

impl Counters {
    const NAME: &'static str = "counters";

    /// Reads them.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn load(db: &Db<'_>) -> Result<Self, Fault> {
        Ok(meta::get(db, Self::NAME)?.unwrap_or_default())
    }

    /// Writes them.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn save(&self, db: &Db<'_>) -> Result<(), Fault> {
        Ok(meta::put(db, Self::NAME, self)?)
    }
}

/// The station as its fields stand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StationView {
    /// Its name.
    pub name: String,
    /// Its place code.
    pub place: Option<u64>,
    /// Commission in thousandths.
    pub commission_permille: u16,
    /// How many hours goods are under way, where the station knows better than the catalogue: by
    /// ambient, chilled, frozen.
    #[serde(default)]
    pub road_hours: [Option<u16>; 3],
    /// Its telephone, for what is printed.
    #[serde(default)]
    pub phone: String,
    /// When the carrier comes, in minutes since midnight.
    #[serde(default = "usual_cut_off")]
    pub cut_off_minutes: u16,
    /// How many orders can be packed in a day; 0 when nobody said.
    #[serde(default)]
    pub packing_capacity: u32,
    /// Pictures of the codes by which buyers pay the station: WeChat, Alipay.
    #[serde(default)]
    pub pay_codes: [Option<Hash32>; 2],
}

/// When a carrier comes where nobody said: four in the afternoon.
pub const CUT_OFF_MINUTES: u16 = 16 * 60;

const fn usual_cut_off() -> u16 {
    CUT_OFF_MINUTES
}

/// The station's own fields, on [`EntityId::NIL`].
pub mod fields {
    /// Its name, a text.
    pub const NAME: &str = "name";
    /// Its place code.
    pub const PLACE: &str = "place";
    /// Commission in thousandths of the goods.
    pub const COMMISSION: &str = "commission_permille";
    /// Hours on the road of what needs no ice, with ice, frozen.
    pub const ROAD: [&str; 3] = [
        "road_ambient_hours",
        "road_chilled_hours",
        "road_frozen_hours",
    ];
    /// Its telephone, a text; it stands on slips and is no personal data.
    pub const PHONE: &str = "phone";
    /// When the carrier comes, in minutes since midnight.
    pub const CUT_OFF: &str = "cut_off_minutes";
    /// How many orders can be packed in a day.
    pub const CAPACITY: &str = "packing_capacity";
    /// Pictures of the codes for WeChat and Alipay, blobs.
    pub const PAY_CODES: [&str; 2] = ["pay_code_wechat", "pay_code_alipay"];
}

impl StationView {
    const NAME: &'static str = "station";

    /// Reads it.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn load(db: &Db<'_>) -> Result<Self, Fault> {
        Ok(meta::get(db, Self::NAME)?.unwrap_or_default())
    }

    /// Writes it.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn save(&self, db: &Db<'_>) -> Result<(), Fault> {
        Ok(meta::put(db, Self::NAME, self)?)
    }
}

/// Reads the clock; a database without one begins at the program's build date.
///
/// # Errors
/// Whatever the store says.
pub fn clock(db: &Db<'_>) -> Result<Clock, Fault> {
    Ok(meta::get(db, "clock")?.unwrap_or_else(|| Clock::born(crate::BUILD_MS)))
}

/// Writes the clock.
///
/// # Errors
/// Whatever the store says.
pub fn save_clock(db: &Db<'_>, clock: &Clock) -> Result<(), Fault> {
    Ok(meta::put(db, "clock", clock)?)
}

/// The devices and keys that the hub has ever let in, with the latest word on each.
///
/// # Errors
/// Whatever the store says.
pub fn access(db: &Db<'_>) -> Result<BTreeMap<String, bool>, Fault> {
    Ok(meta::get(db, "access")?.unwrap_or_default())
}

/// Notes what the hub said about a device and key.
///
/// # Errors
/// Whatever the store says.
pub fn note_access(
    db: &Db<'_>,
    device: DeviceId,
    key: &Hash32,
    is_allowed: bool,
) -> Result<(), Fault> {
    let mut all = access(db)?;
    all.insert(format!("{device}:{key}"), is_allowed);
    Ok(meta::put(db, "access", &all)?)
}

/// The facts whose personal sections were erased, also before they arrive.
///
/// # Errors
/// Whatever the store says.
pub fn erased(db: &Db<'_>) -> Result<BTreeSet<FactId>, Fault> {
    Ok(meta::get(db, "erased")?.unwrap_or_default())
}

/// Notes erased facts.
///
/// # Errors
/// Whatever the store says.
pub fn note_erased(db: &Db<'_>, facts: &[FactId]) -> Result<(), Fault> {
    let mut all = erased(db)?;
    all.extend(facts);
    Ok(meta::put(db, "erased", &all)?)
}

/// Three letters that tell the station's devices apart on paper; the origin's, so that a restored
/// device never prints a number twice.
#[must_use]
pub fn letters(origin: Origin) -> String {
    const ALPHABET: &[u8; 24] = b"ABCDEFGHJKLMNPQRSTUVWXYZ";
    let mut rest = origin.0;
    (0..3)
        .map(|_| {
            let at = usize::try_from(rest % 24).unwrap_or(0);
            rest /= 24;
            char::from(ALPHABET.get(at).copied().unwrap_or(b'A'))
        })
        .collect()
}

/// The letters of a device: those of the origin under which it writes now, as far as was heard;
/// empty for one that nobody heard of.
///
/// # Errors
/// Whatever the store says.
pub fn device_letters(db: &Db<'_>, device: DeviceId) -> Result<String, Fault> {
    let me = Me::load(db)?;
    if device == me.device {
        return Ok(letters(me.origin));
    }
    let mut known: Vec<_> = origin::all(db)?
        .into_iter()
        .filter(|o| o.device == device && !o.is_hub)
        .collect();
    known.sort_by_key(|o| (o.closed.is_some(), o.origin));
    Ok(known.first().map(|o| letters(o.origin)).unwrap_or_default())
}
