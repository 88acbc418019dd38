/** Find the browsers for the tests, or install Debian's, or say how to get them. */
import { spawnSync } from "node:child_process";
import { chromiumPath } from "../tests/support/browser.ts";
import { firefoxPath } from "../tests/support/engines/firefox.ts";
import { webkitPaths } from "../tests/support/engines/webkit.ts";

/** @throws with instructions when one is missing. */
function findAll(): string[] {
	return [chromiumPath(), firefoxPath(), ...Object.values(webkitPaths())];
}

const packages = [
	"chromium",
	"firefox-esr",
	"webkit2gtk-driver",
	"xvfb",
	"fonts-noto-cjk",
];

try {
	console.log(findAll().join("\n"));
} catch (error) {
	const isRoot = process.getuid?.() === 0;
	const hasApt = spawnSync("apt-get", ["--version"]).status === 0;
	if (isRoot && hasApt) {
		console.log("Not all browsers are there; installing Debian's.");
		const options = {
			stdio: "inherit",
			env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
		} as const;
		spawnSync("apt-get", ["update", "-qq"], options);
		const install = ["install", "-y", "-qq", "--no-install-recommends"];
		spawnSync("apt-get", [...install, ...packages], options);
		console.log(findAll().join("\n"));
	} else {
		console.error((error as Error).message);
		process.exitCode = 1;
	}
}
