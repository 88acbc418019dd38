/** The same articles for other generators: Hugo and Jekyll, each followed by stock Pagefind. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "../../src/base/files-below.ts";
import { byCodePoint } from "../../src/base/order.ts";
import { type Measured, measure } from "./measure.ts";

export interface Rival {
	readonly name: string;
	/** The program that must be there. */
	readonly program: string;
	/** Write its project below `root` from the seed files in `seeds`. */
	prepare(seeds: string, root: string): void;
	build(root: string): Promise<Measured>;
	/** Where its pages are. */
	site(root: string): string;
}

const page = (content: string) =>
	`<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${content}</title></head>`;

export const rivals: readonly Rival[] = [
	{
		name: "Hugo",
		program: "hugo",
		prepare(seeds, root) {
			writeAll(root, {
				"hugo.toml":
					'baseURL = "https://archive.example/"\ntitle = "Archive"\ndisableKinds = ["taxonomy", "term"]\n[markup.goldmark.renderer]\nunsafe = true\n',
				"layouts/_default/single.html": `${page("{{ .Title }}")}<body><main data-pagefind-body><h1>{{ .Title }}</h1><time>{{ .Date.Format "2006-01-02" }}</time>{{ .Content }}</main></body></html>`,
				"layouts/_default/list.html": `${page("{{ .Title }}")}<body>{{ range (.Paginate .RegularPages 100).Pages }}<p><a href="{{ .RelPermalink }}">{{ .Title }}</a></p>{{ end }}</body></html>`,
				"layouts/index.html": `${page("{{ .Title }}")}<body>{{ range first 100 .Site.RegularPages }}<p><a href="{{ .RelPermalink }}">{{ .Title }}</a></p>{{ end }}</body></html>`,
			});
			copyArticles(seeds, join(root, "content/posts"));
		},
		build: (root) => measure("hugo", ["--quiet"], { cwd: root }),
		site: (root) => join(root, "public"),
	},
	{
		name: "Jekyll",
		program: "jekyll",
		prepare(seeds, root) {
			writeAll(root, {
				"_config.yml": "title: Archive\nfuture: true\n",
				"_layouts/post.html": `${page("{{ page.title | escape }}")}<body><main data-pagefind-body><h1>{{ page.title | escape }}</h1><time>{{ page.date | date: "%Y-%m-%d" }}</time>{{ content }}</main></body></html>`,
				"index.html": `---\n---\n${page("Archive")}<body>{% for post in site.posts limit: 100 %}<p><a href="{{ post.url }}">{{ post.title | escape }}</a></p>{% endfor %}</body></html>`,
			});
			copyArticles(seeds, join(root, "_posts"));
		},
		build: (root) => measure("jekyll", ["build", "--quiet"], { cwd: root }),
		site: (root) => join(root, "_site"),
	},
];

function writeAll(root: string, files: Readonly<Record<string, string>>): void {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(join(root, path, ".."), { recursive: true });
		writeFileSync(join(root, path), text);
	}
}

/** Seeds as posts: front matter, then the same HTML; `YYYY-MM-DD-n.html` suits both generators. */
function copyArticles(seeds: string, to: string): void {
	mkdirSync(to, { recursive: true });
	for (const [index, name] of filesBelow(seeds).sort(byCodePoint).entries()) {
		const text = readFileSync(join(seeds, name), "utf8");
		const [, head = "", rest = text] =
			/^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
		const header = /^<!--(\d+)-->\n\[(.*)\]\(.*\)\n-+\n([\s\S]*)$/.exec(rest);
		const title = header?.[2] ?? /^title: *"?(.*?)"?$/m.exec(head)?.[1] ?? name;
		const stamp = header?.[1] ?? /^date: *(.*)$/m.exec(head)?.[1] ?? 0;
		const date = new Date(
			header ? Number(stamp) : Date.parse(String(stamp)),
		).toISOString();
		writeFileSync(
			join(to, `${date.slice(0, 10)}-${index}.html`),
			`---\nlayout: post\ntitle: ${JSON.stringify(title)}\ndate: ${date}\n---\n${header?.[3] ?? rest}`,
		);
	}
}
