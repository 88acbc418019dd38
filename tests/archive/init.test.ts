import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { initArchive } from "../../src/commands/init.ts";
import { scratchFolder, writeFiles } from "../support/scratch.ts";

interface Workflow {
	readonly jobs: {
		readonly deploy: {
			readonly steps: readonly {
				readonly run?: string;
				readonly env?: Readonly<Record<string, string>>;
			}[];
		};
	};
}

/**
 * Run the step that builds, as GitHub does, where the published site answers with `status`; what curl and npx are asked for is
 * written down instead.
 */
function buildStep(status: string) {
	const root = scratchFolder();
	initArchive(join(root, "archive"));
	const workflow = readFileSync(
		join(root, "archive/.github/workflows/pages.yml"),
		"utf8",
	);
	const { steps } = (parse(workflow) as Workflow).jobs.deploy;
	const step = steps.find(({ run }) => run?.includes("biannian"));
	expect(step?.env?.site).toMatch(
		/^\$\{\{ steps\.pages\.outputs\.base_url \}\}\/$/,
	);
	writeFiles(root, {
		"bin/curl": `#!/bin/sh\necho "curl $*" >> ${root}/asked\nprintf '${status}'\n`,
		"bin/npx": `#!/bin/sh\necho "npx $*" >> ${root}/asked\n`,
	});
	for (const name of ["curl", "npx"]) chmodSync(join(root, "bin", name), 0o755);
	mkdirSync(join(root, "tmp"));
	const { status: code } = spawnSync("bash", ["-e", "-c", step?.run ?? ""], {
		env: {
			PATH: `${join(root, "bin")}:${process.env.PATH}`,
			site: "https://someone.github.io/news/",
			RUNNER_TEMP: join(root, "tmp"),
		},
	});
	const asked = readFileSync(join(root, "asked"), "utf8").trim().split("\n");
	return { code, asked, ids: join(root, "tmp/ids.txt") };
}

test("the workflow fetches the list of published addresses first and builds against it", () => {
	const { code, asked, ids } = buildStep("200");
	expect(code).toBe(0);
	const [fetched, built] = asked;
	expect(fetched).toContain(ids);
	expect(fetched).toMatch(
		/ https:\/\/someone\.github\.io\/news\/data\/ids\.txt$/,
	);
	expect(built).toMatch(/^npx --yes biannian@\d+\.\d+\.\d+\S* build \. /);
	expect(built).toContain(
		`--base-url https://someone.github.io/news/ --against ${ids}`,
	);
});

test("where nothing was published yet the workflow builds without a list", () => {
	const { code, asked } = buildStep("404");
	expect(code).toBe(0);
	expect(asked.at(-1)).toMatch(
		/ --base-url https:\/\/someone\.github\.io\/news\/$/,
	);
});

test.each(["000", "500"])(
	"where the published site answers %s the workflow builds nothing",
	(status) => {
		const { code, asked } = buildStep(status);
		expect(code).toBe(1);
		expect(asked).toHaveLength(1);
	},
);
