/** The command line of a script: `--help`, and wrong usage told in a line. */
import { type ParseArgsConfig, parseArgs } from "node:util";

type Options = NonNullable<ParseArgsConfig["options"]>;

/**
 * Read the words after the script's name; `--no-NAME` takes a switch back. On `--help` the process prints
 * `usage` and ends with 0, on wrong usage it says what is wrong and ends with 2.
 *
 * @param allowPositionals whether words that are no options (folders to work on) may follow.
 */
export function readOptions<Known extends Options>(
	usage: string,
	options: Known,
	allowPositionals = false,
) {
	if (process.argv.slice(2).includes("--help")) {
		console.log(usage);
		process.exit(0);
	}
	try {
		return parseArgs({
			options,
			allowNegative: true,
			allowPositionals,
		} as const);
	} catch (error) {
		console.error(`${(error as Error).message}\n\n${usage}`);
		process.exit(2);
	}
}
