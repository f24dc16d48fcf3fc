//! Photos: taken in small, found by their content.

use crate::shop::Shop;
use data_encoding::BASE64;
use serde_json::json;
use std::io::Cursor;
use tsong_contract::AppError;

pub(crate) fn picture() -> Vec<u8> {
    let picture = image::RgbImage::from_fn(2000, 1000, |x, y| {
        let shade = |n: u32| u8::try_from(n % 251).unwrap();
        image::Rgb([shade(x), shade(y), shade(x * y)])
    });
    let mut png = Cursor::new(Vec::new());
    picture.write_to(&mut png, image::ImageFormat::Png).unwrap();
    png.into_inner()
}

#[test]
fn a_photo_is_kept_small_and_the_same_one_once() {
    let mut shop = Shop::new();
    let png = picture();
    let file = shop.dir.path().join("basket.png");
    std::fs::write(&file, &png).unwrap();
    let from_file = shop.call("photo.put", json!({"path": file}));
    assert_eq!(
        (&from_file["width"], &from_file["height"]),
        (&json!(1600), &json!(800))
    );
    assert!(
        from_file["bytes"].as_u64().unwrap() <= 200_000,
        "a weak link carries it"
    );

    let address = format!("data:image/png;base64,{}\n", BASE64.encode(&png));
    let from_screen = shop.call("photo.put", json!({"base64": address}));
    assert_eq!(
        from_file["photo"], from_screen["photo"],
        "an address is made of the content"
    );

    let mut shop = shop.reopened();
    shop.sign_in_keeper();
    for (field, most) in [("photo", 200_000), ("thumbnail", 8_000)] {
        let shown = shop.call("photo.get", json!({"hash": from_file[field]}));
        let jpeg = BASE64
            .decode(shown["base64"].as_str().unwrap().as_bytes())
            .unwrap();
        assert!(jpeg.len() <= most, "the {field} has {} bytes", jpeg.len());
        assert_eq!(
            blake3::hash(&jpeg).to_string(),
            from_file[field].as_str().unwrap()
        );
        image::load_from_memory(&jpeg).expect("what is kept is a picture");
    }
    let waiting = shop.call("sync.status", json!({}));
    assert_eq!(
        waiting["waiting_blobs"], 0,
        "what no record names is not sent"
    );
    let villager = shop.villager("扎西次仁");
    let lot = json!({"villager": villager, "product": "matsutake-fresh", "grade": "a-5-7",
        "quantity": "1kg", "photo": from_file["photo"], "thumbnail": from_file["thumbnail"]});
    shop.call("lot.take_in", lot);
    let waiting = shop.call("sync.status", json!({}));
    assert_eq!(
        waiting["waiting_blobs"], 2,
        "both wait for the link, behind the facts"
    );
}

#[test]
fn what_is_no_photo_is_refused_in_words() {
    let mut shop = Shop::new();
    let huge = {
        // The header of a BMP that claims 20,000 × 20,000 pixels.
        let mut bmp = b"BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0".to_vec();
        bmp.extend(20_000u32.to_le_bytes());
        bmp.extend(20_000u32.to_le_bytes());
        bmp.extend([1, 0, 24, 0]);
        bmp.extend([0; 24]);
        bmp
    };
    let put = |bytes: &[u8]| json!({"base64": BASE64.encode(bytes)});
    assert_eq!(
        shop.refused("photo.put", put(&huge)),
        AppError::PhotoTooLarge
    );
    assert_eq!(
        shop.refused("photo.put", put(b"#!/bin/sh")),
        AppError::NotAPhoto
    );
    let cut = picture();
    assert_eq!(
        shop.refused("photo.put", put(&cut[..cut.len() / 2])),
        AppError::NotAPhoto
    );
    assert_eq!(
        shop.refused("photo.put", json!({"base64": "§§§"})),
        AppError::NotAPhoto
    );
    assert_eq!(shop.bad_input("photo.put", json!({})).1, "empty");
    let nowhere = json!({"path": "/nowhere/at/all.jpg"});
    assert!(matches!(
        shop.refused("photo.put", nowhere),
        AppError::Io { .. }
    ));

    assert_eq!(
        shop.bad_input("photo.get", json!({"hash": "abc"})).0,
        "hash"
    );
    let unknown = json!({"hash": "0".repeat(64)});
    assert!(matches!(
        shop.refused("photo.get", unknown),
        AppError::NotFound { .. }
    ));
}
