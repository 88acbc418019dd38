import { defineConfig } from "vitest/config";

/** Tests that build archives, in processes or with the index: seconds and minutes, not milliseconds. */
const builds = [
	"tests/build/!(checksums|file-states|output-manifest|lock|output-folder|records|serve|store).test.ts",
	"tests/report/verify.test.ts",
	"tests/search/{aliases,damaged,exactness,fragment,pagefind-format,programs,sign-counts,write-index}.test.ts",
	"tests/site/{build-images,eleventy-cli,large,pack,pages,plan}.test.ts",
];

/** A test that ends at last on a busy machine has not failed; in milliseconds. */
const patience = { testTimeout: 300_000, hookTimeout: 300_000 };

/** Compiles the program once for all of them. */
const compiled = "tests/support/compiled-code.ts";

export default defineConfig({
	test: {
		setupFiles: ["scripts/coverage/setup.ts"],
		...patience,
		// Vitest's own default leaves one of two cores idle; each of more would start builds with
		// processes of their own.
		maxWorkers: 2,
		projects: [
			{
				extends: true,
				test: {
					name: "unit",
					include: ["tests/**/*.test.ts"],
					exclude: ["tests/e2e/**", ...builds, "**/node_modules/**"],
					// Values in, values out: the files share one copy of the code, which halves the time.
					isolate: false,
				},
			},
			{
				extends: true,
				test: { name: "build", include: builds, globalSetup: compiled },
			},
			{
				extends: true,
				test: {
					name: "e2e",
					include: ["tests/e2e/**/*.test.ts"],
					globalSetup: compiled,
					fileParallelism: false,
				},
			},
		],
	},
});
