//! The rounds of one sync.

use super::request::{Authorization, digest};
use super::wire::{self, Body, SyncAsk, SyncTell, WireError};
use super::{Limits, Progress, SYNC_PATH, Session, Stage, SyncError, SyncReport, answer};
use crate::chain;
use crate::peer::{Offered, Offering, OriginHead, Reach, Refused, RefusedCode, Taker, Told};
use crate::sign;
use crate::transport::{Meter, Method, Request, Response, Transport};
use std::collections::BTreeSet;
use tsong_domain::id::{Hash32, Origin};

/// One sync under way.
pub(super) struct Run<'a, S: Session> {
    pub(super) session: &'a mut S,
    pub(super) transport: &'a mut dyn Transport,
    pub(super) limits: &'a Limits,
    pub(super) progress: &'a mut dyn FnMut(Progress),
    pub(super) start: Meter,
    pub(super) report: SyncReport,
    pub(super) stage: Stage,
    pub(super) blob_bytes_up: u64,
    /// Origins that one side refused: not offered again in this sync.
    pub(super) blocked: BTreeSet<Origin>,
    /// Whether frames lean on what the hub has; not once it said that its facts are not the same.
    pub(super) leans: bool,
    /// Blobs that the hub lacks.
    pub(super) wanted: Vec<(Hash32, u64)>,
}

impl<S: Session> Run<'_, S> {
    /// Rounds until neither side has anything for the other.
    pub(super) fn facts(&mut self) -> Result<(), SyncError> {
        let mut acknowledged = self.session.acknowledged().map_err(SyncError::storage)?;
        let mut ask_first = self.session.was_cut().map_err(SyncError::storage)?;
        for _ in 0..self.limits.requests {
            let mut frames = self.offers(&acknowledged)?;
            let bytes: usize = frames.iter().map(|f| f.bytes.len()).sum();
            let only_ask = std::mem::take(&mut ask_first) && bytes > self.limits.ask_first_bytes;
            if only_ask {
                frames.clear();
            }
            let before = (self.report.pushed, self.report.pulled, self.leans);
            let tell = self.round(&frames, only_ask)?;
            // A hub that holds less than it once said was restored: it gets everything back.
            let is_set_back = acknowledged
                .iter()
                .any(|(o, at, _)| reach(&tell.have, *o) < *at);
            let has_moved = only_ask
                || is_set_back
                || before != (self.report.pushed, self.report.pulled, self.leans);
            if !has_moved || !self.has_more(&tell)? {
                self.report.is_same = chain::root(&self.reaches()?) == tell.root;
                break;
            }
            acknowledged = tell.have;
        }
        Ok(())
    }

    fn offers(&mut self, their: &[Reach]) -> Result<Vec<Offered>, SyncError> {
        let (own, key) = (self.session.own_origin(), self.session.signing_key());
        let blocked = self.blocked.clone();
        let allowed = |head: &OriginHead| !blocked.contains(&head.origin);
        Offering::new(self.session, their, Some((own, &key)), allowed)
            .map_err(SyncError::storage)?
            .leaning(self.leans)
            .frames(self.session, self.limits.up_bytes)
            .map_err(SyncError::of_offer)
    }

    /// One request with these frames, and everything that its answer brings.
    fn round(&mut self, frames: &[Offered], only_ask: bool) -> Result<SyncTell, SyncError> {
        let takes = self.session.takeover_wanted().map_err(SyncError::storage)?;
        let ask = SyncAsk {
            have: self.untold(frames)?,
            takes,
            // Who only asks how far the hub got wants the rest with the next answer.
            down_bytes: if only_ask { 0 } else { self.limits.down_bytes },
            version: env!("CARGO_PKG_VERSION").to_owned(),
        };
        let mut body = wire::ask_bytes(&ask).map_err(|e| SyncError::Frame(e.to_string()))?;
        for frame in frames {
            wire::put_section(&mut body, &frame.bytes);
        }
        body.extend_from_slice(&wire::END);
        self.tell_progress(body.len());
        self.session.set_cut(true).map_err(SyncError::storage)?;
        let (response, sequence) = self.send(Method::Post, SYNC_PATH.to_owned(), body)?;
        let response = answer::accepted(response)?;
        let tell = self.read(response, sequence, frames)?;
        self.session.set_cut(false).map_err(SyncError::storage)?;
        self.tell_progress(0);
        Ok(tell)
    }

    /// Signs and sends; the answer and the request's number.
    pub(super) fn send(
        &mut self,
        method: Method,
        path: String,
        body: Vec<u8>,
    ) -> Result<(Response, u64), SyncError> {
        let link = self.session.link();
        let sequence = self
            .session
            .next_request_sequence()
            .map_err(SyncError::storage)?;
        let signed = Authorization::sign(
            &self.session.signing_key(),
            &sign::Request {
                method: method.word(),
                path: &path,
                hub: &link.hub_key.0,
                nonce: &link.nonce,
                device: link.device,
                sequence,
                body: digest(&body),
            },
        );
        let headers = vec![("authorization", signed.header())];
        let response = self.transport.send(Request {
            method,
            path,
            headers,
            body,
        })?;
        Ok((response, sequence))
    }

    fn read(
        &mut self,
        response: Response,
        sequence: u64,
        frames: &[Offered],
    ) -> Result<SyncTell, SyncError> {
        let content_type = response.content_type.clone();
        let mut body = Body::new(response.body);
        let tell = self.read_tell(&mut body, sequence, &content_type)?;
        self.note(&tell, frames)?;
        let mut taker = Taker::default();
        loop {
            let frame = match body.frame() {
                Ok(frame) => frame,
                Err(error) => {
                    // What arrived before the cut counts, also in what is told.
                    self.report.pulled = self.report.pulled.saturating_add(taker.appended);
                    self.tell_progress(0);
                    return Err(of_wire(&error, &body.start, &content_type));
                }
            };
            let Some(bytes) = frame else { break };
            taker
                .take(self.session, &bytes)
                .map_err(SyncError::of_take)?;
            self.tell(0, taker.appended);
        }
        taker.finish(self.session).map_err(SyncError::of_take)?;
        self.report.pulled = self.report.pulled.saturating_add(taker.appended);
        if taker.appended > 0 {
            // What just came is known to be there too: it is not sent back.
            let known = SyncTell {
                refused: Vec::new(),
                ..tell.clone()
            };
            let session = &mut self.session;
            session.note_reply(&known).map_err(SyncError::storage)?;
        }
        for refused in taker.refused {
            self.note_own(refused.origin, refused.code == RefusedCode::Fork)?;
            self.blocked.insert(refused.origin);
            self.report.refused_here.push(refused);
        }
        if let Some(closed) = &tell.takes {
            self.session
                .takeover_granted(closed)
                .map_err(SyncError::storage)?;
        }
        Ok(tell)
    }

    fn read_tell<R: std::io::Read>(
        &self,
        body: &mut Body<R>,
        sequence: u64,
        content_type: &str,
    ) -> Result<SyncTell, SyncError> {
        let words = match body.words() {
            Ok(words) => words,
            Err(error) => return Err(of_wire(&error, &body.start, content_type)),
        };
        let signature = body
            .signature()
            .map_err(|e| of_wire(&e, &body.start, content_type))?;
        let link = self.session.link();
        if !wire::verify_reply(&link.hub_key, link.device, sequence, &words, &signature) {
            return Err(SyncError::BadSignature);
        }
        minicbor_serde::from_slice(&words).map_err(|_| SyncError::NotAHub)
    }

    /// Keeps what the hub acknowledged and refused, and looks whether our own log is a copy.
    fn note(&mut self, tell: &SyncTell, frames: &[Offered]) -> Result<(), SyncError> {
        for frame in frames {
            let new = reach(&tell.have, frame.origin)
                .min(frame.last)
                .saturating_add(1)
                .saturating_sub(frame.first);
            self.report.pushed = self.report.pushed.saturating_add(new);
        }
        for (origin, sequence, head) in &tell.have {
            let ours = self
                .session
                .head_at(*origin, *sequence)
                .map_err(SyncError::storage)?;
            let is_ahead = ours.is_none() && *origin == self.session.own_origin();
            let is_fork = ours.is_some_and(|ours| ours != *head);
            if is_fork {
                self.blocked.insert(*origin);
            }
            self.note_own(*origin, is_fork || is_ahead)?;
        }
        let mut tell = tell.clone();
        if tell.refused.iter().any(|r| is_unread(r, frames)) {
            self.leans = false;
        }
        tell.refused.retain(|refused| !is_unread(refused, frames));
        tell.refused
            .retain(|refused| !is_set_back(refused, &tell.have, frames));
        for refused in &tell.refused {
            self.blocked.insert(refused.origin);
            self.report.refused.push(*refused);
            self.note_own(refused.origin, refused.code == RefusedCode::Fork)?;
        }
        self.wanted.clone_from(&tell.blobs_wanted);
        self.session.note_reply(&tell).map_err(SyncError::storage)
    }

    fn note_own(&mut self, origin: Origin, is_fork: bool) -> Result<(), SyncError> {
        if is_fork && origin == self.session.own_origin() && !self.report.is_own_forked {
            self.report.is_own_forked = true;
            self.session.note_fork(origin).map_err(SyncError::storage)?;
        }
        Ok(())
    }

    /// How far the origins reach that end elsewhere than the frames of this request.
    fn untold(&self, frames: &[Offered]) -> Result<Vec<Told>, SyncError> {
        let heads = self.session.heads().map_err(SyncError::storage)?;
        let ends = |h: &&OriginHead| {
            frames
                .iter()
                .any(|f| f.origin == h.origin && f.last == h.sequence)
        };
        Ok(heads
            .iter()
            .filter(|h| !ends(h))
            .map(OriginHead::told)
            .collect())
    }

    fn reaches(&self) -> Result<Vec<Reach>, SyncError> {
        let heads = self.session.heads().map_err(SyncError::storage)?;
        Ok(heads.iter().map(OriginHead::reach).collect())
    }

    /// Whether one more round would move anything.
    fn has_more(&self, tell: &SyncTell) -> Result<bool, SyncError> {
        let ours = self.reaches()?;
        let is_open = |origin: &Origin| !self.blocked.contains(origin);
        let is_behind = tell
            .have
            .iter()
            .any(|(o, at, _)| is_open(o) && reach(&ours, *o) < *at);
        let is_ahead = ours
            .iter()
            .any(|(o, at, _)| is_open(o) && reach(&tell.have, *o) < *at);
        let takes = self.session.takeover_wanted().map_err(SyncError::storage)?;
        Ok(is_behind || is_ahead || (takes.is_some() && tell.takes.is_none()))
    }

    pub(super) fn tell_progress(&mut self, waiting: usize) {
        self.tell(waiting, 0);
    }

    /// With facts that arrived and are not counted in the report yet.
    fn tell(&mut self, waiting: usize, arrived: u64) {
        let meter = self.transport.meter();
        (self.progress)(Progress {
            stage: self.stage,
            pushed: self.report.pushed,
            pulled: self.report.pulled.saturating_add(arrived),
            blobs: self.report.blobs_up.saturating_add(self.report.blobs_down),
            blob_bytes_up: self.blob_bytes_up,
            bytes_waiting: u64::try_from(waiting).unwrap_or(u64::MAX),
            bytes_up: meter.bytes_up.saturating_sub(self.start.bytes_up),
            bytes_down: meter.bytes_down.saturating_sub(self.start.bytes_down),
        });
    }

    pub(super) fn finish(mut self) -> SyncReport {
        let meter = self.transport.meter();
        self.report.requests = meter.requests.saturating_sub(self.start.requests);
        self.report.bytes_up = meter.bytes_up.saturating_sub(self.start.bytes_up);
        self.report.bytes_down = meter.bytes_down.saturating_sub(self.start.bytes_down);
        self.report
    }
}

/// Whether the hub only lacks what it once had, since a backup was put back: the next round sends
/// from where it reaches.
fn is_set_back(refused: &Refused, have: &[Reach], frames: &[Offered]) -> bool {
    let from = reach(have, refused.origin).saturating_add(1);
    refused.code == RefusedCode::Gap
        && frames
            .iter()
            .any(|f| f.origin == refused.origin && f.first > from)
}

/// Whether the hub could not read a frame since it leans on facts that are not the same there: the
/// next round sends it alone.
fn is_unread(refused: &Refused, frames: &[Offered]) -> bool {
    refused.code == RefusedCode::Gap
        && frames
            .iter()
            .any(|f| f.leans && f.origin == refused.origin && f.first == refused.first)
}

/// How far an origin reaches; 0 where it is unknown.
fn reach(all: &[Reach], origin: Origin) -> u64 {
    all.iter().find(|r| r.0 == origin).map_or(0, |r| r.1)
}

fn of_wire(error: &WireError, start: &[u8], content_type: &str) -> SyncError {
    match error {
        WireError::Cut(error) => answer::of_read(error),
        WireError::Garbage => answer::garbage(start, content_type),
    }
}
