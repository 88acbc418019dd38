import type { FeedPaths } from "../../src/site/feed-paths.ts";
import type { Words } from "../words.ts";

interface Props {
	readonly feeds: FeedPaths;
	readonly to: (path: string) => string;
}

/** For `head`, where programs look for the feeds of what a page is about. */
export function FeedHead({ feeds, to, title }: Props & { title: string }) {
	return (
		<>
			<link
				rel="alternate"
				type="application/atom+xml"
				title={title}
				href={to(feeds.atom)}
			/>
			<link
				rel="alternate"
				type="application/feed+json"
				title={title}
				href={to(feeds.json)}
			/>
		</>
	);
}

/** The same for readers. */
export function FeedLinks({ feeds, to, w }: Props & { w: Words }) {
	return (
		<>
			<a href={to(feeds.atom)}>{w.feed.atom}</a>{" "}
			<a href={to(feeds.json)}>{w.feed.json}</a>
		</>
	);
}
