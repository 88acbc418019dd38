/** The processes that index: their memory is their own and goes with them. */
import { availableParallelism } from "node:os";
import type { Program } from "../processes/pool-process.ts";
import type { PoolOptions, WorkPool } from "../processes/process-pool.ts";
import type { Task } from "./write/tasks.ts";

/** Answers whether Pagefind had to index. */
export type Indexers = WorkPool<Task, boolean>;

/** What the pool of index processes must know. */
export const indexingPool = {
	name: "Indexing",
	size: Math.max(2, availableParallelism()),
} as const satisfies PoolOptions;

/** @param script compiled. */
export function indexingProgram(script: string): Program {
	return { script, args: [], options: ["--no-warnings"] };
}
