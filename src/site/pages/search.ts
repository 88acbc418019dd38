import { paths } from "../addresses.ts";
import { onePage, type Pages } from "./page-kind.ts";

interface SearchProps {
	/** The search script, which is known once it is bundled; without it the page loads the one in `assets/`. */
	readonly script?: string | undefined;
}

export const search: Pages<SearchProps> = {
	list: onePage(paths.search),
	props: () => ({}),
};
