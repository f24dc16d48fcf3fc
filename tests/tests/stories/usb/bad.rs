//! Sticks that are cut, full, late, somebody else's.

use super::{Stick, far, import, staff, taken, try_take, waiting};
use crate::house::{County, Till, order, text};
use serde_json::json;
use std::fs;
use tsong_contract::AppError;

#[test]
fn a_bad_stick_is_told_in_words_and_loses_nothing() {
    let county = County::new();
    let (_, mut till) = far(&county, "巴河");
    till.matsutake("扎西次仁", "3kg");
    let stick = Stick::new();
    let up = stick.written_by(&mut till, "up.tsong");
    let down = stick.file("down.tsong");
    let before = waiting(&mut till);
    let bytes = fs::read(&up).unwrap();
    let bad = stick.file("bad.tsong");
    for end in [0, 5, 40, 105, 110, bytes.len() / 2, bytes.len() - 1] {
        fs::write(&bad, &bytes[..end]).unwrap();
        assert_eq!(
            try_take(&county, &bad, None).unwrap_err(),
            "bundle_cut",
            "{end} of {} bytes",
            bytes.len()
        );
    }
    let mut flipped = bytes.clone();
    flipped[bytes.len() - 30] ^= 4;
    fs::write(&bad, &flipped).unwrap();
    assert_eq!(try_take(&county, &bad, None).unwrap_err(), "bundle_damaged");
    assert_eq!(taken(&county, &up, Some(&down)).facts, before);

    let answer = fs::read(&down).unwrap();
    let told = |till: &mut Till, bytes: &[u8]| {
        fs::write(&bad, bytes).unwrap();
        till.refused("bundle.import", json!({"path": bad}))
    };
    assert_eq!(
        told(&mut till, &answer[..answer.len() - 3]),
        AppError::BundleCut
    );
    let mut flipped = answer.clone();
    flipped[150] ^= 1;
    assert_eq!(told(&mut till, &flipped), AppError::BundleDamaged);
    let mut newer = answer.clone();
    newer[8] = 9;
    assert_eq!(told(&mut till, &newer), AppError::BundleNewer { found: 9 });
    assert_eq!(
        told(&mut till, b"a photo or a letter"),
        AppError::NotABundle
    );
    assert_eq!(told(&mut till, &bytes), AppError::BundleNotOurs);
    assert_eq!(waiting(&mut till), before, "no bad answer cleared anything");

    let letter = stick.file("letter.txt");
    fs::write(&letter, "somebody's letter").unwrap();
    let refused = till.refused("bundle.export", json!({"path": letter}));
    assert_eq!(refused, AppError::NotABundle);
    assert_eq!(
        fs::read(&letter).unwrap(),
        b"somebody's letter",
        "another file is never written over"
    );
    let bare = Stick::new();
    assert_eq!(
        till.refused("bundle.import", json!({"path": bare.path()})),
        AppError::NoBundle
    );
    import(&mut till, &down);
    assert_eq!(waiting(&mut till), 0, "the whole answer still counts");
    till.sound_digest();
}

#[test]
fn another_station_and_another_hub_cannot_open_it() {
    let (county, elsewhere) = (County::new(), County::new());
    let (_, mut till) = far(&county, "巴河");
    let (_, mut neighbour) = far(&county, "麦宿");
    let (_, mut stranger) = far(&elsewhere, "石渠");
    let stick = Stick::new();
    let up = stick.written_by(&mut till, "up.tsong");
    let down = stick.file("down.tsong");
    taken(&county, &up, Some(&down));
    for other in [&mut neighbour, &mut stranger] {
        let error = other.refused("bundle.import", json!({"path": down}));
        assert_eq!(error, AppError::BundleNotOurs);
        assert_eq!(
            other.refused("bundle.import", json!({"path": stick.path()})),
            AppError::NoBundle,
            "in a folder it is passed over"
        );
    }
    assert_eq!(
        try_take(&elsewhere, &up, None).unwrap_err(),
        "bundle_not_ours"
    );
    assert_eq!(
        try_take(&county, &down, None).unwrap_err(),
        "bundle_not_ours"
    );
    let mut unknown = Till::new("没有接入");
    assert_eq!(
        unknown.refused("bundle.export", json!({"path": stick.path()})),
        AppError::NotEnrolled
    );
}

#[test]
fn a_shut_out_pc_is_not_heard_by_a_stick_either() {
    let county = County::new();
    let (station, mut till) = far(&county, "巴河");
    let stick = Stick::new();
    let up = stick.written_by(&mut till, "up.tsong");
    let device = till.call("station.status", json!({}))["device"].clone();
    let device = device.as_str().unwrap().parse().unwrap();
    staff(&county).revoke(station, device, "stolen").unwrap();
    assert_eq!(try_take(&county, &up, None).unwrap_err(), "revoked");
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_stick_keeps_the_bundle_before_it_and_nothing_else() {
    let county = County::new();
    let (_, mut till) = far(&county, "巴河");
    let stick = Stick::new();
    let up = stick.written_by(&mut till, "up.tsong");
    let kept = fs::read(&up).unwrap();
    till.matsutake("扎西次仁", "3kg");
    let part = stick.file("up.tsong.part");
    std::os::unix::fs::symlink("/dev/full", &part).unwrap();
    let error = till.refused("bundle.export", json!({"path": up}));
    assert_eq!(error, AppError::BundleNoRoom);
    assert_eq!(fs::read(&up).unwrap(), kept, "the older bundle is whole");
    assert!(part.symlink_metadata().is_err(), "no half file is left");
    assert!(waiting(&mut till) > 0, "what waits still waits");
    till.call("bundle.export", json!({"path": up}));
    assert!(taken(&county, &up, None).facts > 0);
}

#[test]
fn a_late_stick_does_not_bring_an_erased_person_back() {
    let county = County::new();
    let (station, mut till) = far(&county, "巴河");
    till.matsutake("扎西次仁", "3kg");
    let mut named = order("1kg");
    named["buyer"] = json!({"name": "王芳", "phone": "13812345678", "address": "玉林南路8号"});
    till.call("order.place", named);
    let stick = Stick::new();
    let late = stick.written_by(&mut till, "late.tsong");
    let found = till.call("buyer.find", json!({"find": "王芳"}));
    till.call("person.erase", json!({"id": text(&found[0], "id")}));
    let down = stick.file("down.tsong");
    let erased = stick.written_by(&mut till, "erased.tsong");
    taken(&county, &erased, Some(&down));
    import(&mut till, &down);
    let before = json!(county.orders(station)).to_string();
    assert!(!before.contains("王芳"), "{before}");
    assert_eq!(taken(&county, &late, None).facts, 0);
    let after = json!(county.orders(station)).to_string();
    assert_eq!(after, before, "the old stick changed nothing");
    // And where the old one comes first, the later one erases.
    let (other, mut second) = far(&county, "麦宿");
    second.matsutake("拉姆", "2kg");
    let mut named = order("1kg");
    named["buyer"] = json!({"name": "李雷", "phone": "13912345678", "address": "人民路1号"});
    second.call("order.place", named);
    let old = stick.written_by(&mut second, "old.tsong");
    taken(&county, &old, None);
    assert!(json!(county.orders(other)).to_string().contains("李雷"));
    let found = second.call("buyer.find", json!({"find": "李雷"}));
    second.call("person.erase", json!({"id": text(&found[0], "id")}));
    let new = stick.written_by(&mut second, "new.tsong");
    taken(&county, &new, None);
    taken(&county, &old, None);
    assert!(!json!(county.orders(other)).to_string().contains("李雷"));
    county.sound_facts();
}

#[test]
fn who_is_not_signed_in_carries_nothing() {
    let county = County::new();
    let (_, mut till) = far(&county, "巴河");
    let stick = Stick::new();
    till.station.sign_out();
    for command in ["bundle.export", "bundle.import", "bundle.look"] {
        let error = till.refused(command, json!({"path": stick.path()}));
        assert_eq!(error, AppError::SignInNeeded, "{command}");
    }
}
