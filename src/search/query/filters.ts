/** `来源:`, `人物:` and `日期:` of a query → tests of documents. */
import { type Catalog, type Named, undated } from "../catalog.ts";
import { comparable, otherNames } from "./expand.ts";
import type { Filter } from "./parse.ts";

/** @returns whether a document, by its line in the catalogue, has what the filter wants. */
export function testOf(
	filter: Filter,
	{ columns, sources, people, aliases }: Catalog,
): (document: number) => boolean {
	switch (filter.field) {
		case "date":
			return (document) => {
				const day = columns.day[document] as number;
				return day !== undated && day >= filter.from && day <= filter.to;
			};
		case "source": {
			const wanted = numbersOf(sources, [filter.text]);
			return (document) => wanted.has(columns.source[document] as number);
		}
		case "person": {
			const names = [filter.text, ...otherNames(filter.text, aliases)];
			const wanted = numbersOf(people, names);
			return (document) =>
				(columns.persons[document] || []).some((one) => wanted.has(one));
		}
	}
}

/** Which of the list are called so, in part at least. */
function numbersOf(
	list: readonly Named[],
	names: readonly string[],
): ReadonlySet<number> {
	const wanted = names.map(comparable);
	return new Set(
		list.flatMap(({ id, name, names = {} }, n) => {
			const own = [name, ...Object.values(names)].map(comparable);
			const fits = wanted.some(
				(text) => text === id || own.some((one) => one.includes(text)),
			);
			return fits ? [n] : [];
		}),
	);
}
