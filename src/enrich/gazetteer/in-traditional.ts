import type { GazetteerEntries, Named } from "../../domain/gazetteer.ts";
import { fold } from "./fold.ts";

/**
 * The entries, each with its name in traditional Chinese, which is looked for in texts too: what the entry says; else the
 * spelling that is the same name in the other script; else what OpenCC makes of it.
 */
export async function inTraditional(
	entries: GazetteerEntries,
): Promise<GazetteerEntries> {
	const { people, countries, cities, venues } = entries;
	const all = [people, countries, cities, venues].flat();
	const convert = all.some((entry) => traditionalOf(entry) === undefined)
		? await loadConverter()
		: (text: string) => text;
	const named = <Entry extends Named>(list: readonly Entry[]) =>
		list.map((entry) => {
			const traditional = traditionalOf(entry) ?? convert(entry.name);
			const isNew =
				traditional !== entry.name && !entry.names.includes(traditional);
			const names = isNew ? [...entry.names, traditional] : entry.names;
			return { ...entry, traditional, names };
		});
	return {
		people: named(people),
		countries: named(countries),
		cities: named(cities),
		venues: named(venues),
	};
}

/** What the entry says; else its spelling that is the same name in the other script; else `undefined`. */
export function traditionalOf({
	name,
	traditional,
	names,
}: Named): string | undefined {
	return (
		traditional ?? names.find((text) => text !== name && fold(text) === name)
	);
}

/** A megabyte of tables, loaded where a name needs them. */
async function loadConverter(): Promise<(text: string) => string> {
	const { Converter } = await import("opencc-js/cn2t");
	return Converter({ from: "cn", to: "tw" });
}
