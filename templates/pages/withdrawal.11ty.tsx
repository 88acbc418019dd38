import { paths, relativePath } from "../../src/site/addresses.ts";
import type { View } from "../../src/site/views.ts";
import { paged } from "../paged.ts";
import { Page } from "../parts/Page.tsx";
import { wordsFor } from "../words.ts";

export const data = paged("withdrawal");

/** At the address of an article that its owner withdrew: that it was here, and why it is not any more. */
export function render(view: View<"withdrawal">) {
	const { archive, props, path } = view;
	const { headline, outlet, day, reason, withdrawn } = props;
	const w = wordsFor(archive.language);
	return (
		<Page
			view={view}
			title={w.withdrawn.one}
			description={reason}
			kind="withdrawal"
			head={<meta name="robots" content="noindex" />}
		>
			<div class="prose">
				<h1>{w.withdrawn.one}</h1>
				<p>
					<b>{headline}</b>
				</p>
				<dl class="facts">
					<dt>{w.withdrawn.outlet}</dt>
					<dd>{outlet}</dd>
					{day !== undefined && (
						<>
							<dt>{w.withdrawn.published}</dt>
							<dd>
								<time dateTime={day}>{day}</time>
							</dd>
						</>
					)}
					<dt>{w.withdrawn.day}</dt>
					<dd>
						<time dateTime={withdrawn}>{withdrawn}</time>
					</dd>
					<dt>{w.withdrawn.reason}</dt>
					<dd>{reason}</dd>
				</dl>
				<p class="more">
					<a href={relativePath(path, paths.withdrawn)}>{w.withdrawn.all}</a>
				</p>
			</div>
		</Page>
	);
}
