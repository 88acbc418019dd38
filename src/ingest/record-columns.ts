/**
 * Records of files as columns of a note. A build reads those of the whole archive whatever it has to do, and an object
 * a record in JSON would take several times as long to read.
 */
import type { OwnCard } from "../corpus/store.ts";
import type { Source } from "../domain/article.ts";
import type { CivilDay, EpochMs } from "../domain/time.ts";
import type { FieldNote } from "../store/field-note.ts";
import { fieldAt, fieldsOf } from "../store/fields.ts";
import type { DraftRecord, FileRecord } from "./file-record.ts";

/**
 * Columns of texts. Each is one text, and what a record says a slice of it: a hundred thousand records are a million texts
 * less to make and to keep in memory.
 */
const long = [
	"sha256",
	"key",
	"state",
	"stored",
	"textHash",
	"signature",
	"url",
	"headline",
	"lede",
] as const;
/** These are short, often the same or looked up often: a text of its own is better. */
const short = ["path", "id", "day", "language"] as const;

type Long = (typeof long)[number];
type Short = (typeof short)[number];
/** Of a value that is absent, an empty text. */
type Row = Record<Long | Short, string>;

/** What is no text, by column. Numbers name what is in a list by its position there. */
interface Values {
	readonly bytes: number[];
	readonly source: number[];
	readonly at: (number | null)[];
	readonly recorded: (number | null)[];
	readonly characters: number[];
	readonly figures: number[];
	readonly bylines: number[];
	readonly tags: number[];
	readonly people: (readonly number[])[];
	readonly places: (readonly number[])[];
	readonly links: (number | null)[];
	readonly removed: (number | null)[];
}

/** What few records have. */
interface More {
	readonly draft?: Pick<DraftRecord, "claims" | "repaired" | "pictures">;
	readonly findings?: FileRecord["findings"];
}

/** What lies beside the long texts. */
interface Others {
	readonly short: Readonly<Record<Short, readonly string[]>>;
	readonly sources: readonly Source[];
	/** Ids of people and places. */
	readonly names: readonly string[];
	/** Who writes, under which tags, what an outlet's pages all link to and what all of them lose is the same for many. */
	readonly bylines: readonly OwnCard["bylines"][];
	readonly tags: readonly OwnCard["tags"][];
	readonly links: readonly NonNullable<DraftRecord["links"]>[];
	readonly removals: readonly NonNullable<DraftRecord["removed"]>[];
	readonly values: Values;
	readonly more: readonly (readonly [row: number, more: More])[];
	/** Records that fit no columns, and their positions among all: nearly always those without a draft. */
	readonly odd: readonly (readonly [position: number, record: FileRecord])[];
}

/** Records as a note. */
export type RecordNote = FieldNote<Long, Others>;

/** @returns what {@link unpackRecords} takes. */
export function packRecords(records: readonly FileRecord[]): RecordNote {
	const sources = new Numbered<Source>();
	const names = new Numbered<string>();
	const bylines = new Numbered<OwnCard["bylines"]>();
	const tags = new Numbered<OwnCard["tags"]>();
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
		values.bylines.push(bylines.of(card.bylines));
		values.tags.push(tags.of(card.tags));
		values.people.push(card.people.map((id) => names.of(id)));
		values.places.push(card.places.map((id) => names.of(id)));
		values.links.push(draft.links ? links.of(draft.links) : null);
		values.removed.push(draft.removed ? removals.of(draft.removed) : null);
		const rest = restOf(record, draft);
		if (rest) more.push([rows.length, rest]);
		rows.push(row);
	}
	const of = (column: Long | Short) => rows.map((row) => row[column]);
	const others: Others = {
		short: entriesOf(short, of),
		sources: sources.values,
		names: names.values,
		bylines: bylines.values,
		tags: tags.values,
		links: links.values,
		removals: removals.values,
		values,
		more,
		odd,
	};
	return {
		fields: entriesOf(long, (column) => fieldsOf(of(column))),
		rest: others,
	};
}

function entriesOf<Name extends string, Value>(
	names: readonly Name[],
	of: (name: Name) => Value,
): Record<Name, Value> {
	const entries = names.map((name) => [name, of(name)]);
	return Object.fromEntries(entries) as Record<Name, Value>;
}

/**
 * @param note what {@link packRecords} gave.
 * @param shared ids of people and places that were met already: later stages compare them by the million, and the very same
 * text is quickly compared.
 */
export function unpackRecords(
	{ fields, rest: others }: RecordNote,
	shared = new Map<string, string>(),
): FileRecord[] {
	const { sources, values, more, odd } = others;
	const names = others.names.map((name) => {
		const known = shared.get(name) ?? name;
		shared.set(name, known);
		return known;
	});
	const named = (numbers: readonly number[]) =>
		numbers.length === 0
			? none
			: numbers.map((number) => names[number] as string);
	const records: Built[] = [];
	for (let row = 0; row < values.bytes.length; row++) {
		const source = sources[values.source[row] as number] as Source;
		const card: BuiltCard = {
			headline: fieldAt(fields.headline, row),
			lede: fieldAt(fields.lede, row),
			source: source.id,
			language: others.short.language[row] as string,
			bylines: others.bylines[
				values.bylines[row] as number
			] as OwnCard["bylines"],
			tags: others.tags[values.tags[row] as number] as OwnCard["tags"],
			people: named(values.people[row] as number[]),
			places: named(values.places[row] as number[]),
			characters: values.characters[row] as number,
			figures: values.figures[row] as number,
		};
		const url = fieldAt(fields.url, row);
		const day = others.short.day[row] as string;
		const at = values.at[row] as EpochMs | null;
		const recorded = values.recorded[row] as EpochMs | null;
		if (url !== "") card.url = url;
		if (day !== "") card.day = day as CivilDay;
		if (at !== null) card.at = at;
		if (recorded !== null) card.recorded = recorded;
		const draft: BuiltDraft = {
			stored: fieldAt(fields.stored, row),
			id: others.short.id[row] as string,
			textHash: fieldAt(fields.textHash, row),
			source,
			card,
			signature: fieldAt(fields.signature, row),
		};
		const linked = others.links[values.links[row] ?? -1];
		const removed = others.removals[values.removed[row] ?? -1];
		if (linked) draft.links = linked;
		if (removed) draft.removed = removed;
		const record: Built = {
			path: others.short.path[row] as string,
			sha256: fieldAt(fields.sha256, row),
			bytes: values.bytes[row] as number,
			key: fieldAt(fields.key, row),
			draft,
		};
		const state = fieldAt(fields.state, row);
		if (state !== "") record.state = state;
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

/** Of the many who name nobody. */
const none: string[] = [];

/** What no column holds would be lost: where a record has something new, this is not `never`, and nothing compiles. */
type Lost = Exclude<
	keyof OwnCard | keyof DraftRecord | keyof FileRecord,
	| Long
	| Short
	| keyof Values
	| keyof More
	| keyof NonNullable<More["draft"]>
	| "card"
	// A file of many articles fits no columns: it is kept as it is, its parts with it.
	| "records"
	| "record"
>;
type Built = [Lost] extends [never]
	? { -readonly [Key in keyof FileRecord]: FileRecord[Key] }
	: never;
type BuiltDraft = { -readonly [Key in keyof DraftRecord]: DraftRecord[Key] };
type BuiltCard = { -readonly [Key in keyof OwnCard]: OwnCard[Key] };

/** @returns `undefined` where it would not come out of the columns as it went in: a card's source has no column, and what is empty there is absent. */
function rowOf(
	{ path, sha256, key, state }: FileRecord,
	{ stored, id, textHash, signature, source, card }: DraftRecord,
): Row | undefined {
	const { headline, lede, url, day, language } = card;
	if (card.source !== source.id) return undefined;
	if (state === "" || url === "" || day === ("" as string)) return undefined;
	return {
		path,
		sha256,
		key,
		state: state ?? "",
		stored,
		id,
		textHash,
		signature,
		headline,
		lede,
		url: url ?? "",
		day: day ?? "",
		language,
	};
}

function restOf(
	{ findings }: FileRecord,
	{ claims, repaired, pictures }: DraftRecord,
): More | undefined {
	if (!findings && !claims && !repaired && !pictures) return undefined;
	const draft = {
		...(claims && { claims }),
		...(repaired && { repaired }),
		...(pictures && { pictures }),
	};
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
