/** What the results page shows, as its address says it. */
import {
	type Chosen,
	facetNames,
	nothingChosen,
} from "../../../src/search/query/facets.ts";
import {
	type PeriodUnit,
	periodUnits,
} from "../../../src/search/query/frequency.ts";
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
	readonly view: ResultsView;
	/** Of the view over time: its unit, and questions to compare with. */
	readonly by: PeriodUnit;
	readonly versus: readonly string[];
}

/** How hits are shown: a list, their matches in context, or their number over time. */
export const resultsViews = ["list", "context", "time"] as const;
export type ResultsView = (typeof resultsViews)[number];

/** What is shown of a query unless the address says otherwise. */
export function plainState(query: string): SearchState {
	return { ...readState(""), query };
}

/** Read `search.html?q=…&sort=newest&source=…&year=2023&exact=1&off=…&all=1&view=time&by=month&vs=…`. */
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
		view: resultsViews.find((view) => view === values.get("view")) ?? "list",
		by: periodUnits.find((unit) => unit === values.get("by")) ?? "year",
		versus: values.getAll("vs"),
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
	if (state.view !== "list") values.set("view", state.view);
	if (state.by !== "year") values.set("by", state.by);
	for (const other of state.versus) values.append("vs", other);
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
