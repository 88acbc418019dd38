/** What readers were given before: the ids that answered, and what lay there. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { manifestPartPath, manifestPath } from "../corpus/manifest-file.ts";
import { articlePath, readArticleAt } from "../corpus/store.ts";
import type { Addresses } from "../domain/addresses.ts";
import type { Article } from "../domain/article.ts";
import { idsPath, readIdLines } from "../site/files/id-lines.ts";

/** By id the beginning of its article's SHA-256, or `moved`, or `withdrawn`. */
export type Published = ReadonlyMap<string, string>;

/**
 * Everything that was published in the folders that a build is about to replace, and what the list at `against` says of a
 * site elsewhere.
 *
 * @throws when the list at `against` cannot be read.
 */
export function readPublished(
	out: string,
	corpus: string,
	against?: string,
): Published {
	const here =
		attempt(() => readIdLines(readFileSync(join(out, idsPath), "utf8"))) ??
		attempt(() => idsOfCorpus(corpus));
	const there =
		against === undefined
			? undefined
			: readIdLines(readFileSync(against, "utf8"));
	return new Map([...(there ?? []), ...(here ?? [])]);
}

interface Listed {
	readonly articles?: readonly {
		readonly id: string;
		readonly sha256: string;
	}[];
	readonly parts?: readonly { readonly name: string }[];
}

/** Of a corpus whose site is gone; also of one that an earlier version of the program made. */
function idsOfCorpus(corpus: string): Map<string, string> {
	const read = (path: string) =>
		JSON.parse(readFileSync(join(corpus, path), "utf8")) as unknown;
	const { articles = [], parts = [] } = read(manifestPath) as Listed;
	const cards = [
		...articles,
		...parts.flatMap(
			({ name }) => (read(manifestPartPath(name)) as Listed).articles ?? [],
		),
	];
	const { moved = [], withdrawn = [] } =
		attempt(() => read("addresses.json") as Addresses) ?? {};
	return new Map([
		...cards.map(({ id, sha256 }) => [id, sha256.slice(0, 16)] as const),
		...moved.map(({ id }) => [id, "moved"] as const),
		...withdrawn.map(({ id }) => [id, "withdrawn"] as const),
	]);
}

/** The article `id` of the corpus, also of one that an earlier version made; `undefined` where it is not known any more. */
export function publishedArticle(
	corpus: string,
	id: string,
): Article | undefined {
	return (
		attempt(() => readArticleAt(articlePath(corpus, id))) ??
		attempt(() => readArticleAt(join(corpus, `articles/${id}.json`)))
	);
}

/** Where the id `id` of the corpus led to. */
export function wayOf(corpus: string, id: string): string | undefined {
	return attempt(() => {
		const text = readFileSync(join(corpus, "addresses.json"), "utf8");
		const { moved } = JSON.parse(text) as Addresses;
		return moved.find((one) => one.id === id)?.to;
	});
}

/** What is not there, or damaged, says nothing. */
function attempt<Value>(read: () => Value): Value | undefined {
	try {
		return read();
	} catch {
		return undefined;
	}
}
