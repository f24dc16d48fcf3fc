//! A disk that is full, and calls that fail: at a station.

use crate::shop::{Home, Shop, record};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tempfile::TempDir;
use tsong_powercut::{Disk, Trouble};
use tsong_store::Store;
use tsong_store::open::Cipher;

/// The troubles that one command is put through in every run; all of them with `TSONG_LONG`.
const TRIES: u64 = 24;
const PAGE_BYTES: u64 = 1024;

/// How many troubles of a kind what was just done can meet, when it wrote so many pages.
pub(crate) fn count(disk: &Disk, kind: Trouble, pages: u64) -> u64 {
    match kind {
        Trouble::Full { .. } => pages,
        Trouble::None | Trouble::Call { .. } | Trouble::From { .. } => disk.calls(),
    }
}

/// Tries about `tries` of `all` troubles, every one with `TSONG_LONG`: how many came to pass.
pub(crate) fn strikes(all: u64, tries: u64, mut try_one: impl FnMut(u64) -> bool) -> u32 {
    let is_long = std::env::var_os("TSONG_LONG").is_some();
    let stride = if is_long { 1 } else { all.div_ceil(tries) };
    let mut struck = 0;
    for n in (0..all).step_by(usize::try_from(stride.max(1)).unwrap()) {
        struck += u32::from(try_one(n));
    }
    struck
}

/// A shop at work over a disk that may be troubled.
struct Stall<'a> {
    home: &'a Home,
    folder: TempDir,
    disk: Disk,
    /// None while it is closed.
    shop: Option<Shop>,
    /// What was said, and how often.
    codes: BTreeMap<String, u32>,
    made: u32,
}

impl<'a> Stall<'a> {
    fn new(home: &'a Home) -> Self {
        let folder = tempfile::tempdir().unwrap();
        home.furnish(folder.path());
        let disk = Disk::mount(folder.path(), home.image.clone());
        let shop = Shop::open(folder.path());
        Self {
            home,
            folder,
            disk,
            shop: Some(shop),
            codes: BTreeMap::new(),
            made: 0,
        }
    }

    fn shop(&mut self) -> &mut Shop {
        self.shop.as_mut().unwrap()
    }

    /// One command as it is typed; what must stand before it is done here.
    fn typed(&mut self, command: &str) -> Value {
        self.made += 1;
        match command {
            "lot.take_in" => self.home.goods(),
            "order.place" => {
                let goods = self.home.goods();
                self.shop().call("lot.take_in", goods);
                self.home.order(self.made)
            }
            "order.step" | "order.pay" => {
                let (goods, order) = (self.home.goods(), self.home.order(self.made));
                self.shop().call("lot.take_in", goods);
                let order = self.shop().call("order.place", order);
                let (id, payment) = (&order["id"], &order["payments"][0]["id"]);
                if command == "order.step" {
                    json!({"id": id, "step": "confirmed"})
                } else {
                    json!({"id": id, "payment": payment, "state": "cleared"})
                }
            }
            "import.run" => {
                let file = self.folder.path().join("orders.jsonl");
                let numbers = self.made * 20..self.made * 20 + 20;
                let records: String = numbers.map(|n| format!("{}\n", record(n))).collect();
                std::fs::write(&file, records).unwrap();
                json!({"path": file.display().to_string()})
            }
            other => panic!("{other} is not tried"),
        }
    }

    /// The log is folded back and cut to nothing, so that the next save needs room.
    fn fold(&self) {
        let store = Store::open(self.folder.path(), Cipher::Key(&self.home.key)).unwrap();
        store.checkpoint().unwrap();
    }

    /// A command under a trouble and again without; false when the trouble did not come to pass.
    fn try_one(&mut self, command: &str, trouble: Trouble) -> bool {
        let input = self.typed(command);
        self.fold();
        let before = self.shop().facts();
        let trouble = trouble.beyond(self.disk.used());
        self.disk.trouble(trouble);
        let first = self.shop().try_call(command, input.clone());
        let has_struck = self.disk.has_struck();
        self.disk.trouble(Trouble::None);
        let after = self.shop().facts();
        match first {
            Ok(_) => assert!(
                after > before,
                "{command} under {trouble:?} said it is saved"
            ),
            Err(error) => {
                assert!(has_struck, "{command} without trouble: {error:?}");
                assert_eq!(
                    after, before,
                    "{command} under {trouble:?} was refused with {error:?}, and wrote"
                );
                let code = error.code().to_owned();
                let is_clear = match trouble {
                    Trouble::Full { .. } => code == "disk_full",
                    Trouble::None | Trouble::Call { .. } | Trouble::From { .. } => {
                        code == "storage"
                    }
                };
                assert!(is_clear, "{command} under {trouble:?} says {error:?}");
                *self.codes.entry(code).or_default() += 1;
                if let Err(error) = self.shop().try_call(command, input) {
                    panic!("{command} after {trouble:?} is refused: {error:?}");
                }
                assert!(
                    self.shop().facts() > before,
                    "{command} goes once the disk does"
                );
            }
        }
        has_struck
    }

    /// Every trouble of a kind until none comes to pass any more, or some of them.
    fn try_all(&mut self, command: &str, kind: impl Fn(u64) -> Trouble) {
        let input = self.typed(command);
        self.fold();
        self.disk.trouble(Trouble::None);
        let used = self.disk.used();
        self.shop().call(command, input);
        let pages = self.disk.used().saturating_sub(used) / PAGE_BYTES;
        let all = count(&self.disk, kind(0), pages);
        let struck = strikes(all, TRIES, |n| self.try_one(command, kind(n)));
        assert!(
            struck > 3,
            "{command}: the troubles came to pass {struck} times"
        );
        self.reopen();
    }

    /// Closed and opened: all that was said to be saved is there.
    fn reopen(&mut self) {
        let saved = self.shop().facts();
        self.shop().faults().unwrap();
        self.shop = None;
        self.shop = Some(Shop::open(self.folder.path()));
        assert_eq!(self.shop().facts(), saved, "what is saved stays saved");
        self.shop().faults().unwrap();
    }
}

const COMMANDS: [&str; 5] = [
    "lot.take_in",
    "order.place",
    "order.step",
    "order.pay",
    "import.run",
];

#[test]
fn a_full_disk_is_told_at_every_page_and_nothing_saved_is_lost() {
    let home = Home::new();
    let mut stall = Stall::new(&home);
    for command in COMMANDS {
        stall.try_all(command, |n| Trouble::Full {
            room: n * PAGE_BYTES,
        });
    }
    println!("told: {:?}", stall.codes);
}

#[test]
fn a_call_that_fails_is_told_and_nothing_saved_is_lost() {
    let home = Home::new();
    let mut stall = Stall::new(&home);
    for command in COMMANDS {
        stall.try_all(command, |nth| Trouble::Call { nth });
        stall.try_all(command, |nth| Trouble::From { nth });
    }
    println!("told: {:?}", stall.codes);
}

#[test]
fn opening_and_backing_up_on_a_troubled_disk_say_what_it_is() {
    let home = Home::new();
    let mut stall = Stall::new(&home);
    stall.shop = None;
    let (mut told, mut struck) = (BTreeMap::<String, u32>::new(), 0);
    for nth in 0.. {
        let folder = stall.folder.path().to_owned();
        stall.disk.trouble(Trouble::Call { nth });
        let opened = Shop::try_open(&folder);
        let has_struck = stall.disk.has_struck();
        stall.disk.trouble(Trouble::None);
        match opened {
            Ok(mut shop) => shop.faults().unwrap(),
            Err(error) => {
                assert_eq!(error.code(), "storage", "call {nth} failed: {error:?}");
                *told.entry(error.code().to_owned()).or_default() += 1;
            }
        }
        if !has_struck {
            break;
        }
        struck += 1;
    }
    assert!(struck > 3, "opening makes some calls");
    stall.shop = Some(Shop::open(stall.folder.path()));
    stall.shop().wall.forward(24 * 3_600_000);
    let room = stall.disk.used();
    for pages in [0, 20, 60] {
        stall.disk.trouble(Trouble::Full {
            room: room + pages * PAGE_BYTES,
        });
        let error = stall.shop().station.keep_daily_backup().unwrap_err();
        assert_eq!(
            error.code(),
            "disk_full",
            "room for {pages} pages: {error:?}"
        );
        stall.disk.trouble(Trouble::None);
        stall.shop().faults().unwrap();
    }
    let kept = stall.shop().station.keep_daily_backup().unwrap();
    assert!(kept.is_some(), "once there is room, the day has its backup");
    println!("told: {told:?}");
}
