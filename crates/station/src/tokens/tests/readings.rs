//! One word, read and typed in several ways.

use super::{Shop, confirms, names};

#[test]
fn a_name_is_found_by_the_reading_of_its_surname() {
    let surnames = [
        ("单雄信", "dxx"),
        ("单雄信", "sxx"),
        ("曾国藩", "zgf"),
        ("解缙", "xj"),
        ("仇英", "qy"),
        ("查良镛", "zly"),
        ("区寄", "oj"),
        ("朴树", "ps"),
        ("翟天临", "ztl"),
        ("尉迟恭", "ycg"),
        ("万俟卨", "mq"),
        ("覃塘", "qt"),
        ("种师道", "csd"),
        ("缪昌期", "mcq"),
        ("盛明兰", "sml"),
        ("乐毅", "yy"),
        ("车太贤", "ctx"),
        ("谌龙", "cl"),
        ("澹台明", "ttm"),
        ("长孙皇", "zsh"),
        ("召伯", "sb"),
        ("曾厦重", "zxc"),
        ("藏红花", "zhh"),
        ("人参", "rs"),
        ("白术", "bz"),
        ("西藏", "xz"),
        ("强巴卓嘎", "qbzg"),
        ("旦增曲珍", "dzqz"),
        ("酥油", "sy"),
        ("糌粑", "zb"),
        ("青稞", "qk"),
    ];
    for (name, initials) in surnames {
        let thing = names(&[name]);
        assert_eq!(
            Shop::of(std::slice::from_ref(&thing)).find(initials),
            [0],
            "{name} by {initials}"
        );
        assert!(
            confirms(initials, &thing),
            "{name} has the initials {initials}"
        );
    }
}

#[test]
fn a_syllable_is_one_however_it_was_typed() {
    let same = [
        ("མར", "མར་"),
        ("མར", "མརའི"),
        ("གཡག", "g.yag"),
        ("གཡག", "gyag"),
        ("ཀྵ", "ཀ\u{0FB5}"),
        ("\u{0F69}", "ཀ\u{0FB5}"),
        ("ཧ\u{0F71}\u{0F74}", "ཧ\u{0F75}"),
        ("ཧ\u{0F74}\u{0F71}", "ཧ\u{0F71}\u{0F74}"),
        ("པདྨ", "pad+ma"),
        ("བཀྲ་ཤིས་བདེ་ལེགས", "bkra shis bde legs"),
        ("བཀྲ་ཤིས", "Bkra Shis"),
        ("འབྲོག་པའི་ལྭ་བ", "'brog pa lwa ba"),
        ("ཤིང་ཏོག", "shing tog/"),
    ];
    for (text, typed) in same {
        assert_eq!(
            Shop::of(&[names(&[text])]).find(typed),
            [0],
            "{text} by {typed}"
        );
    }
    assert_eq!(
        Shop::of(&[names(&["མར་ཁུ"])]).find("ར"),
        [0_u8; 0],
        "not by a part of a syllable"
    );
    assert_eq!(
        Shop::of(&[names(&["འི"])]).find("འི"),
        [0],
        "a particle alone is a syllable"
    );
}
