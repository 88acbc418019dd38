import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { byCodePoint } from "../base/order.ts";
import { projectRoot } from "../base/project.ts";

/** Folder of styles and browser scripts: each `.ts` directly in it is published, those in folders below it are parts of them. */
const assetsFolder = join(projectRoot, "templates/assets");

/**
 * Bundle styles and browser scripts into `<outDir>/assets/`. Scripts are classic ones, as modules
 * do not load from `file:`. The same sources give the same bytes.
 *
 * @param outDir the site's root.
 */
export async function bundleAssets(outDir: string): Promise<void> {
	const outdir = join(outDir, "assets");
	mkdirSync(outdir, { recursive: true });
	const scripts = readdirSync(assetsFolder)
		.filter((name) => name.endsWith(".ts"))
		.sort(byCodePoint);
	// Loaded where there is something to bundle.
	const { build } = await import("esbuild");
	await build({
		entryPoints: [
			...scripts.map((name) => join(assetsFolder, name)),
			join(assetsFolder, "site.css"),
		],
		absWorkingDir: projectRoot,
		outdir,
		bundle: true,
		minify: true,
		format: "iife",
		target: ["es2022", "chrome109", "firefox115", "safari16"],
		// Installed as a package, no tsconfig.json is looked for; what that one says must not differ from here.
		tsconfigRaw: { compilerOptions: { strict: true, target: "ES2023" } },
		// Comments of the sources stay in the sources.
		legalComments: "none",
		charset: "utf8",
		logLevel: "silent",
	});
	writeFileSync(join(outdir, "icon.svg"), icon);
	for (const name of pngIcons)
		copyFileSync(join(assetsFolder, name), join(outdir, name));
}

/** The same for those that read no SVG, square to the edge: phones round the corners themselves. */
const pngIcons = ["icon-192.png", "icon-512.png"];

/** A cinnabar seal with the mark of a bound chronicle: five strokes, as on slips of bamboo. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#a8321f"/><path d="M8 6v20M12 6v20M16 6v20M20 6v20M24 6v20" stroke="#fbf7ee" stroke-width="2.4"/><path d="M5 11h22M5 21h22" stroke="#fbf7ee" stroke-width="1.2"/></svg>\n`;
