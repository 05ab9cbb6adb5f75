import { View } from '@tarojs/components'
import { Card } from '@/components/Card'
import { copy } from '@/platform/copy'
import { groupbuyText } from '@/text/groupbuy'
import styles from './Digest.module.scss'

/** The fingerprint of all rows: whoever keeps it can tell if one was changed later. */
export function Digest({ digest }: { readonly digest: string }) {
  return (
    <Card title={groupbuyText.digest}>
      <View className={styles.hint}>{groupbuyText.digestHint}</View>
      <View className={styles.digest}>{digest}</View>
      <View
        className={styles.copy}
        id="copy-digest"
        ariaRole="button"
        onClick={() => {
          copy(digest)
        }}
      >
        {groupbuyText.copyDigest}
      </View>
    </Card>
  )
}
