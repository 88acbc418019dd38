/** Made-up articles as crawled files, in the three variants that archives come in. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../../src/base/order.ts";
import { escapeMarkup as escaped } from "../../src/base/plain-text.ts";
import { seededRandom } from "./random.ts";
import { type Story, tellStory } from "./story.ts";
import { makeVocabulary } from "./vocabulary.ts";

/** Files in one folder; real archives are sorted into folders too. */
const filesPerFolder = 1_000;

/**
 * Write `count` seed files of about `characters` characters of text into `root`.
 *
 * @param seed the same seed gives the same files; the first n of a larger count are the same.
 */
export function writeSeeds(
	root: string,
	count: number,
	characters: number,
	seed = 1,
): void {
	const random = seededRandom(seed);
	const vocabulary = makeVocabulary();
	for (let n = 0; n < count; n++) {
		const folder = join(root, String(Math.floor(n / filesPerFolder)));
		if (n % filesPerFolder === 0) mkdirSync(folder, { recursive: true });
		const story = tellStory(random, vocabulary, characters);
		const write = variants[n % variants.length] as (typeof variants)[number];
		const { name, text } = write(story, n);
		writeFileSync(join(folder, name), text);
	}
}

interface SeedText {
	readonly name: string;
	readonly text: string;
}

const variants: readonly ((story: Story, n: number) => SeedText)[] = [
	headerOnly,
	jekyllWithHeader,
	jekyllOnly,
];

/** Paragraphs by `<br /><br />` inside one `<p>`, a stamp and a captioned image before them. */
function headerOnly(story: Story, n: number): SeedText {
	const at = instantOf(story);
	const body = story.paragraphs
		.map((text) => `<span ${editorStyle}>${escaped(text)}</span>`)
		.join("<br /><br />");
	return {
		name: `${String(n).padStart(6, "0")}_${sha256(addressOf(story, n)).slice(0, 16)}.txt`,
		text: `${headOf(story, n)}<div><i>${new Date(at).toUTCString()}</i></div><img src="https://images.weserv.nl?url=img.news.example/${n}_w900.jpg" width="100%"><div><small style="color: #999;">${escaped(story.caption)}</small></div><p>${body}</p>${counter(story, n)}\n`,
	};
}

/** Front matter and the header; a figure with a lazy image, containers that hold nothing. */
function jekyllWithHeader(story: Story, n: number): SeedText {
	const image = `https://img.news.example/lazy/${n}.jpg`;
	return {
		name: `${story.day}-${n}.md`,
		text: `${frontMatter(story, n, true)}${headOf(story, n)}<div>\n<div class="figure-media"><img class="img-fluid lazyload" data-src="${image}" alt="${escaped(story.caption)}" src="${image}" referrerpolicy="no-referrer"></div>\n<figcaption>${escaped(story.caption)}</figcaption>\n${paragraphsOf(story, "p")}\n<div class="dfp-ad"></div>${counter(story, n)}<section></section>\n</div>\n`,
	};
}

/** Front matter alone, paragraphs in `<section>`s with links and emphasis. */
function jekyllOnly(story: Story, n: number): SeedText {
	return {
		name: `${story.day}-${n}.md`,
		text: `${frontMatter(story, n, false)}\n<figure><img src="https://img.news.example/f/${n}.jpg" width="1050" height="700"><figcaption>${escaped(story.caption)} <cite>图片社</cite></figcaption></figure><section>${paragraphsOf(story, "section")}</section>${counter(story, n)}\n`,
	};
}

/** What editors paste with their text; an article of 6,000 characters has 28 KB with it, as real ones have. */
const editorStyle =
	'style="margin: 0px; padding: 0px; box-sizing: border-box; font-family: SimSun, STSong, sans-serif; font-size: 18px; line-height: 1.8em; letter-spacing: 0.5px;"';

/** A script that counts readers at each paragraph, as crawlers leave it in. */
function counter({ paragraphs }: Story, n: number): string {
	const calls = paragraphs.map(
		(_, at) =>
			`window.dataLayer.push({event:"view",slot:"in-article-${at}",article:${n}});`,
	);
	return `<script>window.dataLayer=window.dataLayer||[];${calls.join("")}</script>`;
}

function paragraphsOf({ paragraphs }: Story, style: "p" | "section"): string {
	return paragraphs
		.map((text, i) => {
			const safe = escaped(text);
			if (style === "p" || safe.length < 20)
				return `<p class="css-text" ${editorStyle} data-index="${i}">${safe}</p>`;
			return `<p ${editorStyle}><a href="https://topics.news.example/${i}">${safe.slice(0, 4)}</a>${safe.slice(4, 12)}<strong>${safe.slice(12, 16)}</strong>${safe.slice(16)}</p>`;
		})
		.join("\n");
}

function frontMatter(story: Story, n: number, withHeader: boolean): string {
	return `---
layout: post
title: ${JSON.stringify(story.headline)}
date: ${new Date(instantOf(story)).toISOString()}
author: ${story.byline}
from: ${addressOf(story, n)}
tags: [ ${withHeader ? "综合" : "专题"} ]
comments: True
categories: [ ${withHeader ? "综合" : "专题"} ]
---
`;
}

/** Seen by the crawler half an hour after it was published. */
function headOf(story: Story, n: number): string {
	return `<!--${instantOf(story) + 1_800_000}-->\n[${story.headline}](${addressOf(story, n)})\n------\n\n`;
}

function instantOf({ day, second }: Story): number {
	return Date.parse(`${day}T00:00:00Z`) + second * 1000;
}

function addressOf({ day }: Story, n: number): string {
	return `https://www.news.example/a/${day.replaceAll("-", "")}/${n}.html`;
}
