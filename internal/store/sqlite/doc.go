// Package sqlite keeps the store in one SQLite file, store.db in the data
// folder. The database runs in WAL mode: one process writes, many read at the
// same time. The SQL is plain, so that another engine can take it over.
package sqlite
