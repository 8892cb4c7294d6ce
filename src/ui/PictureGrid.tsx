import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ContentState } from '~/types/content'
import type { PictureView } from '~/types/picture'
import { aria } from './aria'
import './PictureGrid.scss'

/** What is written on a picture that neighbours do not see. */
const CHECKS: Partial<Record<ContentState, string>> = { checking: '审核中', held: '未通过审核' }

/** Small squares that open large. */
export function PictureGrid({ pictures }: { pictures: PictureView[] }) {
  if (pictures.length === 0) {
    return null
  }
  const urls = pictures.map((picture) => picture.url)
  return (
    <View className="pictures">
      {pictures.map((picture, index) => {
        const check = CHECKS[picture.content]
        const label = [`第${index + 1}张照片`, check, '点开看大图'].filter((part) => part !== undefined)
        return (
          <View
            key={picture.id}
            className="pictures__one"
            {...aria({ role: 'button', label: label.join(',') })}
            onClick={(event) => {
              event.stopPropagation()
              void Taro.previewImage({ current: picture.url, urls })
            }}
          >
            <Image
              className="pictures__image"
              mode="aspectFill"
              src={picture.url}
              lazyLoad
              nativeProps={{ alt: '' }} // the label stands on what takes the finger
            />
            {check !== undefined && (
              <View className={`pictures__check pictures__check--${picture.content}`}>{check}</View>
            )}
          </View>
        )
      })}
    </View>
  )
}
