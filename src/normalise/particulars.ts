/** The particulars of an article that its head, its address and its body tell in several voices. */
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { Envelope } from "../parse/envelope.ts";
import { type Found, linesBefore } from "../parse/found.ts";
import { findElement, type parseHtml, plainText } from "../parse/html.ts";
import {
	type SourceAdapter,
	type Stamp,
	splitNames,
} from "../sources/adapter.ts";
import { adapterFor } from "../sources/index.ts";
import { canonicalUrl } from "./address.ts";
import type { BodyDraft } from "./body.ts";
import type { FinishedBody } from "./finish.ts";
import { cleanHeadline, headlineOfFile } from "./headline.ts";
import { dayInAddress, dayInFileName, type Statement } from "./published.ts";
import { oneLine } from "./text.ts";

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
function outletName({ matter, title }: Envelope): string | undefined {
	if (!matter) return undefined;
	const listed = (name: string) =>
		matter.list(name).map(oneLine).filter(isSomebody);
	const [site] = [...listed("site"), ...listed("site_name")];
	if (site !== undefined) return site;
	const headline = title?.text ?? matter.field("title")?.text ?? "";
	const said = [...listed("tags"), ...listed("author")];
	return [...listed("categories"), ...listed("category")].find(
		(name) =>
			said.includes(name) || headline.includes(name) || outletWord.test(name),
	);
}

/** How names of outlets end. */
const outletWord =
	/(?:报|報|网|網|社|台|臺|电视|電視|广播|廣播|周刊|週刊|杂志|雜誌|新闻|新聞|评论|評論|中文|ニュース|新聞|일보|뉴스|News|Times|Post|Daily|Weekly|Radio|TV|Magazine|Journal|Herald|Tribune|Gazette|Review|Press|Today|Online|\.(?:com|net|org))$/i;

/** What programs write where they know no name is nobody's. */
export function isSomebody(name: string): boolean {
	return !/^(?:|unknown|null|undefined|none|n\/?a|admin|administrator|anonymous|佚名|匿名|未知|无|無|不详|不詳)$/i.test(
		name.trim(),
	);
}

export function settleAddress(
	envelope: Envelope,
	names: readonly string[],
	outlets: readonly SourceAdapter[],
): {
	url: string | undefined;
	written: Found | undefined;
	adapter: SourceAdapter;
} {
	const { url, matter } = envelope;
	const fields = ["from", "url", "link", "canonical", "original_url", "source"];
	const candidates = [url, ...fields.map((name) => matter?.field(name))].filter(
		(found): found is Found => found !== undefined && found.text.trim() !== "",
	);
	const written =
		candidates.find(({ text }) => canonicalUrl(text.trim()) !== undefined) ??
		candidates[0];
	const text = written?.text.trim() ?? "";
	const authors = (matter?.list("author") ?? []).map(oneLine);
	const adapter = adapterFor(
		canonicalUrl(text),
		outletName(envelope),
		[...names, ...authors],
		outlets,
	);
	return { url: canonicalUrl(text), written, adapter };
}

export function settleHeadline(
	envelope: Envelope,
	body: BodyDraft,
	tree: ReturnType<typeof parseHtml>,
	{ headline: trim, names, source }: SourceAdapter,
	outlet: readonly string[],
	file: string,
): string {
	const stated = [envelope.title, envelope.matter?.field("title")]
		.map((found) => cleanHeadline(found?.text ?? ""))
		.filter((text) => text !== "");
	// One of the two is sometimes cut: the longer one has all of it.
	const [first, second] = stated;
	const whole =
		second?.startsWith(first?.replace(/(?:\.\.\.|…)$/, "") ?? "") && first
			? second
			: first;
	const found = whole ?? headingOf(body, tree);
	if (
		found === undefined &&
		envelope.mended.some(({ ruleId }) => ruleId === "parse/no-envelope")
	)
		throw new Refused({
			ruleId: "parse/no-envelope",
			reason:
				"The file has neither front matter nor a header, and its text no heading.",
			line: 1,
		});
	const kept = found ?? headlineOfFile(file);
	return (
		trim?.(kept) ||
		withoutOutlet(kept, [...names, source.name, ...outlet]) ||
		kept
	);
}

/** For files whose head names no headline: the first heading, else the page's `title`. */
function headingOf(
	{ heading }: BodyDraft,
	tree: ReturnType<typeof parseHtml>,
): string | undefined {
	const title = findElement(tree, ({ tagName }) => tagName === "title");
	return [heading, title && plainText(title)]
		.map((text) => cleanHeadline(text ?? ""))
		.find((text) => text !== "");
}

/** Some headlines close with the outlet's own name: `… - iYouPort`. */
function withoutOutlet(headline: string, outlet: readonly string[]): string {
	const name = outlet.find((own) => headline.endsWith(own));
	const [, head] =
		/^(.*\S)\s+[-–—|_·]\s*$/.exec(
			headline.slice(0, headline.length - (name?.length ?? 0)),
		) ?? [];
	return name === undefined ? "" : (head ?? "");
}

export function statementsOf(
	{ matter, stamp, body }: Envelope,
	stamps: readonly Stamp[],
	url: string | undefined,
	file: string,
): readonly Statement[] {
	const own = stamps.map(({ text, read }): Statement => {
		const at = body.text.indexOf(text);
		return {
			kind: "body",
			text,
			...(read === undefined ? {} : { read }),
			...(at === -1 ? {} : { line: body.line + linesBefore(body.text, at) }),
		};
	});
	const date = ["date", "published", "pubDate", "published_at"]
		.map((name) => matter?.field(name))
		.find((found) => found !== undefined && found.text.trim() !== "");
	const inAddress = url === undefined ? undefined : dayInAddress(url);
	const inName = dayInFileName(file);
	return [
		...own,
		...(date ? [{ kind: "front-matter" as const, ...date }] : []),
		...(stamp ? [{ kind: "header" as const, ...stamp }] : []),
		...(inAddress ? [{ kind: "url" as const, text: inAddress }] : []),
		...(inName ? [{ kind: "file-name" as const, text: inName }] : []),
	];
}

/** The outlet's own name in `author` is no byline. */
export function settleBylines(
	{ matter }: Envelope,
	finished: FinishedBody,
	{ names, source }: SourceAdapter,
	outlet: readonly string[],
): string[] {
	const stated = (matter?.list("author") ?? [])
		.map(cleanHeadline)
		.filter(
			(name) =>
				name !== "" &&
				!names.includes(name) &&
				name !== source.name &&
				!(names.length === 0 && outlet.includes(name)),
		)
		.flatMap(splitNames);
	const own = finished.bylines.map(oneLine).filter((name) => name !== "");
	return [...new Set(own.length > 0 ? own : stated)];
}

/** A tag that is the outlet's or the category's name says nothing that the source does not. */
export function settleTags(
	{ matter }: Envelope,
	{ names, source }: SourceAdapter,
): string[] {
	const known = [
		...names,
		source.name,
		...(matter?.list("categories") ?? []).map(cleanHeadline),
	];
	const tags = (matter?.list("tags") ?? [])
		.map(cleanHeadline)
		.filter((tag) => tag !== "" && !known.includes(tag));
	return [...new Set(tags)];
}
