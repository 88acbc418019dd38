import { createHash } from "node:crypto";
import {
	closeSync,
	fstatSync,
	openSync,
	readFileSync,
	readSync,
} from "node:fs";
import { sha256 } from "./order.ts";

/** Lower-case hex SHA-256 of a file of any size: a large one is read a piece at a time. */
export function sha256OfFile(path: string): string {
	const file = openSync(path, "r");
	try {
		if (fstatSync(file).size <= pieceBytes) return sha256(readFileSync(file));
		const sum = createHash("sha256");
		const piece = Buffer.allocUnsafe(pieceBytes);
		for (;;) {
			const count = readSync(file, piece);
			if (count === 0) return sum.digest("hex");
			sum.update(piece.subarray(0, count));
		}
	} finally {
		closeSync(file);
	}
}

const pieceBytes = 8 * 1024 * 1024;
