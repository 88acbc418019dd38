import { cpSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";

/** What a build needs of the project, its packages aside. */
const parts = [
	"src",
	"templates",
	"package.json",
	"package-lock.json",
	"tsconfig.json",
	".eleventy.ts",
];

/**
 * Copy the project that this process was started in, so that builds can run elsewhere or with
 * another template.
 *
 * @param folder where it goes; made if need be. Packages are linked.
 */
export function copyProject(folder: string): void {
	for (const part of parts)
		cpSync(part, join(folder, part), { recursive: true });
	symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
}
