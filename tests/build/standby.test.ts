import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { hasEnded } from "../../src/processes/children.ts";
import { type Program, Standby } from "../../src/processes/standby.ts";
import { until } from "../support/process.ts";
import { scratchFolder, writeFiles } from "../support/scratch.ts";

/** A program that answers each message with its own number. */
function answering(): Program {
	const folder = scratchFolder();
	const code = 'process.on("message", () => process.send(process.pid));\n';
	writeFiles(folder, { "answer.mjs": code });
	return { script: join(folder, "answer.mjs"), args: [], options: [] };
}

function standby(keeps: boolean): Standby {
	const made = new Standby(keeps);
	onTestFinished(() => made.close());
	return made;
}

async function ask(child: ChildProcess): Promise<number> {
	const answer = new Promise<number>((resolve) =>
		child.once("message", resolve),
	);
	child.send("who?");
	return answer;
}

test("a process that was given back is taken again", async () => {
	const waiting = standby(true);
	const program = answering();
	const first = waiting.take(program);
	const pid = await ask(first);
	await waiting.leave(first, 1);
	const second = waiting.take({ ...program, args: [] });
	expect(await ask(second)).toBe(pid);
	await waiting.leave(second, 1);
});

test("a process that comes and goes many times gathers no listeners", async () => {
	const waiting = standby(true);
	const program = answering();
	const child = waiting.take(program);
	const listeners = child.listenerCount("exit");
	for (let time = 0; time < 20; time++) {
		await waiting.leave(child, 1);
		expect(waiting.take(program).pid).toBe(child.pid);
	}
	expect(child.listenerCount("exit")).toBe(listeners);
	await waiting.leave(child, 1);
});

test("one that waits is let go when another program is to be run", async () => {
	const waiting = standby(true);
	const program = answering();
	const first = waiting.take(program);
	await waiting.leave(first, 1);
	const other = waiting.take({ ...program, args: ["other"] });
	expect(await ask(other)).toBe(other.pid);
	expect(other.pid).not.toBe(first.pid);
	await until("it ends", () => hasEnded(first));
	await waiting.leave(other, 1);
});

test("what was foreseen is started before it is needed", async () => {
	const waiting = standby(true);
	const program = answering();
	waiting.foresee(program);
	waiting.prepare();
	const child = waiting.take(program);
	expect(await ask(child)).toBe(child.pid);
	await waiting.leave(child, 1);
	// It waits already.
	waiting.prepare();
	expect(waiting.take(program).pid).toBe(child.pid);
	await waiting.leave(child, 1);
});

test("a process that did very much, or died while it waited, is not taken again", async () => {
	const waiting = standby(true);
	const program = answering();
	const worn = waiting.take(program);
	await waiting.leave(worn, 1_000);
	expect(hasEnded(worn)).toBe(true);
	const dead = waiting.take(program);
	await waiting.leave(dead, 1);
	dead.kill("SIGKILL");
	await until("it ends", () => hasEnded(dead));
	const living = waiting.take(program);
	expect(await ask(living)).toBe(living.pid);
	await waiting.leave(living, 1);
});

test("where nobody builds again, every process ends when it is given back", async () => {
	const waiting = standby(false);
	const child = waiting.take(answering());
	await waiting.leave(child, 1);
	expect(hasEnded(child)).toBe(true);
});
