/** The owner's files as JSON Schema, so that an editor completes and checks them. */
import * as z from "zod";
import { archiveFile, archiveFileName } from "./archive-file.ts";
import { collectionsFile, collectionsFileName } from "./collections-file.ts";
import { outletsFile, outletsFileName } from "./outlets-file.ts";
import { peopleFile, peopleFileName } from "./people-file.ts";
import { placesFile, placesFileName } from "./places-file.ts";
import { withdrawnFile, withdrawnFileName } from "./withdrawn-file.ts";

/** Every file of the owner's that has a schema. */
const files: Readonly<Record<string, z.ZodType>> = {
	[archiveFileName]: archiveFile,
	[outletsFileName]: outletsFile,
	[peopleFileName]: peopleFile,
	[placesFileName]: placesFile,
	[withdrawnFileName]: withdrawnFile,
	[collectionsFileName]: collectionsFile,
};

/** Folder of the schemas in an archive; its name begins with a dot, so that nothing in it is read as an article. */
export const schemasFolder = ".schemas";

/** `_archive.yml` → `archive.schema.json` */
export function schemaName(file: string): string {
	return file.replace(/^_(.*)\.yml$/, "$1.schema.json");
}

/** Names of files → their text. */
export function jsonSchemas(): ReadonlyMap<string, string> {
	return new Map(
		Object.entries(files).map(([file, schema]) => [
			schemaName(file),
			`${JSON.stringify(editorSchema(schema), null, "\t")}\n`,
		]),
	);
}

/** What an editor sees is YAML's own types, where we read texts. */
function editorSchema(schema: z.ZodType): object {
	return z.toJSONSchema(schema, {
		io: "input",
		override({ jsonSchema }) {
			const { editor, description, ...rest } = jsonSchema;
			if (typeof editor !== "object") return;
			for (const key of Object.keys(rest)) delete jsonSchema[key];
			delete jsonSchema.editor;
			Object.assign(jsonSchema, editor);
		},
	});
}
