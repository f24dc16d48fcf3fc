//! Photos: taken at a till, sent and fetched in pieces over a link that fails, and the same on all
//! sides in the end.

use crate::action::{Action, Trouble};
use crate::air::{Wire, part};
use crate::county::{County, Served};
use crate::dice::Dice;
use crate::hooked::End;
use crate::mutant::Mutant;
use crate::till::Till;
use std::collections::BTreeSet;
use tsong_domain::id::{EntityId, Hash32};
use tsong_hub::blob::{self, Kept, Span};
use tsong_hub::storage::Storage;
use tsong_hub::storage::blob::BlobRow;
use tsong_sync::exchange::BLOB_PATH;
use tsong_sync::exchange::request::digest;
use tsong_sync::transport::{Method, Request, Response, TransportError};

/// A photo of one to three pieces, and its thumbnail.
pub(crate) struct Photo {
    pub(crate) main: Vec<u8>,
    pub(crate) thumbnail: Vec<u8>,
}

impl Photo {
    /// What is taken by an action.
    pub(crate) fn of(action: &Action) -> Self {
        let mut dice = Dice::new(action.pick ^ u64::from(action.number));
        let mut noise = |bytes: u64| -> Vec<u8> {
            let words = (0..bytes / 8).map(|_| dice.next().to_le_bytes());
            words.flatten().collect()
        };
        let thumbnail = noise(2000);
        Self {
            main: noise(8 * (2500 + action.pick % 7500)),
            thumbnail,
        }
    }

    pub(crate) fn addresses(&self) -> [Hash32; 2] {
        [digest(&self.main), digest(&self.thumbnail)]
    }
}

impl Wire {
    /// A piece of a photo goes, or all that is missing of one comes.
    pub(crate) fn photo(&mut self, request: &Request) -> Result<Response, TransportError> {
        let (air, county) = (self.air.clone(), self.air.county());
        let trouble = self.air.take_trouble();
        let device = match county.admit(request) {
            Ok((device, _)) => device,
            Err(refused) => return Ok(self.response(refused, End::Whole, usize::MAX)),
        };
        match trouble {
            Some(Trouble::NoLink) => return Err(TransportError::NoLink),
            // A piece counts when it is whole.
            Some(Trouble::CutUp(_) | Trouble::Late) => return Err(TransportError::Cut),
            Some(Trouble::HubCrashAt(_)) => {
                air.cut_power_of_hub();
                return Err(TransportError::Cut);
            }
            Some(Trouble::Meanwhile(_)) => air.guest_syncs(),
            _ => {}
        }
        let served = county.photo(device.station, request);
        match trouble {
            Some(Trouble::Lost) => Err(TransportError::Stalled),
            Some(Trouble::CrashAt(_)) => {
                air.cut_power_of_device(&self.disk);
                Err(TransportError::Cut)
            }
            Some(Trouble::CutDown(place)) => {
                let room = part(served.bytes.len(), place);
                Ok(self.response(served, End::Cut, room))
            }
            _ => Ok(self.response(served, End::Whole, usize::MAX)),
        }
    }
}

/// The address and the piece's place in a request's path.
fn place(path: &str) -> (Hash32, Span) {
    let (hash, query) = path[BLOB_PATH.len()..].split_once('?').unwrap();
    let number = |name: &str| {
        let mut all = query.split('&').filter_map(|one| one.split_once('='));
        all.find(|(key, _)| *key == name)
            .map_or(0, |(_, value)| value.parse().unwrap())
    };
    let span = Span {
        offset: number("offset"),
        size: number("size"),
    };
    (hash.parse().unwrap(), span)
}

impl County {
    fn photo(&self, station: EntityId, request: &Request) -> Served {
        let (hash, span) = place(&request.path);
        if request.method == Method::Get {
            let rest = blob::rest(&self.storage, station, &hash, span.offset);
            return rest.map_or_else(Served::from, Served::whole);
        }
        match blob::keep(&self.storage, station, &hash, span, &request.body) {
            Ok(Kept::Here) => {
                if self.mutant == Some(Mutant::PhotoUnchecked) {
                    self.call_whole(station, &hash);
                }
                Served::whole(b"{}".to_vec())
            }
            Ok(Kept::GoesOnAt(offset)) => Served::wrong_offset(offset),
            Ok(Kept::NotItsAddress) => Served::refusal(422, "blob_mismatch"),
            Err(error) => error.into(),
        }
    }

    /// A photo that the station names, as far as it is here.
    fn named(&self, station: EntityId, hash: &Hash32) -> Option<BlobRow> {
        self.storage.read(|t| t.blob(station, hash)).unwrap()
    }

    /// What a hub does that does not look at the address.
    fn call_whole(&self, station: EntityId, hash: &Hash32) {
        let row = BlobRow {
            is_whole: true,
            ..self.named(station, hash).unwrap()
        };
        let kept = self.storage.write(|t| t.put_blob(station, hash, &row));
        kept.unwrap();
    }

    /// How many of these are whole here.
    pub(crate) fn whole(&self, station: EntityId, photos: &BTreeSet<Hash32>) -> u64 {
        let rows = photos.iter().filter_map(|hash| self.named(station, hash));
        rows.filter(|row| row.is_whole).count() as u64
    }
}

/// A photo that the hub's facts name is whole on all sides, if anybody still has it; where no disk was
/// lost, somebody has.
pub(crate) fn differences(
    (county, station): (&County, EntityId),
    tills: &[Option<Till>],
    photos: &BTreeSet<Hash32>,
    is_wild: bool,
) -> Vec<String> {
    let mut wrong = Vec::new();
    for hash in photos {
        let Some(row) = county.named(station, hash) else {
            if !is_wild {
                wrong.push(format!("the hub has not heard of photo {hash}"));
            }
            continue;
        };
        let at_hub = row.is_whole.then_some(row.bytes);
        let here: Vec<_> = tills.iter().flatten().map(|t| t.photo(hash)).collect();
        let is_right = |bytes: &Vec<u8>| digest(bytes) == *hash;
        let all: Vec<_> = std::iter::once(&at_hub).chain(&here).collect();
        if all.iter().any(|b| b.as_ref().is_some_and(|b| !is_right(b))) {
            wrong.push(format!("photo {hash} is called whole and is not"));
        }
        let is_somewhere = !is_wild || all.iter().any(|b| b.is_some());
        if is_somewhere && at_hub.is_none() {
            wrong.push(format!("the hub lacks photo {hash}"));
        }
        for (device, _) in here.iter().enumerate().filter(|(_, b)| b.is_none()) {
            if is_somewhere {
                wrong.push(format!("device {device} lacks photo {hash}"));
            }
        }
    }
    wrong
}
