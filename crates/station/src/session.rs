//! Who is signed in, as a screen shows it, and a station seen through a second connection.

use crate::fault::{self, Fault};
use crate::keys::recovery;
use crate::me::Bond;
use crate::station::{Host, Station};
use tsong_contract::AppError;
use tsong_contract::io::SessionRow;
use tsong_domain::people::Right;
use tsong_domain::text::initials::initials;
use tsong_store::{Store, open::Cipher, origin};

/// What there is of rights, weakest first.
const RIGHTS: [(Right, &str); 6] = [
    (Right::Open, "open"),
    (Right::See, "see"),
    (Right::Stock, "stock"),
    (Right::Pack, "pack"),
    (Right::Sell, "sell"),
    (Right::Keep, "keep"),
];

/// How far the logs reach: what a host compares to know whether something came or went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Facts that this device wrote, under all its origins.
    pub own: u64,
    /// Facts of others that are here.
    pub others: u64,
    /// Facts of devices that the hub has.
    pub at_hub: u64,
}

impl Station {
    /// Who is signed in and what they may do, by the role that they have now; `None` when nobody is,
    /// or when they were let go meanwhile.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn session(&self) -> Result<Option<SessionRow>, AppError> {
        let Some(signed) = self.signed_in() else {
            return Ok(None);
        };
        let role = self.read(|db| crate::people::role_of(db, signed.id))?;
        Ok(role.map(|role| SessionRow {
            id: signed.id.to_string(),
            name: signed.name.clone(),
            initials: initials(&signed.name),
            role: role.word().to_owned(),
            rights: RIGHTS
                .iter()
                .filter(|(right, _)| role.may(*right))
                .map(|(_, word)| (*word).to_owned())
                .collect(),
        }))
    }

    /// The same station through a connection of its own, for the same person: what takes long goes
    /// on there while this one answers.
    ///
    /// # Errors
    /// As [`Station::open`].
    pub fn beside(&self, host: Box<dyn Host>) -> Result<Self, AppError> {
        let store = Store::open(&self.dir, Cipher::Key(self.key.expose())).map_err(fault::store)?;
        Ok(Self {
            store,
            keys: self.keys.clone(),
            dir: self.dir.clone(),
            host,
            session: self.session.clone(),
            key: self.key.clone(),
        })
    }

    /// Whether there is a hub to sync with over a link.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn is_enrolled(&self) -> Result<bool, AppError> {
        Ok(self
            .read(Bond::load)?
            .is_some_and(|bond| !bond.url.is_empty()))
    }

    /// The recovery key, for a keeper who types the PIN again.
    ///
    /// # Errors
    /// [`AppError::SignInNeeded`], [`AppError::NotAllowed`], [`AppError::WrongPin`],
    /// [`AppError::LockedOut`].
    pub fn recovery_key(&mut self, pin: &str) -> Result<String, AppError> {
        self.by(Right::Keep)?;
        let signed = self.session.clone().ok_or(AppError::SignInNeeded)?;
        self.sign_in(&signed.id.to_string(), pin)?;
        Ok(recovery::encode(self.key.expose()))
    }

    /// Whether who is signed in has a right.
    ///
    /// # Errors
    /// [`AppError::SignInNeeded`], [`AppError::NotAllowed`].
    pub fn check(&self, right: Right) -> Result<(), AppError> {
        self.by(right).map(|_| ())
    }

    /// How far the logs reach.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn reach(&self) -> Result<Reach, AppError> {
        let me = self.me()?;
        self.read(|db| {
            let mut reach = Reach::default();
            for row in origin::all(db)? {
                if me.wrote(row.origin) {
                    reach.own = reach.own.saturating_add(row.sequence);
                } else {
                    reach.others = reach.others.saturating_add(row.sequence);
                }
                if !row.is_hub {
                    reach.at_hub = reach.at_hub.saturating_add(row.at_hub);
                }
            }
            Ok::<_, Fault>(reach)
        })
    }
}
