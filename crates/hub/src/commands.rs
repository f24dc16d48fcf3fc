//! The program's commands. Each may run beside a running server.

mod args;
mod bundle;

pub use args::Program;

use crate::backup;
use crate::code::hash_token;
use crate::disk;
use crate::enroll::find_station;
use crate::error::{HubError, Result};
use crate::identity;
use crate::server::read::{device_views, named_orders, order_query, views};
use crate::server::{self, Hub, Tls, load_tls};
use crate::staff::Staff;
use crate::storage::Storage;
use crate::storage::order::OrderQuery;
use crate::storage::sqlite::Sqlite;
use crate::verify::verify;
use args::{Command, DeviceCommand, Orders, Serve, StaffCommand, StationCommand};
use ed25519_dalek::SigningKey;
use serde_json::{Value, json};
use std::io::Write;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

/// How many orders are read at once, however many are printed.
const PAGE: u64 = 500;

/// The wall clock, milliseconds since 1970.
#[must_use]
pub fn now_ms() -> i64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

impl Program {
    /// Whether errors are to be told in JSON.
    #[must_use]
    pub const fn is_json(&self) -> bool {
        self.json
    }

    fn print(&self, value: &Value) -> Result<()> {
        let line = if self.json {
            value.to_string()
        } else {
            plain(value)
        };
        writeln!(std::io::stdout(), "{line}").map_err(HubError::io("writing"))
    }

    /// Runs the command.
    ///
    /// # Errors
    /// Whatever the command says.
    pub fn run(self) -> Result<()> {
        let storage = Sqlite::open(&self.data)?;
        let key = identity::load(&self.data, &storage)?;
        disk::recognise(&self.data, &storage, &key, now_ms())?;
        match &self.command {
            Command::Serve(options) => self.serve(options, storage, key),
            Command::Station(StationCommand::Add { name, place }) => {
                let (station, new) =
                    Staff::console(&storage, &key, now_ms()).add_station(name, *place)?;
                self.print(&json!({
                    "station": station.to_string(), "code": new.code,
                    "expires_ms": new.expires_ms,
                }))
            }
            Command::Stations => {
                let views = storage.read(|t| views(t, now_ms()))?;
                views.iter().try_for_each(|v| self.print(&json!(v)))
            }
            Command::Device(command) => self.device(command, &storage, &key),
            Command::Orders(options) => self.orders(options, &storage),
            Command::Verify => {
                let verdict = verify(&storage, &key, now_ms())?;
                self.print(&json!(verdict))?;
                let count = verdict.problems.len();
                let wrong = || HubError::refused("verify_failed", format!("{count} problems"));
                verdict.ok.then_some(()).ok_or_else(wrong)
            }
            Command::Backup { file } => {
                let facts = backup::backup(&storage, file)?;
                self.print(&json!({ "file": file.display().to_string(), "facts": facts }))
            }
            Command::Bundle(command) => self.bundle(command, &storage, &key),
            Command::Staff(command) => self.staff(command, &storage, &key),
        }
    }

    fn device(&self, command: &DeviceCommand, storage: &Sqlite, key: &SigningKey) -> Result<()> {
        match command {
            DeviceCommand::Code { station } => {
                let station = find_station(storage, station)?.station;
                let new = Staff::console(storage, key, now_ms()).add_code(station)?;
                self.print(&json!({
                    "station": station.to_string(), "code": new.code,
                    "expires_ms": new.expires_ms,
                }))
            }
            DeviceCommand::List { station } => {
                let station = find_station(storage, station)?.station;
                let devices = storage.read(|t| device_views(t, station))?;
                devices.iter().try_for_each(|d| self.print(&json!(d)))
            }
            DeviceCommand::Revoke {
                station,
                device,
                reason,
            } => {
                let station = find_station(storage, station)?.station;
                let unknown =
                    |_| HubError::refused("device_unknown", format!("no device {device}"));
                let device = device.parse().map_err(unknown)?;
                Staff::console(storage, key, now_ms()).revoke(station, device, reason)?;
                self.print(&json!({ "device": device.to_string(), "revoked": true }))
            }
        }
    }

    fn staff(&self, command: &StaffCommand, storage: &Sqlite, key: &SigningKey) -> Result<()> {
        let console = Staff::console(storage, key, now_ms());
        match command {
            StaffCommand::Add { name } => {
                let token = console.add_token(name, true)?;
                self.print(&json!({ "name": name, "token": token }))
            }
            StaffCommand::Token { name } => {
                let token = console.add_token(name, false)?;
                self.print(&json!({ "token": token }))
            }
            StaffCommand::List => {
                let rows = storage.read(|t| t.tokens())?;
                rows.iter().try_for_each(|row| {
                    self.print(&json!({
                        "name": row.name, "created_ms": row.created_ms,
                        "revoked_ms": row.revoked_ms,
                    }))
                })
            }
            StaffCommand::Revoke { name } => {
                let count = console.revoke_tokens(name)?;
                self.print(&json!({ "name": name, "revoked": count }))
            }
            StaffCommand::Log { limit } => {
                let rows = storage.read(|t| t.staff_log(None, None, *limit))?;
                rows.iter().try_for_each(|(number, row)| {
                    self.print(&json!({
                        "number": number, "at_ms": row.at_ms, "who": row.who, "what": row.what,
                        "station": row.station.to_string(), "subject": row.subject,
                        "reason": row.reason,
                    }))
                })
            }
        }
    }

    /// Page by page, so that a station of any size is printed in bounded memory.
    fn orders(&self, options: &Orders, storage: &Sqlite) -> Result<()> {
        let station = find_station(storage, &options.station)?.station;
        let mut left = options.limit.unwrap_or(u64::MAX);
        let find = options.find.clone();
        let mut query: OrderQuery = order_query(options.state.as_deref(), find, None, None)?;
        while left > 0 {
            query.limit = Some(left.min(PAGE));
            let rows = storage.read(|t| named_orders(t, station, &query))?;
            rows.iter().try_for_each(|row| self.print(&json!(row)))?;
            let Some(last) = rows.last() else { break };
            query.after = last.id.parse().ok();
            left = left.saturating_sub(crate::value::size(rows.len()));
        }
        Ok(())
    }

    fn serve(&self, options: &Serve, storage: Sqlite, key: SigningKey) -> Result<()> {
        let tls = match (&options.tls_cert, &options.tls_key) {
            (Some(cert), Some(key)) => Some(load_tls(cert, key)?),
            (None, _) | (_, None) => None,
        };
        let token = match &options.staff_token_file {
            Some(file) => {
                let text = std::fs::read_to_string(file)
                    .map_err(HubError::io(file.display().to_string()))?;
                if text.trim().len() < 16 {
                    let message = "the staff token is shorter than 16 characters";
                    return Err(HubError::refused("weak_token", message));
                }
                Some(hash_token(&text))
            }
            None => None,
        };
        let hub = Arc::new(Hub::new(storage, key, token, now_ms));
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .max_blocking_threads(24)
            .enable_all()
            .build()
            .map_err(HubError::io("starting"))?;
        let served = runtime.block_on(self.listen(options.listen, tls, hub));
        // A thread that still reads a dead connection is not waited for.
        runtime.shutdown_background();
        served
    }

    async fn listen(
        &self,
        address: SocketAddr,
        tls: Option<Tls>,
        hub: Arc<Hub<Sqlite>>,
    ) -> Result<()> {
        let listener = server::listen(address, tls.is_some()).await?;
        let bound = listener.local_addr().map_err(HubError::io("listening"))?;
        let scheme = if tls.is_some() { "https" } else { "http" };
        let stop = stop_signal()?;
        self.print(&json!({ "ready": true, "address": format!("{scheme}://{bound}") }))?;
        std::io::stdout().flush().map_err(HubError::io("writing"))?;
        server::serve(hub, listener, tls, stop).await
    }
}

#[cfg(unix)]
fn stop_signal() -> Result<impl Future<Output = ()> + Send + 'static> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut term = signal(SignalKind::terminate()).map_err(HubError::io("signals"))?;
    let mut int = signal(SignalKind::interrupt()).map_err(HubError::io("signals"))?;
    Ok(async move {
        tokio::select! {
            _ = term.recv() => {}
            _ = int.recv() => {}
        }
    })
}

#[cfg(not(unix))]
#[allow(
    clippy::unnecessary_wraps,
    reason = "the same shape as on systems where it can fail"
)]
fn stop_signal() -> Result<impl Future<Output = ()> + Send + 'static> {
    Ok(async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}

/// An object as words on one line, for people.
fn plain(value: &Value) -> String {
    let Some(fields) = value.as_object() else {
        return value.to_string();
    };
    let words = fields.iter().map(|(name, value)| match value.as_str() {
        Some(text) => format!("{name} {text}"),
        None => format!("{name} {value}"),
    });
    words.collect::<Vec<_>>().join("  ")
}
