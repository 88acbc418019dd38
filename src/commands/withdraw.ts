/** `withdraw`: write into `_withdrawn.yml` that an article is published no more. */
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { withdrawnFileName } from "../archive/withdrawn-file.ts";
import { type Corpus, readCorpus } from "../corpus/store.ts";
import type { Card } from "../domain/manifest.ts";
import { WrongUsage } from "./wrong-usage.ts";

interface Withdrawal {
	readonly seeds: string;
	readonly corpus: string;
	readonly ids: readonly string[];
	readonly reason: string;
	/** Day of the withdrawal, `YYYY-MM-DD`. */
	readonly day: string;
}

/**
 * @returns the entries that were added, of older texts of the articles, too: they have addresses of their own.
 * @throws WrongUsage when the last corpus has no such article.
 */
export function withdraw(options: Withdrawal): readonly string[] {
	const { ids, seeds } = options;
	const corpus = corpusAt(options.corpus);
	const cards = ids.flatMap((id) => cardsOf(corpus, id));
	const path = join(seeds, withdrawnFileName);
	const before = existsSync(path) ? readFileSync(path, "utf8") : "";
	const separator = before === "" || before.endsWith("\n") ? "" : "\n";
	const entries = cards.map((card) => entryFor(card, corpus, options));
	appendFileSync(path, separator + entries.join(""));
	return cards.map(({ id, headline }) => `${id}  ${headline}`);
}

function corpusAt(root: string): Corpus {
	try {
		return readCorpus(root);
	} catch (cause) {
		throw new WrongUsage(
			`${root} holds no corpus of the last build (${(cause as Error).message}); build first.`,
		);
	}
}

function cardsOf({ manifest, addresses }: Corpus, id: string): Card[] {
	const cards = manifest.articles.filter(
		(card) => card.id === id || card.revisionOf === id,
	);
	if (cards.some((card) => card.id === id)) return cards;
	throw new WrongUsage(
		addresses.withdrawn.some((one) => one.id === id)
			? `${id} is withdrawn already.`
			: `The corpus has no article ${id}; an id is the name of its page, such as 76cbd0b7a4d8a1e2.`,
	);
}

function entryFor(
	{ id, headline, source, day }: Card,
	{ manifest }: Corpus,
	{ reason, day: today }: Withdrawal,
): string {
	const outlet =
		manifest.sources.find((one) => one.id === source)?.name ?? source;
	const fields = [
		["id", id],
		["headline", headline],
		["outlet", outlet],
		...(day === undefined ? [] : [["day", day]]),
		["reason", reason],
		["withdrawn", today],
	];
	const lines = fields.map(
		([name, value]) => `${name}: ${quoted(value ?? "")}`,
	);
	return `- ${lines.join("\n  ")}\n`;
}

/** JSON's strings are YAML's, too. */
function quoted(text: string): string {
	return JSON.stringify(text);
}
