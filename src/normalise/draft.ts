import type { Draft } from "../domain/article.ts";
import type { Limits } from "../domain/config.ts";
import type { Diagnostic, Outcome } from "../domain/diagnostic.ts";
import { sha256 } from "../domain/order.ts";
import type { SeedFile } from "../domain/seed-file.ts";
import { type Envelope, readEnvelope } from "../parse/envelope.ts";
import { type Found, linesBefore } from "../parse/found.ts";
import { FrontMatterLanguage } from "../parse/front-matter.ts";
import {
	findElement,
	MarkupLimit,
	parseHtml,
	plainText,
} from "../parse/html.ts";
import { readSeedText, type SeedText } from "../read/seed-file.ts";
import type { SourceAdapter, Stamp } from "../sources/adapter.ts";
import { splitNames } from "../sources/adapter.ts";
import { adapterFor } from "../sources/index.ts";
import { canonicalUrl } from "./address.ts";
import { type BodyDraft, readBody } from "./body.ts";
import { type FinishedBody, finishBody } from "./finish.ts";
import { cleanHeadline, headlineOfFile } from "./headline.ts";
import { detectLanguage } from "./language.ts";
import { Ledger } from "./ledger.ts";
import {
	dayInAddress,
	dayInFileName,
	type Statement,
	settlePublished,
} from "./published.ts";
import { oneLine } from "./text.ts";

/**
 * Everything one seed file alone tells of its article. A function of the file and the limits:
 * no clock, no file system, no memory of other files.
 *
 * @returns `undefined` as value when the file cannot be an article (it is quarantined); the first
 *   `error` among the diagnostics says why. Never throws: a bug of ours or of a library is an error
 *   of that file.
 */
export function draftArticle(
	seed: SeedFile,
	limits: Limits,
): Outcome<Draft | undefined> {
	try {
		const read = readSeedText(seed, limits.fileBytes);
		if (!read.value) return { value: undefined, diagnostics: read.diagnostics };
		const drafted = compose(seed, read.value, limits);
		return {
			value: drafted.value,
			diagnostics: [...read.diagnostics, ...drafted.diagnostics],
		};
	} catch (cause) {
		return {
			value: undefined,
			diagnostics: [{ severity: "error", file: seed.path, ...refusal(cause) }],
		};
	}
}

function refusal(
	cause: unknown,
): Pick<Diagnostic, "ruleId" | "reason" | "line"> {
	if (cause instanceof Refused) return cause.why;
	if (cause instanceof MarkupLimit)
		return { ruleId: cause.ruleId, reason: cause.message };
	if (cause instanceof FrontMatterLanguage)
		return {
			ruleId: "parse/front-matter-language",
			line: 1,
			reason: cause.message,
		};
	const message = cause instanceof Error ? cause.message : String(cause);
	return {
		ruleId: "normalise/internal",
		reason: `A bug in ingest: ${message.slice(0, 300)}`,
	};
}

class Refused extends Error {
	readonly why: Pick<Diagnostic, "ruleId" | "reason" | "line">;
	constructor(why: Pick<Diagnostic, "ruleId" | "reason" | "line">) {
		super(why.reason);
		this.why = why;
	}
}

function compose(
	seed: SeedFile,
	seedText: SeedText,
	limits: Limits,
): Outcome<Draft> {
	const file = seed.path;
	const envelope = readEnvelope(seedText.text);
	const diagnostics: Diagnostic[] = envelope.mended.map((mended) => ({
		severity: "warning" as const,
		file,
		...mended,
	}));
	const ledger = new Ledger();
	for (const text of envelope.repeated)
		ledger.add("parse/repeated-header", text);
	const tree = parseHtml(envelope.body.text, limits.depth);
	const names = outletNames(envelope);
	const { url, written, adapter } = settleAddress(envelope, names);
	if (written !== undefined && url === undefined)
		diagnostics.push({
			severity: "warning",
			ruleId: "normalise/address-unreadable",
			file,
			line: written.line,
			reason: "The article's address is no http(s) address.",
			actual: written.text.slice(0, 200),
		});
	const body = readBody(tree, {
		adapter,
		base: url,
		ledger,
		maxImages: limits.images,
		maxDepth: limits.depth,
	});
	const headline = settleHeadline(envelope, body, tree, adapter, names, file);
	if (headline.length > limits.headline)
		throw new Refused({
			ruleId: "normalise/headline-too-long",
			reason: `The headline is longer than ${limits.headline} characters.`,
			line: (envelope.title ?? envelope.matter?.field("title"))?.line ?? 1,
		});
	const finished = finishBody(body, headline, adapter, url, ledger);
	const dating = settlePublished(
		file,
		statementsOf(envelope, finished.stamps, written?.text, file),
		adapter.source.zone,
	);
	diagnostics.push(...dating.diagnostics, ...remarks(finished, file));
	const { published, recorded, witnesses } = dating.value;
	const text = finished.paragraphs
		.filter(({ kind }) => kind !== "link-card")
		.map(({ text: own }) => own)
		.join("\n");
	const key = sha256(url ?? `${headline}\n${text}`).slice(0, 8);
	const day = published?.day.replaceAll("-", "") ?? "undated";
	const repaired = [
		...new Set([
			...seedText.repaired,
			...envelope.mended.map(({ ruleId }) => ruleId),
		]),
	].sort();
	return {
		value: {
			id: `${day}-${adapter.source.id}-${key}`,
			headline,
			source: adapter.source,
			...(url === undefined ? {} : { url }),
			bylines: settleBylines(envelope, finished, adapter, names),
			...(published === undefined ? {} : { published }),
			...(recorded === undefined ? {} : { recorded }),
			witnesses,
			language: detectLanguage(`${headline}\n${text}`, adapter.source.language),
			figures: finished.figures,
			paragraphs: finished.paragraphs,
			html: finished.html,
			links: finished.links,
			tags: settleTags(envelope, adapter),
			credits: finished.credits,
			provenance: {
				file,
				sha256: sha256(seed.bytes),
				bytes: seed.bytes.length,
				encoding: seedText.encoding,
				variant: envelope.variant,
				adapter: adapter.source.id,
				removed: ledger.removals(),
				repaired,
				copies: [],
			},
		},
		diagnostics,
	};
}

/** What the crawler may have called the outlet, the most telling first. */
function outletNames({ matter }: Envelope): readonly string[] {
	if (!matter) return [];
	return ["categories", "category", "tags"]
		.flatMap((name) => matter.list(name))
		.map(oneLine)
		.filter((name) => name !== "");
}

function settleAddress(
	{ url, matter }: Envelope,
	names: readonly string[],
): {
	url: string | undefined;
	written: Found | undefined;
	adapter: SourceAdapter;
} {
	const fields = ["from", "url", "link", "canonical", "original_url", "source"];
	const candidates = [url, ...fields.map((name) => matter?.field(name))].filter(
		(found): found is Found => found !== undefined && found.text.trim() !== "",
	);
	const written =
		candidates.find(({ text }) => canonicalUrl(text.trim()) !== undefined) ??
		candidates[0];
	const text = written?.text.trim() ?? "";
	const categories = [
		...(matter?.list("categories") ?? []),
		...(matter?.list("category") ?? []),
	];
	const adapter = adapterFor(
		canonicalUrl(text),
		categories.map(oneLine).find((name) => name !== ""),
		[...names, ...(matter?.list("author") ?? []).map(oneLine)],
	);
	return { url: canonicalUrl(text, adapter.trackers), written, adapter };
}

function settleHeadline(
	envelope: Envelope,
	body: BodyDraft,
	tree: ReturnType<typeof parseHtml>,
	{ headline: trim, names, source }: SourceAdapter,
	outlet: readonly string[],
	file: string,
): string {
	const title = findElement(tree, ({ tagName }) => tagName === "title");
	const stated = [envelope.title, envelope.matter?.field("title")]
		.map((found) => cleanHeadline(found?.text ?? ""))
		.filter((text) => text !== "");
	// One of the two is sometimes cut: the longer one has all of it.
	const [first, second] = stated;
	const whole =
		second?.startsWith(first?.replace(/(?:\.\.\.|…)$/, "") ?? "") && first
			? second
			: first;
	const found =
		whole ??
		[body.heading, title && plainText(title)]
			.map((text) => cleanHeadline(text ?? ""))
			.find((text) => text !== "");
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

/** Some headlines close with the outlet's own name: `… - iYouPort`. */
function withoutOutlet(headline: string, outlet: readonly string[]): string {
	const name = outlet.find((own) => headline.endsWith(own));
	const [, head] =
		/^(.*\S)\s+[-–—|_·]\s*$/.exec(
			headline.slice(0, headline.length - (name?.length ?? 0)),
		) ?? [];
	return name === undefined ? "" : (head ?? "");
}

function statementsOf(
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
function settleBylines(
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
function settleTags(
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

/** Texts shorter than this are stubs: kept, but worth a look. */
const shortText = 40;

function remarks(
	{ paragraphs, figures }: FinishedBody,
	file: string,
): readonly Diagnostic[] {
	const length = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
	if (length >= shortText) return [];
	const [ruleId, reason] =
		length > 0
			? [
					"normalise/short-body",
					`The text has fewer than ${shortText} characters.`,
				]
			: figures.length > 0
				? ["normalise/pictures-only", "The body holds pictures and no text."]
				: ["normalise/empty-body", "The body is empty."];
	return [
		{ severity: "warning", ruleId: ruleId ?? "", file, reason: reason ?? "" },
	];
}
