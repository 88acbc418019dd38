/** All hits as files: for spreadsheets, programs, bibliographies, and for reading. */
import {
	bestExcerpts,
	termsToMark,
} from "../../../src/search/query/excerpts.ts";
import { bibtex, ris } from "../../../src/site/cite/formats.ts";
import { citedItem } from "../../../src/site/cite/item.ts";
import { csv } from "../../../src/site/files/csv.ts";
import { saveFile } from "../common/save-file.ts";
import { type ExportFormat, exportFormats, type Given } from "./given.ts";
import { type HitFacts, ofEach, textOf } from "./hit-facts.ts";

/** Name of the file for each format; its ending says what it is. */
const fileNames: Readonly<Record<ExportFormat, string>> = {
	csv: "results.csv",
	jsonl: "results.jsonl",
	ris: "results.ris",
	bib: "results.bib",
	links: "results-addresses.txt",
	text: "results.txt",
};

export async function download(
	given: Given,
	format: string,
	tell: (text: string) => void,
): Promise<void> {
	const { words } = given;
	const known = exportFormats.find((name) => name === format);
	if (!known) return;
	if (given.sorted().length === 0) {
		tell(words.nothingToTake);
		return;
	}
	const onProgress = (done: number, all: number) =>
		tell(words.readSoFar(String(done), String(all)));
	const rows =
		known === "text"
			? await passagesOf(given, onProgress)
			: (await ofEach(given, async (_, facts) => facts, onProgress)).map(
					(facts, n) => writers[known](facts, n),
				);
	// Half a list must not be taken for the whole.
	if (given.isWanted?.() === false) return;
	saveFile(
		fileNames[known],
		known === "csv" ? csv([columns, ...(rows as string[][])]) : rows.join(""),
	);
	tell(words.taken(String(rows.length), fileNames[known]));
}

const columns = [
	"id",
	"day",
	"source",
	"headline",
	"bylines",
	"language",
	"occurrences",
	"address",
	"url",
];

const writers: Readonly<
	Record<
		Exclude<ExportFormat, "text">,
		(facts: HitFacts, n: number) => string | string[]
	>
> = {
	csv: ({ id, day, source, headline, language, times, address, cited }) => [
		...[id, day, source, headline, (cited?.bylines ?? []).join("; ")],
		...[language, String(times), address, cited?.url ?? ""],
	],
	jsonl: ({
		id,
		day,
		sourceId,
		source,
		headline,
		language,
		times,
		address,
		cited,
	}) =>
		`${JSON.stringify({
			id,
			...(day !== "" && { day }),
			source: { id: sourceId, name: source },
			headline,
			bylines: cited?.bylines ?? [],
			language,
			occurrences: times,
			address,
			...(cited?.url && { url: cited.url }),
		})}\n`,
	ris: (facts) => `${ris(itemOf(facts), copyOf(facts))}\r\n`,
	bib: (facts) => `${bibtex(itemOf(facts), copyOf(facts))}\n`,
	links: ({ address }) => `${address}\n`,
};

function itemOf({ day, sourceId, source, cited, ...facts }: HitFacts) {
	const section = cited?.section ?? undefined;
	return citedItem({
		...facts,
		bylines: cited?.bylines ?? [],
		source: { id: sourceId, name: source, kind: cited?.kind ?? undefined },
		published: day === "" ? undefined : { day },
		recorded: cited?.recorded ?? undefined,
		url: cited?.url ?? undefined,
		tags: section === undefined ? [] : [section],
	});
}

function copyOf({ address, cited }: HitFacts) {
	return { address, sha256: cited?.sha256 ?? "" };
}

/** Headline, where it stands, and the best passages with the words in brackets. */
function passagesOf(
	given: Given,
	onProgress: (done: number, all: number) => void,
): Promise<string[]> {
	const terms = termsToMark(given.answer.terms);
	return ofEach(
		given,
		async (hit, facts) => {
			const text = await textOf(given, hit, facts.id);
			const passages = bestExcerpts(text, terms, 5).map(
				({ pieces, cutBefore, cutAfter }) =>
					`  ${cutBefore ? "…" : ""}${pieces
						.map(({ text, marked }) => (marked ? `【${text}】` : text))
						.join("")}${cutAfter ? "…" : ""}\n`,
			);
			const { headline, day, source, address } = facts;
			return `${headline}\n${[day, source, address].filter(Boolean).join("  ")}\n${passages.join("")}\n`;
		},
		onProgress,
	);
}
