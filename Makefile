# The commands of the README. Each does its own set-up; a second run starts in seconds.

PREFIX ?= /usr/local
# One static binary: it starts in a third of the time and needs no Swift where it runs.
RELEASE = -c release --static-swift-stdlib --product hearth
SOURCES = Package.swift Sources Importers Schemas Tests Benchmarks/Package.swift Benchmarks/Sources

.PHONY: build demo test web-test lint bench bench-optimiser fuzz install setup clean
.DEFAULT_GOAL := build

build: setup          ## the release binary, .build/release/hearth
	swift build $(RELEASE)

demo: build           ## a household of two people and eight accounts: import, allocation, proposal
	@sh Docs/demo.sh .build/release/hearth

# The page is tested by itself: its servers answer late while other tests keep all cores.
test: setup           ## everything that is checked: format, build, tests, transcripts, schemas
	@./setup.sh tests
	swift format lint --strict --recursive --parallel $(SOURCES)
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --skip-build --parallel --skip WebPageTests
	swift test --skip-build --filter WebPageTests

web-test: setup       ## the page in a real browser, as a person goes through it; pictures in .build/web-test
	@./setup.sh web
	swift build --product hearth
	PYTHONPATH=.deps/web python3 -B -m unittest discover -v -s Tests/BrowserTests

lint:                 ## the format alone
	swift format lint --strict --recursive --parallel $(SOURCES)

bench: build          ## CPU time and memory beside other programs, as a table of ratios
	@./setup.sh bench
	Benchmarks/bench.sh $(TRANSACTIONS)

bench-optimiser: build  ## CPU time to a proven plan beside the stock solver, for the households of the folder CASES or invented ones
	@./setup.sh bench
	Benchmarks/optimiser.sh $(CASES)

fuzz: setup           ## libFuzzer on every reader, FUZZ_SECONDS each (60)
	Benchmarks/fuzz.sh

install: build        ## PREFIX/bin/hearth with PREFIX/lib/libhighs.so
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/lib"
	install -s -m 755 .build/release/hearth "$(DESTDIR)$(PREFIX)/bin/hearth"
	install -m 644 .deps/lib/libhighs.so* "$(DESTDIR)$(PREFIX)/lib/"
	@case ":$$PATH:" in *":$(PREFIX)/bin:"*) ;; *) echo "Your shell does not look in $(PREFIX)/bin yet: add it to PATH." ;; esac

setup:
	@./setup.sh

clean:
	rm -rf .build .deps
