import { paths } from "../addresses.ts";
import { onePage, type Pages } from "./page-kind.ts";

/** What of `assets/` a page holds instead of loading it. */
export interface OwnAssets {
	/** For theme and search, one after the other. */
	readonly script: string;
	readonly style: string;
}

interface SearchProps {
	/** Known once they are bundled; absent where the page loads them as any other does. */
	readonly own?: OwnAssets | undefined;
}

export const search: Pages<SearchProps> = {
	list: onePage(paths.search),
	props: () => ({}),
};
