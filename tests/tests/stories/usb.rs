//! A stick instead of a link: both ways, twice, in any order, cut, for somebody else, late, and the
//! first day of a new PC.

mod bad;
mod pcs;

use crate::house::{County, Till, order, text};
use crate::wall::NOW_MS;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tsong_contract::AppError;
use tsong_domain::id::EntityId;
use tsong_hub::bundle::{Answering, Given, Giving, Taken, give, take};
use tsong_hub::staff::Staff;
use tsong_hub::storage::sqlite::Sqlite;

/// A stick, and the ways by which it is filled and emptied.
struct Stick(TempDir);

impl Stick {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    /// What a till writes, in a file of that name.
    #[track_caller]
    fn written_by(&self, till: &mut Till, name: &str) -> PathBuf {
        let path = self.file(name);
        till.call("bundle.export", json!({"path": path}));
        path
    }
}

fn staff(county: &County) -> Staff<'_, Sqlite> {
    Staff::console(&county.hub.storage, &county.hub.key, NOW_MS)
}

fn try_take(county: &County, file: &Path, answer: Option<&Path>) -> Result<Taken, String> {
    let answering = answer.map(|path| Answering {
        path: path.to_owned(),
        blob_bytes: 64 * 1024 * 1024,
    });
    let hub = &county.hub;
    take(&hub.storage, &hub.key, file, answering.as_ref(), NOW_MS).map_err(|e| e.code().to_owned())
}

#[track_caller]
fn taken(county: &County, file: &Path, answer: Option<&Path>) -> Taken {
    try_take(county, file, answer).unwrap_or_else(|code| panic!("{}: {code}", file.display()))
}

#[track_caller]
fn given(county: &County, station: EntityId, folder: &Path) -> Vec<Given> {
    let giving = Giving {
        station: Some(station),
        ..Giving::default()
    };
    give(&staff(county), folder, giving).unwrap()
}

fn waiting(till: &mut Till) -> u64 {
    till.call("sync.status", json!({}))["waiting"]
        .as_u64()
        .unwrap()
}

fn import(till: &mut Till, path: &Path) -> Value {
    till.call("bundle.import", json!({"path": path}))
}

/// A station that knows its hub and has no link any more.
fn far(county: &County, name: &str) -> (EntityId, Till) {
    let (station, code) = county.station(name);
    let mut till = Till::new(name);
    till.enrol(&county.url(), &code);
    till.sync();
    till.wall.link(false);
    (station, till)
}

#[test]
fn a_day_goes_up_on_a_stick_and_only_the_answer_clears_what_waits() {
    let county = County::new();
    let (station, mut till) = far(&county, "巴河");
    till.matsutake("扎西次仁", "3kg");
    let id = text(&till.call("order.place", order("1kg")), "id");
    let before = waiting(&mut till);
    assert!(before > 0);
    let stick = Stick::new();
    let written = till.call("bundle.export", json!({"path": stick.path()}));
    assert_eq!(written["facts"], before, "all that waits is on the stick");
    assert_eq!(waiting(&mut till), before, "writing it is no arriving");
    let up = PathBuf::from(text(&written, "path"));
    let bytes = fs::read(&up).unwrap();
    let holds = |word: &str| bytes.windows(word.len()).any(|w| w == word.as_bytes());
    assert!(!holds("扎西次仁"), "nobody reads a name on the stick");

    let first = taken(&county, &up, Some(stick.path()));
    assert_eq!((first.facts, first.refused.len()), (before, 0));
    let again = taken(&county, &up, Some(stick.path()));
    assert_eq!(again.facts, 0, "the same stick again brings nothing");
    assert_eq!(
        county.orders(station)[0]["id"],
        id,
        "the county sees the order"
    );
    assert_eq!(waiting(&mut till), before, "nothing is cleared on hope");

    let report = import(&mut till, stick.path());
    assert_eq!(report["pushed"], before, "the answer says what arrived");
    assert_eq!(report["waiting"], 0);
    assert_eq!(waiting(&mut till), 0);
    let repeated = import(&mut till, stick.path());
    assert_eq!(
        (&repeated["pushed"], &repeated["pulled"]),
        (&json!(0), &json!(0))
    );
    let nothing = till.call("bundle.export", json!({"path": stick.path()}));
    assert_eq!(nothing["facts"], 0, "what arrived is not carried again");
    till.sound_digest();
    county.sound_facts();
    till.wall.link(true);
    let synced = till.sync();
    assert_eq!(synced["pushed"], 0, "a link later has nothing left to do");
}

#[test]
fn two_pcs_and_their_sticks_in_any_order_end_the_same() {
    let county = County::new();
    let (station, code) = county.station("巴河");
    let (mut a, mut b) = (Till::new("巴河站"), Till::kept_by("巴河站", "央金"));
    a.enrol(&county.url(), &code);
    b.enrol(&county.url(), &county.code(station));
    crate::house::converge(&mut a, &mut b);
    let stick = Stick::new();
    let mut ups = Vec::new();
    for day in 0..3 {
        a.matsutake(&format!("扎西 {day}"), "3kg");
        ups.push(stick.written_by(&mut a, &format!("a-{day}.tsong")));
        b.matsutake(&format!("拉姆 {day}"), "2kg");
        ups.push(stick.written_by(&mut b, &format!("b-{day}.tsong")));
    }
    // The last first, each twice, the answers the wrong way round too.
    for (n, up) in ups.iter().rev().chain(&ups).enumerate() {
        let answer = stick.file(&format!("answer-{n}.tsong"));
        assert!(taken(&county, up, Some(&answer)).refused.is_empty());
    }
    for n in (0..12).rev() {
        let answer = stick.file(&format!("answer-{n}.tsong"));
        for till in [&mut a, &mut b] {
            match till.try_call("bundle.import", json!({"path": answer})) {
                Ok(report) => assert_eq!(report["refused"], json!([]), "{report}"),
                Err(error) => assert_eq!(error, AppError::BundleNotOurs, "the other's answer"),
            }
        }
    }
    let out = Stick::new();
    assert_eq!(
        given(&county, station, out.path()).len(),
        2,
        "one for each PC"
    );
    for till in [&mut a, &mut b] {
        import(till, out.path());
        assert_eq!(waiting(till), 0);
    }
    assert_eq!(
        a.sound_digest(),
        b.sound_digest(),
        "both PCs hold the same, and neither had a link"
    );
    county.sound_facts();
}

#[test]
fn a_driver_carries_many_stations() {
    let county = County::new();
    let stick = Stick::new();
    let mut tills: Vec<Till> = ["巴河", "麦宿", "石渠"]
        .map(|name| far(&county, name).1)
        .into_iter()
        .collect();
    for till in &mut tills {
        till.matsutake("扎西次仁", "3kg");
        till.call("bundle.export", json!({"path": stick.path()}));
    }
    let names: Vec<PathBuf> = tsong_sync::bundle::file::list(stick.path()).unwrap();
    assert_eq!(names.len(), 3, "no bundle took another's name: {names:?}");
    for file in &names {
        taken(&county, file, Some(stick.path()));
    }
    for till in &mut tills {
        let rows = till.call("bundle.look", json!({"path": stick.path()}));
        let ours = rows
            .as_array()
            .unwrap()
            .iter()
            .filter(|r| r["is_ours"] == true);
        assert_eq!(ours.count(), 2, "its own and its answer, of {rows}");
        let report = import(till, stick.path());
        assert_eq!(report["bundles"].as_array().unwrap().len(), 1);
        assert_eq!(waiting(till), 0);
    }
    assert_eq!(
        tills[0]
            .call("villager.list", json!({}))
            .as_array()
            .unwrap()
            .len(),
        1,
        "nobody hears another station's"
    );
}

/// A picture of many colours, as a till takes it in.
fn picture() -> Vec<u8> {
    let (width, height) = (64u32, 48u32);
    let mut bmp = b"BM".to_vec();
    let size = 54 + width * height * 3;
    for number in [
        size,
        0,
        54,
        40,
        width,
        height,
        1 | 24 << 16,
        0,
        0,
        0,
        0,
        0,
        0,
    ] {
        bmp.extend_from_slice(&number.to_le_bytes());
    }
    bmp.extend((0..width * height * 3).map(|n| u8::try_from(n * n % 251).unwrap()));
    bmp
}

#[test]
fn photos_go_by_stick_as_far_as_there_is_room() {
    let county = County::new();
    let (station, code) = county.station("巴河");
    let mut till = Till::new("巴河站");
    till.enrol(&county.url(), &code);
    let mut second = Till::kept_by("巴河站", "央金");
    second.enrol(&county.url(), &county.code(station));
    crate::house::converge(&mut till, &mut second);
    let stick = Stick::new();
    let file = stick.file("basket.bmp");
    fs::write(&file, picture()).unwrap();
    let photo = till.call("photo.put", json!({"path": file}));
    let villager = text(
        &till.call("villager.add", json!({"name": "扎西次仁"})),
        "id",
    );
    till.call(
        "lot.take_in",
        json!({"villager": villager, "product": "matsutake-fresh", "grade": "a-5-7",
            "quantity": "1kg", "photo": photo["photo"], "thumbnail": photo["thumbnail"]}),
    );
    let left = |till: &mut Till| till.call("sync.status", json!({}))["waiting_blobs"].clone();
    let none = till.call("bundle.export", json!({"path": stick.path()}));
    assert_eq!(
        (&none["photos"], &none["photos_left"]),
        (&json!(0), &json!(2))
    );
    let with = json!({"path": stick.path(), "photo_bytes": 10_000_000});
    let written = till.call("bundle.export", with.clone());
    assert_eq!(written["photos"], 2);
    let up = PathBuf::from(text(&written, "path"));
    let heard = taken(&county, &up, Some(stick.path()));
    assert_eq!(heard.photos, 2);
    assert_eq!(left(&mut till), 2, "until the answer says that they came");
    import(&mut till, stick.path());
    assert_eq!(left(&mut till), 0);
    // The second PC hears of the lot by one stick, and asks for its photos by the next.
    let out = Stick::new();
    given(&county, station, out.path());
    import(&mut second, out.path());
    let hash = json!({"hash": photo["thumbnail"]});
    assert!(second.try_call("photo.get", hash.clone()).is_err());
    let asks = second.call("bundle.export", json!({"path": out.path()}));
    taken(&county, Path::new(&text(&asks, "path")), Some(out.path()));
    let report = import(&mut second, out.path());
    assert_eq!(report["photos"], 2, "{report}");
    second.call("photo.get", hash);
}
