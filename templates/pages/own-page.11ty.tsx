import { withOwnPictures } from "../../src/site/picture.ts";
import type { View } from "../../src/site/views.ts";
import { paged } from "../paged.ts";
import { Page } from "../parts/Page.tsx";
import { PageHead } from "../parts/PageHead.tsx";

export const data = paged("own-page");

/** A page of the owner's own; its HTML was sanitised when the corpus was written. */
export function render(view: View<"own-page">) {
	const { title, html, pictures = [] } = view.props;
	return (
		<Page view={view} title={title} kind="own-page">
			<PageHead title={title} />
			<div
				class="body"
				dangerouslySetInnerHTML={{
					__html: withOwnPictures(html, pictures, view.path),
				}}
			/>
		</Page>
	);
}
