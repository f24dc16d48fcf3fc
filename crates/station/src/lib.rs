//! The station's use cases: load, decide, write in one transaction.
