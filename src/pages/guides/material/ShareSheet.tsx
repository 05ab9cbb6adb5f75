import { View } from '@tarojs/components'
import type { Material } from '@domain/guides/contract'
import { Button } from '@/components/Button'
import { Sheet } from '@/components/Sheet'
import { now } from '@/platform/clock'
import { copy } from '@/platform/copy'
import { addressOf, open as openPage } from '@/platform/go'
import { useSharing } from '@/stores/sharing'
import { materialText, suggestedWords } from '@/text/material'
import { sharedText } from '@/text/shared'
import styles from './ShareSheet.module.scss'

/** What was tapped last, and whether the sheet about it is open. */
export interface ShareSheetProps {
  readonly item: Material | undefined
  readonly open: boolean
  readonly onClose: () => void
}

/** Words to copy, and the ways by which a thing is shared; before anything was tapped, the shop. */
export function ShareSheet({ item, open, onClose }: ShareSheetProps) {
  const sharing = useSharing(() => sharedPage(item))
  const words = item ? suggestedWords(item, now()) : ''
  return (
    <Sheet title={item?.name ?? materialText.title} open={open} onClose={onClose}>
      <View className={styles.label}>{materialText.words}</View>
      <View className={styles.words} id="words">
        {words}
      </View>
      <Button
        kind="plain"
        id="copy-words"
        onTap={() => {
          copy(words)
        }}
      >
        {materialText.copy}
      </Button>
      <View className={styles.ways}>
        <View className={styles.way}>
          <Button
            kind="plain"
            id="to-poster"
            onTap={() => {
              if (item) openPage('poster', posterOf(item))
            }}
          >
            {materialText.poster}
          </Button>
        </View>
        <View className={styles.way}>
          <Button id="send" {...sharing}>
            {materialText.send}
          </Button>
        </View>
      </View>
    </Sheet>
  )
}

function posterOf({ target }: Material) {
  return 'id' in target ? { kind: target.kind, id: target.id } : { kind: target.kind }
}

function sharedPage(item: Material | undefined) {
  if (!item) {
    const home = { kind: 'home' } as const
    return { title: sharedText.shop, address: addressOf('home', {}), target: home }
  }
  return { title: item.name, address: pageOf(item), target: item.target }
}

/** Where friends get to see it. */
function pageOf({ target, kind }: Material): string {
  switch (target.kind) {
    case 'product':
      return addressOf('product', { productId: target.id })
    case 'team':
      return addressOf('team', { teamId: target.id })
    case 'live':
      return addressOf('live', { liveId: target.id })
    case 'store':
      return addressOf('join', { storeId: target.id })
    case 'home':
      return addressOf('home', {})
    case 'deal':
      if (kind === 'flash') return addressOf('sessions', { dealId: target.id })
      return addressOf(kind === 'team' ? 'offer' : 'ladder', { dealId: target.id })
  }
}
