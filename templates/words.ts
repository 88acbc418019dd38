/**
 * All wording of the interface, once for each language. The type of the simplified Chinese
 * catalogue is the type of all: a missing translation does not compile.
 */
import type { InterfaceLanguage } from "../src/domain/gazetteer.ts";
import { english } from "./words/en.ts";
import { simplified } from "./words/zh-hans.ts";
import { traditional } from "./words/zh-hant.ts";

/** The shape of a catalogue: its texts may differ, its keys and parameters may not. */
export type Words = Widen<typeof simplified>;

type Widen<Value> = Value extends string
	? string
	: Value extends (...values: infer Values) => string
		? (...values: Values) => string
		: Value extends readonly string[]
			? readonly string[]
			: { readonly [Key in keyof Value]: Widen<Value[Key]> };

const catalogues: Readonly<Record<InterfaceLanguage, Words>> = {
	"zh-Hans": simplified,
	"zh-Hant": traditional,
	en: english,
};

export function wordsFor(language: InterfaceLanguage): Words {
	return catalogues[language];
}
