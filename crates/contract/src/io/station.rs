//! The station, its device, its hub, and the care of its data.

use super::plain;

plain! {
    /// What this device is and where it stands.
    pub struct StationStatus {
        /// The station's name.
        pub name: String,
        /// Its place code; empty when unknown.
        pub place: String,
        /// The place's names from the province down, parted by blanks; empty when unknown.
        pub place_name: String,
        /// Its telephone, for what is printed; empty when there is none.
        pub phone: String,
        /// Commission in thousandths of the goods.
        pub commission_permille: u16,
        /// How many hours goods are under way to a buyer.
        pub road_hours: RoadHours,
        /// Pictures of the codes by which buyers pay the station.
        pub pay_codes: PayCodes,
        /// When the carrier comes, in minutes since midnight.
        pub cut_off_minutes: u16,
        /// How many orders can be packed in a day; 0 when nobody said.
        pub packing_capacity: u32,
        /// How many orders wait to leave.
        pub packing_waiting: u32,
        /// On which local day an order that is taken now can leave.
        pub leaves_on: String,
        /// How many devices the station has, this one and those that were heard of.
        pub devices: u32,
        /// This device.
        pub device: String,
        /// The origin under which it writes now.
        pub origin: String,
        /// It was restored and has not taken over yet.
        pub needs_takeover: bool,
        /// The clock is doubted: "Is today …?"
        pub is_clock_doubted: bool,
        /// The program's idea of now, milliseconds since 1970.
        #[ts(type = "number")]
        pub now_ms: i64,
        /// Where the database key is kept: `keyring` or `file`.
        pub key_store: String,
        /// The hub's address; absent before enrolment.
        #[ts(optional)]
        pub hub: Option<String>,
        /// The station's id at the hub.
        #[ts(optional)]
        pub hub_station: Option<String>,
        /// Who works here, by name.
        pub operators: Vec<OperatorTile>,
        /// Who is signed in.
        #[ts(optional)]
        pub signed_in: Option<String>,
        /// The program's version.
        pub version: String,
    }

    /// Addresses of pictures of codes that a buyer scans to pay; empty where there is none.
    pub struct PayCodes {
        /// For WeChat Pay.
        pub wechat: String,
        /// For Alipay.
        pub alipay: String,
    }

    /// Hours on the road, door to door, by how goods travel.
    pub struct RoadHours {
        /// What any parcel will do for.
        pub ambient: u16,
        /// What travels with ice.
        pub chilled: u16,
        /// What stays frozen all the way.
        pub frozen: u16,
    }

    /// Somebody to choose before signing in.
    pub struct OperatorTile {
        /// Who.
        pub id: String,
        /// The name.
        pub name: String,
        /// A letter or two of the name, for a tile without a photo.
        pub initials: String,
        /// The role.
        pub role: String,
        /// Has a PIN on this device, so can sign in.
        pub has_pin: bool,
    }

    /// What to change; absent stays.
    pub struct StationChange {
        /// The station's name.
        #[serde(default)]
        #[ts(optional)]
        pub name: Option<String>,
        /// Its place code.
        #[serde(default)]
        #[ts(optional)]
        pub place: Option<String>,
        /// Commission in thousandths of the goods, 0 to 500.
        #[serde(default)]
        #[ts(optional)]
        pub commission_permille: Option<u16>,
        /// Its telephone.
        #[serde(default)]
        #[ts(optional)]
        pub phone: Option<String>,
        /// How many hours goods are under way, 1 to 1440; those that differ from the catalogue's.
        #[serde(default)]
        #[ts(optional)]
        pub road_hours: Option<RoadHours>,
        /// Pictures of the codes by which buyers pay.
        #[serde(default)]
        #[ts(optional)]
        pub pay_codes: Option<PayCodes>,
        /// When the carrier comes, in minutes since midnight.
        #[serde(default)]
        #[ts(optional)]
        pub cut_off_minutes: Option<u16>,
        /// How many orders can be packed in a day; 0 for no limit.
        #[serde(default)]
        #[ts(optional)]
        pub packing_capacity: Option<u32>,
    }

    /// The day and time, as a person confirms it.
    pub struct ClockConfirm {
        /// Milliseconds since 1970.
        #[ts(type = "number")]
        pub now_ms: i64,
    }

    /// How to enrol.
    pub struct EnrollInput {
        /// The hub's address, `https://…` (plain http on loopback only).
        pub hub: String,
        /// The one-time code.
        pub code: String,
    }

    /// What `verify` found.
    pub struct VerifyReport {
        /// Everything adds up.
        pub ok: bool,
        /// A digest over every entity's state; the same on replicas that hold the same facts.
        pub state_digest: String,
        /// Every origin's last sequence and chain head.
        pub heads: Vec<HeadRow>,
        /// How many facts there are.
        #[ts(type = "number")]
        pub facts: u64,
        /// What does not add up, in words.
        pub faults: Vec<String>,
    }

    /// One origin.
    pub struct HeadRow {
        /// Its number.
        pub origin: String,
        /// The last sequence.
        #[ts(type = "number")]
        pub sequence: u64,
        /// The chain's head.
        pub head: String,
    }

    /// Which facts.
    pub struct FactsInput {
        /// Those that arrived after this one; 0 for all.
        #[serde(default)]
        #[ts(type = "number")]
        pub since: i64,
        /// At most so many; 0 for all.
        #[serde(default)]
        pub limit: u32,
    }

    /// One fact.
    pub struct FactRow {
        /// The how-manieth to arrive here.
        #[ts(type = "number")]
        pub arrival: i64,
        /// `origin-sequence`.
        pub id: String,
        /// Milliseconds since 1970, as claimed.
        #[ts(type = "number")]
        pub at_ms: i64,
        /// The date is unconfirmed.
        pub doubtful: bool,
        /// Who: an operator's id, or `station`.
        pub actor: String,
        /// What it speaks of.
        pub entity: String,
        /// What kind; `unknown` when a newer version wrote it, `malformed` when nobody can read it.
        pub kind: String,
        /// The body, as JSON.
        #[ts(type = "unknown")]
        pub body: serde_json::Value,
        /// Whether it carries personal data: `none`, `open`, `erased`.
        pub personal: String,
        /// The chain's head after it.
        pub head: String,
    }

    /// A backup that was written.
    pub struct BackupReport {
        /// Where.
        pub path: String,
        /// How big.
        #[ts(type = "number")]
        pub bytes: u64,
        /// How many facts it holds, counted in the copy after reopening it.
        #[ts(type = "number")]
        pub facts: u64,
    }

    /// What an import did.
    pub struct ImportReport {
        /// New orders.
        pub added: u32,
        /// Orders that changed.
        pub changed: u32,
        /// Orders that were as they are, or newer here.
        pub unchanged: u32,
        /// Lines that were refused; the rest went in.
        pub rejected: Vec<RejectedLine>,
    }

    /// A line that was refused.
    pub struct RejectedLine {
        /// Its number in the file, from 1.
        pub line: u32,
        /// Why.
        pub code: String,
    }

    /// Something that waits for a person.
    pub struct Task {
        /// What kind: `needs_decision`, `cancel_asked`, `asked`, `quarantine`, `negative_share`,
        /// `contested`, `recount`, `takeover`, `unpack`.
        pub kind: String,
        /// What it is about; empty for the device as a whole.
        pub id: String,
        /// For people: a number or a name.
        pub label: String,
        /// More about it, a code.
        pub detail: String,
    }

    /// An account's balance.
    pub struct Balance {
        /// The account: `villager:<id>`, `drawer:<device>`, `way:wechat`, `commission` …
        pub account: String,
        /// For people.
        pub label: String,
        /// Positive when the station owns it, negative when it owes it.
        #[ts(type = "number")]
        pub balance_fen: i64,
    }
}
