/** Files that the owner says are no articles. */

/**
 * A test for paths below the seeds folder, with the patterns of `.gitignore`.
 *
 * @param patterns `*` stands for any part of a name, `**` for any number of folders, `?` for one sign; a folder's name
 *   stands for everything in it; a pattern without `/` counts in every folder, one that begins with `/` at the top alone.
 */
export function leftOutBy(
	patterns: readonly string[],
): (path: string) => boolean {
	if (patterns.length === 0) return () => false;
	const all = new RegExp(
		`^(?:${patterns.map(sourceOf).join("|")})(?:/|$)`,
		"u",
	);
	return (path) => all.test(path);
}

/** One pattern as the source of a regular expression. */
function sourceOf(pattern: string): string {
	const anywhere = pattern.replace(/\/+$/, "").includes("/") ? "" : "(?:.*/)?";
	const parts = pattern
		.replace(/^\.?\/+|\/+$/g, "")
		.split(/(\*\*\/|\*+|\?)/)
		.map((part) => {
			if (part === "**/") return "(?:[^/]+/)*";
			if (part === "**") return ".*";
			if (/^\*+$/.test(part)) return "[^/]*";
			if (part === "?") return "[^/]";
			return part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
		})
		.join("");
	return anywhere + parts;
}
