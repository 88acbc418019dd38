/**
 * Cases in a compact format: a few sentences, and what an archive of them must say.
 *
 *     ## 2 a year in the name of an event | xi-jinping vladimir-putin
 *     > 2024-07-04 outlet Asia/Singapore
 *     ^ headline
 *     paragraph
 *     ! caption
 *     = 2024-07-03 阿斯塔纳 @独立宫 #multilateral-sideline visit:2024-07-02..2024-07-06
 *
 * `=` a meeting that must be confirmed (`2024-07-03..2024-07-04` where any of these days will do, `2024-07-03+2024-07-04` for a
 * meeting of two days), `?` one that may be, `~` a lead, `x DAY` a contact that was not in person. A case without any of them
 * must confirm nothing. Lines that begin with `//` are remarks.
 */
import type { Draft } from "../../src/domain/article.ts";
import { draftOf } from "../../tests/timeline/drafts.ts";
import type { Sample, Truth } from "./sets.ts";

interface Open {
	name: string;
	people: readonly [string, string];
	articles: {
		published?: string;
		source: string;
		zone: string;
		headline: string;
		text: string[];
		captions: string[];
	}[];
	truths: Truth[];
	leads: number;
	remote: string[];
}

/** @throws where a line belongs to no case or article: a mistake of whoever wrote it. */
export function readCases(text: string): readonly Sample[] {
	const cases: Open[] = [];
	for (const line of text.split("\n")) {
		if (line.trim() === "" || line.startsWith("//")) continue;
		if (line.startsWith("## ")) cases.push(opened(line));
		else readLine(line, cases.at(-1));
	}
	return cases.map(({ articles, ...rest }, index) => ({
		...rest,
		drafts: articles.map(
			(article, n): Draft =>
				draftOf({
					...article,
					id: `${String(index).padStart(8, "0")}${String(n).padStart(8, "0")}`,
				}),
		),
	}));
}

function opened(line: string): Open {
	const [name = "", pair = ""] = line.slice(3).split("|");
	const [a, b] = pair.trim().split(" ");
	return {
		name: name.trim(),
		people: a && b ? [a, b] : ["xi-jinping", "alexander-lukashenko"],
		articles: [],
		truths: [],
		leads: 0,
		remote: [],
	};
}

function readLine(line: string, open: Open | undefined): void {
	if (!open) throw new Error(`No case is open at: ${line}`);
	const mark = line.charAt(0);
	const rest = line.slice(1).trim();
	const article = open.articles.at(-1);
	if (mark === ">") {
		const [published, source = "example", zone = "Asia/Shanghai"] =
			rest.split(" ");
		open.articles.push({
			...(published && published !== "-" && { published }),
			source,
			zone,
			headline: "无题",
			text: [],
			captions: [],
		});
	} else if (mark === "=" || mark === "?")
		open.truths.push(truthOf(rest, mark === "=" ? "must" : "may"));
	else if (mark === "~") open.leads++;
	else if (mark === "x") open.remote.push(rest);
	else if (!article) throw new Error(`No article is open at: ${line}`);
	else if (mark === "^") article.headline = rest;
	else if (mark === "!") article.captions.push(rest);
	else article.text.push(line);
}

function truthOf(line: string, expect: Truth["expect"]): Truth {
	const [when = "", ...rest] = line.split(" ");
	const [start = "", end = start] = when.split(/\.\.|\+/);
	const named = (mark: string): string | undefined =>
		rest.find((word) => word.startsWith(mark))?.slice(mark.length);
	const visit = named("visit:")?.split("..");
	return {
		start,
		end,
		days: when.includes("..") ? allDays(start, end) : [start],
		expect,
		city: rest.find((word) => !/^[@#]|^visit:/.test(word)),
		venue: named("@"),
		kind: named("#"),
		visit: visit?.[0] && visit[1] ? [visit[0], visit[1]] : undefined,
	};
}

function allDays(start: string, end: string): readonly string[] {
	const days: string[] = [];
	for (
		let at = Date.parse(start);
		at <= Date.parse(end);
		at += 24 * 60 * 60 * 1000
	)
		days.push(new Date(at).toISOString().slice(0, 10));
	return days;
}
