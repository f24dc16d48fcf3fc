use super::{InputError, Number, leading, prepare};

fn read(text: &str) -> Result<(i128, u32), InputError> {
    let text = prepare(text)?;
    match leading(&text)? {
        Some((number, "")) => Ok((number.mantissa, number.decimals)),
        Some(_) | None => Err(InputError::NotANumber),
    }
}

#[test]
fn plain_and_chinese_numbers_are_exact() {
    let cases: &[(&str, i128, u32)] = &[
        ("68", 68, 0),
        ("0068.500", 685, 1),
        (".5", 5, 1),
        ("1,250.25", 125_025, 2),
        ("六十八", 68, 0),
        ("十", 10, 0),
        ("十二", 12, 0),
        ("二十", 20, 0),
        ("一百二", 120, 0),
        ("一百零二", 102, 0),
        ("一百一十", 110, 0),
        ("三千零五十", 3_050, 0),
        ("三千零十", 3_010, 0),
        ("两千五", 2_500, 0),
        ("一万两千", 12_000, 0),
        ("一万二", 12_000, 0),
        ("一万零二", 10_002, 0),
        ("十二万", 120_000, 0),
        ("二〇二六", 2_026, 0),
        ("一二三", 123, 0),
        ("二点五", 25, 1),
        ("1.2万", 12_000, 0),
        ("3百", 300, 0),
        ("半", 5, 1),
        ("零", 0, 0),
        ("九千九百九十九万九千九百九十九", 99_999_999, 0),
    ];
    for (text, mantissa, decimals) in cases {
        assert_eq!(read(text), Ok((*mantissa, *decimals)), "{text}");
    }
}

#[test]
fn what_is_no_number_is_refused() {
    for text in [
        "NaN",
        "inf",
        "1 2",
        "2,5",
        "1,2345",
        ",250",
        "5.",
        ".",
        "1.2.3",
        "+5",
        "百",
        "二百千",
        "一十百",
        "一百零",
        "零百",
        "点五",
        "1,000,00",
        "一万万",
        "٣",
        "½",
    ] {
        assert_eq!(read(text), Err(InputError::NotANumber), "{text}");
    }
    assert_eq!(read(""), Err(InputError::Empty));
    for text in ["-0", "-1", "－１", "−1", "负三", "- 5", "¥-3"] {
        assert_eq!(read(text), Err(InputError::Negative), "{text}");
    }
    assert_eq!(read("99999999999999999999"), Err(InputError::TooLarge));
    assert_eq!(read("0.1234567890123456789"), Err(InputError::TooPrecise));
}

#[test]
fn a_product_is_whole_or_refused() {
    assert_eq!(Number::HALF.times(500), Ok(250));
    assert_eq!(Number::HALF.times(1), Err(InputError::TooPrecise));
    assert_eq!(
        Number::new(i128::MAX, 0).times(1_000),
        Err(InputError::TooLarge)
    );
    assert!(
        Number::new(2_000, 3).is_whole(),
        "trailing zeros do not count"
    );
}
