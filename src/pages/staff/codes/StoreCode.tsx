import { Image, View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { spokenPicture } from '@/platform/spoken'
import type { Store } from '@domain/catalog/product'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { pictureSrc } from '@/platform/picture'
import { preview } from '@/platform/preview'
import { useStores } from '@/stores/root'
import { explain } from '@/text/failures'
import { staffText } from '@/text/staff'
import styles from './index.module.scss'

/** A store and, once it is wished for, its code with the store's name: to be saved or printed. */
export const StoreCode = observer(function StoreCode({ store }: { readonly store: Store }) {
  const { staff } = useStores()
  const [wished, setWished] = useState(false)
  const code = staff.storeCodes.of(store.id)
  const show = () => {
    setWished(true)
    void staff.storeCodes.load(store.id)
  }
  return (
    <Card title={store.name}>
      <View className={styles.where}>{store.address}</View>
      <View>
        {wished && code.value !== undefined && <Picture store={store} file={code.value} />}
        {wished && code.state === 'failed' && (
          <View className={styles.hint}>{explain(code.failure)}</View>
        )}
      </View>
      {code.value === undefined && (
        <Button
          kind="plain"
          id={`code-${store.id}`}
          busy={wished && code.state === 'loading'}
          onTap={show}
        >
          {staffText.showCode}
        </Button>
      )}
    </Card>
  )
})

function Picture({ store, file }: { readonly store: Store; readonly file: string }) {
  return (
    <View className={styles.sheet} id={`sheet-${store.id}`}>
      <Image
        className={styles.code}
        src={pictureSrc(file)}
        mode="aspectFit"
        showMenuByLongpress
        {...spokenPicture(staffText.codeOf(store.name))}
        onClick={() => {
          preview([file], 0)
        }}
      />
      <View className={styles.says}>{`${store.name} · ${staffText.codeSays}`}</View>
      <View className={styles.hint}>{staffText.codeHint}</View>
    </View>
  )
}
