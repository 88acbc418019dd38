/** Find Chromium for the tests, or install Debian's, or say how to get one. */
import { spawnSync } from "node:child_process";
import { chromiumPath } from "../tests/support/browser.ts";

try {
	console.log(chromiumPath());
} catch (error) {
	const isRoot = process.getuid?.() === 0;
	const hasApt = spawnSync("apt-get", ["--version"]).status === 0;
	if (isRoot && hasApt) {
		console.log("No Chromium found; installing Debian's.");
		spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
		spawnSync(
			"apt-get",
			[
				"install",
				"-y",
				"-qq",
				"--no-install-recommends",
				"chromium",
				"fonts-noto-cjk",
			],
			{
				stdio: "inherit",
				env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
			},
		);
		console.log(chromiumPath());
	} else {
		console.error((error as Error).message);
		process.exitCode = 1;
	}
}
