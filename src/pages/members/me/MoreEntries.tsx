import { Card } from '@/components/Card'
import { IconEntries } from '@/components/IconEntries'
import { open } from '@/platform/go'
import { membersText } from '@/text/members'
import styles from './MoreEntries.module.scss'

const pages = ['signs', 'mall', 'couponCenter', 'levels'] as const

/** The ways to what comes with being a member. */
export function MoreEntries() {
  return (
    <Card>
      <IconEntries
        entries={pages.map((page) => ({
          id: `to-${page}`,
          name: membersText.more[page],
          icon: styles[page],
          onTap: () => {
            open(page, {})
          },
        }))}
      />
    </Card>
  )
}
