# One word for each thing that is done often. CGO is off: the programs are
# static binaries.
export CGO_ENABLED := 0
TOOLS := $(CURDIR)/.tools

.PHONY: files accuracy build test race lint bench fuzz run cross clean

build: ## both programs into bin/
	go build -trimpath -o bin/ ./cmd/...

test:
	go test ./...

race: ## needs a C compiler
	CGO_ENABLED=1 go test -race ./...

lint: $(TOOLS)/golangci-lint
	$(TOOLS)/golangci-lint run ./...

bench:
	go test -run '^$$' -bench . -benchmem ./internal/...

fuzz: ## every fuzz target for a while; FUZZTIME=5m make fuzz
	scripts/fuzz.sh $(or $(FUZZTIME),2m)

SHARED := ../shared
accuracy: build ## measure on the labelled pages of ../shared and record it
	bin/crawler evaluate extraction --labels $(SHARED)/eval/extraction/labels.jsonl --pages $(SHARED)/sites \
	  --pages $(SHARED)/eval/extraction/pages --pages $(SHARED)/seed --write docs/ACCURACY.md --record
	bin/crawler evaluate files --files $(SHARED)/files --portals $(SHARED)/sites --numbers testdata/file-numbers.tsv --accuracy docs/ACCURACY.md

files: build ## measure the reading of attachments and record it
	bin/crawler evaluate files --files $(SHARED)/files --portals $(SHARED)/sites --numbers testdata/file-numbers.tsv --write docs/BENCHMARKS.md

run: ## the sample portal, crawled, indexed and served
	go run ./cmd/search demo

cross: ## the machines that offices have
	GOOS=windows GOARCH=amd64 go build -o /dev/null ./cmd/crawler
	GOOS=windows GOARCH=amd64 go build -o /dev/null ./cmd/search
	GOOS=linux GOARCH=arm64 go build -o /dev/null ./cmd/crawler
	GOOS=linux GOARCH=arm64 go build -o /dev/null ./cmd/search

GOLANGCI := v2.15.0
$(TOOLS)/golangci-lint:
	GOBIN=$(TOOLS) go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(GOLANGCI)

clean:
	rm -rf bin
