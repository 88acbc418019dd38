import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { type Ended, runCommand } from "../support/build.ts";

const run = promisify(execFile);

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
	scripts: Readonly<Record<string, string>>;
};

/** Scripts of ours behind `npm run`, by name. */
const ours = Object.entries(scripts).flatMap(([name, command]) => {
	const file = /^node --import tsx (scripts\/[\w-]+\.ts)/.exec(command)?.[1];
	return file && !name.includes(":fast") ? [[name, file] as const] : [];
});

async function runScript(file: string, ...words: string[]): Promise<Ended> {
	try {
		const args = ["--import", "tsx", file, ...words];
		const { stdout, stderr } = await run(process.execPath, args);
		return { code: 0, stdout, stderr };
	} catch (error) {
		return error as Ended & { code: number };
	}
}

test("every script is covered", () => {
	expect(ours.length).toBeGreaterThan(8);
});

test.each(ours)(
	"npm run %s -- --help tells what it does, and does nothing",
	async (name, file) => {
		const { code, stdout, stderr } = await runScript(file, "--help");
		expect(code, stderr).toBe(0);
		expect(stdout.trim().split("\n").length).toBeGreaterThan(1);
		expect(stdout).toMatch(
			name === "test" ? /^npm test/ : new RegExp(`npm run ${name}\\b`),
		);
	},
);

test("a misspelt option of a script is answered with what was meant", async () => {
	const { code, stderr } = await runScript("scripts/test.ts", "--fats");
	expect(code).toBe(2);
	expect(stderr).toMatch(/^There is no option --fats; did you mean --fast\?\n/);
});

test("a misspelt option of a command too", async () => {
	const { code, stderr } = await runCommand("build", ["--seed", "x"]);
	expect(code).toBe(2);
	expect(stderr).toContain("There is no option --seed; did you mean --seeds?");
});
