.DEFAULT_GOAL := help
SHELL := /bin/bash
CONFIG ?= Release
URL ?= http://localhost:5080
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

.PHONY: fuzz
fuzz: ## Feed the engine broken input for a minute
	WAYMARK_FUZZ_SECONDS=60 dotnet test --project tests/Waymark.Instruments.Tests --filter-class '*FuzzTests'

.PHONY: clean
clean: ## Remove what was built, and the demo's data
	rm -rf artifacts data src/Waymark/wwwroot/assets node_modules
	find . -type d \( -name bin -o -name obj \) -not -path './node_modules/*' -prune -exec rm -rf {} +
