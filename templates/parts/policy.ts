import { createHash } from "node:crypto";

/**
 * What a page may do: nothing but its own files. `'self'` covers `file:` in Chromium.
 *
 * @param style the one style sheet inside the page, if it has one, allowed by its hash.
 */
export function contentPolicy(style?: string): string {
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
		"form-action 'self'",
		"base-uri 'none'",
		"object-src 'none'",
		"require-trusted-types-for 'script'",
	].join("; ");
}
