import { spawnSync } from "node:child_process";
import { readdirSync, symlinkSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
	type FetchAllOptions,
	fetchAll,
} from "../../scripts/images/fetch-all.ts";
import { isGlobal } from "../../scripts/images/global-address.ts";
import { readAssets, withAssets } from "../../src/corpus/assets.ts";
import { bodyHtml } from "../../src/site/body.ts";
import { planImages } from "../../src/site/images.ts";
import { imageWidths } from "../../src/site/picture.ts";
import { scratchFolder } from "../support/scratch.ts";
import { makeArticle } from "./sample-corpus.ts";

let server: Server;
let base = "";
let photo: Buffer;
let asked: string[] = [];

/** A server as the web has them: it stalls, lies, redirects in circles and sends too much. */
beforeAll(async () => {
	photo = await sharp({
		create: { width: 700, height: 400, channels: 3, background: "#a3301d" },
	})
		.jpeg()
		.toBuffer();
	server = createServer((request, response) => {
		const path = request.url ?? "/";
		asked.push(path);
		const send = (type: string, body: string | Buffer) => {
			response.setHeader("content-type", type);
			response.end(body);
		};
		if (path.startsWith("/good")) send("image/jpeg", photo);
		else if (path === "/liar") send("text/plain", photo);
		else if (path === "/page") send("image/jpeg", "<html>not an image</html>");
		else if (path === "/drawing")
			send("image/svg+xml", '<svg xmlns="http://www.w3.org/2000/svg"/>');
		else if (path === "/half") send("image/jpeg", photo.subarray(0, 300));
		else if (path === "/circle")
			response.writeHead(302, { location: "/circle2" }).end();
		else if (path === "/circle2")
			response.writeHead(302, { location: "/circle" }).end();
		else if (path === "/moved")
			response.writeHead(301, { location: "/good-moved" }).end();
		else if (path === "/out")
			response.writeHead(302, { location: "file:///etc/passwd" }).end();
		else if (path === "/huge") {
			response.setHeader("content-type", "image/jpeg");
			const piece = Buffer.alloc(1_000_000);
			let left = 100;
			const more = () => {
				while (left-- > 0) if (!response.write(piece)) return;
				response.end();
			};
			response.on("drain", more);
			more();
		} else if (path === "/stall") {
			response.setHeader("content-type", "image/jpeg");
			response.write(photo.subarray(0, 100));
		} else if (path === "/flaky") {
			if (asked.filter((one) => one === "/flaky").length === 1)
				response.writeHead(503).end();
			else send("image/jpeg", photo);
		} else response.writeHead(404).end();
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
	server.closeAllConnections();
	server.close();
});

function options(
	seeds: string,
	paths: readonly string[],
	over: Partial<FetchAllOptions> = {},
): FetchAllOptions {
	return {
		seeds,
		addresses: paths.map((path) => base + path),
		limits: {
			stallMs: 300,
			totalMs: 5_000,
			maxBytes: 2_000_000,
			redirects: 3,
			allowPrivate: true,
		},
		concurrency: 4,
		pauseMs: 1,
		retries: 1,
		retryFailed: false,
		...over,
	};
}

describe("fetching images", () => {
	test("stores what is an image, says why the rest is not, and never hangs", async () => {
		const seeds = scratchFolder();
		const { stored, failed } = await fetchAll(
			options(seeds, [
				"/good",
				"/liar",
				"/moved",
				"/flaky",
				"/page",
				"/drawing",
				"/half",
				"/circle",
				"/out",
				"/huge",
				"/stall",
				"/missing",
			]),
		);
		expect(
			Object.fromEntries(
				failed.map(({ address, reason }) => [
					address.slice(base.length),
					reason,
				]),
			),
		).toEqual({
			"/page": "no image of a known type",
			"/drawing": "no image of a known type",
			"/half": "image is broken",
			"/circle": "redirects in a circle",
			"/out": "scheme file:",
			"/huge": "too large",
			"/stall": "stalled",
			"/missing": "HTTP 404",
		});
		expect(stored).toBe(4);
		// The same bytes from four addresses are one file.
		expect(
			readdirSync(join(seeds, "_assets")).filter((name) =>
				name.endsWith(".jpg"),
			).length,
		).toBe(1);
		expect(readAssets(seeds).get(`${base}/moved`)).toMatchObject({
			width: 700,
			height: 400,
		});
	});

	test("goes on where it stopped, and asks again for failures only when told to", async () => {
		const seeds = scratchFolder();
		await fetchAll(options(seeds, ["/good-a", "/missing"]));
		asked = [];
		const second = await fetchAll(
			options(seeds, ["/good-a", "/missing", "/good-b"]),
		);
		expect(asked).toEqual(["/good-b"]);
		expect(second.known).toBe(2);
		asked = [];
		await fetchAll(
			options(seeds, ["/good-a", "/missing"], { retryFailed: true }),
		);
		expect(asked).toEqual(["/missing"]);
	});

	test("many pictures bring no warning of listeners, also where all may be interrupted", async () => {
		const warnings: string[] = [];
		const hear = (warning: Error) => warnings.push(warning.message);
		process.on("warning", hear);
		const paths = Array.from({ length: 40 }, (_, at) => `/good-${at}`);
		const { signal } = new AbortController();
		await fetchAll(options(scratchFolder(), paths, { signal }));
		process.off("warning", hear);
		expect(warnings).toEqual([]);
	});

	test("what was fetched below the seeds is not kept in Git", () => {
		const ignored = (path: string) =>
			spawnSync("git", ["check-ignore", "-q", "--no-index", path]).status;
		expect(ignored("seeds/_assets/a.jpg")).toBe(0);
		expect(ignored("seeds/a.txt")).toBe(1);
	});

	test("keeps to one request at a time for a host, with pauses", async () => {
		const started = performance.now();
		await fetchAll(
			options(scratchFolder(), ["/good-1", "/good-2", "/good-3"], {
				pauseMs: 120,
			}),
		);
		expect(performance.now() - started).toBeGreaterThan(300);
	});

	test("does not ask around in private networks unless it is allowed to", async () => {
		const { limits, ...rest } = options(scratchFolder(), ["/good"]);
		asked = [];
		const { failed } = await fetchAll({
			...rest,
			limits: { ...limits, allowPrivate: false },
		});
		expect(failed[0]?.reason).toBe("address of a private network");
		expect(asked).toEqual([]);
	});

	test.each([
		"169.254.169.254",
		"10.1.2.3",
		"100.64.0.1",
		"192.0.0.8",
		"198.51.100.7",
		"255.255.255.255",
		"::1",
		"::",
		"fe80::1",
		"fec0::1",
		"fc00::1",
		"ff02::1",
		// The same machine by other names: mapped, translated, 6to4, Teredo.
		"::ffff:127.0.0.1",
		"::ffff:7f00:1",
		"64:ff9b::7f00:1",
		"2002:7f00:1::1",
		"2001:0:7f00:1::",
		"2001:db8::1",
		"no address",
	])("%s is for nobody in the public network", (address) => {
		expect(isGlobal(address)).toBe(false);
	});

	test.each(["93.184.216.34", "2606:2800:220:1::1"])(
		"%s is an address of the public network",
		(address) => {
			expect(isGlobal(address)).toBe(true);
		},
	);

	test("a host that leads to this machine is not connected to, and neither is a redirect there", async () => {
		const { limits, ...rest } = options(scratchFolder(), []);
		asked = [];
		const { failed } = await fetchAll({
			...rest,
			addresses: [
				`http://localhost:${new URL(base).port}/good`,
				`http://[::ffff:127.0.0.1]:${new URL(base).port}/good`,
			],
			limits: { ...limits, allowPrivate: false },
		});
		expect(failed.map(({ reason }) => reason)).toEqual([
			"address of a private network",
			"address of a private network",
		]);
		expect(asked).toEqual([]);
	});

	test("remembers nothing of a failure that may pass", async () => {
		const seeds = scratchFolder();
		const { failed } = await fetchAll(options(seeds, ["/stall", "/missing"]));
		expect(
			Object.fromEntries(
				failed.map(({ address, passing }) => [
					address.slice(base.length),
					passing,
				]),
			),
		).toEqual({ "/stall": true, "/missing": false });
		asked = [];
		await fetchAll(options(seeds, ["/stall", "/missing"]));
		expect(new Set(asked)).toEqual(new Set(["/stall"]));
	});

	test("does not store into a folder that is a link", async () => {
		const seeds = scratchFolder();
		symlinkSync(scratchFolder(), join(seeds, "_assets"));
		await expect(fetchAll(options(seeds, ["/good"]))).rejects.toThrow(
			/symbolic link/,
		);
	});
});

describe("stored images", () => {
	test("are made in three formats, no wider than they are", async () => {
		const seeds = scratchFolder();
		await fetchAll(options(seeds, ["/good"]));
		const planned = planImages(seeds);
		expect(planned.length).toBe(imageWidths(700).length * 3);
		for (const image of planned) {
			const { width = 0 } = await sharp(await image.write()).metadata();
			expect(image.path).toContain(`-${width}.`);
			expect(width).toBeLessThanOrEqual(700);
		}
		expect(imageWidths(3_000)).toEqual([240, 480, 960, 1440]);
	});

	test("stand in the article with their size, and every address in it is planned", async () => {
		const seeds = scratchFolder();
		await fetchAll(options(seeds, ["/good"]));
		const src = `${base}/good`;
		const article = withAssets(
			makeArticle({
				id: "2020010100000001",
				figures: [
					{ id: "f1", src, alt: '仪仗队 "甲"', caption: "", credit: "" },
				],
				html: `<figure id="f1"><img data-src="${src}" alt=""></figure>`,
			}),
			readAssets(seeds),
		);
		const html = bodyHtml(
			article,
			[],
			{ imageElsewhere: "", imageText: "", localCopy: "" },
			"articles/x.html",
		);
		expect(html).toContain('width="700" height="400"');
		expect(html).toContain('alt="仪仗队 &quot;甲&quot;"');
		const planned = new Set(planImages(seeds).map(({ path }) => path));
		const used = [...html.matchAll(/\.\.\/(images\/[^\s"]+)/g)].map(
			([, path]) => path ?? "",
		);
		expect(used.length).toBeGreaterThan(3);
		expect(used.filter((path) => !planned.has(path))).toEqual([]);
	});

	test("leave articles as they are where nothing was fetched", () => {
		const article = makeArticle({ id: "2020010100000001" });
		expect(withAssets(article, readAssets(scratchFolder()))).toBe(article);
	});
});
