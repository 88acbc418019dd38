/** Ingest processes: as many as asked for, each stopped when one file takes too long. */
import type { ChildProcess } from "node:child_process";
import { mkdirSync, realpathSync } from "node:fs";
import { begun } from "../base/promises.ts";
import { type Program, Standby } from "../processes/standby.ts";
import type {
	FileRecord,
	IngestFailure,
	IngestSettings,
	PartAnswer,
} from "./file-record.ts";

interface Worker {
	readonly process: ChildProcess;
	/** Files handed over and not yet answered, oldest first. */
	readonly pending: string[];
	/** Files it answered. */
	done: number;
	/** What it told of the file of many articles that it is at. */
	parts: FileRecord[];
	/** Hear no more of the process. */
	turnAway(): void;
	timer?: NodeJS.Timeout;
}

/** Files in a worker's hand at once: enough that it never waits for the next. */
const depth = 3;
/** A worker that has not answered its first file yet is still loading its code. */
const startMs = 10_000;

/**
 * Ingest `paths` in `count` processes.
 *
 * @param script the bundled worker.
 * @param onRecord called once for every path, in the order in which they are done.
 * @param standby who has processes, and gets them back.
 * @throws with what the system said when a draft cannot be stored or no process be started.
 */
export function ingestFiles(
	paths: readonly string[],
	settings: IngestSettings,
	script: string,
	count: number,
	onRecord: (record: FileRecord) => void,
	standby = new Standby(),
): Promise<void> {
	const program = workerOf(script, settings);
	standby.foresee(program);
	if (paths.length === 0) return Promise.resolve();
	for (const folder of [settings.drafts, settings.pictures])
		mkdirSync(folder, { recursive: true });
	const queue = [...paths].reverse();
	const secondTries = new Set<string>();
	const workers = new Set<Worker>();
	return new Promise((resolve, reject) => {
		const start = (): void => {
			const child = standby.take(program);
			const onMessage = (answer: FileRecord | IngestFailure | PartAnswer) => {
				if ("failure" in answer)
					return fail(new Error(`Reading failed: ${answer.failure}`));
				if ("of" in answer) {
					if (answer.part) worker.parts.push(answer.part);
					// The limit is one for each article.
					return feed(worker, settings.limits.fileMs);
				}
				worker.pending.splice(worker.pending.indexOf(answer.path), 1);
				worker.done++;
				onRecord(withParts(answer, worker.parts));
				worker.parts = [];
				feed(worker, settings.limits.fileMs);
			};
			const onExit = () => {
				clearTimeout(worker.timer);
				handBack(worker);
				leave(worker);
				if (queue.length > 0) start();
			};
			const worker: Worker = {
				process: child,
				pending: [],
				done: 0,
				parts: [],
				turnAway() {
					child.off("message", onMessage);
					child.off("error", fail);
					child.off("exit", onExit);
				},
			};
			workers.add(worker);
			child.on("message", onMessage);
			child.on("error", fail);
			child.on("exit", onExit);
			feed(worker, startMs + settings.limits.fileMs);
		};
		/** A worker that ended, or has nothing to do. */
		const leave = (worker: Worker): void => {
			workers.delete(worker);
			worker.turnAway();
			begun(standby.leave(worker.process, worker.done));
			if (workers.size === 0 && queue.length === 0) resolve();
		};
		const fail = (error: Error): void => {
			stop();
			reject(error);
		};
		/** Nothing is begun any more, nobody is waited for. */
		const stop = (): void => {
			queue.length = 0;
			for (const { process, pending } of workers) {
				pending.length = 0;
				process.kill("SIGKILL");
			}
		};
		/** Top the worker's hand up, and give it time for the file it is at. */
		const feed = (worker: Worker, ms: number): void => {
			while (worker.pending.length < depth && queue.length > 0) {
				const path = queue.pop() as string;
				worker.pending.push(path);
				// A process that is gone already says so by its end.
				worker.process.send(path, () => undefined);
			}
			clearTimeout(worker.timer);
			if (worker.pending.length === 0) leave(worker);
			else worker.timer = setTimeout(() => worker.process.kill("SIGKILL"), ms);
		};
		/** A worker that died was at its first pending file; the others only waited behind it. */
		const handBack = (worker: Worker): void => {
			const [culprit, ...waiting] = worker.pending;
			queue.push(...waiting.reverse());
			if (culprit === undefined) return;
			// Once more, alone at the head of a fresh process: a busy machine is not the file's fault.
			if (secondTries.has(culprit))
				onRecord(stopped(culprit, settings.limits.fileMs));
			else {
				secondTries.add(culprit);
				queue.push(culprit);
			}
		};
		for (let i = 0; i < Math.min(count, Math.ceil(paths.length / depth)); i++)
			start();
	});
}

/** Under the permission model a worker reads seeds and its own code, writes drafts, and no more. */
function workerOf(script: string, settings: IngestSettings): Program {
	const major = Number(process.versions.node.split(".")[0]);
	const model = major >= 24 ? "--permission" : "--experimental-permission";
	const readable = [
		settings.seeds,
		realpathSync(settings.seeds),
		script,
		settings.drafts,
		settings.pictures,
	];
	return {
		script,
		args: [JSON.stringify(settings)],
		options: [
			"--no-warnings",
			"--max-old-space-size=1024",
			model,
			...[...new Set(readable)].map((path) => `--allow-fs-read=${path}`),
			...[settings.drafts, settings.pictures].map(
				(path) => `--allow-fs-write=${path}`,
			),
		],
	};
}

/** An answer that says that its file has records gets them here: each came in a message of its own. */
function withParts(
	answer: FileRecord,
	parts: readonly FileRecord[],
): FileRecord {
	return answer.records ? { ...answer, records: parts } : answer;
}

function stopped(path: string, ms: number): FileRecord {
	return {
		path,
		sha256: "",
		bytes: 0,
		key: "",
		findings: [
			{
				severity: "error",
				ruleId: "limits/time",
				file: path,
				reason: `Reading the file took more than ${ms} ms or killed its process, twice.`,
			},
		],
	};
}
