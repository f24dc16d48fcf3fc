//! Files that are broken, newer, another's, or on a full disk: each is told apart, and what was
//! typed is kept.

use crate::programs::Tsong;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tsong_station::keys::{KeyRing, KeyStore};
use tsong_store::open::unlocking;

fn database(till: &Tsong) -> PathBuf {
    till.data().join(tsong_store::open::FILE)
}

/// The station's own database, opened beside the program.
fn beside(till: &Tsong) -> rusqlite::Connection {
    let key = KeyRing::open(&till.data(), KeyStore::File)
        .database_key()
        .unwrap();
    let connection = rusqlite::Connection::open(database(till)).unwrap();
    connection.execute_batch(&unlocking(key.expose())).unwrap();
    connection
}

#[test]
fn a_cut_database_is_called_damaged_and_left_as_it_is() {
    let till = Tsong::new();
    let file = database(&till);
    let whole = fs::read(&file).unwrap();
    for keep in [whole.len() / 2, 4096, 100] {
        fs::write(&file, &whole[..keep]).unwrap();
        for side in ["-wal", "-shm"] {
            // Only what a clean end had left behind.
            let _gone = fs::remove_file(format!("{}{side}", file.display()));
        }
        let (exit, code) = till.run(&["verify"]).refusal();
        let known = ["database_damaged", "wrong_key"];
        assert!(
            exit == 1 && known.contains(&code.as_str()),
            "cut to {keep} of {} bytes: {exit} {code}",
            whole.len()
        );
        assert_eq!(
            fs::read(&file).unwrap().len(),
            keep,
            "nobody made a new one in its place"
        );
    }
    fs::write(&file, &whole).unwrap();
    till.sound();
}

#[test]
fn a_database_of_a_newer_version_is_not_touched() {
    let till = Tsong::new();
    let other = beside(&till);
    let version: i64 = other
        .query_row("PRAGMA user_version", [], |r| r.get(0))
        .unwrap();
    other
        .pragma_update(None, "user_version", version + 1)
        .unwrap();
    drop(other);
    let refusal = till.run(&["orders"]).refusal();
    assert_eq!(refusal, (1, "database_newer".to_owned()));
    let again = beside(&till);
    let kept: i64 = again
        .query_row("PRAGMA user_version", [], |r| r.get(0))
        .unwrap();
    assert_eq!(kept, version + 1, "an older program does not lower it");
    again.pragma_update(None, "user_version", version).unwrap();
    drop(again);
    till.sound();
}

#[test]
fn anothers_key_no_key_and_no_database_are_told_apart() {
    let (till, other) = (Tsong::new(), Tsong::new());
    let (keys, kept) = (till.data().join("keys"), till.dir.path().join("keys"));
    fs::rename(&keys, &kept).unwrap();
    assert_eq!(
        till.run(&["orders"]).refusal(),
        (1, "key_missing".to_owned())
    );
    assert!(!keys.exists(), "no second key is made");
    let copied = Command::new("cp")
        .arg("-r")
        .arg(other.data().join("keys"))
        .arg(&keys)
        .status()
        .unwrap();
    assert!(copied.success());
    assert_eq!(till.run(&["orders"]).refusal(), (1, "wrong_key".to_owned()));
    fs::remove_dir_all(&keys).unwrap();
    fs::rename(&kept, &keys).unwrap();
    till.sound();
    fs::remove_file(database(&other)).unwrap();
    assert_eq!(
        other.run(&["orders"]).refusal(),
        (1, "no_database".to_owned())
    );
    let again = till.run(&["init", "--name", "x"]).refusal();
    assert_eq!(again, (1, "database_exists".to_owned()));
}

/// A small disk of its own, unmounted when dropped.
struct Disk(PathBuf);

impl Disk {
    fn mounted(at: &Path) -> Option<Self> {
        fs::create_dir_all(at).unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=2m", "tmpfs"])
            .arg(at)
            .output();
        mounted
            .is_ok_and(|o| o.status.success())
            .then(|| Self(at.to_owned()))
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // A test that failed tells its own reason.
        let _unmounted = Command::new("umount").arg(&self.0).status();
    }
}

#[test]
#[allow(clippy::print_stdout, reason = "a skipped test says so")]
fn a_full_disk_is_told_and_what_was_kept_stays() {
    let till = Tsong {
        dir: tempfile::tempdir().unwrap(),
    };
    let Some(disk) = Disk::mounted(&till.data()) else {
        println!("skipped: only root can mount a small disk");
        return;
    };
    till.must(&["init", "--name", "巴河站"]);
    let typed = json!({"noun": "order", "content": {"quantity": "３斤"}});
    let kept = till.call("draft.save", &typed);
    assert_eq!(kept.exit, Some(0), "{kept:?}");
    let filler = disk.0.join("filler");
    let room = vec![0; 4 << 20];
    assert!(fs::write(&filler, &room).is_err(), "the disk is full now");
    // Room to open the database, none for what is to be saved.
    let all = fs::metadata(&filler).unwrap().len();
    let shorter = fs::OpenOptions::new().write(true).open(&filler).unwrap();
    shorter.set_len(all - 48 * 1024).unwrap();
    let big = json!({"noun": "lot", "content": {"note": "长".repeat(20_000)}});
    let refused = till.call("draft.save", &big);
    assert_eq!(
        refused.refusal(),
        (1, "disk_full".to_owned()),
        "{refused:?}"
    );
    fs::remove_file(&filler).unwrap();
    let drafts = till.call("draft.list", &json!({"noun": "order"})).rows;
    assert_eq!(
        drafts[0]["content"], typed["content"],
        "what was kept before is there"
    );
    till.sound();
}
