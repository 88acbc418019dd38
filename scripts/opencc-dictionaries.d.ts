/** opencc-js publishes its dictionaries (`from to|from to`) without types. */
declare module "opencc-js/dict/*" {
	const dictionary: string;
	export default dictionary;
}
