import type { SourceAdapter } from "../sources/adapter.ts";
import type { InsidePicture } from "./pictures.ts";
import type { RemovalLog } from "./removal-log.ts";

/** Everything the walk needs to know beside the tree. */
export interface BodyContext {
	readonly adapter: SourceAdapter;
	/** Address that relative links are relative to. */
	readonly base: string | undefined;
	readonly removalLog: RemovalLog;
	/** Most pictures that a body may hold. */
	readonly maxImages: number;
	readonly maxDepth: number;
	/** Whether the body is what was chosen of a whole page. */
	readonly isMainBlock?: boolean;
	/** Pictures that the seed file holds itself. */
	readonly inside?: InsidePicture;
}
