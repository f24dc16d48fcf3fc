//! The commands that a host answers itself: setting up, signing in, settings, sync.

mod setup;

use crate::backup::{Daily, list};
use crate::bridge::Inner;
use std::sync::Arc;
use tsong_contract::AppError;
use tsong_contract::command::Seat;
use tsong_contract::io::*;
use tsong_domain::people::Right;
use tsong_station::Station;

/// Who sits before the bridge.
pub(crate) struct Seated<'a>(pub(crate) &'a Arc<Inner>);

impl Seated<'_> {
    /// Works with the station, if there is one.
    fn on<T>(&self, work: impl FnOnce(&mut Station) -> Result<T, AppError>) -> Result<T, AppError> {
        let mut place = self.0.place();
        work(place.station(&self.0.options)?)
    }
}

impl Seat for Seated<'_> {
    fn place_find(&mut self, input: ListInput) -> Result<Vec<PlaceRow>, AppError> {
        tsong_station::produce::place_find(&input)
    }

    fn setup_status(&mut self, _: Empty) -> Result<SetupStatus, AppError> {
        setup::status(self.0)
    }

    fn setup_create(&mut self, input: SetupCreate) -> Result<SetupCreated, AppError> {
        setup::create(self.0, &input)
    }

    fn setup_look(&mut self, input: SetupLook) -> Result<SetupSeen, AppError> {
        setup::look(&input)
    }

    fn setup_from_bundle(&mut self, input: SetupFromBundle) -> Result<SetupFilled, AppError> {
        setup::fill(self.0, &input)
    }

    fn setup_restore(&mut self, input: SetupRestore) -> Result<SetupRestored, AppError> {
        setup::restore(self.0, &input)
    }

    fn setup_unlock(&mut self, input: SetupUnlock) -> Result<SetupRestored, AppError> {
        setup::unlock(self.0, &input)
    }

    fn recovery_show(&mut self, input: PinInput) -> Result<RecoveryKey, AppError> {
        self.on(|station| {
            Ok(RecoveryKey {
                recovery_key: station.recovery_key(&input.pin)?,
            })
        })
    }

    fn backup_list(&mut self, _: Empty) -> Result<Vec<BackupRow>, AppError> {
        Ok(list(&self.0.options.dir))
    }

    fn session_sign_in(&mut self, input: SignIn) -> Result<SessionRow, AppError> {
        let session = self.on(|station| {
            station.sign_in(&input.operator, &input.pin)?;
            station.session()?.ok_or(AppError::SignInNeeded)
        })?;
        Daily::keep(self.0);
        Ok(session)
    }

    fn session_sign_out(&mut self, _: Empty) -> Result<Done, AppError> {
        self.on(|station| {
            station.sign_out();
            Ok(Done { done: true })
        })
    }

    fn session_show(&mut self, _: Empty) -> Result<SessionShown, AppError> {
        match self.on(|station| station.session()) {
            Ok(session) => Ok(SessionShown { session }),
            // Where no station is, nobody is signed in.
            Err(AppError::NoDatabase { .. }) => Ok(SessionShown { session: None }),
            Err(error) => Err(error),
        }
    }

    fn settings_show(&mut self, _: Empty) -> Result<Settings, AppError> {
        Ok(self.0.settings().show())
    }

    fn settings_save(&mut self, input: SettingsChange) -> Result<Settings, AppError> {
        let right = right_of(&input);
        if right != Right::Open {
            match self.on(|station| station.check(right)) {
                // Before there is a station there is nobody to ask.
                Ok(()) | Err(AppError::NoDatabase { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        let is_syncing_changed = input.is_sync_automatic.is_some()
            || input.sync_minutes.is_some()
            || input.photos.is_some();
        let saved = self.0.settings().save(input)?;
        if is_syncing_changed {
            self.0.sync.soon(self.0);
        }
        Ok(saved)
    }

    fn sync_start(&mut self, _: Empty) -> Result<SyncWatch, AppError> {
        self.0.sync.start()?;
        Ok(self.0.sync.watch(self.0))
    }

    fn sync_stop(&mut self, _: Empty) -> Result<SyncWatch, AppError> {
        self.0.sync.stop();
        Ok(self.0.sync.watch(self.0))
    }

    fn sync_watch(&mut self, _: Empty) -> Result<SyncWatch, AppError> {
        Ok(self.0.sync.watch(self.0))
    }
}

/// What one must be allowed to for a change of the settings.
const fn right_of(input: &SettingsChange) -> Right {
    if input.is_sync_automatic.is_some()
        || input.sync_minutes.is_some()
        || input.idle_minutes.is_some()
    {
        Right::Keep
    } else if input.printer.is_some()
        || input.printer_note.is_some()
        || input.weight_unit.is_some()
        || input.has_tibetan_digits.is_some()
    {
        Right::See
    } else {
        Right::Open
    }
}
