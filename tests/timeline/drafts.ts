import type { Draft } from "../../src/domain/article.ts";
import { parseWhen } from "../../src/domain/time.ts";
import type { ArticleClaims } from "../../src/enrich/claim.ts";
import { readClaims } from "../../src/enrich/claims.ts";

/** The pair of most tests. */
export const xiLukashenko = {
	id: "xi-lukashenko",
	title: "习近平与卢卡申科",
	people: ["xi-jinping", "alexander-lukashenko"] as const,
};

/** An article of so many words, all that the rules look at. */
export interface Sketch {
	/** A day, or an instant with offset, on the outlet's clock. */
	readonly published?: string;
	readonly zone?: string;
	readonly source?: string;
	readonly headline?: string;
	readonly text?: readonly string[];
	readonly captions?: readonly string[];
	readonly id?: string;
}

/** A draft as ingest would make it of such an article. */
export function draftOf(sketch: Sketch): Draft {
	const {
		zone = "Asia/Shanghai",
		source = "example",
		headline = "无题",
		text = [],
		captions = [],
		id = `20230101-${source}-0000000a`,
	} = sketch;
	const when = sketch.published ? parseWhen(sketch.published, zone) : undefined;
	return {
		id,
		headline,
		source: { id: source, name: source, zone, language: "zh-Hans" },
		bylines: [],
		...(when && {
			published: {
				precision: when.precision,
				...(when.precision === "instant" && { at: when.at }),
				day: when.day,
				zone,
				basis: "body",
			},
		}),
		witnesses: [],
		language: "zh-Hans",
		figures: captions.map((caption, i) => ({
			id: `f${i + 1}`,
			src: "https://example.org/picture.jpg",
			alt: "",
			caption,
			credit: "",
		})),
		paragraphs: text.map((paragraph, i) => ({
			id: `p${i + 1}`,
			text: paragraph,
		})),
		html: "",
		links: [],
		tags: [],
		credits: [],
		provenance: {
			file: `${id}.txt`,
			sha256: "0".repeat(64),
			bytes: 1,
			encoding: "utf-8",
			variant: "header",
			adapter: "generic",
			removed: [],
			repaired: [],
			copies: [],
		},
	};
}

/** What the rules read in such an article. */
export function claimsOf(sketch: Sketch): ArticleClaims {
	return readClaims(draftOf(sketch), [xiLukashenko]);
}

/**
 * What one sentence says, in few words: `met 2023-03-01`, `recall 2022-09-01..2022-09-30`, `met` without a day, the reason of
 * a refusal such as `planned`, or `nothing`. Several answers are joined by ` + `, claims before refusals.
 */
export function verdict(sketch: Sketch): string {
	const { claims, rejected } = claimsOf(sketch);
	const said = claims.map(({ role, start, end }) => {
		const word = role === "main" ? "met" : role;
		if (!start) return word;
		return `${word} ${start === end ? start : `${start}..${end}`}`;
	});
	const reasons = rejected.map(({ reason }) => reason);
	const all = [...new Set([...said, ...reasons])];
	return all.length > 0 ? all.join(" + ") : "nothing";
}
