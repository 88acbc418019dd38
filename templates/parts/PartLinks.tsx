import { relativePath } from "../../src/site/addresses.ts";
import type { Words } from "../words.ts";

interface Props {
	/** The page at hand, from 1. */
	readonly part: number;
	readonly parts: readonly string[];
	readonly path: string;
	readonly w: Words;
}

/** Links to the pages of one long list. */
export function PartLinks({ part, parts, path, w }: Props) {
	if (parts.length < 2) return null;
	return (
		<nav class="parts" aria-label={w.list.pages}>
			<ul>
				{parts.map((target, index) => (
					<li key={target}>
						<a
							href={relativePath(path, target)}
							aria-current={index + 1 === part ? "page" : undefined}
						>
							{index + 1}
						</a>
					</li>
				))}
			</ul>
		</nav>
	);
}
