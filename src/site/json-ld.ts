import { plainText, webAddress } from "../base/plain-text.ts";
import type { Article } from "../domain/article.ts";
import type { Encounter } from "../domain/encounter.ts";
import { type EpochMs, isoUtc } from "../domain/time.ts";
import { articlePath, encounterPath } from "./addresses.ts";
import { citedItem } from "./cite/item.ts";
import type { CitedName } from "./cite/names.ts";

/** schema.org `NewsArticle` for an article page (https://schema.org/NewsArticle). */
export function newsArticle(
	article: Article,
	baseUrl: string | undefined,
): object {
	const { published, recorded, source } = article;
	const { authors, section, url } = citedItem(article);
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
		...(authors.length === 0 ? {} : { author: authors.map(author) }),
		...(section === undefined ? {} : { articleSection: section }),
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

/** Who has a family name, or a Chinese name of usual length, is a person; what else there is may be a desk or an agency. */
function author(name: CitedName) {
	if (!("literal" in name))
		return {
			"@type": "Person",
			name: [
				name.given,
				name["non-dropping-particle"],
				name.family,
				name.suffix,
			]
				.filter((part) => part !== undefined)
				.join(" "),
			givenName: name.given,
			familyName: name.family,
		};
	const isPerson = /^[\p{Script=Han}·‧]{2,4}$|[·‧]/u.test(name.literal);
	const isDesk =
		/记者|記者|综合|綜合|编辑|編輯|报道|報導|报导|社$|网$|網$/.test(
			name.literal,
		);
	return {
		"@type": isPerson && !isDesk ? "Person" : "Organization",
		name: name.literal,
	};
}

function organisation(source: Article["source"]) {
	return {
		"@type": "NewsMediaOrganization",
		name: source.name,
		...(webAddress(source.homepage) === undefined
			? {}
			: { url: webAddress(source.homepage) }),
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
	return JSON.stringify(value, (_, part) =>
		typeof part === "string" ? plainText(part) : part,
	)
		.replaceAll("<", "\\u003c")
		.replaceAll("\u2028", "\\u2028")
		.replaceAll("\u2029", "\\u2029");
}
