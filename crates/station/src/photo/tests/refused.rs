//! Files that only claim to be a photo, or claim to be a giant.

use image::ImageFormat;

use super::super::{PhotoError, reduce};
use super::{check_limits, file, noise, two_halves};

#[test]
fn what_is_no_photo_is_refused() {
    let text = "བདེ་མོ། 松茸 two kilos, see you tomorrow\n".repeat(100);
    for (name, bytes) in [
        ("nothing", Vec::new()),
        ("one byte", vec![0xFF]),
        ("a text", text.into_bytes()),
        (
            "a drawing",
            b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(),
        ),
        ("a JPEG's first bytes", vec![0xFF, 0xD8, 0xFF, 0xE0]),
        ("zeros of 41 MB", vec![0; 41_000_000]),
    ] {
        assert_eq!(reduce(&bytes), Err(PhotoError::NotAPhoto), "{name}");
    }
}

#[test]
fn a_photo_cut_off_is_refused_not_shown_half_grey() {
    for format in [
        ImageFormat::Jpeg,
        ImageFormat::Png,
        ImageFormat::WebP,
        ImageFormat::Bmp,
    ] {
        let whole = file(noise(400, 300), format);
        for part in [10, 50, 90, 99] {
            let cut = &whole[..whole.len() * part / 100];
            assert_eq!(
                reduce(cut),
                Err(PhotoError::NotAPhoto),
                "{part} % of a {format:?}"
            );
        }
    }
    let mut with_film = file(noise(400, 300), ImageFormat::Jpeg);
    with_film.extend(b"a short film that the phone hangs on");
    assert!(
        reduce(&with_film).is_ok(),
        "what follows a whole photo does not matter"
    );
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xEDB8_8320 * (crc & 1))
        })
    })
}

/// A few bytes that claim to be a PNG of that size, eight bits, `kind` 2 (RGB) or 6 (RGBA).
fn forged_png(width: u32, height: u32, depth: u8, kind: u8) -> Vec<u8> {
    let mut chunk = b"IHDR".to_vec();
    chunk.extend(width.to_be_bytes());
    chunk.extend(height.to_be_bytes());
    chunk.extend([depth, kind, 0, 0, 0]);
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0d".to_vec();
    png.extend(&chunk);
    png.extend(crc32(&chunk).to_be_bytes());
    png.extend(b"\0\0\0\x08IDAT\0\0\0\0\0\0\0\0");
    png.extend(crc32(b"IDAT\0\0\0\0\0\0\0\0").to_be_bytes());
    png
}

#[test]
fn a_giant_is_refused_by_what_its_header_claims() {
    for (width, height) in [(20_000, 20_000), (8_193, 8_193), (1, 80_000_000)] {
        let begun = std::time::Instant::now();
        let refused = reduce(&forged_png(width, height, 8, 2));
        assert_eq!(refused, Err(PhotoError::TooLarge { width, height }));
        assert!(begun.elapsed().as_millis() < 200, "without decoding it");
    }
    let deep = reduce(&forged_png(8_000, 8_000, 16, 6));
    assert_eq!(
        deep,
        Err(PhotoError::TooLarge {
            width: 8_000,
            height: 8_000
        }),
        "512 MB decoded"
    );
    let mut jpeg = file(two_halves(16, 16), ImageFormat::Jpeg);
    let frame = jpeg
        .windows(2)
        .position(|mark| mark == [0xFF, 0xC0])
        .unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(&[0x4E, 0x20, 0x4E, 0x20]);
    let too_large = Err(PhotoError::TooLarge {
        width: 20_000,
        height: 20_000,
    });
    assert_eq!(reduce(&jpeg), too_large, "a forged JPEG");
}

#[test]
fn a_photo_of_more_than_40_mb_is_refused() {
    let mut heavy = file(two_halves(300, 200), ImageFormat::Bmp);
    heavy.resize(40_000_001, 0);
    let too_large = Err(PhotoError::TooLarge {
        width: 300,
        height: 200,
    });
    assert_eq!(reduce(&heavy), too_large);
}

#[test]
fn damaged_bytes_never_break_the_program() {
    let mut state = 7_usize;
    for format in [
        ImageFormat::Jpeg,
        ImageFormat::Png,
        ImageFormat::WebP,
        ImageFormat::Gif,
        ImageFormat::Bmp,
    ] {
        let whole = file(noise(40, 30), format);
        for _ in 0..150 {
            let mut damaged = whole.clone();
            for _ in 0..4 {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695);
                let at = (state >> 20) % damaged.len();
                damaged[at] = state.to_le_bytes()[7];
            }
            if let Ok(photo) = reduce(&damaged) {
                check_limits(&photo);
            }
        }
    }
}
