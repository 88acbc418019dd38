import type { Pieces } from "../../src/base/pieces.ts";
import { lineOf } from "../../src/corpus/store.ts";
import type { PlannedFile } from "../../src/site/files/planned-file.ts";

/** The bytes of a planned file, made from nothing. */
export function bytesOf(file: PlannedFile): string | Buffer {
	return "pieces" in file ? textOfPieces(file.pieces) : file.write();
}

/** The text of a file of pieces, made from nothing. */
export function textOfPieces({ keys, at }: Pieces): string {
	return keys
		.map((_, index) => {
			const piece = at(index);
			return "text" in piece ? piece.text : lineOf(piece.line);
		})
		.join("");
}
