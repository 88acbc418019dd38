import { sha256 } from "../base/order.ts";
import type { Draft } from "../domain/article.ts";
import { idOfAddress, idOfFile } from "../domain/article-id.ts";
import type { Limits } from "../domain/config.ts";
import type { Diagnostic, Outcome } from "../domain/diagnostic.ts";
import type { SeedFile } from "../domain/seed-file.ts";
import { readEnvelope } from "../parse/envelope.ts";
import { FrontMatterLanguage } from "../parse/front-matter.ts";
import { MarkupLimit, parseHtml } from "../parse/html.ts";
import { readSeedText, type SeedText } from "../read/seed-file.ts";
import { readBody } from "./body.ts";
import { type FinishedBody, finishBody } from "./finish.ts";
import { detectLanguage } from "./language.ts";
import { Ledger } from "./ledger.ts";
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
	const repaired = [
		...new Set([
			...seedText.repaired,
			...envelope.mended.map(({ ruleId }) => ruleId),
		]),
	].sort();
	return {
		value: {
			id: url === undefined ? idOfFile(file) : idOfAddress(url),
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
