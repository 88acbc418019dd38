/**
 * Start the adapter of an outlet and its first fixture:
 *
 *     npm run new-source -- ID HOST NAME ZONE
 *     npm run new-source -- river-post riverpost.example 江河邮报 Asia/Shanghai
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { isZone } from "../src/domain/time.ts";
import { helpWith } from "./read-options.ts";

/** What the command line says of an outlet. */
export interface NewSource {
	/** Lower-case ASCII, part of addresses: `river-post`. */
	readonly id: string;
	/** Host of its articles, without `www.`. */
	readonly host: string;
	/** As readers know it. */
	readonly name: string;
	/** IANA zone of its clock; compare the dates in its addresses with the hours of its stamps. */
	readonly zone: string;
}

/** Files to write, by path, and what to say. */
export interface Plan {
	readonly files: Readonly<Record<string, string>>;
	readonly next: readonly string[];
}

/** What is wrong with the words of the command line; `undefined` when nothing is. */
export function complaint({
	id,
	host,
	name,
	zone,
}: NewSource): string | undefined {
	if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id))
		return `"${id}" is no id: lower-case letters, digits and single hyphens.`;
	if (!/^(?!www\.)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(host))
		return `"${host}" is no host name without www.`;
	if (name.trim() === "") return "The outlet needs a name.";
	if (!isZone(zone)) return `"${zone}" is no IANA time zone.`;
	return undefined;
}

/**
 * The adapter, its line in the list, and a fixture to be replaced by the outlet's own habits.
 *
 * @param index text of `src/sources/index.ts`.
 */
export function planSource(source: NewSource, index: string): Plan {
	const { id, host } = source;
	const variable = id.replace(/-([a-z0-9])/g, (_, letter: string) =>
		letter.toUpperCase(),
	);
	const fixture = `tests/fixtures/ingest/${id}-first-article/input.md`;
	return {
		files: {
			[`src/sources/${id}.ts`]: adapterText(source, variable),
			"src/sources/index.ts": index
				.replace(
					/(import type \{ SourceAdapter \} from "\.\/adapter\.ts";\n)/,
					`$1import { ${variable} } from "./${id}.ts";\n`,
				)
				.replace(/(readonly SourceAdapter\[\] = \[\n)/, `$1\t${variable},\n`),
			[fixture]: fixtureText(source),
		},
		next: [
			`1. Put the shape of a real article of ${host} into ${fixture}, in words of your own.`,
			`2. Describe its habits in src/sources/${id}.ts: stamp, byline, boilerplate, credits.`,
			`3. npm run inspect -- ${fixture}`,
			"4. UPDATE=1 npx vitest run tests/ingest/golden.test.ts, and read the golden file.",
			"5. npm run format && npm test",
		],
	};
}

function adapterText(
	{ id, host, name, zone }: NewSource,
	variable: string,
): string {
	return `import type { SourceAdapter } from "./adapter.ts";

/**
 * ${name}: say here how its articles look, so that nobody needs to open one. Where is the stamp,
 * whose clock is it, where are byline, captions and credits, what is not the article's text?
 */
export const ${variable}: SourceAdapter = {
	source: {
		id: ${JSON.stringify(id)},
		name: ${JSON.stringify(name)},
		homepage: ${JSON.stringify(`https://${host}/`)},
		zone: ${JSON.stringify(zone)},
		language: "zh-Hans",
	},
	hosts: [${JSON.stringify(host)}],
	names: [${JSON.stringify(name)}],
};
`;
}

function fixtureText({ host, name }: NewSource): string {
	return `---
layout: post
title: "首篇样本"
date: 2024-01-02T03:04:05.000Z
author: ${name}
from: https://${host}/2024/01/02/first.html
tags: [ ${name} ]
categories: [ ${name} ]
---
<!--1704164645000-->
[首篇样本](https://${host}/2024/01/02/first.html)
------

<div>
<p>把这一段换成这家媒体的写法：时间戳、署名、图片说明、广告容器、文末的版权声明。</p>
</div>
`;
}

const usage = `npm run new-source -- ID HOST NAME ZONE
Start a built-in adapter in TypeScript and its first fixture, for what selectors cannot say; an owner writes _outlets.yml.
  npm run new-source -- river-post riverpost.example 江河邮报 Asia/Shanghai`;

function main([id = "", host = "", name = "", zone = ""]: string[]): number {
	helpWith(usage);
	const source = { id, host: host.toLowerCase(), name, zone };
	const wrong = complaint(source);
	if (wrong !== undefined) {
		console.error(`${wrong}\n\n${usage}`);
		return 2;
	}
	const index = readFileSync("src/sources/index.ts", "utf8");
	const { files, next } = planSource(source, index);
	const there = Object.keys(files).find(
		(path) => path !== "src/sources/index.ts" && existsSync(path),
	);
	if (there !== undefined) {
		console.error(`${there} exists already.`);
		return 2;
	}
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
		console.log(`written  ${path}`);
	}
	console.log(["", ...next].join("\n"));
	return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
	process.exitCode = main(process.argv.slice(2));
