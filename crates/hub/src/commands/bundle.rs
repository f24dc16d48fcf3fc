//! `bundle`: what is carried on a stick.

use super::Program;
use super::args::BundleCommand;
use super::now_ms;
use crate::bundle::{Answering, Giving, give, set_up, take};
use crate::enroll::find_station;
use crate::error::{HubError, Result};
use crate::staff::Staff;
use crate::storage::sqlite::Sqlite;
use ed25519_dalek::SigningKey;
use serde_json::json;
use std::path::{Path, PathBuf};
use tsong_sync::bundle::{Kind, file};

const MEGABYTE: u64 = 1024 * 1024;

impl Program {
    pub(super) fn bundle(
        &self,
        command: &BundleCommand,
        storage: &Sqlite,
        key: &SigningKey,
    ) -> Result<()> {
        let staff = Staff::console(storage, key, now_ms());
        match command {
            BundleCommand::Import {
                path,
                reply,
                photos,
            } => {
                let answering = reply.as_ref().map(|path| Answering {
                    path: path.clone(),
                    blob_bytes: photos.saturating_mul(MEGABYTE),
                });
                self.import(storage, key, path, answering.as_ref())
            }
            BundleCommand::Export {
                path,
                station,
                device,
                photos,
            } => {
                let station = match station {
                    Some(wanted) => Some(find_station(storage, wanted)?.station),
                    None => None,
                };
                let unknown = |text: &str| HubError::refused("no_device", format!("no {text}"));
                let device = match device {
                    Some(text) => Some(text.parse().map_err(|_| unknown(text))?),
                    None => None,
                };
                let giving = Giving {
                    station,
                    device,
                    blob_bytes: photos.saturating_mul(MEGABYTE),
                    address: None,
                };
                let given = give(&staff, path, giving)?;
                given.iter().try_for_each(|one| self.print(&json!(one)))
            }
            BundleCommand::Setup {
                path,
                station,
                address,
                photos,
            } => {
                let station = find_station(storage, station)?.station;
                let giving = Giving {
                    blob_bytes: photos.saturating_mul(MEGABYTE),
                    address: address.as_deref(),
                    ..Giving::default()
                };
                let (given, new) = set_up(&staff, path, station, giving)?;
                self.print(&json!({
                    "file": given.file, "station": given.station, "facts": given.facts,
                    "photos": given.photos, "bytes": given.bytes, "code": new.code,
                    "expires_ms": new.expires_ms,
                }))
            }
        }
    }

    /// One file, or every one of a folder that is on its way to this hub or any: what is wrong with
    /// one keeps no other from being taken.
    fn import(
        &self,
        storage: &Sqlite,
        key: &SigningKey,
        path: &Path,
        answering: Option<&Answering>,
    ) -> Result<()> {
        if !path.is_dir() {
            let taken = take(storage, key, path, answering, now_ms())?;
            return self.print(&json!(taken));
        }
        if answering.is_some_and(|a| !a.path.is_dir()) {
            let message = "the answers to several bundles go into a folder";
            return Err(HubError::refused("reply_no_folder", message));
        }
        let listed = file::list(path).map_err(HubError::io(path.display().to_string()))?;
        let is_up = |path: &PathBuf| match file::open(path) {
            Ok((_, (header, _))) => header.kind == Kind::Up,
            Err(_) => true,
        };
        let files: Vec<PathBuf> = listed.into_iter().filter(is_up).collect();
        if files.is_empty() {
            let message = format!("no bundle for the hub in {}", path.display());
            return Err(HubError::refused("no_bundle", message));
        }
        let mut wrong = 0usize;
        for file in &files {
            match take(storage, key, file, answering, now_ms()) {
                Ok(taken) => self.print(&json!(taken))?,
                Err(error) => {
                    wrong = wrong.saturating_add(1);
                    self.print(&json!({
                        "file": file.display().to_string(), "code": error.code(),
                        "message": error.to_string(),
                    }))?;
                }
            }
        }
        let message = format!("{wrong} of {} bundles were not taken", files.len());
        (wrong == 0)
            .then_some(())
            .ok_or_else(|| HubError::refused("bundles_refused", message))
    }
}
