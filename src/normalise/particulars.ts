/** The particulars of an article that its head, its address and its body tell in several voices. */
import type { Diagnostic } from "../domain/diagnostic.ts";
import { addressInText } from "../parse/address-line.ts";
import type { Envelope } from "../parse/envelope.ts";
import { isAddress } from "../parse/field-names.ts";
import { type Found, linesBefore } from "../parse/found.ts";
import { findElement, type parseHtml, silentText } from "../parse/html.ts";
import { markdownName } from "../parse/markup.ts";
import { openingOf } from "../parse/text-look.ts";
import { originalOf } from "../parse/wayback.ts";
import {
	type SourceAdapter,
	type Stamp,
	splitNames,
} from "../sources/adapter.ts";
import { adapterFor } from "../sources/index.ts";
import { canonicalUrl } from "./address.ts";
import { addressInFolders } from "./address-in-folders.ts";
import type { BodyDraft } from "./body.ts";
import { dayInAddress, dayInFileName } from "./day-in-address.ts";
import type { FinishedBody } from "./finish.ts";
import {
	cleanHeadline,
	headlineOfFile,
	outletWord,
	subject,
	withoutOutlet,
} from "./headline.ts";
import { personIn } from "./person-in.ts";
import type { Statement } from "./published.ts";
import { fold, oneLine } from "./text.ts";

/** A file that cannot be an article, and why. */
export class Refused extends Error {
	readonly why: Pick<Diagnostic, "ruleId" | "reason" | "line">;
	constructor(why: Pick<Diagnostic, "ruleId" | "reason" | "line">) {
		super(why.reason);
		this.why = why;
	}
}

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

/** A headline, and whether anything but the file's name told it. */
export interface HeadlineFound {
	readonly text: string;
	readonly isStated: boolean;
	/** Names at its end that were taken off: they are the outlet's. */
	readonly outlets: readonly string[];
}

/** @throws {Refused} when nothing tells it, the file's name included. */
export function settleHeadline(
	envelope: Envelope,
	body: BodyDraft,
	tree: ReturnType<typeof parseHtml>,
	{ headline: trim, names, source }: SourceAdapter,
	outlet: readonly string[],
	file: string,
): HeadlineFound {
	const stated = [
		envelope.title?.text,
		...(envelope.page?.titles ?? []),
		envelope.matter?.field("title")?.text,
	]
		.map((text) => cleanHeadline(text ?? ""))
		.filter((text) => text !== "");
	// One of the two is sometimes cut: the longer one has all of it.
	const [first, second] = stated;
	const whole =
		!envelope.page &&
		second?.startsWith(first?.replace(/(?:\.\.\.|…)$/, "") ?? "") &&
		first
			? second
			: first;
	const found = whole ?? headingOf(body, tree, file);
	// A note without a heading is called like its file, as the programs for notes have it.
	if (
		found === undefined &&
		!(envelope.markup === "markdown" && markdownName.test(file)) &&
		envelope.mended.some(({ ruleId }) => ruleId === "parse/no-envelope")
	)
		throw new Refused({
			ruleId: "parse/no-envelope",
			reason:
				"The file has neither front matter nor a header, and its text no heading.",
			line: 1,
		});
	const named = headlineOfFile(file);
	const kept =
		found ?? (/\p{L}/u.test(named) ? named : openingWords(body) || named);
	const isStated = found !== undefined;
	const trimmed = trim?.(kept);
	if (trimmed) return { text: trimmed, isStated, outlets: [] };
	const { matter, page } = envelope;
	const known = [
		...names,
		source.name,
		...outlet,
		...(page?.sites ?? []),
		...[...(matter?.list("author") ?? []), ...(matter?.list("site") ?? [])],
	].map(oneLine);
	return { ...withoutOutlet(kept, known), isStated };
}

/** For files whose head names no headline: the first heading, else the page's `title`. */
function headingOf(
	body: BodyDraft,
	tree: ReturnType<typeof parseHtml>,
	file: string,
): string | undefined {
	const title = findElement(tree, ({ tagName }) => tagName === "title");
	const own = isOfPart(body) && isTitle(file) ? undefined : body.heading;
	return [own, title && silentText(title)]
		.map((text) => cleanHeadline(text ?? ""))
		.find((text) => text !== "");
}

/** Whether the first heading is that of a part: text stands before it, more than particulars, or any and others like it follow. */
function isOfPart({ blocks }: BodyDraft): boolean {
	const [first, ...others] = blocks.filter(({ kind }) => kind === "heading");
	if (!first) return false;
	const before = blocks
		.slice(0, blocks.indexOf(first))
		.reduce((sum, { text }) => sum + text.length, 0);
	const hasLike = others.some(({ node }) => node.tagName <= first.node.tagName);
	return before > mostBefore || (before > 0 && hasLike);
}

/** Letters that may stand between the beginning and a headline: who wrote it, where it is from. */
const mostBefore = 80;

/** Whether a file is called as only an article is: in several words, or so many Han signs. */
function isTitle(file: string): boolean {
	const name = headlineOfFile(file);
	return (
		(name.match(/\p{Script=Han}/gu)?.length ?? 0) >= 4 ||
		name.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length >= 4
	);
}

/** What an article without any name begins with. */
function openingWords({ blocks }: BodyDraft): string {
	return cleanHeadline(openingOf(blocks[0]?.text ?? ""));
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
