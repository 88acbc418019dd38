/** People and places by name: the shape of the gazetteer's entries, the built-in ones and an owner's own. */
import * as z from "zod";
import { schemaVersion } from "./article-id.ts";

/** The languages of the interface. */
export const interfaceLanguages = ["zh-Hans", "zh-Hant", "en"] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

/** What the site prints, by language. */
export interface Named {
	/** Simplified Chinese, as the site prints it. */
	readonly name: string;
	/** Traditional Chinese, where it is more than another script of `name`. */
	readonly traditional?: string | undefined;
	/** English; absent where it is not known. */
	readonly english?: string | undefined;
	/** Every other spelling that may be met, in any script. None may be part of an everyday word. */
	readonly names: readonly string[];
}

/** A term in an office that newspapers use instead of the name. */
export interface Office {
	/** The office as written after the country's name, simplified: `总统`. */
	readonly titles: readonly string[];
	/** First and last day in office, `YYYY-MM-DD`; absent means before or after everything archived. */
	readonly from?: string | undefined;
	readonly until?: string | undefined;
	/** Whether 两国元首 may mean the holder. */
	readonly headOfState: boolean;
}

export interface GazetteerPerson extends Named {
	readonly id: string;
	/** Forms too short to search for, yet clear in a text that names the country: 习主席. */
	readonly courtesy?: readonly string[] | undefined;
	/** The one character that headlines use in 习卢会, 普习会. */
	readonly initial?: string | undefined;
	/** Whether 她 may mean the person. */
	readonly female?: boolean | undefined;
	/** Country id of the gazetteer. */
	readonly country: string;
	readonly offices?: readonly Office[] | undefined;
}

export interface Country extends Named {
	readonly id: string;
	/** The character that stands for it in 中白, 俄白; and in 访华. */
	readonly initial?: string | undefined;
	/** Spellings that count before a title (白俄总统) and are too loose elsewhere. */
	readonly loose?: readonly string[] | undefined;
}

export interface City extends Named {
	readonly id: string;
	/** Country id. */
	readonly country: string;
	/** Degrees of the city centre, WGS 84. */
	readonly lat: number;
	readonly lon: number;
	/** ASCII, for addresses. */
	readonly ascii: string;
	/** IANA zone. */
	readonly zone: string;
}

/** A building or park; `cities` has more than one entry where several cities have one of that name. */
export interface Venue extends Named {
	readonly cities: readonly string[];
}

/** What a gazetteer is made of. An entry whose id (or, of a venue, whose name) is known already replaces that one. */
export interface GazetteerEntries {
	readonly people: readonly GazetteerPerson[];
	readonly countries: readonly Country[];
	readonly cities: readonly City[];
	readonly venues: readonly Venue[];
}

const names = {
	name: z.string(),
	traditional: z.string(),
	english: z.string().optional(),
	names: z.array(z.string()),
};
const withId = z.strictObject({ id: z.string(), ...names });

/** Who and what an archive knows by name, as the corpus publishes it: names in each language, every other spelling. */
const publishedGazetteerSchema = z.strictObject({
	schemaVersion: z.literal(schemaVersion),
	people: z.array(withId),
	countries: z.array(withId),
	cities: z.array(withId),
	venues: z.array(z.strictObject(names)),
});

export type PublishedGazetteer = z.infer<typeof publishedGazetteerSchema>;
