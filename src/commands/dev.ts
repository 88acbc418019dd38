/** `npm run dev`: build, serve, and build again whenever a seed or a template changes. */
import { existsSync, watch } from "node:fs";
import { join } from "node:path";
import { poolsHere } from "../assemble/worker-pools.ts";
import { projectRoot } from "../base/project.ts";
import { build } from "../pipeline.ts";
import { printSummary } from "../report/print.ts";
import type { CommandOptions } from "./options.ts";
import { serveSite } from "./serve.ts";
import { withConfig } from "./with-config.ts";

/** Wait this long for a burst of changes to end, in milliseconds. */
const settleMs = 120;

/**
 * Serve the site at `port` and keep it up to date until the process is stopped.
 *
 * A build that fails leaves the last good site being served, with a note in every open page.
 */
export async function develop(
	options: CommandOptions,
	port: number,
): Promise<void> {
	const server = await serveSite(options.out, port, true);
	const pools = poolsHere(options.workers, true);
	let building = false;
	let again = false;

	async function rebuild(): Promise<void> {
		if (building) {
			again = true;
			return;
		}
		building = true;
		do {
			again = false;
			try {
				const ready = await withConfig(options);
				// Files come and go while they are worked on: it is told, and nothing is stopped.
				const maxRemovals = Number.POSITIVE_INFINITY;
				const summary = await build({ ...ready, maxRemovals }, pools);
				if (!options.quiet) printSummary(summary);
				const { vanished } = summary.changes;
				if (vanished > 0)
					console.error(
						`${vanished === 1 ? "One address answers" : `${vanished} addresses answer`} no more; npm run build would stop here. Which ones is in ${join(options.cache, "changes.json")}.`,
					);
				server.tell("reload");
				pools.prepare();
			} catch (error) {
				const message = error instanceof Error ? error.message : String(error);
				console.error(
					`The build failed; the last good site is still served.\n${message}`,
				);
				server.tell("problem", message);
			}
		} while (again);
		building = false;
	}

	await rebuild();
	console.log(`Serving ${options.out} at ${server.address} (Ctrl-C stops).`);
	let timer: NodeJS.Timeout | undefined;
	const watched = [
		options.seeds,
		join(projectRoot, "templates"),
		join(projectRoot, "src"),
	];
	for (const folder of watched.filter((path) => existsSync(path)))
		watch(folder, { recursive: true }, () => {
			clearTimeout(timer);
			timer = setTimeout(rebuild, settleMs);
		});
}
