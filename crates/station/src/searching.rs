//! What goods are found by beside their names, for a till that looks for itself at every key: codes,
//! pinyin initials, pinyin, Wylie.

use crate::products::Titles;
use pinyin::ToPinyin;
use std::collections::BTreeMap;
use tsong_domain::names::Names;
use tsong_domain::text::wylie::wylie;

/// Looks each product up once.
pub(crate) struct Keys<'a> {
    titles: &'a Titles,
    known: BTreeMap<(String, String), String>,
}

impl<'a> Keys<'a> {
    pub(crate) const fn new(titles: &'a Titles) -> Self {
        Self {
            titles,
            known: BTreeMap::new(),
        }
    }

    /// The keys of a product: its own and its names'.
    pub(crate) fn product(&mut self, key: &str) -> String {
        self.graded(key, "")
    }

    /// The keys of a product and one of its grades.
    pub(crate) fn graded(&mut self, key: &str, grade: &str) -> String {
        let place = (key.to_owned(), grade.to_owned());
        if let Some(keys) = self.known.get(&place) {
            return keys.clone();
        }
        let mut words = Words::default();
        words.add(key);
        if let Some(names) = self.titles.names(key) {
            words.add_names(&names);
        }
        if let Some(product) = Titles::product(key) {
            words.add(&product.code);
            if let Some(grade) = product.grade(grade) {
                words.add_names(&grade.names);
            }
        }
        self.known.insert(place, words.text.clone());
        words.text
    }

    /// The keys of a listing: its product's, its grade's and its own title's.
    pub(crate) fn listing(&mut self, key: &str, grade: &str, title: &Names) -> String {
        let mut words = Words {
            text: self.graded(key, grade),
        };
        words.add_names(title);
        words.text
    }
}

#[derive(Default)]
struct Words {
    text: String,
}

impl Words {
    fn add(&mut self, word: &str) {
        let word = word.trim().to_lowercase();
        if word.is_empty() || self.text.split(' ').any(|known| known == word) {
            return;
        }
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        self.text.push_str(&word);
    }

    fn add_names(&mut self, names: &Names) {
        let (mut initials, mut whole) = (String::new(), String::new());
        for read in names.zh.chars().filter_map(|c| c.to_pinyin()) {
            initials.push_str(read.first_letter());
            whole.push_str(read.plain());
        }
        self.add(&initials);
        self.add(&whole);
        let latin = wylie(&names.bo);
        for syllable in latin.split(' ') {
            self.add(syllable);
        }
        // One word, too: people leave the blanks out.
        self.add(&latin.replace(' ', ""));
    }
}
