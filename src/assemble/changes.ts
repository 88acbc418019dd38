/**
 * What a build changes for readers, and what it must not: an address that was published answers for good, unless its owner
 * says otherwise.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { byCodePoint, stableJson } from "../base/order.ts";
import type { Corpus } from "../corpus/store.ts";
import type { Article } from "../domain/article.ts";
import { idLength } from "../domain/article-id.ts";
import { idsOf } from "../site/files/id-lines.ts";
import type { Published } from "./published.ts";

/** Ids, each list sorted. */
export interface Changes {
	/** Articles that were not there before. */
	readonly added: readonly string[];
	/** Articles that were there and are not any more, whatever answers in their place. */
	readonly removed: readonly string[];
	/** Articles of which anything changed. */
	readonly changed: readonly string[];
	/** Addresses that answered and would not any more. */
	readonly vanished: readonly string[];
	/** Those of them whose article lies elsewhere now. */
	readonly moved: readonly { readonly id: string; readonly to: string }[];
}

/** The owner must decide: nothing is published. */
export class PublicationRefused extends Error {}

/**
 * @param elsewhere where the article of a vanished id lies now, as far as it can be told.
 */
export function changesBetween(
	before: Published,
	corpus: Pick<Corpus, "manifest" | "addresses">,
	elsewhere: (id: string) => string | undefined,
): Changes {
	const after = new Map(idsOf(corpus));
	const isArticle = (state: string | undefined) =>
		state !== undefined && state !== "moved" && state !== "withdrawn";
	const added: string[] = [];
	const changed: string[] = [];
	for (const [id, state] of after) {
		if (!isArticle(state)) continue;
		if (!isArticle(before.get(id))) added.push(id);
		else if (before.get(id) !== state) changed.push(id);
	}
	const gone = [...before.keys()].filter((id) => !after.has(id));
	const vanished = gone.sort(byCodePoint);
	return {
		added: added.sort(byCodePoint),
		removed: [...before]
			.filter(([id, state]) => isArticle(state) && !isArticle(after.get(id)))
			.map(([id]) => id)
			.sort(byCodePoint),
		changed: changed.sort(byCodePoint),
		vanished,
		moved: vanished.flatMap((id) => {
			// Of an older copy at least the article is known.
			const to = [elsewhere(id), id.slice(0, idLength)].find(
				(other) => other !== undefined && after.has(other),
			);
			return to === undefined ? [] : [{ id, to }];
		}),
	};
}

interface Guard {
	readonly seeds: string;
	readonly out: string;
	readonly cache: string;
	/** How many addresses may vanish. */
	readonly maxRemovals: number;
	/** What lay at an id. */
	readonly articleOf: (id: string) => Article | undefined;
}

/**
 * Leave the lists in the cache, and stop what would lose addresses.
 *
 * @param articles how many the new corpus has.
 * @throws PublicationRefused with the list of what would vanish and the lines that make old addresses lead on.
 */
export function guardPublication(
	changes: Changes,
	before: Published,
	articles: number,
	guard: Guard,
): void {
	writeChanges(changes, guard.cache);
	const { removed, vanished, moved } = changes;
	if (articles === 0 && removed.length > 0 && vanished.length > 0)
		throw new PublicationRefused(
			`${guard.seeds} gives no article at all, and ${guard.out} has ${countOf(before)}: an empty folder never replaces a site. Look whether the folder is the right one and can be read; to begin anew, name another --out and --corpus.`,
		);
	if (vanished.length <= guard.maxRemovals) return;
	throw new PublicationRefused(refusal(vanished, moved, guard));
}

/** Where the lists of the last comparison lie. */
function writeChanges(changes: Changes, cache: string): void {
	mkdirSync(cache, { recursive: true });
	writeFileSync(join(cache, "changes.json"), stableJson(changes));
	if (changes.moved.length > 0)
		writeFileSync(join(cache, "moved.yml"), linesFor(changes.moved));
}

function countOf(before: Published): string {
	let articles = 0;
	for (const state of before.values())
		if (state !== "moved" && state !== "withdrawn") articles++;
	return articles === 1 ? "one" : String(articles);
}

/** Entries for `_corrections.yml`. */
function linesFor(moved: Changes["moved"]): string {
	return moved.map(({ id, to }) => `- {moved: ${id}, to: ${to}}\n`).join("");
}

/** Ids that are printed; the rest is in the cache. */
const mostShown = 20;

/** What a person knows an article by: day, headline, and the file that it was read from. */
function toldOf(article: Article | undefined): string {
	if (!article) return "";
	const { published, headline, provenance } = article;
	const day = published ? ` ${published.day}` : "";
	return `${day} ${headline} (${provenance.file})`;
}

function refusal(
	vanished: readonly string[],
	moved: Changes["moved"],
	{ seeds, cache, maxRemovals, articleOf }: Guard,
): string {
	const elsewhere = new Set(moved.map(({ id }) => id));
	const lost = vanished.filter((id) => !elsewhere.has(id));
	const more = (count: number) =>
		count > mostShown ? [`  … and ${count - mostShown} more`] : [];
	const lines = linesFor(moved).trimEnd().split("\n");
	return [
		`${vanished.length} published ${vanished.length === 1 ? "address" : "addresses"} would answer no more${maxRemovals > 0 ? ` (--max-removals allows ${maxRemovals})` : ""}.`,
		...(lost.length === 0
			? []
			: [
					`Without an article now; withdraw each (npm run withdraw -- ID --reason "…"), or let them go with --allow-removals:`,
					...lost
						.slice(0, mostShown)
						.map((id) => `  ${id}${toldOf(articleOf(id))}`),
					...more(lost.length),
				]),
		...(moved.length === 0
			? []
			: [
					`Their articles lie elsewhere now; these lines in ${join(seeds, "_corrections.yml")} lead the old addresses on (all are in ${join(cache, "moved.yml")}):`,
					...lines.slice(0, mostShown),
					...more(lines.length),
				]),
		`All lists are in ${join(cache, "changes.json")}.`,
	].join("\n");
}
