import { parse } from 'csv-parse/sync'
import type { NewRow } from '~/cloudfunctions/core/schema'
import { AREA_CODE_LENGTH, AREA_LEVELS, areaLevelOf, type AreaLevel } from '~/types/area'
import { kilometresBetween } from './distance'

export interface LineError {
  line: number
  reason: string
}
export interface ParsedAreas {
  areas: NewRow<'area'>[]
  errors: LineError[]
}
interface Line {
  line: number
  fields: string[]
}

export const COLUMNS = ['code', 'level', 'parent_code', 'name', 'latitude', 'longitude']
const LONGEST_NAME = 60
/** No district reaches this far; whoever swaps two columns does. */
const FARTHEST_KM = 200
const LEVEL_NAMES: Record<AreaLevel, string> = { district: '区', town: '镇街', village: '村居', grid: '网格' }

/**
 * Reads the areas file: one line an area, in any order. Every line is checked; a line with mistakes gives its first
 * one. The areas come parents first, and are complete only when there are no errors.
 */
export function parseAreas(text: string): ParsedAreas {
  const { lines, errors } = readLines(text)
  const known = new Map<string, Line>()
  const districts: Line[] = []
  for (const line of lines) {
    const [code = '', level] = line.fields
    if (!known.has(code)) {
      known.set(code, line)
    }
    if (level === 'district') {
      districts.push(line)
    }
  }
  const centre = districts[0] && pointOf(districts[0].fields)
  const areas: NewRow<'area'>[] = []
  for (const line of lines) {
    const reason = faultOf(line, known, districts[0], centre)
    if (reason === undefined) {
      areas.push(areaOf(line.fields))
    } else {
      errors.push({ line: line.line, reason })
    }
  }
  if (districts.length === 0) {
    errors.push({ line: 1, reason: '整个文件里没有区(level 为 district 的那一行),要正好有一个' })
  }
  errors.sort((a, b) => a.line - b.line)
  areas.sort((a, b) => a.code.length - b.code.length || (a.code < b.code ? -1 : 1))
  return { areas, errors }
}

/** Line by line, because one unclosed quote must not swallow the rest of the file. */
function readLines(text: string): { lines: Line[]; errors: LineError[] } {
  const lines: Line[] = []
  const errors: LineError[] = []
  const texts = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  texts.forEach((lineText, index) => {
    const line = index + 1
    if (lineText.trim() === '') {
      if (line === 1) {
        errors.push({ line, reason: `第一行要是列名 ${COLUMNS.join(',')}` })
      }
      return
    }
    const fields = splitFields(lineText)
    if (line === 1) {
      if (fields?.join(',') !== COLUMNS.join(',')) {
        errors.push({ line, reason: `第一行要是列名 ${COLUMNS.join(',')}` })
      }
    } else if (fields === undefined) {
      errors.push({ line, reason: '引号没有成对,这一行读不出来' })
    } else if (fields.length !== COLUMNS.length) {
      errors.push({ line, reason: `要有 ${COLUMNS.length} 列,这一行有 ${fields.length} 列` })
    } else {
      lines.push({ line, fields })
    }
  })
  return { lines, errors }
}

function splitFields(text: string): string[] | undefined {
  if (!text.includes('"')) {
    return text.split(',').map((field) => field.trim())
  }
  try {
    const records: string[][] = parse(text, { relax_column_count: true, trim: true })
    return records[0]
  } catch {
    return undefined
  }
}

function faultOf(
  { line, fields }: Line,
  known: Map<string, Line>,
  district: Line | undefined,
  centre: Point | undefined,
): string | undefined {
  const [code = '', level = '', parent = '', name = ''] = fields
  return (
    levelFault(level) ??
    codeFault(code, level as AreaLevel) ??
    duplicateFault(code, line, known) ??
    (level === 'district' && line !== district?.line
      ? `整个文件只能有一个区,第 ${district?.line} 行已经是区了`
      : undefined) ??
    parentFault(code, level as AreaLevel, parent, known) ??
    nameFault(name) ??
    pointFault(fields, centre)
  )
}

function levelFault(level: string): string | undefined {
  return (AREA_LEVELS as readonly string[]).includes(level)
    ? undefined
    : `级别“${level}”不认识,只能是 ${AREA_LEVELS.join('、')}`
}

function codeFault(code: string, level: AreaLevel): string | undefined {
  if (!/^[0-9]+$/.test(code)) {
    return `编码“${code}”只能是数字`
  }
  return areaLevelOf(code) === level
    ? undefined
    : `${LEVEL_NAMES[level]}的编码要有 ${AREA_CODE_LENGTH[level]} 位,“${code}”有 ${code.length} 位`
}

function duplicateFault(code: string, line: number, known: Map<string, Line>): string | undefined {
  const first = known.get(code)?.line
  return first === line ? undefined : `编码 ${code} 重复了,第 ${first} 行已经用过`
}

function parentFault(
  code: string,
  level: AreaLevel,
  parent: string,
  known: Map<string, Line>,
): string | undefined {
  if (level === 'district') {
    return parent === '' ? undefined : `区没有上级,上级编码要空着,现在是“${parent}”`
  }
  const above = AREA_LEVELS[AREA_LEVELS.indexOf(level) - 1] as AreaLevel
  if (parent === '') {
    return `没有填上级编码,${LEVEL_NAMES[level]}要填所属${LEVEL_NAMES[above]}的编码`
  }
  const found = known.get(parent)
  if (found === undefined) {
    return `上级编码 ${parent} 在文件里找不到`
  }
  if (found.fields[1] !== above) {
    return `${LEVEL_NAMES[level]}的上级要是${LEVEL_NAMES[above]},${parent} 不是`
  }
  return code.startsWith(parent) && code.length === parent.length + 3
    ? undefined
    : `编码 ${code} 要由上级编码 ${parent} 加三位数字组成`
}

function nameFault(name: string): string | undefined {
  if (name === '') {
    return '名称是空的'
  }
  if (name.includes('\uFFFD')) {
    return '名称是乱码,请把文件另存为 UTF-8 编码的 CSV'
  }
  if (/\p{Cc}/u.test(name)) {
    return '名称里有看不见的控制字符'
  }
  const length = [...name].length
  return length > LONGEST_NAME ? `名称最多 ${LONGEST_NAME} 个字,现在有 ${length} 个字` : undefined
}

interface Point {
  latitude: number
  longitude: number
}

function pointFault(fields: string[], centre: Point | undefined): string | undefined {
  const [, , , , latitude = '', longitude = ''] = fields
  const wrong = rangeFault('纬度', latitude, 90) ?? rangeFault('经度', longitude, 180)
  const point = pointOf(fields)
  if (wrong !== undefined || point === undefined || centre === undefined) {
    return wrong
  }
  const distance = kilometresBetween(centre, point)
  return distance > FARTHEST_KM
    ? `坐标离区中心 ${Math.round(distance)} 公里,超过 ${FARTHEST_KM} 公里,请检查经纬度`
    : undefined
}

function rangeFault(label: string, text: string, most: number): string | undefined {
  const value = numberOf(text)
  if (value === undefined) {
    return `${label}“${text}”不是数字`
  }
  return Math.abs(value) > most ? `${label} ${text} 超出范围,要在 -${most} 到 ${most} 之间` : undefined
}

/** Plain decimals only: Number() would also take an empty cell, 0x10 and Infinity. */
function numberOf(text: string): number | undefined {
  return /^-?[0-9]+(\.[0-9]+)?$/.test(text) ? Number(text) : undefined
}

function pointOf(fields: string[]): Point | undefined {
  const latitude = numberOf(fields[4] ?? '')
  const longitude = numberOf(fields[5] ?? '')
  const isValid =
    latitude !== undefined &&
    longitude !== undefined &&
    Math.abs(latitude) <= 90 &&
    Math.abs(longitude) <= 180
  return isValid ? { latitude, longitude } : undefined
}

function areaOf([code = '', level, parent = '', name = '', latitude, longitude]: string[]): NewRow<'area'> {
  return {
    code,
    level: level as AreaLevel,
    parentCode: parent === '' ? null : parent,
    name,
    latitude: Number(latitude),
    longitude: Number(longitude),
  }
}
