import { View } from '@tarojs/components'
import { useState } from 'react'
import { PICTURE_REGIONS_MAX, type PictureRegion } from '~/types/picture'
import type { ChosenFile } from '@/api'
import { Button, ChipGroup, Notice, Sheet } from '@/ui'
import { DIRECTIONS, PATCH_SIZES, regionOf, type Direction } from '../cover'
import { CoverFrame } from './CoverFrame'
import './CoverSheet.scss'
import { usePatches } from './usePatches'

interface Props {
  file: ChosenFile
  onDone(regions: PictureRegion[]): void
  onClose(): void
}

/** Covers by hand, before a picture is sent, whatever would tell who or whose it is. */
export function CoverSheet({ file, onDone, onClose }: Props) {
  const { patches, at, size, full, add, choose, resize, move, remove } = usePatches()
  const [ratio, setRatio] = useState(1)
  return (
    <Sheet open title="遮住人脸和号码" onClose={onClose}>
      <View className="cover__lead">有人脸、车牌、门牌吗?点一下就遮住。</View>
      <CoverFrame
        path={file.path}
        patches={patches}
        at={at}
        ratio={ratio}
        onRatio={setRatio}
        onTap={add}
        onChoose={choose}
      />
      {full && <Notice tone="gold">{`最多遮${PICTURE_REGIONS_MAX}处,再多就换一张吧。`}</Notice>}
      <ChipGroup label="遮多大" value={size} options={PATCH_SIZES} onChange={resize} />
      <View className="cover__tools">
        {patches.length === 0 ? (
          <Button kind="ghost" size="small" onTap={() => add(0.5, 0.5)}>
            在正中遮一块
          </Button>
        ) : (
          <>
            {(Object.keys(DIRECTIONS) as Direction[]).map((direction) => (
              <Button
                key={direction}
                kind="ghost"
                size="small"
                label={`这一块往${direction}挪一点`}
                onTap={() => move(direction, ratio)}
              >
                {direction}
              </Button>
            ))}
            <Button kind="dangerGhost" size="small" label="去掉这一块" onTap={remove}>
              去掉
            </Button>
          </>
        )}
      </View>
      <Button onTap={() => onDone(patches.map((patch) => regionOf(patch, ratio)))}>
        {patches.length === 0 ? '没有要遮的' : `遮好了,共${patches.length}处`}
      </Button>
    </Sheet>
  )
}
