/** The table of contents as files: a short one on top, and the cards of each month in one of its own. */
import { sortKeys, stableJson } from "../base/order.ts";
import type {
	Manifest,
	ManifestFile,
	ManifestPart,
} from "../domain/manifest.ts";
import { type Part, partsByMonth } from "./parts.ts";

export const manifestPath = "manifest.json";

/** Path of a month's part below the root of a corpus. */
export function manifestPartPath(name: string): string {
	return `manifest/${name}.json`;
}

/** A file of cards, before it is written. */
export interface PartFile extends Part {
	readonly path: string;
	text(): string;
}

/** The parts of `manifest`, oldest first. */
export function manifestParts({
	articles,
	schemaVersion,
}: Manifest): PartFile[] {
	return partsByMonth(articles).map(({ name, cards }) => ({
		name,
		cards,
		path: manifestPartPath(name),
		text: () => {
			const part: ManifestPart = {
				schemaVersion,
				part: name,
				articles: [...cards],
			};
			return stableJson(part);
		},
	}));
}

/** The short table on top. @param hashOf SHA-256 of a part's file. */
export function manifestText(
	{ articles: _, ...rest }: Manifest,
	parts: readonly Part[],
	hashOf: (name: string) => string,
): string {
	const file: ManifestFile = {
		...rest,
		parts: parts.map(({ name, cards }) => ({
			name,
			articles: cards.length,
			sha256: hashOf(name),
		})),
	};
	return stableJson(file);
}

/** Put the parts together again. */
export function joinManifest(
	{ parts, ...rest }: ManifestFile,
	partNamed: (name: string) => ManifestPart,
): Manifest {
	return {
		...sortKeys(rest),
		articles: parts.flatMap(({ name }) => partNamed(name).articles),
	};
}
