import { relativePath } from "../../src/site/addresses.ts";
import type { Counted } from "../../src/site/props.ts";
import { numberText } from "../format.ts";

/** A link with how many articles are listed behind it. */
export function CountedLink(props: {
	of: Counted;
	/** Of the page. */
	path: string;
	/** Instead of its own name. */
	name?: string;
}) {
	const { of, path, name = of.name } = props;
	return (
		<>
			<a href={relativePath(path, of.path)}>{name}</a>{" "}
			<span class="count">{numberText(of.count)}</span>
		</>
	);
}
