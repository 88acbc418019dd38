import { defineConfig } from "vitest/config";

/** Where processes that tests start leave which lines they ran; set by `npm run coverage`. */
const { CHILD_COVERAGE } = process.env;

export default defineConfig({
	test: {
		env:
			CHILD_COVERAGE === undefined ? {} : { NODE_V8_COVERAGE: CHILD_COVERAGE },
		testTimeout: 60_000,
		hookTimeout: 180_000,
		projects: [
			{
				extends: true,
				test: {
					name: "unit",
					include: ["tests/**/*.test.ts"],
					exclude: ["tests/e2e/**", "**/node_modules/**"],
				},
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
