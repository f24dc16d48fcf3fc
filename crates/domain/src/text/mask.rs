//! Numbers as they stand on a screen.

/// A telephone that shows whose it is to who knows it and cannot be dialled: `138****1234`.
#[must_use]
pub fn phone(text: &str) -> String {
    let chars: Vec<char> = local(text).chars().collect();
    let (head, tail) = match chars.len() {
        0 => return String::new(),
        1..=2 => (0, 0),
        3..=6 => (0, 2),
        7..=10 => (2, 2),
        _ => (3, 4),
    };
    let first: String = chars.iter().take(head).collect();
    let last: String = chars
        .iter()
        .skip(chars.len().saturating_sub(tail))
        .collect();
    format!("{first}****{last}")
}

/// Telephones as [`phone`] shows them, but where two would look the same and are not, with the digits
/// in which they differ: who has to choose between them can tell them apart.
#[must_use]
pub fn apart(all: &[String]) -> Vec<String> {
    all.iter()
        .map(|own| {
            let shown = phone(own);
            let rivals: Vec<&str> = all
                .iter()
                .map(|other| local(other))
                .filter(|other| *other != local(own) && phone(other) == shown)
                .collect();
            let own = local(own);
            if rivals.is_empty() {
                return shown;
            }
            let is_aligned = |text: &str| text.chars().count() == shown.chars().count();
            if !is_aligned(own) || !rivals.iter().all(|other| is_aligned(other)) {
                return own.to_owned();
            }
            own.chars()
                .zip(shown.chars())
                .enumerate()
                .map(|(at, (digit, mask))| {
                    let differs = |other: &&str| other.chars().nth(at) != Some(digit);
                    if rivals.iter().any(differs) {
                        digit
                    } else {
                        mask
                    }
                })
                .collect()
        })
        .collect()
}

/// Without blanks around it and without China's own code.
fn local(text: &str) -> &str {
    let whole = text.trim();
    whole.strip_prefix("+86").unwrap_or(whole).trim()
}

#[cfg(test)]
mod tests {
    use super::{apart, phone};

    #[test]
    fn numbers_that_look_the_same_show_where_they_differ() {
        let apart = |all: &[&str]| apart(&all.iter().map(|p| (*p).to_owned()).collect::<Vec<_>>());
        assert_eq!(
            apart(&["13912342000", "13912352000"]),
            ["139***42000", "139***52000"],
            "the one digit that differs, and no other"
        );
        assert_eq!(
            apart(&["13912342000", "13812342000", "+8613912342000"]),
            ["139****2000", "138****2000", "139****2000"],
            "what differs in sight, or not at all, stays masked"
        );
        assert_eq!(
            apart(&["5822123", "5833123"]),
            ["5822123", "5833123"],
            "a short one is shown whole"
        );
    }

    #[test]
    fn the_middle_of_a_number_is_hidden() {
        for (whole, shown) in [
            ("13800131234", "138****1234"),
            ("+86 13800131234", "138****1234"),
            ("08935822123", "089****2123"),
            ("5822123", "58****23"),
            ("110", "****10"),
            ("1", "****"),
            ("", ""),
        ] {
            assert_eq!(phone(whole), shown, "of {whole:?}");
        }
    }
}
