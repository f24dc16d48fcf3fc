//! What can be sold and where it comes from: products and places.

use crate::day;
use crate::fault::Fault;
use crate::products::{self, Titles};
use crate::searching::Keys;
use crate::sorting::Order;
use crate::station::Station;
use crate::tokens::{self, Texts};
use crate::world;
use chrono::Datelike;
use tsong_contract::AppError;
use tsong_contract::io::{GradeRow, KeepingRow, ListInput, PlaceRow, ProductInput, ProductRow};
use tsong_domain::catalogue::{Category, CertificateScope, ColdChain, Product, Storage};
use tsong_domain::fact::{Body, Draft};
use tsong_domain::field::{FieldWrite, Fields, Value};
use tsong_domain::id::EntityId;
use tsong_domain::names::Names;
use tsong_domain::people::Right;
use tsong_domain::places::Level;
use tsong_domain::produce::product as fields;
use tsong_domain::quantity::Measure;
use tsong_domain::text::clean::{MAX_NAME_CHARS, clean_line};
use tsong_store::lot;

/// The field that says which product it is.
const KEY: &str = "key";
/// The longest key of the station's own products.
const KEY_CHARS: usize = 40;

/// `place.find`: best first; the provinces for an empty text. It needs no station: the first start asks where
/// one is to be.
///
/// # Errors
/// [`AppError::Internal`] when the shipped table is broken.
pub fn place_find(input: &ListInput) -> Result<Vec<PlaceRow>, AppError> {
    let places = products::places()?;
    let limit = at_most(input.limit);
    let codes = if input.find.trim().is_empty() {
        places.children(None)
    } else {
        places.find(&input.find, limit)
    };
    let rows = codes
        .into_iter()
        .take(limit)
        .filter_map(|code| places.place(code));
    Ok(rows
        .map(|place| PlaceRow {
            code: place.code.to_string(),
            name: place.name.to_owned(),
            level: level_word(place.level).to_owned(),
            path: place.path.iter().map(|name| (*name).to_owned()).collect(),
        })
        .collect())
}

const fn level_word(level: Level) -> &'static str {
    match level {
        Level::Province => "province",
        Level::City => "city",
        Level::County => "county",
        Level::Town => "town",
        Level::Village => "village",
    }
}

/// A list's limit; 0 is none.
pub(crate) fn at_most(limit: u32) -> usize {
    if limit == 0 { usize::MAX } else { whole(limit) }
}

/// A number of rows as the lists' functions take it.
pub(crate) fn whole(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// `product.list`: the catalogue in the order of the till, then the station's own by key; or by name
/// as a language sorts.
///
/// # Errors
/// Whatever the store says.
pub fn product_list(station: &mut Station, input: ListInput) -> Result<Vec<ProductRow>, AppError> {
    station.by(Right::See)?;
    let order = Order::of(input.language.as_deref().unwrap_or_default())?;
    let month = day::date(station.believed_now_ms()?).map_or(0, |d| d.month());
    let month = u8::try_from(month).unwrap_or_default();
    let catalogue = products::catalogue()?;
    let titles = station.read(Titles::load)?;
    let mut keys = Keys::new(&titles);
    let own = titles
        .own()
        .map(|(key, names, measure)| own_row(key, names, measure));
    let all = catalogue
        .products
        .iter()
        .map(|product| row(product, month))
        .chain(own);
    let is_searched = !input.find.trim().is_empty();
    if is_searched && tokens::query(&input.find).is_none() {
        return Ok(Vec::new());
    }
    let mut rows: Vec<ProductRow> = all
        .filter(|row| !is_searched || fits(&input.find, row))
        .map(|row| ProductRow {
            keys: keys.product(&row.key),
            ..row
        })
        .collect();
    if let Some(order) = order {
        rows.sort_by_cached_key(|row| order.names_key(&row.names));
    }
    if let Some(after) = &input.after {
        let passed = rows.iter().position(|row| row.key == *after);
        rows.drain(..passed.map_or(0, |at| at.saturating_add(1)));
    }
    rows.truncate(at_most(input.limit));
    Ok(rows)
}

fn fits(text: &str, row: &ProductRow) -> bool {
    let code = Titles::product(&row.key)
        .map(|p| p.code.as_str())
        .unwrap_or_default();
    let named = std::iter::once(&row.names).chain(row.grades.iter().map(|g| &g.names));
    let names = named
        .flat_map(|n| [n.bo.as_str(), n.zh.as_str(), n.en.as_str()])
        .collect();
    let texts = Texts {
        names,
        codes: vec![row.key.as_str(), code],
        ..Texts::default()
    };
    tokens::confirms(text, &texts)
}

fn row(product: &Product, month: u8) -> ProductRow {
    let certificate = match product.certificate {
        CertificateScope::Required => "required",
        CertificateScope::Voluntary => "voluntary",
        CertificateScope::Outside => "outside",
    };
    ProductRow {
        key: product.id.clone(),
        names: product.names.clone().into(),
        measure: crate::orders::measure_word(product.unit).to_owned(),
        grades: product
            .grades
            .iter()
            .map(|g| GradeRow {
                key: g.id.clone(),
                names: g.names.clone().into(),
            })
            .collect(),
        certificate: certificate.to_owned(),
        needs_permit: product.permit,
        is_own: false,
        picture: product.picture.clone().unwrap_or_default(),
        code: product.code.clone(),
        category: category_word(product.category).to_owned(),
        season: product.season.clone(),
        in_season: product.in_season(month),
        cold_chain: match product.cold_chain {
            ColdChain::None => "none",
            ColdChain::Chilled => "chilled",
            ColdChain::Frozen => "frozen",
        }
        .to_owned(),
        keepings: product
            .shelf_life_hours
            .iter()
            .map(|(storage, hours)| KeepingRow {
                keeping: storage_word(*storage).to_owned(),
                hours: *hours,
            })
            .collect(),
        becomes: product.becomes.clone(),
        tolerance_permille: product.tolerance_permille,
        keys: String::new(),
    }
}

const fn category_word(category: Category) -> &'static str {
    match category {
        Category::Fungi => "fungi",
        Category::Dairy => "dairy",
        Category::Meat => "meat",
        Category::Grain => "grain",
        Category::Herbs => "herbs",
        Category::Fruit => "fruit",
        Category::Vegetable => "vegetable",
        Category::Drink => "drink",
        Category::Fibre => "fibre",
        Category::Craft => "craft",
    }
}

const fn storage_word(storage: Storage) -> &'static str {
    match storage {
        Storage::Ambient => "ambient",
        Storage::Chilled => "chilled",
        Storage::Frozen => "frozen",
    }
}

fn own_row(key: &str, names: &Names, measure: &str) -> ProductRow {
    ProductRow {
        key: key.to_owned(),
        names: names.clone().into(),
        measure: measure.to_owned(),
        grades: Vec::new(),
        certificate: String::new(),
        needs_permit: false,
        is_own: true,
        picture: String::new(),
        code: String::new(),
        category: String::new(),
        season: Vec::new(),
        in_season: true,
        cold_chain: "none".to_owned(),
        keepings: Vec::new(),
        becomes: Vec::new(),
        tolerance_permille: 0,
        keys: String::new(),
    }
}

fn bad(field: &str, reason: &str) -> AppError {
    AppError::BadInput {
        field: field.to_owned(),
        reason: reason.to_owned(),
    }
}

/// Names in three languages as they are kept, each one clean line.
pub(crate) fn clean_names(names: Names, max_chars: usize) -> Names {
    let clean = |text: String| clean_line(&text, max_chars);
    Names {
        bo: clean(names.bo),
        zh: clean(names.zh),
        en: clean(names.en),
    }
}

/// `product.save`: adds a product of the station's own, or renames it.
///
/// # Errors
/// [`AppError::BadInput`], also for another measure once there are lots of it;
/// [`AppError::NameTaken`] for a key of the catalogue.
pub fn product_save(station: &mut Station, input: ProductInput) -> Result<ProductRow, AppError> {
    station.by(Right::Sell)?;
    let key = input.key.trim().to_owned();
    if Titles::product(&key).is_some() {
        return Err(AppError::NameTaken);
    }
    let measure = match input.measure.as_str() {
        "weight" => Measure::Weight,
        "piece" => Measure::Piece,
        _ => return Err(bad("measure", "not_in_list")),
    };
    let names = clean_names(input.names.into(), MAX_NAME_CHARS);
    if names.is_empty() {
        return Err(bad("names", "empty"));
    }
    let id = EntityId::named("product", &key);
    let word = crate::orders::measure_word(measure);
    station.write(Right::Sell, |w| {
        let was = match world::fields(w.db, id)? {
            Some((noun, fields)) if noun == "product" => fields,
            Some(_) | None => Fields::new(),
        };
        // Keys that came with imported orders keep their form.
        if was.text(KEY).is_none() && !is_key(&key) {
            return Err(bad("key", "not_in_list").into());
        }
        let is_other_measure = was.text(fields::MEASURE).is_some_and(|m| m != word);
        if is_other_measure && lot::is_any_of(w.db, &key)? {
            return Err(bad("measure", "in_use").into());
        }
        let wanted = [
            (KEY, Value::Text(key.clone())),
            (fields::NAMES, Value::Names(names.clone())),
            (fields::MEASURE, Value::Text(word.to_owned())),
        ];
        write_changed(w, "product", id, &was, wanted)
    })?;
    let titles = station.read(Titles::load)?;
    Ok(ProductRow {
        keys: Keys::new(&titles).product(&key),
        ..own_row(&key, &names, word)
    })
}

/// Small letters, digits and dashes, a letter or digit at both ends.
fn is_key(key: &str) -> bool {
    let is_plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    key.len() <= KEY_CHARS
        && key.bytes().all(|b| is_plain(b) || b == b'-')
        && key.bytes().next().is_some_and(is_plain)
        && key.bytes().last().is_some_and(is_plain)
}

/// Writes the fields that differ, and those on which two people disagree: writing the value that is
/// shown chooses it.
pub(crate) fn write_changed(
    w: &mut crate::work::Work<'_>,
    noun: &str,
    id: EntityId,
    was: &Fields,
    wanted: impl IntoIterator<Item = (impl AsRef<str>, Value)>,
) -> Result<(), Fault> {
    let writes: Vec<_> = wanted
        .into_iter()
        .filter(|(field, value)| {
            was.get(field.as_ref())
                .is_none_or(|now| now.is_contested || now.shown != *value)
        })
        .map(|(field, value)| was.write(field.as_ref(), value))
        .collect();
    if !writes.is_empty() {
        let body = Body::Field(FieldWrite {
            noun: noun.to_owned(),
            writes,
            at_ms: None,
        });
        w.write_one(Draft::plain(id, body));
    }
    Ok(())
}
