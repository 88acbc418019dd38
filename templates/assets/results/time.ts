/** How often questions are answered over time: bars, a table, and both to take home. */

import {
	type Frequency,
	frequencies,
	type PeriodUnit,
	periodUnits,
} from "../../../src/search/query/frequency.ts";
import { csv } from "../../../src/site/files/csv.ts";
import { saveFile } from "../common/save-file.ts";
import { el, refill } from "../search/dom.ts";
import type { SearchState } from "../search/state.ts";
import { chartOf } from "./chart.ts";
import { type Given, goEvent } from "./given.ts";

/** Questions side by side, the reader's own included. */
const mostQuestions = 3;

export async function showTime(
	given: Given,
	place: HTMLElement,
): Promise<void> {
	const { words, state, catalog } = given;
	refill(place, el("p", { role: "status" }, words.loading));
	const questions = [state.query, ...state.versus.slice(0, mostQuestions - 1)];
	const hits = [given.sorted()];
	for (const query of questions.slice(1)) hits.push(await given.ask(query));
	if (given.isWanted?.() === false) return;
	const rows = frequencies(hits, catalog, state.by);
	const go = (change: Partial<SearchState>) =>
		place.dispatchEvent(
			new CustomEvent(goEvent, { detail: change, bubbles: true }),
		);
	let relative = false;
	const drawing = el("div", {
		class: "results-scroll",
		tabindex: "0",
		role: "region",
		"aria-label": words.views.time,
	});
	const draw = () => refill(drawing, chartOf(rows, questions, relative, words));
	const unit = el(
		"select",
		{},
		...periodUnits.map((name) =>
			el(
				"option",
				{ value: name, selected: name === state.by },
				words.units[name],
			),
		),
	);
	unit.addEventListener("change", () => go({ by: unit.value as PeriodUnit }));
	const share = el("input", { type: "checkbox" });
	share.addEventListener("change", () => {
		relative = share.checked;
		draw();
	});
	const others = Array.from({ length: mostQuestions - 1 }, (_, n) =>
		el("input", {
			type: "search",
			value: state.versus[n] ?? "",
			"aria-label": words.compareWith,
			placeholder: words.compareWith,
		}),
	);
	const compare = el(
		"form",
		{ class: "search-take" },
		...others,
		el("button", { type: "submit" }, words.compare),
	);
	compare.addEventListener("submit", (event) => {
		event.preventDefault();
		const versus = others.map(({ value }) => value.trim());
		go({ versus: versus.filter((query) => query !== "") });
	});
	const takeTable = el("button", { type: "button" }, words.takeTable);
	takeTable.addEventListener("click", () =>
		saveFile("time.csv", csvOfRows(rows, questions)),
	);
	const takeDrawing = el("button", { type: "button" }, words.takeDrawing);
	takeDrawing.addEventListener("click", () => {
		const svg = drawing.querySelector("svg");
		if (svg) saveFile("time.svg", new XMLSerializer().serializeToString(svg));
	});
	draw();
	refill(
		place,
		el(
			"p",
			{ class: "search-take" },
			el("label", {}, `${words.unit} `, unit),
			el("label", {}, share, ` ${words.relative}`),
			takeTable,
			takeDrawing,
		),
		compare,
		drawing,
		tableOf(rows, questions, given),
	);
}

function tableOf(
	rows: readonly Frequency[],
	questions: readonly string[],
	{ words }: Given,
): HTMLElement {
	return el(
		"div",
		{
			class: "results-scroll",
			tabindex: "0",
			role: "region",
			"aria-label": words.table,
		},
		el(
			"table",
			{ class: "results-time" },
			el(
				"thead",
				{},
				el(
					"tr",
					{},
					el("th", { scope: "col" }, words.period),
					el("th", { scope: "col" }, words.held),
					...questions.flatMap((query) => [
						el("th", { scope: "col" }, query),
						el("th", { scope: "col" }, words.share),
						el("th", { scope: "col" }, words.times),
					]),
				),
			),
			el(
				"tbody",
				{},
				...rows.map(({ period, articles, found }) =>
					el(
						"tr",
						{ "data-period": period },
						el("th", { scope: "row" }, period === "" ? words.undated : period),
						el("td", {}, String(articles)),
						...found.flatMap((one) => [
							el("td", {}, String(one.articles)),
							el("td", {}, percent(one.articles, articles)),
							el("td", {}, String(one.times)),
						]),
					),
				),
			),
		),
	);
}

function percent(part: number, whole: number): string {
	return whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)}%`;
}

function csvOfRows(
	rows: readonly Frequency[],
	questions: readonly string[],
): string {
	return csv([
		[
			"period",
			"articles in archive",
			...questions.flatMap((query) => [
				`${query}: articles`,
				`${query}: share of archive`,
				`${query}: occurrences`,
			]),
		],
		...rows.map(({ period, articles, found }) => [
			period,
			String(articles),
			...found.flatMap((one) => [
				String(one.articles),
				articles === 0 ? "" : (one.articles / articles).toFixed(6),
				String(one.times),
			]),
		]),
	]);
}
