import type { View } from "../../src/site/views.ts";
import { paged } from "../paged.ts";
import { Page } from "../parts/Page.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { wordsFor } from "../words.ts";

export const data = paged("shelf");

/** A reader's own list; its script fills it from the browser's store. */
export function render(view: View<"shelf">) {
	const w = wordsFor(view.archive.language).shelf;
	return (
		<Page
			view={view}
			title={w.title}
			kind="shelf"
			section="shelf"
			scripts={["shelf.js"]}
			framesOwnPages
		>
			<PageHead title={w.title} note={w.note} />
			<noscript>
				<p class="empty">{w.noScript}</p>
			</noscript>
			<div
				id="shelf"
				hidden
				data-fleeting={w.fleeting}
				data-none={w.none}
				data-looked={w.looked("{n}")}
				data-unreadable={w.unreadable}
				data-brought={w.brought("{n}")}
				data-missing={w.missing}
				data-drop={w.drop}
			>
				<p class="shelf-tools">
					<button type="button" data-save="json">
						{w.saveJson}
					</button>
					<button type="button" data-save="ris">
						{w.saveRis}
					</button>
					<label>
						{w.bring}{" "}
						<input
							type="file"
							accept=".json,.ris,application/json,application/x-research-info-systems"
						/>
					</label>
				</p>
				<p>
					<output />
				</p>
				<p class="empty">{w.empty}</p>
				<ol class="shelf" />
			</div>
		</Page>
	);
}
