//! The wall and the link of every device: time stands still unless a plan moves it, and a request
//! is a call.

use crate::action::Trouble;
use crate::county::{County, Served};
use crate::folder::Shelf;
use crate::hooked::{End, Hooked};
use crate::mutant::Mutant;
use crate::till::{self, Till};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use tsong_contract::AppError;
use tsong_hub::storage::device::DeviceRow;
use tsong_station::{BUILD_MS, Host};
use tsong_sync::exchange::request::Authorization;
use tsong_sync::exchange::wire;
use tsong_sync::exchange::{BLOB_PATH, SYNC_PATH};
use tsong_sync::transport::{Meter, Request, Response, Transport, TransportError};

pub(crate) const HUB: &str = "http://127.0.0.1:1";

/// Three days after the program was finished.
pub(crate) const START_MS: i64 = BUILD_MS + 3 * 24 * 3_600_000;

/// A request that its device has given up, still on its way.
type Ghost = ((DeviceRow, Authorization), Vec<u8>);

/// What all share.
pub(crate) struct Sky {
    pub(crate) now_ms: i64,
    /// How far each device's wall is off.
    pub(crate) off_ms: BTreeMap<usize, i64>,
    pub(crate) county: Arc<County>,
    /// What goes wrong with the request of that number from now.
    pub(crate) trouble: Option<(u8, Trouble)>,
    /// Who syncs in the middle of another's request.
    pub(crate) guest: Option<Till>,
    /// How that went.
    pub(crate) guest_said: Option<Result<(), AppError>>,
    /// What the power cut left of the disk that it met.
    pub(crate) crashed: Option<PathBuf>,
    ghosts: Vec<Ghost>,
}

/// The air between the devices and the hub.
pub(crate) struct Air {
    sky: Mutex<Sky>,
    pub(crate) shelf: Shelf,
}

impl Air {
    pub(crate) fn new(shelf: Shelf, county: County) -> Arc<Self> {
        let sky = Sky {
            now_ms: START_MS,
            off_ms: BTreeMap::new(),
            county: Arc::new(county),
            trouble: None,
            guest: None,
            guest_said: None,
            crashed: None,
            ghosts: Vec::new(),
        };
        Arc::new(Self {
            sky: Mutex::new(sky),
            shelf,
        })
    }

    pub(crate) fn sky(&self) -> MutexGuard<'_, Sky> {
        self.sky.lock().unwrap()
    }

    pub(crate) fn county(&self) -> Arc<County> {
        Arc::clone(&self.sky().county)
    }

    pub(crate) fn now_ms(&self) -> i64 {
        self.sky().now_ms
    }

    pub(crate) fn take_trouble(&self) -> Option<Trouble> {
        let mut sky = self.sky();
        match sky.trouble {
            Some((0, trouble)) => {
                sky.trouble = None;
                Some(trouble)
            }
            Some((later, trouble)) => {
                sky.trouble = Some((later - 1, trouble));
                None
            }
            None => None,
        }
    }

    pub(crate) fn guest_syncs(&self) {
        let guest = self.sky().guest.take();
        if let Some(mut till) = guest {
            let said = till.sync().map(drop);
            let mut sky = self.sky();
            (sky.guest, sky.guest_said) = (Some(till), Some(said));
        }
    }

    pub(crate) fn cut_power_of_device(&self, disk: &Path) {
        let left = self.shelf.copy(disk);
        self.sky().crashed = Some(left);
    }

    pub(crate) fn cut_power_of_hub(&self) {
        let left = self.county().crashed(&self.shelf, self.now_ms());
        self.sky().county = Arc::new(left);
    }

    /// What was given up and is still on its way reaches the hub.
    pub(crate) fn ghosts_arrive(&self) {
        let (county, now_ms) = (self.county(), self.now_ms());
        let ghosts = std::mem::take(&mut self.sky().ghosts);
        for (who, body) in ghosts {
            county.exchange(&who, Hooked::new(body, End::Whole), now_ms, 0);
        }
    }
}

/// What the simulator lends a device.
#[derive(Clone)]
pub(crate) struct Wall {
    pub(crate) air: Arc<Air>,
    pub(crate) device: usize,
    pub(crate) disk: PathBuf,
}

impl Host for Wall {
    fn now_ms(&self) -> i64 {
        let sky = self.air.sky();
        sky.now_ms + sky.off_ms.get(&self.device).copied().unwrap_or(0)
    }

    fn connect(&self, url: &str, _not_before_ms: i64) -> Result<Box<dyn Transport>, AppError> {
        assert_eq!(url, HUB, "there is one hub");
        Ok(Box::new(Wire {
            air: Arc::clone(&self.air),
            disk: self.disk.clone(),
            meter: Meter::default(),
        }))
    }
}

/// One connection.
pub(crate) struct Wire {
    pub(crate) air: Arc<Air>,
    pub(crate) disk: PathBuf,
    meter: Meter,
}

pub(crate) fn part(whole: usize, thousandths: u16) -> usize {
    whole * usize::from(thousandths) / 1000
}

impl Wire {
    pub(crate) fn response(&mut self, served: Served, end: End, room: usize) -> Response {
        let Served { status, mut bytes } = served;
        bytes.truncate(room);
        self.meter.bytes_down += bytes.len() as u64;
        let content_type = if status == 200 {
            wire::CONTENT_TYPE
        } else {
            "application/json"
        };
        Response {
            status,
            content_type: content_type.to_owned(),
            body: Box::new(Hooked::new(bytes, end)),
        }
    }

    fn fails(
        &mut self,
        trouble: Trouble,
        who: (DeviceRow, Authorization),
        request: Request,
    ) -> Result<Response, TransportError> {
        let (county, now_ms) = (self.air.county(), self.air.now_ms());
        let length = request.body.len();
        let air = Arc::clone(&self.air);
        let again = request.clone();
        let arriving = |place| Hooked::new(request.body[..part(length, place)].to_vec(), End::Cut);
        let whole = Hooked::new(request.body.clone(), End::Whole);
        match trouble {
            Trouble::NoLink => Err(TransportError::NoLink),
            Trouble::CutUp(place) => {
                county.exchange(&who, arriving(place), now_ms, 0);
                Err(TransportError::Cut)
            }
            Trouble::CutDown(place) if place % 2 == 1 => {
                // The hub notices.
                let room = usize::from(place);
                let served = county.exchange(&who, whole, now_ms, room);
                Ok(self.response(served, End::Cut, room))
            }
            Trouble::CutDown(place) => {
                let served = county.exchange(&who, whole, now_ms, usize::MAX);
                let room = part(served.bytes.len(), place);
                Ok(self.response(served, End::Cut, room))
            }
            Trouble::Lost => {
                county.exchange(&who, whole, now_ms, usize::MAX);
                Err(TransportError::Stalled)
            }
            Trouble::Twice => {
                let served = county.exchange(&who, whole, now_ms, usize::MAX);
                let again = county.admit(&again).err().map(|refused| refused.status);
                assert_eq!(again, Some(409), "a repeated request is none");
                Ok(self.response(served, End::Whole, usize::MAX))
            }
            Trouble::Late => {
                air.sky().ghosts.push((who, again.body));
                Err(TransportError::Stalled)
            }
            Trouble::Meanwhile(place) => {
                let body = whole.with(part(length, place), move || air.guest_syncs());
                let served = county.exchange(&who, body, now_ms, usize::MAX);
                Ok(self.response(served, End::Whole, usize::MAX))
            }
            Trouble::CrashAt(place) => {
                let Served { status, mut bytes } = county.exchange(&who, whole, now_ms, usize::MAX);
                let (room, disk) = (part(bytes.len(), place), self.disk.clone());
                bytes.truncate(room);
                let cut =
                    Hooked::new(bytes, End::Cut).with(room, move || air.cut_power_of_device(&disk));
                let none = Served {
                    status,
                    bytes: Vec::new(),
                };
                let mut response = self.response(none, End::Cut, 0);
                response.body = Box::new(cut);
                Ok(response)
            }
            Trouble::HubCrashAt(place) => {
                let at = part(length, place);
                let cut = arriving(place).with(at, move || air.cut_power_of_hub());
                county.exchange(&who, cut, now_ms, 0);
                Err(TransportError::Cut)
            }
        }
    }
}

impl Transport for Wire {
    fn send(&mut self, request: Request) -> Result<Response, TransportError> {
        self.meter.requests += 1;
        self.meter.bytes_up += request.body.len() as u64;
        let (county, now_ms) = (self.air.county(), self.air.now_ms());
        if request.path.starts_with(BLOB_PATH) {
            return self.photo(&request);
        }
        if request.path != SYNC_PATH {
            let answer = county.answer(&request, now_ms);
            return Ok(self.response(answer, End::Whole, usize::MAX));
        }
        if county.mutant.is_some_and(Mutant::is_blind) {
            *county.believed.lock().unwrap() = till::reaches(&self.disk);
        }
        let trouble = self.air.take_trouble();
        let who = match county.admit(&request) {
            Ok(who) => who,
            Err(refused) => return Ok(self.response(refused, End::Whole, usize::MAX)),
        };
        if let Some(trouble) = trouble {
            return self.fails(trouble, who, request);
        }
        // What was given up arrives now, in the middle of this.
        let (air, middle) = (Arc::clone(&self.air), request.body.len() / 2);
        let body = Hooked::new(request.body, End::Whole).with(middle, move || air.ghosts_arrive());
        let served = county.exchange(&who, body, now_ms, usize::MAX);
        Ok(self.response(served, End::Whole, usize::MAX))
    }

    fn meter(&self) -> Meter {
        self.meter
    }
}
