/** A file of pieces in an output folder: with the pieces that stay copied from the one that was published before. */
import { join } from "node:path";
import { sha256 } from "../base/order.ts";
import { type BulkFiles, bytesLikeFile } from "./file-jobs.ts";
import {
	type PiecePlan,
	readPieceNote,
	writePiecedFile,
	writePieceNote,
} from "./pieced-file.ts";
import type { OldFolder } from "./previous-output.ts";

/** From so many new pieces on. */
const worthWriting = 1_000;

/**
 * Write the file to `to`, and leave a note of its pieces for the next build.
 *
 * @param path of the file below its folder.
 * @param plan in which nothing is copied yet.
 * @param version of all that its pieces depend on.
 * @returns its SHA-256.
 * @throws what making a piece or the file system refused.
 */
export async function writePieces(
	path: string,
	to: string,
	plan: PiecePlan,
	version: string,
	old: OldFolder,
	bulk: BulkFiles,
): Promise<string> {
	const name = `${sha256(path).slice(0, 16)}.json`;
	const note = join(old.ledgerPath.replace(/\.json$/, ".pieces"), name);
	const noted = old.isIntact(path) ? readPieceNote(note) : undefined;
	const isMeant = noted?.sha256 === old.files.get(path)?.sha256;
	const known = isMeant && noted?.version === version ? noted : undefined;
	if (known) plan.copyFrom(known);
	const isLong = plan.count >= bulk.worth.marks;
	const file = {
		to,
		...(known && { before: join(old.root, path) }),
		...(isLong && { marks: plan.marks }),
	};
	// Texts that were made here are better written here than sent, where they are many.
	const isMadeHere = plan.fresh >= worthWriting && plan.hasTexts;
	const written = isMadeHere
		? await writePiecedFile({ ...file, parts: plan.parts() })
		: await bulk.do(
				{ kind: "pieces", file: { ...file, parts: [...plan.parts()] } },
				plan.fresh + plan.copied / bytesLikeFile,
			);
	writePieceNote(note, plan.noteOf(written, version));
	return written.sha256;
}
