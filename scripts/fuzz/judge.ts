/** What went wrong with a damaged file: nothing may throw, nothing may be lost, nothing may leave the policy. */
import { defaults } from "../../src/config.ts";
import type { Draft } from "../../src/domain/article.ts";
import { draftFile } from "../../src/normalise/draft-file.ts";
import type { DraftedPart } from "../../src/normalise/drafted.ts";
import { readEnvelope } from "../../src/parse/envelope.ts";
import { bytesInMemory } from "../../src/read/seed-bytes.ts";
import { readSeedText } from "../../src/read/seed-file.ts";
import { breaches } from "../../tests/ingest/policy.ts";
import { draftSchema } from "../../tests/ingest/support.ts";
import {
	accountedText,
	surplus,
	visibleText,
} from "../../tests/ingest/visible.ts";
import type { MadeFile } from "./made-files.ts";
import { marksIn, seenMarks } from "./seen-marks.ts";

export type Fault =
	| "throw"
	| "loss by tree"
	| "loss by marks"
	| "policy"
	| "time";

export interface Verdict {
	readonly faults: readonly (readonly [Fault, string])[];
	/** Articles that came of it. */
	readonly articles: number;
	/** Characters and marks that were seen and looked for. */
	readonly characters: number;
	readonly marks: number;
}

/**
 * Read `bytes` as an ingest process would, and look at everything that came of it.
 *
 * @param made what the file was before it was damaged.
 * @param inside what it holds, where it is packed.
 */
export async function judge(
	made: MadeFile,
	bytes: Buffer,
	inside = bytes,
): Promise<Verdict> {
	const faults: [Fault, string][] = [];
	const parts: DraftedPart[] = [];
	let others: readonly { readonly ruleId: string }[] = [];
	const before = process.cpuUsage();
	try {
		const drafted = await draftFile(
			bytesInMemory(made.path, bytes),
			{ limits: defaults.limits },
			(part) => {
				if (part) parts.push(part);
			},
		);
		if (drafted.single) parts.push(drafted.single);
		others = drafted.diagnostics;
	} catch (error) {
		faults.push(["throw", String((error as Error).stack)]);
	}
	const { user, system } = process.cpuUsage(before);
	const ms = (user + system) / 1000;
	if (ms > defaults.limits.fileMs)
		faults.push(["time", `${ms.toFixed(0)} ms of processor time`]);
	for (const part of parts) faults.push(...faultsOf(part));
	const drafts = parts.flatMap(({ draft }) => draft ?? []);
	const tree = treeLoss(made, bytes, drafts);
	const marks = markLoss(made, inside, parts, others.length > 0);
	return {
		faults: [...faults, ...tree.faults, ...marks.faults],
		articles: drafts.length,
		characters: tree.characters,
		marks: marks.marks,
	};
}

function faultsOf({ draft, diagnostics }: DraftedPart): [Fault, string][] {
	const bug = diagnostics.find(({ ruleId }) => ruleId === "normalise/internal");
	if (bug) return [["throw", bug.reason]];
	const errors = diagnostics.filter(({ severity }) => severity === "error");
	if (!draft)
		return errors.some(({ reason }) => /\S/.test(reason))
			? []
			: [["policy", "refused without a reason"]];
	const said = [
		draft.headline,
		...draft.bylines,
		...draft.tags,
		...draft.paragraphs.map(({ text }) => text),
	].find((text) => forbidden.test(text));
	const schema = draftSchema.safeParse(draft).error;
	return [
		...breaches(draft.html),
		...(said === undefined
			? []
			: [`forbidden character in ${JSON.stringify(said)}`]),
		...(schema ? [schema.message] : []),
		...draft.links
			.filter(({ href }) => !/^(?:https?|mailto):/.test(href))
			.map(({ href }) => `link to ${href}`),
		...(draft.headline.trim() === "" ? ["no headline"] : []),
	].map((what) => ["policy", what]);
}

const forbidden = /(?![\t\n])[\p{Cc}\p{Cs}\u200b\u202a-\u202e\ufffe\uffff]/u;

/** First counter: every character of the parsed file, against those of the article and of its removals. */
function treeLoss(
	{ path }: MadeFile,
	bytes: Buffer,
	drafts: readonly Draft[],
): { readonly faults: [Fault, string][]; readonly characters: number } {
	const [draft] = drafts;
	const shape = draft?.provenance.variant ?? "";
	if (
		!draft ||
		!/^(?:header|jekyll|page|plain)/.test(shape) ||
		draft.provenance.markup
	)
		return { faults: [], characters: 0 };
	const { fileBytes } = defaults.limits;
	const text = readSeedText({ path, bytes }, fileBytes).value?.text ?? "";
	const seen = visibleText(
		shape === "page" ? text : readEnvelope(text).body.text,
	);
	const removed = draft.provenance.removed.filter(
		({ rule }) => rule !== "parse/repeated-header",
	);
	const found = accountedText({
		...draft,
		provenance: { ...draft.provenance, removed },
	});
	const shown = accountedText({
		...draft,
		provenance: { ...draft.provenance, removed: [] },
	});
	const [lost, added] = [surplus(seen, found), surplus(shown, seen)];
	const differ = Object.keys({ ...lost, ...added }).length > 0;
	return {
		faults: differ
			? [
					[
						"loss by tree",
						`lost ${JSON.stringify(lost)}, added ${JSON.stringify(added)}`,
					],
				]
			: [],
		characters: seen.length,
	};
}

/** Second counter: every mark that another parser finds must be in the article or among its removals. */
function markLoss(
	{ nature, path }: MadeFile,
	inside: Buffer,
	parts: readonly DraftedPart[],
	isRemarked: boolean,
): { readonly faults: [Fault, string][]; readonly marks: number } {
	const drafts = parts.flatMap(({ draft }) => draft ?? []);
	const isPartly = isRemarked || drafts.length < parts.length;
	if (drafts.length === 0) return { faults: [], marks: 0 };
	const { dumpBytes } = defaults.limits;
	const text =
		readSeedText({ path, bytes: inside }, dumpBytes).value?.text ?? "";
	const seen = seenMarks(text, natureOf(drafts, nature));
	const found = marksIn(JSON.stringify(drafts));
	const missing = [...seen].filter((mark) => !found.has(mark));
	// What was refused by name is not lost.
	if (isPartly || missing.length === 0)
		return { faults: [], marks: seen.size - missing.length };
	return {
		faults: [["loss by marks", missing.slice(0, 8).join(" ")]],
		marks: seen.size,
	};
}

/** Damage can make another kind of file of one; the program says which, and what is seen of it follows from that. */
function natureOf(
	drafts: readonly Draft[],
	nature: MadeFile["nature"],
): MadeFile["nature"] {
	const [{ provenance } = {}] = drafts;
	if (provenance === undefined) return nature;
	const { variant, markup } = provenance;
	if (markup === "markdown") return "markdown";
	if (/^(?:header|jekyll|plain|page)/.test(variant))
		return markup === "text" ? "text" : "html";
	return nature;
}
