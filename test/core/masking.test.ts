import { maskName, maskPhone, surnameOf } from '~/cloudfunctions/core/masking'

describe('surnameOf', () => {
  it.each([
    ['张三', '张'],
    ['欧阳锋', '欧阳'],
    ['司马相如', '司马'],
    // Two characters that happen to spell a compound surname are a surname and a given name.
    ['东方', '东'],
    ['𠮷野', '𠮷'],
    ['Li Lei', 'L'],
    ['', ''],
  ])('%s → %s', (name, surname) => {
    expect(surnameOf(name)).toBe(surname)
  })
})

describe('maskName', () => {
  it.each([
    ['张三', '张**'],
    ['张三丰', '张**'],
    ['张', '张**'],
    ['诸葛亮', '诸葛**'],
    ['', ''],
  ])('%s → %s, always two stars', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })
})

describe('maskPhone', () => {
  it.each([
    ['19900001234', '199****1234'],
    ['1990000123', '****'],
    ['199000012345', '****'],
    ['010-12345678', '****'],
    ['', '****'],
  ])('%s → %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked)
  })
})
