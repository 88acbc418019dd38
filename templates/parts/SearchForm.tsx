import type { Words } from "../words.ts";

/** A field that leads to the search page, with or without a script. */
export function SearchForm(props: {
	/** Of the field; once on a page. */
	id: string;
	class: string;
	/** The search page, relative to this one. */
	action: string;
	/** Tells this search from the one in the header. */
	label?: string;
	w: Words;
}) {
	const { id, action, w } = props;
	return (
		<search aria-label={props.label}>
			<form class={props.class} action={action}>
				<label class="visually-hidden" for={id}>
					{w.nav.searchPlaceholder}
				</label>
				<input
					id={id}
					name="q"
					type="search"
					placeholder={w.nav.searchPlaceholder}
					autocomplete="off"
				/>
				<button type="submit">{w.nav.search}</button>
			</form>
		</search>
	);
}
