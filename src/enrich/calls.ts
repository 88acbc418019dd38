/** How people are called by who does not name them: by office, with or without the country, by family name, as a guest from there. */
import { fold } from "./gazetteer/fold.ts";
import {
	type Gazetteer,
	type GazetteerPerson,
	perPerson,
} from "./gazetteer/index.ts";
import { literal } from "./prefilter.ts";

const officeTail =
	"(?!们|府|助理|特使|办公|夫人|大选|选举|发言人|新闻|候选|事务|制|团|令|之间|和总理|网站|专机|级)";

/** What one person is called. */
export interface Calls {
	readonly byName: RegExp;
	/** By name, or by an office with its country. */
	readonly named: RegExp;
	/** As a guest from there. */
	readonly guest: RegExp;
	/** By an office alone: whose it is the article must tell. */
	readonly office: RegExp | undefined;
}

/** The calls of a person, in folded text. */
export const callsIn = perPerson(callsOf);

function callsOf(
	person: GazetteerPerson,
	{ countryById, cities }: Gazetteer,
): Calls {
	const country = countryById(person.country);
	const lands = [
		country?.name,
		...(country?.names ?? []),
		...(country?.loose ?? []),
		...(country?.initial ? [`${country.initial}方`] : []),
	].flatMap((name) => (name && han.test(name) ? fold(name) : []));
	const towns = cities
		.filter((city) => city.country === person.country)
		.map(({ name }) => fold(name));
	const places = [...new Set([...lands, ...towns])].join("|");
	const titles = [
		...new Set([
			...(person.offices ?? [])
				.filter(({ headOfState, until }) => headOfState || !until)
				.flatMap(({ titles }) => titles),
			"最高领导人",
			"领导人",
			"国家元首",
			"元首",
			"首脑",
		]),
	].map(fold);
	const own = titles.filter((title) => ownTitle.test(title));
	// 人称“甲”的棋友: a name in quotation marks is a nickname.
	const names = [
		person.name,
		...person.names,
		...(person.courtesy ?? []),
	].flatMap((name) => [
		`(?<![“「『])${literal(fold(name))}`,
		`${literal(fold(name))}(?![”」』])`,
	]);
	const family =
		/^(?:china|taiwan|north-korea|south-korea|vietnam)$/.test(person.country) &&
		/^[\p{Script=Han}]{2,3}$/u.test(person.name)
			? [
					`${fold(person.name).charAt(0)}前?(?:先生|总统|主席|委员长|总书记)(?!制)`,
				]
			: [];
	return {
		byName: new RegExp([...names, ...family].join("|")),
		named: new RegExp(
			[
				...names,
				...family,
				`(?:${[...new Set(lands)].join("|")})(?:国家|来的|的?[那这]位(?:[^，。；]{1,10}的)?|的|现任)?(?:${titles.join("|")})${officeTail}`,
			].join("|"),
		),
		guest: new RegExp(
			`(?:${places})(?:远?来的?|的)(?:那位|这位|老)?(?:客人|贵客|来客|贵宾|朋友)|来自(?:${places})的`,
		),
		office:
			own.length > 0
				? new RegExp(
						`(?:^|[^\\p{Script=Han}]|[与同和跟对向给由请陪见迎候接送是让了]|我们的?|我国)(?:${own.join("|")})${officeTail}`,
						"u",
					)
				: undefined,
	};
}

/** Where a text calls a person, by name, by an office with its country, or as a guest from there; -1 where it does not. */
export function calledAt(calls: Calls, words: string): number {
	const at = words.search(calls.named);
	return at < 0 && isGuest(calls, words) ? words.search(calls.guest) : at;
}

/** Whether a sentence speaks of a guest from a person's country. */
export const isGuest = ({ guest }: Calls, words: string): boolean =>
	guestWord.test(words) && guest.test(words);
const guestWord = /客|贵宾|朋友|来自/;

const han = /^[\p{Script=Han}·]+$/u;
/** Titles that are said without the country. */
const ownTitle = /^(?:总统|国家主席|主席|总书记|委员长|首相|总理|国家元首)$/;

/** Whether a text names a person's country. */
export function landIn(
	text: string,
	id: string,
	gazetteer: Gazetteer,
): boolean {
	const { personById, countryById } = gazetteer;
	const { name = "", names = [] } = countryById(personById(id).country) ?? {};
	return [name, ...names].some((land) => land && text.includes(fold(land)));
}

/** Whether two may share an office that is said without the country. */
export const overlap = (
	people: readonly string[],
	gazetteer: Gazetteer,
): boolean => {
	const [a = [], b = []] = people.map((id) =>
		(gazetteer.personById(id).offices ?? [])
			.flatMap(({ titles }) => titles)
			.filter((title) => ownTitle.test(title)),
	);
	return a.some((title) => b.includes(title));
};
