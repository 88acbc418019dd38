/** People, places and venues by name: the only part of the program that knows who and where anybody is. */
import { fold } from "../fold.ts";
import { type GazetteerPerson, people } from "./people.ts";
import {
	type City,
	type Country,
	cities,
	countries,
	type Venue,
	venues,
} from "./places.ts";

export type { City, Country, GazetteerPerson, Venue };
export { cities, countries, people, venues };

/**
 * Spellings of one name, for search: every person, and every place that Chinese papers spell in more than one way.
 *
 * Places with a single spelling (北京) stay literal, so that a search for them finds what is written and no more. For the
 * same reason a short form inside a longer one is left out: 钓鱼台 finds 钓鱼台国宾馆 anyway, and not the other way round.
 */
export function aliasGroups(): readonly (readonly string[])[] {
	const persons = people.map(spellings).filter((names) => names.length > 1);
	const places = [...countries, ...cities, ...venues]
		.map(spellings)
		.filter((names) => {
			const chinese = names.filter((text) => /\p{Script=Han}/u.test(text));
			return new Set(chinese.map(fold)).size > 1;
		});
	return [...persons, ...places];
}

function spellings(entry: {
	readonly name: string;
	readonly names: readonly string[];
}): readonly string[] {
	const all = [entry.name, ...entry.names];
	return all.filter((text) => {
		const folded = fold(text);
		return !all.some(
			(other) => fold(other) !== folded && fold(other).includes(folded),
		);
	});
}
