use super::{SEARCH, drop, put, scrub, search};
use crate::open::{Cipher, Store};
use crate::{Db, Result, StoreError};
use std::collections::BTreeMap;
use tsong_domain::id::EntityId;

fn fresh() -> (tempfile::TempDir, Store) {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::create(dir.path(), Cipher::Key(&[7; 32])).unwrap();
    (dir, store)
}

fn id(n: u8) -> EntityId {
    EntityId([n; 16])
}

fn found(store: &Store, noun: &str, expression: &str) -> Vec<u8> {
    let rows = store
        .read(|db| search(db, noun, expression, 50, None))
        .unwrap();
    rows.iter().map(|(_, id)| id.0[0]).collect()
}

fn written<T>(store: &mut Store, work: impl FnOnce(&Db<'_>) -> Result<T>) -> T {
    store.write(work).unwrap()
}

#[test]
fn things_are_found_newest_first_and_page_by_page() {
    let (_dir, mut store) = fresh();
    written(&mut store, |db| {
        (1..=9).try_for_each(|n| put(db, "order", id(n), "王伟 མར cst04 d2026").map(|_| ()))
    });
    let first = store
        .read(|db| search(db, "order", "\"王伟\"", 4, None))
        .unwrap();
    let ids: Vec<u8> = first.iter().map(|(_, id)| id.0[0]).collect();
    assert_eq!(ids, [9, 8, 7, 6], "the newest are at the top");
    let after = first.last().map(|(doc, _)| *doc);
    let next = store
        .read(|db| search(db, "order", "\"王伟\"", 9, after))
        .unwrap();
    let ids: Vec<u8> = next.iter().map(|(_, id)| id.0[0]).collect();
    assert_eq!(
        ids,
        [5, 4, 3, 2, 1],
        "the next page goes on where the first ended"
    );
}

#[test]
fn tokens_of_every_script_are_told_apart() {
    let (_dir, mut store) = fresh();
    written(&mut store, |db| {
        put(db, "order", id(1), "王伟 王 伟")?;
        put(db, "order", id(2), "王芳 མར iwf")?;
        put(db, "order", id(3), "མར་རྩྭ CST0417")
    });
    assert_eq!(
        found(&store, "order", "\"王\""),
        [1],
        "a token is whole, never a part of one"
    );
    assert_eq!(found(&store, "order", "\"མར\""), [2], "nor in Tibetan");
    assert_eq!(
        found(&store, "order", "\"cst0417\""),
        [3],
        "letters match in either case"
    );
    assert_eq!(
        found(&store, "order", "\"cst04\"*"),
        [3],
        "a star asks for a beginning"
    );
    assert_eq!(
        found(&store, "order", "(\"王伟\" OR \"王芳\") AND \"iwf\""),
        [2],
        "and within or"
    );
}

#[test]
fn nouns_do_not_see_each_other() {
    let (_dir, mut store) = fresh();
    written(&mut store, |db| {
        put(db, "order", id(1), "松茸")?;
        put(db, "order_line", id(2), "松茸")?;
        put(db, "listing", id(1), "松茸")
    });
    assert_eq!(found(&store, "order", "\"松茸\""), [1], "an order");
    assert_eq!(
        found(&store, "order_line", "\"松茸\""),
        [2],
        "a noun with an underscore"
    );
    assert_eq!(
        found(&store, "lot", "\"松茸\""),
        [0_u8; 0],
        "nothing of a noun without things"
    );
    written(&mut store, |db| drop(db, "listing", id(1)));
    assert_eq!(
        found(&store, "order", "\"松茸\""),
        [1],
        "the order of the same id stays"
    );
}

#[test]
fn a_change_replaces_and_a_drop_removes() {
    let (_dir, mut store) = fresh();
    written(&mut store, |db| {
        put(db, "order", id(1), "张伟")?;
        put(db, "order", id(2), "张伟")
    });
    let changes = |store: &Store| {
        store
            .read(|db| Ok::<_, StoreError>(db.conn.total_changes()))
            .unwrap()
    };
    let before = changes(&store);
    written(&mut store, |db| put(db, "order", id(1), "张伟"));
    assert_eq!(changes(&store), before, "the same tokens write nothing");
    written(&mut store, |db| put(db, "order", id(1), "李娜"));
    assert_eq!(
        found(&store, "order", "\"张伟\""),
        [2],
        "the old name is gone"
    );
    assert_eq!(
        found(&store, "order", "\"李娜\" OR \"张伟\""),
        [2, 1],
        "and keeps its age"
    );
    written(&mut store, |db| {
        drop(db, "order", id(2))?;
        drop(db, "order", id(2))?;
        put(db, "order", id(3), "赵敏")
    });
    assert_eq!(
        found(&store, "order", "\"张伟\""),
        [0_u8; 0],
        "what is dropped is not found"
    );
    assert_eq!(
        found(&store, "order", "\"赵敏\""),
        [3],
        "nor does a reused doc bring it back"
    );
    assert!(store.integrity().unwrap().is_empty(), "the index is sound");
}

#[test]
fn the_index_tells_what_a_plain_map_tells() {
    let (_dir, mut store) = fresh();
    let mut model: BTreeMap<u8, Vec<String>> = BTreeMap::new();
    let mut state = 41_u64;
    let mut dice = |sides: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963);
        (state >> 33) % sides
    };
    for round in 0..120 {
        written(&mut store, |db| {
            for _ in 0..dice(8) {
                let n = u8::try_from(dice(40)).unwrap();
                if dice(4) == 0 {
                    drop(db, "order", id(n))?;
                    model.remove(&n);
                } else {
                    let tokens: Vec<String> =
                        (0..dice(5)).map(|_| format!("t{}", dice(6))).collect();
                    put(db, "order", id(n), &tokens.join(" "))?;
                    model.insert(n, tokens);
                }
            }
            if dice(30) == 0 { scrub(db) } else { Ok(()) }
        });
        for token in (0..6).map(|t| format!("t{t}")) {
            let mut got = found(&store, "order", &format!("\"{token}\""));
            got.sort_unstable();
            let has = |tokens: &Vec<String>| tokens.contains(&token);
            let want: Vec<u8> = model
                .iter()
                .filter(|(_, tokens)| has(tokens))
                .map(|(n, _)| *n)
                .collect();
            assert_eq!(got, want, "{token} in round {round}");
        }
    }
}

#[test]
fn a_scrub_leaves_no_token_of_an_erased_person() {
    let (_dir, mut store) = fresh();
    written(&mut store, |db| {
        (1..=50).try_for_each(|n| put(db, "buyer", id(n), "zhangsan x").map(|_| ()))
    });
    written(&mut store, |db| put(db, "buyer", id(60), "secretname"));
    written(&mut store, |db| drop(db, "buyer", id(60)));
    let kept = |store: &Store| {
        let holds = "SELECT count(*) FROM find_data WHERE instr(block, CAST('secretname' AS BLOB))";
        store
            .read(|db| Ok::<i64, StoreError>(db.conn.query_row(holds, [], |r| r.get(0))?))
            .unwrap()
    };
    assert!(
        kept(&store) > 0,
        "a drop alone only marks, or this test proves nothing"
    );
    written(&mut store, scrub);
    assert_eq!(
        kept(&store),
        0,
        "the erased name is in no block of the index"
    );
    assert_eq!(
        found(&store, "buyer", "\"zhangsan\"").len(),
        50,
        "the others stay"
    );
    written(&mut store, |db| put(db, "buyer", id(60), "secretname"));
    written(&mut store, scrub);
    written(&mut store, |db| drop(db, "buyer", id(60)));
    written(&mut store, scrub);
    assert_eq!(
        kept(&store),
        0,
        "nor when all of the index was one part before"
    );
}

#[test]
fn every_search_uses_the_index() {
    let (_dir, store) = fresh();
    let plan: Vec<String> = store
        .read(|db| {
            let mut statement = db.conn.prepare(&format!("EXPLAIN QUERY PLAN {SEARCH}"))?;
            let rows = statement.query_map(("\"order·x\"", 9_i64, 50_i64), |r| r.get(3))?;
            Ok::<_, StoreError>(rows.collect::<rusqlite::Result<_>>()?)
        })
        .unwrap();
    let [first, second] = plan.as_slice() else {
        panic!("a walk of the index and a look-up, nothing to sort: {plan:?}")
    };
    assert!(
        first.starts_with("SCAN f VIRTUAL TABLE INDEX") && first.contains('M'),
        "{first}"
    );
    assert!(second.contains("USING INTEGER PRIMARY KEY"), "{second}");
}

#[test]
fn an_expression_that_is_none_is_an_error_not_a_crash() {
    let (_dir, mut store) = fresh();
    written(&mut store, |db| put(db, "order", id(1), "x"));
    for bad in [
        "",
        "\"",
        "\"x",
        "x",
        "NEAR(\"x\" \"x\")",
        "AND",
        "\"x\" \"x\" -",
        "tokens : *",
        "((",
    ] {
        let result = store.read(|db| search(db, "order", bad, 9, None));
        let is_harmless = result.is_err() || result.is_ok_and(|rows| rows.is_empty());
        assert!(is_harmless, "{bad} finds nothing");
    }
}
