import { relativePath, splitAddress } from "../../src/site/addresses.ts";
import type { View } from "../../src/site/views.ts";
import { paged } from "../paged.ts";
import { Page } from "../parts/Page.tsx";
import { wordsFor } from "../words.ts";

export const data = paged("moved");

/** At an address that has no article any more: the way to the one where it is now. No script is needed. */
export function render(view: View<"moved">) {
	const { archive, props, path } = view;
	const w = wordsFor(archive.language);
	const target = relativePath(path, props.to);
	return (
		<Page
			view={view}
			title={props.headline ?? w.moved.title}
			description={w.moved.text}
			kind="moved"
			canonical={
				archive.baseUrl === undefined
					? target
					: archive.baseUrl + splitAddress(path).folder + props.to
			}
			head={<meta http-equiv="refresh" content={`0; url=${target}`} />}
		>
			<div class="prose">
				<h1>{w.moved.title}</h1>
				<p>{w.moved.text}</p>
				<p>
					<a href={target} lang={props.language}>
						{props.headline ?? w.moved.go}
					</a>
				</p>
			</div>
		</Page>
	);
}
