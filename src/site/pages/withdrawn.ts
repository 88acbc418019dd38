/** Articles that their owner withdrew: a page at the address of each, and the list of them all. */
import { byCodePoint } from "../../base/order.ts";
import type { Withdrawn } from "../../domain/addresses.ts";
import { paths, publishedPath } from "../addresses.ts";
import type { Site } from "../index-corpus.ts";
import { onePage, type Pages, type PlaceOfPage } from "./page-kind.ts";

export type WithdrawalProps = Omit<Withdrawn, "id">;

export interface WithdrawnProps {
	/** Newest withdrawal first. */
	readonly entries: readonly (Withdrawn & { readonly path: string })[];
}

export const withdrawal: Pages<WithdrawalProps> = {
	list: ({ corpus }) =>
		corpus.addresses.withdrawn.map(({ id }, index) => ({
			path: publishedPath(id),
			params: { id, part: index + 1 },
		})),
	props: withdrawalProps,
};

export const withdrawn: Pages<WithdrawnProps> = {
	list: onePage(paths.withdrawn),
	props: ({ corpus }) => ({
		entries: corpus.addresses.withdrawn
			.map((entry) => ({ ...entry, path: publishedPath(entry.id) }))
			.sort((a, b) => byCodePoint(b.withdrawn, a.withdrawn)),
	}),
};

/** @param page `part` is the position among the withdrawn ones, from 1. */
function withdrawalProps(
	{ corpus }: Site,
	{ params }: PlaceOfPage,
): WithdrawalProps {
	const entry = corpus.addresses.withdrawn[(params.part ?? 1) - 1];
	if (!entry) throw new Error(`No article ${params.id} was withdrawn.`);
	const { id: _, ...shown } = entry;
	return shown;
}
