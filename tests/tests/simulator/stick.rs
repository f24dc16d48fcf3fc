//! The stick between a station and the hub: what lies on it is carried in any order, again, late and
//! half written, and the hub's answers come back the same way.

use crate::action::{Action, What};
use crate::book::Everywhere;
use crate::dice::Dice;
use crate::mutant::{Mutant, reach_as_told};
use crate::till::reaches;
use crate::world::{Outcome, World};
use serde_json::json;
use std::path::{Path, PathBuf};
use tsong_contract::AppError;
use tsong_hub::bundle::{Answering, take};
use tsong_sync::peer::Reach;

/// The most bytes of photos in one bundle.
const PHOTO_BYTES: u64 = 1 << 20;

/// What lies on a station's stick; nothing is ever taken off it.
#[derive(Default)]
pub(crate) struct Stick {
    /// For the hub, each with how far its device reached.
    up: Vec<(PathBuf, Vec<Reach>)>,
    /// From the hub.
    down: Vec<PathBuf>,
}

impl World {
    pub(crate) fn stick(&mut self, action: &Action) -> Outcome {
        let mut dice = Dice::new(action.pick);
        let is_half = dice.percent(25);
        let cut = is_half.then(|| dice.below(1000));
        let stick = &self.houses[action.house].stick;
        match action.what {
            What::StickOut => self.stick_out(action.house, action.device),
            What::StickAtHub => match dice.one(&stick.up).cloned() {
                Some(up) => self.stick_at_hub(action.house, up, cut),
                None => Ok(()),
            },
            _ => match dice.one(&stick.down).cloned() {
                Some(down) => self.stick_back(action.house, action.device, &down, cut),
                None => Ok(()),
            },
        }
    }

    fn stick_out(&mut self, house: usize, device: usize) -> Outcome {
        self.enrol(house, device)?;
        let path = self.air.shelf.free();
        let till = self.till(house, device);
        let input = json!({"path": path, "photo_bytes": PHOTO_BYTES});
        let written = till.try_call("bundle.export", input);
        written.map_err(|error| format!("a bundle was not written: {error:?}"))?;
        let told = reaches(&till.disk);
        self.houses[house].stick.up.push((path, told));
        Ok(())
    }

    fn stick_at_hub(
        &mut self,
        house: usize,
        up: (PathBuf, Vec<Reach>),
        cut: Option<u64>,
    ) -> Outcome {
        let (path, told) = up;
        let path = self.written_so_far(&path, cut);
        let before = self.lying_about(house);
        let (county, now_ms) = (self.air.county(), self.air.now_ms());
        let answering = Answering {
            path: self.air.shelf.free(),
            blob_bytes: PHOTO_BYTES,
        };
        let taken = take(
            &county.storage,
            &county.key,
            &path,
            Some(&answering),
            now_ms,
        );
        self.came_by_stick(house, before);
        if self.is_told {
            println!("  {taken:?}");
        }
        if taken.is_err() && self.mutant == Some(Mutant::StickAhead) {
            reach_as_told(county.dir(), &told);
            self.air.cut_power_of_hub();
        }
        match taken {
            Ok(taken) => {
                if !taken.refused.is_empty() && !self.is_wild {
                    return Err(format!("honest facts on a stick were refused: {taken:?}"));
                }
                let stick = &mut self.houses[house].stick;
                stick.down.extend(taken.answer.map(PathBuf::from));
                Ok(())
            }
            Err(error) => match error.code() {
                "bundle_cut" | "bundle_damaged" | "not_a_bundle" if cut.is_some() => Ok(()),
                // A hub that was restored has forgotten the device, or the key of its older disk.
                "not_enrolled" | "bad_signature" | "revoked" if self.is_wild => Ok(()),
                code => Err(format!("the hub did not take a bundle: {code}")),
            },
        }
    }

    fn stick_back(
        &mut self,
        house: usize,
        device: usize,
        down: &Path,
        cut: Option<u64>,
    ) -> Outcome {
        self.enrol(house, device)?;
        let path = self.written_so_far(down, cut);
        let before = self.lying_about(house);
        let taken = self
            .till(house, device)
            .try_call("bundle.import", json!({"path": path}));
        self.came_by_stick(house, before);
        if self.is_told {
            println!("  {taken:?}");
        }
        match taken {
            Ok(_) | Err(AppError::BundleNotOurs) => Ok(()),
            Err(AppError::BundleCut | AppError::BundleDamaged | AppError::NotABundle)
                if cut.is_some() =>
            {
                Ok(())
            }
            Err(error) => Err(format!("device {device} did not take a bundle: {error:?}")),
        }
    }

    /// The bundle as far as it was written when the stick was pulled.
    fn written_so_far(&self, path: &Path, cut: Option<u64>) -> PathBuf {
        let Some(thousandths) = cut else {
            return path.to_owned();
        };
        let mut bytes = std::fs::read(path).unwrap();
        bytes.truncate(bytes.len() * thousandths as usize / 1000);
        let half = self.air.shelf.free();
        std::fs::write(&half, bytes).unwrap();
        half
    }

    /// Where disks were lost, a stick may hold what nobody has any more.
    fn lying_about(&self, house: usize) -> Option<Everywhere> {
        self.is_wild.then(|| self.everywhere(&self.houses[house]))
    }

    fn came_by_stick(&mut self, house: usize, before: Option<Everywhere>) {
        if let Some(before) = before {
            let after = self.everywhere(&self.houses[house]);
            self.houses[house].book.came(&before, &after);
        }
    }

    /// All that lies on the sticks arrives once more, when it is old.
    pub(crate) fn old_sticks_arrive(&mut self) -> Outcome {
        for house in 0..self.houses.len() {
            for up in self.houses[house].stick.up.clone() {
                self.stick_at_hub(house, up, None)?;
            }
            for down in self.houses[house].stick.down.clone() {
                for device in 0..self.houses[house].tills.len() {
                    self.stick_back(house, device, &down, None)?;
                }
            }
        }
        Ok(())
    }
}
