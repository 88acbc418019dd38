/** Made-up articles as a finished corpus, for what starts from the corpus. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stableJson } from "../../src/base/order.ts";
import type { Article } from "../../src/domain/article.ts";
import { idOfAddress, schemaVersion } from "../../src/domain/article-id.ts";
import type { Encounters } from "../../src/domain/encounter.ts";
import type { CivilDay, EpochMs } from "../../src/domain/time.ts";
import { builtIn } from "../../src/enrich/gazetteer/index.ts";
import { publishGazetteer } from "../../src/enrich/gazetteer/publish.ts";
import { seededRandom } from "./random.ts";
import { type Story, tellStory } from "./story.ts";
import { makeVocabulary } from "./vocabulary.ts";
import { wholeArticle, writeArticles, writeManifest } from "./whole-article.ts";

const sources = [
	{ id: "wire-north", name: "北线通讯", zone: "Asia/Shanghai" },
	{ id: "harbour-daily", name: "海港日报", zone: "Asia/Singapore" },
	{ id: "capital-review", name: "京华评论", zone: "America/New_York" },
].map((source) => ({ ...source, language: "zh-Hans" }));

/**
 * Write a corpus of `count` articles of about `characters` characters into `root`.
 *
 * @param seed the same seed gives the same corpus; the first n of a larger count are the same stories.
 */
export function writeMadeCorpus(
	root: string,
	count: number,
	characters: number,
	seed = 1,
): void {
	const random = seededRandom(seed);
	const vocabulary = makeVocabulary();
	writeCorpusOf(
		root,
		(function* () {
			for (let n = 0; n < count; n++)
				yield articleOf(tellStory(random, vocabulary, characters), n);
		})(),
	);
}

/** Write a corpus of these articles into `root`. */
export function writeCorpusOf(root: string, articles: Iterable<Article>): void {
	mkdirSync(root, { recursive: true });
	const written = writeArticles(root, articles);
	const timeline = { id: "none", title: "—", people: [] };
	const archive = {
		title: "测试",
		description: "自动生成的测试存档。",
		language: "zh-Hans" as const,
		noindex: true,
		rights: {},
		timelines: [],
	};
	writeManifest(root, { schemaVersion, archive, ...written });
	const files = {
		"encounters.json": {
			schemaVersion,
			timeline,
			timelines: [],
			encounters: [],
			contacts: [],
			rejected: [],
		} satisfies Encounters,
		"gazetteer.json": publishGazetteer(builtIn),
		"addresses.json": { schemaVersion, moved: [], withdrawn: [] },
		"report.json": {
			schemaVersion,
			totals: {
				files: written.articles.length,
				accepted: written.articles.length,
				repaired: 0,
				duplicates: 0,
				revisions: 0,
				withdrawn: 0,
				quarantined: 0,
			},
			bySource: [],
			withoutZone: [],
			byRule: [],
			files: [],
		},
	};
	for (const [name, value] of Object.entries(files))
		writeFileSync(join(root, name), stableJson(value));
}

/** A whole article around a story. */
export function articleOf(story: Story, n: number): Article {
	const source = sources[n % sources.length] as (typeof sources)[number];
	const address = `https://news.example/${story.day}/${n}`;
	const at = Date.parse(`${story.day}T00:00:00Z`) + story.second * 1000;
	const paragraphs = story.paragraphs.map((text, i) => ({
		id: `p${i + 1}`,
		text,
	}));
	const article = wholeArticle({
		id: idOfAddress(address),
		headline: story.headline,
		source,
		url: address,
		bylines: [story.byline],
		published: {
			precision: "instant",
			at: at as EpochMs,
			day: story.day as CivilDay,
			zone: source.zone,
			basis: "body",
		},
		figures: [
			{
				id: "f1",
				src: `https://news.example/${n}.jpg`,
				alt: "",
				caption: story.caption,
				credit: "",
			},
		],
		paragraphs,
	});
	// Made-up words hold nothing that would have to be escaped.
	const figure = `<figure id="f1"><figcaption>${story.caption}</figcaption></figure>`;
	return { ...article, html: `${article.html}\n${figure}` };
}
