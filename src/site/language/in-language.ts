/** The corpus in a language of the interface: names, titles, and the sentences in which the timeline explains itself. */

import { type Names, namesIn } from "../../corpus/names.ts";
import type { Corpus } from "../../corpus/store.ts";
import {
	type Encounter,
	type EncounterKind,
	type Place,
	type Rejected,
	type Timeline,
	titleOfPair,
} from "../../domain/encounter.ts";
import type { InterfaceLanguage } from "../../domain/gazetteer.ts";
import type { Manifest } from "../../domain/manifest.ts";
import { translated } from "./sentences.ts";

type Visit = NonNullable<Encounter["visit"]>;
type Other = Exclude<InterfaceLanguage, "zh-Hans">;

/**
 * Articles, quotes, outcomes and dates are as they are; an owner's own titles and notes too, where they are not given in this
 * language. What the archive works out is in simplified Chinese in the corpus.
 */
export function inLanguage(
	corpus: Corpus,
	language: InterfaceLanguage,
): Corpus {
	const { encounters } = corpus;
	const manifest = named(corpus.manifest, language);
	if (language === "zh-Hans") {
		const titled = ({ titles, ...one }: Timeline): Timeline => ({
			...one,
			title: titles?.[language] ?? one.title,
		});
		return {
			...corpus,
			manifest,
			encounters: {
				...encounters,
				timeline: titled(encounters.timeline),
				timelines: encounters.timelines.map(titled),
			},
		};
	}
	const translation = new Translation(
		language,
		namesIn(corpus.gazetteer, language),
	);
	return {
		...corpus,
		manifest,
		encounters: {
			...encounters,
			timeline: translation.timeline(encounters.timeline),
			timelines: encounters.timelines.map((one) => translation.timeline(one)),
			encounters: encounters.encounters.map((one) =>
				translation.encounter(one),
			),
			rejected: encounters.rejected.map((one) => translation.rejected(one)),
		},
	};
}

/** What the archive says of itself, in one of its languages. */
function named(manifest: Manifest, language: InterfaceLanguage): Manifest {
	const { archive } = manifest;
	const texts = archive.otherLanguages?.find(
		(one) => one.language === language,
	);
	if (texts === undefined) return manifest;
	const { shortName: _, ...rest } = archive;
	return { ...manifest, archive: { ...rest, ...texts } };
}

/** What joins two names, and what is said of their meetings. */
const words: Readonly<
	Record<
		Other,
		{
			readonly chronicle: (names: readonly string[]) => string;
			readonly meeting: (names: readonly string[], where: string) => string;
			readonly kinds: Readonly<Partial<Record<EncounterKind, string>>>;
		}
	>
> = {
	"zh-Hant": {
		chronicle: (names) => `${names.join("與")}會晤編年`,
		meeting: (names, where) =>
			`${names.join("與")}${where ? `在${where}` : ""}會晤`,
		kinds: {
			"state-visit": "（國事訪問）",
			"official-visit": "（正式訪問）",
			"working-visit": "（工作訪問）",
			"multilateral-sideline": "（多邊活動期間）",
		},
	},
	en: {
		chronicle: (names) => `Meetings of ${names.join(" and ")}`,
		meeting: (names, where) =>
			`${names.join(" and ")} meet${where ? ` in ${where}` : ""}`,
		kinds: {
			"state-visit": " (state visit)",
			"official-visit": " (official visit)",
			"working-visit": " (working visit)",
			"multilateral-sideline": " (beside a multilateral event)",
		},
	},
};

class Translation {
	readonly #language: Other;
	readonly #names: Names;

	constructor(language: Other, names: Names) {
		this.#language = language;
		this.#names = names;
	}

	timeline({ titles, ...timeline }: Timeline): Timeline {
		const people = this.#people(timeline.people);
		const isOurs = timeline.title === titleOfPair(timeline.people);
		const title = isOurs
			? words[this.#language].chronicle(people.map(({ name }) => name))
			: timeline.title;
		return { ...timeline, title: titles?.[this.#language] ?? title, people };
	}

	encounter(encounter: Encounter): Encounter {
		const people = this.#people(encounter.people);
		const place = this.#place(encounter.place);
		const { meeting, kinds } = words[this.#language];
		return {
			...encounter,
			people,
			place,
			...(encounter.visit && { visit: this.#visit(encounter.visit) }),
			title:
				meeting(
					people.map(({ name }) => name),
					place.city ?? place.country ?? "",
				) + (kinds[encounter.kind] ?? ""),
			conflicts: encounter.conflicts.map((conflict) => ({
				...conflict,
				detail: this.#sentence(conflict.detail),
				values: conflict.values.map(({ value, articleIds }) => ({
					value: this.#sentence(this.#names.named(value)),
					articleIds,
				})),
			})),
			...(encounter.reason !== undefined && {
				reason: this.#sentence(encounter.reason),
			}),
			checks: encounter.checks.map((check) => ({
				...check,
				detail: this.#sentence(check.detail),
			})),
		};
	}

	rejected(rejected: Rejected): Rejected {
		return { ...rejected, detail: this.#sentence(rejected.detail) };
	}

	#people(people: Timeline["people"]): Timeline["people"] {
		return people.map(({ id }) => ({ id, name: this.#names.person(id) }));
	}

	#visit({ visitor, host, ...rest }: Visit): Visit {
		return {
			...rest,
			...(visitor && {
				visitor: { ...visitor, name: this.#names.person(visitor.id) },
			}),
			...(host !== undefined && { host: this.#names.named(host) }),
		};
	}

	#place({ city, country, venue, ...rest }: Place): Place {
		const named = (name: string) => this.#names.named(name);
		return {
			...(city === undefined ? {} : { city: named(city) }),
			...(country === undefined ? {} : { country: named(country) }),
			...(venue === undefined ? {} : { venue: named(venue) }),
			...rest,
		};
	}

	#sentence(sentence: string): string {
		return (
			translated(sentence, this.#language, (name) => this.#names.named(name)) ??
			sentence
		);
	}
}
