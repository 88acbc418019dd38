/**
 * The site as one zip file that opens by double-click after unpacking.
 *
 *     npm run pack [-- SITE [FILE]]
 */
import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { packSite } from "../src/site/portable.ts";
import { readOptions } from "./read-options.ts";

const usage = `npm run pack [-- SITE [FILE]]
The site (_site) as one zip file (biannian.zip) that opens by double-click after unpacking.`;
const [folder = "_site", file = "biannian.zip"] = readOptions(
	usage,
	{},
	true,
).positionals;
const site = resolve(folder);
const target = resolve(file);

if (!existsSync(join(site, "index.html"))) {
	console.error(`There is no site in ${site}; run npm run build first.`);
	process.exit(2);
}
const { files, bytes } = await packSite(
	site,
	target,
	basename(target).replace(/\.zip$/i, ""),
);
console.log(
	`${target}: ${files} files, ${(bytes / 1_000_000).toFixed(1)} MB (${bytes} bytes)`,
);
