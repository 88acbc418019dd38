/**
 * The country of a time zone, for the zones in which news is made (IANA `zone1970.tab`, the first country of each line).
 * An outlet's zone is known of every outlet; its country is not.
 */
const zones: Readonly<Record<string, readonly string[]>> = {
	AE: ["Asia/Dubai"],
	AR: ["America/Argentina/Buenos_Aires"],
	AT: ["Europe/Vienna"],
	AU: [
		"Australia/Sydney",
		"Australia/Melbourne",
		"Australia/Brisbane",
		"Australia/Perth",
		"Australia/Adelaide",
	],
	BE: ["Europe/Brussels"],
	BR: ["America/Sao_Paulo"],
	BY: ["Europe/Minsk"],
	CA: ["America/Toronto", "America/Vancouver", "America/Montreal"],
	CH: ["Europe/Zurich"],
	CN: ["Asia/Shanghai", "Asia/Chongqing", "Asia/Urumqi", "PRC"],
	CZ: ["Europe/Prague"],
	DE: ["Europe/Berlin"],
	DK: ["Europe/Copenhagen"],
	EG: ["Africa/Cairo"],
	ES: ["Europe/Madrid"],
	FI: ["Europe/Helsinki"],
	FR: ["Europe/Paris"],
	GB: ["Europe/London"],
	GR: ["Europe/Athens"],
	HK: ["Asia/Hong_Kong", "Hongkong"],
	HU: ["Europe/Budapest"],
	ID: ["Asia/Jakarta"],
	IE: ["Europe/Dublin"],
	IL: ["Asia/Jerusalem"],
	IN: ["Asia/Kolkata", "Asia/Calcutta"],
	IR: ["Asia/Tehran"],
	IT: ["Europe/Rome"],
	JP: ["Asia/Tokyo", "Japan"],
	KP: ["Asia/Pyongyang"],
	KR: ["Asia/Seoul", "ROK"],
	KZ: ["Asia/Almaty"],
	MM: ["Asia/Yangon", "Asia/Rangoon"],
	MN: ["Asia/Ulaanbaatar"],
	MO: ["Asia/Macau"],
	MX: ["America/Mexico_City"],
	MY: ["Asia/Kuala_Lumpur"],
	NL: ["Europe/Amsterdam"],
	NO: ["Europe/Oslo"],
	NZ: ["Pacific/Auckland"],
	PH: ["Asia/Manila"],
	PK: ["Asia/Karachi"],
	PL: ["Europe/Warsaw"],
	PT: ["Europe/Lisbon"],
	QA: ["Asia/Qatar"],
	RO: ["Europe/Bucharest"],
	RU: ["Europe/Moscow", "Asia/Vladivostok"],
	SA: ["Asia/Riyadh"],
	SE: ["Europe/Stockholm"],
	SG: ["Asia/Singapore", "Singapore"],
	TH: ["Asia/Bangkok"],
	TR: ["Europe/Istanbul"],
	TW: ["Asia/Taipei", "ROC"],
	UA: ["Europe/Kyiv", "Europe/Kiev"],
	US: [
		"America/New_York",
		"America/Los_Angeles",
		"America/Chicago",
		"America/Denver",
		"US/Eastern",
		"US/Pacific",
	],
	VN: ["Asia/Ho_Chi_Minh", "Asia/Saigon"],
	ZA: ["Africa/Johannesburg"],
};

const countries = new Map(
	Object.entries(zones).flatMap(([country, names]) =>
		names.map((name) => [name, country] as const),
	),
);

/** ISO 3166-1 alpha-2; `undefined` for `UTC` and zones that are not listed. */
export function countryOfZone(zone: string): string | undefined {
	return countries.get(zone);
}
