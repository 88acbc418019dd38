/** Which other spellings a search looks for besides what was typed, and where they are something else. */

/**
 * Organisations that news names in full and by a short form. Search takes both for one; people and
 * places come from the gazetteer. Latin abbreviations are left out: SCO is also a part of addresses.
 */
const organisations: readonly (readonly string[])[] = [
	["上合组织", "上海合作组织"],
	["世卫组织", "世界卫生组织"],
	["世贸组织", "世界贸易组织"],
	["北约", "北大西洋公约组织"],
	["欧盟", "欧洲联盟"],
	["东盟", "东南亚国家联盟"],
	["独联体", "独立国家联合体"],
	["集安组织", "集体安全条约组织"],
	["全国人大", "全国人民代表大会"],
	["全国政协", "中国人民政治协商会议"],
];

/**
 * Names by which one is called in some papers and which are, more often, other people, other places
 * or everyday words. Who means them can type them.
 */
export const ambiguousNames: Readonly<Record<string, readonly string[]>> = {
	// Lassie, and a family name.
	莱希: ["莱西", "萊西"],
	// The given name of the man whom the city was called after for three years.
	阿斯塔纳: ["努尔苏丹", "努爾蘇丹"],
	// A pear.
	悉尼: ["雪梨"],
	// San Diego, in Taiwan.
	圣地亚哥: ["聖地牙哥"],
	// Bernstein, Bourne, Bern among others begin so.
	伯尔尼: ["伯恩"],
	// A duke.
	惠灵顿: ["威靈頓"],
	// All that there is; and a given name.
	万象: ["永珍"],
	永珍: ["万象", "萬象"],
	// Part of other transcribed names (卡达尔, 皮卡达).
	卡塔尔: ["卡達"],
	// Likewise (里奥班, 奥班农).
	欧尔班: ["奥班", "奧班"],
	// Any house that is called so.
	安纳伯格庄园: ["阳光庄园", "陽光莊園"],
	// A department of France, of which Tarbes is the capital.
	塔布: ["上比利牛斯省"],
	// The state of the United States, its universities; kings of that name.
	格鲁吉亚: ["喬治亞", "乔治亚"],
	// A given name, and a maker of furniture.
	索非亚: ["索菲亞", "索菲亚"],
	// Houses in its garden, not the whole of it.
	钓鱼台国宾馆: ["养源斋", "養源齋", "芳菲苑", "芳华苑", "芳華苑"],
	// What begins in 中国博客, 大国博弈.
	国家博物馆: ["国博", "國博"],
	// A manager of funds, and a family name.
	施罗德: ["施罗德", "施羅德"],
	// Another man, who writes of history.
	图尔钦: ["Turchin"],
};

/** Longer words in which another spelling, by its simplified form, is no name: 四川普通话 is spoken in Sichuan. */
export const wordsAround: Readonly<Record<string, readonly string[]>> = {
	川普: ["四川普", "川普通", "川普查", "川普洱"],
	印尼: ["印尼亚"],
	澳洲: ["澳洲际"],
	克宫: ["杰克宫", "马克宫"],
	北韩: ["东北韩", "西北韩", "湖北韩", "河北韩"],
	南韩: ["东南韩", "西南韩", "云南韩", "河南韩", "湖南韩", "海南韩", "济南韩"],
	欧盟: ["亚欧盟"],
	东盟: ["中东盟友"],
	韩国: ["韩国瑜"],
	朝鲜: ["朝鲜族", "朝鲜日报", "朝鲜王朝"],
	汉城: ["武汉城", "罗汉城", "好汉城"],
	多哈: ["许多哈", "众多哈", "很多哈", "更多哈", "太多哈"],
	莱希: ["布莱希", "弗莱希", "施莱希", "莱希特", "莱希曼", "莱希尔"],
	北约: ["湖北约", "河北约", "东北约", "西北约", "北约翰", "北约克"],
};

/**
 * @param names groups of spellings of one name, the usual one first.
 * @returns the groups that search takes for one.
 */
export function searchedAliases(
	names: readonly (readonly string[])[],
): readonly (readonly string[])[] {
	return [...names, ...organisations]
		.map((group) => {
			const left = ambiguousNames[group[0] ?? ""] ?? [];
			return group.filter((name) => !left.includes(name));
		})
		.filter(({ length }) => length > 1);
}
