import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { ZipFile } from "yazl";
import { draftFile } from "../../src/normalise/draft-file.ts";
import type { DraftedPart } from "../../src/normalise/drafted.ts";
import { bytesInMemory } from "../../src/read/seed-bytes.ts";
import { limits } from "./support.ts";
import { packedRecords, page, picture, warcRecord } from "./web-files.ts";

const bridge = [
	"新桥今天通车，第一个走过去的是修桥的石匠，他数了数栏杆。",
	"旧桥留给行人，桥头立了两个石墩，车子开不过去。",
];
const well = [
	"村口的老井淘了一遍，捞上来三只水桶和一把锁，锁没有人认。",
	"井水清了两天又浑了，看井的人说急不得，水有水的脾气。",
];
const shown = '<p><img src="https://img.a.example/bridge.png" alt="桥"></p>';

async function read(bytes: Buffer, path = "crawl.warc", own = limits) {
	const parts: DraftedPart[] = [];
	const pictures: string[] = [];
	const file = await draftFile(
		bytesInMemory(path, bytes),
		{ limits: own },
		(part) => {
			if (part) parts.push(part);
		},
		({ file: name }) => pictures.push(name),
	);
	return { ...file, parts, pictures };
}

const headlines = (parts: readonly DraftedPart[]) =>
	parts.map(
		({ draft, diagnostics }) => draft?.headline ?? diagnostics[0]?.ruleId,
	);
const zipOf = (files: Readonly<Record<string, Buffer>>, compress = false) =>
	new Promise<Buffer>((resolve, reject) => {
		const zip = new ZipFile();
		for (const [name, bytes] of Object.entries(files))
			zip.addBuffer(bytes, name, { compress });
		zip.end();
		const chunks: Buffer[] = [];
		zip.outputStream.on("data", (chunk: Buffer) => chunks.push(chunk));
		zip.outputStream.on("error", reject);
		zip.outputStream.on("end", () => resolve(Buffer.concat(chunks)));
	});

const records = [
	warcRecord("https://a.example/", "", { status: "301 Moved" }),
	warcRecord(
		"https://a.example/bridge",
		page("新桥通车", bridge, { more: shown }),
	),
	warcRecord("https://img.a.example/bridge.png", picture, {
		headers: "Content-Type: image/png",
	}),
	warcRecord("https://a.example/gone", page("没有这一页", bridge), {
		status: "404 Not Found",
	}),
	warcRecord("https://a.example/well", page("淘井", well), {
		date: "2021-06-01T08:00:00Z",
	}),
];

describe("a web archive", () => {
	test.each([
		["as it is", Buffer.concat(records)],
		["packed record by record", packedRecords(records)],
	])(
		"%s gives an article a page, with its pictures, and nothing else",
		async (_how, bytes) => {
			const { parts, single, pictures, diagnostics } = await read(bytes);
			expect(single).toBeUndefined();
			expect(headlines(parts)).toEqual(["新桥通车", "淘井"]);
			const [first, second] = parts.map(({ draft }) => draft);
			expect(first).toMatchObject({
				url: "https://a.example/bridge",
				figures: [{ src: "https://img.a.example/bridge.png", width: 40 }],
				provenance: { variant: "warc" },
			});
			expect(first?.figures[0]?.asset).toBe(pictures[0]);
			expect(second?.recorded).toBe(Date.parse("2021-06-01T08:00:00Z"));
			expect(second?.published).toBeUndefined();
			expect(diagnostics.map(({ ruleId }) => ruleId)).toEqual([
				"parse/archive-others",
			]);
			expect(new Set(parts.map(({ name }) => name)).size).toBe(2);
		},
	);

	test("with a body that is packed, in chunks, or in a charset that only HTTP tells is read", async () => {
		const packed = gzipSync(page("新桥通车", bridge));
		const chunk = Buffer.from(page("淘井", well));
		const chunked = Buffer.concat([
			Buffer.from(`${(500).toString(16)}\r\n`),
			chunk.subarray(0, 500),
			Buffer.from(`\r\n${(chunk.length - 500).toString(16)}\r\n`),
			chunk.subarray(500),
			Buffer.from("\r\n0\r\n\r\n"),
		]);
		const { parts } = await read(
			Buffer.concat([
				warcRecord("https://a.example/1", packed, {
					headers: "Content-Type: text/html\r\nContent-Encoding: gzip",
				}),
				warcRecord("https://a.example/2", chunked, {
					headers: "Content-Type: text/html\r\nTransfer-Encoding: chunked",
				}),
				warcRecord(
					"https://a.example/3",
					Buffer.from(
						"<html><title>Ïîåçä</title><body><p>Ïîåçä îïîçäàë íà ÷àñ, íî ïðèåõàë âîâðåìÿ.</p></body></html>",
						"latin1",
					),
					{ headers: "Content-Type: text/html; charset=windows-1251" },
				),
			]),
		);
		expect(headlines(parts)).toEqual(["新桥通车", "淘井", "Поезд"]);
	});

	test("packed as one stream, or with bodies in Brotli, gives the same", async () => {
		const { parts, pictures } = await read(
			gzipSync(Buffer.concat(records)),
			"crawl.warc.gz",
		);
		expect(headlines(parts)).toEqual(["新桥通车", "淘井"]);
		expect(parts[0]?.draft?.figures[0]?.asset).toBe(pictures[0]);
		const brotli = await read(
			warcRecord(
				"https://a.example/well",
				brotliCompressSync(page("淘井", well)),
				{ headers: "Content-Type: text/html\r\nContent-Encoding: br" },
			),
		);
		expect(headlines(brotli.parts)).toEqual(["淘井"]);
	});

	test("names a record that is cut, and reads the others", async () => {
		const whole = packedRecords(records);
		const { parts } = await read(whole.subarray(0, whole.length - 200));
		expect(headlines(parts)).toEqual(["新桥通车", "parse/warc-cut"]);
		const plain = Buffer.concat(records);
		const cut = await read(plain.subarray(0, plain.length - 200));
		expect(headlines(cut.parts)).toEqual(["新桥通车", "parse/warc-length"]);
	});

	test.each([
		[
			"as one stream",
			(wrong: Buffer) => gzipSync(Buffer.concat([records[1] as Buffer, wrong])),
		],
		[
			"record by record",
			(wrong: Buffer) => packedRecords([records[1] as Buffer, wrong]),
		],
	])(
		"packed %s names a record that promises more than is there, and comes to an end",
		async (_how, pack) => {
			const wrong = warcRecord("https://a.example/1", page("淘井", well), {
				length: 99_999,
			});
			const { parts } = await read(pack(wrong), "crawl.warc.gz");
			expect(headlines(parts)).toContain("新桥通车");
			expect(headlines(parts)).toContain("parse/warc-cut");
		},
	);

	test.each([-300, 300])(
		"packed as one stream names what stands behind a record whose length is wrong by %d",
		async (wrong) => {
			const first = page("新桥通车", bridge);
			const { length } = Buffer.from(first);
			const { parts } = await read(
				gzipSync(
					Buffer.concat([
						warcRecord("https://a.example/1", first, {
							length: length + 60 + wrong,
						}),
						records[4] as Buffer,
					]),
				),
				"crawl.warc.gz",
			);
			expect(headlines(parts)).toContain("parse/warc-broken");
		},
	);

	test("names a record with a wrong length, and goes on behind it", async () => {
		const wrong = (length: number) =>
			warcRecord("https://a.example/wrong", page("长度不对", bridge), {
				length,
			});
		for (const length of [20, 999_999]) {
			const { parts } = await read(
				Buffer.concat([
					records[1] as Buffer,
					wrong(length),
					records[4] as Buffer,
				]),
			);
			expect(headlines(parts).sort()).toEqual(
				["parse/warc-length", "新桥通车", "淘井"].sort(),
			);
		}
	});

	test("that holds no page says so", async () => {
		const { single, parts } = await read(records[2] as Buffer);
		expect(parts).toEqual([]);
		expect(single?.diagnostics[0]?.ruleId).toBe("parse/no-articles");
	});

	test("with a page over the limit names it and reads the others", async () => {
		const big = warcRecord(
			"https://a.example/big",
			page("太长", ["长".repeat(40_000)]),
		);
		const { parts } = await read(
			Buffer.concat([big, records[4] as Buffer]),
			"crawl.warc",
			{ ...limits, fileBytes: 50_000 },
		);
		expect(headlines(parts)).toEqual(["read/too-large", "淘井"]);
	});
});

describe("a web archive in a zip", () => {
	test("is read where it lies, and where it is packed once more", async () => {
		for (const compress of [false, true]) {
			const zip = await zipOf(
				{
					"datapackage.json": Buffer.from("{}"),
					"archive/data.warc.gz": packedRecords(records),
				},
				compress,
			);
			const { parts } = await read(zip, "crawl.wacz");
			expect(headlines(parts)).toEqual(["新桥通车", "淘井"]);
			expect(parts[0]?.name).toMatch(/^archive\/data\.warc\.gz:\d+$/);
			expect(parts[0]?.draft?.figures[0]?.asset).toBeDefined();
		}
	});

	test("that is cut is refused with a sentence", async () => {
		const zip = await zipOf({ "archive/data.warc": Buffer.concat(records) });
		const { single } = await read(zip.subarray(0, zip.length - 80), "x.wacz");
		expect(single?.diagnostics[0]?.reason).toMatch(/zip is broken or cut/);
	});

	test("from which far more would come than went in is not unpacked", async () => {
		const bomb = await zipOf(
			{ "archive/data.warc": Buffer.alloc(3_000_000, 32) },
			true,
		);
		const { parts } = await read(bomb, "x.wacz", {
			...limits,
			dumpBytes: 1_000_000,
		});
		expect(parts[0]?.diagnostics[0]?.ruleId).toBe("parse/zip-entry");
	});
});

describe("a page with its pictures in one file", () => {
	const mhtml = (boundary: string, body: string) =>
		Buffer.from(
			`From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/well\r\nSubject: x\r\nDate: Fri, 30 Jul 2021 00:24:07 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="${boundary}"\r\n\r\n${body}`,
		);
	const part = (headers: string, body: string) =>
		`--B1\r\n${headers}\r\n\r\n${body}\r\n`;
	const quoted = (text: string) =>
		Buffer.from(text)
			.toString("latin1")
			.replace(
				/[=\u0080-\u00ff]/g,
				(sign) =>
					`=${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
			)
			.replace(/.{70}(?<!=.?)/g, "$&=\r\n");

	test("has its text, address, hour of saving and pictures, those of its frames left out", async () => {
		const html = page("淘井", well, {
			more: '<p><img src="https://img.a.example/w.png"></p><p><img src="cid:two@x"></p>',
		});
		const { single, pictures } = await read(
			mhtml(
				"B1",
				`${part("Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://a.example/well", quoted(html))}${part("Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://img.a.example/w.png", picture.toString("base64"))}${part("Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <two@x>", picture.toString("base64"))}${part("Content-Type: text/html", "<p>框架里的广告</p>")}--B1--\r\n`,
			),
			"well.mhtml",
		);
		expect(single?.draft).toMatchObject({
			headline: "淘井",
			url: "https://a.example/well",
			recorded: Date.parse("2021-07-30T00:24:07Z"),
			provenance: { variant: "mhtml" },
		});
		expect(single?.draft?.paragraphs.map(({ text }) => text)).toEqual(well);
		expect(single?.draft?.figures.map(({ asset }) => asset)).toEqual([
			pictures[0],
			pictures[0],
		]);
		expect(single?.draft?.figures[1]?.src).toMatch(/^urn:sha256:[0-9a-f]{64}$/);
	});

	test("that a download began twice is read where it is whole", async () => {
		const html = page("淘井", well);
		const copy = (text: string) =>
			part(
				"Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://a.example/well",
				quoted(text),
			);
		const torn = html.slice(0, html.indexOf(well[1] ?? "") + 4);
		for (const [first, second] of [
			[torn, html],
			[html, torn],
		]) {
			const text = `${copy(first ?? "")}${copy(second ?? "")}--B1--\r\n`;
			const { single } = await read(mhtml("B1", text), "well.mhtml");
			expect(single?.draft?.paragraphs.map((own) => own.text)).toEqual(well);
		}
	});

	test.each([
		["names no boundary", mhtml("", "<p>x</p>"), /boundary/],
		[
			"does not use its boundary",
			mhtml("B9", "--B1\r\n\r\nx"),
			/does not occur/,
		],
		[
			"holds no page",
			mhtml("B1", `${part("Content-Type: image/png", "x")}--B1--`),
			/without a page/,
		],
	])("that %s is refused", async (_why, bytes, reason) => {
		const { single } = await read(bytes, "x.mht");
		expect(single?.draft).toBeUndefined();
		expect(single?.diagnostics[0]?.reason).toMatch(reason);
	});
});
