import type { ComponentChildren } from "preact";

/** What stands above the content of a page: its name, a note on it, and whatever else it has. */
export function PageHead(props: {
	title: string;
	note?: string;
	children?: ComponentChildren;
}) {
	const { title, note, children } = props;
	return (
		<header class="page-head">
			<h1>{title}</h1>
			{note !== undefined && <p class="note">{note}</p>}
			{children}
		</header>
	);
}
