import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { PictureView } from '~/types/picture'
import { aria } from './aria'
import './PictureGrid.scss'

/** Small squares that open large. */
export function PictureGrid({ pictures }: { pictures: PictureView[] }) {
  if (pictures.length === 0) {
    return null
  }
  const urls = pictures.map((picture) => picture.url)
  return (
    <View className="pictures">
      {pictures.map((picture, index) => (
        <Image
          key={picture.id}
          className="pictures__one"
          mode="aspectFill"
          src={picture.url}
          lazyLoad
          nativeProps={{ alt: '' }} // the browser's picture inside; the label stands on this one
          {...aria({ role: 'button', label: `第${index + 1}张照片,点开看大图` })}
          onClick={(event) => {
            event.stopPropagation()
            void Taro.previewImage({ current: picture.url, urls })
          }}
        />
      ))}
    </View>
  )
}
