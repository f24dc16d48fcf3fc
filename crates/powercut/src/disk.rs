//! The disk: files in memory, everything that happens to them written down.

use crate::cut::Image;
use crate::faults::{Call, Faults, Flaw, Trouble};
use crate::locks::{FileLocks, Holder};
use crate::record::{Op, Recording, put};
use crate::shm::Shm;
use crate::vfs;
use rusqlite::ffi;
use std::collections::BTreeMap;
use std::ffi::{c_int, c_void};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A call's failure is SQLite's code for it.
pub(crate) type Told<T> = Result<T, c_int>;

#[derive(Debug, Default)]
pub(crate) struct Node {
    name: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) locks: FileLocks,
    pub(crate) shm: Shm,
    /// A new journal: its first sync keeps its name, too.
    is_unnamed: bool,
}

#[derive(Debug)]
pub(crate) struct State {
    root: PathBuf,
    nodes: Vec<Node>,
    names: BTreeMap<String, usize>,
    history: Recording,
    pub(crate) faults: Faults,
    pub(crate) flaw: Flaw,
    holders: Holder,
}

/// The part of a disk that its open files hold on to.
#[derive(Debug)]
pub(crate) struct Shared(Mutex<State>);

impl Shared {
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        // Whoever panicked was a test; the bytes are as they were.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A folder that lives in memory until this is dropped.
#[derive(Debug)]
pub struct Disk {
    root: PathBuf,
    shared: Arc<Shared>,
}

impl Disk {
    /// Takes a folder over; all of the image is synced. The real files of these names are emptied:
    /// they show their length and nothing else.
    ///
    /// # Panics
    /// When the folder cannot be written, or SQLite has no file system of its own.
    #[must_use]
    #[allow(clippy::expect_used, reason = "a test that cannot go on has failed")]
    pub fn mount(root: &Path, image: Image) -> Self {
        let root = root.canonicalize().expect("the folder is there");
        let mut nodes = Vec::new();
        let mut names = BTreeMap::new();
        for (name, bytes) in &image.0 {
            names.insert(name.clone(), nodes.len());
            nodes.push(Node {
                name: name.clone(),
                bytes: bytes.clone(),
                ..Node::default()
            });
            show(&root, name, 0)
                .and_then(|()| show(&root, name, bytes.len()))
                .expect("the folder can be written");
        }
        let history = Recording {
            base: image,
            ops: Vec::new(),
        };
        let shared = Arc::new(Shared(Mutex::new(State {
            root: root.clone(),
            nodes,
            names,
            history,
            faults: Faults::default(),
            flaw: Flaw::None,
            holders: 0,
        })));
        vfs::mount(root.clone(), Arc::clone(&shared)).expect("SQLite takes a file system");
        Self { root, shared }
    }

    /// From now on the disk, or what stands over it, breaks a promise.
    pub fn plant(&self, flaw: Flaw) {
        self.shared.state().flaw = flaw;
    }

    /// From now on the disk is in trouble; [`Trouble::None`] mends it.
    pub fn trouble(&self, trouble: Trouble) {
        self.shared.state().faults.begin(trouble);
    }

    /// Whether the trouble has come to pass since it began.
    #[must_use]
    pub fn has_struck(&self) -> bool {
        self.shared.state().faults.has_struck()
    }

    /// How many calls there were since the trouble, or its end, began.
    #[must_use]
    pub fn calls(&self) -> u64 {
        self.shared.state().faults.calls()
    }

    /// How many bytes all files hold.
    #[must_use]
    pub fn used(&self) -> u64 {
        self.shared.state().used()
    }

    /// How many things have happened.
    #[must_use]
    pub fn now(&self) -> usize {
        self.shared.state().history.len()
    }

    /// What happened since the disk was mounted.
    #[must_use]
    pub fn recording(&self) -> Recording {
        self.shared.state().history.clone()
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        vfs::unmount(&self.root);
        let state = self.shared.state();
        for name in state.names.keys() {
            // The folder is the test's and goes with it.
            let _gone = fs::remove_file(self.root.join(name));
        }
    }
}

/// Makes the real folder show a file of that length.
fn show(root: &Path, name: &str, length: usize) -> std::io::Result<()> {
    let file = fs::File::options()
        .write(true)
        .create(true)
        .truncate(false)
        .open(root.join(name))?;
    file.set_len(u64::try_from(length).unwrap_or(u64::MAX))
}

impl State {
    fn happened(&mut self, op: Op) {
        self.history.ops.push(op);
    }

    fn used(&self) -> u64 {
        let lengths = self.names.values().filter_map(|n| self.nodes.get(*n));
        lengths
            .map(|node| u64::try_from(node.bytes.len()).unwrap_or(u64::MAX))
            .fold(0, u64::saturating_add)
    }

    /// # Errors
    /// When the handle is of no file: never.
    pub(crate) fn node(&mut self, node: usize) -> Told<&mut Node> {
        self.nodes.get_mut(node).ok_or(ffi::SQLITE_IOERR)
    }

    fn shown(&mut self, node: usize) -> Told<()> {
        let node = self.nodes.get(node).ok_or(ffi::SQLITE_IOERR)?;
        if self.names.contains_key(&node.name) {
            show(&self.root, &node.name, node.bytes.len()).map_err(|_| ffi::SQLITE_IOERR)?;
        }
        Ok(())
    }

    pub(crate) fn open(&mut self, name: &str, flags: c_int) -> Told<(usize, Holder)> {
        self.faults.meet(Call::Open)?;
        self.holders = self.holders.saturating_add(1);
        self.look_for(name);
        if let Some(node) = self.names.get(name) {
            return Ok((*node, self.holders));
        }
        if flags & ffi::SQLITE_OPEN_CREATE == 0 {
            return Err(ffi::SQLITE_CANTOPEN);
        }
        let node = self.nodes.len();
        let journals =
            ffi::SQLITE_OPEN_WAL | ffi::SQLITE_OPEN_MAIN_JOURNAL | ffi::SQLITE_OPEN_SUPER_JOURNAL;
        self.nodes.push(Node {
            name: name.to_owned(),
            is_unnamed: flags & journals != 0,
            ..Node::default()
        });
        self.names.insert(name.to_owned(), node);
        self.shown(node)?;
        let name = name.to_owned();
        self.happened(Op::Link { name, node });
        Ok((node, self.holders))
    }

    /// A program removes a file by other means, too: it is gone from the real folder then.
    fn look_for(&mut self, name: &str) {
        if !self.root.join(name).exists() && self.names.remove(name).is_some() {
            let name = name.to_owned();
            self.happened(Op::Unlink { name });
        }
    }

    pub(crate) fn delete(&mut self, name: &str, is_synced: bool) -> Told<()> {
        self.faults.meet(Call::Delete)?;
        if self.names.remove(name).is_none() {
            return Err(ffi::SQLITE_IOERR_DELETE_NOENT);
        }
        // Somebody who looks by other means may have removed what only shows it.
        let _gone = fs::remove_file(self.root.join(name));
        self.happened(Op::Unlink {
            name: name.to_owned(),
        });
        if is_synced && self.flaw != Flaw::NoSync {
            self.happened(Op::SyncFolder);
        }
        Ok(())
    }

    pub(crate) fn access(&mut self, name: &str, is_existence: bool) -> Told<bool> {
        self.faults.meet(Call::Access)?;
        let node = self.names.get(name).and_then(|n| self.nodes.get(*n));
        // As SQLite's own: an empty file counts as none.
        Ok(node.is_some_and(|n| !is_existence || !n.bytes.is_empty()))
    }

    /// Fills the buffer; false when the file ends before.
    pub(crate) fn read(&mut self, node: usize, offset: usize, into: &mut [u8]) -> Told<bool> {
        self.faults.meet(Call::Read)?;
        let file = &self.node(node)?.bytes;
        let found = file.get(offset..).unwrap_or_default();
        let length = found.len().min(into.len());
        let (head, tail) = into.split_at_mut(length);
        head.copy_from_slice(found.get(..length).unwrap_or_default());
        tail.fill(0);
        Ok(tail.is_empty())
    }

    pub(crate) fn write(&mut self, node: usize, offset: usize, bytes: &[u8]) -> Told<()> {
        if let Err(failure) = self.faults.meet(Call::Write) {
            // Half of it went through before the disk noticed.
            let half = bytes.len().checked_div(2).unwrap_or(0);
            self.wrote(node, offset, bytes.get(..half).unwrap_or_default())?;
            return Err(failure);
        }
        let length = self.node(node)?.bytes.len();
        let growth = offset.saturating_add(bytes.len()).saturating_sub(length);
        let used = self.used();
        let wanted = used.saturating_add(u64::try_from(growth).unwrap_or(u64::MAX));
        if !self.faults.has_room(used, wanted) {
            return Err(ffi::SQLITE_FULL);
        }
        self.wrote(node, offset, bytes)
    }

    fn wrote(&mut self, node: usize, offset: usize, bytes: &[u8]) -> Told<()> {
        let file = &mut self.node(node)?.bytes;
        let length = file.len();
        put(file, offset, bytes);
        if file.len() != length {
            self.shown(node)?;
        }
        self.happened(Op::Write {
            node,
            offset,
            bytes: bytes.to_vec(),
        });
        Ok(())
    }

    pub(crate) fn truncate(&mut self, node: usize, length: usize) -> Told<()> {
        self.faults.meet(Call::Truncate)?;
        self.node(node)?.bytes.resize(length, 0);
        self.shown(node)?;
        self.happened(Op::Truncate { node, length });
        Ok(())
    }

    pub(crate) fn sync(&mut self, node: usize) -> Told<()> {
        if let Err(failure) = self.faults.meet(Call::Sync) {
            self.happened(Op::SyncFailed { node });
            return Err(failure);
        }
        if self.flaw == Flaw::NoSync {
            return Ok(());
        }
        self.happened(Op::Sync { node });
        if std::mem::take(&mut self.node(node)?.is_unnamed) {
            self.happened(Op::SyncFolder);
        }
        Ok(())
    }

    pub(crate) fn size(&mut self, node: usize) -> Told<usize> {
        self.faults.meet(Call::Size)?;
        Ok(self.node(node)?.bytes.len())
    }

    pub(crate) fn region(
        &mut self,
        (node, holder): (usize, Holder),
        index: usize,
        bytes: usize,
        is_made: bool,
    ) -> Told<Option<*mut c_void>> {
        self.faults.meet(Call::ShmMap)?;
        let used = self.used();
        let wanted = used.saturating_add(u64::try_from(bytes).unwrap_or(u64::MAX));
        let known = self.node(node)?.shm.region(index);
        if known.is_none() && is_made && !self.faults.has_room(used, wanted) {
            return Err(ffi::SQLITE_IOERR_SHMSIZE);
        }
        let shm = &mut self.node(node)?.shm;
        shm.enter(holder);
        if is_made {
            shm.grow(index, bytes);
        }
        Ok(shm.region(index))
    }
}
