import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import { isId } from '@domain/ids'
import { storeOfScene } from '@domain/members/storeCode'
import { Missing } from '@/components/Missing'
import { usePageValues } from '@/platform/go'
import { useStores } from '@/stores/root'
import { Invitation } from './Invitation'
import { Member } from './Member'
import styles from './index.module.scss'

/** Joining, by the code of a store or without: the store, what it brings, and one tap. */
export default observer(function JoinPage() {
  const values = usePageValues()
  const { catalog, members } = useStores()
  const storeId = storeIdOf(values)
  const center = members.center.value
  const home = catalog.home.value
  useEffect(() => {
    void members.load()
    // The shop window knows the stores; who comes from it has it in hand.
    if (storeId !== undefined && !catalog.home.value) void catalog.loadHome()
  }, [storeId, members, catalog])

  if (!center || (storeId !== undefined && !home)) {
    const awaited = [members.center, catalog.home].find(({ state }) => state === 'failed')
    const again = () => {
      if (!members.center.value) void members.load()
      if (!catalog.home.value) void catalog.loadHome()
    }
    return <Missing loaded={awaited ?? members.center} shape="join" onRetry={again} />
  }
  const store = home?.stores.find(({ id }) => id === storeId)
  const isUnknown = storeId !== undefined && !store
  return (
    <View className={styles.page}>
      {center.joinedAt === null ? (
        <Invitation center={center} store={store} isUnknown={isUnknown} />
      ) : (
        <Member center={center} joinedAt={center.joinedAt} scanned={store} />
      )}
    </View>
  )
})

/** The store that an address names: by the scene of its code, or by its id. */
function storeIdOf(values: Readonly<Record<string, string | undefined>>): string | undefined {
  const { scene, storeId } = values
  if (scene !== undefined) return storeOfScene(scene) ?? ''
  return storeId !== undefined && isId(storeId) ? storeId : undefined
}
