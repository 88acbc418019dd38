import type { Draft } from "../domain/article.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { isoUtc } from "../domain/time.ts";
import type { SeedBytes } from "../read/seed-bytes.ts";
import { draftFile } from "./draft-file.ts";
import type { DraftedPart } from "./drafted.ts";
import type { DraftSettings } from "./settings.ts";

/**
 * Everything known about one file, for a person at a terminal: `npm run inspect -- FILE`.
 *
 * @param more what later stages make of an article.
 */
export async function explainFile(
	bytes: SeedBytes,
	settings: DraftSettings,
	more: (draft: Draft) => string = () => "",
): Promise<string> {
	const explainPart = (path: string, part: DraftedPart) =>
		explainDraft(path, part) + (part.draft ? more(part.draft) : "");
	const parts: DraftedPart[] = [];
	const { single, diagnostics } = await draftFile(bytes, settings, (part) => {
		if (part) parts.push(part);
	});
	if (single) return explainPart(bytes.path, single);
	const articles = parts.filter(({ draft }) => draft !== undefined);
	return [
		`${bytes.path}: ${articles.length} articles, ${parts.length - articles.length} parts quarantined`,
		...section("Findings", diagnostics.map(findingLine)),
		"",
		...parts.map((part) => explainPart(`${bytes.path}#${part.name}`, part)),
	].join("\n");
}

function explainDraft(
	path: string,
	{ draft, diagnostics }: DraftedPart,
): string {
	return [
		`${path}: ${draft ? "accepted" : "quarantined"}`,
		...(draft ? portray(draft) : []),
		...section("Findings", diagnostics.map(findingLine)),
		"",
	].join("\n");
}

function findingLine({
	severity,
	ruleId,
	line,
	reason,
	actual,
	expected,
}: Diagnostic): string {
	const at = line === undefined ? "" : ` (line ${line})`;
	const said = actual === undefined ? "" : ` [${actual}]`;
	const wanted = expected === undefined ? "" : ` (expected ${expected})`;
	return `  ${severity.padEnd(7)} ${ruleId}${at}: ${reason}${said}${wanted}`;
}

function portray(draft: Draft): readonly string[] {
	const { provenance, published, recorded } = draft;
	return [
		`id         ${draft.id}`,
		`headline   ${draft.headline}`,
		`source     ${draft.source.id} (${draft.source.name}, ${draft.source.zone})`,
		`address    ${draft.url ?? "none"}`,
		`bylines    ${draft.bylines.join(" | ") || "none"}`,
		`published  ${
			published
				? `${published.day} ${published.zone}${published.at === undefined ? "" : `, ${isoUtc(published.at)}`}, by ${published.basis}`
				: "unknown"
		}`,
		`recorded   ${recorded === undefined ? "unknown" : isoUtc(recorded)}`,
		`language   ${draft.language}`,
		`envelope   ${provenance.variant}, ${provenance.encoding}, ${provenance.bytes} bytes, adapter ${provenance.adapter}`,
		`sha256     ${provenance.sha256}`,
		`repaired   ${provenance.repaired.join(", ") || "nothing"}`,
		`tags       ${draft.tags.join(" | ") || "none"}`,
		...section(
			"Witnesses of the date",
			draft.witnesses.map(
				({ kind, text, line, day, verdict }) =>
					`  ${verdict.padEnd(11)} ${kind.padEnd(12)} ${day ?? "?"}  ${text}${line === undefined ? "" : ` (line ${line})`}`,
			),
		),
		...section(
			"Removed",
			provenance.removed.map(
				({ rule, count, text }) =>
					`  ${count} × ${rule}${text === undefined ? "" : `: ${text.replaceAll("\n", " ⏎ ")}`}`,
			),
		),
		...section(
			"Credits",
			draft.credits.map(
				({ role, text, href }) =>
					`  ${role}: ${text}${href === undefined ? "" : ` <${href}>`}`,
			),
		),
		...section(
			"Figures",
			draft.figures.map(
				({ id, src, caption, credit, alt }) =>
					`  ${id} ${src}\n     caption: ${caption || "none"}${credit === "" ? "" : `\n     credit: ${credit}`}${
						alt === "" || alt === caption ? "" : `\n     alt: ${alt}`
					}`,
			),
		),
		...section(
			"Links",
			draft.links.map(({ href, text }) => `  ${text} <${href}>`),
		),
		...section(
			"Text",
			draft.paragraphs.map(
				({ id, kind, text }) =>
					`  ${id}${kind === undefined ? "" : ` (${kind})`} ${text.replaceAll("\n", " ⏎ ")}`,
			),
		),
	];
}

function section(title: string, lines: readonly string[]): readonly string[] {
	return lines.length === 0 ? [] : ["", `${title}:`, ...lines];
}
