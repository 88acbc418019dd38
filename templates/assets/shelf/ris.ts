/** The reading list as RIS, for programs that manage references, and back from them. */
import { articleAt, type Kept, type Note, searchAt } from "./store.ts";

/** @param addressOf the whole address of an entry. */
export function risOfShelf(
	items: readonly Kept[],
	addressOf: (item: Kept) => string,
): string {
	return items
		.map((item) => {
			const entry = item.ris ?? bareEntry(item, addressOf(item));
			// Notes go with the entry, as RIS has a field for them.
			const notes = item.notes.map(
				({ paragraph, text }) =>
					`N1  - ${paragraph === "" ? "" : `${mark(paragraph)} `}${text.replace(/\s+/g, " ")}\r\n`,
			);
			return entry.replace(
				/ER {2}- *\r?\n$/,
				() => `${notes.join("")}ER  - \r\n`,
			);
		})
		.join("");
}

function mark(paragraph: string): string {
	return `¶${paragraph.slice(1)}`;
}

/** A search, or an entry that came without one. */
function bareEntry({ title, about }: Kept, address: string): string {
	const lines = [
		["TY", "ELEC"],
		["TI", title],
		["T2", about],
		["UR", address],
		["ER", ""],
	];
	return lines
		.map(([name, value = ""]) => `${name}  - ${value.replace(/\s+/g, " ")}\r\n`)
		.join("");
}

/**
 * The entries of a RIS file. An article is known by its address in an archive of this kind, which our own entries name, else
 * by the address of the original, of which the id is a hash; what is known by neither has no place.
 *
 * @returns `undefined` for what is no RIS.
 */
export async function keptInRis(
	text: string,
): Promise<readonly Kept[] | undefined> {
	const entries: string[][] = [];
	for (const line of text.replace(/^\ufeff/, "").split(/\r?\n/)) {
		if (/^TY {2}-/.test(line)) entries.push([]);
		const entry = entries.at(-1);
		if (!entry || line.trim() === "") continue;
		if (/^[A-Z][A-Z0-9] {2}-/.test(line)) entry.push(line);
		// Some programs break long notes.
		else entry.push(`${entry.pop() ?? ""} ${line.trim()}`);
	}
	if (entries.length === 0) return undefined;
	return Promise.all(entries.map(keptOf));
}

async function keptOf(lines: readonly string[]): Promise<Kept> {
	const all = (name: string) =>
		lines
			.filter((line) => line.startsWith(`${name}  -`))
			.map((line) => line.slice(5).trim());
	const [title = all("T1")[0] ?? "", address = ""] = [
		all("TI")[0],
		all("UR")[0],
	];
	const notes = all("N1").map(plain).filter(isNote);
	const [outlet = all("JO")[0] ?? "", day = all("PY")[0] ?? ""] = [
		all("T2")[0],
		all("DA")[0],
	];
	return {
		...((await placeOf(
			[...all("ID"), ...all("N1"), ...all("UR")],
			address,
		)) ?? {
			id: `ris ${address || title}`,
			place: "",
			missing: true,
		}),
		title,
		about: `${outlet} ${day}`.trim(),
		ris: lines
			.filter((line) => !line.startsWith("N1") || !isNote(plain(line.slice(5))))
			.map((line) => `${line.startsWith("ER") ? "ER  - " : line}\r\n`)
			.join(""),
		notes: notes.map(noteOf),
	};
}

/** Zotero's notes are HTML. */
function plain(note: string): string {
	return note.replace(/<[^<>]*>/g, "").trim();
}

/** And not the line that names an archived copy. */
function isNote(text: string): boolean {
	return text !== "" && !/SHA-256 [0-9a-f]{64}$/.test(text);
}

function noteOf(text: string): Note {
	const [, number, own] = /^¶(\d+) +(.*)$/.exec(text) ?? [];
	return number === undefined
		? { paragraph: "", text }
		: { paragraph: `p${number}`, text: own ?? "" };
}

/** @param said whatever of an entry may name its article. */
async function placeOf(
	said: readonly string[],
	address: string,
): Promise<Pick<Kept, "id" | "place"> | undefined> {
	for (const text of said) {
		const id =
			/articles\/[0-9a-f]{2}\/([0-9a-f-]{16,})\.html/.exec(text)?.[1] ??
			/^[0-9a-f]{16}(?:-[0-9a-f]{8})*$/.exec(text)?.[0];
		if (id !== undefined) return articleAt(id);
	}
	const asked = /search\.html(\?[^#]*)/.exec(address)?.[1];
	if (asked !== undefined) return searchAt(asked);
	// Browsers hash on secure addresses and on disks alone.
	if (!/^https?:/.test(address) || !globalThis.crypto?.subtle) return undefined;
	const hash = await crypto.subtle.digest(
		"SHA-256",
		new TextEncoder().encode(address),
	);
	return articleAt(
		Array.from(new Uint8Array(hash, 0, 8), (byte) =>
			byte.toString(16).padStart(2, "0"),
		).join(""),
	);
}
