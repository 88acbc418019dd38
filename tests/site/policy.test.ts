import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contentPolicy } from "../../templates/parts/policy.ts";

test("the policy names each trusted type that our scripts make, and no other", () => {
	const made = readdirSync("templates/assets", {
		recursive: true,
		encoding: "utf8",
	})
		.filter((path) => path.endsWith(".ts"))
		.flatMap((path) =>
			Array.from(
				readFileSync(`templates/assets/${path}`, "utf8").matchAll(
					/createPolicy\("([^"]+)"/g,
				),
				([, name]) => name,
			),
		);
	expect(made.length).toBeGreaterThan(1);
	const named = /trusted-types ([^;]+)/.exec(contentPolicy())?.[1]?.split(" ");
	expect(named).toEqual(made.sort());
});
