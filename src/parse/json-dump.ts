/** JSON that holds articles: a list, a feed, one object, or one object a line. */
import { isMapping } from "../base/is-mapping.ts";
import { byKnownNames, isAddress } from "./field-names.ts";
import { withGhostNames } from "./ghost.ts";
import {
	type ItemFault,
	isArticleShape,
	itemOf,
	type Part,
	unpublished,
} from "./item.ts";
import { addressesAlone } from "./not-read.ts";
import { openingOf } from "./text-look.ts";

/** Levels of nesting in a dump; articles lie two or three deep. */
const maxLevels = 100;

type Value = string | readonly string[];
type Members = Readonly<Record<string, unknown>>;

/** Why a JSON file holds no articles. */
export class NoArticles extends Error {
	readonly ruleId: string;
	constructor(ruleId: string, reason: string) {
		super(reason);
		this.ruleId = ruleId;
	}
}

/**
 * The articles of a JSON text.
 *
 * @returns `undefined` when it is no JSON at all.
 * @throws {NoArticles} when it is, and holds no articles or nests too deep.
 */
export function readJson(text: string): readonly Part[] | undefined {
	if (levelsOf(text) > maxLevels)
		throw new NoArticles(
			"parse/json-too-deep",
			`The JSON nests more than ${maxLevels} levels deep.`,
		);
	let value: unknown;
	try {
		value = withGhostNames(JSON.parse(text));
	} catch {
		return undefined;
	}
	const isFeed =
		isMapping(value) && /jsonfeed\.org/.test(`${value.version ?? ""}`);
	const list = listIn(value);
	if (!list && isMapping(value) && isAddressAlone(value))
		throw new NoArticles("read/not-read", addressesAlone);
	if (!list)
		throw new NoArticles(
			"parse/json-shape",
			"It is JSON without the shape of articles: no list of objects with title, address, date and body.",
		);
	const variant = isFeed ? "json-feed" : "json";
	const site = list[0] === value ? undefined : siteOf(value);
	let hidden = 0;
	const parts = list.flatMap((outer, index): Part | readonly [] => {
		const name = `${index + 1}`;
		const entry = unwrapped(outer);
		if (isUnpublished(entry)) {
			hidden++;
			return [];
		}
		const values = isMapping(entry) ? valuesOf(entry) : undefined;
		if (!values || !isArticleShape([...values.keys()]))
			return {
				name,
				line: 1,
				ruleId: "parse/json-entry",
				reason: `Entry ${name} of the JSON list has no body, or neither title nor address.`,
				actual: JSON.stringify(entry)?.slice(0, 120) ?? "",
			};
		if (site !== undefined && !values.has("site")) values.set("site", site);
		return itemOf({ name, variant, line: 1, values });
	});
	return [...parts, ...unpublished(hidden)];
}

/** Drafts of publishing systems, and what programs for messages tell beside messages. */
function isUnpublished(entry: unknown): boolean {
	if (!isMapping(entry)) return false;
	const { status, type, text } = entry;
	return (
		/^(?:draft|scheduled|private|trash)$/.test(`${status}`) ||
		type === "service" ||
		(type === "message" && text === "")
	);
}

/** What the outlet is called whose articles a file lists. */
function siteOf(value: unknown): string | undefined {
	if (!isMapping(value)) return undefined;
	const { feed } = value;
	return textOf((isMapping(feed) ? feed : value).title) ?? textOf(value.name);
}

/** Whether the first lines are JSON objects, one a line. */
export function isJsonLines(text: string): boolean {
	const lines = text.slice(0, 1_000_000).split("\n", 6);
	const objects = lines.filter((line) => parsedLine(line) !== undefined);
	const begun = lines.filter((line) => /^\s*\{/.test(line));
	return begun.length > 1 && objects.length > 0;
}

/** The articles of JSON Lines; a line that is no object, or no article, is a fault of its own. */
export function* readJsonLines(text: string): Generator<Part> {
	let line = 0;
	for (let at = 0; at < text.length; ) {
		const found = text.indexOf("\n", at);
		const end = found === -1 ? text.length : found;
		const own = text.slice(at, end);
		at = end + 1;
		line++;
		if (own.trim() !== "") yield lineItem(own, line);
	}
}

function lineItem(text: string, line: number): Part {
	const fault = (reason: string): ItemFault => ({
		name: `${line}`,
		line,
		ruleId: "parse/json-line",
		reason,
		actual: text.slice(0, 120),
	});
	const members = levelsOf(text) > maxLevels ? undefined : parsedLine(text);
	if (!members) return fault(`Line ${line} is no JSON object.`);
	const values = valuesOf(unwrapped(members) as Members);
	return isArticleShape([...values.keys()])
		? itemOf({ name: `${line}`, variant: "json-lines", line, values })
		: fault(`Line ${line} has no body, or neither title nor address.`);
}

function parsedLine(text: string): Members | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return isMapping(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

/** The list of articles: the value itself, the longest list below it that looks so, an object of objects, or it alone. */
function listIn(value: unknown): readonly unknown[] | undefined {
	if (Array.isArray(value)) return holdsArticles(value) ? value : undefined;
	if (!isMapping(value)) return undefined;
	if (isArticle(value)) return [value];
	const [longest] = listsIn(value, 0).sort((a, b) => b.length - a.length);
	const inner = Object.values(value);
	return longest ?? (holdsArticles(inner) ? inner : undefined);
}

/** Lists of articles some levels below. */
function listsIn(value: unknown, level: number): (readonly unknown[])[] {
	if (level > deepestList) return [];
	if (Array.isArray(value))
		return holdsArticles(value)
			? [value]
			: value.slice(0, 20).flatMap((own) => listsIn(own, level + 1));
	return isMapping(value)
		? Object.values(value).flatMap((own) => listsIn(own, level + 1))
		: [];
}

/** Exports of publishing systems have their posts in a table in a database in a list. */
const deepestList = 5;

/** More than half of a list, so that a few odd entries do not hide the others. */
function holdsArticles(list: readonly unknown[]): boolean {
	const shown = list.filter((entry) => !isUnpublished(entry));
	const articles = shown
		.map(unwrapped)
		.filter((entry) => isMapping(entry) && isArticle(entry));
	return shown.length > 0 && articles.length * 2 > shown.length;
}

/** An entry of a database, whose article lies a level below beside what the database knows of it: `_source`, `target`. */
function unwrapped(entry: unknown): unknown {
	if (!isMapping(entry) || isArticle(entry)) return entry;
	const [inner, ...others] = Object.values(entry).filter(
		(own) => isMapping(own) && isArticle(own),
	);
	return inner !== undefined && others.length === 0 ? inner : entry;
}

function isArticle(members: Members): boolean {
	return isArticleShape([...valuesOf(members).keys()]);
}

function isAddressAlone(members: Members): boolean {
	const values = valuesOf(members);
	return values.has("title") && values.has("from") && !values.has("body");
}

/** What an object says under names that we know. */
function valuesOf(members: Members): Map<string, Value> {
	const said = Object.entries(members).flatMap(
		([name, own]): [string, Value][] => {
			const value = told(own);
			return value === undefined ? [] : [[name, value]];
		},
	);
	const values = byKnownNames(said, (value) => value);
	const [from, body] = [values.get("from"), values.get("body")];
	// In messages it is who wrote them.
	if (typeof from === "string" && !isAddress(from)) {
		values.delete("from");
		if (!from.startsWith("/") && !values.has("author"))
			values.set("author", from);
	}
	const question =
		isMapping(members.question) && textOf(members.question.title);
	if (!values.has("title") && question) values.set("title", question);
	if (!values.has("title") && values.has("date") && typeof body === "string")
		values.set("title", openingOf(body));
	return values;
}

/** Text, number, list of texts or of objects with a name, or what publishing systems wrap texts in. */
function told(value: unknown): Value | undefined {
	if (Array.isArray(value)) {
		// A text with its links and its bold words told apart.
		if (value.some(isMapping) && value.some((own) => typeof own === "string"))
			return value.map((own) => textOf(own) ?? "").join("");
		const texts = value.flatMap((own) => textOf(own) ?? []);
		return texts.length === 0 ? undefined : texts;
	}
	return textOf(value);
}

function textOf(value: unknown): string | undefined {
	if (typeof value === "string") return value.trim() === "" ? undefined : value;
	if (typeof value === "number" && Number.isFinite(value)) return `${value}`;
	if (!isMapping(value)) return undefined;
	for (const name of [
		"rendered",
		"name",
		"main",
		"html",
		"text",
		"value",
		"term",
		"label",
		"$t",
		"$date",
		"$numberLong",
	]) {
		const text = value[name];
		if (typeof text === "string" && text !== "") return text;
		if (name.startsWith("$") && isMapping(text)) return textOf(text);
	}
	return undefined;
}

/** How deep brackets nest outside of texts. */
function levelsOf(text: string): number {
	let levels = 0;
	let deepest = 0;
	let inText = false;
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		if (inText) {
			if (unit === 0x5c) at++;
			else if (unit === 0x22) inText = false;
		} else if (unit === 0x22) inText = true;
		else if (unit === 0x5b || unit === 0x7b) {
			levels++;
			if (levels > deepest) deepest = levels;
		} else if (unit === 0x5d || unit === 0x7d) levels--;
	}
	return deepest;
}
