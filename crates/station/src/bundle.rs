//! The exchange by a stick: a bundle for the hub, what the hub sent back, and the bundle with which a
//! new PC begins. What waits is cleared by the hub's answer alone.

mod look;
mod up;

pub use look::look;
pub use up::export;

use crate::fault::{self, Fault};
use crate::fork;
use crate::link;
use crate::me::{self, Bond, Me};
use crate::outbox;
use crate::replica::{Replica, acknowledge};
use crate::signin;
use crate::station::Station;
use look::{row, rows};
use std::path::{Path, PathBuf};
use tsong_contract::AppError;
use tsong_contract::io::{BundleImport, BundleTaken, Empty};
use tsong_domain::id::FactId;
use tsong_domain::people::Right;
use tsong_store::{Db, fact, lost, quarantine};
use tsong_sync::bundle::{
    BundleError, BundleTell, Carried, Header, Kind, Opening, Unpacking, code, file, take_down,
};
use tsong_sync::exchange::SyncTell;

/// What a bundle's failure tells a person.
pub(crate) fn failed(error: BundleError) -> AppError {
    match error {
        BundleError::NotABundle => AppError::NotABundle,
        BundleError::Newer { found } => AppError::BundleNewer { found },
        BundleError::NotOurs => AppError::BundleNotOurs,
        BundleError::WrongCode => AppError::BadCode,
        BundleError::Cut => AppError::BundleCut,
        BundleError::Damaged | BundleError::Malformed => AppError::BundleDamaged,
        BundleError::BadSignature => AppError::BadSignature,
        BundleError::Io(error) if file::is_full(&error) => AppError::BundleNoRoom,
        BundleError::Io(error) => fault::io(&error),
        // The store's own words are kept: a full disk is not a fault of the stick.
        BundleError::Storage(inner) => match inner.downcast::<Fault>() {
            Ok(fault) => AppError::from(*fault),
            Err(other) => AppError::Storage {
                detail: other.to_string(),
            },
        },
        BundleError::Frame(detail) => AppError::Internal { detail },
    }
}

/// `bundle.import`.
///
/// # Errors
/// [`AppError::NotABundle`], [`AppError::BundleNewer`], [`AppError::BundleNotOurs`],
/// [`AppError::BundleCut`], [`AppError::BundleDamaged`], [`AppError::BadSignature`],
/// [`AppError::NoBundle`] for a folder without any; for one that a new PC begins with
/// [`AppError::BadCode`] and [`AppError::AlreadyEnrolled`]. What came before counts. In a folder
/// what is wrong with one bundle keeps no other from being taken.
pub fn import(station: &mut Station, input: BundleImport) -> Result<BundleTaken, AppError> {
    station.by(Right::See)?;
    let path = Path::new(&input.path);
    let before = station.read(link::acknowledged)?;
    let mut taken = Carried::default();
    let mut bundles = Vec::new();
    if path.is_dir() {
        let is_wanted = |kind: &str| kind == "down" || (kind == "setup" && input.code.is_some());
        let found = rows(station, path)?;
        for mut one in found
            .into_iter()
            .filter(|r| is_wanted(&r.kind) && r.is_ours)
        {
            match take(station, Path::new(&one.path), input.code.as_deref()) {
                Ok(carried) => add(&mut taken, carried),
                Err(error) => one.trouble = Some(error),
            }
            bundles.push(one);
        }
        if bundles.is_empty() {
            return Err(AppError::NoBundle);
        }
    } else {
        add(&mut taken, take(station, path, input.code.as_deref())?);
        bundles.push(row(station, path)?);
    }
    let status = outbox::status(station, Empty {})?;
    let after = station.read(link::acknowledged)?;
    Ok(BundleTaken {
        bundles,
        pulled: taken.pulled,
        pushed: after.saturating_sub(before),
        photos: taken.blobs,
        refused: link::refused(taken.refused.iter().chain(&taken.refused_here)),
        waiting: status.waiting,
        needs_answer: station
            .read(Bond::load)?
            .is_some_and(|bond| bond.code.is_some()),
    })
}

fn add(all: &mut Carried, one: Carried) {
    all.pulled = all.pulled.saturating_add(one.pulled);
    all.blobs = all.blobs.saturating_add(one.blobs);
    all.refused.extend(one.refused);
    all.refused_here.extend(one.refused_here);
}

fn take(station: &mut Station, path: &Path, code: Option<&str>) -> Result<Carried, AppError> {
    let (from, header) = file::open(path).map_err(failed)?;
    match header.0.kind {
        Kind::Up => Err(AppError::BundleNotOurs),
        Kind::Down => {
            let bond = station.read(Bond::load)?.ok_or(AppError::NotEnrolled)?;
            let key = signin::signer(station)?;
            let opening = Opening::with(&key).map_err(failed)?;
            let mut bundle = Unpacking::open(from, header, &opening).map_err(failed)?;
            let said = bundle.tell(Some(&bond.hub_key)).map_err(failed)?;
            if said.station != bond.station {
                return Err(AppError::BundleNotOurs);
            }
            let carried = empty(station, bundle, &said)?;
            station
                .store
                .write(|db| let_in(db, &said))
                .map_err(AppError::from)?;
            Ok(carried)
        }
        Kind::Setup => {
            station.by(Right::Keep)?;
            let (bundle, said, code) = open_set_up(from, header, code)?;
            begin(station, &said, code)?;
            empty(station, bundle, &said)
        }
    }
}

/// A set-up bundle, opened by its code, and what the hub says in it. Whoever could seal it knew the
/// code: that is how the hub's key is trusted.
fn open_set_up<R: std::io::Read>(
    from: R,
    header: (Header, [u8; 32]),
    code: Option<&str>,
) -> Result<(Unpacking<R>, BundleTell, String), AppError> {
    let code = code.map(str::trim).filter(|c| !c.is_empty());
    let code = code.ok_or_else(|| AppError::BadInput {
        field: "code".to_owned(),
        reason: "empty".to_owned(),
    })?;
    let opening = code::opening(code, &header.0.salt).map_err(failed)?;
    let mut bundle = Unpacking::open(from, header, &opening).map_err(failed)?;
    let said = bundle.tell(None).map_err(failed)?;
    Ok((bundle, said, code.to_owned()))
}

/// A set-up bundle that its code opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetUp {
    /// The bundle's file.
    pub path: PathBuf,
    /// The station that it is for.
    pub station_name: String,
}

/// The set-up bundle that a code opens: the file, or of a folder the latest. It is read to its end: a
/// PC does not begin with half of one.
///
/// # Errors
/// As [`import`]; [`AppError::NoBundle`] where there is no such path or no new PC's lies in it, and
/// what is wrong with the latest where the code opens none.
pub fn set_up(path: &Path, code: &str) -> Result<SetUp, AppError> {
    // A stick that is not in, or a name that was typed wrong.
    if !path.exists() {
        return Err(AppError::NoBundle);
    }
    if !path.is_dir() {
        return opened_set_up(path, code);
    }
    let mut found: Vec<(i64, PathBuf)> = file::list(path)
        .map_err(|e| fault::io(&e))?
        .into_iter()
        .filter_map(|path| {
            let (_, (header, _)) = file::open(&path).ok()?;
            (header.kind == Kind::Setup).then_some((header.made_ms, path))
        })
        .collect();
    found.sort();
    let mut trouble = None;
    for (_, path) in found.iter().rev() {
        match opened_set_up(path, code) {
            Ok(set_up) => return Ok(set_up),
            Err(error) => trouble = trouble.or(Some(error)),
        }
    }
    Err(trouble.unwrap_or(AppError::NoBundle))
}

fn opened_set_up(path: &Path, code: &str) -> Result<SetUp, AppError> {
    let (from, header) = file::open(path).map_err(failed)?;
    if header.0.kind != Kind::Setup {
        return Err(AppError::BundleNotOurs);
    }
    let (bundle, said, _) = open_set_up(from, header, Some(code))?;
    bundle.check_whole().map_err(failed)?;
    Ok(SetUp {
        path: path.to_owned(),
        station_name: said.station_name,
    })
}

/// Ties this device to the hub of a set-up bundle. The hub hears of it by the next bundle, or over a
/// link, whichever is first.
fn begin(station: &mut Station, said: &BundleTell, code: String) -> Result<(), AppError> {
    if let Some(bond) = station.read(Bond::load)? {
        let is_again = bond.hub_key == said.hub_key && bond.station == said.station;
        if bond.code.is_none() || !is_again {
            return Err(AppError::AlreadyEnrolled);
        }
    }
    let bond = Bond {
        url: said.address.clone().unwrap_or_default(),
        hub_key: said.hub_key,
        station: said.station,
        nonce: [0; 16],
        request_sequence: 0,
        heard_ms: None,
        code: Some(code),
    };
    station
        .store
        .write(|db| bond.save(db))
        .map_err(AppError::from)
}

/// The hub let this device in: from now on it may ask over a link too.
fn let_in(db: &Db<'_>, said: &BundleTell) -> Result<(), Fault> {
    let Some(mut bond) = Bond::load(db)? else {
        return Ok(());
    };
    let is_latest = bond.heard_ms == Some(said.tell.hub_time_ms);
    if let (Some(nonce), true) = (&said.nonce, is_latest) {
        bond.nonce = nonce.0;
        bond.code = None;
        if let (true, Some(address)) = (bond.url.is_empty(), &said.address) {
            bond.url.clone_from(address);
        }
        bond.save(db)?;
    }
    Ok(())
}

fn empty<R: std::io::Read>(
    station: &mut Station,
    bundle: Unpacking<R>,
    said: &BundleTell,
) -> Result<Carried, AppError> {
    let mut replica = Replica::new(station)?;
    let carried = take_down(&mut replica, bundle, said, &mut |_| {}).map_err(failed)?;
    let now_ms = station.host.now_ms();
    station
        .store
        .write(|db| {
            // What came with it is at the hub, too.
            acknowledge(db, &said.tell)?;
            for r in &said.tell.refused {
                let id = FactId::new(r.origin, r.first);
                quarantine::put(db, id, r.code.word(), now_ms)?;
            }
            let mut clock = me::clock(db)?;
            // Some time ago it was this late: only a later time than is known tells anything.
            if said.tell.hub_time_ms > clock.high_water_ms {
                clock.confirm(said.tell.hub_time_ms);
                me::save_clock(db, &clock)?;
            }
            // A copied disk that has heard the hub's history writes again what only it held. Before
            // that, the hub may hold it after all.
            if lost::is_any(db)? && has_history(db, &said.tell)? {
                fork::write_again(db, now_ms)?;
            }
            Ok::<_, Fault>(())
        })
        .map_err(AppError::from)?;
    Ok(carried)
}

/// Whether all that the hub holds of this device's older origins is here.
fn has_history(db: &Db<'_>, tell: &SyncTell) -> Result<bool, Fault> {
    let older = Me::load(db)?.older;
    for (origin, sequence, head) in tell.have.iter().filter(|r| older.contains(&r.0)) {
        let ours = fact::get(db, FactId::new(*origin, *sequence))?;
        if ours.is_none_or(|f| f.head != *head) {
            return Ok(false);
        }
    }
    Ok(true)
}
