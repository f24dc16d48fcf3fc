use super::*;

#[track_caller]
fn assert_order(words: &str, why: &str) {
    let words: Vec<&str> = words.split(' ').collect();
    for pair in words.windows(2) {
        assert!(
            tibetan(pair[0]) < tibetan(pair[1]),
            "{why}: {} stands before {}",
            pair[0],
            pair[1]
        );
    }
}

#[test]
fn letters_stand_in_their_order() {
    assert_order(
        "ཀ ཁ ག ང ཅ ཆ ཇ ཉ ཏ ཐ ད ན པ ཕ བ མ ཙ ཚ ཛ ཝ ཞ ཟ འ ཡ ར ལ ཤ ས ཧ ཨ",
        "the alphabet",
    );
    assert_order(
        "ཏ ཊ གཏ ཐ ཋ མཐ ད ཌ རྡ ཤ ཥ གཤ",
        "letters of Sanskrit follow theirs",
    );
}

#[test]
fn a_syllable_stands_under_its_root() {
    assert_order("ང རྔ ལྔ སྔ བརྔ བསྔ ཅ", "heads and prefixes");
    assert_order(
        "ཀ ཀྭ ཀྱ ཀྲ ཀླ དཀ དཀྱ དཀྲ བཀ བཀྱ བཀྲ བཀླ རྐ རྐྱ ལྐ སྐ སྐྱ སྐྲ བརྐ བརྐྱ བསྐ བསྐྱ བསྐྲ ཁ",
        "all that stands under ka",
    );
    assert_order(
        "ག གྭ གྱ གྲ གླ དགྱ དགྲ བགྱ བགྲ བགླ མགྱ མགྲ འགྱ འགྲ རྒ རྒྱ ལྒ སྒ སྒྱ སྒྲ བརྒ བརྒྱ བསྒ བསྒྱ བསྒྲ ང",
        "all that stands under ga",
    );
    assert_order(
        "བ བྱ བྲ བླ དབྱ དབྲ འབྱ འབྲ རྦ ལྦ སྦ སྦྱ སྦྲ མ",
        "ba is root before ya, ra and la",
    );
    assert_order("ཟ ཟྭ ཟླ བཟླ འ", "la is joined to za");
    assert_order("ར རྭ རླ བརླ ལ", "ra is root over la");
    assert_order("ས སྭ སྲ སླ བསྭ བསྲ བསླ ཧ ཧྭ ཧྲ ལྷ ཨ", "la is a head over ha alone");
}

#[test]
fn two_or_three_bare_letters_have_the_root_that_the_dictionary_finds() {
    assert_order(
        "ཁ གད གན གར གལ གས ང ད དག དང དབ དམ དར དལ དས ན",
        "a suffix is no root",
    );
    assert_order("ད དངས ན ཕ བགས མ མགས མངས ཙ", "the first of three");
    assert_order(
        "ཁ དགས འགས ང ད གདས བདས འདས ན ཕ དབས འབས མ དམས ཙ",
        "the second of three",
    );
    assert_order(
        "ཀ དཀའ བཀའ ཁ མཁའ འཁའ ག དགའ བགའ མགའ འགའ ང དངའ མངའ ཅ",
        "'a shows the root",
    );
    assert_order(
        "ཀ དཀི བཀི ཁ མཁི འཁི ག དགི བགི མགི འགི ང དངི མངི ཅ གཅི བཅི ཆ",
        "so does a vowel",
    );
    assert_order("ཡ གཡག གཡི ར", "g.yak stands under ya");
}

#[test]
fn vowels_and_suffixes_follow_the_root() {
    assert_order(
        "ཀག ཀགས ཀང ཀངས ཀད ཀན ཀབ ཀབས ཀམ ཀམས ཀའ ཀའང ཀའམ ཀའི ཀའིའོ ཀའུ ཀར ཀལ ཀས",
        "suffixes",
    );
    assert_order("ཀ ཀཱ ཀི ཀཱི ཀྀ ཀཱྀ ཀུ ཀཱུ ཀེ ཀཻ ཀོ ཀཽ", "vowels");
    assert_order("ཀས ཀི ཀིག ཀུ ཀྱ", "letters, vowels, what is joined");
}

#[test]
fn words_are_compared_syllable_by_syllable() {
    assert_order(
        "ག་རེ་ གངས་ གི་ གིས་ གུར་ གེ་སར་ གོ་ གྭ་ གྱང་ གྱུར་ གྲང་མོ་ གྲངས་ གླ་ གླང་ དགའ་ དགུ་ དགེ་བ་ དགོས་ དགྲ་ བགམས་ \
         བགེགས་ མགུར་ མགྱོགས་ རྒན་ རྒོད་པོ་ རྒྱ་ རྒྱ་མ་ ལྒང་བུ་ སྒ་ སྒུག་ སྒོར་མོ་ སྒྱུར་ སྒྲ་ བརྒལ་ བརྒྱ་ བསྒོམས་ བསྒྱུར་",
        "a page of a dictionary",
    );
    assert_order(
        "ཀེལ་བཟང དཀར་མ བཀྲ་ཤིས སྐལ་བཟང ཉི་མ བསྟན་འཛིན པད་མ པདྨ་མཚོ ཕུར་བུ འཕྲིན་ལས བྱམས་པ ཚེ་རིང འཚོ་མོ ཟླ་བ",
        "names",
    );
}

#[test]
fn other_scripts_follow_and_signs_have_no_weight() {
    assert_order("ཨ A B 巴 次", "scripts");
    assert!(
        tibetan("ཚེ་རིང་") < tibetan("ཚེ་རིང་མ") && tibetan("ཚེ་རིང") < tibetan("ཚེ་རིང་མ"),
        "the last tsheg weighs nothing"
    );
    assert_eq!(
        tibetan("ཀཾ").first(),
        tibetan("ཀམ").first(),
        "the sign of m is an m"
    );
}
