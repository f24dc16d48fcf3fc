//! Phones in a text, however they are written.

use super::prepare::TAKEN;

/// A phone that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phone {
    /// As documented at [`super::PastedContact::phone`].
    pub(super) number: String,
    /// Not the length of a phone, or masked.
    pub(super) odd: bool,
}

const MOBILE_GROUPS: &[&[usize]] = &[
    &[11],
    &[3, 4, 4],
    &[3, 8],
    &[7, 4],
    &[3, 3, 5],
    &[4, 3, 4],
    &[3, 5, 3],
    &[5, 6],
    &[3, 2, 2, 2, 2],
    &[3, 2, 3, 3],
    &[4, 4, 3],
    &[5, 3, 3],
];
const HOTLINE_GROUPS: &[&[usize]] = &[&[10], &[3, 3, 4], &[3, 4, 3], &[4, 3, 3], &[3, 7], &[4, 6]];

/// What is counted by a number before it, so that the number is no extension and no phone's end.
const COUNTED: &str = "号栋幢座楼层室单弄排户组村巷期区院门铺";

/// Takes the phones out of a text, leaving [`TAKEN`] where each was. In a text that is labelled as
/// a phone, and in a second go where none was found, a number of a wrong length counts too.
pub(super) fn take(
    text: &str,
    loose: bool,
    is_code: &dyn Fn(&str) -> bool,
) -> (Vec<Phone>, String) {
    let chars: Vec<char> = text.chars().collect();
    let mut phones = Vec::new();
    let mut rest = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(c) = chars.get(at) {
        let scan = Scan { chars: &chars };
        let before = at.checked_sub(1).and_then(|i| chars.get(i));
        let fresh = before.is_none_or(|b| !b.is_ascii_alphanumeric() && *b != '+');
        let starts = matches!(c, '0'..='9' | '+' | '(');
        if starts && fresh && !(is_code(&scan.run(at))) {
            if let Some((phone, end)) = scan.phone(at, loose) {
                phones.push(phone);
                rest.push(TAKEN);
                at = end;
                continue;
            }
            // A room glued to a phone: 502138…; the room stays.
            if let Some(skip) = scan.glued(at) {
                rest.extend(chars.iter().skip(at).take(skip));
                at += skip;
                if let Some((phone, end)) = scan.phone(at, false) {
                    phones.push(phone);
                    rest.push(TAKEN);
                    at = end;
                }
                continue;
            }
        }
        rest.push(*c);
        at += 1;
    }
    (phones, rest)
}

struct Scan<'a> {
    chars: &'a [char],
}

impl Scan<'_> {
    fn get(&self, at: usize) -> char {
        self.chars.get(at).copied().unwrap_or('\n')
    }

    /// The unbroken digits at a point.
    fn run(&self, at: usize) -> String {
        self.chars
            .iter()
            .skip(at)
            .take_while(|c| c.is_ascii_digit())
            .collect()
    }

    fn phone(&self, at: usize, loose: bool) -> Option<(Phone, usize)> {
        let sure = self
            .mobile(at)
            .or_else(|| self.hotline(at))
            .or_else(|| self.landline(at))
            .or_else(|| self.foreign(at));
        if let Some((number, end)) = sure {
            return Some((Phone { number, odd: false }, end));
        }
        let (number, end) = self
            .masked(at)
            .or_else(|| if loose { self.wrong(at) } else { None })?;
        Some((Phone { number, odd: true }, end))
    }

    /// The end of +86, 0086, 86 or (86), with what separates it from the number.
    fn country(&self, at: usize) -> usize {
        let open = usize::from(self.get(at) == '(');
        let mut i = at + open;
        let plus = self.get(i) == '+';
        i += usize::from(plus);
        if !plus && self.get(i) == '0' && self.get(i + 1) == '0' {
            i += 2;
        }
        if self.get(i) != '8' || self.get(i + 1) != '6' {
            return at;
        }
        i += 2;
        if open == 1 {
            if self.get(i) != ')' {
                return at;
            }
            i += 1;
        }
        while matches!(self.get(i), ' ' | '-' | ')') {
            i += 1;
        }
        i
    }

    /// Digits in groups of the given sizes, one separator between two groups.
    fn groups(&self, at: usize, sizes: &[usize]) -> Option<(String, usize)> {
        let mut digits = String::new();
        let mut i = at;
        for (nth, size) in sizes.iter().enumerate() {
            if nth > 0 {
                if !matches!(self.get(i), ' ' | '-' | '.' | '·') {
                    return None;
                }
                i += 1;
            }
            for _ in 0..*size {
                let c = self.get(i);
                if !c.is_ascii_digit() {
                    return None;
                }
                digits.push(c);
                i += 1;
            }
        }
        let tail = self.run(i);
        let next = self.get(i + tail.len());
        let counted = (1..=3).contains(&tail.len()) && COUNTED.contains(next);
        (tail.is_empty() || counted).then_some((digits, i))
    }

    fn mobile(&self, at: usize) -> Option<(String, usize)> {
        let start = self.country(at);
        if self.get(start) != '1' || !matches!(self.get(start + 1), '3'..='9') {
            return None;
        }
        let (digits, end) = MOBILE_GROUPS
            .iter()
            .find_map(|sizes| self.groups(start, sizes))?;
        let (ext, end) = self.extension(end);
        Some((digits + &ext, end))
    }

    fn hotline(&self, at: usize) -> Option<(String, usize)> {
        let (digits, end) = HOTLINE_GROUPS
            .iter()
            .find_map(|sizes| self.groups(at, sizes))?;
        if !(digits.starts_with("400") || digits.starts_with("800")) {
            return None;
        }
        let (ext, end) = self.extension(end);
        Some((digits + &ext, end))
    }

    fn landline(&self, at: usize) -> Option<(String, usize)> {
        let mut i = self.country(at);
        let home = i == at;
        let open = self.get(i) == '(';
        i += usize::from(open);
        let has_zero = self.get(i) == '0';
        if !has_zero && home {
            return None;
        }
        i += usize::from(has_zero);
        let width = if matches!(self.get(i), '1' | '2') {
            2
        } else {
            3
        };
        let area = self.run(i).get(..width)?.to_owned();
        if area.starts_with('0') || (width == 2 && area.starts_with('1') && area != "10") {
            return None;
        }
        i += width;
        if open && self.get(i) != ')' {
            return None;
        }
        while matches!(self.get(i), ' ' | '-' | ')') {
            i += 1;
        }
        let sizes: &[&[usize]] = if width == 2 {
            &[&[8], &[4, 4]]
        } else {
            &[&[8], &[7], &[4, 4], &[3, 4]]
        };
        let (digits, end) = sizes.iter().find_map(|sizes| self.groups(i, sizes))?;
        let (ext, end) = self.extension(end);
        Some((format!("0{area}-{digits}{ext}"), end))
    }

    fn foreign(&self, at: usize) -> Option<(String, usize)> {
        if self.get(at) != '+' {
            return None;
        }
        let mut digits = String::from("+");
        let mut end = at + 1;
        let mut i = end;
        loop {
            let c = self.get(i);
            if c.is_ascii_digit() {
                digits.push(c);
                end = i + 1;
            } else if !matches!(c, ' ' | '-' | '(' | ')') {
                break;
            }
            i += 1;
        }
        (9..=16).contains(&digits.len()).then_some((digits, end))
    }

    /// `138****1234`, as platforms show phones.
    fn masked(&self, at: usize) -> Option<(String, usize)> {
        let stars = at + 3;
        let seen = self.run(at).len() == 3 && self.get(at) == '1';
        let hidden = (stars..stars + 4).all(|i| matches!(self.get(i), '*' | 'x' | 'X'));
        let tail = self.run(stars + 4);
        if !seen || !hidden || tail.len() != 4 {
            return None;
        }
        Some((self.chars.iter().skip(at).take(11).collect(), stars + 8))
    }

    /// A number that was meant as a phone: 6 to 14 digits, or a mobile of 10 or 12.
    fn wrong(&self, at: usize) -> Option<(String, usize)> {
        let mut number = String::new();
        let mut end = at;
        let mut i = at;
        loop {
            let c = self.get(i);
            if c.is_ascii_digit() {
                number.push(c);
                end = i + 1;
            } else if !matches!(c, ' ' | '-') {
                break;
            }
            i += 1;
        }
        (6..=14).contains(&number.len()).then_some((number, end))
    }

    /// `-1234`, `转1234`, `分机1234` after a number.
    fn extension(&self, at: usize) -> (String, usize) {
        let mut i = at;
        let dash = self.get(i) == '-';
        if dash {
            i += 1;
        } else {
            i += usize::from(self.get(i) == ' ') + usize::from(self.get(i + 1) == '(');
            let words = ["转分机", "分机号", "分机", "转接", "转", "#", "ext.", "ext"];
            let tail: String = self.chars.iter().skip(i).take(4).collect();
            let Some(word) = words.iter().find(|word| tail.starts_with(*word)) else {
                return (String::new(), at);
            };
            i += word.chars().count();
            while matches!(self.get(i), ' ' | ':' | '-') {
                i += 1;
            }
        }
        let digits = self.run(i);
        let least = if dash { 3 } else { 1 };
        let end = i + digits.len();
        let next = self.get(end);
        let part_of_more = dash && (COUNTED.contains(next) || next == '-');
        if !(least..=6).contains(&digits.len()) || part_of_more {
            return (String::new(), at);
        }
        (
            format!("-{digits}"),
            end + usize::from(next == ')' && !dash),
        )
    }

    /// How many digits stand before a mobile number in an unbroken run.
    fn glued(&self, at: usize) -> Option<usize> {
        let run = self.run(at);
        let skip = run
            .len()
            .checked_sub(11)
            .filter(|skip| (1..=4).contains(skip))?;
        let number = run.get(skip..)?;
        let mobile = number.starts_with('1') && number.chars().nth(1).is_some_and(|c| c >= '3');
        mobile.then_some(skip)
    }
}

#[cfg(test)]
mod tests;
