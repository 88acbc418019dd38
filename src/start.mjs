#!/usr/bin/env node
/**
 * The beginning of every command. Nothing is imported before it is known that this Node understands it: an older one would
 * print a page about syntax.
 */
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
	console.error(
		`biannian: this is Node ${process.versions.node}; Node 20.19 or newer is needed (https://nodejs.org).`,
	);
	process.exitCode = 2;
} else await import("./launch.mjs");
