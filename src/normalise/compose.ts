/** What a file, or one of many articles in it, tells → the draft of an article. */
import type { Draft } from "../domain/article.ts";
import { idOfAddress, idOfFile } from "../domain/article-id.ts";
import type { Diagnostic, Outcome } from "../domain/diagnostic.ts";
import type { Envelope, Removed } from "../parse/envelope.ts";
import { FrontMatterLanguage } from "../parse/front-matter.ts";
import { type Element, MarkupLimit, parseHtml } from "../parse/html.ts";
import { NoArticles } from "../parse/json-dump.ts";
import { markdownToHtml } from "../parse/markdown.ts";
import { textToHtml } from "../parse/plain-text.ts";
import { NotAnArticle } from "../parse/shape.ts";
import { readBody } from "./body.ts";
import { type FinishedBody, finishBody } from "./finish.ts";
import { detectLanguage } from "./language.ts";
import { Ledger } from "./ledger.ts";
import { greedyParts } from "./owners-parts.ts";
import {
	outletNames,
	Refused,
	settleAddress,
	settleBylines,
	settleHeadline,
	settleTags,
	statementsOf,
} from "./particulars.ts";
import { settlePublished } from "./published.ts";
import type { DraftSettings, KeepPicture } from "./settings.ts";

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
}

/** Why a file or a part of it cannot be an article, told of what was thrown. */
export function refusal(
	cause: unknown,
): Pick<Diagnostic, "ruleId" | "reason" | "line"> {
	if (cause instanceof Refused) return cause.why;
	if (
		cause instanceof MarkupLimit ||
		cause instanceof NoArticles ||
		cause instanceof NotAnArticle
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

/** The tree of a body, whatever it is written in, and what was left out of it on the way. */
function treeOf(
	{ body, markup }: Envelope,
	depth: number,
): { readonly tree: Element; readonly removed: readonly Removed[] } {
	if (markup === "markdown") {
		const { html, removed } = markdownToHtml(body.text, depth);
		return { tree: parseHtml(html, depth), removed };
	}
	const html = markup === "text" ? textToHtml(body.text) : body.text;
	return { tree: parseHtml(html, depth), removed: [] };
}

/**
 * Draft an article.
 *
 * @throws {Refused} {MarkupLimit} and whatever a library throws: see {@link refusal}.
 */
export function compose(
	material: Material,
	{ limits, outlets = [] }: DraftSettings,
	_keep: KeepPicture,
): Outcome<Draft> {
	const { file, record, envelope } = material;
	const diagnostics: Diagnostic[] = envelope.mended.map((mended) => ({
		severity: "warning" as const,
		file,
		...mended,
	}));
	const ledger = new Ledger();
	for (const text of envelope.repeated)
		ledger.add("parse/repeated-header", text);
	const { tree, removed } = treeOf(envelope, limits.depth);
	for (const { rule, text } of removed) ledger.add(rule, text);
	const names = outletNames(envelope);
	const { url, written, adapter } = settleAddress(envelope, names, outlets);
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
			...(record === undefined ? {} : { record }),
			sha256: material.sha256,
			bytes: material.bytes,
			encoding: material.encoding,
			variant: envelope.variant,
			...(envelope.markup === "html" ? {} : { markup: envelope.markup }),
			adapter: adapter.source.id,
			removed: ledger.removals(),
			repaired,
			copies: [],
		},
	};
	if (outlets.includes(adapter)) diagnostics.push(...greedyParts(draft));
	return { value: draft, diagnostics };
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
