/** What an index is made of, and where it goes. */
import type { Code } from "../../compile/code.ts";
import type { Corpus } from "../../corpus/store.ts";
import type { Indexers } from "../pool.ts";
import type { CutSizes } from "./cut.ts";

export interface IndexOptions {
	readonly corpus: Corpus;
	/** Where an article's file lies, by id; below the corpus's root unless given. */
	readonly articlePlace?: (id: string) => string;
	/** Root of the site; the index goes to `search/` below it. */
	readonly outDir: string;
	/** Where segments are kept between builds. */
	readonly cacheDir: string;
	/** The folder that the site will have when it is finished; `outDir` unless given. */
	readonly owner?: string;
	/** Who does the work; processes for this index alone unless given. */
	readonly indexers?: Indexers;
	/** How many those are; 0 works in this process. */
	readonly processes?: number;
	/** The code of those processes; compiled into the cache unless given. */
	readonly code?: Pick<Code, "scripts" | "versions">;
	/** Whether to add what search needs on pages opened from a disk. */
	readonly portable: boolean;
	/** Who keeps what the site has already; without, everything is put there. */
	readonly published?: PublishedFiles;
	/** For tests: other sizes of segments. */
	readonly sizes?: CutSizes;
	/** Called once the processes know what to do: what else there is to do may take this one a while. */
	readonly onBegun?: () => void;
}

/** Whoever looks after the site's files; paths are below its root. */
export interface PublishedFiles {
	/** Asked for each file before it is put there. @returns whether the site has it already, with this SHA-256, and keeps it. */
	keep(path: string, hash: string): boolean;
	/** A file was put there whose SHA-256 is known. */
	know(path: string, hash: string): void;
}
