import type { ComponentChildren } from "preact";
import { articlePath, relativePath } from "../../src/site/addresses.ts";
import type { Teaser as Props } from "../../src/site/props.ts";
import { BriefPicture } from "./BriefPicture.tsx";
import { Prose } from "./Prose.tsx";

/** An article in a list: picture, headline, the beginning of its text, outlet and time. */
export function Teaser(props: {
	teaser: Props;
	/** Of the page. */
	path: string;
	heading?: "h2" | "h3";
	/** Its text, as the page sets headlines. */
	headline: ComponentChildren;
	/** Instead of the beginning of the text. */
	note?: string | undefined;
	/** Leave out picture and beginning. */
	short?: boolean;
	/** When it was published or recorded. */
	time: ComponentChildren;
}) {
	const { teaser, path, heading: Heading = "h2", note, short } = props;
	return (
		<>
			{!short && <BriefPicture brief={teaser} path={path} />}
			<Heading lang={teaser.language}>
				<a href={relativePath(path, articlePath(teaser.id))}>
					{props.headline}
				</a>
			</Heading>
			{!short && note === undefined && (
				<p class="lede" lang={teaser.language}>
					<Prose text={teaser.lede} />
				</p>
			)}
			{note !== undefined && <p class="note">{note}</p>}
			<p class="meta">
				<span>{teaser.sourceName}</span>
				{props.time}
			</p>
		</>
	);
}
