import type { Credit, OutletKind } from "./article.ts";

/** An outlet as an archive's owner describes it in `_outlets.yml`: plain data, which an adapter is made of. */
export interface OutletEntry {
	readonly id: string;
	readonly name: string;
	/** Host names without `www.`; a subdomain of one of them counts too. */
	readonly hosts: readonly string[];
	/** What crawlers call the outlet. */
	readonly names: readonly string[];
	readonly homepage?: string | undefined;
	/** IANA zone of its own clock. */
	readonly zone: string;
	/** BCP 47. */
	readonly language: string;
	readonly kind?: OutletKind | undefined;
	/** What headlines begin or end with that is no part of them. */
	readonly headline: {
		readonly prefix: readonly string[];
		readonly suffix: readonly string[];
	};
	/** CSS selectors of the elements of a whole page that hold the article. */
	readonly body: readonly string[];
	readonly stamp: readonly StampPart[];
	/** CSS selectors of elements that hold names of authors and nothing else. */
	readonly byline: readonly string[];
	readonly credits: readonly CreditPart[];
	readonly boilerplate: readonly BoilerplatePart[];
}

/** Where an outlet puts the date. */
export interface StampPart {
	readonly select: string;
	/** Attribute that holds the date; without one it is the element's text. */
	readonly attribute?: string | undefined;
	/** As `yyyy年M月d日 HH:mm`; without one the date must be ISO 8601 or RFC 2822. */
	readonly pattern?: string | undefined;
}

export interface CreditPart {
	readonly select: string;
	readonly role: Credit["role"];
}

/** Elements that go, with everything in them. */
export interface BoilerplatePart {
	readonly select: string;
	/** Rule id under which what goes is counted: `sources/promotion`. */
	readonly rule: string;
}
