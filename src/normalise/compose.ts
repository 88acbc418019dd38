/** What a file, or one of many articles in it, tells → the draft of an article. */
import type { Draft } from "../domain/article.ts";
import { idOfAddress, idOfFile } from "../domain/article-id.ts";
import type { Diagnostic, Outcome } from "../domain/diagnostic.ts";
import { BrokenZip } from "../parse/broken-zip.ts";
import type { Envelope } from "../parse/envelope.ts";
import { FrontMatterLanguage } from "../parse/front-matter.ts";
import { MarkupLimit } from "../parse/html.ts";
import { NoArticles } from "../parse/json-dump.ts";
import { mostSigns } from "../parse/markdown-pieces.ts";
import { BrokenMhtml } from "../parse/mhtml.ts";
import { NotAnArticle } from "../parse/shape.ts";
import { absoluteUrl } from "./address.ts";
import { readBody } from "./body.ts";
import { type Parsed, treeOfBody } from "./body-tree.ts";
import { type FinishedBody, finishBody } from "./finish.ts";
import { insidePictures } from "./found-pictures.ts";
import { calledSource } from "./headline.ts";
import { detectLanguage } from "./language.ts";
import { greedyParts } from "./owners-parts.ts";
import {
	outletNames,
	settleAddress,
	settleBylines,
	settleTags,
	statementsOf,
} from "./particulars.ts";
import { pictureOf } from "./pictures.ts";
import { settlePublished } from "./published.ts";
import { Refused } from "./refused.ts";
import { RemovalLog } from "./removal-log.ts";
import type { DraftSettings, KeepPicture } from "./settings.ts";
import { settleHeadline } from "./settle-headline.ts";
import { settleZone, zoneUnknown } from "./zone.ts";

/** One article's part of a file, taken apart but not yet read. */
export interface Material {
	/** Path relative to the seeds folder, with `/`. */
	readonly file: string;
	/** Which of the file's articles, where it holds many. */
	readonly record?: string;
	readonly sha256: string;
	readonly bytes: number;
	readonly encoding: string;
	/** Rule ids of what had to be mended. */
	readonly repaired: readonly string[];
	readonly envelope: Envelope;
	/** Of a body that is parsed already: its tree, and what was left out of it. */
	readonly parsed?: Parsed;
	/** What lies beside the article in its file, by address: `cid:` and others that lead nowhere else. */
	readonly inside?: (address: string) => Uint8Array | undefined;
}

/** Why a file or a part of it cannot be an article, told of what was thrown. */
export function refusal(
	cause: unknown,
): Pick<Diagnostic, "ruleId" | "reason" | "line"> {
	if (cause instanceof Refused) return cause.why;
	if (
		cause instanceof MarkupLimit ||
		cause instanceof NoArticles ||
		cause instanceof NotAnArticle ||
		cause instanceof BrokenMhtml ||
		cause instanceof BrokenZip
	)
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

/**
 * Draft an article.
 *
 * @param keep gets the pictures that lie inside the file and belong to the article.
 * @throws {Refused} {MarkupLimit} and whatever a library throws: see {@link refusal}.
 */
export function compose(
	material: Material,
	settings: DraftSettings,
	keep: KeepPicture,
): Outcome<Draft> {
	const { limits } = settings;
	const { file, record, envelope } = material;
	const diagnostics: Diagnostic[] = envelope.mended.map((mended) => ({
		severity: "warning" as const,
		file,
		...mended,
	}));
	const remark = (
		severity: Diagnostic["severity"],
		ruleId: string,
		reason: string,
		more: Partial<Diagnostic> = {},
	) => diagnostics.push({ severity, ruleId, file, reason, ...more });
	const removalLog = new RemovalLog();
	for (const text of envelope.repeated)
		removalLog.add("parse/repeated-header", text);
	const parsed: Parsed = material.parsed ?? treeOfBody(envelope, limits.depth);
	const { tree, removed, isMainBlock, isTorn } = parsed;
	if (isTorn)
		remark(
			"info",
			"parse/paragraph-torn",
			`A paragraph or a block of code has more than ${mostSigns} lines and signs of Markdown; it became several.`,
		);
	const names = outletNames(envelope);
	const address = settleAddress(envelope, names, settings.outlets, file);
	const { url, written, adapter } = address;
	if (url === undefined && written === undefined)
		remark(
			"info",
			"normalise/no-address",
			"The file names no address of the article.",
		);
	else if (url === undefined)
		remark(
			"warning",
			"normalise/address-unreadable",
			"The article's address is no http(s) address.",
			{ line: written?.line ?? 1, actual: written?.text.slice(0, 200) ?? "" },
		);
	// Links in a copy lead to other copies.
	const base = baseOf(
		envelope,
		address.captured === undefined ? url : written?.text.trim(),
	);
	for (const { rule, text, images = [] } of removed)
		removalLog.add(
			rule,
			text,
			1,
			images.flatMap((image) => pictureOf(image, base)?.src ?? []),
		);
	const body = readBody(tree, {
		adapter,
		base,
		removalLog,
		maxImages: limits.images,
		maxDepth: limits.depth,
		isMainBlock: isMainBlock ?? false,
		inside: insidePictures(
			(address) =>
				material.inside?.(address) ??
				(material.record === undefined
					? settings.beside?.(file, address)
					: undefined),
			keep,
		),
	});
	const stated = settleHeadline(envelope, body, tree, adapter, names, file);
	if (!stated.isStated)
		remark(
			"warning",
			"normalise/no-headline",
			"Nothing in the file tells a headline; the file's name stands for it.",
		);
	const headline = cutHeadline(stated.text, limits.headline);
	if (headline !== stated.text) {
		removalLog.add(
			"normalise/headline-cut",
			stated.text.slice(headline.replace(/…$/, "").length),
		);
		remark(
			"warning",
			"normalise/headline-cut",
			`The headline has ${stated.text.length} characters and was cut at ${limits.headline}.`,
			{
				line: (envelope.title ?? envelope.matter?.field("title"))?.line ?? 1,
				actual: stated.text.slice(0, 1_000),
			},
		);
	}
	const finished = finishBody(body, headline, adapter, base, removalLog);
	const text = finished.paragraphs
		.filter(({ kind }) => kind !== "link-card" && kind !== "code")
		.map(({ text: own }) => own)
		.join("\n");
	const language = detectLanguage(
		`${headline}\n${text}`,
		envelope.page?.language ?? adapter.source.language,
	);
	const statements = statementsOf(envelope, finished.stamps, address, file);
	const { zone, basis } = settleZone(adapter, statements, url, language);
	const dating = settlePublished(file, statements, zone);
	const { published, recorded, witnesses } = dating.value;
	diagnostics.push(...dating.diagnostics, ...remarks(finished, file));
	if (!published)
		remark(
			"warning",
			"normalise/no-date",
			"No date of publication is known; the article is kept undated.",
		);
	else if (basis === "unknown" && published.at !== undefined)
		remark(
			"info",
			zoneUnknown,
			"Nothing tells where the outlet's clock hangs; the day is that of UTC.",
		);
	const repaired = [
		...new Set([
			...material.repaired,
			...envelope.mended.map(({ ruleId }) => ruleId),
		]),
	].sort();
	const draft: Draft = {
		id:
			url === undefined
				? idOfFile(record === undefined ? file : `${file}#${record}`)
				: idOfAddress(url),
		headline,
		source: { ...calledSource(adapter, stated.outlets), zone },
		...(url === undefined ? {} : { url }),
		bylines: settleBylines(envelope, finished, adapter, names, stated),
		...(published === undefined ? {} : { published }),
		...(recorded === undefined ? {} : { recorded }),
		witnesses,
		language,
		figures: finished.figures,
		paragraphs: finished.paragraphs,
		html: finished.html,
		links: finished.links,
		tags: settleTags(envelope, adapter),
		credits: finished.credits,
		provenance: {
			file,
			...(record === undefined ? {} : { record }),
			sha256: material.sha256,
			bytes: material.bytes,
			encoding: material.encoding,
			variant: envelope.variant,
			...(envelope.markup === "html" ? {} : { markup: envelope.markup }),
			adapter: adapter.source.id,
			removed: removalLog.removals(),
			repaired,
			copies: [],
		},
	};
	if (settings.outlets?.includes(adapter))
		diagnostics.push(...greedyParts(draft));
	return { value: draft, diagnostics };
}

/** What relative addresses in the article are relative to: a page's own `base`, else its address. */
function baseOf(
	{ page }: Envelope,
	url: string | undefined,
): string | undefined {
	if (!page?.base) return url;
	return absoluteUrl(page.base, url) ?? url;
}

function cutHeadline(headline: string, most: number): string {
	if (headline.length <= most) return headline;
	return `${headline
		.slice(0, most - 1)
		.replace(/\p{Surrogate}$/u, "")
		.trimEnd()}…`;
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
