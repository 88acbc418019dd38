import { expect, test } from "vitest";
import { idOfAddress, idOfFile } from "../../src/domain/article-id.ts";
import { canonicalUrl } from "../../src/normalise/address.ts";
import { accepted, withHeader } from "./support.ts";

const url = "https://morning.example/a?id=7";
const idOf = (...args: Parameters<typeof withHeader>) =>
	accepted(withHeader(...args)).id;

test("an article's id is the beginning of the SHA-256 of its canonical address", () => {
	// As `printf %s https://morning.example/a?id=7 | sha256sum` says.
	expect(idOf("<p>文</p>", { url: `${url}&utm_source=feed#top` })).toBe(
		"10c0ef97080f5d90",
	);
});

test("neither another date, nor another headline, nor another text moves an article", () => {
	const ids = [
		accepted(withHeader("<p>文</p>", { url })),
		accepted(withHeader("<p>另一段文字。</p>", { url, title: "另一个标题" })),
		accepted(withHeader("<p>文</p>", { url, stamp: "1500000000000" })),
	].map(({ id }) => id);
	expect(new Set(ids).size).toBe(1);
});

test("without an address the path below the seeds folder names the article, of several in a file with the record's name", () => {
	expect(idOfFile("2023/a.txt")).not.toBe(idOfFile("2024/a.txt"));
	expect(idOfFile("2023/a.warc", "<urn:uuid:1>")).toBe(
		idOfFile("2023/a.warc#<urn:uuid:1>"),
	);
});

/**
 * Pages lie at addresses made of these, so no line may ever change without another schema version: add lines for new
 * questions, and if an old one fails, the rule is wrong and not the line.
 */
test.each([
	["HTTPS://News.Example:443/A?b=1", "https://news.example/A?b=1"],
	["http://news.example:80/", "http://news.example/"],
	["//news.example/a", "https://news.example/a"],
	["https://news.example", "https://news.example/"],
	["https://news.example/a/", "https://news.example/a/"],
	["https://me:secret@news.example/a", "https://news.example/a"],
	["https://news.example/a#part", "https://news.example/a"],
	["https://news.example/../b/./c", "https://news.example/b/c"],
	["https://news.example/新闻", "https://news.example/%E6%96%B0%E9%97%BB"],
	["https://news.example/a%2fb", "https://news.example/a%2fb"],
	["https://新闻.example/", "https://xn--efvy88h.example/"],
	["https://news.example/a?b=%E6%96%B0", "https://news.example/a?b=%E6%96%B0"],
	["https://news.example/a?z=1&a=2", "https://news.example/a?z=1&a=2"],
	["https://news.example/a?utm_source=x", "https://news.example/a"],
	["https://news.example/a?id=1&fbclid=x", "https://news.example/a?id=1"],
	["https://news.example/a?source=rss_feed", "https://news.example/a"],
	[
		"https://news.example/a?source=print",
		"https://news.example/a?source=print",
	],
	[
		"https://news.example/a?feature=share",
		"https://news.example/a?feature=share",
	],
	["https://youtu.be/x?si=1&feature=share", "https://youtu.be/x"],
	["https://m.youtube.com/watch?v=1&pp=2", "https://m.youtube.com/watch?v=1"],
	[
		"https://notyoutube.com/watch?v=1&pp=2",
		"https://notyoutube.com/watch?v=1&pp=2",
	],
	["https://news.example/?b=c d&gclid=1", "https://news.example/?b=c%20d"],
	["https://news.example/?b=c d", "https://news.example/?b=c%20d"],
	["https://news.example/?b=c+d&gclid=1", "https://news.example/?b=c+d"],
	["https://news.example/?b&gclid", "https://news.example/?b"],
	["https://news.example/?", "https://news.example/"],
	["https://news.example/a?utm%5Fsource=x", "https://news.example/a"],
])("the canonical form of %s stays what it is", (address, canonical) => {
	expect(canonicalUrl(address)).toBe(canonical);
});

test.each(["ftp://news.example/", "javascript:alert(1)", "news.example/a", ""])(
	"“%s” is no article's address",
	(text) => {
		expect(canonicalUrl(text)).toBeUndefined();
	},
);

test("canonical forms are their own canonical form", () => {
	const form = canonicalUrl("https://news.example/?b=c d&gclid=1&x=新") ?? "";
	expect(canonicalUrl(form)).toBe(form);
	expect(idOfAddress(form)).toMatch(/^[0-9a-f]{16}$/);
});
