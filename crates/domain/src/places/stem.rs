//! The distinctive part of a place's name, and the endings that people put after it.

use super::Level;

#[rustfmt::skip]
const PEOPLES: &[&str] = &[
    "蒙古族", "蒙古", "维吾尔", "哈萨克族", "哈萨克", "柯尔克孜", "塔吉克", "锡伯", "布依族", "布朗族", "拉祜族", "哈尼族", "傈僳族",
    "景颇族", "仡佬族", "毛南族", "仫佬族", "土家族", "朝鲜族", "达斡尔族", "达斡尔", "鄂温克族", "鄂伦春", "独龙族", "纳西族", "普米族",
    "撒拉族", "保安族", "东乡族", "裕固族", "高山族", "藏族", "羌族", "彝族", "苗族", "侗族", "壮族", "回族", "瑶族", "白族",
    "傣族", "佤族", "水族", "黎族", "畲族", "怒族", "满族", "土族", "各族", "门巴", "珞巴", "纳西", "独龙", "柯尔克孜族", "锡伯族",
    "塔吉克族", "乌孜别克", "俄罗斯",
];

/// Zones whose last character is no ending that can be left out.
const ZONES: &[&str] = &[
    "开发区",
    "园区",
    "管理区",
    "示范区",
    "工业区",
    "试验区",
    "新城区",
    "合作区",
    "保税区",
];

/// Stems that mean nothing without their ending.
const EMPTY_STEMS: &[&str] = &[
    "市中", "市南", "市北", "城中", "城区", "郊区", "矿区", "新区",
];

/// Rungs of the table that nobody writes.
pub(super) const RUNGS: &[&str] = &[
    "市辖区",
    "县",
    "省直辖县级行政区划",
    "自治区直辖县级行政区划",
];

/// Byte length of the distinctive part: 内蒙古 of 内蒙古自治区, 凉山 of 凉山彝族自治州. The whole
/// name where less than two characters would remain.
pub(super) fn stem_len(name: &str, level: Level) -> usize {
    let whole = name.len();
    if RUNGS.contains(&name) || ZONES.iter().any(|zone| name.ends_with(zone)) {
        return whole;
    }
    let endings: &[&str] = match level {
        Level::Province => &["自治区", "特别行政区", "省", "市"],
        Level::City => &["自治州", "地区", "盟", "市"],
        Level::County => &[
            "自治县",
            "自治旗",
            "新区",
            "林区",
            "特区",
            "县",
            "区",
            "市",
            "旗",
        ],
        Level::Town => &["街道", "地区", "民族乡", "民族苏木", "苏木", "镇", "乡"],
        Level::Village => &["社区", "村"],
    };
    let Some((stem, ending)) = endings
        .iter()
        .find_map(|ending| Some((name.strip_suffix(ending)?, *ending)))
    else {
        return whole;
    };
    let peopled = ending.starts_with("自治") || ending.starts_with("民族") || ending == "乡";
    let stem = if peopled { without_peoples(stem) } else { stem };
    let street = level == Level::Town && stem.ends_with(['路', '街', '道', '巷', '门', '桥', '村']);
    let short = stem.chars().count() < 2 || street || EMPTY_STEMS.contains(&stem);
    if short { whole } else { stem.len() }
}

fn without_peoples(stem: &str) -> &str {
    let mut rest = stem;
    while let Some(shorter) = PEOPLES.iter().find_map(|people| rest.strip_suffix(people)) {
        if shorter.chars().count() < 2 {
            break;
        }
        rest = shorter;
    }
    rest
}

/// Endings that people put after a stem, each with whether it is what the place is today: 凉山州
/// is only short, 林芝地区 and 双流县 are what a city and a district once were.
pub(super) fn endings(level: Level, name: &str) -> &'static [(&'static str, bool)] {
    match level {
        Level::Province => &[("自治区", true), ("省", true), ("市", true)],
        Level::City if name.ends_with("自治州") => {
            &[("自治州", true), ("州", true), ("市", false)]
        }
        Level::City if name.ends_with("地区") => &[("市", false)],
        Level::City if name.ends_with('盟') => &[],
        Level::City => &[("地区", false)],
        Level::County if name.ends_with("自治县") => {
            &[("自治县", true), ("县", true), ("区", false), ("市", false)]
        }
        Level::County if name.ends_with("自治旗") => &[("自治旗", true), ("旗", true)],
        Level::County if name.ends_with("新区") => &[("区", true), ("县", false)],
        Level::County => &[("县", false), ("区", false), ("市", false)],
        Level::Town if name.ends_with("街道") => &[
            ("街道办事处", true),
            ("街道办", true),
            ("街办", true),
            ("镇", false),
            ("乡", false),
        ],
        Level::Town if name.ends_with("地区") => &[
            ("地区办事处", true),
            ("镇", true),
            ("乡", false),
            ("街道", false),
        ],
        Level::Town => &[("乡", true), ("镇", false), ("街道", false)],
        Level::Village => &[],
    }
}

/// Districts that were merged or renamed, and words that no ending explains: old name, code now.
pub(super) const OLD_NAMES: &[(&str, u64)] = &[
    ("林芝县", 540_402),
    ("昌都县", 540_302),
    ("那曲县", 540_602),
    ("崇文区", 110_101),
    ("宣武区", 110_102),
    ("塘沽区", 120_116),
    ("汉沽区", 120_116),
    ("大港区", 120_116),
    ("闸北区", 310_106),
    ("卢湾区", 310_101),
    ("南汇区", 310_115),
    ("白下区", 320_104),
    ("下关区", 320_106),
    ("平江区", 320_508),
    ("沧浪区", 320_508),
    ("金阊区", 320_508),
    ("下城区", 330_105),
    ("襄樊市", 4_206),
    ("东山区", 440_104),
    ("芳村区", 440_103),
    ("萝岗区", 440_112),
    ("思茅地区", 5_308),
    ("郫县", 510_117),
    ("户县", 610_118),
    ("华县", 610_503),
    ("蓟县", 120_119),
    ("达县", 511_703),
    ("通县", 110_112),
    ("鄞县", 330_212),
];

/// Short names that are no stem.
pub(super) const SHORT_NAMES: &[(&str, u64)] = &[("内蒙", 15)];
