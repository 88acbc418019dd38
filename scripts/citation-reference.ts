/**
 * Writes what citeproc makes of the made-up articles of `tests/site/citation-cases.ts` with the styles' own CSL files, for
 * the tests to compare ours with. Styles and locales are not part of this project; both are public repositories:
 *
 *     git clone https://github.com/citation-style-language/styles
 *     git clone https://github.com/citation-style-language/locales
 *     node --import tsx scripts/citation-reference.ts styles locales
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { stableJson } from "../src/base/order.ts";
import { cslItem } from "../src/site/cite/formats.ts";
import { citedItem } from "../src/site/cite/item.ts";
import { citationCases } from "../tests/site/citation-cases.ts";

/** As far as it is used; citeproc comes with `citation-js` and has no types. */
interface Engine {
	setOutputFormat(format: "text"): void;
	updateItems(ids: readonly string[]): void;
	makeBibliography(): [object, string[]];
	previewCitationCluster(
		citation: object,
		before: readonly [],
		after: readonly [],
		format: "text",
	): string;
}
const { Engine: EngineClass } = createRequire(import.meta.url)("citeproc") as {
	Engine: new (
		system: object,
		style: string,
		language: string,
		force: boolean,
	) => Engine;
};

const styles = {
	gbt2025: ["china-national-standard-gb-t-7714-2025-numeric", "zh-CN"],
	gbt2015: ["china-national-standard-gb-t-7714-2015-numeric", "zh-CN"],
	apa: ["apa", "en-US"],
	chicago: ["chicago-notes-bibliography-17th-edition", "en-US"],
	mla: ["modern-language-association", "en-US"],
} as const;

const [stylesFolder = "", localesFolder = ""] = process.argv.slice(2);
if (!existsSync(join(stylesFolder, "apa.csl"))) {
	console.error(
		"Usage: node --import tsx scripts/citation-reference.ts STYLES LOCALES; clone both from github.com/citation-style-language.",
	);
	process.exit(2);
}

const items = new Map(
	citationCases.map((article) => {
		const { custom: _, ...item } = cslItem(citedItem(article), {
			address: "",
			sha256: "",
		});
		return [article.id, item];
	}),
);
const answers = Object.fromEntries(
	Object.entries(styles).map(([name, [file, language]]) => {
		const engine = new EngineClass(
			{ retrieveLocale: locale, retrieveItem: (id: string) => items.get(id) },
			readFileSync(join(stylesFolder, `${file}.csl`), "utf8"),
			language,
			true,
		);
		engine.setOutputFormat("text");
		const write = name === "chicago" ? note : entry;
		return [
			name,
			Object.fromEntries(
				[...items.keys()].map((id) => {
					// Each alone: citeproc tells entries of one author and year apart.
					engine.updateItems([id]);
					return [id, write(engine, id)];
				}),
			),
		];
	}),
);
writeFileSync(
	"tests/fixtures/citations/citeproc.json",
	stableJson({ items: Object.fromEntries(items), answers }),
);

function locale(language: string): string {
	const path = join(localesFolder, `locales-${language}.xml`);
	return readFileSync(
		existsSync(path) ? path : join(localesFolder, "locales-en-US.xml"),
		"utf8",
	);
}

/** An entry of a bibliography, without its number. */
function entry(engine: Engine): string {
	const [, [text = ""]] = engine.makeBibliography();
	return text.trim().replace(/^\[\d+\] */, "");
}

/** As the first note of a text. */
function note(engine: Engine, id: string): string {
	return engine.previewCitationCluster(
		{ citationItems: [{ id }], properties: { noteIndex: 1 } },
		[],
		[],
		"text",
	);
}
