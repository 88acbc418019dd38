/** Ways to make the machine refuse something, for root and for others, so that no test is left out. */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Words before a command that make the machine obey mode bits: root may read and write everything. */
export function obeyingModes(): readonly string[] {
	if (process.getuid?.() !== 0) return [];
	// Root without its capabilities is an owner like any other.
	return ["setpriv", "--inh-caps=-all", "--bounding-set=-all"];
}

/** A disk of few megabytes. */
export interface SmallDisk {
	/** Words before a command that may write no more than fits. */
	readonly before: readonly string[];
	/** Leave `bytes` free of it. */
	fill(bytes: number): void;
	free(): void;
}

/**
 * Make the empty folder `folder` a disk of `bytes`. Where mounting is not allowed, the disk is the
 * ordinary one, and a limit on the size of each file stands for its end.
 */
export function smallDisk(folder: string, bytes: number): SmallDisk {
	try {
		const options = ["-t", "tmpfs", "-o", `size=${bytes}`, "tmpfs", folder];
		execFileSync("mount", options, { stdio: "ignore" });
	} catch {
		return limitedFiles;
	}
	const filler = join(folder, "filler");
	return {
		before: [],
		fill(left) {
			const text = execFileSync("df", ["-B1", "--output=avail", folder]);
			const free = Number(text.toString().trim().split("\n")[1]);
			writeFileSync(filler, randomBytes(Math.max(0, free - left)));
		},
		free() {
			rmSync(filler, { force: true });
			execFileSync("umount", ["-l", folder]);
		},
	};
}

const limitedFiles: SmallDisk = {
	// In blocks of 512 or 1,024 bytes; less than the larger files of a build.
	before: ["bash", "-c", 'ulimit -f 20; exec "$@"', "bash"],
	fill: () => undefined,
	free: () => undefined,
};
