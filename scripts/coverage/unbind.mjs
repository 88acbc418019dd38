/**
 * Lets go of Node's permission model in the processes that this one starts: under it a process
 * cannot say which code it ran, and so ingest processes would count as never run.
 */
import childProcess from "node:child_process";
import { syncBuiltinESMExports } from "node:module";

const { fork } = childProcess;
// @ts-expect-error Ours are all called with three arguments.
childProcess.fork = (script, args, options) =>
	fork(script, args, {
		...options,
		execArgv: options?.execArgv?.filter(
			(flag) => !/^--(?:experimental-)?permission$|^--allow-fs-/.test(flag),
		),
	});
syncBuiltinESMExports();
