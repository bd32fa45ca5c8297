# A memo of one-liners; CMakePresets.json and the scripts do the work.
.DEFAULT_GOAL := build
JOBS ?= $(shell nproc)

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 14

build: ## the tools, as users build them, in build/release/bin
	cmake --preset release -DBUILD_TESTING=OFF
	cmake --build --preset release -j $(JOBS)

demo: ## from a bare machine to scored alerts of the example day
	sh examples/demo.sh

check: ## every test
	sh tests/run.sh

check-asan: ## every test under the address and undefined-behaviour sanitizers
	sh examples/set-up.sh test clang libclang-rt-dev
	POS_PRESET=asan sh tests/run.sh

check-tsan: ## every test under the thread sanitizer
	POS_PRESET=tsan sh tests/run.sh

fuzz: ## what no program writes, to all that reads bytes from outside; seconds=600 for each reader, else 60
	sh examples/set-up.sh build clang libclang-rt-dev
	cmake --preset asan
	cmake --build --preset asan -j $(JOBS) --target fuzz
	tests/fuzz/run build/asan/bin $(or $(seconds),60)

faults: ## each call of each command fails once, with each fault; takes an hour
	cmake --preset dev
	cmake --build --preset dev --target every_fault

golden: ## write the golden files of CASE=pos-score/dash-is-stdin anew, for review in the diff
	tests/run-case --update build/dev/bin tests/cli/$(CASE).sh

po: ## the .po files of translators brought up to date with the texts in the sources
	po/update

bench: build ## CPU time, latency and memory beside other programs, and their goals; rows=1000000 is quicker
	rows=$(rows) tests/bench build/release/bin build/bench.csv
	! command -v wrk >/dev/null || tests/serve/bench build/release/bin

mutants: ## small changes of meaning, and whether the tests see them; room=history number=20 seed=2
	nice -n 10 tests/mutants $(foreach option,room number seed,$(if $($(option)),--$(option) $($(option))))

soak: ## a day with restarts, a full disk, dead mail servers, in half an hour; minutes=3 is a part of it
	cmake --preset dev
	cmake --build --preset dev -j $(JOBS) --target filters pos-serve
	tests/soak/run build/dev/bin $(or $(minutes),30)

engines: ## the scripts of examples/engines with the real engines, which it installs: a machine of tests, their services start
	sh examples/set-up.sh engines
	cmake --preset dev
	cmake --build --preset dev -j $(JOBS) --target filters
	ctest --preset dev -R 'cli: examples/engine-'

kills: ## 4 workers on NATS JetStream are killed 200 times, and lose no row; takes minutes; kills=20
	sh examples/set-up.sh test nats-server
	cmake --preset dev
	cmake --build --preset dev -j $(JOBS) --target pos-train pos-score
	tests/engines/nats-kills build/dev/bin $(or $(kills),200)
	tests/engines/nats-kills build/dev/bin $(or $(kills),200) 12 state

days: ## does checkout-stats explain days that something happens to? five times fifty of them: make days seed=2
	cmake --preset dev
	cmake --build --preset dev -j $(JOBS) --target checkout-stats pos-train pos-score
	PATH='$(CURDIR)/build/dev/bin':$$PATH tests/checkout/days --days 250 --seed $(or $(seed),1)

format: ## clang-format over all C++
	clang-format -i $$(git ls-files '*.cpp' '*.hpp')

lint: ## what cppcheck, clang and clang-tidy find in lib/ and tools/; what did not change is known from before
	sh examples/set-up.sh build cppcheck clang clang-tidy
	tests/check-cppcheck
	cmake --preset dev -B build/tidy -D CMAKE_UNITY_BUILD=OFF -D BUILD_TESTING=OFF -D CMAKE_CXX_COMPILER=clang++
	tests/tidy build/tidy

tidy: lint ## the same with clang's analyzer, file by file: half an hour
	run-clang-tidy -quiet -p build/tidy '$(CURDIR)/(lib|tools)/'

coverage: ## which lines of lib/ and tools/ the tests run, by room; fails under nine in ten
	sh examples/set-up.sh test gcovr
	cmake --preset coverage
	cmake --build --preset coverage -j $(JOBS)
	tests/coverage build/coverage

install: build ## into PREFIX (default /usr/local), below DESTDIR where that is set
	DESTDIR='$(DESTDIR)' packaging/install build/release '$(or $(PREFIX),/usr/local)'

uninstall: ## what was installed there, and folders that are empty then
	DESTDIR='$(DESTDIR)' packaging/install --remove build/release '$(or $(PREFIX),/usr/local)'

dist: ## build/pos-tools-VERSION.tar.gz, of the last commit
	packaging/dist build

distcheck: ## that tarball: built, installed, used and removed elsewhere; five minutes
	tests/check-dist $(JOBS)

reproducible: ## two builds in two folders give the same bytes; ten minutes, or only="checkout-stats pos-score"
	JOBS=$(JOBS) tests/check-reproducible $(only)

deb: ## Debian packages, pos-tools and pos-serve, in build/deb
	sh examples/set-up.sh build dpkg-dev
	cmake --preset deb
	cmake --build --preset deb -j $(JOBS)
	rm -f build/deb/*.deb
	cd build/deb && cpack

check-deb: deb ## those: lintian, and installed, used and removed in a bare Debian; as root, two minutes beside the build
	sh examples/set-up.sh test lintian systemd systemd-container debootstrap
	tests/check-units
	tests/deb/check build/deb

image: ## a Docker image of pos-serve and the filters, from the tarball of make dist; needs Docker
	tarball=$$(packaging/dist build) && docker build -t pos-tools -f "$$(basename "$$tarball" .tar.gz)/packaging/Dockerfile" - < "$$tarball"

clean: ## remove everything built
	rm -rf build

.PHONY: $(shell sed -n 's/^\([a-z-]*\):.*\#\# .*/\1/p' Makefile)
