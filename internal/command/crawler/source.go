package crawler

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// source is a file to be read.
type source struct {
	name       string // as given, or the folder as given with the way below it
	site       string // pages of one site share their chrome; "" for single files
	mediaType  string // by the name's ending
	attachment bool
}

// maxFile bounds what is read of one file.
const maxFile = 512 << 20

func (s source) body() (_ []byte, err error) {
	f, err := os.Open(s.name)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	body, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err == nil && len(body) > maxFile {
		err = fmt.Errorf("dài hơn %d MB", maxFile>>20)
	}
	return body, err
}

// readable are the endings that are read inside folders.
var readable = map[string]source{
	".html": {mediaType: "text/html"},
	".htm":  {mediaType: "text/html"},
	".aspx": {mediaType: "text/html"},
	".txt":  {mediaType: "text/plain"},
	".pdf":  {mediaType: "application/pdf", attachment: true},
	".docx": {mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", attachment: true},
	".xlsx": {mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", attachment: true},
	".doc":  {mediaType: "application/msword", attachment: true},
	".xls":  {mediaType: "application/vnd.ms-excel", attachment: true},
	".rtf":  {mediaType: "text/rtf", attachment: true},
	".odt":  {mediaType: "application/vnd.oasis.opendocument.text", attachment: true},
	".ods":  {mediaType: "application/vnd.oasis.opendocument.spreadsheet", attachment: true},
	".zip":  {mediaType: "application/zip", attachment: true},
}

// listSources walks the paths: files as they are, folders by name order.
func listSources(paths []string) ([]source, error) {
	var all []source
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil {
			return nil, fmt.Errorf("không mở được %s: %w", p, err)
		}
		if !info.IsDir() {
			all = append(all, sourceOf(p))
			continue
		}
		found, err := walk(p)
		if err != nil {
			return nil, fmt.Errorf("không đọc hết thư mục %s: %w", p, err)
		}
		all = append(all, found...)
	}
	return all, nil
}

func sourceOf(name string) source {
	s := readable[strings.ToLower(filepath.Ext(name))]
	s.name = name
	return s
}

func walk(dir string) ([]source, error) {
	var found []source
	oneSite := holdsPages(dir)
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if _, ok := readable[strings.ToLower(filepath.Ext(name))]; !ok || !entry.Type().IsRegular() {
			return nil
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		s := sourceOf(name)
		s.name = strings.TrimRight(filepath.ToSlash(dir), "/") + "/" + filepath.ToSlash(rel)
		s.site = dir
		if top, _, below := strings.Cut(filepath.ToSlash(rel), "/"); below && !oneSite {
			s.site += "/" + top
		}
		found = append(found, s)
		return nil
	})
	slices.SortFunc(found, func(a, b source) int { return strings.Compare(a.name, b.name) })
	return found, err
}

// holdsPages tells a site's own folder, which has a start page, from a folder
// of sites.
func holdsPages(dir string) bool {
	for _, start := range []string{"index.html", "index.htm", "default.aspx"} {
		if info, err := os.Stat(filepath.Join(dir, start)); err == nil && info.Mode().IsRegular() {
			return true
		}
	}
	return false
}
