/** What browsers read of a site as a whole: how to search it, and how to keep it like a program. */
import { sha256 } from "../../base/order.ts";
import type { OwnPicture } from "../../domain/look.ts";
import { archiveProps } from "../archive-props.ts";
import type { Site } from "../index-corpus.ts";
import { iconSides, isIcon, logoIconPath } from "../own-images.ts";
import { xml } from "./feeds.ts";
import { type PlannedFile, plainFile } from "./planned-file.ts";

export const openSearchPath = "opensearch.xml";
export const webManifestPath = "manifest.webmanifest";

export function browserFiles(site: Site): PlannedFile[] {
	const { baseUrl } = archiveProps(site);
	return [
		plainFile(webManifestPath, webManifest(site)),
		// An OpenSearch template must be a whole address.
		...(baseUrl === undefined
			? []
			: [plainFile(openSearchPath, openSearch(site, baseUrl))]),
		// A service worker's scope is its own folder: it must lie at the root.
		plainFile("sw.js", 'importScripts("assets/sw.js");\n'),
	];
}

/** OpenSearch 1.1 (https://developer.mozilla.org/docs/Web/XML/Guides/OpenSearch); `ShortName` has at most 16 characters. */
function openSearch(site: Site, baseUrl: string): string {
	const { title, description } = archiveProps(site);
	const short = Array.from(title).slice(0, 16).join("");
	return [
		'<?xml version="1.0" encoding="UTF-8"?>\n',
		'<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n',
		`<ShortName>${xml(short)}</ShortName>\n`,
		`<Description>${xml(Array.from(description).slice(0, 1024).join(""))}</Description>\n`,
		"<InputEncoding>UTF-8</InputEncoding>\n",
		`<Image width="192" height="192" type="image/png">${xml(`${baseUrl}assets/icon-192.png`)}</Image>\n`,
		`<Url type="text/html" template="${xml(`${baseUrl}search.html?q={searchTerms}`)}"/>\n`,
		`<Url type="application/opensearchdescription+xml" rel="self" template="${xml(baseUrl + openSearchPath)}"/>\n`,
		"</OpenSearchDescription>\n",
	].join("");
}

const ourIcons = [
	{ src: "assets/icon.svg", sizes: "any", type: "image/svg+xml" },
	{ src: "assets/icon-192.png", sizes: "192x192", type: "image/png" },
	{ src: "assets/icon-512.png", sizes: "512x512", type: "image/png" },
	{
		src: "assets/icon-512.png",
		sizes: "512x512",
		type: "image/png",
		purpose: "maskable",
	},
];

function logoIcons(logo: OwnPicture) {
	return iconSides.map((side) => ({
		src: logoIconPath(logo, side),
		sizes: `${side}x${side}`,
		type: "image/png",
	}));
}

/** A web application manifest (https://www.w3.org/TR/appmanifest/); its addresses are relative to itself. */
function webManifest(site: Site): string {
	const { title, description, language } = archiveProps(site);
	const { logo } = site.corpus.manifest.archive.look ?? {};
	return `${JSON.stringify(
		{
			// The same wherever the site is moved to; another archive on the same host is another one.
			id: `./?archive=${sha256(title).slice(0, 16)}`,
			name: title,
			short_name: Array.from(title).slice(0, 12).join(""),
			description,
			lang: language,
			dir: "ltr",
			start_url: "./index.html",
			scope: "./",
			display: "standalone",
			background_color: "#faf6ee",
			theme_color: "#faf6ee",
			icons: logo && isIcon(logo) ? logoIcons(logo) : ourIcons,
			categories: ["news", "education"],
		},
		undefined,
		1,
	)}\n`;
}
