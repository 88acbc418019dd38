import type { Article } from "../domain/article.ts";
import type { Encounter } from "../domain/encounter.ts";
import { type EpochMs, isoUtc } from "../domain/time.ts";
import { articlePath, encounterPath } from "./addresses.ts";

/** schema.org `NewsArticle` for an article page (https://schema.org/NewsArticle). */
export function newsArticle(
	article: Article,
	baseUrl: string | undefined,
): object {
	const { published, recorded, source, url } = article;
	const date =
		published?.at === undefined
			? published?.day
			: isoUtc(published.at as EpochMs);
	return {
		"@context": "https://schema.org",
		"@type": "NewsArticle",
		...(baseUrl === undefined
			? {}
			: { "@id": baseUrl + articlePath(article.id) }),
		identifier: article.id,
		headline: article.headline,
		inLanguage: article.language,
		...(date === undefined ? {} : { datePublished: date }),
		...(article.bylines.length === 0
			? {}
			: {
					author: article.bylines.map((name) => ({ "@type": "Person", name })),
				}),
		publisher: organisation(source),
		copyrightHolder: organisation(source),
		...(url === undefined ? {} : { isBasedOn: url, sameAs: url }),
		...(article.tags.length === 0 ? {} : { keywords: article.tags }),
		...(recorded === undefined
			? {}
			: {
					archivedAt: {
						"@type": "WebPage",
						dateCreated: isoUtc(recorded as EpochMs),
						...(baseUrl === undefined
							? {}
							: { url: baseUrl + articlePath(article.id) }),
					},
				}),
	};
}

function organisation(source: Article["source"]) {
	return {
		"@type": "NewsMediaOrganization",
		name: source.name,
		...(source.homepage === undefined ? {} : { url: source.homepage }),
	};
}

/** schema.org `Event` for a meeting (https://schema.org/Event). */
export function meetingEvent(
	encounter: Encounter,
	baseUrl: string | undefined,
): object {
	const { place, people } = encounter;
	const name = [place.venue, place.city, place.country]
		.filter((part) => part !== undefined)
		.join("，");
	return {
		"@context": "https://schema.org",
		"@type": "Event",
		...(baseUrl === undefined
			? {}
			: { "@id": baseUrl + encounterPath(encounter.id) }),
		identifier: encounter.id,
		name: encounter.title,
		startDate: isoDay(encounter.start, encounter.precision),
		endDate: isoDay(encounter.end, encounter.precision),
		eventStatus: "https://schema.org/EventScheduled",
		...(name === ""
			? {}
			: {
					location: {
						"@type": "Place",
						name,
						...(place.city === undefined
							? {}
							: {
									address: {
										"@type": "PostalAddress",
										addressLocality: place.city,
										...(place.country === undefined
											? {}
											: { addressCountry: place.country }),
									},
								}),
						...(place.lat === undefined || place.lon === undefined
							? {}
							: {
									geo: {
										"@type": "GeoCoordinates",
										latitude: place.lat,
										longitude: place.lon,
									},
								}),
					},
				}),
		attendee: people.map((person) => ({
			"@type": "Person",
			identifier: person.id,
			name: person.name,
		})),
	};
}

function isoDay(day: string, precision: string): string {
	if (precision === "year") return day.slice(0, 4);
	return precision === "month" ? day.slice(0, 7) : day;
}

/** JSON for a `script` element: no `<` that could end it. */
export function scriptJson(value: unknown): string {
	return JSON.stringify(value)
		.replaceAll("<", "\\u003c")
		.replaceAll("\u2028", "\\u2028")
		.replaceAll("\u2029", "\\u2029");
}
