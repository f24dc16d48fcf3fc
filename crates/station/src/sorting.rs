//! Sort keys of names: a Tibetan dictionary's order, pinyin, the alphabet.

use pinyin::ToPinyin;
use tsong_contract::AppError;
use tsong_contract::io::Trilingual;
use tsong_domain::text::digits::fold_char;
use tsong_domain::text::sort;

/// The language by whose order a list is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// The dictionary's order of root letters; other scripts follow.
    Tibetan,
    /// Pinyin, then the tone, then the character; Latin letters stand among them.
    Chinese,
    /// The alphabet, Chinese characters by their pinyin; Tibetan follows.
    English,
}

impl Order {
    /// The order of a language; `None` for none in particular.
    ///
    /// # Errors
    /// [`AppError::BadInput`] for a language that the program does not speak.
    pub(crate) fn of(language: &str) -> Result<Option<Self>, AppError> {
        Ok(Some(match language {
            "" => return Ok(None),
            "bo" => Self::Tibetan,
            "zh" | "zh-CN" => Self::Chinese,
            "en" => Self::English,
            _ => {
                return Err(AppError::BadInput {
                    field: "language".into(),
                    reason: "not_in_list".into(),
                });
            }
        }))
    }

    /// Of a name in Tibetan and one in Chinese or Latin letters the one that is sorted by.
    pub(crate) fn choose<'a>(self, bo: &'a str, other: &'a str) -> &'a str {
        let (first, second) = match self {
            Self::Tibetan => (bo, other),
            Self::Chinese | Self::English => (other, bo),
        };
        if first.is_empty() { second } else { first }
    }

    /// The key of a thing that is called differently in each language.
    pub(crate) fn names_key(self, names: &Trilingual) -> Vec<u8> {
        let all = match self {
            Self::Tibetan => [&names.bo, &names.zh, &names.en],
            Self::Chinese => [&names.zh, &names.en, &names.bo],
            Self::English => [&names.en, &names.zh, &names.bo],
        };
        let name = all.into_iter().find(|name| !name.is_empty());
        self.key(name.map_or("", String::as_str))
    }

    /// The key of a text, compared bytewise.
    pub(crate) fn key(self, text: &str) -> Vec<u8> {
        match self {
            Self::Tibetan => sort::tibetan(text),
            Self::Chinese | Self::English => letters(text),
        }
    }

    /// The key of a person's name: a surname is read as surnames are.
    pub(crate) fn person_key(self, name: &str) -> Vec<u8> {
        let mut chars = name.chars();
        match (self, chars.next().and_then(surname)) {
            (Self::Chinese | Self::English, Some((spelling, tone))) => {
                let mut key = Vec::with_capacity(4 * name.len());
                push_character(
                    &mut key,
                    name.chars().next().unwrap_or_default(),
                    spelling,
                    tone,
                );
                key.extend(letters(chars.as_str()));
                key
            }
            (_, _) => self.key(name),
        }
    }
}

/// Between the spelling of a character and its tone: before every letter, so that li stands before
/// lian.
const END: u8 = 1;
/// Tibetan and other scripts follow the letters.
const OTHER: u8 = 0xf0;

fn letters(text: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(4 * text.len());
    let mut is_gap = false;
    for c in text.chars().map(fold_char) {
        if let Some(read) = c.to_pinyin() {
            let tone = read.with_tone_num_end().bytes().last().unwrap_or_default();
            push_character(&mut key, c, read.plain(), tone);
        } else if c.is_ascii_alphanumeric() {
            if is_gap && !key.is_empty() {
                key.push(END);
            }
            key.push(c.to_ascii_lowercase().try_into().unwrap_or(OTHER));
        } else if c.is_alphanumeric() || ('\u{0f71}'..='\u{0fbc}').contains(&c) {
            key.push(OTHER);
            key.extend(u32::from(c).to_be_bytes());
        }
        is_gap = !c.is_alphanumeric();
    }
    key.push(0);
    key.extend(text.as_bytes());
    key
}

fn push_character(key: &mut Vec<u8>, c: char, spelling: &str, tone: u8) {
    key.extend(spelling.replace('ü', "v").as_bytes());
    key.push(END);
    key.push(tone);
    key.extend(u32::from(c).to_be_bytes());
}

/// How a character is read as a surname, where that differs from how it is read alone.
const fn surname(c: char) -> Option<(&'static str, u8)> {
    Some(match c {
        '单' => ("shan", b'4'),
        '曾' => ("zeng", b'1'),
        '解' => ("xie", b'4'),
        '仇' => ("qiu", b'2'),
        '查' => ("zha", b'1'),
        '区' => ("ou", b'1'),
        '朴' => ("piao", b'2'),
        '任' => ("ren", b'2'),
        '华' => ("hua", b'4'),
        '盖' => ("ge", b'3'),
        '覃' => ("qin", b'2'),
        '翟' => ("zhai", b'2'),
        '秘' => ("bi", b'4'),
        '繁' => ("po", b'2'),
        '尉' => ("yu", b'4'),
        '乐' => ("yue", b'4'),
        '召' => ("shao", b'4'),
        '缪' => ("miao", b'4'),
        '晟' => ("cheng", b'2'),
        '宓' => ("mi", b'4'),
        '员' => ("yun", b'4'),
        '种' => ("chong", b'2'),
        '盛' => ("sheng", b'4'),
        '车' => ("che", b'1'),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::Order;

    #[track_caller]
    fn assert_order(order: Order, words: &[&str], why: &str) {
        for pair in words.windows(2) {
            let (a, b) = (order.person_key(pair[0]), order.person_key(pair[1]));
            assert!(a < b, "{why}: {} stands before {}", pair[0], pair[1]);
        }
    }

    #[test]
    fn chinese_names_are_sorted_by_pinyin_and_tone() {
        let names = [
            "阿旺", "白玛", "边巴", "次仁", "达瓦", "丹增", "德吉", "格桑", "洛桑", "尼玛", "强巴",
            "索朗", "扎西", "卓玛",
        ];
        assert_order(Order::Chinese, &names, "by the first characters");
        assert_order(
            Order::Chinese,
            &["黎明", "李明", "丽明"],
            "li of the second, third, fourth tone",
        );
        assert_order(
            Order::Chinese,
            &["李", "李伟", "李小", "连"],
            "the rest decides later",
        );
        assert_order(
            Order::Chinese,
            &["仇英", "任远", "单英", "曾远"],
            "qiu, ren, shan, zeng: surnames",
        );
        assert_order(
            Order::Chinese,
            &["Anna", "白玛", "Dorje", "扎西"],
            "letters stand among them",
        );
        assert_order(Order::Chinese, &["扎西", "བཀྲ་ཤིས"], "Tibetan follows");
    }

    #[test]
    fn english_ignores_case_and_counts_blanks_as_the_end_of_a_word() {
        assert_order(
            Order::English,
            &[
                "dawa",
                "Dawa Tsering",
                "dawar",
                "Pema Lhamo",
                "pema Yangchen",
            ],
            "words",
        );
    }

    #[test]
    fn tibetan_names_are_sorted_by_their_roots() {
        assert_order(
            Order::Tibetan,
            &[
                "བཀྲ་ཤིས",
                "སྐལ་བཟང",
                "ནོར་བུ",
                "པདྨ་ལྷ་མོ",
                "ཚེ་རིང་སྒྲོལ་མ",
                "ཟླ་བ",
                "Anna",
                "扎西",
            ],
            "Tibetan first",
        );
    }
}
