import { defineConfig } from "vitest/config";

/** Tests that build archives, in processes or with the index: seconds and minutes, not milliseconds. */
const builds = [
	"tests/build/!(lock|output-folder|sealed).test.ts",
	"tests/report/verify.test.ts",
	"tests/search/{exactness,write-index}.test.ts",
	"tests/site/{build-images,eleventy-cli,large,pack,pages,plan}.test.ts",
];

/** Where processes that tests start leave which lines they ran; set by `npm run coverage`. */
const { CHILD_COVERAGE } = process.env;

export default defineConfig({
	test: {
		env:
			CHILD_COVERAGE === undefined ? {} : { NODE_V8_COVERAGE: CHILD_COVERAGE },
		testTimeout: 60_000,
		hookTimeout: 180_000,
		// Vitest's own default leaves one core idle, which is half of two.
		maxWorkers: "100%",
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
				test: { name: "build", include: builds },
			},
			{
				extends: true,
				test: {
					name: "e2e",
					include: ["tests/e2e/**/*.test.ts"],
					fileParallelism: false,
				},
			},
		],
	},
});
