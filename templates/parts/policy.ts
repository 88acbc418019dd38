import { createHash } from "node:crypto";

/**
 * What a page may do: nothing but its own files. `'self'` covers `file:` in Chromium.
 *
 * @param more `style`: the one style sheet inside the page, if it has one, allowed by its hash; `frames`: whether it
 *   shows other pages of the archive.
 */
export function contentPolicy(
	more: { style?: string; frames?: boolean | undefined } = {},
): string {
	const { style, frames = false } = more;
	const own =
		style === undefined
			? ""
			: ` 'sha256-${createHash("sha256").update(style).digest("base64")}'`;
	return [
		"default-src 'none'",
		"script-src 'self'",
		`style-src 'self'${own}`,
		"img-src 'self' data:",
		"connect-src 'self'",
		"worker-src 'self'",
		"manifest-src 'self'",
		...(frames ? ["frame-src 'self'"] : []),
		"form-action 'self'",
		"base-uri 'none'",
		"object-src 'none'",
		"require-trusted-types-for 'script'",
		// What our scripts may make addresses of scripts with; a name that is not here cannot be taken.
		"trusted-types biannian-index biannian-worker",
	].join("; ");
}
