import {
	createWriteStream,
	readdirSync,
	readFileSync,
	statSync,
} from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { byCodePoint } from "../base/order.ts";

export interface Pack {
	readonly files: number;
	/** Of the zip file. */
	readonly bytes: number;
}

/** The moment that every file in a pack has: the same site gives the same zip. */
const moment = new Date(Date.UTC(2000, 0, 1));

/**
 * Write the site at `root` and a page that says how to open it into one zip file.
 *
 * @param name folder that the zip unpacks to.
 */
export async function packSite(
	root: string,
	target: string,
	name: string,
): Promise<Pack> {
	const paths = readdirSync(root, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) =>
			join(entry.parentPath, entry.name)
				.slice(root.length + 1)
				.replaceAll("\\", "/"),
		)
		.sort(byCodePoint);
	const zip = new ZipFile();
	const options = { mtime: moment, forceDosTimestamp: true, mode: 0o100644 };
	zip.addBuffer(
		Buffer.from(readMe(titleOf(root))),
		`${name}/READ ME FIRST.html`,
		options,
	);
	for (const path of paths)
		zip.addFile(join(root, path), `${name}/site/${path}`, options);
	zip.end();
	await pipeline(zip.outputStream, createWriteStream(target));
	return { files: paths.length + 1, bytes: statSync(target).size };
}

/** The archive's name as its home page says it, escaped as it stands there. */
function titleOf(root: string): string {
	const home = readFileSync(join(root, "index.html"), "utf8");
	return /<title>([^<]*)<\/title>/.exec(home)?.[1] ?? "";
}

/** In three languages, as the reader's is not known. */
function readMe(title: string): string {
	return `<!doctype html>
<html lang="zh-Hans">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">
<title>${title}</title>
<link rel="stylesheet" href="site/assets/site.css">
</head>
<body>
<main>
<div class="prose">
<h1><a href="site/index.html">${title}</a></h1>
<p>先把压缩包完整解开，再点上面的标题（或双击 site 文件夹里的 index.html）。阅读和检索都不需要网络。</p>
<p lang="zh-Hant">先把壓縮檔完整解開，再點上面的標題（或按兩下 site 資料夾裡的 index.html）。閱讀和檢索都不需要網路。</p>
<p lang="en">Unpack the whole zip file first, then follow the title above (or open index.html in the folder “site”). Reading and searching need no network.</p>
<p lang="en">To check that nothing was changed: <code>cd site &amp;&amp; sha256sum --quiet -c data/manifest-sha256.txt &amp;&amp; find data/checksums/site -name "*.txt" -exec sha256sum --quiet -c {} +</code></p>
</div>
</main>
</body>
</html>
`;
}
