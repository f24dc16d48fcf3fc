//! Numbers as they stand on a screen.

/// A telephone that shows whose it is to who knows it and cannot be dialled: `138****1234`.
#[must_use]
pub fn phone(text: &str) -> String {
    let whole = text.trim();
    let local = whole.strip_prefix("+86").unwrap_or(whole).trim();
    let chars: Vec<char> = local.chars().collect();
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

#[cfg(test)]
mod tests {
    use super::phone;

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
