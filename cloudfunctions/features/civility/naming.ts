/** A telephone number, or the plate of a car: 京A12345, also the longer ones of electric cars. */
const NUMBERS = [/(?<!\d)1\d{10}(?!\d)/, /[\u4e00-\u9fa5][A-Z][·.\s]?[A-HJ-NP-Z0-9]{5,6}(?![A-Z0-9])/i]

/** True when words point at somebody by a number. */
export const pointsByNumber = (words: string) => NUMBERS.some((pattern) => pattern.test(words))
