/** Exports of Ghost: a database of tables, in which posts name their authors and tags by id alone. */

import { isMapping } from "../base/is-mapping.ts";

type Row = Readonly<Record<string, unknown>>;

/** The same export, its posts with names beside them; any other value as it is. */
export function withGhostNames(value: unknown): unknown {
	const [base] = rowsOf(asRow(value).db);
	const data = asRow(base?.data);
	const posts = rowsOf(data.posts);
	const users = namesById(data.users);
	if (posts.length === 0 || users.size === 0) return value;
	const tags = namesById(data.tags);
	const authors = joined(data.posts_authors, "author_id", users);
	const labels = joined(data.posts_tags, "tag_id", tags);
	return {
		db: [
			{
				data: {
					posts: posts.map((post) => ({
						author: authors.get(post.id) ?? users.get(post.author_id) ?? "",
						tags: labels.get(post.id) ?? [],
						...post,
					})),
				},
			},
		],
	};
}

/** Names by the id of a post, in the order of their rows. */
function joined(
	table: unknown,
	column: string,
	names: ReadonlyMap<unknown, string>,
): ReadonlyMap<unknown, readonly string[]> {
	const found = new Map<unknown, string[]>();
	for (const row of rowsOf(table)) {
		const name = names.get(row[column]);
		if (name === undefined) continue;
		const own = found.get(row.post_id);
		if (own) own.push(name);
		else found.set(row.post_id, [name]);
	}
	return found;
}

function namesById(table: unknown): ReadonlyMap<unknown, string> {
	return new Map(
		rowsOf(table).flatMap(({ id, name }): [unknown, string][] =>
			typeof name === "string" && !name.startsWith("#") ? [[id, name]] : [],
		),
	);
}

function rowsOf(table: unknown): readonly Row[] {
	return Array.isArray(table) ? table.map(asRow) : [];
}

function asRow(value: unknown): Row {
	return isMapping(value) ? value : {};
}
