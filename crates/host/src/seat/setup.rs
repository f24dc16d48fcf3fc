//! Setting a station up, and bringing one back.

use crate::backup::list;
use crate::bridge::Inner;
use crate::keys::{Keyring, with_keys};
use crate::place::{Place, machine};
use std::path::{Path, PathBuf};
use std::sync::MutexGuard;
use tsong_contract::AppError;
use tsong_contract::io::{
    BundleImport, SetupCreate, SetupCreated, SetupFilled, SetupFromBundle, SetupLook, SetupRestore,
    SetupRestored, SetupSeen, SetupStatus, SetupUnlock,
};
use tsong_domain::people::Right;
use tsong_station::setup::{NewStation, Restoring};
use tsong_station::{Station, bundle};

/// `setup.status`: looks again where there was nothing or trouble.
pub(super) fn status(inner: &Inner) -> Result<SetupStatus, AppError> {
    // Asking the system may take a while: nobody else is kept waiting meanwhile.
    has_keyring(inner);
    let is_found = {
        let mut place = inner.place();
        let was_ready = matches!(*place, Place::Ready(_));
        if !was_ready {
            *place = Place::look(&inner.options);
        }
        !was_ready && matches!(*place, Place::Ready(_))
    };
    if is_found {
        inner.is_open();
    }
    let place = inner.place();
    Ok(told(inner, &place))
}

fn told(inner: &Inner, place: &Place) -> SetupStatus {
    let options = &inner.options;
    let trouble = match place {
        Place::Trouble(error) => Some(error.clone()),
        Place::Absent | Place::Ready(_) => None,
    };
    SetupStatus {
        state: place.word().to_owned(),
        trouble,
        folder: absolute(&options.dir),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        platform: format!("{}-{}", std::env::consts::OS, std::env::consts::ARCH),
        has_keyring: has_keyring(inner),
        language: inner.settings().show().language,
        backups: list(&options.dir),
        backup_trouble: inner.daily.trouble(),
    }
}

/// Whether the system has a keyring; asked once.
fn has_keyring(inner: &Inner) -> bool {
    let ask = || match inner.options.keyring {
        Keyring::Auto | Keyring::On => tsong_station::keys::has_keyring(),
        Keyring::Off => false,
    };
    *inner.has_keyring.get_or_init(ask)
}

fn absolute(path: &Path) -> String {
    std::path::absolute(path)
        .unwrap_or_else(|_| path.to_owned())
        .display()
        .to_string()
}

/// `setup.create`.
pub(super) fn create(inner: &Inner, input: &SetupCreate) -> Result<SetupCreated, AppError> {
    let options = &inner.options;
    let mut place = inner.place();
    match &*place {
        Place::Ready(_) => {
            return Err(AppError::DatabaseExists {
                path: absolute(&options.dir),
            });
        }
        Place::Trouble(error) => return Err(error.clone()),
        Place::Absent => {}
    }
    let new = NewStation {
        name: &input.name,
        place: &input.place,
        operator: &input.operator,
        pin: &input.pin,
    };
    let made = with_keys(&options.dir, options.keyring, |keys| {
        Station::create(&options.dir, keys, machine(options, None), &new)
    });
    let (created, are_keys_in_files) = match made {
        Ok(made) => made,
        Err(error) => {
            // Another window may have been quicker: then it is there now.
            *place = Place::look(options);
            return Err(error);
        }
    };
    let mut warnings = created.warnings;
    if are_keys_in_files {
        warnings.push("keys_in_files".to_owned());
    }
    let session = created.station.session()?.ok_or(AppError::SignInNeeded)?;
    *place = Place::Ready(Box::new(created.station));
    drop(place);
    inner.is_open();
    Ok(SetupCreated {
        recovery_key: created.recovery_key,
        warnings,
        session,
    })
}

/// `setup.look`: the bundle is opened and read to its end; nothing is set up.
pub(super) fn look(input: &SetupLook) -> Result<SetupSeen, AppError> {
    let found = bundle::set_up(Path::new(&input.path), &input.code)?;
    Ok(SetupSeen {
        folder: absolute(found.path.parent().unwrap_or(&found.path)),
        path: found.path.display().to_string(),
        station: found.station_name,
    })
}

/// `setup.from_bundle`: the bundle is read to its end first, then the station is set up and filled.
/// Where that is cut, the station is there, and `bundle.import` goes on.
pub(super) fn fill(inner: &Inner, input: &SetupFromBundle) -> Result<SetupFilled, AppError> {
    let found = bundle::set_up(Path::new(&input.path), &input.code)?;
    let created = create(
        inner,
        &SetupCreate {
            name: found.station_name,
            place: String::new(),
            operator: input.operator.clone(),
            pin: input.pin.clone(),
        },
    )?;
    let taken = {
        let mut place = inner.place();
        let station = place.station(&inner.options)?;
        let import = BundleImport {
            path: found.path.display().to_string(),
            code: Some(input.code.clone()),
        };
        let taken = bundle::import(station, import)?;
        inner.sync.note_station(station);
        taken
    };
    inner.sync.soon(inner);
    Ok(SetupFilled {
        recovery_key: created.recovery_key,
        warnings: created.warnings,
        session: created.session,
        taken,
    })
}

/// `setup.restore`: the backup is read and checked first; then what is here makes room.
pub(super) fn restore(inner: &Inner, input: &SetupRestore) -> Result<SetupRestored, AppError> {
    let options = &inner.options;
    let mut place = inner.place();
    may_replace(&place)?;
    let now_ms = inner.now_ms();
    let file = PathBuf::from(&input.path);
    let (ready, are_keys_in_files) = with_keys(&options.dir, options.keyring, |keys| {
        Restoring::prepare(&options.dir, &keys, now_ms, &file, &input.recovery_key)
    })?;
    // Nobody else of this program has the old one open when it is moved. The sync may want the
    // place while it ends, so that is let go first.
    drop(place);
    inner.sync.pause();
    inner.daily.wait();
    place = inner.place();
    *place = Place::Absent;
    let moved = ready.swap();
    *place = Place::look(options);
    inner.sync.resume();
    let moved_to = moved?;
    back(inner, place, moved_to, true, are_keys_in_files)
}

/// Over a sound station only a keeper may; a busy one is no reason at all.
fn may_replace(place: &Place) -> Result<(), AppError> {
    match place {
        Place::Absent => Ok(()),
        Place::Ready(station) => station.check(Right::Keep),
        Place::Trouble(busy @ (AppError::DatabaseBusy | AppError::DiskFull)) => Err(busy.clone()),
        Place::Trouble(_) => Ok(()),
    }
}

/// `setup.unlock`.
pub(super) fn unlock(inner: &Inner, input: &SetupUnlock) -> Result<SetupRestored, AppError> {
    let options = &inner.options;
    let mut place = inner.place();
    if matches!(*place, Place::Ready(_)) {
        return Err(AppError::AlreadyDone);
    }
    let (unlocked, are_keys_in_files) = with_keys(&options.dir, options.keyring, |keys| {
        Station::unlock(
            &options.dir,
            keys,
            machine(options, None),
            &input.recovery_key,
        )
    })?;
    *place = Place::Ready(Box::new(unlocked.station));
    back(
        inner,
        place,
        unlocked.moved_to,
        unlocked.is_new_origin,
        are_keys_in_files,
    )
}

fn back(
    inner: &Inner,
    place: MutexGuard<'_, Place>,
    moved_to: Option<PathBuf>,
    needs_enrolment: bool,
    are_keys_in_files: bool,
) -> Result<SetupRestored, AppError> {
    if let Place::Trouble(error) = &*place {
        return Err(error.clone());
    }
    let status = told(inner, &place);
    drop(place);
    inner.is_open();
    Ok(SetupRestored {
        moved_to: moved_to.map(|path| absolute(&path)),
        needs_enrolment,
        warnings: if are_keys_in_files {
            vec!["keys_in_files".to_owned()]
        } else {
            Vec::new()
        },
        status,
    })
}
