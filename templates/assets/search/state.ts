/** What the results page shows, as its address says it. */
import {
	type Chosen,
	facetNames,
	nothingChosen,
} from "../../../src/search/query/facets.ts";
import { type SortOrder, sortOrders } from "../../../src/search/query/rank.ts";

export interface SearchState {
	readonly query: string;
	readonly variants: boolean;
	/** Spellings that are left away. */
	readonly off: readonly string[];
	readonly order: SortOrder;
	readonly chosen: Chosen;
	/** List every hit at once. */
	readonly all: boolean;
}

/** Read `search.html?q=…&sort=newest&source=…&year=2023&exact=1&off=…&all=1`. */
export function readState(search: string): SearchState {
	const values = new URLSearchParams(search);
	return {
		query: values.get("q") ?? "",
		variants: values.get("exact") !== "1",
		off: values.getAll("off"),
		order:
			sortOrders.find((order) => order === values.get("sort")) ?? "relevance",
		chosen: Object.fromEntries(
			facetNames.map((facet) => [facet, values.getAll(facet)]),
		) as unknown as Chosen,
		all: values.get("all") === "1",
	};
}

/** The other way; what is usual is left out, so that the same view has one address. */
export function writeState(state: SearchState): string {
	const values = new URLSearchParams();
	if (state.query !== "") values.set("q", state.query);
	if (!state.variants) values.set("exact", "1");
	for (const spelling of state.off) values.append("off", spelling);
	if (state.order !== "relevance") values.set("sort", state.order);
	for (const facet of facetNames)
		for (const value of state.chosen[facet]) values.append(facet, value);
	if (state.all) values.set("all", "1");
	const text = values.toString();
	return text === "" ? "" : `?${text}`;
}

/** The state with one value of a facet switched. */
export function toggled(
	state: SearchState,
	facet: keyof Chosen,
	value: string,
): SearchState {
	const chosen = {
		...state.chosen,
		[facet]: switched(state.chosen[facet], value),
	};
	return { ...state, chosen };
}

/** The list with a value more, or without it where it was there. */
export function switched(
	values: readonly string[],
	value: string,
): readonly string[] {
	return values.includes(value)
		? values.filter((other) => other !== value)
		: [...values, value];
}

export { nothingChosen };
