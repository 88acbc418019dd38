/** How the page read a question: its parts, each with its own number and a cross, and what else was looked for. */

import {
	type QueryNode,
	writeWithout,
} from "../../../src/search/query/parse.ts";
import type { Answer } from "../../../src/search/query/search.ts";
import { fold } from "../../../src/search/tokens.ts";
import { el } from "./dom.ts";
import type { SearchWords } from "./words.ts";

/** “读作：必须有 停火 120、谈判或和谈；不含 制裁”; nothing for a single plain term. */
export function readingOf(
	answer: Answer,
	words: SearchWords,
	ask: (query: string) => void,
): HTMLElement[] {
	const { query } = answer;
	const [only, ...more] = query.root.nodes;
	const isPlain = more.length === 0 && only?.kind === "term";
	if (!only || (isPlain && !only.term.headline && !only.term.literal))
		return [];
	const chip = (node: QueryNode, inner: (Node | string)[]): HTMLElement => {
		const cross = el("button", { type: "button" }, "×");
		const name = words.drop(inner.map(textOf).join(""));
		cross.setAttribute("aria-label", name);
		cross.title = name;
		cross.addEventListener("click", () => ask(writeWithout(query, node)));
		return el("span", { class: "search-part" }, ...inner, cross);
	};
	const shown = (node: QueryNode): (Node | string)[] => {
		switch (node.kind) {
			case "term": {
				const { text, literal, headline } = node.term;
				const count = answer.counts[node.index]?.articles ?? 0;
				return [
					el(
						"span",
						{},
						`${headline ? `${words.inHeadline} ` : ""}${literal ? words.quoted(text) : text}`,
					),
					el("span", { class: "search-count" }, String(count)),
				];
			}
			case "filter":
				return [`${words.fields[node.filter.field]}：${node.filter.text}`];
			case "not":
				return [`${words.without} `, ...shown(node.node)];
			case "any":
			case "all":
				return [
					"（",
					...node.nodes.flatMap((inner, n) => [
						...(n > 0
							? [` ${node.kind === "any" ? words.or : words.and} `]
							: []),
						more.length > 0 || node.nodes.length > 1
							? chip(inner, shown(inner))
							: el("span", {}, ...shown(inner)),
					]),
					"）",
				];
		}
	};
	const part = (node: QueryNode) =>
		node.kind === "any" || node.kind === "all"
			? el("span", { class: "search-group" }, ...shown(node))
			: chip(node, node.kind === "not" ? shown(node.node) : shown(node));
	const required = query.root.nodes.filter(({ kind }) => kind !== "not");
	const excluded = query.root.nodes.filter(({ kind }) => kind === "not");
	return [
		el(
			"p",
			{},
			`${words.readAs}`,
			...(required.length > 0 ? [`${words.must} `, ...required.map(part)] : []),
			...(excluded.length > 0
				? [` ${words.without} `, ...excluded.map(part)]
				: []),
		),
	];
}

function textOf(node: Node | string): string {
	return typeof node === "string" ? node : (node.textContent ?? "");
}

/** A switch for each other spelling that was found or is left away, with the articles that hold it. */
export function spellingsOf(
	answer: Answer,
	off: readonly string[],
	toggle: (spelling: string) => void,
): HTMLElement[] {
	const left = new Set(off.map(fold));
	const own = new Set(answer.terms.map(({ text }) => fold(text)));
	const found = new Map<string, number>();
	for (const { spellings } of answer.counts)
		for (const { text, articles } of spellings)
			if (!own.has(fold(text))) found.set(text, articles);
	const rows = [
		...[...found].map(([text, articles]) => ({ text, articles })),
		...off
			.filter((text) => !found.has(text))
			.map((text) => ({ text, articles: undefined })),
	];
	return rows.map(({ text, articles }) => {
		const box = el("input", {
			type: "checkbox",
			checked: !left.has(fold(text)),
			"data-spelling": text,
		});
		box.addEventListener("change", () => toggle(text));
		return el(
			"label",
			{},
			box,
			el("span", {}, text),
			articles !== undefined &&
				el("span", { class: "search-count" }, String(articles)),
		);
	});
}

/** What a reader should know of how the question was read and what could not be searched. */
export function notesOf(answer: Answer, words: SearchWords): string[] {
	const { notes, shortened } = answer.query;
	return [
		...(shortened ? [words.shortened] : []),
		...notes.map(({ kind, text }) =>
			kind === "date" ? words.unreadDate(text) : words.noOperator(text),
		),
		...answer.missing.map(({ path, articles }) =>
			words.missing(path, String(articles)),
		),
	];
}
