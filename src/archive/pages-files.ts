/** `_pages/*.md`: pages of the owner's own, with a head between `---` lines. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { byCodePoint } from "../base/order.ts";
import type { OwnPage } from "../domain/config.ts";
import { interfaceLanguages } from "../domain/gazetteer.ts";
import type { OwnPicture } from "../domain/look.ts";
import { isMissing, NotOpened, readTextBelow } from "../read/open.ts";
import { pagesFolder } from "../read/reserved.ts";
import { checkFile } from "./check.ts";
import type { Mistake } from "./mistake.ts";
import { picturePath, readPicture } from "./own-pictures.ts";
import { flag, id, text, wholeNumber } from "./values.ts";

/** A page of more bytes than this is not read. */
const maxBytes = 1_000_000;

/** What stands above the text of a page. */
const pageHead = z
	.strictObject({
		title: text(200).describe("Else the first line, where it is a heading."),
		nav: flag.describe(
			"true puts it in the navigation, else it stands in the foot.",
		),
		order: wholeNumber(0, 10_000).describe(
			"Place among the pages; those without one come last, by their names.",
		),
	})
	.partial();

/** A page, and the place among the others that its owner gives it. */
interface Placed {
	readonly page: OwnPage;
	readonly order: number;
}

/** @returns the pages in their order; what cannot be obeyed is added to `mistakes`. */
export function readPages(seeds: string, mistakes: Mistake[]): OwnPage[] {
	const placed = namesIn(seeds, mistakes).flatMap((name): Placed[] => {
		const found = readPage(seeds, name);
		if ("page" in found) return [found];
		mistakes.push(...found);
		return [];
	});
	return placed.sort((a, b) => a.order - b.order).map(({ page }) => page);
}

function readPage(seeds: string, name: string): Placed | readonly Mistake[] {
	const file = `${pagesFolder}/${name}`;
	const refuse = (reason: string, line = 1) => [{ file, line, reason }];
	const [, stem, ending] = pageName.exec(name) ?? [];
	if (stem === undefined)
		return refuse(
			"Only pages in Markdown are read here: name it so that it ends in .md, or put it elsewhere.",
		);
	if (!id.safeParse(stem).success)
		return refuse(
			"A page's name is part of its address: small letters a–z, digits and single hyphens, such as about-us.md, or about-us.en.md for one language.",
		);
	let source: string;
	try {
		source = (readTextBelow(seeds, file, maxBytes) ?? "")
			.replace(/^\uFEFF/, "")
			.replace(/\r\n?/g, "\n");
	} catch (cause) {
		if (!(cause instanceof NotOpened)) throw cause;
		return refuse(cause.message);
	}
	const { head, text: body, line } = headOf(source);
	if (head === undefined)
		return refuse(
			"The head that begins with --- on the first line has no end: a second line --- is missing.",
		);
	const checked = checkFile(head, file, pageHead, {});
	if (!("value" in checked)) return checked;
	const {
		title = headingOf(body),
		nav = false,
		order = 10_001,
	} = checked.value;
	if (title === undefined)
		return refuse(
			"“title” is missing: write it above the text, between two lines ---, or begin the text with “# ” and the title.",
		);
	const language = interfaceLanguages.find((one) => one === ending);
	const { pictures, missing } = picturesOf(seeds, body);
	if (missing.length > 0)
		return missing.map((one) => ({ file, ...one, line: line + one.line }));
	return {
		page: {
			id: stem,
			...(language === undefined ? {} : { language }),
			...{ file, title, nav, text: body, line, pictures },
		},
		order,
	};
}

/** The pictures below `_assets/` that a text names, and those of them that cannot be shown, with their lines from 0. */
function picturesOf(
	seeds: string,
	body: string,
): {
	readonly pictures: readonly OwnPicture[];
	readonly missing: readonly {
		readonly line: number;
		readonly reason: string;
	}[];
} {
	const pictures = new Map<string, OwnPicture>();
	const missing: { line: number; reason: string }[] = [];
	const named =
		/(?:!\[[^\]]*\]\(\s*<?|<img\b[^>]*?\ssrc\s*=\s*["']?)([^\s"'<>)]+)/gi;
	for (const { 1: address = "", index } of body.matchAll(named)) {
		const path = picturePath(address);
		if (path === undefined || pictures.has(path)) continue;
		const picture = readPicture(seeds, path);
		if (typeof picture !== "string") pictures.set(path, picture);
		else
			missing.push({
				line: body.slice(0, index).split("\n").length - 1,
				reason: picture,
			});
	}
	return { pictures: [...pictures.values()], missing };
}

/** `about.md`, `about.en.md`: its id, and the language that it is for. */
const pageName = new RegExp(
	`^(.+?)(?:\\.(${interfaceLanguages.join("|")}))?\\.md$`,
);

/** The head as YAML whose lines are those of the file; `undefined` where it has no end. */
function headOf(source: string): {
	readonly head: string | undefined;
	readonly text: string;
	readonly line: number;
} {
	if (!/^---[ \t]*\n/.test(source)) return { head: "", text: source, line: 1 };
	const found = /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/m.exec(source);
	if (!found) return { head: undefined, text: "", line: 1 };
	return {
		head: `\n${found[1]}`,
		text: source.slice(found[0].length),
		line: found[0].split("\n").length,
	};
}

/** `# Title` where the text begins with it. */
function headingOf(body: string): string | undefined {
	return /^\s*#[ \t]+(\S.*?)[ \t]*#*[ \t]*(?:\n|$)/.exec(body)?.[1];
}

function namesIn(seeds: string, mistakes: Mistake[]): string[] {
	try {
		return readdirSync(join(seeds, pagesFolder))
			.filter((name) => !name.startsWith("."))
			.sort(byCodePoint);
	} catch (cause) {
		if (!isMissing(cause))
			mistakes.push({
				file: pagesFolder,
				line: 1,
				reason: "It is no folder that can be read.",
			});
		return [];
	}
}
