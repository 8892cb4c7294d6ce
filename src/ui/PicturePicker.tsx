import { Image, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { PICTURES_MAX, type PictureView } from '~/types/picture'
import { chooseFiles, Failure, uploadPicture, type ChosenFile } from '@/api'
import { aria } from './aria'
import { Icon } from './Icon'
import './PicturePicker.scss'

interface Props {
  value: PictureView[]
  onChange(pictures: PictureView[]): void
  max?: number
}
interface Sending {
  key: number
  file: ChosenFile
  failed: string | undefined
}

/** Takes or chooses pictures and sends each at once. One that could not be sent stays, with a way to try again. */
export function PicturePicker({ value, onChange, max = PICTURES_MAX }: Props) {
  const [sending, setSending] = useState<Sending[]>([])
  const latest = useRef(value)
  latest.current = value
  const count = useRef(0)
  const room = max - value.length - sending.length

  async function send(one: Sending): Promise<void> {
    const mark = (failed: string | undefined) =>
      setSending((all) => all.map((other) => (other.key === one.key ? { ...other, failed } : other)))
    mark(undefined)
    const result = await uploadPicture(one.file).catch((error: unknown) =>
      error instanceof Failure ? error.message : '没有传上去',
    )
    if (typeof result === 'string') {
      mark(result)
      return
    }
    setSending((all) => all.filter((other) => other.key !== one.key))
    latest.current = [...latest.current, result]
    onChange(latest.current)
  }

  async function add(): Promise<void> {
    const files = await chooseFiles(room)
    const added = files.slice(0, room).map((file) => ({ key: (count.current += 1), file, failed: undefined }))
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
            {...aria({ label: '已传好的照片' })}
          />
          <View
            className="picker__remove"
            {...aria({ role: 'button', label: '删掉这张照片' })}
            onClick={() => onChange(value.filter((other) => other.id !== picture.id))}
          >
            <View className="picker__cross">
              <Icon name="close" size={12} color="#ffffff" stroke={3} />
            </View>
          </View>
        </View>
      ))}
      {sending.map((one) => (
        <View
          key={one.key}
          className={`picker__one picker__one--sending ${one.failed === undefined ? '' : 'picker__one--failed'}`}
          {...aria({ role: 'button' })}
          onClick={() => one.failed !== undefined && void send(one)}
        >
          {one.failed === undefined ? '正在传…' : `${one.failed},点这里再传`}
          {one.failed !== undefined && (
            <View
              className="picker__remove"
              {...aria({ role: 'button', label: '不传这张了' })}
              onClick={(event) => {
                event.stopPropagation()
                setSending((all) => all.filter((other) => other.key !== one.key))
              }}
            >
              <View className="picker__cross">
                <Icon name="close" size={12} color="#ffffff" stroke={3} />
              </View>
            </View>
          )}
        </View>
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
