/** The owner's own pages as they are published. */
import { OwnerMistakes } from "../archive/mistake.ts";
import type { Config } from "../domain/config.ts";
import type { PublishedPage } from "../domain/manifest.ts";

/** @throws {OwnerMistakes} when a text cannot be shown. */
export async function publishPages({
	seeds,
	config: { pages },
}: {
	readonly seeds: string;
	readonly config: Config;
}): Promise<readonly PublishedPage[]> {
	if (pages.length === 0) return [];
	// Loaded where there is Markdown to read.
	const { publishPage } = await import("../archive/page-text.ts");
	const published = pages.map(publishPage);
	const mistakes = published.filter((one) => "reason" in one);
	if (mistakes.length > 0) throw new OwnerMistakes(seeds, mistakes);
	return published.filter((one) => "html" in one);
}
