import { Image, View } from '@tarojs/components'
import { aria } from './aria'
import { qrOf } from './qr'
import './QrCode.scss'

/** Light points around the code, which readers need. */
const QUIET = 4

/** The code as a drawing, since a mini program has no inline SVG. */
function drawn(code: string): string {
  const rows = qrOf(code)
  const side = rows.length + 2 * QUIET
  const dark = rows.flatMap((row, y) =>
    row.flatMap((on, x) => (on ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : [])),
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side * 12}" height="${side * 12}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${dark.join('')}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

interface Props {
  /** Up to eight digits. */
  code: string
  /** What it is, for a screen reader: 签到码. */
  label: string
}

/** A code of figures, drawn to be scanned and written to be read out and typed. */
export function QrCode({ code, label }: Props) {
  const half = Math.ceil(code.length / 2)
  return (
    <View className="qrcode">
      <Image
        className="qrcode__drawing"
        src={drawn(code)}
        mode="aspectFit"
        {...aria({ role: 'img', label: `${label} ${code}` })}
      />
      <View className="qrcode__digits">{`${code.slice(0, half)} ${code.slice(half)}`}</View>
    </View>
  )
}
