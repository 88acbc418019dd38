import { archiveProps } from "../archive-props.ts";
import type { Site } from "../index-corpus.ts";
import { type DownloadFiles, downloadsOf } from "./downloads.ts";
import { type PlannedFile, plainFile } from "./planned-file.ts";

/** A Frictionless Data Package (https://specs.frictionlessdata.io/data-package/); JSON leaves out what is undefined. */
export function dataPackage(site: Site): PlannedFile {
	const { title, description, baseUrl } = archiveProps(site);
	const about = {
		profile: "data-package",
		name: "biannian-archive",
		title,
		description,
		homepage: baseUrl,
		licenses: licensesOf(site),
		resources: downloadsOf(site).map(resource),
	};
	return plainFile(
		"data/datapackage.json",
		`${JSON.stringify(about, undefined, 1)}\n`,
	);
}

/** The texts are the outlets' own; what an owner notes of an outlet's rights is told in the owner's words. */
function licensesOf(site: Site) {
	const { rights } = site.corpus.manifest.archive;
	const { baseUrl } = archiveProps(site);
	const path = baseUrl && `${baseUrl}about.html`;
	return [
		{
			name: "other-closed",
			title:
				"Copyright remains with the outlets or their contributors; kept for research and verification",
			path,
		},
		...[...site.sources.values()].flatMap(({ id, name }) =>
			rights[id] === undefined
				? []
				: [{ name: "notspecified", title: `${name}: ${rights[id]}`, path }],
		),
	];
}

function resource({
	name,
	title,
	of,
	mediaType,
	paths,
	schema,
	fields,
}: DownloadFiles) {
	const below = paths.map((path) => path.slice("data/".length));
	return {
		name,
		title: of === undefined ? title : `${title}: ${of}`,
		path: below.length === 1 ? below[0] : below,
		profile: fields && "tabular-data-resource",
		schema: fields && { fields, primaryKey: "id" },
		format: below[0]?.split(".").at(-1),
		mediatype: mediaType,
		encoding: "utf-8",
		jsonSchema: schema && `schema/${schema}.schema.json`,
	};
}
