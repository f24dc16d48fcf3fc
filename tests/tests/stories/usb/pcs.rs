//! PCs that begin, come back or were copied, by sticks alone.

use super::{Stick, far, given, import, staff, taken, try_take, waiting};
use crate::house::{County, Till, order, text};
use crate::programs::{Answer, Serving, Tsong};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use tsong_contract::AppError;
use tsong_hub::bundle::{Giving, set_up};

#[test]
fn a_new_pc_begins_with_a_stick_and_is_let_in_by_the_next() {
    let county = County::new();
    let (station, mut old) = far(&county, "巴河");
    old.matsutake("扎西次仁", "3kg");
    let id = text(&old.call("order.place", order("1kg")), "id");
    let stick = Stick::new();
    let up = stick.written_by(&mut old, "old.tsong");
    taken(&county, &up, Some(&stick.file("old-answer.tsong")));
    let (made, new_code) =
        set_up(&staff(&county), stick.path(), station, Giving::default()).unwrap();
    let file = PathBuf::from(&made.file);

    let mut new = Till::kept_by("巴河站", "央金");
    let wrong = json!({"path": file, "code": "0000-0000-0000-0000"});
    assert_eq!(new.refused("bundle.import", wrong), AppError::BadCode);
    let none = new.refused("bundle.import", json!({"path": file}));
    assert!(matches!(none, AppError::BadInput { .. }), "{none:?}");
    let typed = new_code.code.to_lowercase().replace('-', " ");
    let report = new.call("bundle.import", json!({"path": file, "code": typed}));
    assert_eq!(report["needs_answer"], true, "the hub does not know it yet");
    assert_eq!(
        new.call("order.show", json!({"id": id}))["state"],
        "Placed",
        "the station's records are here before any link"
    );
    new.matsutake("央金的货", "1kg");
    let asks = stick.written_by(&mut new, "new.tsong");
    let answer = stick.file("new-answer.tsong");
    let heard = taken(&county, &asks, Some(&answer));
    assert!(heard.enrolled, "its key is let in by the code");
    let again = taken(&county, &asks, Some(&answer));
    assert!(!again.enrolled && again.refused.is_empty(), "once");
    let report = import(&mut new, &answer);
    assert_eq!(
        (&report["needs_answer"], &report["waiting"]),
        (&json!(false), &json!(0))
    );
    let used = Till::new("贼").refused(
        "bundle.import",
        json!({"path": answer, "code": new_code.code}),
    );
    assert_eq!(used, AppError::NotEnrolled, "an answer is its receiver's");

    let out = Stick::new();
    given(&county, station, out.path());
    import(&mut old, out.path());
    import(&mut new, out.path());
    assert_eq!(old.sound_digest(), new.sound_digest(), "both hold the same");
    county.sound_facts();
}

#[test]
fn a_code_that_another_pc_used_lets_nobody_in() {
    let county = County::new();
    let (station, _) = county.station("巴河");
    let stick = Stick::new();
    let (made, code) = set_up(&staff(&county), stick.path(), station, Giving::default()).unwrap();
    let input = json!({"path": made.file, "code": code.code});
    let (mut first, mut second) = (Till::new("一"), Till::new("二"));
    for till in [&mut first, &mut second] {
        till.call("bundle.import", input.clone());
    }
    let one = stick.written_by(&mut first, "one.tsong");
    let two = stick.written_by(&mut second, "two.tsong");
    assert!(taken(&county, &one, None).enrolled);
    assert_eq!(try_take(&county, &two, None).unwrap_err(), "code_used");
    assert!(waiting(&mut second) > 0, "its work is kept");
}

#[test]
fn a_restored_pc_and_the_stick_that_its_lost_disk_left_behind() {
    let county = County::new();
    let (station, mut old) = far(&county, "巴河");
    let lot = old.matsutake("扎西次仁", "3kg");
    let kept = old.dir.path().join("kept.db");
    old.call("backup.write", json!({"path": kept}));
    let id = text(&old.call("order.place", order("1kg")), "id");
    let stick = Stick::new();
    let behind = stick.written_by(&mut old, "behind.tsong");
    let mut new = Till::restored(&kept, &old.recovery_key, &old.wall);
    drop(old.station);
    // The stick that was left comes first: what the lost disk had promised since counts.
    assert!(taken(&county, &behind, None).facts > 0);
    let (made, code) = set_up(&staff(&county), stick.path(), station, Giving::default()).unwrap();
    new.call(
        "bundle.import",
        json!({"path": made.file, "code": code.code}),
    );
    assert_eq!(new.call("order.show", json!({"id": id}))["state"], "Placed");
    assert_eq!(
        new.call("station.status", json!({}))["needs_takeover"],
        true
    );
    let asks = stick.written_by(&mut new, "new.tsong");
    let answer = stick.file("answer.tsong");
    assert!(taken(&county, &asks, Some(&answer)).enrolled);
    import(&mut new, &answer);
    assert_eq!(
        new.call("station.status", json!({}))["needs_takeover"],
        false,
        "taken over, by sticks alone"
    );
    let late = taken(&county, &behind, Some(&stick.file("none.tsong")));
    assert_eq!(
        (late.facts, late.answer),
        (0, None),
        "the old disk gets no answer"
    );
    new.call("lot.count", json!({"id": lot, "quantity": "3kg"}));
    new.sound_digest();
    county.sound_facts();
}

#[test]
fn a_copied_disk_is_found_by_its_stick_and_shown() {
    let county = County::new();
    let (_, mut till) = far(&county, "巴河");
    let copy = tempfile::tempdir().unwrap();
    copy_folder(till.dir.path(), copy.path());
    till.matsutake("扎西次仁", "3kg");
    let stick = Stick::new();
    let up = stick.written_by(&mut till, "up.tsong");
    let answer = stick.file("answer.tsong");
    taken(&county, &up, None);
    let mut back = till.put_back(copy);
    back.matsutake("拉姆", "2kg");
    let forked = stick.written_by(&mut back, "forked.tsong");
    let told = taken(&county, &forked, Some(&answer));
    assert!(
        told.refused.iter().any(|r| r.ends_with("fork")),
        "the hub sets the other history aside: {:?}",
        told.refused
    );
    import(&mut back, &answer);
    let next = stick.written_by(&mut back, "next.tsong");
    let heard = taken(&county, &next, Some(&answer));
    assert!(
        heard.refused.is_empty(),
        "it goes on under a new origin: {heard:?}"
    );
    let came = import(&mut back, &answer);
    assert!(
        came["waiting"].as_u64().unwrap() > 0,
        "what only this disk held is written again, now that the hub's history is here: {came}"
    );
    // Once more for that, and once for the takeover that the answer granted.
    for name in ["again.tsong", "last.tsong"] {
        let up = stick.written_by(&mut back, name);
        taken(&county, &up, Some(&answer));
        import(&mut back, &answer);
    }
    // Both disks gave the same number to a villager of their own: both names are there, for a person.
    let villagers = back.call("villager.list", json!({}));
    let both = back.call("contested.show", json!({"id": villagers[0]["id"]}));
    assert!(
        ["扎西次仁", "拉姆"]
            .iter()
            .all(|name| both.to_string().contains(name)),
        "both histories are there: {both}"
    );
    assert_eq!(waiting(&mut back), 0);
    back.sound_digest();
    county.sound_facts();
}

fn copy_folder(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            fs::create_dir_all(&target).unwrap();
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn the_programs_carry_it_from_the_first_day() {
    let hub = Serving::new();
    let station = hub.must(&["station", "add", "--name", "巴河", "--place", "540421102"]);
    let station = station[0]["station"].as_str().unwrap();
    let stick = Stick::new();
    let folder = stick.path().to_str().unwrap();
    let made = hub.must(&["bundle", "setup", folder, "--station", station]);
    let (file, code) = (
        made[0]["file"].as_str().unwrap(),
        made[0]["code"].as_str().unwrap(),
    );

    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("station");
    let run = |args: &[&str]| Answer::of(&Tsong::command_on(&data, args).output().unwrap());
    let wrong = run(&["init", "--bundle", file, "--code", "0000-0000-0000-0000"]);
    assert_eq!(wrong.refusal(), (5, "bad_code".to_owned()));
    assert!(
        !data.join("station.db").exists(),
        "a wrong code sets nothing up"
    );
    let begun = run(&["init", "--bundle", file, "--code", code]);
    assert_eq!(begun.rows[0]["station"], "巴河", "{begun:?}");
    let written = run(&["bundle", "export", folder]);
    assert_eq!(written.exit, Some(0), "{written:?}");

    fs::write(stick.file("holiday.tsong"), "not ours").unwrap();
    let all = hub.run(&["bundle", "import", folder, "--reply", folder]);
    assert_eq!(all.refusal(), (1, "bundles_refused".to_owned()));
    let codes: Vec<&Value> = all.rows.iter().map(|r| &r["code"]).collect();
    assert!(
        codes.contains(&&json!("not_a_bundle")),
        "one is told: {all:?}"
    );
    assert!(
        all.rows
            .iter()
            .any(|r| r["enrolled"] == true && r["name"] == "巴河"),
        "the other is taken all the same: {all:?}"
    );
    let taken = run(&["bundle", "import", folder]);
    assert_eq!(
        (&taken.rows[0]["waiting"], &taken.rows[0]["needs_answer"]),
        (&json!(0), &json!(false)),
        "{taken:?}"
    );
    assert_eq!(run(&["verify"]).rows[0]["ok"], true);
    let verified = hub.must(&["verify"]);
    assert_eq!(verified[0]["ok"], true, "{verified:?}");
}
