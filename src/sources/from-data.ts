/** An adapter made of what an archive's owner says of an outlet. */
import type { OutletEntry, StampPart } from "../domain/outlet.ts";
import { parseWhen } from "../domain/time.ts";
import { attribute, type Element, plainText } from "../parse/html.ts";
import { type SourceAdapter, type Stamp, splitNames } from "./adapter.ts";
import { datePattern } from "./date-pattern.ts";
import { selects } from "./select.ts";

/**
 * @param entry checked already: its selectors and patterns can be read.
 */
export function adapterFromData(entry: OutletEntry): SourceAdapter {
	const { id, name, homepage, zone, language, kind, hosts, names } = entry;
	const address = homepage ?? (hosts[0] && `https://${hosts[0]}/`);
	const bodies = entry.body.map(selects);
	const stamps = entry.stamp.map(stampReader(zone));
	const bylines = entry.byline.map(selects);
	const credits = entry.credits.map(({ select, role }) => ({
		isCredit: selects(select),
		role,
	}));
	const boilerplate = entry.boilerplate.map(({ select, rule }) => ({
		isBoilerplate: selects(select),
		rule,
	}));
	return {
		source: {
			id,
			name,
			...(address ? { homepage: address } : {}),
			zone,
			language,
			...(kind ? { kind } : {}),
		},
		hosts,
		names: [...names, name],
		headline: (title) => bareHeadline(title, entry.headline),
		...(bodies.length === 0
			? {}
			: { body: (element) => bodies.some((isBody) => isBody(element)) }),
		boilerplate: (element) =>
			boilerplate.find(({ isBoilerplate }) => isBoilerplate(element))?.rule,
		stamp(element) {
			for (const read of stamps) {
				const stamp = read(element);
				if (stamp) return stamp;
			}
			return undefined;
		},
		byline: (element) =>
			bylines.some((isByline) => isByline(element))
				? splitNames(plainText(element))
				: undefined,
		credits(element) {
			const part = credits.find(({ isCredit }) => isCredit(element));
			const text = part && plainText(element);
			if (!part || text === undefined) return undefined;
			return text === "" ? [] : [{ role: part.role, text }];
		},
	};
}

/** An element whose words are no date stays where it is. */
function stampReader(zone: string) {
	return ({ select, attribute: name, pattern }: StampPart) => {
		const isStamp = selects(select);
		const read = pattern === undefined ? undefined : datePattern(pattern);
		return (element: Element): Stamp | undefined => {
			if (!isStamp(element)) return undefined;
			const text =
				name === undefined ? plainText(element) : attribute(element, name);
			if (text === undefined) return undefined;
			if (read) return read(text);
			return parseWhen(text, zone) ? { text: text.trim() } : undefined;
		};
	};
}

/** The headline without one of the prefixes and one of the suffixes; an empty text where there is nothing to take away. */
function bareHeadline(
	title: string,
	{ prefix, suffix }: OutletEntry["headline"],
): string {
	const start = prefix.find((words) => title.startsWith(words)) ?? "";
	const end = suffix.find((words) => title.endsWith(words)) ?? "";
	const bare = title.slice(start.length, title.length - end.length).trim();
	return bare === title ? "" : bare;
}
