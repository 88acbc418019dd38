/** The command line: words in, report out, exit code. */
import { Locked } from "./build/lock.ts";
import { develop } from "./dev.ts";
import { inspectFile } from "./inspect.ts";
import { type Request, readRequest, usage, WrongUsage } from "./options.ts";
import { build } from "./pipeline.ts";
import { printSummary } from "./report/print.ts";
import { verifyArchive } from "./report/verify.ts";

/** @returns the exit code. */
async function run(request: Request): Promise<number> {
	const { command, options, files, port } = request;
	if (request.help) {
		console.log(usage);
		return 0;
	}
	switch (command) {
		case "build": {
			const summary = await build(options);
			if (options.json) console.log(JSON.stringify(summary));
			else if (!options.quiet) printSummary(summary);
			return options.strict && summary.totals.quarantined > 0 ? 1 : 0;
		}
		case "dev":
			await develop(options, port);
			return 0;
		case "verify": {
			const { differences, checked } = verifyArchive(options);
			for (const { where, file, problem } of differences)
				console.log(`${where}/${file}: ${problem}`);
			console.log(
				`${checked.files} files, ${checked.articles} articles, ${checked.seeds} seeds, ${checked.quotes} quotes, ${checked.links} links: ${differences.length} differences`,
			);
			return differences.length > 0 ? 1 : 0;
		}
		case "inspect":
			if (files.length === 0)
				throw new WrongUsage("inspect takes the path of an article file.");
			for (const file of files) console.log(inspectFile(file, options));
			return 0;
	}
}

/** What went wrong, for the person at the terminal. */
function explain(error: unknown): string {
	if (error instanceof Locked) return error.message;
	if (!(error instanceof Error)) return String(error);
	// Some come from other processes, as words only; Pagefind's are in Rust's words.
	const { message } = error;
	if (/\b(?:ENOSPC|EDQUOT|EFBIG)\b|os error (?:28|122|27)\b/.test(message))
		return `The disk is full, or a limit on space is reached: ${message}\nFree some space and build again.`;
	if (/\b(?:EACCES|EPERM|EROFS)\b|os error (?:13|1|30)\b/.test(message))
		return `No permission to write or read there: ${message}`;
	return error.stack ?? error.message;
}

try {
	process.exitCode = await run(readRequest(process.argv.slice(2)));
} catch (error) {
	if (error instanceof WrongUsage) {
		console.error(`biannian: ${error.message}\nTry --help.`);
		process.exitCode = 2;
	} else {
		console.error(
			`biannian: failed; what was built before is as it was.\n${explain(error)}`,
		);
		process.exitCode = 1;
	}
}
