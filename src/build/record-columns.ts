/**
 * Records of files as JSON, in columns. A build reads those of the whole archive whatever it has to do, and an object
 * a record would take half as long again to read.
 */
import type { OwnCard } from "../corpus/store.ts";
import type { Source } from "../domain/article.ts";
import type { CivilDay, EpochMs } from "../domain/time.ts";
import { textOf } from "../domain/utf8.ts";
import type { DraftRecord, FileRecord } from "./file-record.ts";

/** Columns of plain ASCII, and those that hold anything: the former are read several times quicker where they are alone. */
const plain = [
	"sha256",
	"key",
	"state",
	"stored",
	"id",
	"textHash",
	"signature",
	"url",
	"day",
	"language",
] as const;
const texts = ["path", "headline", "lede"] as const;

type Column = (typeof plain)[number] | (typeof texts)[number];
/** Of a value that is absent, `null`. */
type Row = Record<Column, string | null>;
type Columns<Name extends Column> = Readonly<Record<Name, (string | null)[]>>;

/** What is no text, by column. Numbers name what is in a list by its position there. */
interface Values {
	readonly bytes: number[];
	readonly source: number[];
	readonly at: (number | null)[];
	readonly recorded: (number | null)[];
	readonly characters: number[];
	readonly figures: number[];
	readonly bylines: OwnCard["bylines"][];
	readonly tags: OwnCard["tags"][];
	readonly people: (readonly number[])[];
	readonly places: (readonly number[])[];
	readonly links: (number | null)[];
	readonly removed: (number | null)[];
}

/** What few records have. */
interface More {
	readonly draft?: Pick<DraftRecord, "claims" | "repaired">;
	readonly findings?: FileRecord["findings"];
}

/** The JSON part. */
interface Others {
	readonly sources: readonly Source[];
	/** Ids of people and places. */
	readonly names: readonly string[];
	/** What an outlet's pages all link to, and what all of them lose, is the same for many. */
	readonly links: readonly NonNullable<DraftRecord["links"]>[];
	readonly removals: readonly NonNullable<DraftRecord["removed"]>[];
	readonly values: Values;
	readonly more: readonly (readonly [row: number, more: More])[];
	/** Records that fit no columns, and their positions among all: nearly always those without a draft. */
	readonly odd: readonly (readonly [position: number, record: FileRecord])[];
}

/** @returns three lines of JSON: {@link plain} columns, {@link texts}, and {@link Others}. */
export function packRecords(records: readonly FileRecord[]): string {
	const sources = new Numbered<Source>();
	const names = new Numbered<string>();
	const links = new Numbered<NonNullable<DraftRecord["links"]>>();
	const removals = new Numbered<NonNullable<DraftRecord["removed"]>>();
	const rows: Row[] = [];
	const values: Values = {
		bytes: [],
		source: [],
		at: [],
		recorded: [],
		characters: [],
		figures: [],
		bylines: [],
		tags: [],
		people: [],
		places: [],
		links: [],
		removed: [],
	};
	const more: [number, More][] = [];
	const odd: [number, FileRecord][] = [];
	for (const [position, record] of records.entries()) {
		const { draft } = record;
		const row = draft && rowOf(record, draft);
		if (!draft || !row) {
			odd.push([position, record]);
			continue;
		}
		const { card } = draft;
		values.bytes.push(record.bytes);
		values.source.push(sources.of(draft.source));
		values.at.push(card.at ?? null);
		values.recorded.push(card.recorded ?? null);
		values.characters.push(card.characters);
		values.figures.push(card.figures);
		values.bylines.push(card.bylines);
		values.tags.push(card.tags);
		values.people.push(card.people.map((id) => names.of(id)));
		values.places.push(card.places.map((id) => names.of(id)));
		values.links.push(draft.links ? links.of(draft.links) : null);
		values.removed.push(draft.removed ? removals.of(draft.removed) : null);
		const rest = restOf(record, draft);
		if (rest) more.push([rows.length, rest]);
		rows.push(row);
	}
	const columns = (wanted: readonly Column[]) =>
		JSON.stringify(
			Object.fromEntries(
				wanted.map((column) => [column, rows.map((row) => row[column])]),
			),
		);
	const others: Others = {
		sources: sources.values,
		names: names.values,
		links: links.values,
		removals: removals.values,
		values,
		more,
		odd,
	};
	return [columns(plain), columns(texts), JSON.stringify(others)].join("\n");
}

/**
 * @param bytes what {@link packRecords} gave.
 * @param shared ids of people and places that were met already: later stages compare them by the million, and the very same
 * text is quickly compared.
 */
export function unpackRecords(
	bytes: Buffer,
	shared = new Map<string, string>(),
): FileRecord[] {
	const first = bytes.indexOf("\n");
	const second = bytes.indexOf("\n", first + 1);
	const lineAt = (start: number, end?: number) =>
		JSON.parse(textOf(bytes.subarray(start, end)));
	const column: Columns<Column> = {
		...(lineAt(0, first) as Columns<(typeof plain)[number]>),
		...(lineAt(first + 1, second) as Columns<(typeof texts)[number]>),
	};
	const others: Others = lineAt(second + 1);
	const { sources, values, more, odd } = others;
	const names = others.names.map((name) => {
		const known = shared.get(name) ?? name;
		shared.set(name, known);
		return known;
	});
	const named = (numbers: readonly number[]) =>
		numbers.map((number) => names[number] as string);
	const records: Built[] = [];
	for (let row = 0; row < values.bytes.length; row++) {
		const source = sources[values.source[row] as number] as Source;
		const card: BuiltCard = {
			headline: column.headline[row] as string,
			lede: column.lede[row] as string,
			source: source.id,
			language: column.language[row] as string,
			bylines: values.bylines[row] as OwnCard["bylines"],
			tags: values.tags[row] as OwnCard["tags"],
			people: named(values.people[row] as number[]),
			places: named(values.places[row] as number[]),
			characters: values.characters[row] as number,
			figures: values.figures[row] as number,
		};
		const url = column.url[row] as string | null;
		const day = column.day[row] as CivilDay | null;
		const at = values.at[row] as EpochMs | null;
		const recorded = values.recorded[row] as EpochMs | null;
		if (url !== null) card.url = url;
		if (day !== null) card.day = day;
		if (at !== null) card.at = at;
		if (recorded !== null) card.recorded = recorded;
		const draft: BuiltDraft = {
			stored: column.stored[row] as string,
			id: column.id[row] as string,
			textHash: column.textHash[row] as string,
			source,
			card,
			signature: column.signature[row] as string,
		};
		const linked = others.links[values.links[row] ?? -1];
		const removed = others.removals[values.removed[row] ?? -1];
		if (linked) draft.links = linked;
		if (removed) draft.removed = removed;
		const record: Built = {
			path: column.path[row] as string,
			sha256: column.sha256[row] as string,
			bytes: values.bytes[row] as number,
			key: column.key[row] as string,
			draft,
		};
		const state = column.state[row] as string | null;
		if (state !== null) record.state = state;
		records.push(record);
	}
	for (const [row, { draft, findings }] of more) {
		const record = records[row] as Built;
		if (findings) record.findings = findings;
		if (draft) Object.assign(record.draft as DraftRecord, draft);
	}
	for (const [position, record] of odd) records.splice(position, 0, record);
	return records;
}

/** What no column holds would be lost: where a record has something new, this is not `never`, and nothing compiles. */
type Lost = Exclude<
	keyof OwnCard | keyof DraftRecord | keyof FileRecord,
	Column | keyof Values | keyof More | keyof NonNullable<More["draft"]> | "card"
>;
type Built = [Lost] extends [never]
	? { -readonly [Key in keyof FileRecord]: FileRecord[Key] }
	: never;
type BuiltDraft = { -readonly [Key in keyof DraftRecord]: DraftRecord[Key] };
type BuiltCard = { -readonly [Key in keyof OwnCard]: OwnCard[Key] };

/** @returns `undefined` where it would not come out of the columns as it went in: a card's source has no column. */
function rowOf(
	{ path, sha256, key, state }: FileRecord,
	{ stored, id, textHash, signature, source, card }: DraftRecord,
): Row | undefined {
	const { headline, lede, url, day, language } = card;
	if (card.source !== source.id) return undefined;
	return {
		path,
		sha256,
		key,
		state: state ?? null,
		stored,
		id,
		textHash,
		signature,
		headline,
		lede,
		url: url ?? null,
		day: day ?? null,
		language,
	};
}

function restOf(
	{ findings }: FileRecord,
	{ claims, repaired }: DraftRecord,
): More | undefined {
	if (!findings && !claims && !repaired) return undefined;
	const draft = { ...(claims && { claims }), ...(repaired && { repaired }) };
	return { draft, ...(findings && { findings }) };
}

/** Values that occur often, each with a number. */
class Numbered<Value> {
	readonly values: Value[] = [];
	readonly #numbers = new Map<string, number>();

	of(value: Value): number {
		const text = typeof value === "string" ? value : JSON.stringify(value);
		const known = this.#numbers.get(text);
		if (known !== undefined) return known;
		this.#numbers.set(text, this.values.length);
		return this.values.push(value) - 1;
	}
}
