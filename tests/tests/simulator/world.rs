//! Stations, their devices and the hub under a plan.

use crate::action::{Action, Plan, Trouble, What, Wild};
use crate::air::{Air, HUB, START_MS};
use crate::book::{Book, Everywhere, said};
use crate::county::County;
use crate::drawer::Drawer;
use crate::folder::{Shelf, copy};
use crate::mutant::Mutant;
use crate::photos::Photo;
use crate::stick::Stick;
use crate::template;
use crate::till::{Owner, Till};
use crate::work;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use tsong_contract::AppError;
use tsong_domain::id::{EntityId, Hash32};
use tsong_sync::chance;

/// A station.
pub(crate) struct House {
    pub(crate) id: EntityId,
    pub(crate) tills: Vec<Option<Till>>,
    pub(crate) book: Book,
    pub(crate) stick: Stick,
    /// Addresses of the photos that were taken.
    pub(crate) photos: BTreeSet<Hash32>,
    pub(crate) drawers: Vec<Drawer>,
}

/// Everything in one run.
pub(crate) struct World {
    pub(crate) air: Arc<Air>,
    pub(crate) houses: Vec<House>,
    pub(crate) is_wild: bool,
    /// Whether each sync and command is told.
    pub(crate) is_told: bool,
    seed: u64,
    pub(crate) mutant: Option<Mutant>,
    pub(crate) hub_backup: Option<PathBuf>,
}

/// What went wrong, in words.
pub(crate) type Outcome = Result<(), String>;

impl World {
    pub(crate) fn new(plan: &Plan, mutant: Option<Mutant>) -> Self {
        chance::seed(&plan.seed.to_le_bytes());
        let shelf = Shelf::new();
        let mut county = County::open(&shelf.free(), START_MS);
        county.mutant = mutant;
        let air = Air::new(shelf, county);
        let mut templates = template::devices(plan.seed).iter();
        let houses = plan
            .houses
            .iter()
            .enumerate()
            .map(|(number, devices)| {
                let name = format!("站{number}");
                let id = air.county().add_station(&name, START_MS);
                let tills: Vec<Option<Till>> = templates
                    .by_ref()
                    .take(*devices)
                    .map(|template| {
                        let disk = air.shelf.free();
                        copy(&template.disk, &disk);
                        Some(Till::open(template.owner.clone(), disk, &air))
                    })
                    .collect();
                let mut book = Book::default();
                for till in tills.iter().flatten() {
                    till.facts().values().for_each(|(_, raw)| book.add(raw));
                }
                House {
                    id,
                    drawers: tills.iter().map(|_| Drawer::default()).collect(),
                    tills,
                    book,
                    stick: Stick::default(),
                    photos: BTreeSet::new(),
                }
            })
            .collect();
        Self {
            air,
            houses,
            is_wild: plan.is_wild,
            is_told: false,
            seed: plan.seed,
            mutant,
            hub_backup: None,
        }
    }

    pub(crate) fn act(&mut self, action: &Action) -> Outcome {
        let drawn = [
            self.seed.to_le_bytes(),
            u64::from(action.number).to_le_bytes(),
        ];
        chance::seed(&drawn.concat());
        self.air.sky().now_ms += action.wait_ms;
        if self.is_told {
            println!("{action}");
        }
        let (house, device) = (action.house, action.device);
        match action.what {
            What::Sync(trouble) => self.sync(house, device, trouble)?,
            What::Crash => {
                let disk = self.till(house, device).disk.clone();
                let disk = self.air.shelf.copy(&disk);
                self.insert(house, device, |owner, air| Till::open(owner, disk, air));
            }
            What::CrashHub => self.air.cut_power_of_hub(),
            What::Clock(wild) => self.set_clock(house, device, wild),
            What::KeepBackup | What::Restore | What::KeepDisk | What::PutBack => {
                self.disk(house, device, action.what);
            }
            What::KeepHub => self.hub_backup = Some(self.air.county().keep(&self.air.shelf)),
            What::RestoreHub => self.restore_hub(),
            What::StickOut | What::StickAtHub | What::StickBack => self.stick(action)?,
            What::Newer => {
                let raw = self.till(house, device).write_newer(action.number);
                self.houses[house].book.add(&raw);
            }
            _ => return self.work(action),
        }
        self.is_untorn()
    }

    pub(crate) fn till(&mut self, house: usize, device: usize) -> &mut Till {
        self.houses[house].tills[device].as_mut().unwrap()
    }

    fn work(&mut self, action: &Action) -> Outcome {
        let house = &mut self.houses[action.house];
        let peers = house.tills.iter().enumerate();
        let peers: Vec<String> = peers
            .filter(|(device, _)| *device != action.device)
            .map(|(_, till)| till.as_ref().unwrap().me().device.to_string())
            .collect();
        let till = house.tills[action.device].as_mut().unwrap();
        let Some((command, input)) = work::wanted(till, action, &peers) else {
            return Ok(());
        };
        let last = till.last();
        let said = till.try_call(command, input.clone());
        let written = till.written_since(last);
        if self.is_told {
            println!("  {command} {input}: {said:?}");
        }
        match said {
            Ok(_) => {
                written.iter().for_each(|f| house.book.add(&f.raw));
                if action.what == What::Photo {
                    house.photos.extend(Photo::of(action).addresses());
                }
            }
            Err(error) if !work::is_refusal(&error) => {
                return Err(format!("{command} {input} failed: {error:?}"));
            }
            Err(error) if !written.is_empty() => {
                return Err(format!(
                    "{command} {input} wrote, and was refused: {error:?}"
                ));
            }
            Err(_) => {}
        }
        Ok(())
    }

    fn sync(&mut self, house: usize, device: usize, trouble: Option<(u8, Trouble)>) -> Outcome {
        self.enrol(house, device)?;
        let other = (device + 1) % self.houses[house].tills.len();
        let is_shared = matches!(trouble, Some((_, Trouble::Meanwhile(_)))) && other != device;
        if is_shared {
            self.enrol(house, other)?;
            let guest = self.houses[house].tills[other].take();
            self.air.sky().guest = guest;
        }
        self.air.sky().trouble = trouble;
        let said = self.till(house, device).sync();
        if self.is_told {
            println!("  {said:?}");
        }
        let (guest, guest_said, crashed) = {
            let mut sky = self.air.sky();
            sky.trouble = None;
            (sky.guest.take(), sky.guest_said.take(), sky.crashed.take())
        };
        if is_shared {
            self.houses[house].tills[other] = guest;
            guest_said.map_or(Ok(()), |said| self.judge(house, other, said, false))?;
        }
        if said.is_ok() {
            self.houses[house].drawers[device].is_put_back = false;
        }
        self.judge(house, device, said.map(drop), trouble.is_some())?;
        if let Some(disk) = crashed {
            self.insert(house, device, |owner, air| Till::open(owner, disk, air));
        }
        Ok(())
    }

    /// What a sync may end with.
    pub(crate) fn judge(
        &mut self,
        house: usize,
        device: usize,
        said: Result<(), AppError>,
        has_trouble: bool,
    ) -> Outcome {
        match said {
            Ok(()) => Ok(()),
            Err(AppError::NoLink | AppError::LinkStalled) if has_trouble => Ok(()),
            // A hub that was restored has forgotten the device, or its last enrolment.
            Err(AppError::BadSignature) if self.is_wild => self.enrol_again(house, device),
            Err(AppError::HubRefused { reason }) if self.is_wild && reason == "not_enrolled" => {
                self.enrol_again(house, device)
            }
            Err(error) => Err(format!("a sync of device {device} ended with {error:?}")),
        }
    }

    pub(crate) fn enrol(&mut self, house: usize, device: usize) -> Outcome {
        if self.till(house, device).is_enrolled() {
            return Ok(());
        }
        self.enrol_again(house, device)
    }

    fn enrol_again(&mut self, house: usize, device: usize) -> Outcome {
        let (county, now_ms) = (self.air.county(), self.air.now_ms());
        let code = county.code(self.houses[house].id, now_ms);
        let input = json!({"hub": HUB, "code": code});
        let said = self.till(house, device).try_call("hub.enroll", input);
        said.map(drop)
            .map_err(|error| format!("device {device} cannot enrol: {error:?}"))
    }

    /// Puts another disk into a device.
    pub(crate) fn insert(
        &mut self,
        house: usize,
        device: usize,
        disk: impl FnOnce(Owner, &Arc<Air>) -> Till,
    ) {
        let old = self.houses[house].tills[device].take().unwrap();
        let owner = old.owner.clone();
        drop(old);
        self.houses[house].tills[device] = Some(disk(owner, &self.air));
    }

    /// Every fact of a station that lies anywhere.
    pub(crate) fn everywhere(&self, house: &House) -> Everywhere {
        let mut all = Everywhere::new();
        let mut add = |head, raw| {
            if let Some(said) = said(&raw) {
                all.insert((raw.header.id, head), said);
            }
        };
        let at_hub = self.air.county().facts(house.id);
        at_hub.into_values().for_each(|(head, raw)| add(head, raw));
        for till in house.tills.iter().flatten() {
            till.facts()
                .into_values()
                .for_each(|(head, raw)| add(head, raw));
            till.set_aside()
                .into_iter()
                .for_each(|f| add(f.head, f.raw));
        }
        all
    }

    fn set_clock(&mut self, house: usize, device: usize, wild: Wild) {
        let device = self.till(house, device).owner.device;
        let mut sky = self.air.sky();
        let off_ms = match wild {
            Wild::Right => 0,
            Wild::In1970 => -sky.now_ms,
            Wild::In2099 => 4_070_908_800_000 - sky.now_ms,
            Wild::Off(minutes) => i64::from(minutes) * 60_000,
        };
        sky.off_ms.insert(device, off_ms);
    }

    /// No log ends in the middle of a transaction.
    fn is_untorn(&self) -> Outcome {
        let county = self.air.county();
        for house in &self.houses {
            let mut torn = county.torn(house.id);
            torn.extend(house.tills.iter().flatten().flat_map(Till::torn));
            if !torn.is_empty() {
                return Err(format!("transactions are torn after {torn:?}"));
            }
        }
        Ok(())
    }
}

/// A report's numbers.
pub(crate) fn moved(report: &Value) -> u64 {
    report["pushed"].as_u64().unwrap() + report["pulled"].as_u64().unwrap()
}
