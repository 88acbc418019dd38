/** The owner's looks as one style sheet, which every page has behind ours. */
import { type Hex, mixed, readableOn } from "../../base/colour.ts";
import { type Look, leastContrast, papers } from "../../domain/look.ts";
import type { Site } from "../index-corpus.ts";
import { type PlannedFile, plainFile } from "./planned-file.ts";

/** Nothing where the owner changes nothing. */
export function lookFiles(site: Site): PlannedFile[] {
	const { look } = site.corpus.manifest.archive;
	return look && hasStyles(look)
		? [plainFile("look.css", lookStyles(look))]
		: [];
}

/** Whether there is a style sheet of the owner's. */
export function hasStyles({ accent, styles }: Look): boolean {
	return accent !== undefined || styles !== undefined;
}

export function lookStyles({ accent, styles = "" }: Look): string {
	return (accent === undefined ? "" : accentStyles(accent)) + styles;
}

function accentStyles(accent: Hex): string {
	const dark = readableOn(accent, papers.dark, "#ffffff", leastContrast + 1.5);
	const light = rules(accent, mixed(papers.light, accent, 0.14));
	const night = rules(dark, mixed(papers.dark, dark, 0.22));
	return `:root{${light}}
.seal,.search-large button{background:${accent}}
:root[data-theme="dark"]{${night}}
@media (prefers-color-scheme:dark){:root:not([data-theme]){${night}}}
`;
}

/** The soft one lies behind text. */
function rules(accent: Hex, soft: Hex): string {
	return `--cinnabar:${accent};--cinnabar-soft:${soft}`;
}
