/** A quick look at whether an article may be about a person at all. */
import type { Draft } from "../domain/article.ts";
import { fold } from "./gazetteer/fold.ts";
import {
	type Gazetteer,
	type GazetteerPerson,
	perPerson,
} from "./gazetteer/index.ts";

/**
 * Whether headline, text or captions may name the person, by name or by office. May say yes too often (白俄罗斯总统 before
 * they took office), never no.
 */
export function mayName(
	draft: Draft,
	personId: string,
	gazetteer: Gazetteer,
): boolean {
	const names = namesOf(personId, gazetteer);
	return (
		names.test(draft.headline) ||
		draft.paragraphs.some(({ text }) => names.test(text)) ||
		draft.figures.some(({ caption, alt }) => names.test(caption || alt))
	);
}

/** The expression for a person's names and offices in either script. */
export const namesOf = perPerson(patternOf);

/** Simplified characters of names and titles with their traditional forms, so that no text has to be folded for this. */
const traditional: Readonly<Record<string, string>> = Object.fromEntries(
	[
		..."习習卢盧罗羅总總统統国國领領导導独獨强強俄俄华華东東乌烏兰蘭韩韓",
	].flatMap((_, i, all) => (i % 2 === 0 ? [[all[i], all[i + 1]]] : [])),
);

function patternOf(
	person: GazetteerPerson,
	{ countryById }: Gazetteer,
): RegExp {
	const names = [person.name, ...person.names, ...(person.courtesy ?? [])].map(
		literal,
	);
	const country = countryById(person.country);
	const titles = (person.offices ?? []).flatMap(({ titles }) => titles);
	const lands = country
		? [country.name, ...country.names, ...(country.loose ?? [])]
		: [];
	const offices =
		titles.length > 0
			? [`(?:${anyScript(lands)})(?:${anyScript(titles)})`]
			: [];
	return new RegExp([...names, ...offices].join("|"));
}

/** A text in an expression that finds just it. */
export const literal = (text: string): string =>
	text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

function anyScript(words: readonly string[]): string {
	return [...new Set(words.map(fold))]
		.map((word) =>
			[...literal(word)]
				.map((c) => (traditional[c] ? `[${c}${traditional[c]}]` : c))
				.join(""),
		)
		.join("|");
}

const landsOf = perPerson(landPattern);
const heads =
	/总统|總統|主席|领导人|領導人|元首|总书记|總書記|委员长|委員長|首相/;

const states = /[两兩][国國]元首|[国國]家元首|元首/;
const ofSide = /方(?:最高)?[领領][导導]人|[我你]?们的?[总總][统統]/;

/** A byline that says who writes stands in the first so many paragraphs. */
const headParts = 2;

/** Whether an article may mean a person by an office alone: it names the country, and somebody who leads one. */
export function mayMean(
	{ headline, paragraphs }: Draft,
	personId: string,
	gazetteer: Gazetteer,
): boolean {
	const country = landsOf(personId, gazetteer);
	return (
		(heads.test(headline) || paragraphs.some(({ text }) => heads.test(text))) &&
		(country.test(headline) ||
			(paragraphs.slice(0, headParts).some(({ text }) => country.test(text)) &&
				paragraphs.some(({ text }) => ofSide.test(text))) ||
			paragraphs.some(
				({ text }) =>
					country.test(text) && (states.test(text) || ofSide.test(text)),
			))
	);
}

/** A country by its names, and by its initial where no other has that: 白方. */
function landPattern(
	{ country: id }: GazetteerPerson,
	{ countryById, countries }: Gazetteer,
): RegExp {
	const { name, names = [], initial } = countryById(id) ?? {};
	const isOwn = countries.every(
		(one) =>
			one.id === id ||
			(one.initial !== initial && !one.name.startsWith(initial ?? "?")),
	);
	const words = [...(name ? [name] : []), ...names].map(literal);
	return new RegExp(
		[...words, ...(initial && isOwn ? [`${initial}方`] : [])].join("|") ||
			"(?!)",
	);
}
