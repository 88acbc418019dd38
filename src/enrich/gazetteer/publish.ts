import { schemaVersion } from "../../domain/article-id.ts";
import type { PublishedGazetteer } from "../../domain/gazetteer.ts";
import { fold } from "./fold.ts";
import type { Gazetteer } from "./index.ts";

interface Named {
	readonly name: string;
	readonly traditional?: string;
	readonly english?: string;
	readonly names: readonly string[];
}

/** What the corpus says of a gazetteer: enough to name everybody, in every language of the interface. */
export function publishGazetteer({
	people,
	countries,
	cities,
	venues,
}: Gazetteer): PublishedGazetteer {
	const withId = (entry: Named & { readonly id: string }) => ({
		id: entry.id,
		...namesOf({ english: asTitle(entry.id), ...entry }),
	});
	return {
		schemaVersion,
		people: people.map(withId),
		countries: countries.map(withId),
		cities: cities.map(withId),
		venues: venues.map(namesOf),
	};
}

function namesOf(entry: Named) {
	const { name, english, names } = entry;
	const latin =
		english ?? names.find((text) => /^\p{Script=Latin}/u.test(text));
	return {
		name,
		traditional: traditionalName(entry),
		...(latin === undefined ? {} : { english: latin }),
		names: [...names],
	};
}

/** `saint-petersburg` → `Saint Petersburg`. */
function asTitle(id: string): string {
	return id
		.split("-")
		.map((part) => part.charAt(0).toUpperCase() + part.slice(1))
		.join(" ");
}

/** What the entry says; else the spelling that is the same name in the other script; else both scripts write it alike. */
function traditionalName({ name, traditional, names }: Named): string {
	const other = names.find((text) => text !== name && fold(text) === name);
	return traditional ?? other ?? name;
}
