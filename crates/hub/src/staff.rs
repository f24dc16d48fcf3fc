//! What staff does at the hub. Each act and the entry that tells who did it are one transaction.

use crate::code::{hash_code, hash_session, hash_token, new_code, new_token, random};
use crate::error::{HubError, Result};
use crate::own;
use crate::storage::session::SessionRow;
use crate::storage::staff_log::StaffEntry;
use crate::storage::station::StationRow;
use crate::storage::{Storage, Tables};
use crate::titles::Titles;
use ed25519_dalek::SigningKey;
use tsong_contract::desk::StaffAct;
use tsong_contract::order_row::OrderRow;
use tsong_domain::fact::{Access, Body};
use tsong_domain::id::{DeviceId, EntityId, Hash32, Origin};

/// Who is said to have done what a command on the hub itself did.
pub const CONSOLE: &str = "console";

/// The longest name of a station, a device or a person of staff that is kept, in characters.
const NAME_CHARS: usize = 80;
/// The longest reason.
const REASON_CHARS: usize = 300;
const HOUR_MS: i64 = 3_600_000;
/// How long a one-time code lets in: long enough to be carried to a station on paper.
const CODE_MS: i64 = 7 * 24 * HOUR_MS;
/// How long a session lasts: a working day.
const SESSION_MS: i64 = 12 * HOUR_MS;

/// A text without control characters and blanks around it, of so many characters at most.
fn clean(text: &str, chars: usize) -> String {
    text.chars()
        .filter(|c| !c.is_control())
        .take(chars)
        .collect::<String>()
        .trim()
        .to_owned()
}

/// A name as it is kept.
pub(crate) fn clean_name(name: &str) -> String {
    clean(name, NAME_CHARS)
}

/// A one-time code and until when it lets in, milliseconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewCode {
    /// The code; only its hash is kept.
    pub code: String,
    /// When it expires.
    pub expires_ms: i64,
}

/// Somebody of the staff at work.
pub struct Staff<'a, S: Storage> {
    /// The database.
    pub storage: &'a S,
    /// The hub's key.
    pub key: &'a SigningKey,
    /// Who it is.
    pub who: &'a str,
    /// The hub's clock, milliseconds since 1970.
    pub now_ms: i64,
}

impl<'a, S: Storage> Staff<'a, S> {
    /// Who types at the hub itself.
    pub const fn console(storage: &'a S, key: &'a SigningKey, now_ms: i64) -> Self {
        Self {
            storage,
            key,
            who: CONSOLE,
            now_ms,
        }
    }
}

impl<S: Storage> Staff<'_, S> {
    fn log(
        &self,
        tables: &dyn Tables,
        what: StaffAct,
        station: EntityId,
        subject: &str,
        reason: &str,
    ) -> Result<()> {
        tables.log_staff(&StaffEntry {
            station,
            at_ms: self.now_ms,
            who: self.who.to_owned(),
            what,
            subject: subject.to_owned(),
            reason: reason.to_owned(),
        })
    }

    fn new_code(&self) -> Result<NewCode> {
        Ok(NewCode {
            code: new_code()?,
            expires_ms: self.now_ms.saturating_add(CODE_MS),
        })
    }

    fn keep_code(&self, tables: &dyn Tables, station: EntityId, code: &NewCode) -> Result<()> {
        tables.add_code(
            station,
            &hash_code(&code.code),
            self.now_ms,
            code.expires_ms,
        )
    }

    /// Adds a station with the hub's origin for it. Its id and the code of its first device.
    ///
    /// # Errors
    /// `bad_name` for an empty name, and whatever the database says.
    pub fn add_station(&self, name: &str, place: u64) -> Result<(EntityId, NewCode)> {
        let name = clean_name(name);
        if name.is_empty() {
            return Err(HubError::refused("bad_name", "a station needs a name"));
        }
        let maker = Origin(u64::from_le_bytes(random()?));
        let station = EntityId::mint(maker, 1, self.now_ms);
        let code = self.new_code()?;
        self.storage.write(|t| {
            t.add_station(&StationRow {
                station,
                name: name.clone(),
                place,
                created_ms: self.now_ms,
                hub_origin: None,
            })?;
            own::write(t, self.key, station, Vec::new(), self.now_ms)?;
            self.keep_code(t, station, &code)?;
            self.log(t, StaffAct::StationAdded, station, "", "")
        })?;
        Ok((station, code))
    }

    /// A one-time code of a station: for a second device, or a restored one.
    ///
    /// # Errors
    /// `station_unknown`, and whatever the database says.
    pub fn add_code(&self, station: EntityId) -> Result<NewCode> {
        let code = self.new_code()?;
        self.storage.write(|t| {
            known_station(t, station)?;
            self.keep_code(t, station, &code)?;
            self.log(t, StaffAct::CodeMade, station, "", "")
        })?;
        Ok(code)
    }

    /// Shuts a device out: its requests are refused from now on; what it wrote before stays. Again
    /// changes nothing.
    ///
    /// # Errors
    /// `device_unknown`, and whatever the database says.
    pub fn revoke(&self, station: EntityId, device: DeviceId, reason: &str) -> Result<()> {
        let reason = clean(reason, REASON_CHARS);
        self.storage.write(|t| {
            let known = t.device(device)?.filter(|d| d.station == station);
            let unknown = || HubError::refused("device_unknown", format!("no device {device}"));
            let known = known.ok_or_else(unknown)?;
            if known.revoked_ms.is_some() {
                return Ok(());
            }
            t.revoke_device(station, device, (self.who, &reason), self.now_ms)?;
            let access = Access {
                device,
                key: known.key,
                allowed: false,
            };
            own::write(
                t,
                self.key,
                station,
                vec![Body::Access(access)],
                self.now_ms,
            )?;
            let subject = device.to_string();
            self.log(t, StaffAct::DeviceRevoked, station, &subject, &reason)
        })
    }

    /// One order with its buyer in full.
    ///
    /// # Errors
    /// `station_unknown`, `not_found`, and whatever the database says.
    pub fn show_buyer(&self, station: EntityId, order: EntityId) -> Result<OrderRow> {
        self.storage.write(|t| {
            known_station(t, station)?;
            let unknown = || HubError::refused("not_found", "no such order");
            let mut row = t.order(station, order)?.ok_or_else(unknown)?;
            Titles::new(t, station).fill(&mut row)?;
            let subject = order.to_string();
            self.log(t, StaffAct::BuyerShown, station, &subject, "")?;
            Ok(row)
        })
    }

    /// A token for somebody; only its hash is kept. With `is_only`, nobody else may have the name.
    ///
    /// # Errors
    /// `bad_name`, `name_taken`, and whatever the database says.
    pub fn add_token(&self, name: &str, is_only: bool) -> Result<String> {
        let name = clean_name(name);
        if name.is_empty() {
            return Err(HubError::refused("bad_name", "who gets it needs a name"));
        }
        let token = new_token()?;
        self.storage.write(|t| {
            let is_taken = t.tokens()?.iter().any(|row| is_live_of(row, &name));
            if is_only && is_taken {
                let message = format!("{name} has a token: revoke it first");
                return Err(HubError::refused("name_taken", message));
            }
            t.add_token(&hash_token(&token), &name, self.now_ms)?;
            self.log(t, StaffAct::StaffAdded, EntityId::NIL, &name, "")
        })?;
        Ok(token)
    }

    /// Takes all tokens of somebody away, and ends their sessions. How many tokens there were.
    ///
    /// # Errors
    /// `staff_unknown`, and whatever the database says.
    pub fn revoke_tokens(&self, name: &str) -> Result<u64> {
        let name = clean_name(name);
        self.storage.write(|t| {
            let count = t.revoke_tokens(&name, self.now_ms)?;
            if count == 0 {
                let message = format!("nobody called {name} has a token");
                return Err(HubError::refused("staff_unknown", message));
            }
            self.log(t, StaffAct::StaffRevoked, EntityId::NIL, &name, "")?;
            Ok(count)
        })
    }

    /// Begins a session for who showed `token`. The cookie's value and when it ends.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn sign_in(&self, token: &Hash32) -> Result<(String, i64)> {
        let cookie = new_token()?;
        let expires_ms = self.now_ms.saturating_add(SESSION_MS);
        self.storage.write(|t| {
            t.sweep_sessions(self.now_ms)?;
            t.add_session(&SessionRow {
                hash: hash_session(&cookie),
                token: *token,
                name: self.who.to_owned(),
                expires_ms,
            })?;
            self.log(t, StaffAct::SignedIn, EntityId::NIL, "", "")
        })?;
        Ok((cookie, expires_ms))
    }

    /// Ends a session.
    ///
    /// # Errors
    /// Whatever the database says.
    pub fn sign_out(&self, session: &Hash32) -> Result<()> {
        self.storage.write(|t| {
            t.end_session(session)?;
            self.log(t, StaffAct::SignedOut, EntityId::NIL, "", "")
        })
    }
}

fn is_live_of(row: &crate::storage::token::TokenRow, name: &str) -> bool {
    row.revoked_ms.is_none() && row.name == name
}

/// A station that there is.
///
/// # Errors
/// `station_unknown`, and whatever the database says.
pub(crate) fn known_station(tables: &dyn Tables, station: EntityId) -> Result<StationRow> {
    let unknown = || HubError::refused("station_unknown", "no such station");
    tables.station(station)?.ok_or_else(unknown)
}
