//! The program's commands. Each may run beside a running server.

mod args;

pub use args::Program;

use crate::backup;
use crate::code::{hash_token, new_token};
use crate::enroll::{add_code, add_station, find_station, revoke};
use crate::error::{HubError, Result};
use crate::identity;
use crate::server::read::{named_orders, order_query, view};
use crate::server::{self, Hub, Tls, load_tls};
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
        match &self.command {
            Command::Serve(options) => self.serve(options, storage, key),
            Command::Station(StationCommand::Add { name, place }) => {
                let (station, code) = add_station(&storage, &key, name, *place, now_ms())?;
                self.print(&json!({ "station": station.to_string(), "code": code }))
            }
            Command::Stations => {
                let views = storage.read(|t| {
                    t.stations()?
                        .iter()
                        .map(|row| view(t, row))
                        .collect::<Result<Vec<_>>>()
                })?;
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
            Command::Staff(StaffCommand::Token { name }) => {
                let token = new_token()?;
                storage.write(|t| t.add_token(&hash_token(&token), name, now_ms()))?;
                self.print(&json!({ "token": token }))
            }
        }
    }

    fn device(&self, command: &DeviceCommand, storage: &Sqlite, key: &SigningKey) -> Result<()> {
        match command {
            DeviceCommand::Code { station } => {
                let station = find_station(storage, station)?.station;
                let code = add_code(storage, station, now_ms())?;
                self.print(&json!({ "station": station.to_string(), "code": code }))
            }
            DeviceCommand::List { station } => {
                let station = find_station(storage, station)?.station;
                for d in storage.read(|t| t.devices(station))? {
                    self.print(&json!({
                        "device": d.device.to_string(), "name": d.name, "version": d.version,
                        "enrolled_ms": d.enrolled_ms, "revoked_ms": d.revoked_ms,
                        "last_heard_ms": d.last_heard_ms, "waiting": d.waiting,
                    }))?;
                }
                Ok(())
            }
            DeviceCommand::Revoke { station, device } => {
                let station = find_station(storage, station)?.station;
                let unknown =
                    |_| HubError::refused("device_unknown", format!("no device {device}"));
                let device = device.parse().map_err(unknown)?;
                revoke(storage, key, station, device, now_ms())?;
                self.print(&json!({ "device": device.to_string(), "revoked": true }))
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
