import { Canvas, Image, View } from '@tarojs/components'
import { useState } from 'react'
import { spokenPicture } from '@/platform/spoken'
import type { ShareTarget } from '@domain/attribution/shareLink'
import { isId } from '@domain/ids'
import { BottomBar } from '@/components/BottomBar'
import { Button } from '@/components/Button'
import { Tabs } from '@/components/Tabs'
import { Trouble } from '@/components/Trouble'
import { savePicture } from '@/platform/album'
import { needsCanvas } from '@/platform/canvas'
import { usePageValues } from '@/platform/go'
import { toast } from '@/platform/notice'
import { postersText } from '@/text/posters'
import { templateNames, type TemplateName } from './templates'
import { CANVAS, usePoster } from './usePoster'
import styles from './index.module.scss'

const kinds: readonly ShareTarget['kind'][] = ['home', 'product', 'deal', 'team', 'live', 'store']

/** 海报: a picture of something with the sharer's own code, to be saved and passed on. */
export default function PosterPage() {
  const [template, choose] = useState<TemplateName>('picture')
  const { name, picture, failure, again } = usePoster(targetOf(usePageValues()), template)
  const save = async () => {
    if (picture === undefined) return
    const saved = await savePicture(picture)
    toast(saved === 'saved' ? postersText.saved : postersText.notSaved)
  }
  return (
    <View className={styles.page}>
      <Tabs
        names={postersText.templates}
        tabs={templateNames}
        chosen={template}
        onChoose={choose}
      />
      <View className={styles.frame}>
        {failure ? (
          <Trouble failure={failure} onRetry={again} />
        ) : picture === undefined ? (
          <View className={styles.painting}>{postersText.painting}</View>
        ) : (
          <Image
            id="poster"
            className={styles.poster}
            src={picture}
            mode="scaleToFill"
            showMenuByLongpress
            {...spokenPicture(postersText.alt(name))}
          />
        )}
      </View>
      <View className={styles.hint}>{postersText.hint}</View>
      {needsCanvas && <Canvas type="2d" id={CANVAS} className={styles.canvas} />}
      <BottomBar>
        <Button id="save" disabled={picture === undefined} onTap={() => void save()}>
          {postersText.save}
        </Button>
      </BottomBar>
    </View>
  )
}

/** What the address names; what makes no sense is the shop itself. */
function targetOf(values: Readonly<Record<string, string | undefined>>): ShareTarget {
  const kind = kinds.find((one) => one === values['kind']) ?? 'home'
  const { id } = values
  if (kind === 'home' || id === undefined || !isId(id)) return { kind: 'home' }
  return { kind, id } as ShareTarget
}
