//! A station on this PC: its database, its keys, who is signed in, and the ways out of the house
//! that the host gives it.

use crate::fault::Fault;
use crate::keys::{KeyRing, SecretKey};
use crate::me::{self, Me};
use crate::work::Work;
use std::path::{Path, PathBuf};
use tsong_contract::AppError;
use tsong_domain::fact::{Actor, Fact};
use tsong_domain::id::EntityId;
use tsong_domain::people::{Right, Role};
use tsong_store::{Db, Store, open::Cipher};
use tsong_sync::transport::Transport;

/// What a host lends a station: the wall and the link. Rules see neither.
pub trait Host: Send {
    /// Milliseconds since 1970 by the wall, right or wrong.
    fn now_ms(&self) -> i64;

    /// A link to the hub at an address.
    ///
    /// # Errors
    /// When the address is none that may be used.
    fn connect(&self, url: &str, not_before_ms: i64) -> Result<Box<dyn Transport>, AppError>;

    /// Whether photos may go over the link now: not when a hand holds them, or the link is paid by
    /// the byte.
    fn may_photos_go(&self) -> bool {
        true
    }
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// The operator.
    pub id: EntityId,
    /// The name.
    pub name: String,
    /// The role when signing in; looked up again at every command.
    pub role: Role,
}

/// A station on this PC.
pub struct Station {
    pub(crate) store: Store,
    pub(crate) keys: KeyRing,
    pub(crate) dir: PathBuf,
    pub(crate) host: Box<dyn Host>,
    pub(crate) session: Option<SignedIn>,
    pub(crate) key: SecretKey,
}

impl Station {
    /// Opens the station in a folder.
    ///
    /// # Errors
    /// [`AppError::NoDatabase`], [`AppError::KeyMissing`], [`AppError::WrongKey`],
    /// [`AppError::DatabaseDamaged`], [`AppError::DatabaseNewer`], and whatever the disk says.
    pub fn open(dir: &Path, keys: KeyRing, host: Box<dyn Host>) -> Result<Self, AppError> {
        crate::setup::finish(dir)?;
        let file = dir.join(tsong_store::open::FILE);
        if !file.exists() {
            return Err(AppError::NoDatabase {
                path: file.display().to_string(),
            });
        }
        let key = keys.database_key().map_err(crate::fault::key)?;
        let store = Store::open(dir, Cipher::Key(key.expose())).map_err(crate::fault::store)?;
        Ok(Self::with(store, keys, dir, host, key))
    }

    pub(crate) fn with(
        store: Store,
        keys: KeyRing,
        dir: &Path,
        host: Box<dyn Host>,
        key: SecretKey,
    ) -> Self {
        Self {
            store,
            keys,
            dir: dir.to_owned(),
            host,
            session: None,
            key,
        }
    }

    /// The folder.
    #[must_use]
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Who is signed in.
    #[must_use]
    pub const fn signed_in(&self) -> Option<&SignedIn> {
        self.session.as_ref()
    }

    /// Who acts, if the right is theirs.
    pub(crate) fn by(&self, right: Right) -> Result<Actor, AppError> {
        self.read(|db| actor(db, self.session.as_ref(), right))
    }

    /// Reads on one unchanging view.
    pub(crate) fn read<T>(
        &self,
        work: impl FnOnce(&Db<'_>) -> Result<T, Fault>,
    ) -> Result<T, AppError> {
        self.store.read(work).map_err(AppError::from)
    }

    /// Writes in one transaction, in the name of whom the right belongs to.
    pub(crate) fn write<T>(
        &mut self,
        right: Right,
        work: impl FnOnce(&mut Work<'_>) -> Result<T, Fault>,
    ) -> Result<T, AppError> {
        self.write_and(right, work, |_, _, _, value| Ok(value))
    }

    /// As [`Station::write`], and reads what was written in the same transaction; `read` is told
    /// the believed time and the facts that were written.
    pub(crate) fn write_and<T, U>(
        &mut self,
        right: Right,
        work: impl FnOnce(&mut Work<'_>) -> Result<T, Fault>,
        read: impl FnOnce(&Db<'_>, i64, &[Fact], T) -> Result<U, Fault>,
    ) -> Result<U, AppError> {
        let now_ms = self.host.now_ms();
        let session = self.session.as_ref();
        self.store
            .write(|db| {
                let actor = actor(db, session, right)?;
                let mut w = Work::begin(db, actor, now_ms)?;
                let believed_ms = w.believed_ms;
                let value = work(&mut w)?;
                let facts = w.finish()?;
                read(db, believed_ms, &facts, value)
            })
            .map_err(AppError::from)
    }

    /// Now, by a wall that is believed; else by the last time that was.
    pub(crate) fn believed_now_ms(&self) -> Result<i64, AppError> {
        let wall = self.host.now_ms();
        let clock = self.read(me::clock)?;
        Ok(if clock.doubts(wall) {
            clock.high_water_ms
        } else {
            wall
        })
    }

    /// This device.
    pub(crate) fn me(&self) -> Result<Me, AppError> {
        self.read(Me::load)
    }
}

/// Who acts, if the right is theirs. Without anybody signed in only what is open goes, in the
/// station's own name.
fn actor(db: &Db<'_>, session: Option<&SignedIn>, right: Right) -> Result<Actor, Fault> {
    let Some(session) = session else {
        return match right {
            Right::Open => Ok(Actor::Station),
            Right::See | Right::Stock | Right::Pack | Right::Sell | Right::Keep => {
                Err(AppError::SignInNeeded.into())
            }
        };
    };
    let word = match right {
        Right::Open => return Ok(Actor::Person(session.id)),
        Right::See => "see",
        Right::Stock => "stock",
        Right::Pack => "pack",
        Right::Sell => "sell",
        Right::Keep => "keep",
    };
    // Somebody may have changed the role, or let the operator go, since the sign-in.
    match crate::people::role_of(db, session.id)? {
        None => Err(AppError::SignInNeeded.into()),
        Some(role) if role.may(right) => Ok(Actor::Person(session.id)),
        Some(_) => Err(AppError::NotAllowed {
            right: word.to_owned(),
        }
        .into()),
    }
}
