/** Two-character surnames that must not be cut in half. */
const COMPOUND_SURNAMES = [
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '司徒',
  '夏侯',
  '端木',
  '长孙',
  '宇文',
]

/** The surname: two characters for compound surnames, the first one otherwise. */
export function surnameOf(name: string): string {
  const compound = COMPOUND_SURNAMES.find(
    (surname) => name.startsWith(surname) && name.length > surname.length,
  )
  return compound ?? [...name][0] ?? ''
}

/** 张** : always two stars, so that the length stays hidden. Source: domain rules 5.3. */
export function maskName(name: string): string {
  return name === '' ? '' : `${surnameOf(name)}**`
}

/** 138****5678; anything that is no 11-digit number is hidden whole. */
export function maskPhone(phone: string): string {
  return /^\d{11}$/.test(phone) ? `${phone.slice(0, 3)}****${phone.slice(7)}` : '****'
}
