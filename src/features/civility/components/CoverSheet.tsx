import { View } from '@tarojs/components'
import { useState } from 'react'
import { PICTURE_REGIONS_MAX, type PictureRegion } from '~/types/picture'
import type { ChosenFile } from '@/api'
import { Button, ChipGroup, Notice, Sheet } from '@/ui'
import {
  DIRECTIONS,
  moved,
  PATCH_SIZES,
  regionOf,
  type Direction,
  type Patch,
  type PatchSize,
} from '../cover'
import { CoverFrame } from './CoverFrame'
import './CoverSheet.scss'

interface Props {
  file: ChosenFile
  onDone(regions: PictureRegion[]): void
  onClose(): void
}

/** Covers by hand, before a picture is sent, whatever would tell who or whose it is. */
export function CoverSheet({ file, onDone, onClose }: Props) {
  const [patches, setPatches] = useState<Patch[]>([])
  const [at, setAt] = useState(0)
  const [size, setSize] = useState<PatchSize>('middle')
  const [ratio, setRatio] = useState(1)
  const chosen = patches[at]
  const full = patches.length >= PICTURE_REGIONS_MAX

  function add(x: number, y: number) {
    if (!full) {
      setPatches([...patches, { x, y, size }])
      setAt(patches.length)
    }
  }
  const change = (to: (patch: Patch) => Patch) =>
    setPatches(patches.map((patch, index) => (index === at ? to(patch) : patch)))
  function resize(to: PatchSize) {
    setSize(to)
    change((patch) => ({ ...patch, size: to }))
  }
  function remove() {
    setPatches(patches.filter((_, index) => index !== at))
    setAt(Math.max(0, patches.length - 2))
  }

  return (
    <Sheet open title="遮住人脸和号码" onClose={onClose}>
      <View className="cover__lead">照片里有人脸、车牌、门牌吗?在上面点一下就遮住。</View>
      <CoverFrame
        path={file.path}
        patches={patches}
        at={at}
        ratio={ratio}
        onRatio={setRatio}
        onTap={add}
        onChoose={(index) => {
          setAt(index)
          setSize(patches[index]?.size ?? size)
        }}
      />
      {full && <Notice tone="gold">{`最多遮${PICTURE_REGIONS_MAX}处,再多就换一张吧。`}</Notice>}
      <ChipGroup label="遮多大" value={size} options={PATCH_SIZES} onChange={resize} />
      {chosen === undefined ? (
        <View className="cover__tools">
          <Button kind="ghost" size="small" onTap={() => add(0.5, 0.5)}>
            在正中遮一块
          </Button>
        </View>
      ) : (
        <View className="cover__tools">
          {(Object.keys(DIRECTIONS) as Direction[]).map((direction) => (
            <Button
              key={direction}
              kind="ghost"
              size="small"
              label={`这一块往${direction}挪一点`}
              onTap={() => change((patch) => moved(patch, direction, ratio))}
            >
              {direction}
            </Button>
          ))}
          <Button kind="dangerGhost" size="small" label="去掉这一块" onTap={remove}>
            去掉
          </Button>
        </View>
      )}
      <Button onTap={() => onDone(patches.map((patch) => regionOf(patch, ratio)))}>
        {patches.length === 0 ? '没有要遮的' : `遮好了,共${patches.length}处`}
      </Button>
    </Sheet>
  )
}
