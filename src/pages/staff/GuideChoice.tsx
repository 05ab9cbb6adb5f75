import { Input, View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import type { GuideId } from '@domain/ids'
import { Sheet } from '@/components/Sheet'
import { useStore } from '@/stores/root'
import { StaffGuidesStore } from '@/stores/StaffGuidesStore'
import { explain } from '@/text/failures'
import { sharedText } from '@/text/shared'
import { staffAttributionText } from '@/text/staffGuides'
import styles from './GuideChoice.module.scss'

/** A guide, or nobody. */
export interface Chosen {
  readonly guideId: GuideId | null
  readonly name: string
}

/** Who can be chosen. */
export interface GuideChoiceProps {
  readonly open: boolean
  /** Whose it is already. */
  readonly except: GuideId | null
  /** What choosing nobody is called, where that is a choice. */
  readonly nobody?: string | undefined
  readonly onClose: () => void
  readonly onChoose: (chosen: Chosen) => void
}

/** Guides shown at once; a name that is typed finds the others. */
const MOST_SHOWN = 30

/** All guides who work here, to choose one from. */
export const GuideChoice = observer(function GuideChoice(props: GuideChoiceProps) {
  const { open, except, nobody, onClose, onChoose } = props
  const staff = useStore(StaffGuidesStore)
  const [typed, setTyped] = useState('')
  useEffect(() => {
    if (open && !staff.guides.value) void staff.load()
  }, [open, staff])
  if (!open) return null
  const { guides } = staff
  const working = guides.value?.filter(({ id, isActive }) => isActive && id !== except) ?? []
  const found = working.filter(({ name }) => name.includes(typed.trim()))
  return (
    <Sheet title={staffAttributionText.chooseGuide} open onClose={onClose}>
      <Input
        id="find"
        className={styles.input}
        placeholder={staffAttributionText.find}
        onInput={(event) => {
          setTyped(event.detail.value)
        }}
      />
      {nobody !== undefined && (
        <View
          id="choose-nobody"
          className={styles.row}
          ariaRole="button"
          onClick={() => {
            onChoose({ guideId: null, name: '' })
          }}
        >
          {nobody}
        </View>
      )}
      {found.slice(0, MOST_SHOWN).map(({ id: guideId, name }) => (
        <View
          key={guideId}
          id={`choose-${guideId}`}
          className={styles.row}
          ariaRole="button"
          onClick={() => {
            onChoose({ guideId, name })
          }}
        >
          <View className={styles.name}>{name}</View>
        </View>
      ))}
      <View className={styles.note}>
        {guides.state === 'failed' && !guides.value
          ? explain(guides.failure)
          : guides.value
            ? found.length === 0 && staffAttributionText.nobodyFound
            : sharedText.loading}
      </View>
    </Sheet>
  )
})
