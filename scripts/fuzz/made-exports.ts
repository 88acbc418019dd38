/** Files of many articles, as other programs export them. */
import type { MadeFile, Teller } from "./made-files.ts";

const byline = "程晚";

export function exportedFiles(teller: Teller): MadeFile[] {
	return [...feeds(teller), ...jsonFiles(teller), ...tables(teller)];
}

const times = <Value>(count: number, make: (at: number) => Value): Value[] =>
	Array.from({ length: count }, (_, at) => make(at + 1));

const htmlOf = (teller: Teller) =>
	teller
		.paragraphs(3)
		.map((text) => `<p>${text}</p>`)
		.join("");

function feeds(teller: Teller): MadeFile[] {
	const file = (kind: string, path: string, text: string): MadeFile => ({
		kind,
		nature: "feed",
		path,
		bytes: Buffer.from(text),
	});
	const channel = (items: string) =>
		`<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>河口报</title><link>https://hekou.example</link>${items}</channel></rss>`;
	const item = (at: number, more = "") =>
		`<item><title>${teller.mark()}</title><link>https://hekou.example/${at}</link><dc:creator>${byline}</dc:creator><pubDate>Sat, 22 Jul 2023 04:30:00 GMT</pubDate><content:encoded><![CDATA[${htmlOf(teller)}]]></content:encoded>${more}</item>\n`;
	const entry = (at: number) =>
		`<entry><title>${teller.mark()}</title><link href="https://t.example/${at}"/><updated>2021-10-12T03:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${teller.paragraph()}<br/>${teller.sentence()}</p></div></content></entry>`;
	return [
		file("rss", "feed.xml", channel(times(4, (at) => item(at)).join(""))),
		file(
			"wordpress",
			"export.xml",
			channel(
				times(3, (at) =>
					item(
						at,
						"<wp:post_type>post</wp:post_type><wp:status>publish</wp:status>",
					),
				).join(""),
			),
		),
		file(
			"atom",
			"feed.atom",
			`<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>台</title>${times(3, entry).join("")}</feed>`,
		),
	];
}

function jsonFiles(teller: Teller): MadeFile[] {
	const record = (at: number) => ({
		title: teller.mark(),
		url: `https://j.example/${at}`,
		date: "2023-07-22 12:30:00",
		author: byline,
		content: at % 2 === 0 ? htmlOf(teller) : teller.paragraphs(3).join("\n\n"),
	});
	const file = (kind: string, path: string, text: string): MadeFile => ({
		kind,
		nature: "json",
		path,
		bytes: Buffer.from(text),
	});
	const feed = {
		version: "https://jsonfeed.org/version/1.1",
		title: "河口报",
		items: times(3, (at) => ({
			id: String(at),
			url: `https://f.example/${at}`,
			title: teller.mark(),
			date_published: "2023-07-22T12:30:00+08:00",
			content_html: htmlOf(teller),
		})),
	};
	return [
		file("json", "dump.json", JSON.stringify(times(4, record), undefined, 1)),
		file(
			"json lines",
			"dump.jsonl",
			times(4, (at) => `${JSON.stringify(record(at))}\n`).join(""),
		),
		file("json feed", "feed.json", JSON.stringify(feed)),
	];
}

function tables(teller: Teller): MadeFile[] {
	const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
	const rows = (separator: string) =>
		[
			["title", "url", "date", "body"],
			...times(4, (at) => [
				teller.mark(),
				`https://c.example/${at}`,
				"2023-07-22",
				quoted(teller.paragraphs(3).join("\n\n")),
			]),
		]
			.map((cells) => cells.join(separator))
			.join("\r\n");
	const file = (kind: string, path: string, text: string): MadeFile => ({
		kind,
		nature: "table",
		path,
		bytes: Buffer.from(text),
	});
	return [
		file("csv", "dump.csv", rows(",")),
		file("tsv", "dump.tsv", rows("\t")),
	];
}
