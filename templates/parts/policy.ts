import { createHash } from "node:crypto";

/**
 * What a page may do: nothing but its own files. `'self'` covers `file:` in Chromium.
 *
 * @param more `style`, `script`: the one style sheet and the one script inside the page, if it has any, allowed by
 *   their hashes; `frames`: whether it shows other pages of the archive.
 */
export function contentPolicy(
	more: {
		style?: string;
		script?: string | undefined;
		frames?: boolean | undefined;
	} = {},
): string {
	const { style, script, frames = false } = more;
	const own = (text: string | undefined) =>
		text === undefined
			? ""
			: ` 'sha256-${createHash("sha256").update(text).digest("base64")}'`;
	return [
		"default-src 'none'",
		`script-src 'self'${own(script)}`,
		`style-src 'self'${own(style)}`,
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
