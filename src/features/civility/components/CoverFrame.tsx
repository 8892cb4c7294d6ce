import { Image, View, type CommonEvent } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useRef } from 'react'
import { aria } from '@/ui/aria'
import { placeOf, regionOf, type Patch } from '../cover'

interface Props {
  path: string
  patches: Patch[]
  /** Which of them is worked on. */
  at: number
  /** Width of the picture by its height. */
  ratio: number
  onRatio(ratio: number): void
  /** As parts of the width and height. */
  onTap(x: number, y: number): void
  onChoose(index: number): void
}
interface Point {
  clientX: number
  clientY: number
}

/** Where the finger was in the window: a phone lists the touches, a browser gives the one place. */
function pointOf(event: unknown): Point {
  const touched = event as Point & { changedTouches?: Point[] }
  return touched.changedTouches?.[0] ?? touched
}
const percent = (part: number) => `${part * 100}%`

/** The picture, as large as fits, with its patches. */
export function CoverFrame({ path, patches, at, ratio, onRatio, onTap, onChoose }: Props) {
  const tap = useRef(onTap)
  tap.current = onTap

  function tapped(event: unknown) {
    const { clientX, clientY } = pointOf(event)
    Taro.createSelectorQuery()
      .select('#cover-frame')
      .boundingClientRect((found) => {
        const box = [found].flat()[0]
        if (box !== undefined && box.width > 0 && box.height > 0) {
          tap.current((clientX - box.left) / box.width, (clientY - box.top) / box.height)
        }
      })
      .exec()
  }
  const measured = ({ detail }: CommonEvent<{ width: number | string; height: number | string }>) => {
    const [width, height] = [Number(detail.width), Number(detail.height)]
    if (width > 0 && height > 0) {
      onRatio(width / height)
    }
  }

  return (
    <View
      id="cover-frame"
      className="cover__frame"
      style={{ width: `min(100%, ${42 * ratio}vh)` }} // the picture and its buttons in one view
      {...aria({ role: 'group', label: '照片,点哪里遮哪里' })}
      onClick={tapped}
    >
      <Image
        className="cover__image"
        mode="widthFix"
        src={path}
        nativeProps={{ alt: '' }}
        onLoad={measured}
      />
      {patches.map((patch, index) => {
        const { x, y, width, height } = regionOf(patch, ratio)
        return (
          <View
            key={index} // patches are told apart by their order alone
            className={`cover__patch ${index === at ? 'cover__patch--on' : ''}`}
            style={{ left: percent(x), top: percent(y), width: percent(width), height: percent(height) }}
            {...aria({
              role: 'button',
              label: `第${index + 1}处,在${placeOf(patch)}`,
              selected: index === at,
            })}
            onClick={(event) => {
              event.stopPropagation()
              onChoose(index)
            }}
          />
        )
      })}
    </View>
  )
}
