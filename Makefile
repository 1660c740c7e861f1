# Hearth: the commands of the README. Each does its own set-up; a second run starts in seconds.

.PHONY: demo test build install setup
.DEFAULT_GOAL := build
PREFIX ?= /usr/local

demo: build      ## a household of two people and eight accounts: import, allocation, proposal
	@Sources/hearth/demo.sh

build: setup     ## .build/release/hearth
	swift build -c release --product hearth

setup:
	@./setup.sh
