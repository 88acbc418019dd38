import { paths } from "../../src/site/addresses.ts";
import type { Words } from "../words.ts";

/** Keeps an article on the reader's own list, with notes; hidden until its script is there. */
export function Keep(props: {
	/** Ids of paragraphs that a note may belong to. */
	paragraphs: readonly string[];
	to: (path: string) => string;
	w: Words;
}) {
	const { paragraphs, to, w } = props;
	return (
		<section
			class="keep"
			hidden
			data-keep={w.shelf.keep}
			data-drop={w.shelf.drop}
			data-fleeting={w.shelf.fleeting}
		>
			<h2>
				<a href={to(paths.shelf)}>{w.shelf.title}</a>
			</h2>
			<button type="button">{w.shelf.keep}</button>
			<ul />
			<form hidden>
				<label>
					{w.shelf.paragraph}{" "}
					<select name="paragraph">
						<option value="">{w.shelf.whole}</option>
						{paragraphs.map((id) => (
							<option key={id} value={id}>
								¶{id.slice(1)}
							</option>
						))}
					</select>
				</label>
				<label>
					{w.shelf.text}
					<textarea name="text" rows={2} />
				</label>
				<button type="submit">{w.shelf.add}</button>
			</form>
			<output />
		</section>
	);
}
