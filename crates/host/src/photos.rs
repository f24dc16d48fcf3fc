//! Whether photos go over the link now: not when a hand holds them, nor over a link that is paid by the
//! byte, where the system knows that.

use crate::settings::{PHOTOS_GO, PHOTOS_PAUSED, SettingsFile};
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// What the system said is believed for so long: a stick for the phone's net is put in seldom.
const BELIEVED: Duration = Duration::from_secs(20);

/// Why photos stay here; `None` when they go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Held {
    /// Somebody paused them.
    Paused,
    /// The link is paid by the byte.
    Paid,
}

impl Held {
    /// As the contract has it; empty when they go.
    pub(crate) const fn word(held: Option<Self>) -> &'static str {
        match held {
            None => "",
            Some(Self::Paused) => "paused",
            Some(Self::Paid) => "paid",
        }
    }
}

/// As the settings of a folder have it now: another window may have changed them.
pub(crate) fn held_in(dir: &Path) -> Option<Held> {
    held(&SettingsFile::load(dir).show().photos, is_paid)
}

/// As a setting has it, for a screen that waits for nothing: of the link what is known already.
pub(crate) fn held_by(photos: &str) -> Option<Held> {
    held(photos, was_paid)
}

fn held(photos: &str, is_paid: impl FnOnce() -> bool) -> Option<Held> {
    match photos {
        PHOTOS_GO => None,
        PHOTOS_PAUSED => Some(Held::Paused),
        // `unpaid`; the file has been checked.
        _ => is_paid().then_some(Held::Paid),
    }
}

/// What the system said last, and when; it is held for no longer than that takes.
static SAID: Mutex<Option<(Instant, bool)>> = Mutex::new(None);
/// Held by whoever asks the system: one at a time.
static ASKING: Mutex<()> = Mutex::new(());

fn said() -> Option<(Instant, bool)> {
    *SAID.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What is believed still.
fn believed() -> Option<bool> {
    said().and_then(|(at, is_paid)| (at.elapsed() < BELIEVED).then_some(is_paid))
}

/// Whether the system says that the link is paid by the byte.
fn is_paid() -> bool {
    if let Some(is_paid) = believed() {
        return is_paid;
    }
    let _asking = ASKING.lock().unwrap_or_else(PoisonError::into_inner);
    // Somebody else may have asked meanwhile.
    believed().unwrap_or_else(|| {
        let is_paid = ask();
        *SAID.lock().unwrap_or_else(PoisonError::into_inner) = Some((Instant::now(), is_paid));
        is_paid
    })
}

/// As [`is_paid`] by the last word of the system; an old word is asked for anew behind.
fn was_paid() -> bool {
    if believed().is_none() && ASKING.try_lock().is_ok() {
        // Without a thread the last word stands a little longer.
        drop(std::thread::Builder::new().spawn(is_paid));
    }
    said().is_some_and(|(_, is_paid)| is_paid)
}

/// NetworkManager keeps it of every link, by hand or by its own guess; who has none knows nothing.
#[cfg(target_os = "linux")]
fn ask() -> bool {
    const MANAGER: &str = "org.freedesktop.NetworkManager";
    const PATIENCE: Duration = Duration::from_secs(2);
    /// `NM_METERED_YES` and `NM_METERED_GUESS_YES`.
    const PAID: [u32; 2] = [1, 3];
    let asked = || -> zbus::Result<u32> {
        let bus = zbus::blocking::connection::Builder::system()?
            .method_timeout(PATIENCE)
            .build()?;
        let manager =
            zbus::blocking::Proxy::new(&bus, MANAGER, "/org/freedesktop/NetworkManager", MANAGER)?;
        manager.get_property("Metered")
    };
    asked().is_ok_and(|metered| PAID.contains(&metered))
}

/// Elsewhere only a hand holds them.
#[cfg(not(target_os = "linux"))]
const fn ask() -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hand_comes_first_and_the_link_is_asked_only_where_it_matters() {
        assert_eq!(held("go", || unreachable!("nobody asks")), None);
        assert_eq!(
            held("paused", || unreachable!("nobody asks")),
            Some(Held::Paused)
        );
        assert_eq!(held("unpaid", || true), Some(Held::Paid));
        assert_eq!(held("unpaid", || false), None);
    }
}
