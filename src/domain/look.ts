/** What an owner changes of a site's looks, and the limits of it. */
import * as z from "zod";

/** Colours of the page, light and dark, which an owner's accent is read on; `templates/assets/tokens.css` has the same. */
export const papers = { light: "#faf6ee", dark: "#181512" } as const;

/** The least contrast of text (WCAG 2.2, 1.4.3). */
export const leastContrast = 4.5;

/** A picture of the owner's own, below `_assets/`. */
export const ownPictureSchema = z.strictObject({
	/** Relative to the seeds folder. */
	path: z.string(),
	/** `<sha256>.<jpg|png|gif|webp|avif>` */
	file: z.string(),
	/** Pixels. */
	width: z.number().int().positive(),
	height: z.number().int().positive(),
});

export const lookSchema = z.strictObject({
	/** `#rrggbb` on the light page; the dark page's is made of it. */
	accent: z.string().optional(),
	/** Text of a style sheet that comes after ours. */
	styles: z.string().optional(),
	/** Shown before the archive's name. */
	logo: ownPictureSchema.optional(),
});

export type OwnPicture = Readonly<z.infer<typeof ownPictureSchema>>;
export type Look = Readonly<z.infer<typeof lookSchema>>;
