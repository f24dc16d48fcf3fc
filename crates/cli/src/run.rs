//! The commands of the command line.

use crate::args::{Args, BundleCommand, Command};
use crate::open::{pin, secret, station, with_keys};
use crate::out::Out;
use crate::serve::serve;
use serde_json::{Value, json};
use std::path::Path;
use std::process::ExitCode;
use tsong_contract::AppError;
use tsong_contract::command::{COMMANDS, Handler, Side, dispatch, side};
use tsong_contract::io::{
    BundleExport, BundleImport, Empty, EnrollInput, FactsInput, OrderList, PathInput,
};
use tsong_host::{Bridge, Machine, Options};
use tsong_station::Station;
use tsong_station::setup::NewStation;

const MEGABYTE: u64 = 1024 * 1024;

/// Runs what was asked for.
pub(crate) fn run(args: &Args, out: &Out) -> Result<ExitCode, AppError> {
    match &args.command {
        Command::Init { name, bundle, code } => {
            let bundle = bundle.as_deref().zip(code.as_deref());
            init(args, out, name.as_deref(), bundle)
        }
        Command::Restore { file, recovery_key } => restore(args, out, file, recovery_key),
        Command::Commands => commands(out),
        Command::Enroll { hub, code } => on(args, out, |s| {
            let input = EnrollInput {
                hub: hub.clone(),
                code: code.clone(),
            };
            out.one(&s.hub_enroll(input)?)
        }),
        Command::Import { file } => import(args, out, file),
        Command::Orders {
            state,
            find,
            day,
            limit,
        } => on(args, out, |s| {
            let input = OrderList {
                state: state.clone(),
                find: find.clone(),
                day: day.clone(),
                limit: *limit,
                after: None,
                is_newest_first: false,
            };
            out.list(&s.order_list(input)?)
        }),
        Command::Sync => on(args, out, |s| out.one(&s.sync_run(Empty {})?)),
        Command::Bundle(command) => on(args, out, |s| bundle(s, out, command)),
        Command::Verify => verify(args, out),
        Command::Facts { since, limit } => on(args, out, |s| {
            out.list(&s.facts_list(FactsInput {
                since: *since,
                limit: *limit,
            })?)
        }),
        Command::Backup { file } => on(args, out, |s| {
            out.one(&s.backup_write(PathInput {
                path: absolute(file)?,
            })?)
        }),
        Command::Serve { listen, ui } => serve(args, out, listen, ui.as_deref()),
        Command::Call { name, input } => call(args, out, name, input),
    }
}

/// Opens the station, does the work, and keeps the day's backup.
fn on(
    args: &Args,
    out: &Out,
    work: impl FnOnce(&mut Station) -> Result<(), AppError>,
) -> Result<ExitCode, AppError> {
    let mut station = station(args)?;
    let done = work(&mut station);
    // A backup that fails does not undo the work; the person hears of it.
    if let Err(error) = station.keep_daily_backup() {
        out.error(&error);
    }
    done.map(|()| ExitCode::SUCCESS)
}

fn absolute(path: &Path) -> Result<String, AppError> {
    let full = std::path::absolute(path).map_err(|e| AppError::Io {
        detail: e.to_string(),
    })?;
    Ok(full.display().to_string())
}

fn bundle(station: &mut Station, out: &Out, command: &BundleCommand) -> Result<(), AppError> {
    match command {
        BundleCommand::Export { path, photos } => {
            let written = station.bundle_export(BundleExport {
                path: absolute(path)?,
                photo_bytes: Some(photos.saturating_mul(MEGABYTE)),
            })?;
            out.one(&written)
        }
        BundleCommand::Import { path, code } => {
            let taken = station.bundle_import(BundleImport {
                path: absolute(path)?,
                code: code.clone(),
            })?;
            out.one(&taken)
        }
        BundleCommand::Look { path } => out.list(&station.bundle_look(PathInput {
            path: absolute(path)?,
        })?),
    }
}

fn init(
    args: &Args,
    out: &Out,
    name: Option<&str>,
    bundle: Option<(&Path, &str)>,
) -> Result<ExitCode, AppError> {
    let operator = args.operator.clone().ok_or_else(|| AppError::BadInput {
        field: "operator".to_owned(),
        reason: "empty".to_owned(),
    })?;
    let pin = pin(args)?;
    let found = match bundle {
        Some((path, code)) => Some((tsong_station::bundle::set_up(path, code)?, code)),
        None => None,
    };
    let name = found
        .as_ref()
        .map_or(name.unwrap_or_default(), |(b, _)| &b.station_name);
    let mut created = with_keys(args, out, |keys| {
        let host = Box::new(Machine::new(&args.data, args.ca.clone()));
        let new = NewStation {
            name,
            place: "",
            operator: &operator,
            pin: &pin,
        };
        Station::create(&args.data, keys, host, &new)
    })?;
    if let Some((bundle, code)) = &found {
        created.station.bundle_import(BundleImport {
            path: absolute(&bundle.path)?,
            code: Some((*code).to_owned()),
        })?;
    }
    let status = created.station.station_status(Empty {})?;
    out.one(&json!({
        "station": status.name,
        "device": status.device,
        "origin": status.origin,
        "key_store": status.key_store,
        "recovery_key": created.recovery_key,
        "warnings": created.warnings,
    }))?;
    Ok(ExitCode::SUCCESS)
}

fn restore(args: &Args, out: &Out, file: &Path, key: &str) -> Result<ExitCode, AppError> {
    // The key itself, or a file that holds it: a key on a command line is seen by others.
    let key = if key == "-" || Path::new(key).is_file() {
        secret(key)?
    } else {
        key.to_owned()
    };
    let mut station = with_keys(args, out, |keys| {
        let host = Box::new(Machine::new(&args.data, args.ca.clone()));
        Station::restore(&args.data, keys, host, file, &key)
    })?;
    out.one(&station.station_status(Empty {})?)?;
    Ok(ExitCode::SUCCESS)
}

fn import(args: &Args, out: &Out, file: &Path) -> Result<ExitCode, AppError> {
    let mut is_partly = false;
    let done = on(args, out, |s| {
        let report = s.import_run(PathInput {
            path: absolute(file)?,
        })?;
        is_partly = !report.rejected.is_empty();
        out.one(&report)
    })?;
    Ok(if is_partly { ExitCode::from(3) } else { done })
}

fn verify(args: &Args, out: &Out) -> Result<ExitCode, AppError> {
    let report = station(args)?.verify(Empty {})?;
    out.one(&report)?;
    match report.faults.first() {
        None => Ok(ExitCode::SUCCESS),
        Some(fault) => Err(AppError::VerifyFailed {
            detail: fault.clone(),
        }),
    }
}

fn call(args: &Args, out: &Out, name: &str, input: &str) -> Result<ExitCode, AppError> {
    let text = if input == "-" {
        std::io::read_to_string(std::io::stdin()).map_err(|e| AppError::Io {
            detail: e.to_string(),
        })?
    } else {
        input.to_owned()
    };
    let input: Value = serde_json::from_str(&text).map_err(|e| AppError::BadJson {
        detail: e.to_string(),
    })?;
    if side(name) == Some(Side::Seat) {
        let answer = call_seat(args, name, input)?;
        return tell(out, &answer).map(|()| ExitCode::SUCCESS);
    }
    on(args, out, |s| tell(out, &dispatch(s, name, input)?))
}

fn tell(out: &Out, answer: &Value) -> Result<(), AppError> {
    if let Value::Array(rows) = answer {
        out.list(rows)
    } else {
        out.one(answer)
    }
}

/// A command of a host with a person before it: this one is such a host as long as the command takes,
/// and as long as a sync that it began.
fn call_seat(args: &Args, name: &str, input: Value) -> Result<Value, AppError> {
    let bridge = Bridge::open(Options {
        is_staying: false,
        ..Options::new(&args.data, args.keyring.into(), args.ca.clone())
    });
    let is_before_signing_in = name.starts_with("setup.") || name.starts_with("session.");
    if let (Some(operator), false) = (&args.operator, is_before_signing_in) {
        let who = json!({ "operator": operator, "pin": pin(args)? });
        bridge.call("session.sign_in", who)?;
    }
    let answer = bridge.call(name, input)?;
    bridge.settle();
    Ok(answer)
}

fn commands(out: &Out) -> Result<ExitCode, AppError> {
    let rows: Vec<Value> = COMMANDS
        .iter()
        .map(|c| {
            json!({
                "name": c.name,
                "side": format!("{:?}", c.side).to_lowercase(),
                "doc": c.doc,
                "right": format!("{:?}", c.right).to_lowercase(),
                "input": (c.input)(),
                "output": (c.output)(),
            })
        })
        .collect();
    out.list(&rows)?;
    Ok(ExitCode::SUCCESS)
}
