/** A reader's own list of articles and searches, in the browser alone: no account, and nothing is sent anywhere. */
import { articlePlace } from "../../../src/domain/article-place.ts";
import { remember, remembered } from "../common/remember.ts";

export interface Note {
	/** `p7`; empty for the article as a whole. */
	readonly paragraph: string;
	readonly text: string;
}

export interface Kept {
	/** An article's id, or `?q=…` of a search. */
	readonly id: string;
	/** Its headline, or what is searched for. */
	readonly title: string;
	/** Outlet and date in words; of a search the number of its hits. */
	readonly about: string;
	/** Below the site's root, in the archive's first language; empty where an import did not say which article it is. */
	readonly place: string;
	/** The article as an entry of a RIS file. */
	readonly ris?: string;
	readonly notes: readonly Note[];
	/** Not found in this archive when the list was imported. */
	readonly missing?: boolean;
}

export interface Shelf {
	readonly version: 1;
	/** Name of the archive that the list was made in. */
	readonly archive: string;
	readonly items: readonly Kept[];
}

/** Where the site lies: two archives of one host, or of one disk, have two lists. */
const root = new URL(document.body.dataset.root || "./", document.baseURI);
const key = `biannian-shelf ${root.pathname}`;

/** In the language of this page. */
export function addressOf({ place }: Kept): string {
	const folder = document.documentElement.dataset.pages ?? "";
	return new URL(folder + place, root).href;
}

export function articleAt(id: string): Pick<Kept, "id" | "place"> {
	return { id, place: `${articlePlace(id)}.html` };
}

/** @param asked `?q=…`. */
export function searchAt(asked: string): Pick<Kept, "id" | "place"> {
	return { id: asked, place: `search.html${asked}` };
}

export function readShelf(): Shelf {
	return parseShelf(remembered(key)) ?? { version: 1, archive: "", items: [] };
}

/** @returns whether the browser keeps it beyond this page. */
export function writeShelf(items: readonly Kept[]): boolean {
	const archive =
		document.querySelector<HTMLMetaElement>('meta[property="og:site_name"]')
			?.content ?? "";
	return remember(key, JSON.stringify({ version: 1, archive, items }));
}

/** @returns `undefined` for whatever is no reading list. */
export function parseShelf(text: string | undefined): Shelf | undefined {
	if (text === undefined) return undefined;
	try {
		const value = JSON.parse(text) as Partial<Shelf> | null;
		if (value?.version !== 1 || !Array.isArray(value.items)) return undefined;
		return {
			version: 1,
			archive: typeof value.archive === "string" ? value.archive : "",
			items: value.items.flatMap((item) => keptOf(item)),
		};
	} catch {
		return undefined;
	}
}

/** What a link may lead to: only addresses inside the site are taken from a file from elsewhere. */
const ownPlace =
	/^(?:articles\/[0-9a-f]{2}\/[0-9a-f-]+\.html|search\.html\?[^#]*|)$/;

/** A file from elsewhere may say anything. */
function keptOf(value: unknown): Kept[] {
	const item = value as Partial<Kept> | null;
	if (typeof item !== "object" || item === null) return [];
	const { id, title, about, place, ris, notes } = item;
	if (typeof id !== "string" || typeof title !== "string") return [];
	if (typeof place !== "string" || !ownPlace.test(place)) return [];
	return [
		{
			id,
			title,
			about: typeof about === "string" ? about : "",
			place,
			...(typeof ris === "string" ? { ris } : {}),
			notes: (Array.isArray(notes) ? notes : []).flatMap((note) =>
				typeof note?.text === "string" && typeof note.paragraph === "string"
					? [{ paragraph: note.paragraph, text: note.text }]
					: [],
			),
			...(item.missing === true ? { missing: true } : {}),
		},
	];
}

/** The list with `more` in it; what is in both keeps the notes of both. */
export function joined(
	items: readonly Kept[],
	more: readonly Kept[],
): readonly Kept[] {
	const byId = new Map(items.map((item) => [item.id, item]));
	for (const item of more) {
		const known = byId.get(item.id);
		const notes = [...(known?.notes ?? [])];
		for (const note of item.notes)
			if (
				!notes.some(
					({ paragraph, text }) =>
						paragraph === note.paragraph && text === note.text,
				)
			)
				notes.push(note);
		// Whether it is here was looked up just now.
		const { missing: _, ...own } = known ?? item;
		byId.set(item.id, { ...item, ...own, notes });
	}
	return [...byId.values()];
}
