//! A screen before a bridge.

use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;
use tsong_contract::AppError;
use tsong_host::{Bridge, Keyring, Options};

pub(crate) const KEEPER: &str = "卓玛";
pub(crate) const PIN: &str = "428613";

pub(crate) struct Seat {
    pub(crate) bridge: Arc<Bridge>,
    pub(crate) recovery_key: String,
    pub(crate) dir: Arc<TempDir>,
}

impl Seat {
    /// Before an empty folder.
    pub(crate) fn empty() -> Self {
        let dir = Arc::new(tempfile::tempdir().unwrap());
        Self::at(dir, false)
    }

    fn at(dir: Arc<TempDir>, is_staying: bool) -> Self {
        let options = Options {
            is_staying,
            ..Options::new(&dir.path().join("station"), Keyring::Off, None)
        };
        Self {
            bridge: Arc::new(Bridge::open(options)),
            recovery_key: String::new(),
            dir,
        }
    }

    /// Before a station, the keeper signed in. Nothing begins by itself.
    pub(crate) fn new() -> Self {
        let mut seat = Self::empty();
        seat.set_up();
        seat
    }

    /// The same, where syncs begin by themselves.
    pub(crate) fn staying() -> Self {
        let mut seat = Self::at(Arc::new(tempfile::tempdir().unwrap()), true);
        seat.set_up();
        seat
    }

    fn set_up(&mut self) {
        let made = self.call(
            "setup.create",
            json!({"name": "巴河站", "place": "540421102", "operator": KEEPER, "pin": PIN}),
        );
        self.recovery_key = text(&made, "recovery_key");
    }

    /// Another window on the same folder.
    pub(crate) fn beside(&self) -> Self {
        let mut other = Self::at(Arc::clone(&self.dir), false);
        other.recovery_key.clone_from(&self.recovery_key);
        other
    }

    /// The window closed and opened again.
    pub(crate) fn reopened(self) -> Self {
        self.bridge.close();
        self.beside()
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.dir.path().join("station")
    }

    pub(crate) fn try_call(&self, name: &str, input: Value) -> Result<Value, AppError> {
        self.bridge.call(name, input)
    }

    #[track_caller]
    pub(crate) fn call(&self, name: &str, input: Value) -> Value {
        self.try_call(name, input)
            .unwrap_or_else(|error| panic!("{name} was refused: {error:?}"))
    }

    #[track_caller]
    pub(crate) fn refused(&self, name: &str, input: Value) -> AppError {
        match self.try_call(name, input) {
            Ok(output) => panic!("{name} was not refused, it gave {output}"),
            Err(error) => error,
        }
    }

    #[track_caller]
    pub(crate) fn state(&self) -> String {
        text(&self.call("setup.status", json!({})), "state")
    }

    #[track_caller]
    pub(crate) fn sign_in(&self) -> Value {
        self.call("session.sign_in", json!({"operator": KEEPER, "pin": PIN}))
    }

    /// A lot of fresh matsutake.
    #[track_caller]
    pub(crate) fn matsutake(&self, quantity: &str) {
        let villager = text(&self.call("villager.add", json!({"name": "巴桑"})), "id");
        self.call(
            "lot.take_in",
            json!({"villager": villager, "product": "matsutake-fresh", "grade": "a-5-7",
                "quantity": quantity, "keeping": "chilled"}),
        );
    }

    /// An order for a kilogram of it; its id.
    #[track_caller]
    pub(crate) fn order(&self) -> String {
        let placed = self.call(
            "order.place",
            json!({"lines": [{"product": "matsutake-fresh", "grade": "a-5-7", "quantity": "1kg",
                "price": "600"}]}),
        );
        text(&placed, "id")
    }

    #[track_caller]
    pub(crate) fn orders(&self) -> usize {
        let input =
            json!({"state": "", "find": "", "day": "", "limit": 0, "is_newest_first": false});
        self.call("order.list", input).as_array().unwrap().len()
    }

    pub(crate) fn watch(&self) -> Value {
        self.call("sync.watch", json!({}))
    }

    /// Looks again and again until something is so; a test that waits for ever is killed by its runner.
    #[track_caller]
    pub(crate) fn until(&self, is_so: impl Fn(&Value) -> bool) -> Value {
        loop {
            let now = self.watch();
            if is_so(&now) {
                return now;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Waits until no sync runs; how the last one ended.
    #[track_caller]
    pub(crate) fn ended(&self) -> Value {
        self.until(|now| now["is_running"] == false)["last"].clone()
    }
}

/// A text field of an answer.
#[track_caller]
pub(crate) fn text(value: &Value, field: &str) -> String {
    value[field]
        .as_str()
        .unwrap_or_else(|| panic!("no {field} in {value}"))
        .to_owned()
}
