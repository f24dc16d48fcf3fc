//! The station's SQLite: one file a table, migrations in one transaction.
