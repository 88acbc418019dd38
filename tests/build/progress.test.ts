import { expect, test } from "vitest";
import { progressText } from "../../src/base/progress.ts";

test("time left is told of a known number of steps of which some are done, and not otherwise", () => {
	const read = { name: "read", total: 40 };
	expect(progressText(read, 10, 5_000)).toBe("read 10/40, about 15 s left");
	expect(progressText(read, 0, 5_000)).toBe("read 0/40");
	expect(progressText(read, 41, 5_000)).toBe("read 41/40");
	expect(progressText({ name: "read", total: 0 }, 7, 5_000)).toBe("read 7");
});
