/** The particulars of an article that its head, its address and its body tell in several voices. */
import { addressInText } from "../parse/address-line.ts";
import type { Envelope } from "../parse/envelope.ts";
import { isAddress } from "../parse/field-names.ts";
import { type Found, linesBefore } from "../parse/found.ts";
import { originalOf } from "../parse/wayback.ts";
import {
	type SourceAdapter,
	type Stamp,
	splitNames,
} from "../sources/adapter.ts";
import { adapterFor } from "../sources/index.ts";
import { canonicalUrl } from "./address.ts";
import { addressInFolders } from "./address-in-folders.ts";
import { dayInAddress, dayInFileName } from "./day-in-address.ts";
import type { FinishedBody } from "./finish.ts";
import { cleanHeadline, outletWord, subject } from "./headline.ts";
import { personIn } from "./person-in.ts";
import type { Statement } from "./published.ts";
import type { HeadlineFound } from "./settle-headline.ts";
import { fold, oneLine } from "./text.ts";

/** What the crawler may have called the outlet, the most telling first. */
export function outletNames({ matter }: Envelope): readonly string[] {
	if (!matter) return [];
	return ["categories", "category", "tags"]
		.flatMap((name) => matter.list(name))
		.map(oneLine)
		.filter((name) => name !== "");
}

/**
 * What an outlet without an adapter is called: as a record says, or as a crawler's category does. A category is a subject as
 * often as an outlet; it is an outlet's name where the file says it once more, as tag, as author or behind the headline, or where
 * it sounds like one.
 */
function outletName({ matter, title, page }: Envelope): string | undefined {
	if (page) return page.sites.map(oneLine).find(isSomebody);
	if (!matter) return undefined;
	const listed = (name: string) =>
		matter
			.list(name)
			.map(oneLine)
			.filter((own) => isSomebody(own) && !isAddress(own));
	const [site = sourceOf(matter)?.name] = listed("site");
	if (site !== undefined) return site;
	const headline = title?.text ?? matter.field("title")?.text ?? "";
	const said = [...listed("tags"), ...listed("author")];
	return [...listed("categories"), ...listed("category")].find(
		(name) =>
			!subject.test(name) &&
			(said.includes(name) || headline.includes(name) || outletWord.test(name)),
	);
}

/** `source` is the article's address in some files, in others the outlet's name. */
function sourceOf(
	matter: Envelope["matter"],
): { readonly address?: Found; readonly name?: string } | undefined {
	const source = matter?.field("source");
	if (!source) return undefined;
	if (isAddress(source.text)) return { address: source };
	const name = oneLine(source.text);
	return /\p{Script=Han}/u.test(name) || outletWord.test(name)
		? { name }
		: undefined;
}

/** What programs write where they know no name is nobody's. */
export function isSomebody(name: string): boolean {
	return !/^(?:|unknown|null|undefined|none|n\/?a|name|author|admin|administrator|anonymous|佚名|匿名|未知|无|無|不详|不詳|作者|编辑|編輯|小编|小編|本站|原创|原創|网络|網路|网络整理|互联网|来源网络|\d+|\S+@\S+\.\w+)$/i.test(
		name.trim(),
	);
}

/** Where an article is from: of a copy in a web archive the original's address. */
export interface AddressFound {
	readonly url: string | undefined;
	readonly written: Found | undefined;
	readonly adapter: SourceAdapter;
	/** When the copy was captured that the file names as its address. */
	readonly captured: string | undefined;
}

export function settleAddress(
	envelope: Envelope,
	names: readonly string[],
	own: readonly SourceAdapter[] = [],
	file = "",
): AddressFound {
	const { url, matter } = envelope;
	const stated = (envelope.page?.addresses ?? []).map((own) => ({
		text: own,
		line: 1,
	}));
	const candidates = [
		url,
		...stated,
		matter?.field("from"),
		sourceOf(matter)?.address,
		envelope.page ? inFolders(envelope, file) : addressInText(envelope.body),
	].filter(
		(found): found is Found => found !== undefined && found.text.trim() !== "",
	);
	const written =
		candidates.find(({ text }) => canonicalUrl(text.trim()) !== undefined) ??
		candidates[0];
	const text = written?.text.trim() ?? "";
	const copied = originalOf(text);
	const address = canonicalUrl(copied?.url ?? text);
	const authors = (matter?.list("author") ?? []).map(oneLine);
	const adapter = adapterFor(
		address,
		outletName(envelope),
		[...names, ...authors],
		own,
	);
	return { url: address, written, adapter, captured: copied?.captured };
}

/** What the folders of a mirror say of a page of its own file. */
function inFolders({ variant }: Envelope, file: string): Found | undefined {
	const text = variant === "page" ? addressInFolders(file) : undefined;
	return text === undefined ? undefined : { text, line: 1 };
}

export function statementsOf(
	{ matter, stamp, body, page, dateLine }: Envelope,
	stamps: readonly Stamp[],
	{ url: known, written, captured: copied }: AddressFound,
	file: string,
): readonly Statement[] {
	const url = known ?? written?.text;
	const own = stamps.map(({ text, read }): Statement => {
		const at = body.text.indexOf(text);
		return {
			kind: "body",
			text,
			...(read === undefined ? {} : { read }),
			...(at === -1 ? {} : { line: body.line + linesBefore(body.text, at) }),
		};
	});
	const said = (name: string) => {
		const found = matter?.field(name);
		return found?.text.trim() === "" ? undefined : found;
	};
	const made = said("created");
	// Of a page of the web it is the day when it was saved, of a note of one's own its day.
	const isSaved = url !== undefined || said("date") !== undefined;
	const date = said("date") ?? (isSaved ? undefined : made);
	const captured =
		page?.captured ?? copied ?? (isSaved ? made?.text : undefined);
	const inAddress = url === undefined ? undefined : dayInAddress(url);
	const inName = dayInFileName(file);
	const shown = (page?.dates ?? []).map((text) => ({
		kind: "page" as const,
		text,
	}));
	return [
		...shown,
		...(dateLine ? [{ kind: "body" as const, ...dateLine }] : []),
		...own,
		...(date ? [{ kind: "front-matter" as const, ...date }] : []),
		...(stamp ? [{ kind: "header" as const, ...stamp }] : []),
		...(inAddress ? [{ kind: "url" as const, text: inAddress }] : []),
		...(inName ? [{ kind: "file-name" as const, text: inName }] : []),
		...(captured ? [{ kind: "capture" as const, text: captured }] : []),
	];
}

/** The outlet's own name in `author` is no byline, and neither is what programs write for nobody. */
export function settleBylines(
	{ matter, page }: Envelope,
	finished: FinishedBody,
	{ names, source }: SourceAdapter,
	outlet: readonly string[],
	headline: HeadlineFound,
): string[] {
	const outlets = [
		...names,
		source.name,
		...(page?.sites ?? []),
		...headline.outlets,
		...(names.length === 0 ? outlet : []),
	].map(fold);
	// A person's own site is called like the person.
	const isOwnSite = (name: string) =>
		page !== undefined && !outletWord.test(name) && personal.test(name);
	const isPerson = (name: string) =>
		isSomebody(name) && (!outlets.includes(fold(name)) || isOwnSite(name));
	const people = (stated: readonly string[]) =>
		stated
			.map(cleanHeadline)
			.filter(isPerson)
			.flatMap(splitNames)
			.map(personIn)
			.filter(isPerson);
	const inPage = (page?.authors ?? [])
		.map(people)
		.find((found) => found.length > 0);
	const stated = inPage ?? people(matter?.list("author") ?? []);
	const own = people(finished.bylines);
	const told = own.length > 0 && !inPage ? own : stated;
	return [...new Set(told.length > 0 ? told : people(finished.reporters))];
}

/** How people are called: two to four Han characters, or a few words in capitals. */
const personal =
	/^(?:\p{Script=Han}{2,4}|\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3})$/u;

/** A tag that is the outlet's or the category's name says nothing that the source does not. */
export function settleTags(
	{ matter, page }: Envelope,
	{ names, source }: SourceAdapter,
): string[] {
	const known = [
		...names,
		source.name,
		...(matter?.list("categories") ?? []).map(cleanHeadline),
	];
	const stated = matter?.list("tags") ?? [];
	// One text is several tags where it parts them itself.
	const own = stated.length === 1 ? splitTags(stated[0] ?? "") : stated;
	const tags = [...own, ...(page?.tags ?? [])]
		.map(cleanHeadline)
		.filter((tag) => tag !== "" && !known.includes(tag));
	return [...new Set(tags)];
}

function splitTags(text: string): readonly string[] {
	return text.split(/\s*[,，;；、|]\s*/);
}
