//! Operators, villagers, buyers and places.

use super::{PersonName, plain};

plain! {
    /// A new operator.
    pub struct OperatorAdd {
        /// The name to sign in with.
        pub name: String,
        /// `keeper`, `operator`, `helper` or `host`.
        pub role: String,
        /// The PIN on this device, at least four digits.
        pub pin: String,
    }

    /// What to change about an operator; absent stays.
    pub struct OperatorChange {
        /// Who.
        pub id: String,
        /// The name.
        #[serde(default)]
        #[ts(optional)]
        pub name: Option<String>,
        /// The role.
        #[serde(default)]
        #[ts(optional)]
        pub role: Option<String>,
        /// Still works here.
        #[serde(default)]
        #[ts(optional)]
        pub is_active: Option<bool>,
    }

    /// An operator.
    pub struct OperatorRow {
        /// Who.
        pub id: String,
        /// The name.
        pub name: String,
        /// The role.
        pub role: String,
        /// Still works here.
        pub is_active: bool,
        /// Has a PIN on this device.
        pub has_pin: bool,
    }

    /// A PIN.
    pub struct PinSet {
        /// Whose; absent for one's own.
        #[serde(default)]
        #[ts(optional)]
        pub operator: Option<String>,
        /// The new PIN, at least four digits.
        pub pin: String,
    }

    /// A PIN, by the recovery key.
    pub struct PinReset {
        /// The operator's name.
        pub operator: String,
        /// The recovery key that was printed at set-up.
        pub recovery_key: String,
        /// The new PIN.
        pub pin: String,
    }

    /// A new villager.
    pub struct VillagerInput {
        /// The name as it is written.
        pub name: String,
        /// The name in Tibetan.
        #[serde(default)]
        pub name_bo: String,
        /// The telephone.
        #[serde(default)]
        pub phone: String,
        /// `cash`, `wechat`, `alipay`, `bank`.
        #[serde(default)]
        pub payout: String,
        /// The account of that way.
        #[serde(default)]
        pub account: String,
        /// A place code.
        #[serde(default)]
        pub place: String,
        /// A photo's address.
        #[serde(default)]
        pub photo: String,
        /// Its thumbnail's address.
        #[serde(default)]
        pub thumbnail: String,
    }

    /// What to change about a villager; absent stays.
    pub struct VillagerChange {
        /// Who.
        pub id: String,
        /// The name.
        #[serde(default)]
        #[ts(optional)]
        pub name: Option<String>,
        /// The name in Tibetan.
        #[serde(default)]
        #[ts(optional)]
        pub name_bo: Option<String>,
        /// The telephone.
        #[serde(default)]
        #[ts(optional)]
        pub phone: Option<String>,
        /// The payout way.
        #[serde(default)]
        #[ts(optional)]
        pub payout: Option<String>,
        /// The account of that way.
        #[serde(default)]
        #[ts(optional)]
        pub account: Option<String>,
        /// A place code.
        #[serde(default)]
        #[ts(optional)]
        pub place: Option<String>,
        /// A photo's address.
        #[serde(default)]
        #[ts(optional)]
        pub photo: Option<String>,
        /// Its thumbnail's address.
        #[serde(default)]
        #[ts(optional)]
        pub thumbnail: Option<String>,
        /// Still here.
        #[serde(default)]
        #[ts(optional)]
        pub is_active: Option<bool>,
        /// Who gets what is owed to one who left or died, a villager; empty for nobody.
        #[serde(default)]
        #[ts(optional)]
        pub heir: Option<String>,
    }

    /// A villager.
    pub struct VillagerRow {
        /// Who.
        pub id: String,
        /// The name as it is written.
        pub name: String,
        /// The name in Tibetan.
        pub name_bo: String,
        /// The telephone.
        pub phone: String,
        /// The payout way.
        pub payout: String,
        /// The account of that way.
        pub account: String,
        /// A place code.
        pub place: String,
        /// The place's name.
        pub place_name: String,
        /// A photo's address.
        pub photo: String,
        /// The thumbnail's address, the photo's where there is none; empty without a photo.
        pub thumbnail: String,
        /// A letter or two of the name, for a tile without a photo.
        pub initials: String,
        /// Still here.
        pub is_active: bool,
        /// Who gets what is owed to one who left; empty while nobody said.
        pub heir: String,
        /// The heir's name.
        pub heir_name: String,
        /// Who else this is, and who it may be.
        pub twins: Twins,
        /// How many lots were ever taken in.
        #[ts(type = "number")]
        pub lots: i64,
        /// When the last was; absent when none was.
        #[ts(type = "number", optional)]
        pub last_ms: Option<i64>,
        /// What the station owes, in fen.
        #[ts(type = "number")]
        pub owed_fen: i64,
        /// The fields on which two people disagree.
        pub contested: Vec<String>,
    }

    /// A buyer, as typed or pasted and corrected.
    pub struct BuyerInput {
        /// Who, when known; else found by phone, else new.
        #[serde(default)]
        #[ts(optional)]
        pub id: Option<String>,
        /// The name.
        #[serde(default)]
        pub name: String,
        /// The telephone.
        #[serde(default)]
        pub phone: String,
        /// Province, city, county, town, as names.
        #[serde(default)]
        pub region: Vec<String>,
        /// The place's code.
        #[serde(default)]
        pub place: String,
        /// Street, number, door.
        #[serde(default)]
        pub address: String,
    }

    /// A buyer.
    pub struct BuyerCard {
        /// Who.
        pub id: String,
        /// The name.
        pub name: String,
        /// The telephone.
        pub phone: String,
        /// Province, city, county, town, as names.
        pub region: Vec<String>,
        /// The place's code.
        pub place: String,
        /// Street, number, door.
        pub address: String,
        /// The fields on which two people disagree.
        pub contested: Vec<String>,
    }

    /// A pasted block.
    pub struct PasteInput {
        /// The text.
        pub text: String,
    }

    /// What was read out of a pasted block; each part can be corrected before it is saved.
    pub struct PastedBuyer {
        /// The name.
        pub name: String,
        /// The telephone.
        pub phone: String,
        /// Province, city, county, town, as names.
        pub region: Vec<String>,
        /// The deepest place that fits; empty when none does.
        pub place: String,
        /// Street, number, door.
        pub address: String,
        /// What was left over.
        pub note: String,
        /// What to look at again, as codes.
        pub doubts: Vec<String>,
        /// The buyer who has this phone already.
        #[ts(optional)]
        pub known: Option<BuyerCard>,
    }

    /// A place.
    pub struct PlaceRow {
        /// Its code.
        pub code: String,
        /// Its name.
        pub name: String,
        /// `province`, `city`, `county`, `town` or `village`.
        pub level: String,
        /// The names from the province down.
        pub path: Vec<String>,
    }

    /// People who were put down twice.
    pub struct Twins {
        /// Under whom else the same person was put down; this one stands for them.
        pub same: Vec<PersonName>,
        /// Who has the same telephone, as long as nobody said whether they are two.
        pub alike: Vec<PersonName>,
    }

    /// Who is the same as whom, or is not.
    pub struct JoinInput {
        /// Who.
        pub id: String,
        /// And who stands for both; empty parts them again.
        #[serde(default)]
        pub other: String,
    }
}
