import { Input, View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useRef, useState } from 'react'
import type { Store } from '@domain/catalog/product'
import { hasFailed } from '@domain/failure'
import { guideKinds, type GuideKind } from '@domain/guides/guide'
import type { StoreId } from '@domain/ids'
import { Button } from '@/components/Button'
import { Choices } from '@/components/Choices'
import { Sheet } from '@/components/Sheet'
import { toast } from '@/platform/notice'
import { useStore } from '@/stores/root'
import { StaffGuidesStore } from '@/stores/StaffGuidesStore'
import { explain } from '@/text/failures'
import { guideKindText } from '@/text/guides'
import { staffGuidesText } from '@/text/staffGuides'
import { GuideChoice, type Chosen } from '../GuideChoice'
import styles from './InviteSheet.module.scss'

/** The stores that a guide can work for. */
export interface InviteSheetProps {
  readonly open: boolean
  readonly stores: readonly Store[]
  readonly onClose: () => void
  readonly onInvited: () => void
}

const MOST = 20

const nobody: Chosen = { guideId: null, name: '' }

const kinds = guideKinds.map((value) => ({ value, name: guideKindText[value] }))

/** Where a guide is invited: a name, a store, and as what; the code comes with the place. */
export const InviteSheet = observer(function InviteSheet(props: InviteSheetProps) {
  const { open, stores, onClose, onInvited } = props
  const staff = useStore(StaffGuidesStore)
  const typed = useRef('')
  const [storeId, setStore] = useState<StoreId>()
  const [kind, setKind] = useState<GuideKind>('employee')
  const [inviter, setInviter] = useState(nobody)
  const [choosing, setChoosing] = useState(false)
  const chosen = storeId ?? stores[0]?.id
  if (!open || chosen === undefined) return null
  const invite = async () => {
    const name = typed.current.trim()
    if (name === '') {
      toast(staffGuidesText.nameMissing)
      return
    }
    const { guideId: invitedBy } = inviter
    const invited = await staff.invite({
      ...{ name, kind, storeId: chosen },
      ...(invitedBy !== null && { invitedBy }),
    })
    if (hasFailed(invited)) {
      toast(explain(invited))
      return
    }
    typed.current = ''
    setInviter(nobody)
    onInvited()
  }
  if (choosing) {
    const leave = () => {
      setChoosing(false)
    }
    return (
      <GuideChoice
        open
        except={inviter.guideId}
        nobody={inviter.guideId === null ? undefined : staffGuidesText.noInviter}
        onClose={leave}
        onChoose={(guide) => {
          setInviter(guide)
          leave()
        }}
      />
    )
  }
  return (
    <Sheet title={staffGuidesText.invite} open onClose={onClose}>
      <View className={styles.title}>{staffGuidesText.name}</View>
      <Input
        id="name"
        className={styles.input}
        maxlength={MOST}
        // The sheet makes way while the inviter is chosen: what was typed is there again.
        defaultValue={typed.current}
        placeholder={staffGuidesText.namePlaceholder}
        onInput={(event) => {
          typed.current = event.detail.value
        }}
      />
      <Choices
        id="store"
        title={staffGuidesText.store}
        choices={stores.map(({ id: value, name }) => ({ value, name }))}
        chosen={chosen}
        onChoose={setStore}
      />
      <Choices
        id="kind"
        title={staffGuidesText.kind}
        choices={kinds}
        chosen={kind}
        onChoose={setKind}
      />
      <View className={styles.title}>{staffGuidesText.inviter}</View>
      <View
        id="inviter"
        className={styles.input}
        ariaRole="button"
        onClick={() => {
          setChoosing(true)
        }}
      >
        <View className={styles.inviter}>
          {inviter.guideId === null ? staffGuidesText.noInviter : inviter.name}
        </View>
        <View className={styles.chevron} />
      </View>
      <View className={styles.hint}>{staffGuidesText.inviterHint}</View>
      <Button id="send-code" busy={staff.inviting} onTap={() => void invite()}>
        {staffGuidesText.sendCode}
      </Button>
    </Sheet>
  )
})
