package sqlite

import (
	"net/url"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite" // registers the driver "sqlite"
)

// Waiting covers the moments in which a checkpoint or a migration holds the
// database; nobody holds it longer.
const busyTimeout = "busy_timeout(10000)"

func writerDSN(path string) string {
	return dsn(path, url.Values{
		"_txlock": {"immediate"},
		// NORMAL in WAL mode survives the death of the process; the death of
		// the machine may cost the last transactions, never the file.
		// Keys of addresses spread over their whole index: a checkpoint each 32 MB
		// instead of each 4 writes a page once that many commits have touched.
		"_pragma": {
			busyTimeout, "journal_mode(WAL)", "synchronous(NORMAL)", "foreign_keys(ON)", "temp_store(MEMORY)", "cache_size(-64000)", "wal_autocheckpoint(8000)",
		},
	})
}

// Readers open with mode=rw: a database in WAL mode keeps its readers' marks in
// a shared file, which even they write.
func readerDSN(path string) string {
	return dsn(path, url.Values{
		"mode":    {"rw"},
		"_pragma": {busyTimeout, "query_only(ON)", "temp_store(MEMORY)", "cache_size(-16000)"},
	})
}

// A backup writes to another file, which query_only would forbid too.
func backupDSN(path string) string {
	return dsn(path, url.Values{"mode": {"rw"}, "_pragma": {busyTimeout}})
}

// dsn escapes the path, so that ? # % and letters of any script are allowed in
// it; C:\x is written /C:/x as file addresses ask.
func dsn(path string, q url.Values) string {
	p := filepath.ToSlash(path)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p
	}
	u := url.URL{Scheme: "file", Path: p, RawQuery: q.Encode()}
	return u.String()
}
