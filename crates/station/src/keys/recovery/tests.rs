//! A recovery key on its way to paper and back.

use proptest::prelude::*;

use super::*;

fn sample() -> [u8; 32] {
    std::array::from_fn(|i| u8::try_from(i * 7 % 256).unwrap() ^ 0xA5)
}

#[test]
fn it_is_twelve_groups_of_five_plain_letters() {
    let text = encode(&sample());
    let groups: Vec<&str> = text.split('-').collect();
    assert_eq!(groups.len(), 12, "{text}");
    assert!(groups.iter().all(|group| group.len() == 5), "{text}");
    assert!(
        !text.contains(['I', 'L', 'O', 'U']),
        "no letter that looks like another: {text}"
    );
    let zeros = "00000-".repeat(10) + "00";
    assert!(
        encode(&[0; 32]).starts_with(&zeros),
        "the form on paper never changes"
    );
}

#[test]
fn people_type_it_in_their_own_way() {
    let key = sample();
    let text = encode(&key);
    let full_width: String = text
        .chars()
        .map(|c| match c {
            '-' => '\u{3000}',
            other => char::from_u32(u32::from(other) + 0xFEE0).unwrap(),
        })
        .collect();
    let tibetan: String = text
        .chars()
        .map(|c| {
            c.to_digit(10)
                .map_or(c, |d| char::from_u32(0x0F20 + d).unwrap())
        })
        .collect();
    for typed in [
        text.to_lowercase(),
        text.replace('-', ""),
        text.replace('-', " – "),
        text.replace('0', "O").replace('1', "l"),
        text.replace('0', "o").replace('1', "I"),
        format!("\u{200E}\t{text}\r\n"),
        full_width,
        tibetan,
    ] {
        assert_eq!(decode(&typed), Ok(key), "typed as {typed:?}");
    }
}

#[test]
fn one_wrong_letter_is_always_found() {
    for key in [sample(), [0; 32], [0xFF; 32]] {
        let text: Vec<char> = encode(&key).chars().collect();
        for at in (0..text.len()).filter(|at| text[*at] != '-') {
            for wrong in LETTERS.into_iter().filter(|letter| *letter != text[at]) {
                let mut typo = text.clone();
                typo[at] = wrong;
                let typo: String = typo.into_iter().collect();
                assert_eq!(decode(&typo), Err(RecoveryError::Check), "{typo}");
            }
        }
    }
}

#[test]
fn swapped_neighbours_are_found() {
    let text: Vec<char> = encode(&sample()).replace('-', "").chars().collect();
    for at in 0..text.len() - 1 {
        let mut swapped = text.clone();
        swapped.swap(at, at + 1);
        if swapped != text {
            let swapped: String = swapped.into_iter().collect();
            assert_eq!(decode(&swapped), Err(RecoveryError::Check), "{swapped}");
        }
    }
}

#[test]
fn what_cannot_be_a_recovery_key_is_named() {
    let text = encode(&sample());
    assert_eq!(decode(""), Err(RecoveryError::Length { found: 0 }));
    assert_eq!(
        decode(&text[..70]),
        Err(RecoveryError::Length { found: 59 })
    );
    assert_eq!(
        decode(&text.repeat(2)),
        Err(RecoveryError::Length { found: 120 })
    );
    let letter = |position, letter| Err(RecoveryError::Letter { position, letter });
    assert_eq!(decode(&format!("U{}", &text[1..])), letter(1, 'U'));
    assert_eq!(decode(&text.replacen('-', "-ཀ", 1)), letter(6, 'ཀ'));
}

#[test]
fn a_newer_form_is_told_apart_from_a_typo() {
    let key = sample();
    let mut text: Vec<char> = encode(&key).replace('-', "").chars().collect();
    let last = value_of(text[KEY_LETTERS - 1]).unwrap();
    text[KEY_LETTERS - 1] = LETTERS[usize::from(last | 1)];
    let mut bits = Bits::default();
    let mut at = KEY_LETTERS;
    for byte in check_of(&key, 1) {
        bits.push(byte, 8);
        while let Some(value) = bits.take(5) {
            text[at] = LETTERS[usize::from(value)];
            at += 1;
        }
    }
    let text: String = text.into_iter().collect();
    assert_eq!(decode(&text), Err(RecoveryError::Form));
}

proptest! {
    #[test]
    fn every_key_comes_back(key in any::<[u8; 32]>()) {
        prop_assert_eq!(decode(&encode(&key)), Ok(key));
    }

    #[test]
    fn no_text_breaks_it(text in "\\PC{0,200}") {
        prop_assert!(decode(&text).is_err(), "random text is no key");
    }
}
