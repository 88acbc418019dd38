/** The owner's looks as one style sheet, which every page loads after ours. */
import { type Hex, readableOn } from "../../base/colour.ts";
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
	return `:root{--cinnabar:${accent}}
.seal,.search-large button{background:${accent}}
:root[data-theme="dark"]{--cinnabar:${dark}}
@media (prefers-color-scheme:dark){:root:not([data-theme]){--cinnabar:${dark}}}
`;
}
