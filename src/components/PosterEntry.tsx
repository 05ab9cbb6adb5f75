import { View } from '@tarojs/components'
import type { ShareTarget } from '@domain/attribution/shareLink'
import { open } from '@/platform/go'
import { sharedText } from '@/text/shared'
import styles from './PosterEntry.module.scss'

/** The way to a poster of what the page shows. */
export function PosterEntry({ target }: { readonly target: ShareTarget }) {
  return (
    <View
      id="poster-entry"
      className={styles.entry}
      ariaRole="button"
      onClick={() => {
        open('poster', 'id' in target ? { kind: target.kind, id: target.id } : { kind: 'home' })
      }}
    >
      {sharedText.poster}
    </View>
  )
}
