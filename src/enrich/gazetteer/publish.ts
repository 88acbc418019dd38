import { schemaVersion } from "../../domain/article-id.ts";
import type { Named, PublishedGazetteer } from "../../domain/gazetteer.ts";
import { traditionalOf } from "./in-traditional.ts";
import type { Gazetteer } from "./index.ts";

/** What the corpus says of a gazetteer: enough to name everybody, in every language of the interface. */
export function publishGazetteer({
	people,
	countries,
	cities,
	venues,
}: Gazetteer): PublishedGazetteer {
	const withId = (entry: Named & { readonly id: string }) => ({
		id: entry.id,
		...namesOf({ ...entry, english: entry.english ?? asTitle(entry.id) }),
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
	return {
		name,
		// Else both scripts write it alike.
		traditional: traditionalOf(entry) ?? name,
		english: english ?? names.find((text) => /^\p{Script=Latin}/u.test(text)),
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
