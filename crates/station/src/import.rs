//! Orders of another program, read from a file of JSON lines: idempotent by id, a bad line refused
//! by its number, the rest taken in. They hold no stock and post nothing.

mod change;
mod line;
mod record;

use crate::fault::{self, Fault};
use crate::products::Titles;
use crate::station::Station;
use crate::work::Work;
use line::{Change, Taken};
use record::Record;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use tsong_contract::AppError;
use tsong_contract::io::{ImportReport, PathInput, RejectedLine};
use tsong_domain::field::Personal;
use tsong_domain::id::{EntityId, FactId};
use tsong_domain::people::Right;

/// Lines in one transaction: few enough that a frame carries them, many enough for one fsync.
const CHUNK: usize = 500;
/// A line longer than this is no order.
const LINE_BYTES: u64 = 1 << 20;

/// What the import knows of buyers and products while it runs.
#[derive(Default)]
pub(crate) struct Known {
    titles: Titles,
    buyers: BTreeMap<String, (EntityId, FactId, Personal)>,
    chunk: BTreeSet<EntityId>,
}

/// `import.run`.
///
/// # Errors
/// [`AppError::Io`] when the file cannot be read, and whatever the store says; bad lines are no
/// error, they are reported.
pub fn run(station: &mut Station, input: PathInput) -> Result<ImportReport, AppError> {
    station.by(Right::Sell)?;
    let file = std::fs::File::open(Path::new(&input.path)).map_err(|e| fault::io(&e))?;
    read(station, &mut BufReader::with_capacity(1 << 16, file))
}

/// Imports from any reader.
///
/// # Errors
/// As [`run`].
pub fn read<R: BufRead>(station: &mut Station, lines: &mut R) -> Result<ImportReport, AppError> {
    let mut report = ImportReport {
        added: 0,
        changed: 0,
        unchanged: 0,
        rejected: Vec::new(),
    };
    let mut known = Known {
        titles: station.read(Titles::load)?,
        ..Known::default()
    };
    let mut number = 0u32;
    let mut chunk: Vec<(u32, Record)> = Vec::new();
    let mut bytes = Vec::new();
    loop {
        bytes.clear();
        let read = lines
            .by_ref()
            .take(LINE_BYTES)
            .read_until(b'\n', &mut bytes)
            .map_err(|e| fault::io(&e))?;
        if read == 0 {
            break;
        }
        number = number.saturating_add(1);
        if !bytes.ends_with(b"\n") && u64::try_from(read) == Ok(LINE_BYTES) {
            skip_line(lines)?;
            bytes.clear();
            bytes.push(b'{');
        }
        let text = bytes
            .strip_prefix(b"\xef\xbb\xbf")
            .unwrap_or(&bytes)
            .trim_ascii();
        if text.is_empty() {
            continue;
        }
        match record::parse(text) {
            Ok(record) => chunk.push((number, record)),
            Err(code) => report.rejected.push(RejectedLine {
                line: number,
                code: code.to_owned(),
            }),
        }
        if chunk.len() >= CHUNK {
            store_chunk(station, &mut known, &mut chunk, &mut report)?;
        }
    }
    store_chunk(station, &mut known, &mut chunk, &mut report)?;
    report.rejected.sort_by_key(|r| r.line);
    Ok(report)
}

fn skip_line<R: BufRead>(lines: &mut R) -> Result<(), AppError> {
    loop {
        let buffer = lines.fill_buf().map_err(|e| fault::io(&e))?;
        if buffer.is_empty() {
            return Ok(());
        }
        let end = buffer.iter().position(|b| *b == b'\n');
        let used = end.map_or(buffer.len(), |at| at.saturating_add(1));
        lines.consume(used);
        if end.is_some() {
            return Ok(());
        }
    }
}

/// Writes a chunk in transactions; a record whose id stands twice in it begins a new one.
fn store_chunk(
    station: &mut Station,
    known: &mut Known,
    chunk: &mut Vec<(u32, Record)>,
    report: &mut ImportReport,
) -> Result<(), AppError> {
    let mut rest = std::mem::take(chunk).into_iter().peekable();
    while rest.peek().is_some() {
        known.chunk.clear();
        let mut part = Vec::new();
        while let Some((_, record)) = rest.peek() {
            if !known.chunk.insert(record.id) {
                break;
            }
            part.extend(rest.next());
        }
        let outcome = station.write(Right::Sell, |w| store_part(w, known, &part))?;
        for (line, taken) in outcome {
            match taken {
                Taken::Added => report.added = report.added.saturating_add(1),
                Taken::Changed => report.changed = report.changed.saturating_add(1),
                Taken::Unchanged => report.unchanged = report.unchanged.saturating_add(1),
                Taken::Refused(code) => {
                    report.rejected.push(RejectedLine {
                        line,
                        code: code.to_owned(),
                    });
                }
            }
        }
    }
    Ok(())
}

fn store_part(
    w: &mut Work<'_>,
    known: &mut Known,
    part: &[(u32, Record)],
) -> Result<Vec<(u32, Taken)>, Fault> {
    let mut outcome = Vec::with_capacity(part.len());
    for (number, record) in part {
        let mut change = Change { w, known };
        outcome.push((*number, change.take(record)?));
    }
    Ok(outcome)
}
