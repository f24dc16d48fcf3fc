//! Every search here runs in a real index.

use super::{Texts, confirms, index, query};
use chrono::NaiveDate;
use tsong_domain::id::EntityId;
use tsong_store::open::Cipher;
use tsong_store::{Store, StoreError, find};

mod hostile;
mod readings;

struct Shop {
    _dir: tempfile::TempDir,
    store: Store,
}

impl Shop {
    /// A station in which each of `things` is indexed under its place in the list.
    fn of(things: &[Texts<'_>]) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let mut store = Store::create(dir.path(), Cipher::Plain).unwrap();
        store
            .write(|db| {
                (0_u8..).zip(things).try_for_each(|(n, texts)| {
                    find::put(db, "order", EntityId([n; 16]), &index(texts)).map(|_| ())
                })
            })
            .unwrap();
        Self { _dir: dir, store }
    }

    /// The places of what a search finds; nothing when it asks for nothing.
    fn find(&self, text: &str) -> Vec<u8> {
        let Some(expression) = query(text) else {
            return Vec::new();
        };
        let rows = self
            .store
            .read(|db| find::search(db, "order", &expression, 50, None));
        let rows: Result<_, StoreError> = rows;
        let rows = rows.unwrap_or_else(|e| panic!("{text:?} gave {expression:?}: {e}"));
        let mut places: Vec<u8> = rows.iter().map(|(_, id)| id.0[0]).collect();
        places.sort_unstable();
        places
    }
}

fn names<'a>(names: &[&'a str]) -> Texts<'a> {
    Texts {
        names: names.to_vec(),
        ..Texts::default()
    }
}

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

/// Two orders and a listing, as a station has them.
fn things() -> [Texts<'static>; 3] {
    [
        Texts {
            names: vec!["王小伟", "鲜松茸", "A级 3–5厘米"],
            words: vec!["四川省 成都市武侯区人民路123号4栋", "到货前打电话"],
            codes: vec!["ST0417-00000012"],
            phones: vec!["+86 138-1234-5678"],
            days: vec![day(2026, 8, 18)],
        },
        Texts {
            names: vec!["扎西·次仁", "冬虫夏草", "དབྱར་རྩྭ་དགུན་འབུ"],
            words: vec!["西藏自治区林芝市巴宜区王府小区"],
            codes: vec!["ST0417-00000120"],
            phones: vec!["0891-6322345"],
            days: vec![day(2026, 9, 1)],
        },
        Texts {
            names: vec!["བེ་ཤ་གསར་པ།", "ཕྱུར་བའི་མར", "Fresh matsutake"],
            codes: vec!["SR"],
            days: vec![day(2025, 8, 18)],
            ..Texts::default()
        },
    ]
}

/// A search and the places of what it finds.
const CASES: &str = "\
# Chinese: two characters and more, one of a name only, blanks and dots as people write
松茸 | 0
鲜松茸 | 0
王 | 0
王小 | 0
王伟 |
扎西次仁 | 1
扎西·次仁 | 1
成都市武侯 | 0
省成都 | 0
王 松茸 | 0
王 虫草 |
人民路123号 | 0
人民路12号 | 0
松茸3厘米 | 0
# pinyin initials
wxw | 0
xsr | 0
sr | 0 2
zxcr | 1
DCXC | 1
w | 0
# Tibetan and Wylie
དབྱར་རྩྭ་དགུན་འབུ | 1
དགུན་འབུ། | 1
dbyar rtswa dgun 'bu | 1
dgun ’bu | 1
མར | 2
mar | 2
བེ་ཤ | 2
བེ\u{0F0C}ཤ | 2
be sha | 2
phyur ba | 2
phyur ba'i | 2
བ | 2
# codes, in any case and by their beginnings; numbers without zeros
ST0417-00000012 | 0
st041700000 | 0 1
ｓｔ０４１７ | 0 1
00000012 | 0
12 | 0
༡༢ | 0
0417-120 | 1
matsu | 2
fresh-matsutake | 2
mats | 2
fr |
a | 0
A级 | 0
# phones, by any three digits
138 | 0
5678 | 0
13812345678 | 0
+8613812345678 | 0
+86 138 1234 5678 | 0
138****5678 | 0
12345678 | 0
༥༦༧༨ | 0
6322345 | 1
08916322345 | 1
0891-6322345 | 1
567812 |
# days
2026-08-18 | 0
2026-8-18 | 0
2026/8/18 | 0
20260818 | 0
2026年8月18日 | 0
2026年 8月 18号 | 0
༢༠༢༦-༨-༡༨ | 0
8-18 | 0 2
8月18日 | 0 2
8月 | 0 2
2026年 | 0 1
2026年8月 | 0
2026.9 | 1
2026 | 0 1
2026 王 | 0
2026年13月 |";

#[test]
fn each_kind_of_search_finds_its_thing_and_no_other() {
    let things = things();
    let shop = Shop::of(&things);
    for line in CASES.lines().filter(|line| !line.starts_with('#')) {
        let (text, want) = line.split_once(" |").unwrap();
        let want: Vec<u8> = want
            .split_whitespace()
            .map(|n| n.parse().unwrap())
            .collect();
        assert_eq!(shop.find(text), want, "searching {text}: {:?}", query(text));
        let confirmed = (0..)
            .zip(&things)
            .filter(|(_, thing)| confirms(text, thing));
        let confirmed: Vec<u8> = confirmed.map(|(n, _)| n).collect();
        assert_eq!(confirmed, want, "and {text} is confirmed of the same");
    }
}

#[test]
fn what_the_index_cannot_tell_is_left_to_be_confirmed() {
    let thing = names(&["王小伟", "小伟明"]);
    let shop = Shop::of(std::slice::from_ref(&thing));
    assert_eq!(shop.find("王小伟明"), [0], "all its pairs are there");
    assert!(!confirms("王小伟明", &thing), "but nobody is called so");
    assert!(confirms("王小伟 小伟明", &thing), "as words they are");
}
