/** `biannian init DIR`: a folder that is an archive, with everything that its owner may say, commented. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import {
	jsonSchemas,
	schemaName,
	schemasFolder,
} from "../archive/json-schemas.ts";
import { projectRoot } from "../base/project.ts";

/** Files of a new archive: names in `templates/archive/`, and where they go. */
const files: Readonly<Record<string, string>> = {
	"archive.yml": "_archive.yml",
	"collections.yml": "_collections.yml",
	"readme.md": "README.md",
	"gitignore.txt": ".gitignore",
	"pages.yml": ".github/workflows/pages.yml",
};

/**
 * What is there already is left as it is; the schemas, which are ours, are brought up to date.
 *
 * @returns what was written, relative to the folder.
 */
export function initArchive(folder: string): readonly string[] {
	const root = resolve(folder);
	const written: string[] = [];
	const write = (path: string, text: string) => {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
		written.push(path);
	};
	for (const [name, path] of Object.entries(files))
		if (!existsSync(join(root, path))) write(path, textOf(name, path, root));
	for (const [name, text] of jsonSchemas()) {
		const path = join(schemasFolder, name);
		if (readIfThere(join(root, path)) !== text) write(path, text);
	}
	return written;
}

function textOf(name: string, path: string, root: string): string {
	const { version } = JSON.parse(
		readFileSync(join(projectRoot, "package.json"), "utf8"),
	) as { version: string };
	const values: Readonly<Record<string, string>> = {
		NAME: basename(root),
		VERSION: version,
		SCHEMA: `${schemasFolder}/${schemaName(path)}`,
	};
	return readFileSync(
		join(projectRoot, "templates/archive", name),
		"utf8",
	).replace(/\{\{([A-Z]+)\}\}/g, (all, key: string) => values[key] ?? all);
}

function readIfThere(path: string): string | undefined {
	return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
