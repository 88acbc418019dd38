import { scriptJson } from "../../src/site/json-ld.ts";

/** Data for machines; a data block, which no policy forbids and no browser runs. */
export function JsonLd({ value }: { value: object }) {
	return (
		<script
			type="application/ld+json"
			// JSON with every `<` escaped
			dangerouslySetInnerHTML={{ __html: scriptJson(value) }}
		/>
	);
}
