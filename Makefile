.DEFAULT_GOAL := help
SHELL := /bin/bash
CONFIG ?= Release
URL ?= http://localhost:5080
RUNTIME ?= linux-x64
PROGRAM = src/Waymark/bin/$(CONFIG)/net10.0/waymark.dll
TESTS := Waymark.Instruments.Tests Waymark.Statistics.Tests Waymark.Tests Waymark.Tests@postgres Waymark.Browser.Tests

.PHONY: help
help: ## List the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

.PHONY: run
run: build ## Start Waymark with a labelled demo on http://localhost:5080
	@echo "Waymark is starting on $(URL) with a demo (data in data/)."
	dotnet $(PROGRAM) --demo --urls $(URL)

.PHONY: test
test: needs-tests build ## Install what the tests need and run everything
	@scripts/test.sh $(CONFIG) $(TESTS)

.PHONY: quick
quick: assets ## The everyday loop: every test but the browser's
	@scripts/test.sh Debug $(filter-out %@postgres Waymark.Browser.Tests,$(TESTS))

.PHONY: build
build: assets ## Build everything; a warning is an error
	dotnet build -c $(CONFIG)

.PHONY: assets
assets: src/Waymark/wwwroot/assets/waymark.css ## Build the styles and scripts

src/Waymark/wwwroot/assets/waymark.css: package-lock.json scripts/build-assets.mjs $(shell find src/Waymark/Styles src/Waymark/Scripts -type f 2>/dev/null)
	npm ci --no-audit --no-fund --ignore-scripts --loglevel=error
	npm run --silent build

.PHONY: needs-tests
needs-tests: ## Install the browser, office, fonts, PostgreSQL and soft HSM that the tests need
	@scripts/install-needs.sh

.PHONY: check
check: build ## Check the format and the content
	dotnet tool restore
	dotnet csharpier check .
	dotnet $(PROGRAM) content check --content content

.PHONY: audit
audit: ## Ask the registries whether a package has a known fault
	@scripts/audit.sh

.PHONY: format
format: ## Format the code
	dotnet tool restore
	dotnet csharpier format .

.PHONY: approve
approve: ## Take the current wording, public API, page names and documents as approved
	WAYMARK_APPROVE=1 $(MAKE) test

.PHONY: bench
bench: build ## Measure beside the peers and print the tables
	scripts/bench.sh

SECONDS ?= 15
MINUTES ?= 60
LOAD = dotnet run -c Release --project bench/Waymark.Load --

.PHONY: load
load: build needs-tests ## Steady and doubled load on every kind of store, then faults (SECONDS=15 each)
	$(LOAD) load $(SECONDS)
	$(LOAD) faults $(SECONDS)

.PHONY: faults
faults: build needs-tests ## A killed node, a lost database, a slow and a full disk, under load (SECONDS=15 each)
	$(LOAD) faults $(SECONDS)

.PHONY: soak
soak: build needs-tests ## Steady load on two nodes for a long time (MINUTES=60)
	$(LOAD) soak $(MINUTES)

.PHONY: publish
publish: assets ## One self-contained program in artifacts/publish (RUNTIME=linux-x64)
	rm -rf artifacts/publish
	dotnet publish src/Waymark -c Release -r $(RUNTIME) --self-contained -v quiet -o artifacts/publish \
	  -p:PublishSingleFile=true -p:IncludeNativeLibrariesForSelfExtract=true -p:DebugType=none
	cp -r LICENSE deploy artifacts/publish/

.PHONY: containerfile
containerfile: publish ## Follow deploy/Containerfile in a folder and start what it makes, without an engine (needs root, debootstrap)
	scripts/containerfile.sh

.PHONY: fuzz
fuzz: ## Feed the engine broken input for a minute
	WAYMARK_FUZZ_SECONDS=60 dotnet test --project tests/Waymark.Instruments.Tests --filter-class '*FuzzTests'

.PHONY: clean
clean: ## Remove what was built, and the demo's data
	rm -rf artifacts data src/Waymark/wwwroot/assets node_modules
	find . -type d \( -name bin -o -name obj \) -not -path './node_modules/*' -prune -exec rm -rf {} +
