import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useRef, useState } from 'react'
import { PICTURES_MAX, type PictureRegion, type PictureView } from '~/types/picture'
import { chooseFiles, Failure, uploadPicture, type ChosenFile } from '@/api'
import { aria } from './aria'
import { Icon } from './Icon'
import { RemovePicture, SendingPicture } from './SendingPicture'
import './PicturePicker.scss'

interface Props {
  value: PictureView[]
  onChange(pictures: PictureView[]): void
  max?: number
  /** Asks what is to be covered before a picture is sent; undefined when it is not to be sent at all. */
  cover?: (file: ChosenFile) => Promise<PictureRegion[] | undefined>
}
interface Sending {
  key: number
  file: ChosenFile
  regions: PictureRegion[]
  failed: string | undefined
}

/** Takes or chooses pictures and sends each at once. One that could not be sent stays, with a way to try again. */
export function PicturePicker({ value, onChange, max = PICTURES_MAX, cover }: Props) {
  const [sending, setSending] = useState<Sending[]>([])
  const latest = useRef(value)
  latest.current = value
  const count = useRef(0)
  const room = max - value.length - sending.length
  const drop = (one: Sending) => setSending((all) => all.filter((other) => other.key !== one.key))

  async function send(one: Sending): Promise<void> {
    const mark = (failed: string | undefined) =>
      setSending((all) => all.map((other) => (other.key === one.key ? { ...other, failed } : other)))
    mark(undefined)
    const result = await uploadPicture(one.file, one.regions).catch((error: unknown) =>
      error instanceof Failure ? error.message : '没有传上去',
    )
    if (typeof result === 'string') {
      mark(result)
      return
    }
    drop(one)
    latest.current = [...latest.current, result]
    onChange(latest.current)
  }

  async function add(): Promise<void> {
    const files = (await chooseFiles(room)).slice(0, room)
    const added: Sending[] = []
    for (const file of files) {
      const regions = cover === undefined ? [] : await cover(file)
      if (regions !== undefined) {
        added.push({ key: (count.current += 1), file, regions, failed: undefined })
      }
    }
    setSending((all) => [...all, ...added])
    for (const one of added) {
      await send(one)
    }
  }

  return (
    <View className="picker">
      {value.map((picture) => (
        <View key={picture.id} className="picker__one">
          <Image
            className="picker__image"
            mode="aspectFill"
            src={picture.url}
            nativeProps={{ alt: '' }}
            {...aria({ role: 'button', label: '已传好的照片,点开看大图' })}
            onClick={() =>
              void Taro.previewImage({ current: picture.url, urls: value.map(({ url }) => url) })
            }
          />
          <RemovePicture
            label="删掉这张照片"
            onTap={() => onChange(value.filter((other) => other.id !== picture.id))}
          />
        </View>
      ))}
      {sending.map((one) => (
        <SendingPicture
          key={one.key}
          failed={one.failed}
          onAgain={() => void send(one)}
          onDrop={() => drop(one)}
        />
      ))}
      {room > 0 && (
        <View
          className="picker__add"
          hoverClass="picker__add--pressed"
          {...aria({ role: 'button' })}
          onClick={() => void add()}
        >
          <Icon name="camera" size={24} color="#23609E" />
          拍照
        </View>
      )}
    </View>
  )
}
