//! Disks and backups that lie in a drawer, and take the place of those in use.

use crate::action::What;
use crate::book::Everywhere;
use crate::mutant::Mutant;
use crate::till::Till;
use crate::world::World;
use serde_json::json;
use std::path::PathBuf;
use std::sync::Arc;
use tsong_sync::chance;

/// A device's disk that lies in a drawer.
#[derive(Default)]
pub(crate) struct Drawer {
    pub(crate) backup: Option<PathBuf>,
    pub(crate) disk: Option<PathBuf>,
    /// An older disk was put back, and the hub has not heard of it.
    pub(crate) is_put_back: bool,
}

impl World {
    pub(crate) fn disk(&mut self, house: usize, device: usize, what: What) {
        let air = Arc::clone(&self.air);
        let disk = self.till(house, device).disk.clone();
        let drawer = &self.houses[house].drawers[device];
        let is_put_back = drawer.is_put_back;
        match (what, drawer.backup.clone(), drawer.disk.clone()) {
            // Two forks of one log, the second by a backup of either, are not mended yet.
            (What::KeepBackup, _, _) if is_put_back => {}
            (What::KeepBackup, _, _) => {
                let file = air.shelf.free();
                let path = file.display().to_string();
                self.till(house, device)
                    .call("backup.write", json!({ "path": path }));
                self.houses[house].drawers[device].backup = Some(file);
            }
            (What::KeepDisk, _, _) => {
                let copied = air.shelf.copy(&disk);
                self.houses[house].drawers[device].disk = Some(copied);
            }
            (What::Restore, Some(file), _) => self.replace(house, |world| {
                if world.mutant == Some(Mutant::TwoRestores) {
                    chance::seed(file.as_os_str().as_encoded_bytes());
                }
                world.insert(house, device, |owner, air| {
                    Till::restored(owner, &file, air)
                });
            }),
            (What::PutBack, _, Some(kept)) => self.replace(house, |world| {
                let drawer = &mut world.houses[house].drawers[device];
                (drawer.is_put_back, drawer.backup) = (true, None);
                let copied = air.shelf.copy(&kept);
                world.insert(house, device, |owner, air| Till::open(owner, copied, air));
            }),
            _ => {}
        }
    }

    pub(crate) fn restore_hub(&mut self) {
        let Some(file) = self.hub_backup.clone() else {
            return;
        };
        let before: Vec<Everywhere> = self.houses.iter().map(|h| self.everywhere(h)).collect();
        let restored = self
            .air
            .county()
            .restored(&file, &self.air.shelf, self.air.now_ms());
        self.air.sky().county = Arc::new(restored);
        for (number, before) in before.iter().enumerate() {
            let after = self.everywhere(&self.houses[number]);
            self.houses[number].book.replaced(before, &after);
        }
    }

    fn replace(&mut self, house: usize, work: impl FnOnce(&mut Self)) {
        // What only a request on its way holds would be nowhere.
        self.air.ghosts_arrive();
        let before = self.everywhere(&self.houses[house]);
        work(self);
        let after = self.everywhere(&self.houses[house]);
        self.houses[house].book.replaced(&before, &after);
    }
}
