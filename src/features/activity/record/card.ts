import type { RecordView } from '~/types/record'
import { hoursOf } from '../view'

const WIDTH = 500
const HEIGHT = 400

/** What goes into a drawing must not be able to end it. */
const safe = (text: string) => text.replace(/[<>&"']/g, '')

/** The record as a picture of five to four, as WeChat's cards want it, without a name: the record is the person's. */
export function cardOf({ minutes, activities, stars }: RecordView): string {
  const star = '★'.repeat(stars) + '☆'.repeat(5 - stars)
  const line = (y: number, size: number, text: string, weight = 400) =>
    `<text x="${WIDTH / 2}" y="${y}" font-size="${size}" font-weight="${weight}" text-anchor="middle" fill="#fff" font-family="sans-serif">${safe(text)}</text>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><rect width="${WIDTH}" height="${HEIGHT}" fill="#B63E22"/>${line(80, 30, '我的志愿服务')}${line(200, 96, `${hoursOf(minutes)} 小时`, 700)}${line(270, 40, star)}${line(330, 28, `参加 ${activities} 个活动 · 平台记录`)}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
