//! One request of a device after another. Whoever was cut asks again at once, while the hub is still
//! at work on what of the first request had arrived: answered then, the device would send all that
//! once more.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{Notify, OwnedMutexGuard};
use tsong_domain::id::DeviceId;

/// No longer than this does a request wait for the one before it.
const PATIENCE: Duration = Duration::from_secs(20);

/// The requests under way, one a device.
#[derive(Debug, Default)]
pub(super) struct Turns(Mutex<BTreeMap<DeviceId, Turn>>);

#[derive(Debug)]
struct Turn {
    taking_in: Arc<tokio::sync::Mutex<()>>,
    hurry: Arc<Notify>,
}

impl Turns {
    /// Waits until what arrived of the device's request before this one is taken in; that one waits
    /// for no more bytes. `hurry` is told when the next one comes. Without an end of the one before,
    /// `None` comes after a while.
    pub(super) async fn take(
        &self,
        device: DeviceId,
        hurry: Arc<Notify>,
    ) -> Option<OwnedMutexGuard<()>> {
        let taking_in = {
            let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            let before = all.remove(&device);
            let taking_in = before.map_or_else(Arc::default, |before| {
                before.hurry.notify_one();
                before.taking_in
            });
            let turn = Turn {
                taking_in: Arc::clone(&taking_in),
                hurry,
            };
            all.insert(device, turn);
            taking_in
        };
        tokio::time::timeout(PATIENCE, taking_in.lock_owned())
            .await
            .ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::time::timeout;

    #[tokio::test]
    async fn a_request_waits_for_what_arrived_of_the_one_before_and_hurries_it() {
        let turns = Turns::default();
        let hurry = Arc::new(Notify::new());
        let first = turns.take(DeviceId(1), Arc::clone(&hurry)).await;
        assert!(first.is_some());
        let mut second = std::pin::pin!(turns.take(DeviceId(1), Arc::default()));
        let soon = Duration::from_millis(30);
        assert!(
            timeout(soon, &mut second).await.is_err(),
            "the first one is at work still"
        );
        timeout(soon, hurry.notified())
            .await
            .expect("the first one waits for no more bytes");
        let other = turns.take(DeviceId(2), Arc::default());
        assert!(
            timeout(soon, other).await.is_ok(),
            "another device waits for nobody"
        );
        drop(first);
        assert!(second.await.is_some());
    }
}
