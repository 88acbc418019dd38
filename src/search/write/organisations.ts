/**
 * Organisations that news names in full and by a short form. Search takes both for one; people and
 * places come from the gazetteer. Latin abbreviations are left out: SCO would find every "scope".
 */
export const organisations: readonly (readonly string[])[] = [
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
