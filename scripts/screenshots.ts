/**
 * Pictures of one page of every kind (of the smallest and the largest where there are many), at three widths, light and dark, for a person to look at.
 *
 *     npm run screenshots [-- SITE [OUT]]
 */
import { existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { byCodePoint } from "../src/base/order.ts";
import { launchBrowser } from "../tests/support/browser.ts";
import { readOptions } from "./read-options.ts";

const usage = `npm run screenshots [-- SITE [OUT]]
Pictures of one page of every kind of the site (_site) into a folder (screenshots), at three widths, light and dark.`;
const [from = "_site", into = "screenshots"] = readOptions(
	usage,
	{},
	true,
).positionals;
const site = resolve(from);
const out = resolve(into);
const widths = [390, 820, 1440];
if (!existsSync(join(site, "index.html"))) {
	console.error(
		`${site} holds no site. Usage: npm run screenshots [-- SITE [OUT]], after npm run build.`,
	);
	process.exit(2);
}

/** The name of a picture, and the page's path. */
function pagesToShow(): [name: string, path: string][] {
	const single = [
		"index",
		"timeline",
		"years",
		"sources",
		"people",
		"places",
		"tags",
		"recent",
		"coverage",
		"report",
		"about",
		"404",
	].map((name): [string, string] => [name, `${name}.html`]);
	const ofMany = [
		"articles",
		"encounters",
		"sources",
		"years",
		"people",
		"places",
		"tags",
	].flatMap((folder): [string, string][] => {
		const files = (
			existsSync(join(site, folder)) ? readdirSync(join(site, folder)) : []
		)
			.filter((file) => file.endsWith(".html"))
			.map((file) => ({ file, size: statSync(join(site, folder, file)).size }))
			.sort((a, b) => a.size - b.size || byCodePoint(a.file, b.file));
		const [least, most] = [files[0]?.file, files.at(-1)?.file];
		return [
			...(least
				? [[`${folder}-least`, `${folder}/${least}`] as [string, string]]
				: []),
			...(most && most !== least
				? [[`${folder}-most`, `${folder}/${most}`] as [string, string]]
				: []),
		];
	});
	return [
		...single,
		...ofMany,
		["search", "search.html?q=%E7%99%BD%E4%BF%84%E7%BD%97%E6%96%AF"] as [
			string,
			string,
		],
	].filter(([, path]) => existsSync(join(site, path.replace(/\?.*/, ""))));
}

mkdirSync(out, { recursive: true });
const browser = await launchBrowser();
try {
	for (const width of widths)
		for (const colorScheme of ["light", "dark"] as const) {
			const context = await browser.newContext({
				viewport: { width, height: 900 },
				colorScheme,
				deviceScaleFactor: width === 390 ? 2 : 1,
			});
			const page = await context.newPage();
			for (const [name, path] of pagesToShow()) {
				await page.goto(`${pathToFileURL(site).href}/${path}`);
				if (name === "search")
					await page
						.waitForSelector('[data-state="done"]', { timeout: 5_000 })
						.catch(() => undefined);
				await page.screenshot({
					path: join(out, `${name}-${width}-${colorScheme}.png`),
					fullPage: true,
				});
			}
			await context.close();
		}
} finally {
	await browser.close();
}
console.log(`Pictures are in ${out}`);
