/** Outlets without an adapter or an entry of `_outlets.yml`, and the entry that their articles suggest. */
import { byCodePoint } from "../base/order.ts";
import type { Draft } from "../domain/article.ts";
import { offsetIn } from "../domain/time.ts";
import { hostOf } from "../sources/index.ts";

/** One host without a description. */
export interface UnknownOutlet {
	/** Without `www.`. */
	readonly host: string;
	readonly articles: number;
	/** What crawlers and pages call it, the most frequent first. */
	readonly names: readonly string[];
	/** What most of its headlines end in: `_江湾晚报`. */
	readonly suffix?: string;
	/** IANA zone whose clock fits the offsets that its articles state; absent where none states any. */
	readonly zone?: string;
	/** How many of its articles state an offset that fits. */
	readonly fitting: number;
	/** What most of its articles are in. */
	readonly language: string;
}

/** What the doctor needs to know of an article. */
export type Seen = Pick<
	Draft,
	"url" | "source" | "headline" | "language" | "witnesses" | "published"
>;

/** @param drafts of articles whose outlet has neither an adapter nor an entry. */
export function unknownOutlets(drafts: readonly Seen[]): UnknownOutlet[] {
	const byHost = new Map<string, Seen[]>();
	for (const draft of drafts) {
		const host = draft.url && hostOf(draft.url)?.replace(/^(?:www|m)\./, "");
		if (host) byHost.set(host, [...(byHost.get(host) ?? []), draft]);
	}
	return [...byHost]
		.map(([host, own]) => describe(host, own))
		.sort((a, b) => b.articles - a.articles || byCodePoint(a.host, b.host));
}

function describe(host: string, own: readonly Seen[]): UnknownOutlet {
	const zones = likelyZones(own);
	const [zone] = zones;
	const suffix = commonEnding(own.map(({ headline }) => headline));
	const names = mostFrequent(
		own.map(({ source }) => source.name).filter((name) => !name.includes(host)),
	);
	return {
		host,
		articles: own.length,
		names:
			names.length === 0 && suffix !== undefined
				? [suffix.replace(separator, "").trim()]
				: names,
		...(suffix === undefined ? {} : { suffix }),
		...(zone ? { zone: zone.name } : {}),
		fitting: zone?.fitting ?? 0,
		language: mostFrequent(own.map(({ language }) => language))[0] ?? "und",
	};
}

/** What stands between a headline and the name of the site behind it. */
const separator = /^\s*(?:[_|｜]|\s[-–—]{1,2}\s)\s*/;
const ending = /(?:\s*[_|｜]\s*|\s+[-–—]{1,2}\s+)[^_|｜–—]{2,30}$/;

/** How more than half of the headlines end, where at least two do. */
function commonEnding(headlines: readonly string[]): string | undefined {
	const endings = headlines.flatMap((one) => ending.exec(one)?.[0] ?? []);
	const [most] = mostFrequent(endings);
	const count = endings.filter((one) => one === most).length;
	return count > 1 && count * 2 > headlines.length ? most : undefined;
}

/** The likeliest zones: their offset on the day in question is the one that is stated. */
function likelyZones(
	own: readonly Seen[],
): { readonly name: string; readonly fitting: number }[] {
	const stated = own.flatMap(({ witnesses, published }) => {
		const offset = witnesses
			.map(({ text }) => /\d[ ]?([+-]\d{2}:?\d{2})$/.exec(text.trim())?.[1])
			.find((found) => found !== undefined);
		return offset && published?.at !== undefined
			? [
					{
						offset: `UTC${offset.replace(/^(...)(?=\d)/, "$1:")}`,
						at: published.at,
					},
				]
			: [];
	});
	return candidates
		.map((name) => ({
			name,
			fitting: stated.filter(({ at, offset }) => offsetIn(at, name) === offset)
				.length,
		}))
		.filter(({ fitting }) => fitting > 0)
		.sort((a, b) => b.fitting - a.fitting);
}

/** Zones of outlets that write Chinese, the likeliest of one offset first. */
const candidates: readonly string[] = [
	"Asia/Shanghai",
	"Asia/Taipei",
	"Asia/Hong_Kong",
	"Asia/Singapore",
	"Asia/Tokyo",
	"Europe/London",
	"Europe/Paris",
	"Europe/Moscow",
	"America/New_York",
	"America/Los_Angeles",
	"Australia/Sydney",
];

/** The values, each once, the most frequent first. */
function mostFrequent(values: readonly string[]): string[] {
	const counts = new Map<string, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return [...counts]
		.sort(([a, one], [b, other]) => other - one || byCodePoint(a, b))
		.map(([value]) => value);
}

/** Where most outlets of a language are. */
const usualZones: Readonly<Record<string, string>> = {
	"zh-Hans": "Asia/Shanghai",
	"zh-Hant": "Asia/Taipei",
};

/** The lines of `_outlets.yml` that would describe it; what has to be looked up says so. */
export function proposedEntry(outlet: UnknownOutlet): string {
	const { host, names, suffix, zone, articles, fitting, language } = outlet;
	const id = host.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
	const [name = host, ...others] = names;
	return [
		`- id: ${id}`,
		`  name: ${quoted(name)}`,
		`  hosts: ${host}`,
		...(others.length > 0
			? [`  names: [${others.map(quoted).join(", ")}]`]
			: []),
		zone
			? `  zone: ${zone} # ${fitting} of ${articles} articles state its offset`
			: `  zone: ${usualZones[language] ?? "UTC"} # a guess: no article states an offset`,
		`  language: ${language}`,
		...(suffix === undefined
			? []
			: [`  headline: { suffix: ${JSON.stringify(suffix)} }`]),
	].join("\n");
}

/** Plain where YAML takes it as it is. */
function quoted(text: string): string {
	return /^[\p{L}\p{N}][\p{L}\p{N} ·.-]*$/u.test(text)
		? text
		: JSON.stringify(text);
}
