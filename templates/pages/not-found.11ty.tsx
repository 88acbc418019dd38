import type { InterfaceLanguage } from "../../src/domain/gazetteer.ts";
import { paths } from "../../src/site/addresses.ts";
import type { ArchiveProps } from "../../src/site/props.ts";
import type { View } from "../../src/site/views.ts";
import { paged } from "../paged.ts";
import { contentPolicy } from "../parts/policy.ts";
import { wordsFor } from "../words.ts";

export const data = paged("not-found");

/**
 * What a host shows for an address that is not here, at any depth and under any sub-path. Nothing
 * relative can be loaded from there, so the page carries its few styles itself. With a base URL
 * its links are whole addresses; without one it offers the way up, level by level: browsers stop
 * at the host's root, and home lies in one of these folders. It speaks every language of the archive, its own first: most hosts
 * have one such page for all addresses.
 */
export function render({ archive }: View<"not-found">) {
	const w = wordsFor(archive.language);
	const languages = archive.languages ?? [
		{ language: archive.language, folder: "" },
	];
	const isOwn = ({ language }: { language: InterfaceLanguage }) =>
		language === archive.language;
	return (
		<html lang={archive.language}>
			<head>
				<meta charset="utf-8" />
				<meta
					http-equiv="Content-Security-Policy"
					content={contentPolicy({ style })}
				/>
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<title>{`${w.notFound.title} · ${archive.title}`}</title>
				<meta name="robots" content="noindex" />
				<meta name="referrer" content="no-referrer" />
				<meta name="color-scheme" content="light dark" />
				{/* No icon: otherwise browsers ask the host for one. */}
				<link rel="icon" href="data:," />
				{/* Written in this file; its hash stands in the policy above. */}
				<style dangerouslySetInnerHTML={{ __html: style }} />
			</head>
			<body>
				<main>
					<p class="brand">{archive.title}</p>
					<h1>{w.notFound.title}</h1>
					{languages.filter(isOwn).map((own) => (
						<Ways key={own.language} archive={archive} {...own} />
					))}
					{languages
						.filter((one) => !isOwn(one))
						.map((other) => (
							<section key={other.language} lang={other.language}>
								<h2>{wordsFor(other.language).notFound.title}</h2>
								<Ways archive={archive} {...other} />
							</section>
						))}
				</main>
			</body>
		</html>
	);
}

/** What may be wrong, and where to go, in one language. */
function Ways(props: {
	readonly archive: ArchiveProps;
	readonly language: InterfaceLanguage;
	/** Of its pages. */
	readonly folder: string;
}) {
	const w = wordsFor(props.language);
	const { baseUrl } = props.archive;
	const root = baseUrl === undefined ? undefined : baseUrl + props.folder;
	const ways: readonly (readonly [string, string])[] =
		root === undefined
			? [
					["./", w.notFound.here],
					["../", w.notFound.up],
					["../../", w.notFound.upTwo],
				]
			: [
					[root + paths.home, w.nav.home],
					[root + paths.search, w.nav.search],
					[root + paths.years, w.nav.years],
					[root + paths.timeline, w.nav.timeline],
				];
	return (
		<>
			<p>{w.notFound.text}</p>
			<p>{root === undefined ? w.notFound.climb : w.notFound.try}</p>
			<ul>
				{ways.map(([href, name]) => (
					<li key={href}>
						<a href={href}>{name}</a>
					</li>
				))}
			</ul>
		</>
	);
}

/** The colours and faces of `assets/tokens.css`, as far as this page needs them. */
const style = [
	":root{color-scheme:light dark;--paper:#faf6ee;--ink:#221d18;--ink-soft:#5d5347;--cinnabar:#a3301d}",
	"@media (prefers-color-scheme:dark){:root{--paper:#181512;--ink:#e8e0d3;--ink-soft:#b0a594;--cinnabar:#ec8f78}}",
	'body{margin:0;overflow-wrap:anywhere;background:var(--paper);color:var(--ink);border-top:4px solid;font:1.0625rem/1.9 "PingFang SC","Noto Sans CJK SC","Microsoft YaHei",system-ui,sans-serif}',
	"main{max-width:36rem;margin:0 auto;padding:12vh 1.25rem 4rem}",
	'h1,.brand{font-family:"Songti SC","Noto Serif CJK SC","SimSun",serif}',
	"h1{font-size:2.25rem;line-height:1.3;margin:.4em 0 .6em}",
	"p{margin:0 0 .5em;color:var(--ink-soft)}",
	".brand{color:var(--cinnabar);letter-spacing:.1em}",
	"ul{list-style:none;display:flex;flex-wrap:wrap;gap:.5em 1.75em;padding:0;margin:1.5em 0}",
	"a{display:inline-block;min-width:2.75rem;padding:.45em 0;color:inherit;text-decoration-color:var(--cinnabar);text-underline-offset:.25em}",
	"a:hover{color:var(--cinnabar)}",
	":focus-visible{outline:2px solid var(--cinnabar);outline-offset:3px}",
].join("");
