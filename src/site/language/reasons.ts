/** Why the report names a file, in the languages of the interface. The corpus says it in English. */
import type { InterfaceLanguage } from "../../domain/gazetteer.ts";
import { reasonsOfArticles } from "./reasons/articles.ts";
import { reasonsOfDumps } from "./reasons/dumps.ts";
import { kindsOfFiles, reasonsOfFiles } from "./reasons/files.ts";
import type { Reason } from "./reasons/reason.ts";

interface Pattern {
	readonly english: RegExp;
	readonly "zh-Hans": string;
	readonly "zh-Hant": string;
}

/** @returns `undefined` for a sentence that is not known, such as a library's own words. */
export function reasonIn(
	sentence: string,
	language: InterfaceLanguage,
): string | undefined {
	if (language === "en") return sentence;
	for (const pattern of patterns()) {
		const found = pattern.english.exec(sentence);
		if (!found) continue;
		return pattern[language].replace(/\{([a-z]+)\}/g, (_, name: string) => {
			const part = found.groups?.[name] ?? "";
			// A part may be a sentence or a noun phrase of ours itself.
			return reasonIn(part, language) ?? part;
		});
	}
	return undefined;
}

let compiled: readonly Pattern[] | undefined;

function patterns(): readonly Pattern[] {
	compiled ??= reasons.map(patternOf);
	return compiled;
}

/** All that are known. Sentences stand first: what differs in a noun phrase would fit too much. */
export const reasons: readonly Reason[] = [
	...reasonsOfFiles,
	...reasonsOfDumps,
	...reasonsOfArticles,
	...kindsOfFiles,
];

function patternOf([english, simplified, traditional]: Reason): Pattern {
	const source = english
		.split(/\{([a-z]+)\}/)
		.map((part, at) => (at % 2 === 0 ? escaped(part) : `(?<${part}>.+?)`))
		.join("");
	return {
		english: new RegExp(`^${source}$`, "su"),
		"zh-Hans": simplified,
		"zh-Hant": traditional,
	};
}

function escaped(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
