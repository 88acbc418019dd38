/** Versions of our own code that are told by its sources alone. */
import { fingerprint } from "../base/order.ts";
import { projectRoot } from "../base/project.ts";
import { hashOf, sourceHash } from "./source-hash.mjs";

/** Of this program on this Node: what two machines must have in common to work for each other. */
export function programVersion(): string {
	const version = sourceHash(projectRoot) + process.version;
	return fingerprint(version).slice(0, 16);
}

/** One hash over files of the project, given relative to it. */
export function sourcesVersion(files: readonly string[]): string {
	return hashOf(projectRoot, files);
}
