/** People whom articles name with an office, and whom no gazetteer knows. */
import { byCodePoint } from "../base/order.ts";
import { fold } from "../enrich/gazetteer/fold.ts";

const offices =
	"总统|国家主席|总理|首相|总书记|外长|外交部长|国防部长|国务卿|议长|秘书长|国王";
/** What stands behind a name: a mark, or a word that begins what the person does. */
const behind =
	"[，。、；：“”（）\\s]|在|与|同|和|会|对|向|表示|说|将|于|周|星期|当|日前|今|昨|的|抵|访|举行|出席|率|主持|强调|指出|宣布|发表|签署|致|为|是|也|还|已|曾";
const named = new RegExp(
	`(?:${offices})((?:\\p{Script=Han}{1,6}·)*\\p{Script=Han}{2,5}?)(?=${behind})`,
	"gu",
);
/** Not a name, though it stands behind an office. */
const common =
	/^(?:先生|女士|夫人|阁下|办公|大选|选举|候选|府|特使|助理|代表|发言|级|会议|人选|职|任期|就职|竞选|一行|本人|以及|等)/;

export interface UnknownPerson {
	/** As written, simplified. */
	readonly name: string;
	/** Articles that name them. */
	readonly articles: number;
}

/**
 * @param texts one an article.
 * @param isKnown whether a folded name is in the gazetteer.
 */
export function unknownPeople(
	texts: Iterable<string>,
	isKnown: (name: string) => boolean,
): UnknownPerson[] {
	const counts = new Map<string, number>();
	for (const text of texts) {
		const names = new Set(
			[...fold(text).matchAll(named)].map(([, name = ""]) => name),
		);
		for (const name of names)
			if (!common.test(name) && !isKnown(name))
				counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	return [...counts]
		.map(([name, articles]) => ({ name, articles }))
		.sort((a, b) => b.articles - a.articles || byCodePoint(a.name, b.name));
}
