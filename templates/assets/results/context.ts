/** Keyword in context: one line a match, of all hits. */
import {
	type ConcordanceLine,
	type ContextOrder,
	concordance,
	contextOrders,
	sortLines,
} from "../../../src/search/query/concordance.ts";
import { termsToMark } from "../../../src/search/query/excerpts.ts";
import { csv } from "../../../src/site/files/csv.ts";
import { saveFile } from "../common/save-file.ts";
import { el, pageOf, refill } from "../search/dom.ts";
import { plainState, writeState } from "../search/state.ts";
import type { Given } from "./given.ts";
import { type HitFacts, ofEach, textOf } from "./hit-facts.ts";

/** Lines shown at once. */
const pageSize = 200;

interface Line extends ConcordanceLine {
	readonly facts: HitFacts;
}

export async function showContext(
	given: Given,
	place: HTMLElement,
): Promise<void> {
	const { words } = given;
	const status = el("p", { role: "status" });
	refill(place, status);
	const lines = await linesOf(given, (done, all) => {
		status.textContent = words.readSoFar(String(done), String(all));
	});
	if (given.isWanted?.() === false) return;
	const order = el(
		"select",
		{},
		...contextOrders.map((name) =>
			el("option", { value: name }, words.contextOrders[name]),
		),
	);
	const body = el("tbody");
	const more = el("button", { type: "button" });
	let shown = 0;
	let sorted: readonly Line[] = [];
	const showMore = () => {
		body.append(
			...sorted
				.slice(shown, shown + pageSize)
				.map((line) => rowOf(given, line)),
		);
		shown = Math.min(shown + pageSize, sorted.length);
		more.hidden = shown === sorted.length;
		more.textContent = words.moreLines(String(sorted.length - shown));
	};
	const sort = () => {
		sorted = sortLines(lines, order.value as ContextOrder);
		shown = 0;
		refill(body);
		showMore();
	};
	order.addEventListener("change", sort);
	more.addEventListener("click", showMore);
	const take = el("button", { type: "button" }, words.takeLines);
	take.addEventListener("click", () =>
		saveFile("context.csv", csvOfLines(sorted)),
	);
	status.textContent = words.lines(String(lines.length));
	refill(
		place,
		status,
		el(
			"p",
			{ class: "search-take" },
			el("label", {}, `${words.sort} `, order),
			take,
		),
		el(
			"div",
			{
				class: "results-scroll",
				tabindex: "0",
				role: "region",
				"aria-label": words.views.context,
			},
			el(
				"table",
				{ class: "results-context", "data-lines": lines.length },
				body,
			),
		),
		more,
	);
	sort();
}

async function linesOf(
	given: Given,
	onProgress: (done: number, all: number) => void,
): Promise<Line[]> {
	const terms = termsToMark(given.answer.terms);
	const all = await ofEach(
		given,
		async (hit, facts) => {
			const text = await textOf(given, hit, facts.id);
			return concordance(facts.headline, text, terms).map(
				(line): Line => ({ ...line, facts }),
			);
		},
		onProgress,
	);
	return all.flat();
}

function rowOf({ state }: Given, line: Line): HTMLTableRowElement {
	const { facts, anchor, left, match, right } = line;
	const address = pageOf(facts.id);
	const { query, variants, off } = state;
	address.search = writeState({ ...plainState(query), variants, off });
	address.hash = anchor;
	return el(
		"tr",
		{ lang: facts.language },
		el("td", {}, left),
		el("td", {}, el("a", { href: address.href }, el("mark", {}, match))),
		el("td", {}, right),
		el("td", {}, facts.day),
		el("td", {}, facts.source),
	);
}

function csvOfLines(lines: readonly Line[]): string {
	return csv([
		[
			"id",
			"day",
			"source",
			"headline",
			"anchor",
			"left",
			"match",
			"right",
			"address",
		],
		...lines.map(({ facts, anchor, left, match, right }) => [
			...[facts.id, facts.day, facts.source, facts.headline],
			...[anchor, left, match, right, facts.address],
		]),
	]);
}
