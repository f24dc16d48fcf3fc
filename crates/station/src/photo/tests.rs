//! Photos as they arrive from cameras and chats.

mod refused;

use std::io::Cursor;

use image::{
    DynamicImage, ExtendedColorType, ImageEncoder, ImageFormat, ImageReader, Rgb, RgbImage, Rgba,
    RgbaImage,
};

use super::{
    MAIN_MAX_BYTES, MAIN_MAX_SIDE, ReducedPhoto, Size, THUMBNAIL_MAX_BYTES, THUMBNAIL_MAX_SIDE,
    jpeg, reduce,
};

fn noise(width: u32, height: u32) -> RgbImage {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    RgbImage::from_fn(width, height, |_, _| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let [r, g, b, ..] = state.to_le_bytes();
        Rgb([r, g, b])
    })
}

/// Red on the left, blue on the right: which way up it is can be seen.
fn two_halves(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| {
        if x < width / 2 {
            Rgb([220, 20, 20])
        } else {
            Rgb([20, 20, 220])
        }
    })
}

fn file(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn seen(jpeg: &[u8]) -> RgbImage {
    let reader = ImageReader::with_format(Cursor::new(jpeg), ImageFormat::Jpeg);
    reader.decode().unwrap().into_rgb8()
}

fn check_limits(photo: &ReducedPhoto) {
    assert!(
        photo.main.len() <= MAIN_MAX_BYTES,
        "photo of {} bytes",
        photo.main.len()
    );
    assert!(
        photo.thumbnail.len() <= THUMBNAIL_MAX_BYTES,
        "thumb {}",
        photo.thumbnail.len()
    );
    let main = Size::of(seen(&photo.main).dimensions());
    assert_eq!(
        main,
        Size {
            width: photo.width,
            height: photo.height
        },
        "the size is told truly"
    );
    assert!(main.longest() <= MAIN_MAX_SIDE, "{main:?}");
    let thumbnail = Size::of(seen(&photo.thumbnail).dimensions());
    assert!(thumbnail.longest() <= THUMBNAIL_MAX_SIDE, "{thumbnail:?}");
}

fn is_near(got: Rgb<u8>, want: [u8; 3]) -> bool {
    got.0
        .iter()
        .zip(want)
        .all(|(got, want)| got.abs_diff(want) < 40)
}

#[test]
fn the_noisiest_photo_stays_within_its_bytes() {
    let photo = reduce(&file(noise(4000, 3000), ImageFormat::Jpeg)).unwrap();
    check_limits(&photo);
    assert!(
        photo.main.len() > MAIN_MAX_BYTES / 4,
        "and uses them: {}",
        photo.main.len()
    );
}

#[test]
fn an_easy_photo_keeps_its_full_size() {
    let photo = reduce(&file(two_halves(4000, 3000), ImageFormat::Jpeg)).unwrap();
    check_limits(&photo);
    assert_eq!((photo.width, photo.height), (1600, 1200));
    assert_eq!(seen(&photo.thumbnail).dimensions(), (160, 120));
    let main = seen(&photo.main);
    assert!(
        is_near(*main.get_pixel(10, 600), [220, 20, 20]),
        "red stays on the left"
    );
    assert!(
        is_near(*main.get_pixel(1590, 600), [20, 20, 220]),
        "blue stays on the right"
    );
}

#[test]
fn every_format_that_a_camera_or_a_chat_gives_is_read() {
    for format in [
        ImageFormat::Jpeg,
        ImageFormat::Png,
        ImageFormat::WebP,
        ImageFormat::Gif,
        ImageFormat::Bmp,
    ] {
        let photo = reduce(&file(two_halves(300, 200), format)).unwrap();
        check_limits(&photo);
        assert_eq!(
            (photo.width, photo.height),
            (300, 200),
            "{format:?} is not enlarged"
        );
        assert!(
            is_near(*seen(&photo.main).get_pixel(10, 100), [220, 20, 20]),
            "{format:?}"
        );
    }
}

#[test]
fn odd_shapes_survive() {
    for (width, height) in [(1, 1), (1, 5000), (9000, 2), (1601, 1600), (17, 3)] {
        let photo = reduce(&file(two_halves(width, height), ImageFormat::Png)).unwrap();
        check_limits(&photo);
        assert!(photo.width > 0 && photo.height > 0, "{width} × {height}");
    }
}

#[test]
fn deep_and_grey_pictures_are_photos_too() {
    let deep = DynamicImage::ImageRgb8(two_halves(2000, 1000)).into_rgb16();
    let photo = reduce(&file(deep, ImageFormat::Png)).unwrap();
    check_limits(&photo);
    let grey = DynamicImage::ImageRgb8(two_halves(2000, 1000)).into_luma_alpha8();
    check_limits(&reduce(&file(grey, ImageFormat::Png)).unwrap());
}

#[test]
fn what_is_transparent_becomes_white() {
    let glass = RgbaImage::from_fn(2000, 1500, |x, _| {
        if x < 1000 {
            Rgba([0, 0, 0, 0])
        } else {
            Rgba([0, 0, 0, 128])
        }
    });
    let main = seen(&reduce(&file(glass, ImageFormat::Png)).unwrap().main);
    assert!(
        is_near(*main.get_pixel(100, 100), [255, 255, 255]),
        "nothing there is white"
    );
    assert!(
        is_near(*main.get_pixel(1500, 100), [127, 127, 127]),
        "half black is grey"
    );
}

/// An Exif block that says how the camera was held, and a place as text.
fn exif(orientation: u8) -> Vec<u8> {
    let mut block = b"Exif\0\0MM\0\x2a\0\0\0\x08".to_vec();
    block.extend([
        0,
        1,
        0x01,
        0x12,
        0,
        3,
        0,
        0,
        0,
        1,
        0,
        orientation,
        0,
        0,
        0,
        0,
        0,
        0,
    ]);
    block.extend(b"GPS 29.6475N 91.1175E");
    block
}

fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let block = exif(orientation);
    let mut tagged = vec![0xFF, 0xD8, 0xFF, 0xE1];
    tagged.extend(u16::try_from(block.len() + 2).unwrap().to_be_bytes());
    tagged.extend(block);
    tagged.extend(&jpeg[2..]);
    tagged
}

#[test]
fn a_photo_taken_sideways_is_turned_upright() {
    let plain = file(two_halves(2400, 1200), ImageFormat::Jpeg);
    // Held so that "left" has to become "top" (6), "bottom" (8), or "right" (3).
    for (orientation, size, red_at, blue_at) in [
        (1, (1600, 800), (50, 400), (1550, 400)),
        (3, (1600, 800), (1550, 400), (50, 400)),
        (6, (800, 1600), (400, 50), (400, 1550)),
        (8, (800, 1600), (400, 1550), (400, 50)),
    ] {
        let photo = reduce(&with_exif(&plain, orientation)).unwrap();
        check_limits(&photo);
        assert_eq!(
            (photo.width, photo.height),
            size,
            "orientation {orientation}"
        );
        let main = seen(&photo.main);
        assert!(
            is_near(*main.get_pixel(red_at.0, red_at.1), [220, 20, 20]),
            "{orientation}: red"
        );
        assert!(
            is_near(*main.get_pixel(blue_at.0, blue_at.1), [20, 20, 220]),
            "{orientation}"
        );
        let thumbnail = seen(&photo.thumbnail);
        assert_eq!(
            thumbnail.width() < thumbnail.height(),
            size.0 < size.1,
            "the thumbnail too"
        );
    }
}

#[test]
fn where_it_was_taken_is_not_kept() {
    let tagged = with_exif(&file(two_halves(600, 400), ImageFormat::Jpeg), 1);
    let photo = reduce(&tagged).unwrap();
    for (name, kept) in [("photo", &photo.main), ("thumbnail", &photo.thumbnail)] {
        for trace in [b"Exif".as_slice(), b"GPS", b"http://ns.adobe.com"] {
            assert!(
                !kept.windows(trace.len()).any(|at| at == trace),
                "the {name} holds {trace:?}"
            );
        }
        assert!(jpeg::is_whole(kept), "the {name} is a whole JPEG");
    }
}

#[test]
fn the_best_quality_that_fits_is_taken() {
    let picture = two_halves(1600, 1200);
    let photo = reduce(&file(picture.clone(), ImageFormat::Png)).unwrap();
    let best = jpeg::encode(&picture, 85).unwrap();
    assert_eq!(
        photo.main, best,
        "an easy photo is not made worse than need be"
    );
    let mut plain = Vec::new();
    let noisy = noise(800, 600);
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut plain, 75)
        .write_image(noisy.as_raw(), 800, 600, ExtendedColorType::Rgb8)
        .unwrap();
    let ours = jpeg::encode(&noisy, 75).unwrap();
    assert!(
        ours.len() * 10 < plain.len() * 8,
        "{} against {}",
        ours.len(),
        plain.len()
    );
}
