import { symlinkSync } from "node:fs";
import { get } from "node:http";
import { gunzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { type Hosting, serveSite } from "../../src/commands/serve.ts";
import { scratchFolder, writeFiles } from "../support/scratch.ts";

/** Serve a small site; `ask` takes an address as it is, with nothing tidied. */
async function served(live: boolean, hosting: Hosting = {}) {
	const root = scratchFolder();
	writeFiles(root, {
		"secret.txt": "not of the site",
		"site/index.html": "<p>首页</p>",
		"site/404.html": "<p>没有</p>",
		"site/about.txt": "文字",
		"site/search/t-0a/t0.bin": "x",
	});
	const server = await serveSite(`${root}/site`, 0, live, hosting);
	onTestFinished(() => server.close());
	const { port } = new URL(server.address);
	const ask = (path: string, host = `127.0.0.1:${port}`) =>
		new Promise<{ status: number; headers: object; body: Buffer }>(
			(resolve, reject) => {
				const request = get(
					{ port, path, headers: { host, "accept-encoding": "gzip" } },
					(response) => {
						const parts: Buffer[] = [];
						response.on("data", (part) => parts.push(part));
						response.on("end", () =>
							resolve({
								status: response.statusCode ?? 0,
								headers: response.headers,
								body: Buffer.concat(parts),
							}),
						);
					},
				);
				request.on("error", reject);
			},
		);
	return { server, ask, root };
}

test.each(["news.example", "127.0.0.1.news.example:80", "localhost.example"])(
	"who calls this machine “%s” is told nothing",
	async (host) => {
		const { ask } = await served(true);
		for (const path of ["/", "/about.txt", "/.live", "/none.html"]) {
			const { status, body } = await ask(path, host);
			expect([status, body.toString()]).toEqual([
				421,
				"This server answers to 127.0.0.1 and localhost only.\n",
			]);
		}
	},
);

test("links below the folder are not followed; the folder itself may be one", async () => {
	const { ask, root } = await served(false);
	symlinkSync(`${root}/secret.txt`, `${root}/site/link.txt`);
	symlinkSync(root, `${root}/site/folder`);
	for (const path of ["/link.txt", "/folder/secret.txt"])
		expect((await ask(path)).status).toBe(404);
	symlinkSync(`${root}/site`, `${root}/by-link`);
	const server = await serveSite(`${root}/by-link`, 0, false);
	onTestFinished(() => server.close());
	expect((await fetch(`${server.address}about.txt`)).status).toBe(200);
});

test("files come as they are, with their type; a folder is its index.html", async () => {
	const { ask } = await served(false);
	expect(await ask("/?q=x")).toMatchObject({
		status: 200,
		headers: {
			"content-type": "text/html; charset=utf-8",
			"cache-control": "no-cache",
		},
		body: Buffer.from("<p>首页</p>"),
	});
	expect((await ask("/about.txt")).body.toString()).toBe("文字");
	expect((await ask("/search/t-0a/t0.bin")).headers).toMatchObject({
		"content-type": "application/octet-stream",
	});
});

test.each([
	"/none.html",
	"/search",
	"/../secret.txt",
	"/%2e%2e/secret.txt",
	"/..%2fsecret.txt",
	"/about.txt%00",
	"/%",
])("%s is missing, which the site's own page says", async (path) => {
	const { ask } = await served(false);
	const { status, body } = await ask(path);
	expect([status, body.toString()]).toEqual([404, "<p>没有</p>"]);
});

test("as a real host would: below a path, compressed, and what is named by its content kept for ever", async () => {
	const { server, ask } = await served(false, {
		under: "/news",
		likeAHost: true,
	});
	expect(new URL(server.address).pathname).toBe("/news/");
	expect((await ask("/index.html")).status).toBe(404);
	const page = await ask("/news/");
	expect(page.headers).toMatchObject({ "content-encoding": "gzip" });
	expect(gunzipSync(page.body).toString()).toBe("<p>首页</p>");
	expect((await ask("/news/search/t-0a/t0.bin")).headers).toMatchObject({
		"cache-control": "public, max-age=31536000, immutable",
	});
});

test("live pages load a script that listens to what the server tells", async () => {
	const { server, ask } = await served(true);
	expect((await ask("/")).body.toString()).toBe(
		'<p>首页</p><script src="/.live.js"></script>',
	);
	expect((await ask("/.live.js")).body.toString()).toContain("EventSource");
	const stream = await fetch(`${server.address}.live`);
	const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
	expect((await reader?.read())?.value).toBe(": hello\n\n");
	server.tell("problem", "第一行\n第二行");
	expect((await reader?.read())?.value).toBe(
		'event: problem\ndata: "第一行\\n第二行"\n\n',
	);
	await reader?.cancel();
});
