//! What places are called, read when somebody first asks.

use std::sync::OnceLock;
use tsong_contract::desk::PlaceView;
use tsong_domain::places::{Gazetteer, PlaceCode};

const PLACES: &str = include_str!("../../../assets/places/places.txt");
/// How many places one search shows.
const SOME: usize = 20;

fn gazetteer() -> Option<&'static Gazetteer> {
    static PLACES_READ: OnceLock<Option<Gazetteer>> = OnceLock::new();
    PLACES_READ
        .get_or_init(|| Gazetteer::parse(PLACES).ok())
        .as_ref()
}

/// A place's names from the province down; empty for a code that is none.
pub(crate) fn path(code: u64) -> Vec<String> {
    let place = PlaceCode::new(code)
        .ok()
        .and_then(|code| gazetteer()?.place(code));
    place.map_or_else(Vec::new, |place| {
        place.path.into_iter().map(str::to_owned).collect()
    })
}

/// Places for what was typed, best first.
pub(crate) fn find(query: &str) -> Vec<PlaceView> {
    let Some(gazetteer) = gazetteer() else {
        return Vec::new();
    };
    let codes = gazetteer.find(query, SOME).into_iter();
    codes
        .map(|code| PlaceView {
            code: code.number(),
            path: path(code.number()),
        })
        .collect()
}
