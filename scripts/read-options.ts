/** The command line of a script: `--help`, and wrong usage told in a line. */
import { type ParseArgsConfig, parseArgs } from "node:util";
import { nearest } from "../src/base/nearest.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** On `--help` the process prints `usage` and ends with 0: for scripts that hand their other words on. */
export function helpWith(usage: string): void {
	if (!process.argv.slice(2).includes("--help")) return;
	console.log(usage);
	process.exit(0);
}

/**
 * Read the words after the script's name; `--no-NAME` takes a switch back. On `--help` the process prints
 * `usage` and ends with 0, on wrong usage it says what is wrong and ends with 2.
 *
 * @param allowPositionals whether words that are no options (folders to work on) may follow.
 * @param args the words, where they are not taken as they were typed.
 */
export function readOptions<Known extends Options>(
	usage: string,
	options: Known,
	allowPositionals = false,
	args: string[] = process.argv.slice(2),
) {
	helpWith(usage);
	try {
		return parseArgs({
			args,
			options,
			allowNegative: true,
			allowPositionals,
		} as const);
	} catch (error) {
		const [reason = ""] = (error as Error).message.split(". To specify", 1);
		const unknown = /Unknown option '(--[^']*)'/.exec(reason)?.[1];
		const near = unknown && nearest(unknown, Object.keys(options));
		console.error(
			`${unknown ? `There is no option ${unknown}${near ? `; did you mean --${near}?` : "."}` : reason}\n\n${usage}`,
		);
		process.exit(2);
	}
}
