import { plainText, webAddress } from "../base/plain-text.ts";
import type { Article } from "../domain/article.ts";
import type { Encounter } from "../domain/encounter.ts";
import { isoUtc } from "../domain/time.ts";
import { articlePath, encounterPath } from "./addresses.ts";
import { citedItem } from "./cite/item.ts";
import type { CitedName } from "./cite/names.ts";

/** schema.org `NewsArticle` for an article page (https://schema.org/NewsArticle); JSON leaves out what is undefined. */
export function newsArticle(
	article: Article,
	baseUrl: string | undefined,
): object {
	const { published, recorded, source } = article;
	const { authors, section, url } = citedItem(article);
	const address = baseUrl && baseUrl + articlePath(article.id);
	return {
		"@context": "https://schema.org",
		"@type": "NewsArticle",
		"@id": address,
		identifier: article.id,
		headline: article.headline,
		inLanguage: article.language,
		datePublished:
			published?.at === undefined ? published?.day : isoUtc(published.at),
		author: authors.length === 0 ? undefined : authors.map(author),
		articleSection: section,
		publisher: organisation(source),
		copyrightHolder: organisation(source),
		isBasedOn: url,
		sameAs: url,
		keywords: article.tags.length === 0 ? undefined : article.tags,
		archivedAt:
			recorded === undefined
				? undefined
				: {
						"@type": "WebPage",
						dateCreated: isoUtc(recorded),
						url: address,
					},
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
		url: webAddress(source.homepage),
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
		"@id": baseUrl && baseUrl + encounterPath(encounter.id),
		identifier: encounter.id,
		name: encounter.title,
		startDate: isoDay(encounter.start, encounter.precision),
		endDate: isoDay(encounter.end, encounter.precision),
		eventStatus: "https://schema.org/EventScheduled",
		location:
			name === ""
				? undefined
				: {
						"@type": "Place",
						name,
						address: place.city && {
							"@type": "PostalAddress",
							addressLocality: place.city,
							addressCountry: place.country,
						},
						geo:
							place.lat === undefined || place.lon === undefined
								? undefined
								: {
										"@type": "GeoCoordinates",
										latitude: place.lat,
										longitude: place.lon,
									},
					},
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
