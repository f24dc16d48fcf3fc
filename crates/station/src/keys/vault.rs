//! The keyring of the operating system: Secret Service on Linux, the Credential Manager on Windows.

use std::sync::mpsc;
use std::time::Duration;

use keyring::{Entry, Error};
use zeroize::Zeroizing;

use super::KeyError;

/// Under which name the keyring lists our entries.
const SERVICE: &str = "tsong";

/// Long enough for a person to unlock the keyring with a password; a keyring that hangs must not
/// hang the station for ever.
const PATIENCE: Duration = Duration::from_secs(120);

/// How long a question that asks no person may take.
const PROBE: Duration = Duration::from_secs(5);

/// Somewhere that keeps named secrets for the user. A trait so that tests need no desktop.
pub(super) trait Vault: Send + Sync {
    /// The secret of `account`, `None` if there is none.
    fn read(&self, account: &str) -> Result<Option<Zeroizing<Vec<u8>>>, KeyError>;
    /// Stores the secret of `account`, in place of an older one.
    fn write(&self, account: &str, secret: &[u8]) -> Result<(), KeyError>;
}

/// The keyring of the session in which the program runs.
#[derive(Debug, Clone, Copy)]
pub(super) struct SystemKeyring;

impl Vault for SystemKeyring {
    fn read(&self, account: &str) -> Result<Option<Zeroizing<Vec<u8>>>, KeyError> {
        let account = account.to_owned();
        patiently(PATIENCE, move || match entry(&account)?.get_secret() {
            Ok(secret) => Ok(Some(Zeroizing::new(secret))),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(told(error)),
        })
    }

    fn write(&self, account: &str, secret: &[u8]) -> Result<(), KeyError> {
        let account = account.to_owned();
        let secret = Zeroizing::new(secret.to_vec());
        patiently(PATIENCE, move || {
            entry(&account)?.set_secret(&secret).map_err(told)
        })
    }
}

/// Whether there is a keyring. It is asked, not unlocked, so it need not have a person's time.
pub(super) fn is_there() -> bool {
    let asked = patiently(PROBE, || match Entry::store_status() {
        Ok(()) => Ok(()),
        Err(error) => Err(KeyError::KeyringUnavailable(error.to_string())),
    });
    asked.is_ok()
}

fn entry(account: &str) -> Result<Entry, KeyError> {
    if let Err(error) = Entry::store_status() {
        return Err(KeyError::KeyringUnavailable(error.to_string()));
    }
    Entry::new(SERVICE, account).map_err(told)
}

// Only the keyring's own sentence is kept: some of its errors carry the secret in their debug form.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "another crate's enum, open to more"
)]
fn told(error: Error) -> KeyError {
    match error {
        Error::BadDataFormat(secret, _) | Error::BadEncoding(secret) => {
            drop(Zeroizing::new(secret));
            KeyError::Damaged
        }
        other => KeyError::KeyringUnavailable(other.to_string()),
    }
}

/// Runs `work` on a thread of its own (the keyring blocks, and may be called from inside an
/// asynchronous program) and waits for it so long as a person may need.
fn patiently<T, F>(patience: Duration, work: F) -> Result<T, KeyError>
where
    T: Send + 'static,
    F: FnOnce() -> Result<T, KeyError> + Send + 'static,
{
    let (done, wait) = mpsc::channel();
    std::thread::Builder::new()
        .name("keyring".to_owned())
        .spawn(move || {
            // Nobody listens any more if the answer came too late; then it is dropped, and wiped.
            done.send(work()).ok();
        })?;
    wait.recv_timeout(patience)
        .map_err(|_| KeyError::KeyringUnavailable("the keyring does not answer".to_owned()))?
}
