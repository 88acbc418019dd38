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
	readonly order: SortOrder;
	readonly chosen: Chosen;
	/** List every hit at once. */
	readonly all: boolean;
}

/** Read `search.html?q=…&sort=newest&source=…&year=2023&exact=1&all=1`. */
export function readState(search: string): SearchState {
	const values = new URLSearchParams(search);
	return {
		query: values.get("q") ?? "",
		variants: values.get("exact") !== "1",
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
	const before = state.chosen[facet];
	return {
		...state,
		chosen: {
			...state.chosen,
			[facet]: before.includes(value)
				? before.filter((other) => other !== value)
				: [...before, value],
		},
	};
}

export { nothingChosen };
