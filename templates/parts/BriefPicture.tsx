import { relativePath } from "../../src/site/addresses.ts";
import { smallPicture } from "../../src/site/picture.ts";
import type { Brief } from "../../src/site/props.ts";

/** What is smaller is an icon or a line. */
const leastPixels = 80;

/** An article's first picture, small and decorative: its headline says the same. Nothing where none is stored. */
export function BriefPicture(props: {
	readonly brief: Brief;
	readonly path: string;
}) {
	const { picture } = props.brief;
	if (!picture || Math.min(picture.width, picture.height) < leastPixels)
		return null;
	return (
		<img
			class="brief-picture"
			src={relativePath(props.path, smallPicture(picture))}
			width={picture.width}
			height={picture.height}
			alt=""
			loading="lazy"
			decoding="async"
		/>
	);
}
