use super::{Cap, Catalogue, CatalogueError, CertificateScope, Product, Span, Storage};
use crate::text::clean::check_name;
use std::path::Path;

const COMMITTED: &str = include_str!("../../../../assets/catalogue/products.json");

fn committed() -> Catalogue {
    serde_json::from_str(COMMITTED).expect("the committed catalogue parses")
}

#[test]
fn the_committed_catalogue_is_whole() {
    let catalogue = committed();
    assert_eq!(
        catalogue.check(),
        Ok(()),
        "the file that ships passes its own check"
    );
    assert!(
        catalogue.products.len() >= 48,
        "{} products",
        catalogue.products.len()
    );
    let pictures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/pictures");
    for product in &catalogue.products {
        let grades = product
            .grades
            .iter()
            .map(|grade| (&grade.names, &grade.bo_source));
        for (names, source) in grades.chain([(&product.names, &product.bo_source)]) {
            for name in [&names.bo, &names.zh, &names.en] {
                assert_eq!(
                    check_name(name).as_ref(),
                    Ok(name),
                    "{}: a clean name",
                    product.id
                );
            }
            let tibetan = names
                .bo
                .chars()
                .any(|c| ('\u{0F00}'..='\u{0FFF}').contains(&c));
            assert!(tibetan, "{}: {} is Tibetan", product.id, names.bo);
            assert!(
                !source.is_empty(),
                "{}: the Tibetan name says its source",
                product.id
            );
        }
        let picture = product.picture.as_deref().unwrap_or_default();
        assert!(
            !picture.is_empty() && pictures.join(picture).is_file(),
            "{}: its picture {picture:?} is there",
            product.id
        );
    }
}

#[test]
fn the_committed_catalogue_knows_the_trade() {
    let catalogue = committed();
    let matsutake = catalogue.by_code("sr").expect("SR finds fresh matsutake");
    assert_eq!(matsutake.id, "matsutake-fresh");
    assert!(matsutake.permit, "a protected wild species");
    assert_eq!(
        matsutake.certificate,
        CertificateScope::Outside,
        "wild fungi are outside"
    );
    assert_eq!(
        matsutake.shelf_life_hours.get(&Storage::Ambient),
        Some(&Some(48))
    );
    assert_eq!(
        matsutake.shelf_life_hours.get(&Storage::Frozen),
        None,
        "fresh is not frozen"
    );
    assert!(matsutake.in_season(8) && !matsutake.in_season(1));
    let grade = matsutake.grade("a-5-7").expect("A, 5 to 7 cm");
    assert_eq!(grade.length_mm, Some(Span { min: 50, max: 70 }));
    assert_eq!(grade.cap, Some(Cap::ClosedEqual));
    let wool = catalogue.product("wool").expect("wool");
    assert_eq!(
        wool.shelf_life_hours.get(&Storage::Ambient),
        Some(&None),
        "wool keeps"
    );
    assert_eq!(
        catalogue
            .product("tibetan-chicken-eggs")
            .map(|eggs| eggs.certificate),
        Some(CertificateScope::Required),
        "eggs need the certificate"
    );
}

type Plant = (&'static str, fn(&mut Product), &'static str);

const PLANTS: [Plant; 9] = [
    (
        "an id twice",
        |p| p.id = "matsutake-frozen".into(),
        "not unique",
    ),
    ("a code twice", |p| p.code = "SRD".into(), "not unique"),
    (
        "a code with a blank",
        |p| p.code = "s r".into(),
        "malformed",
    ),
    (
        "a blank name",
        |p| p.names.bo = " ".into(),
        "a name or its source",
    ),
    ("no source", |p| p.bo_source.clear(), "a name or its source"),
    ("no grade", |p| p.grades.clear(), "no grade"),
    ("month 13", |p| p.season.push(13), "bad season"),
    (
        "nothing chilled",
        |p| p.shelf_life_hours.retain(|s, _| *s == Storage::Ambient),
        "shelf life",
    ),
    (
        "half as tolerance",
        |p| p.tolerance_permille = 500,
        "bad measure",
    ),
];

#[test]
fn planted_mistakes_are_found() {
    for (what, plant, message) in PLANTS {
        let mut catalogue = committed();
        plant(&mut catalogue.products[0]);
        let found = catalogue.check().expect_err(what).to_string();
        assert!(found.contains(message), "{what}: {found}");
    }
    let mut twice = committed();
    twice.products[0].grades[1].id = twice.products[0].grades[0].id.clone();
    let expected = CatalogueError::Duplicate("matsutake-fresh/a-3-5".into());
    assert_eq!(twice.check(), Err(expected), "a grade that stands twice");
    let mut newer = committed();
    newer.version = 2;
    assert_eq!(
        newer.check(),
        Err(CatalogueError::Version(2)),
        "written for another program"
    );
    let typo = COMMITTED.replacen("\"permit\"", "\"permitt\"", 1);
    assert!(
        serde_json::from_str::<Catalogue>(&typo).is_err(),
        "a misspelt field is an error"
    );
}

#[test]
fn writing_it_out_and_reading_it_back_changes_nothing() {
    let catalogue = committed();
    let text = serde_json::to_string(&catalogue).expect("it serialises");
    assert_eq!(
        serde_json::from_str::<Catalogue>(&text).ok(),
        Some(catalogue)
    );
}
