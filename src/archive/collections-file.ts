/** `_collections.yml`: articles that the owner puts together, each with a note. */
import * as z from "zod";
import { publishedId } from "../domain/addresses.ts";
import { idOfAddress } from "../domain/article-id.ts";
import type { OwnCollection } from "../domain/config.ts";
import { collectionsFile as fileName } from "../enrich/collections.ts";
import { canonicalUrl } from "../normalise/address.ts";
import type { Checked } from "./check.ts";
import type { Mistake } from "./mistake.ts";
import { id, text } from "./values.ts";

export const collectionsFileName = fileName;

/** The name of a page, or the address of the original. */
const articleName = text(2_000).refine(
	(name) => idOf(name) !== undefined,
	"must be the id of an article, such as 76cbd0b7a4d8a1e2, or its original address, https://….",
);

const entry = z.strictObject({
	article: articleName.describe(
		"Id of the article (the name of its page), or its original address.",
	),
	note: text(2_000)
		.optional()
		.describe("Shown below the article: why it is here."),
});

const collection = z.strictObject({
	id: id.describe("Part of addresses; do not change it once it is published."),
	title: text(200),
	text: text(20_000)
		.optional()
		.describe("What the collection is; an empty line begins a paragraph."),
	articles: z
		.array(
			z.union([
				articleName.transform((article) => ({ article, note: undefined })),
				entry,
			]),
		)
		.min(1)
		.max(5_000)
		.describe("In the order in which they are shown."),
});

export const collectionsFile = z.array(collection).max(1_000);

type CollectionsFile = z.output<typeof collectionsFile>;

/** No collection's id twice, and no article twice in one. */
export function checkCollections({
	value,
	mistake,
}: Checked<CollectionsFile>): Mistake[] {
	const mistakes: Mistake[] = [];
	const ids = new Set<string>();
	value.forEach(({ id, articles }, at) => {
		if (ids.has(id))
			mistakes.push(mistake([at, "id"], `Two collections are called ${id}.`));
		ids.add(id);
		const held = new Set<string | undefined>();
		articles.forEach(({ article }, place) => {
			const name = idOf(article);
			if (held.has(name))
				mistakes.push(
					mistake(
						[at, "articles", place],
						`${article} stands twice in ${id}; keep one of them.`,
					),
				);
			held.add(name);
		});
	});
	return mistakes;
}

/** @param file `undefined` where there is none. */
export function collectionEntries(
	file: Checked<CollectionsFile> | undefined,
): readonly OwnCollection[] {
	if (!file) return [];
	return file.value.map(({ id, title, text, articles }, at) => ({
		id,
		title,
		text,
		articles: articles.map((one, place) => ({
			id: idOf(one.article) ?? "",
			written: one.article,
			note: one.note,
			line: file.mistake([at, "articles", place], "").line,
		})),
	}));
}

/** An address is as good as an id, which is made of it. */
function idOf(written: string): string | undefined {
	if (publishedId.safeParse(written).success) return written;
	const url = /^https?:/i.test(written) ? canonicalUrl(written) : undefined;
	return url === undefined ? undefined : idOfAddress(url);
}
