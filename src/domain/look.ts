import type { Hex } from "../base/colour.ts";

/** The page's own colours, light and dark, which an owner's accent is read on; `templates/assets/tokens.css` has the same. */
export const papers = { light: "#faf6ee", dark: "#181512" } as const;

/** The least contrast of text (WCAG 2.2, 1.4.3). */
export const leastContrast = 4.5;

/** A picture of the owner's own, below `_assets/`. */
export interface OwnPicture {
	/** Relative to the seeds folder. */
	readonly path: string;
	/** Hash of its bytes, and what they are: `<sha256>.png`. */
	readonly file: string;
	/** Pixels. */
	readonly width: number;
	readonly height: number;
}

/** What an owner changes of a site's looks. */
export interface Look {
	/** Read on the light paper; the dark one is made of it. */
	readonly accent?: Hex | undefined;
	/** Text of a style sheet that comes after ours. */
	readonly styles?: string | undefined;
	/** Shown before the archive's name. */
	readonly logo?: OwnPicture | undefined;
}
