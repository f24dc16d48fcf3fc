//! Signing in by PIN, and setting PINs. Tries are counted in the database and waited out on the
//! machine's own running time, so that neither a restart nor a clock change shortens a wait.

use crate::fault::{self, Fault};
use crate::keys::{SecretKey, recovery};
use crate::monotonic::Monotonic;
use crate::people;
use crate::pin::{self, PinError, Tries};
use crate::setup;
use crate::station::{SignedIn, Station};
use tsong_contract::AppError;
use tsong_contract::io::{Done, PinReset, PinSet, read_id};
use tsong_domain::fact::Actor;
use tsong_domain::id::EntityId;
use tsong_domain::people::Right;
use tsong_store::{Store, party, person, pin as pins};
use tsong_sync::chance;

/// The wrong PINs that cost nothing.
const FREE_TRIES: u32 = 5;

/// Whether a PIN can be one; a simple one is allowed and warned of.
pub(crate) fn judge_pin(pin: &str) -> Result<Vec<String>, AppError> {
    match pin::check_strength(pin) {
        Ok(()) => Ok(Vec::new()),
        Err(PinError::OneDigit | PinError::Run) => Ok(vec!["pin_too_simple".to_owned()]),
        Err(PinError::TooShort) => Err(AppError::PinTooShort),
        Err(PinError::TooLong) => Err(AppError::BadInput {
            field: "pin".to_owned(),
            reason: "too_long".to_owned(),
        }),
        Err(PinError::NotDigits) => Err(AppError::BadInput {
            field: "pin".to_owned(),
            reason: "not_a_number".to_owned(),
        }),
        Err(PinError::Hash) => Err(AppError::Internal {
            detail: "pin".to_owned(),
        }),
    }
}

fn verifier(pin: &str) -> Result<String, AppError> {
    let mut salt = [0u8; 16];
    chance::fill(&mut salt).map_err(|_| Fault::Random)?;
    pin::hash_pin(pin, salt).map_err(|_| AppError::Internal {
        detail: "pin".to_owned(),
    })
}

/// Sets an operator's PIN in a store.
pub(crate) fn put_pin(store: &mut Store, operator: EntityId, pin: &str) -> Result<(), AppError> {
    let verifier = verifier(pin)?;
    store
        .write(|db| setup::set_pin(db, operator, &verifier))
        .map_err(AppError::from)
}

impl Station {
    /// Signs an operator in, by id or name.
    ///
    /// # Errors
    /// [`AppError::NotFound`], [`AppError::WrongPin`], [`AppError::LockedOut`].
    pub fn sign_in(&mut self, operator: &str, pin: &str) -> Result<SignedIn, AppError> {
        let operator = self
            .find_operator(operator)?
            .ok_or_else(|| AppError::missing("operator", operator))?;
        let id = operator.id;
        let now = Monotonic::now();
        // The try is counted before it is made: pulling the plug does not win a free one.
        let (verifier, before) = self
            .store
            .write(|db| {
                let Some((verifier, tries)) = pins::get(db, id)? else {
                    return Ok::<_, Fault>((String::new(), Err(None)));
                };
                let tries: Tries =
                    serde_json::from_str(&tries).unwrap_or_else(|_| pin::after_success());
                let tries = pin::rebase(tries, &now);
                if let Err(left) = pin::may_try(&tries, &now) {
                    pins::note(db, id, &json(&tries))?;
                    return Ok((verifier, Err(Some(left.0))));
                }
                let counted = pin::after_failure(tries, &now);
                pins::note(db, id, &json(&counted))?;
                Ok((verifier, Ok(counted)))
            })
            .map_err(AppError::from)?;
        let counted = match before {
            Ok(counted) => counted,
            Err(Some(left_ms)) => {
                return Err(AppError::LockedOut {
                    wait_seconds: left_ms.div_ceil(1000),
                });
            }
            Err(None) => return Err(AppError::WrongPin { tries_left: 0 }),
        };
        if !pin::verify_pin(&verifier, pin) {
            if let Err(left) = pin::may_try(&counted, &now) {
                return Err(AppError::LockedOut {
                    wait_seconds: left.0.div_ceil(1000),
                });
            }
            let tries_left = FREE_TRIES.saturating_sub(counted.failures);
            return Err(AppError::WrongPin { tries_left });
        }
        self.store
            .write(|db| Ok::<_, Fault>(pins::note(db, id, &json(&pin::after_success()))?))
            .map_err(AppError::from)?;
        let signed = SignedIn { id, ..operator };
        self.session = Some(signed.clone());
        Ok(signed)
    }

    /// Signs whoever is signed in out.
    pub fn sign_out(&mut self) {
        self.session = None;
    }

    /// The operator of an id or a name. Both PCs of a station may have been set up by the same
    /// person under an identity each: the one who has a PIN on this device is meant by a name.
    fn find_operator(&self, id_or_name: &str) -> Result<Option<SignedIn>, AppError> {
        let wanted = tsong_domain::text::clean::clean_line(id_or_name, 80);
        self.read(|db| {
            if let Ok(id) = wanted.parse::<EntityId>()
                && let Some(role) = people::role_of(db, id)?
            {
                let name = people::actor_name(db, Actor::Person(id))?;
                return Ok(Some(SignedIn { id, name, role }));
            }
            let mut without_pin = None;
            let active = party::all(db, "operator")?
                .into_iter()
                .filter(|o| o.is_active);
            for row in active {
                let known = match row.contact {
                    Some(contact) => person::get(db, contact)?,
                    None => None,
                };
                let fits = known.is_some_and(|p| p.name == wanted || p.name_bo == wanted);
                if let (true, Some(role)) = (fits, people::role_of(db, row.id)?) {
                    let found = SignedIn {
                        id: row.id,
                        name: wanted.clone(),
                        role,
                    };
                    if pins::get(db, row.id)?.is_some() {
                        return Ok(Some(found));
                    }
                    without_pin = Some(found);
                }
            }
            Ok(without_pin)
        })
    }
}

fn json(tries: &Tries) -> String {
    serde_json::to_string(tries).unwrap_or_default()
}

/// `pin.set`: one's own PIN, or as keeper anybody's.
///
/// # Errors
/// [`AppError::NotAllowed`], [`AppError::PinTooShort`], [`AppError::NotFound`].
pub fn set_pin(station: &mut Station, input: PinSet) -> Result<Done, AppError> {
    let Actor::Person(own) = station.by(Right::See)? else {
        return Err(AppError::SignInNeeded);
    };
    let operator = match &input.operator {
        Some(id) => read_id("operator", id)?,
        None => own,
    };
    if operator != own {
        station.by(Right::Keep)?;
    }
    judge_pin(&input.pin)?;
    if station.read(|db| people::role_of(db, operator))?.is_none() {
        return Err(AppError::missing("operator", operator));
    }
    put_pin(&mut station.store, operator, &input.pin)?;
    Ok(Done { done: true })
}

/// `pin.reset`: with the recovery key, when no keeper can sign in.
///
/// # Errors
/// [`AppError::RecoveryKeyWrong`], [`AppError::PinTooShort`], [`AppError::NotFound`].
pub fn reset_pin(station: &mut Station, input: PinReset) -> Result<Done, AppError> {
    let raw = recovery::decode(&input.recovery_key).map_err(|_| AppError::RecoveryKeyWrong)?;
    if !SecretKey::from_bytes(raw).same_as(&station.key) {
        return Err(AppError::RecoveryKeyWrong);
    }
    judge_pin(&input.pin)?;
    let operator = station
        .find_operator(&input.operator)?
        .ok_or_else(|| AppError::missing("operator", &input.operator))?;
    put_pin(&mut station.store, operator.id, &input.pin)?;
    Ok(Done { done: true })
}

/// The device's signing key.
pub(crate) fn signer(station: &Station) -> Result<ed25519_dalek::SigningKey, AppError> {
    let seed = station
        .keys
        .device_key()
        .map_err(fault::key)?
        .ok_or(AppError::KeyMissing)?;
    Ok(crate::keys::device_signer(&seed))
}
