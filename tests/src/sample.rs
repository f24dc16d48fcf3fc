//! A sample station: a village in matsutake season, with people, lots, listings and orders in every
//! state that one PC can reach. For `cargo xtask run` and the tests that drive the window.

mod busy;
mod goods;
mod many;
mod orders;
mod people;
mod wall;

use serde_json::{Value, json};
use std::path::Path;
use tsong_contract::AppError;
use tsong_contract::command::dispatch;
use tsong_station::Station;
use tsong_station::keys::{KeyRing, KeyStore};
use tsong_station::setup::NewStation;

/// The station's name.
pub const STATION: &str = "巴河站";
/// Its place: 巴河镇 in 工布江达县.
pub const PLACE: &str = "540421102";
/// The keeper's name.
pub const OPERATOR: &str = "德吉";
/// The keeper's PIN.
pub const PIN: &str = "281904";
/// A second operator, who packs and sells.
pub const SECOND: &str = "扎西";
/// The second operator's PIN.
pub const SECOND_PIN: &str = "394827";

/// A hub that the sample station enrols at.
#[derive(Clone, Copy, Debug)]
pub struct AtHub<'a> {
    /// Its address.
    pub url: &'a str,
    /// The station's one-time code there.
    pub code: &'a str,
}

/// What a large station has beyond the sample.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Many {
    /// Orders of the years before.
    pub orders: u64,
    /// Goods on sale, each with a title of its own.
    pub listings: u64,
    /// Sixty villagers, and two thousand orders that this station itself took in the last weeks.
    pub is_busy: bool,
}

/// Makes the sample station in an empty folder, its keys in files, and answers its recovery key.
/// With a hub it is enrolled and has synced once, half-way through: some of its orders wait.
///
/// # Errors
/// What the station's commands say.
pub fn make(dir: &Path, hub: Option<AtHub<'_>>, many: Many) -> Result<String, AppError> {
    let days = busy::days();
    if many.is_busy {
        wall::live_at(wall::now_ms() - days * busy::DAY_MS);
    }
    let keys = KeyRing::open(dir, KeyStore::File);
    let new = NewStation {
        name: STATION,
        operator: OPERATOR,
        pin: PIN,
        place: PLACE,
    };
    let created = Station::create(dir, keys, Box::new(wall::Wall), &new)?;
    let mut desk = Desk(created.station);
    desk.call(
        "operator.add",
        json!({ "name": SECOND, "role": "operator", "pin": SECOND_PIN }),
    )?;
    let villagers = people::villagers(&mut desk)?;
    let listings = if many.is_busy {
        busy::weeks(&mut desk, &villagers, days)?
    } else {
        goods::listings(&mut desk)?
    };
    goods::prices(&mut desk, &listings, &villagers)?;
    wall::live_today();
    goods::lots(&mut desk, &villagers)?;
    orders::earlier(&mut desk, dir)?;
    orders::of_the_morning(&mut desk, &listings)?;
    if let Some(hub) = hub {
        desk.call("hub.enroll", json!({ "hub": hub.url, "code": hub.code }))?;
        goods::grant(&mut desk)?;
        desk.call("sync.run", json!({}))?;
    }
    orders::since_the_sync(&mut desk, &listings)?;
    many::orders(&mut desk, dir, many.orders)?;
    many::listings(&mut desk, many.listings)?;
    Ok(created.recovery_key)
}

/// The station, called as every host calls it.
struct Desk(Station);

impl Desk {
    fn call(&mut self, name: &str, input: Value) -> Result<Value, AppError> {
        // Which of a hundred commands it was; its words stay the station's.
        dispatch(&mut self.0, name, input)
            .inspect_err(|error| eprintln!("sample: {name}: {}", error.code()))
    }

    /// The id of what a command made.
    fn made(&mut self, name: &str, input: Value) -> Result<String, AppError> {
        let answer = self.call(name, input)?;
        Ok(answer
            .get("id")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned())
    }
}
