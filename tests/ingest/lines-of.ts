import { draftFile } from "../../src/normalise/draft-file.ts";
import type { DraftedPart } from "../../src/normalise/drafted.ts";
import { bytesInMemory } from "../../src/read/seed-bytes.ts";
import { limits } from "./support.ts";

/** Everything that a file turns out to hold, each part in a line. */
export async function linesOf(
	path: string,
	content: string | Uint8Array,
): Promise<string[]> {
	const parts: DraftedPart[] = [];
	const { single } = await draftFile(
		bytesInMemory(path, Buffer.from(content)),
		{ limits },
		(part) => {
			if (part) parts.push(part);
		},
	);
	return (single ? [single] : parts).map(({ draft, diagnostics }) =>
		draft
			? [
					draft.headline,
					draft.url ?? "-",
					draft.bylines.join() || "-",
					draft.published?.day ?? "-",
					draft.tags.join() || "-",
					draft.paragraphs.map(({ text }) => text).join("¶"),
				].join(" | ")
			: (diagnostics.find(({ severity }) => severity === "error")?.reason ??
				""),
	);
}
